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

export type NewRow = {
  readonly county: string
  readonly id: string
  readonly place: string
  readonly title: string
  readonly keys: readonly string[]
  readonly cells: Readonly<Record<string, string | number>>
}

/** Rows with what may stand once; a key that is held breaks the transaction. */
export async function insertRows(db: Db, register: string, since: string, rows: readonly NewRow[]): Promise<void> {
  const records = JSON.stringify(rows)
  await db.run(sql`insert into kernel.register_row (county, id, register, place, title, keys, cells, since)
    select r.county, r.id, ${register}, r.place, r.title, array(select jsonb_array_elements_text(r.keys)), r.cells, ${since}::date
    from jsonb_to_recordset(${records}::jsonb) as r(county text, id uuid, place text, title text, keys jsonb, cells jsonb)`)
  if (rows.some((row) => row.keys.length))
    await db.run(sql`insert into kernel.register_key (county, register, key, row)
      select r.county, ${register}, k.value, r.id from jsonb_to_recordset(${records}::jsonb) as r(county text, id uuid, keys jsonb), jsonb_array_elements_text(r.keys) k`)
}

/** Of these keys, those that are held, in any county below a place. */
export async function heldKeys(db: Db, register: string, prefix: string, keys: readonly string[]): Promise<string[]> {
  const rows = await db.many(
    z.object({ key: z.string() }),
    sql`select k.key from kernel.register_key k where k.county ^@ ${prefix.slice(0, 6)} and k.register = ${register} and k.held and k.key = any (${keys})`,
  )
  return rows.map((one) => one.key)
}

/** Does any plain register hold anything? */
export async function holdsRows(db: Db): Promise<boolean> {
  const { any } = await db.one(
    z.object({ any: z.boolean() }),
    sql`select exists (select from kernel.register_row) as any`,
  )
  return any
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
  readonly ended: boolean
  readonly after: string | undefined
  readonly limit: number
}
export function listRows(db: Db, q: RowsQuery): Promise<PlainRow[]> {
  const after = q.after ? sql`and id > ${q.after}` : sql``
  const found = q.text ? sql`and title ^@ ${q.text}` : sql``
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
export function updateRow(
  db: Db,
  county: string,
  id: string,
  revision: number,
  cells: Readonly<Record<string, string | number>>,
): Promise<number> {
  return db.run(
    sql`update kernel.register_row set cells = cells || ${JSON.stringify(cells)}::jsonb, revision = revision + 1 where county = ${county} and id = ${id} and revision = ${revision} and ended_on is null`,
  )
}
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
    await db.run(sql`update kernel.register_key set held = false where county = ${key.county} and row = ${key.id}`)
  return ended
}
