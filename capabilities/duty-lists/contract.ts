/** The lists over HTTP: open to all once they are being consulted on; kept by the office that owns them. */
import { TextShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'
import { CATEGORY_IDS, DEMAND_KIND_IDS, LIST_IDS, VERSION_STATES } from './terms.ts'

export { CATEGORY_IDS, DEMAND_KIND_IDS }

const List = z.enum(LIST_IDS)
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
const Place = z.string().regex(/^\d{12}$/)

export const VersionShape = z
  .object({
    county: z.string(),
    id: z.string(),
    place: z.string(),
    placeName: TextShape,
    list: List,
    listName: TextShape,
    number: z.number(),
    state: z.enum(VERSION_STATES),
    stateText: TextShape,
    demonstration: z.boolean(),
    because: z.string(),
    inForceFrom: z.string().nullable(),
    supersededOn: z.string().nullable(),
  })
  .meta({ id: 'ListVersion' })
export type VersionShape = z.infer<typeof VersionShape>

const StepShape = z.object({
  who: z.string().max(60),
  does: z.string().max(300),
  within: z.string().max(40),
  form: z.string().max(80),
  disclosed: z.boolean(),
  risk: z.string().max(200),
})
const CertificateShape = z.object({
  kind: z.string().max(40),
  words: z.array(z.string().max(30)).max(40),
  for: z.enum(['urban', 'rural', 'both']),
  facts: z.array(z.object({ id: z.string().max(40), label: TextShape })).max(12),
  template: z.string().max(1000),
  validDays: z.number().int().min(1).max(3650).nullable(),
})
const ItemShape = z
  .object({
    code: z.string().max(30),
    name: TextShape,
    category: z.enum(CATEGORY_IDS),
    basis: z.array(z.string()).max(12),
    lead: z.string().max(60),
    assist: z.array(z.string().max(60)).max(12),
    duty: z.string().max(500),
    covers: z.array(z.enum(DEMAND_KIND_IDS)),
    steps: z.array(StepShape).max(30),
    frequency: z.string().max(40),
    from: z.string(),
    to: z.string().nullable(),
    minutes: z.number().int().min(0),
    funds: z.object({ standard: z.number().int(), unit: z.string().max(40), source: z.string().max(80) }).nullable(),
    conditions: z.string().max(300),
    forms: z.array(z.string().max(80)).max(20),
    path: z.enum(['full', 'temporary']),
    /** Of L7: what is on the certificate. */
    certificate: CertificateShape.optional(),
  })
  .meta({ id: 'WorkItem' })
const SaidItem = ItemShape.extend({
  basisText: z.array(TextShape),
  leadName: TextShape,
  assistNames: z.array(TextShape),
  categoryName: TextShape,
  coversNames: z.array(TextShape),
})
export type SaidItem = z.infer<typeof SaidItem>

export const listDutyLists = endpoint({
  id: 'listDutyLists',
  method: 'GET',
  path: '/api/lists',
  summary: 'The versions of the lists for a community, street or county, the newest first',
  access: 'anyone',
  tags: ['lists'],
  query: z.object({ place: Place, list: List.optional() }),
  answer: z.object({
    lists: z.array(
      z.object({ list: List, name: TextShape, about: TextShape, items: z.number(), inForce: VersionShape.nullable() }),
    ),
    versions: z.array(VersionShape),
    forbidden: z.array(z.object({ clause: z.string(), name: TextShape, basis: TextShape })),
  }),
})
export const getDutyList = endpoint({
  id: 'getDutyList',
  method: 'GET',
  path: '/api/lists/:county/:id',
  summary: 'One version with its items and what was said of it',
  access: 'anyone',
  tags: ['lists'],
  params: Key,
  answer: z.object({
    version: VersionShape,
    items: z.array(SaidItem),
    opinions: z.array(z.object({ office: TextShape, agrees: z.boolean(), said: z.string() })),
    /** The state to which the caller may bring it. */
    next: z.enum(VERSION_STATES).nullable(),
    editable: z.boolean(),
  }),
})
export const getDutyItem = endpoint({
  id: 'getDutyItem',
  method: 'GET',
  path: '/api/lists/:county/:id/items/:item',
  summary: 'One item of a version, and the versions it stands in',
  access: 'anyone',
  tags: ['lists'],
  params: Key.extend({ item: z.string().max(30) }),
  answer: z.object({
    version: VersionShape,
    item: SaidItem,
    flow: z.string(),
    history: z.array(
      z.object({ number: z.number(), inForceFrom: z.string().nullable(), differs: z.array(z.string()) }),
    ),
  }),
})
export const drawDutyItem = endpoint({
  id: 'drawDutyItem',
  method: 'GET',
  path: '/api/lists/:county/:id/items/:item/flow.svg',
  summary: 'The flow of an item, drawn from its steps',
  access: 'anyone',
  tags: ['lists'],
  params: Key.extend({ item: z.string().max(30) }),
  answer: z.unknown(),
})
export const compareDutyLists = endpoint({
  id: 'compareDutyLists',
  method: 'GET',
  path: '/api/lists/:county/:id/differences',
  summary: 'What a version says that another did not; default: the one it was made from',
  access: 'anyone',
  tags: ['lists'],
  params: Key,
  query: z.object({ with: z.uuid().optional() }),
  answer: z.object({
    before: VersionShape.nullable(),
    after: VersionShape,
    added: z.array(z.object({ code: z.string(), name: TextShape })),
    removed: z.array(z.object({ code: z.string(), name: TextShape })),
    changed: z.array(
      z.object({
        code: z.string(),
        name: TextShape,
        fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  }),
})

const KEEPERS = { roles: ['county_office', 'city_office'] } as const

export const draftDutyList = endpoint({
  id: 'draftDutyList',
  method: 'POST',
  path: '/api/lists',
  summary: 'Begin a new version from the one in force',
  access: KEEPERS,
  tags: ['lists'],
  body: z.object({
    list: List,
    because: z.string().trim().min(2).max(300),
    /** Of certificates: the county it is for; left out, all of the city. */
    county: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  answer: VersionShape,
})
export const putDutyItem = endpoint({
  id: 'putDutyItem',
  method: 'PUT',
  path: '/api/lists/:county/:id/items/:item',
  summary: 'Put an item into a draft; null takes it out; `add` refuses a code that is taken',
  access: KEEPERS,
  tags: ['lists'],
  params: Key.extend({ item: z.string().max(30) }),
  body: z.object({ item: ItemShape.nullable(), add: z.boolean().default(false) }),
  answer: z.object({ items: z.number() }),
})
export const listLeadOffices = endpoint({
  id: 'listLeadOffices',
  method: 'GET',
  path: '/api/lists/offices',
  summary:
    'Who may lead or assist in an item: offices of the city and of my county, the street and the county office of the place',
  access: KEEPERS,
  tags: ['lists'],
  answer: z.array(z.object({ code: z.string(), name: TextShape })),
})
export const advanceDutyList = endpoint({
  id: 'advanceDutyList',
  method: 'POST',
  path: '/api/lists/:county/:id/advance',
  summary: 'Consult, approve (another person, on a recorded decision), bring into force',
  access: KEEPERS,
  tags: ['lists'],
  params: Key,
  body: z.object({
    to: z.enum(['consulting', 'approved', 'in_force']),
    decision: z.string().trim().max(200).optional(),
  }),
  answer: VersionShape,
})
export const giveListOpinion = endpoint({
  id: 'giveListOpinion',
  method: 'POST',
  path: '/api/lists/:county/:id/opinions',
  summary: 'What my community or street says of a version that is being consulted on; once',
  access: { roles: ['committee_chair', 'street_admin', 'street_staff'] },
  tags: ['lists'],
  params: Key,
  body: z.object({ agrees: z.boolean(), said: z.string().trim().min(2).max(1000) }),
  answer: z.object({ ok: z.literal(true) }),
})
export const importDutyItems = endpoint({
  id: 'importDutyItems',
  method: 'POST',
  path: '/api/lists/:county/:id/import',
  summary:
    'A spreadsheet into a draft: checked and answered row by row; written only with `write`, and only without errors',
  access: KEEPERS,
  tags: ['lists'],
  params: Key,
  query: z.object({ write: z.enum(['yes', 'no']).default('no') }),
  answer: z.object({
    good: z.number(),
    written: z.boolean(),
    issues: z.array(z.object({ row: z.number(), column: z.string(), header: z.string(), text: TextShape })),
  }),
})
export const dutyItemTemplate = endpoint({
  id: 'dutyItemTemplate',
  method: 'GET',
  path: '/api/lists/template.xlsx',
  summary: 'An empty spreadsheet with the headers of a list and one example',
  access: KEEPERS,
  tags: ['lists'],
  query: z.object({ list: List.optional() }),
  answer: z.unknown(),
})
