import { listOpenRows, type OpenRow } from '#kernel/register/plain/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

export type NewForm = {
  readonly county: string
  readonly id: string
  readonly place: string
  readonly org: string
  readonly office: string
  readonly item: string
  readonly title: string
  readonly headers: readonly string[]
  readonly photos: number
  readonly on: string
  readonly person: string
}
export function insertForm(db: Db, f: NewForm): Promise<number> {
  return db.run(sql`insert into burden.form (county, id, place, org, office, item, title, headers, held, photos, sent_on, by_person)
    values (${f.county}, ${f.id}, ${f.place}, ${f.org}, ${f.office}, ${f.item}, ${f.title}, ${f.headers}, 0, ${f.photos}, ${f.on}, ${f.person})`)
}

const SentForm = z.object({
  place: z.string(),
  office: z.string(),
  fields: z.number(),
  held: z.number(),
  photos: z.number(),
})
export function listForms(db: Db, month: string): Promise<z.infer<typeof SentForm>[]> {
  return db.many(
    SentForm,
    sql`select place, office, cardinality(headers) as fields, held, photos from burden.form
      where sent_on >= ${`${month}-01`}::date and sent_on < ${`${month}-01`}::date + interval '1 month'`,
  )
}

export function listRows(db: Db, register: string, on: string): Promise<OpenRow[]> {
  return listOpenRows(db, register, 'all', on)
}

/** How many rows a register of the plain kind holds, and since when; undefined when it holds none. */
export async function heldSince(db: Db, register: string): Promise<{ rows: number; since: string } | undefined> {
  const row = await db.one(
    z.object({ rows: z.number(), since: z.string().nullable() }),
    sql`select count(*)::int as rows, min(since)::text as since from kernel.register_row where register = ${register} and ended_on is null`,
  )
  return row.since === null ? undefined : { rows: row.rows, since: row.since }
}

/** The offices that called a community last, for a second tap. */
export async function recentOffices(db: Db, prefix: string): Promise<string[]> {
  const rows = await db.many(
    z.object({ office: z.string() }),
    sql`select cells->>'office' as office from kernel.register_row where register in ('called-meetings', 'demanded-ledgers') and place ^@ ${prefix} and ended_on is null
      group by 1 order by max(since) desc, count(*) desc, 1 limit 8`,
  )
  return rows.map((row) => row.office)
}

/** Tasks that offices sent in a month and that the gate let through; refused ones cost nobody anything. */
export function listTasks(db: Db, month: string) {
  return db.many(
    z.object({ office: z.string(), place: z.string(), kind: z.string(), minutes: z.number(), meetings: z.number() }),
    sql`select data->>'senderName' as office, place, data#>>'{demand,kind}' as kind, coalesce((data#>>'{item,minutes}')::int, 0) as minutes,
      coalesce((data#>>'{demand,meetings}')::int, 0) as meetings from kernel.case
      where procedure = 'community-task' and step in ('received', 'done') and opened_on >= ${`${month}-01`}::date and opened_on < ${`${month}-01`}::date + interval '1 month'`,
  )
}
