import type { World } from '#kernel/procedure'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const Beforehand = z.object({ openCases: z.number(), lapsedOn: z.string().nullable() })

/** What earlier cases of the applicant mean for a new one: an open case of the item, a tolerance that lapsed within a year. */
export function beforehand(db: Db, applicant: string, item: string): Promise<z.infer<typeof Beforehand>> {
  return db.one(Beforehand, sql`select (select count(*)::int from (select from kernel.case where applicant = ${applicant} and subject = ${item} and ended_on is null and parent is null limit 2) o) as "openCases",
    (select max(ended_on) from kernel.case where applicant = ${applicant} and data->>'lapsedTolerance' = 'true') as "lapsedOn"`)
}

export function listOpenOf(db: Db, applicant: string): Promise<{ number: string; procedure: string; subject: string }[]> {
  return db.many(z.object({ number: z.string(), procedure: z.string(), subject: z.string() }), sql`select number, procedure, subject from kernel.case where applicant = ${applicant} and ended_on is null and parent is null order by opened_on`)
}

/** A community or village that an application can belong to. */
export function isCommunity(world: World, place: string): boolean {
  try {
    return world.officeOf('community', place).place === place
  } catch {
    return false
  }
}
