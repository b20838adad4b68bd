import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const Found = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  place: z.string(),
  step: z.string(),
  applicant: z.string().nullable(),
  data: z.unknown(),
})
export type Found = z.infer<typeof Found>
const columns = sql`county, id, number, place, step, applicant, data`

/** Issued and revoked ones of the places the caller may see, newest first. */
export function listIssued(db: Db, prefix: string, after: string | undefined, limit: number): Promise<Found[]> {
  const older = after ? sql`and id < ${after}::uuid` : sql``
  return db.many(
    Found,
    sql`select ${columns} from kernel.case where procedure = 'certificate' and step in ('issued', 'revoked') and place ^@ ${prefix} ${older} order by id desc limit ${limit}`,
  )
}

const Referred = z.object({ demander: z.string(), kinds: z.array(z.string()), count: z.number(), last: z.string() })
export function listDemanders(db: Db, prefix: string): Promise<z.infer<typeof Referred>[]> {
  return db.many(
    Referred,
    sql`select data->>'demander' as demander, array_agg(distinct subject) as kinds, count(*)::int as count, max(opened_on)::text as last
      from kernel.case where procedure = 'certificate' and step = 'referred' and place ^@ ${prefix}
      group by 1 order by count(*) desc, 1 limit 200`,
  )
}

/** In the whole city: refused; demands verified; of these not put right though the day for it has passed. */
export function countFigures(db: Db, on: string): Promise<{ refused: number; verified: number; overdue: number }> {
  return db.one(
    z.object({ refused: z.number(), verified: z.number(), overdue: z.number() }),
    sql`select count(*) filter (where procedure = 'certificate' and step = 'referred')::int as refused,
        count(*) filter (where procedure = 'absurd-demand' and step in ('verified', 'rectifying', 'unrectified', 'rectified'))::int as verified,
        count(*) filter (where procedure = 'absurd-demand' and step in ('rectifying', 'unrectified') and data->>'due' < ${on})::int as overdue
      from kernel.case where procedure in ('certificate', 'absurd-demand')`,
  )
}

export function findReferral(db: Db, number: string): Promise<Found | undefined> {
  return db.maybe(
    Found,
    sql`select ${columns} from kernel.case where number = ${number} and procedure = 'certificate' limit 1`,
  )
}

export function listDemands(db: Db, prefix: string): Promise<Found[]> {
  return db.many(
    Found,
    sql`select ${columns} from kernel.case where procedure = 'absurd-demand' and place ^@ ${prefix} order by id desc limit 500`,
  )
}

/** Demands that were verified: of these the public may know the organisation. */
export function listVerified(db: Db): Promise<Found[]> {
  return db.many(
    Found,
    sql`select ${columns} from kernel.case where procedure = 'absurd-demand' and step in ('verified', 'rectifying', 'unrectified', 'rectified') order by id desc limit 2000`,
  )
}
