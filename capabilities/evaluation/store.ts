import { tellChanged } from '#kernel/indicator/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const Evidence = z.object({ kind: z.enum(['indicator', 'procedure']), name: z.string() })
const PlanRow = z.object({
  county: z.string(),
  id: z.string(),
  year: z.number(),
  level: z.enum(['county', 'street']),
  place: z.string(),
  indicators: z.array(
    z.object({ name: z.string(), weight: z.number(), evidence: Evidence, proposedBy: z.string().nullable() }),
  ),
  published_on: z.string(),
  review_document: z.string().nullable(),
  review_on: z.string().nullable(),
})
export type PlanRow = z.infer<typeof PlanRow>
const plan = sql`county, id, year, level, place, indicators, published_on, review_document, review_on`

export const SOURCE = 'evaluation-plans'

export function listPlans(db: Db, year: number): Promise<PlanRow[]> {
  return db.many(PlanRow, sql`select ${plan} from evaluation.plan where year = ${year} order by place, id`)
}
export function findPlanOf(db: Db, county: string, year: number, place: string): Promise<PlanRow | undefined> {
  return db.maybe(
    PlanRow,
    sql`select ${plan} from evaluation.plan where county = ${county} and year = ${year} and place = ${place}`,
  )
}

export type NewPlan = Omit<PlanRow, 'published_on' | 'review_document' | 'review_on'> & {
  readonly on: string
  readonly person: string
  readonly org: string
}
/** How many were written: none when there is one of this year and place already. */
export async function insertPlan(db: Db, p: NewPlan): Promise<number> {
  const made =
    await db.run(sql`insert into evaluation.plan (county, id, year, level, place, indicators, published_on, by_person, by_org)
    values (${p.county}, ${p.id}, ${p.year}, ${p.level}, ${p.place}, ${JSON.stringify(p.indicators)}::jsonb, ${p.on}, ${p.person}, ${p.org}) on conflict (county, year, place) do nothing`)
  if (made) await tellChanged(db, SOURCE, [p.place])
  return made
}
export async function setReview(
  db: Db,
  key: { county: string; id: string },
  document: string,
  on: string,
): Promise<number> {
  const row = await db.maybe(
    z.object({ place: z.string() }),
    sql`update evaluation.plan set review_document = ${document}, review_on = ${on} where county = ${key.county} and id = ${key.id} returning place`,
  )
  if (row) await tellChanged(db, SOURCE, [row.place])
  return row ? 1 : 0
}

const ProposalRow = z.object({
  county: z.string(),
  id: z.string(),
  year: z.number(),
  place: z.string(),
  org: z.string(),
  name: z.string(),
  weight: z.number(),
  evidence: Evidence,
  state: z.enum(['proposed', 'taken', 'declined']),
})
export type ProposalRow = z.infer<typeof ProposalRow>
const proposal = sql`county, id, year, place, org, name, weight, evidence, state`

export function listProposals(db: Db): Promise<ProposalRow[]> {
  return db.many(
    ProposalRow,
    sql`select ${proposal} from evaluation.proposal order by year desc, proposed_on desc, id limit 200`,
  )
}
export function listOpenProposals(
  db: Db,
  county: string,
  year: number,
  place: string,
  ids: readonly string[],
): Promise<ProposalRow[]> {
  return db.many(
    ProposalRow,
    sql`select ${proposal} from evaluation.proposal where county = ${county} and year = ${year} and place = ${place} and state = 'proposed' and id = any (${[...ids]}::uuid[]) order by id`,
  )
}
export function insertProposal(
  db: Db,
  p: Omit<ProposalRow, 'state'> & { readonly person: string; readonly on: string },
): Promise<number> {
  return db.run(sql`insert into evaluation.proposal (county, id, year, place, org, name, weight, evidence, by_person, proposed_on)
    values (${p.county}, ${p.id}, ${p.year}, ${p.place}, ${p.org}, ${p.name}, ${p.weight}, ${JSON.stringify(p.evidence)}::jsonb, ${p.person}, ${p.on})`)
}
export function answerProposals(
  db: Db,
  county: string,
  ids: readonly string[],
  state: 'taken' | 'declined',
  reason: string | null,
): Promise<number> {
  return db.run(
    sql`update evaluation.proposal set state = ${state}, reason = ${reason} where county = ${county} and id = any (${[...ids]}::uuid[]) and state = 'proposed'`,
  )
}

/** Which places have a plan of the year of `on`, and whether relief is in their review. */
export function listReviews(
  db: Db,
  places: readonly string[] | 'all',
  on: string,
): Promise<{ place: string; reviewed: boolean }[]> {
  const where = places === 'all' ? sql`true` : sql`place = any (${[...places]})`
  return db.many(
    z.object({ place: z.string(), reviewed: z.boolean() }),
    sql`select place, (review_on is not null and review_on <= ${on}::date) as reviewed from evaluation.plan
      where ${where} and year = ${Number(on.slice(0, 4))} and published_on <= ${on}::date`,
  )
}
