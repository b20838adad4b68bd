/** Counts of the inbox under the caller's scope; standard texts and saved views. */
import { type Database, type Db, type Scope, sql } from '#platform/db'
import { z } from 'zod'

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
