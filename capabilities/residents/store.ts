import { type Db, join, sql } from '#platform/db'
import { z } from 'zod'

const bytes = z.instanceof(Buffer)
const HeldRow = z.object({
  name: bytes,
  id_number: bytes.nullable(),
  phone: bytes.nullable(),
  birth: z.string().nullable(),
  sex: z.number(),
  place: z.string(),
  address: z.string(),
  members: z.number(),
})
export type HeldRow = z.infer<typeof HeldRow>

/** Where a person lives now, by the register; the latest entry when there are several. */
export function findHeld(db: Db, person: string): Promise<HeldRow | undefined> {
  return db.maybe(
    HeldRow,
    sql`select r.name, r.id_number, r.phone, r.birth, r.sex, r.place, concat_ws('', h.address, h.building, h.unit, h.room) as address,
    (select count(*)::int from residents.resident m where m.county = r.county and m.household = r.household and m.ended_on is null) as members
    from residents.resident r join residents.household h on h.county = r.county and h.id = r.household
    where r.person = ${person} and r.ended_on is null order by r.since desc nulls last, r.id desc limit 1`,
  )
}

/** The day the first entry was made; ids bear their day. */
export async function firstEntry(db: Db): Promise<string | undefined> {
  const row = await db.maybe(
    z.object({ on: z.string() }),
    sql`select to_timestamp(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)::date::text as on
      from residents.resident order by county, id limit 1`,
  )
  return row?.on
}

/** Who lives in one household with a person, the person included, by the register. */
export async function listHousehold(db: Db, person: string): Promise<readonly string[]> {
  const rows = await db.many(
    z.object({ person: z.string() }),
    sql`select distinct m.person from residents.resident r join residents.resident m on m.county = r.county and m.household = r.household
      where r.person = ${person} and r.ended_on is null and m.ended_on is null and m.person is not null`,
  )
  return rows.map((row) => row.person)
}

export type NewHousehold = {
  readonly id: string
  readonly place: string
  readonly address: string
  readonly building: string
  readonly unit: string
  readonly room: string
}
export type NewResident = {
  readonly id: string
  readonly place: string
  readonly household: string
  readonly person: string
  readonly name: string
  readonly name_masked: string
  readonly id_number: string | null
  readonly id_number_hash: string | null
  readonly id_number_masked: string | null
  readonly phone: string | null
  readonly phone_hash: string | null
  readonly phone_masked: string | null
  readonly sex: number
  readonly birth: string | null
  readonly relation: string
  readonly status: string
  readonly since: string | null
}

/** Bytes travel as base64. */
export async function insertHouseholds(
  db: Db,
  county: string,
  households: readonly NewHousehold[],
  residents: readonly NewResident[],
): Promise<void> {
  await db.run(sql`insert into residents.household (county, id, place, address, building, unit, room) select ${county}, id, place, address, building, unit, room
    from jsonb_to_recordset(${JSON.stringify(households)}::jsonb) as h(id uuid, place text, address text, building text, unit text, room text)`)
  await db.run(sql`insert into residents.resident (county, id, place, household, person, name, name_masked, id_number, id_number_hash, id_number_masked, phone, phone_hash, phone_masked, sex, birth, relation, status, since)
    select ${county}, id, place, household, person, decode(name, 'base64'), name_masked, decode(id_number, 'base64'), decode(id_number_hash, 'base64'), id_number_masked, decode(phone, 'base64'), decode(phone_hash, 'base64'), phone_masked, sex, birth, relation, status, since
    from jsonb_to_recordset(${JSON.stringify(residents)}::jsonb) as r(id uuid, place text, household uuid, person uuid, name text, name_masked text, id_number text, id_number_hash text, id_number_masked text, phone text, phone_hash text, phone_masked text, sex smallint, birth date, relation text, status text, since date)`)
}

export async function listHeldHashes(db: Db, place: string, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await db.many(
    z.object({ hash: z.string() }),
    sql`select encode(id_number_hash, 'base64') as hash from residents.resident
    where county = ${place.slice(0, 6)} and place = ${place} and ended_on is null and id_number_hash in (select decode(h, 'base64') from unnest(${hashes}::text[]) h)`,
  )
  return rows.map((row) => row.hash)
}

export async function listPersonsByHash(db: Db, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.many(
    z.object({ id: z.string(), hash: z.string() }),
    sql`select id, encode(id_number_hash, 'base64') as hash from kernel.person where county = '140300' and id_number_hash in (select decode(h, 'base64') from unnest(${hashes}::text[]) h)`,
  )
  return new Map(rows.map((row) => [row.hash, row.id]))
}

/** Persons that are new to the city; those already known by their number stay as they are. */
export function insertPersons(db: Db, city: string, persons: readonly unknown[]): Promise<number> {
  return db.run(sql`insert into kernel.person (county, id, name, name_masked, id_number, id_number_hash, phone, phone_hash, birth, sex, rung)
    select ${city}, id, decode(name, 'base64'), name_masked, decode(id_number, 'base64'), decode(id_number_hash, 'base64'), decode(phone, 'base64'), decode(phone_hash, 'base64'), birth, sex, rung
    from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as p(id uuid, name text, name_masked text, id_number text, id_number_hash text, phone text, phone_hash text, birth date, sex smallint, rung smallint) on conflict do nothing`)
}

const Listed = z.object({
  county: z.string(),
  id: z.string(),
  place: z.string(),
  revision: z.number(),
  ended_on: z.string().nullable(),
  ended_because: z.string().nullable(),
  name_masked: z.string(),
  id_number_masked: z.string().nullable(),
  phone_masked: z.string().nullable(),
  relation: z.string(),
  status: z.string(),
  since: z.string().nullable(),
  address: z.string(),
  building: z.string(),
  unit: z.string(),
  room: z.string(),
})
export type ListedResident = z.infer<typeof Listed>
const listed = sql`select r.county, r.id, r.place, r.revision, r.ended_on, r.ended_because, r.name_masked, r.id_number_masked, r.phone_masked, r.relation, r.status, r.since, h.address, h.building, h.unit, h.room
  from residents.resident r join residents.household h on h.county = r.county and h.id = r.household`

export type ResidentQuery = {
  readonly place: string | undefined
  readonly ended: boolean
  readonly after: string | undefined
  readonly limit: number
  readonly idNumberHash?: Buffer
  readonly phoneHash?: Buffer
  readonly address?: string
}

/** In the order of entry. */
export function listResidents(db: Db, q: ResidentQuery): Promise<ListedResident[]> {
  const conditions = [q.ended ? sql`r.ended_on is not null` : sql`r.ended_on is null`]
  if (q.place !== undefined) conditions.push(sql`r.county = ${q.place.slice(0, 6)} and r.place = ${q.place}`)
  if (q.idNumberHash) conditions.push(sql`r.id_number_hash = ${q.idNumberHash}`)
  if (q.phoneHash) conditions.push(sql`r.phone_hash = ${q.phoneHash}`)
  if (q.address) conditions.push(sql`position(${q.address} in h.address || h.building || h.unit || h.room) > 0`)
  if (q.after !== undefined) conditions.push(sql`r.id > ${q.after}::uuid`)
  return db.many(Listed, sql`${listed} where ${join(conditions, ' and ')} order by r.id limit ${q.limit}`)
}

type Key = { readonly county: string; readonly id: string }

export function findResident(db: Db, { county, id }: Key): Promise<ListedResident | undefined> {
  return db.maybe(Listed, sql`${listed} where r.county = ${county} and r.id = ${id}`)
}

const SealedResident = z.object({
  person: z.string(),
  name: bytes,
  id_number: bytes.nullable(),
  phone: bytes.nullable(),
})
export function findSealed(db: Db, { county, id }: Key): Promise<z.infer<typeof SealedResident> | undefined> {
  return db.maybe(
    SealedResident,
    sql`select person, name, id_number, phone from residents.resident where county = ${county} and id = ${id}`,
  )
}

export type ResidentChange = {
  readonly name: Buffer
  readonly nameMasked: string
  readonly phone: Buffer | null
  readonly phoneHash: Buffer | null
  readonly phoneMasked: string | null
  readonly relation: string
  readonly status: string
  readonly since: string | null
}
export function updateResident(db: Db, { county, id }: Key, revision: number, c: ResidentChange): Promise<number> {
  return db.run(sql`update residents.resident set name = ${c.name}, name_masked = ${c.nameMasked}, phone = ${c.phone}, phone_hash = ${c.phoneHash}, phone_masked = ${c.phoneMasked},
    relation = ${c.relation}, status = ${c.status}, since = ${c.since}, revision = revision + 1
    where county = ${county} and id = ${id} and revision = ${revision} and ended_on is null`)
}
export function endResident(
  db: Db,
  { county, id }: Key,
  revision: number,
  day: string,
  because: string,
): Promise<number> {
  return db.run(sql`update residents.resident set ended_on = ${day}, ended_because = ${because}, revision = revision + 1
    where county = ${county} and id = ${id} and revision = ${revision} and ended_on is null`)
}

/** Dwellings that have a household already, so that who joins one is no household of their own. */
export async function listDwellings(
  db: Db,
  place: string,
  dwellings: readonly Omit<NewHousehold, 'id' | 'place'>[],
): Promise<readonly NewHousehold[]> {
  return db.many(
    z.object({
      id: z.string(),
      place: z.string(),
      address: z.string(),
      building: z.string(),
      unit: z.string(),
      room: z.string(),
    }),
    sql`select h.id, h.place, h.address, h.building, h.unit, h.room from residents.household h
    join jsonb_to_recordset(${JSON.stringify(dwellings)}::jsonb) as d(address text, building text, unit text, room text)
      on h.address = d.address and h.building = d.building and h.unit = d.unit and h.room = d.room
    where h.county = ${place.slice(0, 6)} and h.place = ${place} and h.kind = 'living' and h.ended_on is null`,
  )
}

export type EnteredHousehold = {
  readonly id: string
  readonly place: string
  readonly kind: string
  readonly address: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly members: number
  readonly floating: number
}
/** A dwelling known by its residents alone is told how many live there; one that was told already breaks the transaction. */
export async function insertEntered(db: Db, since: string, rows: readonly EnteredHousehold[]): Promise<void> {
  const written =
    await db.run(sql`insert into residents.household (county, id, place, kind, address, building, unit, room, members, floating, since)
    select left(place, 6), id, place, kind, address, building, unit, room, members, floating, ${since}::date
    from json_to_recordset(${JSON.stringify(rows)}::json) as h(id uuid, place text, kind text, address text, building text, unit text, room text, members int, floating int)
    on conflict (county, place, address, building, unit, room, kind) where ended_on is null
      do update set members = excluded.members, floating = excluded.floating, revision = household.revision + 1 where household.members is null`)
  if (written !== rows.length) throw new Error(`${rows.length - written} dwellings have a household already`)
}

/** Of these dwellings (place, address, building, unit, room, kind), those whose household says itself how many live there. */
export async function listHeldDwellings(db: Db, dwellings: readonly (readonly string[])[]): Promise<string[][]> {
  // Before the table's first statistics the planner takes it for a handful of rows, and would read all of it for each dwelling.
  await db.run(sql`set local enable_seqscan = off`)
  const rows = await db.many(
    z.object({ dwelling: z.array(z.string()) }),
    sql`select array[h.place, h.address, h.building, h.unit, h.room, h.kind] as dwelling from json_array_elements(${JSON.stringify(dwellings)}::json) d
    join residents.household h on h.county = left(d->>0, 6) and h.place = d->>0 and h.address = d->>1 and h.building = d->>2 and h.unit = d->>3 and h.room = d->>4 and h.kind = d->>5
    where h.ended_on is null and h.members is not null`,
  )
  return rows.map((one) => one.dwelling)
}

export const HouseholdRow = z.object({
  county: z.string(),
  id: z.string(),
  place: z.string(),
  kind: z.string(),
  address: z.string(),
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  members: z.number().nullable(),
  floating: z.number().nullable(),
  revision: z.number(),
  ended_on: z.string().nullable(),
  ended_because: z.string().nullable(),
})
export type HouseholdRow = z.infer<typeof HouseholdRow>
const household = sql`county, id, place, kind, address, building, unit, room, members, floating, revision, ended_on, ended_because`

export type HouseholdQuery = {
  readonly prefix: string
  readonly address: string
  readonly ended: boolean
  readonly after: string | undefined
  readonly limit: number
}
export function listHouseholds(db: Db, q: HouseholdQuery): Promise<HouseholdRow[]> {
  const conditions = [
    q.ended ? sql`ended_on is not null` : sql`ended_on is null`,
    q.prefix.length === 12
      ? sql`county = ${q.prefix.slice(0, 6)} and place = ${q.prefix}`
      : sql`county ^@ ${q.prefix.slice(0, 6)} and place ^@ ${q.prefix}`,
  ]
  if (q.address) conditions.push(sql`position(${q.address} in address || building || unit || room) > 0`)
  if (q.after !== undefined) conditions.push(sql`id > ${q.after}::uuid`)
  return db.many(
    HouseholdRow,
    sql`select ${household} from residents.household where ${join(conditions, ' and ')} order by id limit ${q.limit}`,
  )
}
export function findHousehold(db: Db, { county, id }: Key): Promise<HouseholdRow | undefined> {
  return db.maybe(
    HouseholdRow,
    sql`select ${household} from residents.household where county = ${county} and id = ${id}`,
  )
}
export function updateHousehold(
  db: Db,
  { county, id }: Key,
  revision: number,
  one: { readonly members: number; readonly floating: number },
): Promise<number> {
  return db.run(sql`update residents.household set members = ${one.members}, floating = ${one.floating}, revision = revision + 1
    where county = ${county} and id = ${id} and revision = ${revision} and ended_on is null`)
}
export function endHousehold(
  db: Db,
  { county, id }: Key,
  revision: number,
  day: string,
  because: string,
): Promise<number> {
  return db.run(sql`update residents.household set ended_on = ${day}, ended_because = ${because}, revision = revision + 1
    where county = ${county} and id = ${id} and revision = ${revision} and ended_on is null`)
}

const HouseholdCount = z.object({
  place: z.string(),
  living: z.number(),
  registered: z.number(),
  population: z.number(),
  floating: z.number(),
})
/**
 * Households of some places or of all, on a day. Where a household says nothing of its members, those of the residents' register
 * who live there count (R1, R3), and of them R3 as floating.
 */
export function countHouseholds(
  db: Db,
  places: readonly string[] | 'all',
  on: string,
): Promise<z.infer<typeof HouseholdCount>[]> {
  const of = (alias: ReturnType<typeof sql>) =>
    places === 'all'
      ? sql`true`
      : sql`${alias}.county = any (${[...new Set(places.map((one) => one.slice(0, 6)))]}) and ${alias}.place = any (${[...places]})`
  const open = sql`(h.since is null or h.since <= ${on}::date) and (h.ended_on is null or h.ended_on > ${on}::date)`
  return db.many(
    HouseholdCount,
    sql`with entered as (
      select h.place, count(*) filter (where kind = 'living')::int as living, count(*) filter (where kind = 'registered')::int as registered,
        coalesce(sum(members) filter (where kind = 'living'), 0)::int as population, coalesce(sum(floating) filter (where kind = 'living'), 0)::int as floating,
        bool_or(members is null) as more
      from residents.household h where ${of(sql`h`)} and ${open} group by h.place),
    one_by_one as (
      select h.place, count(*)::int as population, count(*) filter (where r.status = 'R3')::int as floating
      from residents.household h join residents.resident r on r.county = h.county and r.household = h.id
      where exists (select from entered where more) and h.members is null and h.kind = 'living' and ${of(sql`h`)} and ${open}
        and r.status in ('R1', 'R3') and (r.ended_on is null or r.ended_on > ${on}::date) group by h.place)
    select e.place, e.living, e.registered, e.population + coalesce(o.population, 0) as population, e.floating + coalesce(o.floating, 0) as floating
    from entered e left join one_by_one o using (place) order by e.place`,
  )
}

/** The households of one place by what their addresses begin with; no persons. */
export function listAddressGroups(db: Db, place: string) {
  return db.many(
    z.object({ address: z.string(), households: z.number(), members: z.number() }),
    sql`select address, count(*)::int as households, coalesce(sum(members), 0)::int as members from residents.household
      where county = ${place.slice(0, 6)} and place = ${place} and kind = 'living' and ended_on is null group by address order by address limit 500`,
  )
}
