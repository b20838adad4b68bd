/** Beginning a case from a screen, over HTTP. */
import { FieldShape, TextShape, Values } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const Summary = z.object({
  procedure: z.string(),
  title: TextShape,
  hint: TextShape.optional(),
  /** Levels of places where it may begin. */
  at: z.array(z.enum(['community', 'street', 'county', 'city'])),
})
export type OpeningSummary = z.infer<typeof Summary>
const ProcedureName = z.object({ procedure: z.string().max(60) })
const Place = z.string().regex(/^\d{12}$/)

export const listOpenings = endpoint({
  id: 'listOpenings',
  method: 'GET',
  path: '/api/openings',
  summary: 'What I may begin, besides applying for a service',
  access: 'signed-in',
  tags: ['case'],
  answer: z.array(Summary),
})

export const getOpening = endpoint({
  id: 'getOpening',
  method: 'GET',
  path: '/api/openings/:procedure',
  summary: 'The form to begin with, in a place',
  access: 'signed-in',
  tags: ['case'],
  params: ProcedureName,
  query: z.object({ place: Place }),
  answer: Summary.extend({ basis: TextShape, files: z.boolean(), fields: z.array(FieldShape) }),
})

export const beginCase = endpoint({
  id: 'beginCase',
  method: 'POST',
  path: '/api/openings/:procedure',
  summary: 'Begin a case; the same idempotency key again answers with the same case',
  access: 'signed-in',
  tags: ['case'],
  perMinute: 20,
  params: ProcedureName,
  body: z.object({ place: Place, values: Values, files: z.array(z.uuid()).max(20) }),
  answer: z.object({
    id: z.string(),
    county: z.string(),
    number: z.string(),
    dueOn: z.string().nullable(),
    leaf: z.string(),
    again: z.boolean(),
  }),
})
