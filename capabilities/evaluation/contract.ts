/** The unified evaluation plan over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Evidence = z.object({ kind: z.enum(['indicator', 'procedure']), name: z.string().max(60) })
const Indicator = z.object({ name: z.string().trim().min(2).max(60), weight: z.number(), evidence: Evidence })
const DEPARTMENTS = ['dept_staff', 'dept_head']
const OPENERS = ['county_office', 'street_admin']
const STAFF = [
  ...DEPARTMENTS,
  ...OPENERS,
  'street_staff',
  'city_office',
  'committee_chair',
  'committee_member',
  'community_worker',
]
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })

const ShownEvidence = Evidence.extend({ label: TextShape })
const PlanView = z.object({
  county: z.string(),
  id: z.string(),
  year: z.number(),
  level: z.enum(['county', 'street']),
  place: TextShape,
  indicators: z.array(Indicator.extend({ evidence: ShownEvidence, proposedBy: z.string().nullable() })),
  publishedOn: z.string().nullable(),
  review: z.object({ document: z.string(), on: z.string() }).nullable(),
})
export type PlanView = z.infer<typeof PlanView>
const ProposalView = z.object({
  county: z.string(),
  id: z.string(),
  year: z.number(),
  place: TextShape,
  office: TextShape,
  name: z.string(),
  weight: z.number(),
  evidence: ShownEvidence,
  state: z.enum(['proposed', 'taken', 'declined']),
})
export type ProposalView = z.infer<typeof ProposalView>

export const listEvaluationPlans = endpoint({
  id: 'listEvaluationPlans',
  method: 'GET',
  path: '/api/evaluation/plans',
  summary: 'The evaluation plans of a year: one for each county and street; what was published',
  access: 'anyone',
  tags: ['evaluation'],
  query: z.object({ year: z.coerce.number().int().min(2018).max(2100).optional() }),
  answer: z.array(PlanView),
})
export const listEvidence = endpoint({
  id: 'listEvidence',
  method: 'GET',
  path: '/api/evaluation/evidence',
  summary: 'What a point of a plan may rest on: the indicators of the city and the kinds of case that the system holds',
  access: { roles: [...DEPARTMENTS, ...OPENERS] },
  tags: ['evaluation'],
  answer: z.array(ShownEvidence),
})
export const openEvaluationPlan = endpoint({
  id: 'openEvaluationPlan',
  method: 'POST',
  path: '/api/evaluation/plans',
  summary: 'Open and publish the one plan of a year for my county or street; departments are refused with the clause',
  access: { roles: STAFF },
  tags: ['evaluation'],
  body: z.object({
    year: z.number().int().min(2018).max(2100),
    indicators: z.array(Indicator).max(40),
    /** Proposals of departments that are taken in, with their weights as proposed. */
    proposals: z.array(z.uuid()).max(40).default([]),
  }),
  answer: z.object({ county: z.string(), id: z.string() }),
})
export const proposeIndicator = endpoint({
  id: 'proposeIndicator',
  method: 'POST',
  path: '/api/evaluation/proposals',
  summary: 'A department proposes an indicator for the plan of a county or street',
  access: { roles: DEPARTMENTS },
  tags: ['evaluation'],
  body: Indicator.extend({
    year: z.number().int().min(2018).max(2100),
    place: z.string().regex(/^\d{9}000$/),
  }),
  answer: z.object({ county: z.string(), id: z.string() }),
})
export const listProposals = endpoint({
  id: 'listProposals',
  method: 'GET',
  path: '/api/evaluation/proposals',
  summary: 'What departments proposed for my place, or what my office proposed',
  access: { roles: [...DEPARTMENTS, ...OPENERS, 'street_staff'] },
  tags: ['evaluation'],
  answer: z.array(ProposalView),
})
export const declineProposal = endpoint({
  id: 'declineProposal',
  method: 'POST',
  path: '/api/evaluation/proposals/:county/:id/decline',
  summary: 'A proposal is not taken in',
  access: { roles: OPENERS },
  tags: ['evaluation'],
  params: Key,
  body: z.object({ reason: z.string().trim().min(4).max(300) }),
  answer: z.object({ ok: z.literal(true) }),
})
export const recordReview = endpoint({
  id: 'recordReview',
  method: 'POST',
  path: '/api/evaluation/plans/:county/:id/review',
  summary: 'The document by which relief of communities became part of the secretaries’ review this year',
  access: { roles: OPENERS },
  tags: ['evaluation'],
  params: Key,
  body: z.object({ document: z.string().trim().min(4).max(80), on: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
  answer: z.object({ ok: z.literal(true) }),
})
