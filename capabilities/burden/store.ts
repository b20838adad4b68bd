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
  readonly supplied: readonly string[]
  readonly photos: number
  readonly on: string
  readonly person: string
}
/** One row for each county it goes to, with a sheet for each community. */
export async function insertForm(
  db: Db,
  f: NewForm,
  sheets: readonly { readonly place: string; readonly task: string }[],
): Promise<void> {
  await db.run(sql`insert into burden.form (county, id, place, org, office, item, title, headers, supplied, held, photos, sent_on, by_person)
    values (${f.county}, ${f.id}, ${f.place}, ${f.org}, ${f.office}, ${f.item}, ${f.title}, ${f.headers}, ${f.supplied}, 0, ${f.photos}, ${f.on}, ${f.person})`)
  await db.run(sql`insert into burden.sheet (county, form, place, org, task)
    select ${f.county}, ${f.id}, place, ${f.org}, task from unnest(${sheets.map((one) => one.place)}::text[], ${sheets.map((one) => one.task)}::uuid[]) t(place, task)`)
}

/** The form that came with a task. */
export function findFormOfTask(db: Db, county: string, task: string) {
  return db.maybe(
    z.object({ id: z.string(), title: z.string(), answered_on: z.string().nullable() }),
    sql`select f.id, f.title, s.answered_on from burden.sheet s join burden.form f on f.county = s.county and f.id = s.form where s.county = ${county} and s.task = ${task}`,
  )
}

const SheetRow = z.object({
  form: z.string(),
  office: z.string(),
  title: z.string(),
  headers: z.array(z.string()),
  supplied: z.array(z.string()),
  asked_photos: z.number(),
  sent_on: z.string(),
  due_on: z.string().nullable(),
  step: z.string(),
  opened_at: z.date().nullable(),
  answered_on: z.string().nullable(),
  answer: z.instanceof(Buffer).nullable(),
})
export type SheetRow = z.infer<typeof SheetRow>
/** The sheet that one community answers. */
export function findSheet(db: Db, county: string, task: string, place: string): Promise<SheetRow | undefined> {
  return db.maybe(
    SheetRow,
    sql`select s.form, f.office, f.title, f.headers, f.supplied, f.photos as asked_photos, f.sent_on, c.due_on, c.step, s.opened_at, s.answered_on, s.answer
      from burden.sheet s join burden.form f on f.county = s.county and f.id = s.form join kernel.case c on c.county = s.county and c.id = s.task
      where s.county = ${county} and s.task = ${task} and s.place = ${place}`,
  )
}
/** Opened for the first time; later openings change nothing. */
export function openSheet(db: Db, county: string, task: string, at: Date): Promise<number> {
  return db.run(
    sql`update burden.sheet set opened_at = ${at} where county = ${county} and task = ${task} and opened_at is null and answered_on is null`,
  )
}
export type Answer = {
  readonly on: string
  readonly rows: Uint8Array
  readonly filled: number
  readonly photos: number
  readonly seconds: number | null
}
/** Once: none when it was answered before. When it was opened is forgotten. */
export function answerSheet(db: Db, county: string, task: string, a: Answer): Promise<number> {
  return db.run(sql`update burden.sheet set answered_on = ${a.on}::date, answer = ${a.rows}, filled = ${a.filled}, photos = ${a.photos}, seconds = ${a.seconds}, opened_at = null
    where county = ${county} and task = ${task} and answered_on is null`)
}

const SentForm = z.object({
  id: z.string(),
  place: z.string(),
  office: z.string(),
  fields: z.number(),
  held: z.number(),
  photos: z.number(),
})
/** Forms of a month, community by community: as they were answered, else as they ask; refused ones cost nobody anything. */
export function listForms(db: Db, month: string): Promise<z.infer<typeof SentForm>[]> {
  return db.many(
    SentForm,
    sql`select f.id, s.place, f.office, coalesce(s.filled, cardinality(f.headers)) as fields, f.held, coalesce(s.photos, f.photos) as photos
      from burden.form f join burden.sheet s on s.county = f.county and s.form = f.id left join kernel.case c on c.county = s.county and c.id = s.task
      where f.sent_on >= ${`${month}-01`}::date and f.sent_on < ${`${month}-01`}::date + interval '1 month' and (s.task is null or c.step in ('received', 'done'))`,
  )
}

/** Medians of a field's time: of each form, of each office, of all; measured before the month after this one began. */
export function listMedians(db: Db, month: string) {
  return db.many(
    z.object({ form: z.string().nullable(), office: z.string().nullable(), n: z.number(), milliseconds: z.number() }),
    sql`select f.id as form, f.office, count(*)::int as n, (percentile_disc(0.5) within group (order by s.seconds * 1000 / s.filled))::int as milliseconds
      from burden.sheet s join burden.form f on f.county = s.county and f.id = s.form
      where s.seconds is not null and s.answered_on < ${`${month}-01`}::date + interval '1 month' group by grouping sets ((f.id), (f.office), ())
      having count(*) > 0`,
  )
}

/** Forms that an office sent, the newest first, over all counties. */
export function listSent(db: Db, org: string) {
  return db.many(
    z.object({
      id: z.string(),
      title: z.string(),
      item: z.string(),
      sent_on: z.string(),
      fields: z.number(),
      communities: z.number(),
      answered: z.number(),
    }),
    sql`select f.id, f.title, f.item, f.sent_on, cardinality(f.headers) as fields, count(*)::int as communities, count(s.answered_on)::int as answered
      from burden.form f join burden.sheet s on s.county = f.county and s.form = f.id
      where f.org = ${org} group by f.id, f.title, f.item, f.sent_on, f.headers order by f.sent_on desc, f.id desc limit 100`,
  )
}
/** A form that an office sent, and how many answered. */
export function findSent(db: Db, org: string, id: string) {
  return db.maybe(
    z.object({
      title: z.string(),
      headers: z.array(z.string()),
      supplied: z.array(z.string()),
      communities: z.number(),
      answered: z.number(),
    }),
    sql`select f.title, f.headers, f.supplied, count(*)::int as communities, count(s.answered_on)::int as answered
      from burden.form f join burden.sheet s on s.county = f.county and s.form = f.id
      where f.org = ${org} and f.id = ${id} group by f.title, f.headers, f.supplied`,
  )
}
/** What communities answered, in the order of their codes. */
export function listAnswers(db: Db, org: string, form: string, after: string, limit: number) {
  return db.many(
    z.object({ place: z.string(), answer: z.instanceof(Buffer) }),
    sql`select place, answer from burden.sheet where org = ${org} and form = ${form} and answer is not null and place > ${after} order by place limit ${limit}`,
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

/** Tasks that offices sent in a month and that the gate let through, forms aside; refused ones cost nobody anything. */
export function listTasks(db: Db, month: string) {
  return db.many(
    z.object({ office: z.string(), place: z.string(), kind: z.string(), minutes: z.number(), meetings: z.number() }),
    sql`select data->>'senderName' as office, place, data#>>'{demand,kind}' as kind, coalesce((data#>>'{item,minutes}')::int, 0) as minutes,
      coalesce((data#>>'{demand,meetings}')::int, 0) as meetings from kernel.case
      where procedure = 'community-task' and step in ('received', 'done') and opened_on >= ${`${month}-01`}::date and opened_on < ${`${month}-01`}::date + interval '1 month'
        and not exists (select 1 from burden.sheet s where s.county = kernel.case.county and s.task = kernel.case.id)`,
  )
}
