import { type Batch, type Database, type Db, gather, sql } from '#platform/db'
import { z } from 'zod'

const sealed = z
  .string()
  .nullable()
  .transform((value) => (value === null ? null : Buffer.from(value, 'base64')))
const Beforehand = z.object({
  person: z
    .object({ name: sealed, name_masked: z.string(), id_number: sealed, phone: sealed, birth: z.string().nullable() })
    .nullable(),
  held: z
    .object({
      address: z.string(),
      place: z.string(),
      sex: z.number(),
      birth: z.string().nullable(),
      members: z.number(),
    })
    .nullable(),
  openCases: z.number(),
  lapsedOn: z.string().nullable(),
})
export type Beforehand = z.infer<typeof Beforehand>

const askers = new WeakMap<Database, Batch<{ applicant: string; item: string }, Beforehand>>()

/** Who applies, what is on file, what is open, and whether a tolerance lapsed: gathered with other applicants' in one read. */
export function beforehand(database: Database, applicant: string, item: string): Promise<Beforehand> {
  let ask = askers.get(database)
  if (!ask) {
    ask = gather(
      async (calls) =>
        (
          await database.direct.one(
            z.object({ answers: z.array(Beforehand) }),
            sql`select service_cases.before_applying(${JSON.stringify(calls)}::jsonb) as answers`,
          )
        ).answers,
      { size: 16, inFlight: 2 },
    )
    askers.set(database, ask)
  }
  return ask({ applicant, item })
}

export function listOpenOf(
  db: Db,
  applicant: string,
): Promise<{ number: string; procedure: string; subject: string }[]> {
  return db.many(
    z.object({ number: z.string(), procedure: z.string(), subject: z.string() }),
    sql`select number, procedure, subject from kernel.case where applicant = ${applicant} and ended_on is null and parent is null order by opened_on`,
  )
}
