import type { CaseFact } from '#kernel/indicator/source.ts'
import { plainDate } from '#kernel/calendar'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const FactsShape = z.record(z.string(), z.number())
const StoredFacts = z.object({ place: z.string(), source: z.string(), facts: FactsShape })
export type StoredFacts = z.infer<typeof StoredFacts>

export function listFacts(db: Db): Promise<StoredFacts[]> {
  return db.many(StoredFacts, sql`select place, source, facts from kernel.indicator_fact where facts <> '{}'::jsonb`)
}

/** What was counted takes the place of what was counted before; a row that says the same is not written again. */
export async function storeFacts(db: Db, day: string, rows: readonly StoredFacts[]): Promise<void> {
  await db.run(sql`insert into kernel.indicator_fact (county, place, source, facts, counted_on)
    select left(r.place, 6), r.place, r.source, r.facts, ${day}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place text, source text, facts jsonb) order by 1, 2, 3
    on conflict (county, place, source) do update set facts = excluded.facts, counted_on = excluded.counted_on
    where indicator_fact.facts <> excluded.facts`)
}

const CaseRow = z.object({
  place: z.string(),
  subject: z.string(),
  step: z.string(),
  opened_on: z.string(),
  ended_on: z.string().nullable(),
  due_on: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})

export async function listCases(
  db: Db,
  procedure: string,
  places: readonly string[] | 'all',
  on: string,
): Promise<{ place: string; fact: CaseFact }[]> {
  const where =
    places === 'all'
      ? sql`true`
      : sql`county = any (${[...new Set(places.map((one) => one.slice(0, 6)))]}) and place = any (${[...places]})`
  const rows = await db.many(
    CaseRow,
    sql`select place, subject, step, opened_on, ended_on, due_on, data from kernel.case
      where procedure = ${procedure} and ${where} and opened_on <= ${on}::date order by place, opened_on, id`,
  )
  const day = (value: string | null) => (value === null ? null : plainDate(value))
  return rows.map(({ place, subject, step, opened_on, ended_on, due_on, data }) => ({
    place,
    fact: {
      subject,
      step,
      openedOn: plainDate(opened_on),
      endedOn: day(ended_on),
      dueOn: day(due_on),
      data,
    },
  }))
}

const DutyRow = z.object({
  number: z.string(),
  procedure: z.string(),
  version: z.number(),
  place: z.string(),
  holder: z.string(),
  due_on: z.string().nullable(),
})
const MOST_DUTIES = 50

/** Open cases that are duties of places below a prefix, those due first in front; nothing of persons. */
export async function listDuties(db: Db, procedures: readonly string[], prefix: string, today: string) {
  const where = sql`procedure = any (${[...procedures]}) and place ^@ ${prefix} and ended_on is null and applicant is null`
  return {
    ...(await db.one(
      z.object({ open: z.number(), overdue: z.number() }),
      sql`select count(*)::int as open, count(*) filter (where due_on < ${today}::date)::int as overdue from kernel.case where ${where}`,
    )),
    cases: await db.many(
      DutyRow,
      sql`select number, procedure, version, place, holder, due_on from kernel.case where ${where} order by due_on, number limit ${MOST_DUTIES}`,
    ),
  }
}

const FiguresShape = z.record(z.string(), z.tuple([z.number(), z.number()]))
export type StoredFigures = z.infer<typeof FiguresShape>
const MonthRow = z.object({ place: z.string(), figures: FiguresShape })

export function insertMonth(
  db: Db,
  month: string,
  at: Date,
  packs: string,
  rows: readonly { place: string; figures: StoredFigures }[],
): Promise<number> {
  return db.run(sql`insert into kernel.indicator_month (county, place, month, taken_at, packs, figures)
    select left(r.place, 6), r.place, ${month}, ${at}, ${packs}, r.figures
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(place text, figures jsonb)`)
}

export async function listMonths(db: Db): Promise<string[]> {
  const rows = await db.many(
    z.object({ month: z.string() }),
    sql`select distinct month from kernel.indicator_month order by month`,
  )
  return rows.map((one) => one.month)
}

/** The day of the first row of any register: months before it hold nothing. */
export async function firstDay(db: Db): Promise<string | null> {
  const found = await db.one(
    z.object({ first: z.string().nullable() }),
    sql`select min(since) as first from kernel.register_row`,
  )
  return found.first
}

/** The latest count of a month, of all places. */
export function listFigures(db: Db, month: string): Promise<z.infer<typeof MonthRow>[]> {
  return db.many(
    MonthRow,
    sql`select place, figures from kernel.indicator_month where month = ${month}
      and taken_at = (select max(taken_at) from kernel.indicator_month where month = ${month})`,
  )
}

/** One indicator of one place through the months, the latest count of each. */
export function listTrend(db: Db, county: string, place: string, indicator: string) {
  return db.many(
    z.object({ month: z.string(), counted: z.tuple([z.number(), z.number()]) }),
    sql`select distinct on (month) month, figures->${indicator} as counted from kernel.indicator_month
      where county = ${county} and place = ${place} and figures ? ${indicator} order by month, taken_at desc`,
  )
}
