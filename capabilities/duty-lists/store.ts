import { type Db, type Sql, sql } from '#platform/db'
import { z } from 'zod'
import { type CitedItem, type ListId, LIST_IDS, type ListVersion, VERSION_STATES, type WorkItem } from './terms.ts'

const VersionRow = z
  .object({
    county: z.string(),
    id: z.string(),
    place: z.string(),
    list: z.enum(LIST_IDS),
    number: z.number(),
    state: z.enum(VERSION_STATES),
    based_on: z.string().nullable(),
    demonstration: z.boolean(),
    because: z.string(),
    made_by: z.string(),
    in_force_from: z.string().nullable(),
    superseded_on: z.string().nullable(),
  })
  .transform(
    (r): ListVersion => ({
      county: r.county,
      id: r.id,
      place: r.place,
      list: r.list,
      number: r.number,
      state: r.state,
      basedOn: r.based_on,
      demonstration: r.demonstration,
      because: r.because,
      madeBy: r.made_by,
      inForceFrom: r.in_force_from,
      supersededOn: r.superseded_on,
    }),
  )
const columns = sql`v.county, v.id, v.place, v.list, v.number, v.state, v.based_on, v.demonstration, v.because, v.made_by, v.in_force_from, v.superseded_on`

const Content = z.custom<WorkItem>((value) => typeof value === 'object' && value !== null)
const CitedRow = z
  .object({ content: Content, list: z.enum(LIST_IDS), version: z.string(), number: z.number(), place: z.string() })
  .transform((r): CitedItem => ({ ...r.content, list: r.list, version: r.version, number: r.number, place: r.place }))

/** All versions that the caller may see, of the lists for a place and those above it. */
export function listVersions(db: Db, place: string, list: ListId | undefined): Promise<ListVersion[]> {
  const one = list ? sql`and v.list = ${list}` : sql``
  return db.many(
    VersionRow,
    sql`select ${columns} from duty_lists.version v where v.county in (${place.slice(0, 6)}, '140300') and ${place} ^@ v.place ${one}
      order by v.list, length(v.place), v.number desc`,
  )
}
export function findVersion(db: Db, county: string, id: string): Promise<ListVersion | undefined> {
  return db.maybe(
    VersionRow,
    sql`select ${columns} from duty_lists.version v where v.county = ${county} and v.id = ${id}`,
  )
}
export function findInHand(db: Db, county: string, place: string, list: ListId): Promise<ListVersion | undefined> {
  return db.maybe(
    VersionRow,
    sql`select ${columns} from duty_lists.version v where v.county = ${county} and v.place = ${place} and v.list = ${list} and v.state in ('draft', 'consulting', 'approved') limit 1`,
  )
}
export function findInForce(db: Db, county: string, place: string, list: ListId): Promise<ListVersion | undefined> {
  return db.maybe(
    VersionRow,
    sql`select ${columns} from duty_lists.version v where v.county = ${county} and v.place = ${place} and v.list = ${list} and v.state = 'in_force'`,
  )
}
export async function listItems(db: Db, county: string, version: string): Promise<WorkItem[]> {
  const rows = await db.many(
    z.object({ content: Content }),
    sql`select content from duty_lists.item where county = ${county} and version = ${version} and not dropped order by position, code`,
  )
  return rows.map((row) => row.content)
}

const inForceOn = (on: string): Sql =>
  sql`v.in_force_from <= ${on}::date and (v.superseded_on is null or v.superseded_on > ${on}::date)`

/** Items of lists that are in force on a day, for a place and above it; a code picks one. */
export function listCited(
  db: Db,
  place: string,
  on: string,
  lists: readonly ListId[],
  code?: string,
): Promise<CitedItem[]> {
  const one = code === undefined ? sql`` : sql`and i.code = ${code}`
  return db.many(
    CitedRow,
    sql`select i.content, v.list, v.id as version, v.number, v.place from duty_lists.version v join duty_lists.item i on i.county = v.county and i.version = v.id
      where v.county in (${place.slice(0, 6)}, '140300') and ${place} ^@ v.place and v.list = any (${[...lists]}) and ${inForceOn(on)} and not i.dropped ${one} order by v.list, i.position`,
  )
}

/** The version of a list that holds for a place on a day: its own, else the one above it. */
export function findHolding(db: Db, place: string, list: ListId, on: string): Promise<ListVersion | undefined> {
  return db.maybe(
    VersionRow,
    sql`select ${columns} from duty_lists.version v
      where v.county in (${place.slice(0, 6)}, '140300') and ${place} ^@ v.place and v.list = ${list} and ${inForceOn(on)}
      order by length(v.place) desc limit 1`,
  )
}

/** Every version of a list that is or was in force, anywhere, with how many items it has; the oldest first. */
export function listSizes(db: Db, list: ListId): Promise<{ version: ListVersion; items: number }[]> {
  return db.many(
    VersionRow.and(z.object({ items: z.number() })).transform((row) => ({
      version: row as ListVersion,
      items: row.items,
    })),
    sql`select ${columns}, (select count(*)::int from duty_lists.item i where i.county = v.county and i.version = v.id and not i.dropped) as items
      from duty_lists.version v where v.list = ${list} and v.state in ('in_force', 'superseded') order by length(v.place), v.place, v.number`,
  )
}

/** The newest item of L7 for this kind of certificate that is or was in force for a place. */
export async function findCertificateItem(db: Db, place: string, kind: string): Promise<WorkItem | undefined> {
  const row = await db.maybe(
    z.object({ content: Content }),
    sql`select i.content from duty_lists.version v join duty_lists.item i on i.county = v.county and i.version = v.id
      where v.county in (${place.slice(0, 6)}, '140300') and ${place} ^@ v.place and v.list = 'L7' and v.state in ('in_force', 'superseded')
        and not i.dropped and i.content->'certificate'->>'kind' = ${kind} order by length(v.place) desc, v.number desc limit 1`,
  )
  return row?.content
}

/** One item in every version it stands in, the newest first. */
export function listItemVersions(
  db: Db,
  county: string,
  place: string,
  list: ListId,
  code: string,
): Promise<{ version: ListVersion; item: WorkItem }[]> {
  return db.many(
    VersionRow.and(z.object({ content: Content }).transform((row) => ({ content: row.content }))).transform((row) => ({
      version: row as ListVersion,
      item: row.content,
    })),
    sql`select ${columns}, i.content from duty_lists.version v join duty_lists.item i on i.county = v.county and i.version = v.id
      where v.county = ${county} and v.place = ${place} and v.list = ${list} and i.code = ${code} and not i.dropped and v.state in ('in_force', 'superseded') order by v.number desc`,
  )
}

export async function nextNumber(db: Db, county: string, place: string, list: ListId): Promise<number> {
  await db.run(sql`select pg_advisory_xact_lock(hashtext(${county} || ${place} || ${list}))`)
  return (
    await db.one(
      z.object({ n: z.number() }),
      sql`select coalesce(max(number), 0)::int + 1 as n from duty_lists.version where county = ${county} and place = ${place} and list = ${list}`,
    )
  ).n
}
export function insertVersion(
  db: Db,
  v: Pick<ListVersion, 'county' | 'id' | 'place' | 'list' | 'number' | 'basedOn' | 'demonstration' | 'because'> & {
    readonly madeBy: string
    readonly madeOn: string
  },
): Promise<number> {
  return db.run(sql`insert into duty_lists.version (county, id, place, list, number, state, based_on, demonstration, because, made_by, made_on)
    values (${v.county}, ${v.id}, ${v.place}, ${v.list}, ${v.number}, 'draft', ${v.basedOn}, ${v.demonstration}, ${v.because}, ${v.madeBy}, ${v.madeOn})`)
}
/** Puts the items of a draft as they are given; what it held besides is dropped. */
export async function putItems(db: Db, county: string, version: string, items: readonly WorkItem[]): Promise<void> {
  const codes = items.map((item) => item.code)
  await db.run(
    sql`update duty_lists.item set dropped = true where county = ${county} and version = ${version} and not code = any (${codes}) and not dropped`,
  )
  const rows = JSON.stringify(items.map((item, position) => ({ code: item.code, position, content: item })))
  await db.run(sql`insert into duty_lists.item (county, version, code, position, content)
    select ${county}, ${version}, r.code, r.position, r.content from jsonb_to_recordset(${rows}::jsonb) as r(code text, position int, content jsonb)
    on conflict (county, version, code) do update set position = excluded.position, content = excluded.content, dropped = false`)
}
export function setState(
  db: Db,
  county: string,
  id: string,
  from: ListVersion['state'],
  to: 'consulting' | 'approved',
  set: { approvedBy?: string; because?: string },
): Promise<number> {
  return db.run(
    sql`update duty_lists.version set state = ${to}, approved_by = coalesce(${set.approvedBy ?? null}, approved_by), because = coalesce(${set.because ?? null}, because)
      where county = ${county} and id = ${id} and state = ${from}`,
  )
}
/** The one in force ends on the day on which the approved one begins. */
export async function bringIntoForce(db: Db, version: ListVersion, on: string): Promise<void> {
  await db.run(
    sql`update duty_lists.version set state = 'superseded', superseded_on = ${on} where county = ${version.county} and place = ${version.place} and list = ${version.list} and state = 'in_force'`,
  )
  await db.run(
    sql`update duty_lists.version set state = 'in_force', in_force_from = ${on} where county = ${version.county} and id = ${version.id} and state = 'approved'`,
  )
}
export async function countHeard(db: Db, county: string, version: string): Promise<number> {
  return (
    await db.one(
      z.object({ n: z.number() }),
      sql`select count(*)::int as n from duty_lists.opinion where county = ${county} and version = ${version} and length(place) = 12`,
    )
  ).n
}
export function insertOpinion(
  db: Db,
  o: {
    county: string
    id: string
    version: string
    org: string
    place: string
    agrees: boolean
    said: string
    at: Date
  },
): Promise<number> {
  return db.run(sql`insert into duty_lists.opinion (county, id, version, org, place, agrees, said, at)
    values (${o.county}, ${o.id}, ${o.version}, ${o.org}, ${o.place}, ${o.agrees}, ${o.said}, ${o.at}) on conflict (county, version, org) do nothing`)
}
export function listOpinions(db: Db, county: string, version: string) {
  return db.many(
    z.object({ org: z.string(), agrees: z.boolean(), said: z.string() }),
    sql`select org, agrees, said from duty_lists.opinion where county = ${county} and version = ${version} order by at`,
  )
}
/** Lists in force, county by county: for counting. */
export function countLists(db: Db, on: string) {
  return db.many(
    z.object({ place: z.string(), lists: z.array(z.string()) }),
    sql`select v.place, array_agg(distinct v.list) as lists from duty_lists.version v where length(v.place) = 6 and ${inForceOn(on)} group by v.place`,
  )
}
/** For the first start: a version that is in force from a day, with its items. */
export async function insertInForce(db: Db, version: ListVersion, items: readonly WorkItem[]): Promise<void> {
  await insertVersion(db, { ...version, madeOn: version.inForceFrom ?? '' })
  await putItems(db, version.county, version.id, items)
  await setState(db, version.county, version.id, 'draft', 'consulting', {})
  await setState(db, version.county, version.id, 'consulting', 'approved', {})
  await bringIntoForce(db, version, version.inForceFrom ?? '')
}
