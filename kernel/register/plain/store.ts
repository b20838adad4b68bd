import { CITY } from '#kernel/person/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

export const PlainRow = z.object({
  county: z.string(),
  id: z.string(),
  place: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])),
  revision: z.number(),
  ended_on: z.string().nullable(),
  ended_because: z.string().nullable(),
})
export type PlainRow = z.infer<typeof PlainRow>
const columns = sql`county, id, place, cells, revision, ended_on, ended_because`

/** `county` is the city's own for what may stand once in the whole city. */
export type HeldKey = { readonly county: string; readonly key: string }

export type NewRow = {
  readonly county: string
  readonly id: string
  readonly place: string
  readonly title: string
  readonly keys: readonly HeldKey[]
  readonly foundBy: readonly string[]
  readonly cells: Readonly<Record<string, string | number>>
}

/** Rows with what may stand once; a key that is held breaks the transaction. */
export async function insertRows(db: Db, register: string, since: string, rows: readonly NewRow[]): Promise<void> {
  const records = JSON.stringify(rows)
  await db.run(sql`insert into kernel.register_row (county, id, register, place, title, keys, found_by, cells, since)
    select r.county, r.id, ${register}, r.place, r.title, array(select k->>'key' from jsonb_array_elements(r.keys) k),
      array(select jsonb_array_elements_text(r."foundBy")), r.cells, ${since}::date
    from jsonb_to_recordset(${records}::jsonb) as r(county text, id uuid, place text, title text, keys jsonb, "foundBy" jsonb, cells jsonb)`)
  if (rows.some((row) => row.keys.length))
    await db.run(sql`insert into kernel.register_key (county, register, key, row, of_county)
      select k->>'county', ${register}, k->>'key', r.id, r.county from jsonb_to_recordset(${records}::jsonb) as r(county text, id uuid, keys jsonb), jsonb_array_elements(r.keys) k`)
}

/** Of these keys, those that are held, by whomever, in any county below a place. */
export async function heldKeys(db: Db, register: string, prefix: string, keys: readonly string[]): Promise<string[]> {
  const rows = await db.many(
    z.object({ key: z.string() }),
    sql`select key from kernel.held_keys(${prefix.slice(0, 6)}, ${register}, ${[...keys]}) key`,
  )
  return rows.map((one) => one.key)
}

/** Rows that are alike follow one another in time: a key and its first and last day. */
export type Period = { readonly alike: string; readonly from: string; readonly to: string }

/** Of these periods, by their number, those that overlap one that is held by another row than `but`. */
export async function heldPeriods(
  db: Db,
  register: string,
  prefix: string,
  periods: readonly Period[],
  but: string | null,
): Promise<number[]> {
  const sought = JSON.stringify(periods.map((one, at) => ({ ...one, at })))
  const rows = await db.many(
    z.object({ at: z.number() }),
    sql`select at from kernel.held_periods(${prefix.slice(0, 6)}, ${register}, ${sought}::jsonb, ${but}::uuid) at`,
  )
  return rows.map((one) => one.at)
}

export const OpenRow = z.object({
  county: z.string(),
  id: z.string(),
  place: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type OpenRow = z.infer<typeof OpenRow>

/** The rows that are open on a day, of these places or of all, place by place: for counting and for duties. */
export function listOpenRows(
  db: Db,
  register: string,
  places: readonly string[] | 'all',
  on: string,
): Promise<OpenRow[]> {
  const where =
    places === 'all'
      ? sql`true`
      : sql`county = any (${[...new Set(places.map((one) => one.slice(0, 6)))]}) and place = any (${[...places]})`
  return db.many(
    OpenRow,
    sql`select county, id, place, cells from kernel.register_row
      where register = ${register} and ${where} and since <= ${on}::date and (ended_on is null or ended_on > ${on}::date) order by place, id`,
  )
}

export type RowsQuery = {
  readonly register: string
  readonly prefix: string
  readonly text: string
  /** Hashes of what was typed, as a name or number in full. */
  readonly foundBy: readonly string[]
  readonly ended: boolean
  readonly after: string | undefined
  readonly limit: number
}
export function listRows(db: Db, q: RowsQuery): Promise<PlainRow[]> {
  const after = q.after ? sql`and id > ${q.after}` : sql``
  const found = q.text ? sql`and (strpos(title, ${q.text}) > 0 or found_by && ${[...q.foundBy]}::text[])` : sql``
  const open = q.ended ? sql`ended_on is not null` : sql`ended_on is null`
  return db.many(
    PlainRow,
    sql`select ${columns} from kernel.register_row where register = ${q.register} and place ^@ ${q.prefix} and ${open} ${found} ${after} order by id limit ${q.limit}`,
  )
}
export function findRow(db: Db, register: string, county: string, id: string): Promise<PlainRow | undefined> {
  return db.maybe(
    PlainRow,
    sql`select ${columns} from kernel.register_row where county = ${county} and id = ${id} and register = ${register}`,
  )
}
export type RowChange = {
  readonly cells: Readonly<Record<string, string | number>>
  readonly title: string
  readonly keys: readonly HeldKey[]
  readonly foundBy: readonly string[]
}
/** All cells of the row anew, with what it is found by and what it holds. */
export async function updateRow(
  db: Db,
  register: string,
  key: { county: string; id: string },
  revision: number,
  row: RowChange,
): Promise<number> {
  const changed =
    await db.run(sql`update kernel.register_row set cells = ${JSON.stringify(row.cells)}::jsonb, title = ${row.title}, keys = ${row.keys.map((one) => one.key)},
      found_by = ${[...row.foundBy]}, revision = revision + 1 where county = ${key.county} and id = ${key.id} and revision = ${revision} and ended_on is null`)
  if (changed === 0) return 0
  const keys = JSON.stringify(row.keys)
  await db.run(
    sql`update kernel.register_key set held = false where county = any (${[key.county, CITY]}) and row = ${key.id} and not exists (select from jsonb_to_recordset(${keys}::jsonb) as k(county text, key text) where k.county = register_key.county and k.key = register_key.key)`,
  )
  await db.run(sql`insert into kernel.register_key (county, register, key, row, of_county)
    select k.county, ${register}, k.key, ${key.id}::uuid, ${key.county} from jsonb_to_recordset(${keys}::jsonb) as k(county text, key text)
    on conflict (county, register, key, row) do update set held = true`)
  return changed
}
/** Held no more from today. */
export async function endRow(
  db: Db,
  key: { county: string; id: string },
  revision: number,
  today: string,
  because: string,
): Promise<number> {
  const ended = await db.run(
    sql`update kernel.register_row set ended_on = ${today}, ended_because = ${because}, revision = revision + 1 where county = ${key.county} and id = ${key.id} and revision = ${revision} and ended_on is null`,
  )
  if (ended)
    await db.run(
      sql`update kernel.register_key set held = false where county = any (${[key.county, CITY]}) and row = ${key.id}`,
    )
  return ended
}
