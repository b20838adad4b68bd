import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const bytes = z.instanceof(Buffer)
export const RunRow = z.object({
  county: z.string(),
  id: z.string(),
  register: z.string(),
  place: z.string(),
  file_name: z.string(),
  state: z.enum(['checking', 'checked', 'importing', 'done', 'failed']),
  total: z.number(),
  checked: z.number(),
  good: z.number(),
  bad: z.number(),
  written: z.number(),
  header: z.array(z.string()),
  errors: z.array(z.unknown()),
  reason: z.string().nullable(),
  by_org: z.string(),
  at: z.date(),
  by_person: z.string(),
})
export type RunRow = z.infer<typeof RunRow>
const columns = sql`county, id, register, place, file_name, state, total, checked, good, bad, written, header, errors, reason, by_org, at, by_person`

export function findRun(db: Db, county: string, id: string): Promise<RunRow | undefined> {
  return db.maybe(RunRow, sql`select ${columns} from kernel.import_run where county = ${county} and id = ${id}`)
}
export function insertRun(
  db: Db,
  r: {
    county: string
    id: string
    register: string
    place: string
    fileName: string
    digest: Buffer
    total: number
    header: readonly string[]
    raw: Buffer
    person: string
    org: string
    at: Date
  },
): Promise<number> {
  return db.run(sql`insert into kernel.import_run (county, id, register, place, file_name, digest, state, total, header, raw, by_person, by_org, at)
    values (${r.county}, ${r.id}, ${r.register}, ${r.place}, ${r.fileName}, ${r.digest}, 'checking', ${r.total}, ${JSON.stringify(r.header)}::jsonb, ${r.raw}, ${r.person}, ${r.org}, ${r.at})`)
}
export async function wasImported(
  db: Db,
  county: string,
  place: string,
  register: string,
  digest: Buffer,
): Promise<boolean> {
  return (
    (
      await db.one(
        z.object({ n: z.number() }),
        sql`select count(*)::int as n from kernel.import_run where county = ${county} and place = ${place} and register = ${register} and digest = ${digest} and state = 'done'`,
      )
    ).n > 0
  )
}
export function setChecked(db: Db, county: string, id: string, checked: number): Promise<number> {
  return db.run(sql`update kernel.import_run set checked = ${checked} where county = ${county} and id = ${id}`)
}
export function finishCheck(
  db: Db,
  county: string,
  id: string,
  found: { good: number; bad: number; errors: unknown; rows: Buffer },
): Promise<number> {
  return db.run(
    sql`update kernel.import_run set state = 'checked', checked = total, good = ${found.good}, bad = ${found.bad}, errors = ${JSON.stringify(found.errors)}::jsonb, rows = ${found.rows} where county = ${county} and id = ${id}`,
  )
}
/** Only one confirmation wins. */
export function claimRun(db: Db, county: string, id: string): Promise<number> {
  return db.run(
    sql`update kernel.import_run set state = 'importing', written = 0 where county = ${county} and id = ${id} and state = 'checked'`,
  )
}
export function setWritten(db: Db, county: string, id: string, written: number): Promise<number> {
  return db.run(sql`update kernel.import_run set written = ${written} where county = ${county} and id = ${id}`)
}
export function finishRun(db: Db, county: string, id: string, written: number): Promise<number> {
  return db.run(
    sql`update kernel.import_run set state = 'done', written = ${written}, rows = null, raw = null where county = ${county} and id = ${id}`,
  )
}
export function failRun(db: Db, county: string, id: string, reason: string): Promise<number> {
  return db.run(
    sql`update kernel.import_run set state = 'failed', reason = ${reason}, rows = null where county = ${county} and id = ${id}`,
  )
}
/** What a killed server left half done: nothing of it was written, because the writing is one transaction. */
export function failInterrupted(db: Db): Promise<number> {
  return db.run(
    sql`update kernel.import_run set state = 'failed', reason = 'interrupted', rows = null where state in ('checking', 'importing')`,
  )
}
const Sealed = z.object({ rows: bytes.nullable(), raw: bytes.nullable() })
export function sealedRows(db: Db, county: string, id: string): Promise<z.infer<typeof Sealed> | undefined> {
  return db.maybe(Sealed, sql`select rows, raw from kernel.import_run where county = ${county} and id = ${id}`)
}

export type NewChange = {
  readonly county: string
  readonly id: string
  readonly register: string
  readonly row: string
  readonly place: string
  readonly kind: 'added' | 'corrected' | 'ended'
  readonly columns: readonly string[]
  readonly reason: string
  readonly before: Buffer | null
  readonly person: string
  readonly role: string
  readonly org: string
  readonly at: Date
}
export function insertChange(db: Db, c: NewChange): Promise<number> {
  return db.run(sql`insert into kernel.register_change (county, id, register, row, place, kind, columns, reason, before, by_person, by_role, by_org, at)
    values (${c.county}, ${c.id}, ${c.register}, ${c.row}, ${c.place}, ${c.kind}, ${c.columns}, ${c.reason}, ${c.before}, ${c.person}, ${c.role}, ${c.org}, ${c.at})`)
}
export const ChangeRow = z.object({
  kind: z.enum(['added', 'corrected', 'ended']),
  columns: z.array(z.string()),
  reason: z.string(),
  by_role: z.string(),
  by_org: z.string(),
  at: z.date(),
})
export function listChanges(db: Db, county: string, row: string): Promise<z.infer<typeof ChangeRow>[]> {
  return db.many(
    ChangeRow,
    sql`select kind, columns, reason, by_role, by_org, at from kernel.register_change where county = ${county} and row = ${row} order by at desc, id desc limit 100`,
  )
}
export function listRuns(db: Db, county: string, place: string, register: string): Promise<RunRow[]> {
  return db.many(
    RunRow,
    sql`select ${columns} from kernel.import_run where county = ${county} and place = ${place} and register = ${register} order by at desc limit 10`,
  )
}
/** Facts as the last words of a transaction: they are there when, and only when, the change is. */
export function recordFacts(db: Db, call: object): Promise<number> {
  return db.run(sql`select kernel.commit(${JSON.stringify([call])}::jsonb)`)
}
/** Two who add by hand at once come one after the other, so that the second is told what is held. */
export function lockRegister(db: Db, register: string): Promise<number> {
  return db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`register ${register}`}, 0))`)
}
