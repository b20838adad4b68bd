import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const countiesOf = (places: readonly string[]): string[] => [...new Set(places.map((one) => one.slice(0, 6)))]

/** Money of an item that communities confirmed, place by place. */
export function listConfirmedTransfers(db: Db, places: readonly string[], code: string) {
  return db.many(
    z.object({ place: z.string(), from: z.string(), to: z.string() }),
    sql`select place, data->>'from' as from, data->>'to' as to from kernel.case
      where county = any (${countiesOf(places)}) and place = any (${[...places]}) and procedure = 'funds-transfer' and step = 'confirmed' and data#>>'{item,code}' = ${code}`,
  )
}

/** Meetings a month that upper levels have asked for since a day, place by place. */
export function countMeetings(db: Db, places: readonly string[], since: string) {
  return db.many(
    z.object({ place: z.string(), n: z.number() }),
    sql`select place, sum((data#>>'{demand,meetings}')::int)::int as n from kernel.case
      where county = any (${countiesOf(places)}) and place = any (${[...places]}) and procedure = 'community-task' and opened_on >= ${since}::date
        and step in ('in-review', 'received', 'done') and data#>>'{demand,kind}' = 'meeting-series' group by place`,
  )
}

/** Is there an emergency of this office whose record is owed past its day? Counties where it is. */
export async function listUnrecorded(
  db: Db,
  org: string,
  counties: readonly string[],
  today: string,
): Promise<string[]> {
  const rows = await db.many(
    z.object({ county: z.string() }),
    sql`select distinct county from kernel.case where county = any (${[...counties]}) and procedure = 'emergency-record' and step = 'owed' and holder = ${org} and due_on < ${today}::date`,
  )
  return rows.map((row) => row.county)
}

/** The record that this office owes already for the same law in a county. */
export function findOwedRecord(db: Db, org: string, county: string, basis: string) {
  return db.maybe(
    z.object({ id: z.string() }),
    sql`select id from kernel.case where county = ${county} and procedure = 'emergency-record' and step = 'owed' and holder = ${org} and data->>'basis' = ${basis} limit 1`,
  )
}
