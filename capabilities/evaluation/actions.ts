/** 统一考核: opening the one plan, proposing for it, recording that relief is reviewed. */
import { parsePlainDate, plainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { decidePlan, mayOpen } from './rules.ts'
import * as store from './store.ts'
import type { Evidence, PlanIndicator } from './terms.ts'

export type EvaluationMeans = {
  readonly isIndicator: (id: string) => boolean
  /** Is it the code of a county or a street? */
  readonly isLevel: (place: string) => boolean
}
type Indicator = Omit<PlanIndicator, 'proposedBy'>

const heldBy =
  ({ services }: Context, { isIndicator }: EvaluationMeans) =>
  ({ kind, name }: Evidence): boolean =>
    kind === 'indicator' ? isIndicator(name) : services.procedures.some((one) => one.name === name)

/** Refusals: a department (F7); weights, evidence, all-or-nothing points (F8); a second plan of the year. */
export async function openPlan(
  context: Context,
  means: EvaluationMeans,
  given: { year: number; indicators: readonly Indicator[]; proposals: readonly string[] },
): Promise<Outcome<{ county: string; id: string }>> {
  const { acting, services, today, ms, world } = context
  const opens = mayOpen(acting)
  if (!opens.ok || acting.kind !== 'staff') return opens.ok ? refuse('sign-in-first', 'practice') : opens
  const { level, place } = opens.value
  const county = place.slice(0, 6)
  return context.inTransaction(async (db): Promise<Outcome<{ county: string; id: string }>> => {
    if (await store.findPlanOf(db, county, given.year, place))
      return refuse('one-evaluation-a-year', 'plan P3.3.3', { year: given.year })
    const taken = await store.listOpenProposals(db, county, given.year, place, given.proposals)
    if (taken.length < new Set(given.proposals).size) return refuse('proposal-not-open', 'practice')
    const indicators: PlanIndicator[] = [
      ...given.indicators.map((one) => ({ ...one, proposedBy: null })),
      ...taken.map(({ name, weight, evidence, org }) => ({
        name,
        weight,
        evidence,
        proposedBy: world.office(org).name,
      })),
    ]
    const decided = decidePlan(indicators, heldBy(context, means))
    if (!decided.ok) return decided
    const id = services.newId(ms)
    const made = await store.insertPlan(db, {
      county,
      id,
      year: given.year,
      level,
      place,
      indicators,
      on: today,
      person: acting.person,
      org: acting.org,
    })
    if (made === 0) return refuse('one-evaluation-a-year', 'plan P3.3.3', { year: given.year })
    await store.answerProposals(
      db,
      county,
      taken.map((one) => one.id),
      'taken',
      null,
    )
    await record(context, county, 'evaluation-plan-opened', { plan: id, year: given.year, level, place })
    return allow({ county, id })
  })
}

export async function proposeIndicator(
  context: Context,
  means: EvaluationMeans,
  given: Indicator & { readonly year: number; readonly place: string },
): Promise<Outcome<{ county: string; id: string }>> {
  const { acting, services, today, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  if (!means.isLevel(given.place)) return refuse('place-not-found', 'practice')
  const fits = decidePlan(
    [
      { ...given, proposedBy: null },
      // The rest of the plan, which is not the proposer's.
      ...(given.weight < 100 ? [{ ...given, name: '其余', weight: 100 - given.weight, proposedBy: null }] : []),
    ],
    heldBy(context, means),
  )
  if (!fits.ok) return fits
  const county = given.place.slice(0, 6)
  const id = services.newId(ms)
  const { year, place, name, weight, evidence } = given
  await context.inTransaction((db) =>
    store.insertProposal(db, {
      county,
      id,
      year,
      place,
      org: acting.org,
      name,
      weight,
      evidence,
      person: acting.person,
      on: today,
    }),
  )
  await record(context, county, 'evaluation-indicator-proposed', { proposal: id, year, place })
  return allow({ county, id })
}

export async function declineProposal(
  context: Context,
  key: { county: string; id: string },
  reason: string,
): Promise<Outcome<{ ok: true }>> {
  const touched = await context.inTransaction((db) =>
    store.answerProposals(db, key.county, [key.id], 'declined', reason),
  )
  if (touched === 0) return refuse('proposal-not-open', 'practice')
  await record(context, key.county, 'evaluation-proposal-declined', { proposal: key.id, reason })
  return allow({ ok: true as const })
}

export async function recordReview(
  context: Context,
  key: { county: string; id: string },
  given: { document: string; on: string },
): Promise<Outcome<{ ok: true }>> {
  const on = parsePlainDate(given.on)
  if (!on || on > context.today) return refuse('not-a-day', 'practice', { day: given.on })
  const touched = await context.inTransaction((db) => store.setReview(db, key, given.document, plainDate(on)))
  if (touched === 0) return refuse('plan-not-found', 'practice')
  await record(context, key.county, 'relief-in-review', { plan: key.id, document: given.document, on })
  return allow({ ok: true as const })
}

async function record(
  context: Context,
  county: string,
  kind: string,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { acting, services } = context
  const fact = factRecord(context, {
    county,
    caseId: null,
    subject: 'evaluation',
    kind,
    content,
    acting,
    onBehalf: null,
  })
  const call = { scope: context.scope, county, at: new Date(context.ms).toISOString(), facts: [fact], answer: null }
  const done = await services.commit(call)
  if (!done.ok) throw new Error(`the record of ${kind} was not kept`)
  services.committed()
}
