/** Services over HTTP: catalogue, guide, application by phone and over the counter. */
import { FieldShape, TextShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const Code = z.string().regex(/^YQ-\d{2}-\d{3}$/)
const PlaceCode = z.string().regex(/^\d{12}$/)
const FieldValue = z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(200)).max(100)])
const Values = z.record(z.string().max(80), FieldValue.optional())
const TermShape = z.object({
  days: z.number(),
  unit: z.enum(['working-days', 'days']),
  basis: TextShape,
  pack: z.string(),
  from: z.string(),
  verified: z.boolean(),
})

export const ServiceSummary = z
  .object({
    code: z.string(),
    field: z.number(),
    name: TextShape,
    summary: TextShape,
    handling: z.enum(['immediate', 'promised', 'batch']),
    days: z.number(),
    proof: z.number(),
    visits: z.number(),
  })
  .meta({ id: 'ServiceSummary' })
export type ServiceSummary = z.infer<typeof ServiceSummary>
export const listServices = endpoint({
  id: 'listServices',
  method: 'GET',
  path: '/api/services',
  summary: 'The service catalogue, searched in everyday words',
  access: 'anyone',
  tags: ['services'],
  query: z.object({ q: z.string().max(60).optional(), field: z.coerce.number().int().min(1).max(10).optional() }),
  answer: z.object({
    fields: z.array(z.object({ field: z.number(), name: TextShape, icon: z.string() })),
    rows: z.array(ServiceSummary),
  }),
})

export const MaterialShape = z.object({
  id: z.string(),
  name: TextShape,
  kind: z.string(),
  source: z.enum(['applicant', 'shared', 'third-party']),
  necessity: z.enum(['required', 'conditional', 'tolerable']),
  when: z.unknown().optional(),
  from: TextShape.optional(),
  identity: z.boolean().optional(),
  demanded: z.boolean(),
})
export const ServiceGuide = z
  .object({
    code: z.string(),
    field: z.number(),
    name: TextShape,
    summary: TextShape,
    owner: TextShape,
    basis: z.array(TextShape),
    conditions: z.array(TextShape),
    handling: z.enum(['immediate', 'promised', 'batch']),
    promised: TermShape,
    legal: TermShape.nullable(),
    publicity: z.object({ days: z.number(), unit: z.string() }).nullable(),
    proof: z.number(),
    paysMoney: z.boolean(),
    visits: z.number(),
    situations: z.array(
      z.object({
        id: z.string(),
        question: TextShape,
        options: z.array(z.object({ value: z.string(), label: TextShape })),
        when: z.unknown().optional(),
      }),
    ),
    materials: z.array(MaterialShape),
    form: z.array(FieldShape),
    flow: z.array(z.object({ order: z.number(), task: TextShape, days: z.number(), office: TextShape })),
    result: TextShape,
    note: TextShape.optional(),
    appliesFor: z.string(),
  })
  .meta({ id: 'ServiceGuide' })
export type ServiceGuide = z.infer<typeof ServiceGuide>
export const getService = endpoint({
  id: 'getService',
  method: 'GET',
  path: '/api/services/:code',
  summary: 'The guide of a service, with its form',
  access: 'anyone',
  tags: ['services'],
  params: z.object({ code: Code }),
  query: z.object({ place: PlaceCode.optional() }),
  answer: ServiceGuide,
})

export const getHeld = endpoint({
  id: 'getHeld',
  method: 'GET',
  path: '/api/services/:code/held',
  summary: 'What is on file of me and is not asked again',
  access: 'resident',
  tags: ['services'],
  params: z.object({ code: Code }),
  query: z.object({ mandate: z.uuid().optional() }),
  answer: z.object({
    place: z.string().nullable(),
    placeName: TextShape.nullable(),
    held: z.array(z.object({ field: z.string(), label: TextShape, shown: z.string() })),
  }),
})

export const Supplied = z
  .array(z.object({ material: z.string().max(60), file: z.uuid() }))
  .max(40)
  .default([])
export const MandateShape = z.object({
  agentName: z.string().trim().min(1).max(50),
  agentIdNumber: z.string().max(40),
  relation: z.string().trim().min(1).max(40),
  kind: z.enum(['signed', 'oral-recorded']),
  /** For money: paid to the principal's own account, as the clerk has checked. */
  ownAccount: z.boolean().optional(),
  days: z.number().int().min(1).max(365),
})
export const Applied = z.object({
  county: z.string(),
  id: z.string(),
  number: z.string(),
  leaf: z.string(),
  dueOn: z.string().nullable(),
  promisedDays: z.number(),
  promisedBy: z.string(),
  again: z.boolean(),
})

export const apply = endpoint({
  id: 'apply',
  method: 'POST',
  path: '/api/applications',
  summary: 'Apply for a service',
  access: 'resident',
  tags: ['services'],
  body: z.object({
    item: Code,
    place: PlaceCode,
    values: Values,
    files: Supplied,
    /** Applying for a member of the family: their authorisation. */
    mandate: z.uuid().optional(),
  }),
  answer: Applied,
})

export const applyAtCounter = endpoint({
  id: 'applyAtCounter',
  method: 'POST',
  path: '/api/counter/applications',
  summary: "A window clerk applies on a resident's behalf and vouches for them",
  access: { roles: ['window_clerk', 'community_worker'] },
  tags: ['services'],
  body: z.object({
    item: Code,
    place: PlaceCode,
    name: z.string().trim().min(1).max(50),
    idNumber: z.string().max(40),
    phone: z.string().max(40).optional(),
    values: Values,
    files: Supplied,
    /** Paper seen at the counter. */
    seen: z.array(z.string().max(60)).max(40).default([]),
    mandate: MandateShape.optional(),
  }),
  answer: Applied,
})

export const lookUpPerson = endpoint({
  id: 'lookUpPerson',
  method: 'POST',
  path: '/api/counter/person',
  summary: 'Find who stands at the counter by their card; recorded as a look',
  access: { roles: ['window_clerk', 'community_worker'] },
  tags: ['services'],
  perMinute: 30,
  body: z.object({ name: z.string().trim().min(1).max(50), idNumber: z.string().max(40) }),
  answer: z.object({
    known: z.boolean(),
    nameMasked: z.string(),
    place: z.string().nullable(),
    placeName: TextShape.nullable(),
    held: z.array(z.object({ field: z.string(), label: TextShape, shown: z.string() })),
    openCases: z.array(z.object({ number: z.string(), subjectName: TextShape })),
  }),
})

export const applicationReceipt = endpoint({
  id: 'applicationReceipt',
  method: 'GET',
  path: '/api/applications/:county/:id/receipt.pdf',
  summary: 'The receipt of an application as PDF/A',
  access: 'signed-in',
  tags: ['services'],
  params: z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() }),
  answer: z.unknown(),
})
