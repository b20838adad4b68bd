/** Family help over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })

export const MandateView = z.object({
  county: z.string(),
  id: z.string(),
  /** The other one, masked. */
  name: z.string(),
  relation: TextShape,
  from: z.string(),
  to: z.string(),
})
export type MandateView = z.infer<typeof MandateView>

export const listMandates = endpoint({
  id: 'listMandates',
  method: 'GET',
  path: '/api/me/mandates',
  summary: 'Who may act for me, and for whom I may act',
  access: 'resident',
  tags: ['person'],
  answer: z.object({ given: z.array(MandateView), received: z.array(MandateView) }),
})
export const offerMandate = endpoint({
  id: 'offerMandate',
  method: 'POST',
  path: '/api/me/mandates',
  summary: 'Make a code with which a member of the family becomes my agent',
  access: 'resident',
  tags: ['person'],
  perMinute: 6,
  body: z.object({}),
  answer: z.object({ code: z.string(), minutes: z.number() }),
})
export const takeMandate = endpoint({
  id: 'takeMandate',
  method: 'POST',
  path: '/api/me/mandates/take',
  summary: 'Become the agent of whoever made the code',
  access: 'resident',
  tags: ['person'],
  perMinute: 6,
  body: z.object({
    code: z.string().max(20),
    relation: z.enum(['spouse', 'child', 'parent', 'sibling', 'grandchild', 'neighbour']),
  }),
  answer: MandateView,
})
export const endMandate = endpoint({
  id: 'endMandate',
  method: 'POST',
  path: '/api/me/mandates/:county/:id/end',
  summary: 'End an authorisation, as principal or as agent; open cases go on without the agent',
  access: 'resident',
  tags: ['person'],
  params: Key,
  body: z.object({}),
  answer: z.object({ ok: z.literal(true), cases: z.number() }),
})
