/** The nouns of the unified evaluation of communities (统一考核). */
import type { PlainDate } from '#kernel/calendar'

/** What an indicator of the plan is counted from: an indicator of the catalogue or the cases of a procedure; never papers that are handed in. */
export type Evidence = { readonly kind: 'indicator' | 'procedure'; readonly name: string }

export type PlanIndicator = {
  readonly name: string
  /** Whole points; those of a plan make 100. */
  readonly weight: number
  readonly evidence: Evidence
  /** Who proposed it; null for the opener's own. */
  readonly proposedBy: string | null
}

export type Level = 'county' | 'street'

export type EvaluationPlan = {
  readonly county: string
  readonly id: string
  readonly year: number
  readonly level: Level
  readonly place: string
  readonly indicators: readonly PlanIndicator[]
  readonly publishedOn: PlainDate | null
  /** 减负纳入述职评议: the document that says so, and its day. */
  readonly review: { readonly document: string; readonly on: PlainDate } | null
}
