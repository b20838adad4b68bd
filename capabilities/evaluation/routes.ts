import { CATALOGUE, indicatorOf } from '#capabilities/plan-tracker'
import type { CapabilityMeans } from '#kernel/capability'
import { route, type Route } from '#kernel/context/route.ts'
import { allow } from '#kernel/outcome'
import type { Context } from '#kernel/context'
import { text } from '#kernel/text'
import type { Evidence } from './terms.ts'
import { declineProposal, type EvaluationMeans, openPlan, proposeIndicator, recordReview } from './actions.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

export function evaluationRoutes({ directory, presenter }: CapabilityMeans): readonly Route[] {
  const means: EvaluationMeans = {
    isIndicator: (id) => indicatorOf(id) !== undefined,
    isLevel: (place) => ['county', 'street'].includes(directory.places.get(place)?.level ?? ''),
  }
  return [
    route(contract.listEvaluationPlans, async (context, { query }) => {
      const year = query.year ?? Number(context.today.slice(0, 4))
      const rows = await context.asSystem((db) => store.listPlans(db, year))
      return allow(
        rows.map(({ published_on, review_document, review_on, place, ...row }) => ({
          ...row,
          indicators: row.indicators.map((one) => ({ ...one, evidence: shown(context, one.evidence) })),
          place: presenter.placeName(place),
          publishedOn: published_on,
          review: review_document && review_on ? { document: review_document, on: review_on } : null,
        })),
      )
    }),
    route(contract.listEvidence, async (context) => {
      const kinds = [...new Set(context.services.procedures.map((one) => one.name))]
      return allow([
        ...CATALOGUE.map(({ id }) => shown(context, { kind: 'indicator', name: id })),
        ...kinds.map((name) => shown(context, { kind: 'procedure', name })),
      ])
    }),
    route(contract.openEvaluationPlan, async (context, { body }) => openPlan(context, means, body)),
    route(contract.proposeIndicator, async (context, { body }) => proposeIndicator(context, means, body)),
    route(contract.listProposals, async (context) => {
      const rows = await context.inTransaction((db) => store.listProposals(db))
      return allow(
        rows.map(({ org, place, ...row }) => {
          const office = context.world.office(org)
          return {
            ...row,
            evidence: shown(context, row.evidence),
            place: presenter.placeName(place),
            office: { zh: office.name, en: office.nameEn },
          }
        }),
      )
    }),
    route(contract.declineProposal, async (context, { params, body }) => declineProposal(context, params, body.reason)),
    route(contract.recordReview, async (context, { params, body }) => recordReview(context, params, body)),
  ]
}

/** The evidence by its name, as readers know it. */
function shown({ services }: Context, { kind, name }: Evidence) {
  const label =
    kind === 'indicator' ? indicatorOf(name)?.name : services.procedures.find((one) => one.name === name)?.title
  return { kind, name, label: label ?? text(name, name) }
}
