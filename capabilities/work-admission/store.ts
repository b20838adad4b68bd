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

/** Meetings a month that upper levels have asked for since a day, place by place; a task that waited counts from the day it arrived. */
export function countMeetings(db: Db, places: readonly string[], since: string, besides: string | null) {
  return db.many(
    z.object({ place: z.string(), n: z.number() }),
    sql`select place, sum((data#>>'{demand,meetings}')::int)::int as n from kernel.case
      where county = any (${countiesOf(places)}) and place = any (${[...places]}) and procedure = 'community-task' and coalesce((data->>'arrivedOn')::date, opened_on) >= ${since}::date
        and id is distinct from ${besides}::uuid
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

/** What this office had admitted for a while in a street. */
export function listTemporary(db: Db, org: string, street: string) {
  return db.many(
    z.object({ category: z.string(), to: z.string() }),
    sql`select data#>>'{item,category}' as category, data#>>'{item,to}' as to from kernel.case
      where county = ${street.slice(0, 6)} and place = ${street} and procedure = 'temporary-admission' and step = 'admitted' and data->>'office' = ${org}`,
  )
}
export function findReview(db: Db, place: string, year: number) {
  return db.maybe(
    z.object({ id: z.string() }),
    sql`select id from kernel.case where county = ${place.slice(0, 6)} and place = ${place} and procedure = 'list-review' and (data->>'year')::int = ${year} limit 1`,
  )
}

const OverviewRow = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  procedure: z.string(),
  place: z.string(),
  step: z.string(),
  title: z.string(),
  sender: z.string(),
  opened_on: z.string(),
  due_on: z.string().nullable(),
})
/** Admissions, refusals, flagged tasks and demands from outside of an area, the newest first. */
export function listOverview(db: Db, prefix: string, limit: number) {
  return db.many(
    OverviewRow,
    sql`select county, id, number, procedure, place, step, coalesce(data->>'about', number) as title, coalesce(data->>'senderName', '') as sender, opened_on, due_on from kernel.case
      where county ^@ ${prefix.slice(0, 6)} and place ^@ ${prefix} and (procedure in ('work-admission', 'temporary-admission', 'list-review')
        or (procedure = 'community-task' and step in ('in-review', 'sent-back', 'refused', 'seen', 'recorded'))) order by opened_on desc, id desc limit ${limit}`,
  )
}
/** An admission as far as objecting to it has to know. */
export function findAdmission(db: Db, county: string, id: string) {
  return db.maybe(
    z.object({
      place: z.string(),
      step: z.string(),
      office: z.string(),
      title: z.string(),
      until: z.string().nullable(),
    }),
    sql`select place, step, data->>'office' as office, data->>'about' as title, data->>'publicUntil' as until
      from kernel.case where county = ${county} and id = ${id} and procedure = 'work-admission'`,
  )
}
/** Objections of a person, or of an office, that were not taken back: to which admissions. */
export async function listObjectedTo(
  db: Db,
  county: string,
  by: { person: string } | { org: string },
): Promise<readonly string[]> {
  const who = 'person' in by ? sql`applicant = ${by.person}` : sql`data->>'org' = ${by.org}`
  const rows = await db.many(
    z.object({ root: z.string() }),
    sql`select root from kernel.case where county = ${county} and procedure = 'admission-objection' and step <> 'withdrawn' and ${who}`,
  )
  return rows.map((row) => row.root)
}
/** What was objected to admissions that are published, as everybody may know it. */
export function listObjections(db: Db, county: string) {
  return db.many(
    z.object({
      root: z.string(),
      by: z.enum(['resident', 'community', 'office']),
      answer: z.object({ upheld: z.boolean(), summary: z.string(), said: z.string(), on: z.string() }).nullable(),
    }),
    sql`select o.root, o.data->>'by' as by, nullif(o.data->'answer', 'null') as answer from kernel.case o join kernel.case a on a.county = o.county and a.id = o.root
      where o.county = ${county} and o.procedure = 'admission-objection' and o.step <> 'withdrawn' and a.step = 'publicity' order by o.opened_on, o.id`,
  )
}

/** Admissions whose publicity runs, for everybody to see. */
export function listPublished(db: Db, county: string) {
  return db.many(
    z.object({
      id: z.string(),
      place: z.string(),
      step: z.string(),
      number: z.string(),
      title: z.string(),
      office: z.string(),
      until: z.string(),
      duty: z.string(),
      basis: z.array(z.string()),
    }),
    sql`select id, place, step, number, data->>'about' as title, data->>'office' as office, data->>'publicUntil' as until, data#>>'{item,duty}' as duty, data#>'{item,basis}' as basis
      from kernel.case where county = ${county} and procedure = 'work-admission' and step = 'publicity' order by data->>'publicUntil', id`,
  )
}
/** Refusals of a county, office by office: of those who demanded, never of communities. */
export function countRefusals(db: Db, prefix: string) {
  return db.many(
    z.object({ sender: z.string(), refused: z.number(), outside: z.number() }),
    sql`select data->>'senderName' as sender, count(*) filter (where step in ('refused', 'seen'))::int as refused, count(*) filter (where data->>'source' = 'outside')::int as outside
      from kernel.case where county ^@ ${prefix.slice(0, 6)} and place ^@ ${prefix} and procedure = 'community-task' group by 1
      having count(*) filter (where step in ('refused', 'seen') or data->>'source' = 'outside') > 0 order by 2 desc, 3 desc, 1 limit 50`,
  )
}
/** Items of L4 in force for each community of some places. */
export function countAssistItems(db: Db, places: readonly string[] | 'all', on: string) {
  const where = places === 'all' ? sql`true` : sql`p.code = any (${[...places]})`
  return db.many(
    z.object({ place: z.string(), n: z.number() }),
    sql`select p.code as place, count(distinct i.code)::int as n from kernel.place p
      join duty_lists.version v on v.county = left(p.code, 6) and p.code ^@ v.place and v.list = 'L4' and v.in_force_from <= ${on}::date and (v.superseded_on is null or v.superseded_on > ${on}::date)
      join duty_lists.item i on i.county = v.county and i.version = v.id and not i.dropped
      where p.level = 'committee' and ${where} group by p.code`,
  )
}

/** Agreements with a number, those that both sides confirmed first; the last recorded first among them. */
export function listAgreements(db: Db, number: string) {
  return db.many(
    z.object({
      id: z.string(),
      number: z.string(),
      step: z.string(),
      office: z.string(),
      place: z.string(),
      from: z.string(),
      to: z.string(),
    }),
    sql`select id, data->>'number' as number, step, data->>'office' as office, place, data->>'from' as from, data->>'to' as to
      from kernel.case where procedure = 'service-agreement' and data->>'number' = ${number} order by step = 'in-force' desc, id desc limit 20`,
  )
}
