/** Lists of the inbox, by keyset under the caller's scope; standard texts and saved views. */
import { listCases } from '#kernel/case/store.ts'
import { type Database, type Db, join, type Scope, type Sql, sql } from '#platform/db'
import { z } from 'zod'

export type InboxQuery = {
  readonly view: 'office' | 'mine' | 'unassigned' | 'overdue' | 'waiting' | 'ended'
  readonly org: string
  readonly person: string
  readonly today: string
  readonly after?: { readonly due: string; readonly county: string; readonly id: string } | undefined
  readonly subject?: string | undefined
  readonly limit: number
}

const FAR = '9999-12-31'

export function listInbox(database: Database, scope: Scope, q: InboxQuery) {
  const conditions = [...viewConditions(q)]
  if (q.subject) conditions.push(sql`subject = ${q.subject}`)
  const ended = q.view === 'ended'
  if (q.after && ended) conditions.push(sql`(ended_on, id) < (${q.after.due}::date, ${q.after.id}::uuid)`)
  else if (q.after && q.after.due !== FAR)
    conditions.push(
      sql`((due_on, county, id) > (${q.after.due}::date, ${q.after.county}, ${q.after.id}::uuid) or due_on is null)`,
    )
  else if (q.after) conditions.push(sql`due_on is null and (county, id) > (${q.after.county}, ${q.after.id}::uuid)`)
  return listCases(
    database,
    scope,
    sql`where ${join(conditions, ' and ')} order by ${ended ? sql`ended_on desc, id desc` : sql`due_on, county, id`} limit ${q.limit}`,
  )
}

function viewConditions(q: InboxQuery): Sql[] {
  const held = sql`holder = ${q.org}`
  const open = sql`ended_on is null`
  switch (q.view) {
    case 'office':
      return [held, open]
    case 'mine':
      return [held, open, sql`assignee = ${q.person}`]
    case 'unassigned':
      return [held, open, sql`assignee is null`]
    case 'overdue':
      return [held, open, sql`due_on < ${q.today}`]
    case 'waiting':
      return [sql`(county, id) in (select county, id from kernel.taking_part(${q.org}, false, 1000))`, open]
    case 'ended':
      return [
        sql`(county, id) in (select county, id from kernel.taking_part(${q.org}, true, 1000))`,
        sql`ended_on is not null`,
      ]
  }
}

const Counts = z.object({
  office: z.number(),
  mine: z.number(),
  unassigned: z.number(),
  overdue: z.number(),
  waiting: z.number(),
})
export async function countInbox(
  database: Database,
  scope: Scope,
  org: string,
  person: string,
  today: string,
): Promise<z.infer<typeof Counts>> {
  const [counts] = await database.read(
    scope,
    Counts,
    sql`select count(*)::int as office, count(*) filter (where assignee = ${person})::int as mine, count(*) filter (where assignee is null)::int as unassigned,
    count(*) filter (where due_on < ${today})::int as overdue,
    (select count(*)::int from kernel.taking_part(${org}, false, 1000)) as waiting
    from kernel.case where holder = ${org} and ended_on is null`,
  )
  if (!counts) throw new Error('a count has one row')
  return counts
}

/** What the open cases of an office are about, the most frequent first. */
export function countSubjects(database: Database, scope: Scope, org: string) {
  return database.read(
    scope,
    z.object({ subject: z.string(), procedure: z.string(), n: z.number() }),
    sql`select subject, min(procedure) as procedure, count(*)::int as n from kernel.case where holder = ${org} and ended_on is null group by subject order by n desc, subject limit 100`,
  )
}

export const StandardTextRow = z.object({ county: z.string(), id: z.string(), field: z.string(), text: z.string() })
export function listStandardTexts(db: Db, county: string, org: string) {
  return db.many(
    StandardTextRow,
    sql`select county, id, field, text from kernel.standard_text where county = ${county} and org = ${org} and ended_at is null order by at`,
  )
}
export function insertStandardText(
  db: Db,
  one: { county: string; id: string; org: string; field: string; text: string; by: string; at: Date },
): Promise<number> {
  return db.run(
    sql`insert into kernel.standard_text (county, id, org, field, text, by_person, at) values (${one.county}, ${one.id}, ${one.org}, ${one.field}, ${one.text}, ${one.by}, ${one.at})`,
  )
}
export function endStandardText(db: Db, county: string, id: string, at: Date): Promise<number> {
  return db.run(
    sql`update kernel.standard_text set ended_at = ${at} where county = ${county} and id = ${id} and ended_at is null`,
  )
}

const SavedViewRow = z.object({
  county: z.string(),
  id: z.string(),
  title: z.string(),
  view: z.enum(['office', 'mine', 'unassigned', 'overdue', 'waiting', 'ended']),
  subject: z.string().nullable(),
})
export function listSavedViews(db: Db, county: string, person: string) {
  return db.many(
    SavedViewRow,
    sql`select county, id, title, view, subject from kernel.saved_view where county = ${county} and person = ${person} and ended_at is null order by at`,
  )
}
export function insertSavedView(
  db: Db,
  one: { county: string; id: string; person: string; title: string; view: string; subject: string | null; at: Date },
): Promise<number> {
  return db.run(
    sql`insert into kernel.saved_view (county, id, person, title, view, subject, at) values (${one.county}, ${one.id}, ${one.person}, ${one.title}, ${one.view}, ${one.subject}, ${one.at})`,
  )
}
export function endSavedView(db: Db, county: string, id: string, at: Date): Promise<number> {
  return db.run(
    sql`update kernel.saved_view set ended_at = ${at} where county = ${county} and id = ${id} and ended_at is null`,
  )
}
