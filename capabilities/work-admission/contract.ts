/** Admission, the gate and refusals over HTTP. */
import { CATEGORY_IDS, DEMAND_KIND_IDS } from '#capabilities/duty-lists/contract.ts'
import { TextShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const Community = z.string().regex(/^\d{12}$/)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Code = z.string().max(30)

/** Who may address something to communities. */
const OFFICES = {
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office'],
} as const
/** Who applies and pays: never the office that admits. */
const APPLICANTS = { roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin'] } as const
const COMMUNITY = { roles: ['committee_chair', 'community_worker'] } as const

export const DemandShape = z.object({
  kind: z.enum(DEMAND_KIND_IDS),
  category: z.enum(CATEGORY_IDS),
  role: z.enum(['responsible', 'assisting']),
  title: z.string().trim().min(2).max(120),
  body: z.string().trim().max(4000),
  meetings: z.number().int().min(0).max(60).default(0),
  emergency: z.string().max(60).nullable().default(null),
})
const TaskBody = z.object({ demand: DemandShape, item: Code, places: z.array(Community).min(1).max(1000) })

const RefusalShape = z.object({
  code: z.string(),
  clause: z.string(),
  text: TextShape,
  next: TextShape.nullable(),
  basis: TextShape,
})
export type RefusalShape = z.infer<typeof RefusalShape>

export const AdmittedItem = z.object({
  code: Code,
  name: TextShape,
  list: z.string(),
  category: z.enum(CATEGORY_IDS),
  covers: z.array(z.enum(DEMAND_KIND_IDS)),
  duty: z.string(),
  standard: z.number(),
  unit: z.string(),
  to: z.string().nullable(),
  mine: z.boolean(),
})
export type AdmittedItem = z.infer<typeof AdmittedItem>

export const listAdmittedItems = endpoint({
  id: 'listAdmittedItems',
  method: 'GET',
  path: '/api/admitted-items',
  summary: 'What my office may ask of the communities of a county: items of lists in force today',
  access: OFFICES,
  tags: ['admission'],
  query: z.object({ county: z.string().regex(/^\d{6}$/) }),
  answer: z.object({
    items: z.array(AdmittedItem),
    emergencyLaws: z.array(z.object({ law: z.string(), name: TextShape })),
  }),
})

export const checkTask = endpoint({
  id: 'checkTask',
  method: 'POST',
  path: '/api/community-tasks/check',
  summary: 'What the gate says of a task, place by place, before it is sent',
  access: OFFICES,
  tags: ['admission'],
  body: TaskBody,
  answer: z.object({
    allowed: z.array(Community),
    flags: z.array(z.string()),
    /** Places that may not be sent it, grouped by the reason. */
    refused: z.array(
      z.object({ refusal: RefusalShape, places: z.array(z.object({ code: z.string(), name: TextShape })) }),
    ),
  }),
})
export const sendTask = endpoint({
  id: 'sendTask',
  method: 'POST',
  path: '/api/community-tasks',
  summary: 'Send a task to communities: to all of them, or to none',
  access: OFFICES,
  tags: ['admission'],
  body: TaskBody.extend({ due: Day.nullable().default(null) }),
  answer: z.object({
    batch: z.string(),
    sent: z.array(z.object({ county: z.string(), id: z.string(), number: z.string(), place: z.string() })),
  }),
})
export const recordOutside = endpoint({
  id: 'recordOutside',
  method: 'POST',
  path: '/api/outside-demands',
  summary: 'Record what an office demanded of my community outside the system, with what the gate says of it',
  access: COMMUNITY,
  tags: ['admission'],
  body: z.object({
    demand: DemandShape,
    item: Code,
    place: Community,
    office: z.string().trim().min(2).max(60),
    on: Day,
    way: z.enum(['paper', 'wechat', 'phone', 'meeting', 'visit']),
    files: z.array(z.uuid()).max(10).default([]),
  }),
  answer: z.object({
    county: z.string(),
    id: z.string(),
    number: z.string(),
    place: z.string(),
    wrong: RefusalShape.nullable(),
  }),
})
export const sendFunds = endpoint({
  id: 'sendFunds',
  method: 'POST',
  path: '/api/funds-transfers',
  summary: 'Record money sent for an item; each community confirms that it arrived',
  access: APPLICANTS,
  tags: ['admission'],
  body: z.object({
    item: Code,
    places: z.array(Community).min(1).max(1000),
    /** Fen, for each community. */
    amount: z.number().int().min(1).max(1_000_000_000),
    from: Day,
    to: Day,
    agreement: z.string().trim().min(2).max(60),
    transferredOn: Day,
  }),
  answer: z.object({
    sent: z.array(z.object({ county: z.string(), id: z.string(), number: z.string(), place: z.string() })),
  }),
})

const ApplicationShape = z.object({
  list: z.enum(['L3', 'L4']),
  name: z.string().trim().min(2).max(120),
  category: z.enum(CATEGORY_IDS),
  /** Citations as printed, 《…法》第…条, or as codes. */
  basis: z.array(z.string().max(200)).max(12),
  duty: z.string().trim().min(2).max(500),
  covers: z.array(z.enum(DEMAND_KIND_IDS)).min(1),
  from: Day,
  to: Day.nullable(),
  frequency: z.string().max(40),
  minutes: z.number().int().min(0).max(100_000),
  /** Fen for each community and year. */
  money: z.number().int().min(0).max(1_000_000_000),
  source: z.string().max(80),
  conditions: z.string().max(300),
  forms: z.array(z.string().max(80)).max(20),
})
const Begun = z.object({ county: z.string(), id: z.string(), number: z.string(), place: z.string() })

export const applyForAdmission = endpoint({
  id: 'applyForAdmission',
  method: 'POST',
  path: '/api/admissions',
  summary: 'Apply for work to be admitted in a county',
  access: APPLICANTS,
  tags: ['admission'],
  body: ApplicationShape.extend({
    county: z.string().regex(/^\d{6}$/),
    object: z.string().trim().min(2).max(300),
    training: z.string().max(300),
    systems: z.string().max(300),
    contact: z.string().trim().min(2).max(120),
  }),
  answer: Begun,
})
export const applyForAWhile = endpoint({
  id: 'applyForAWhile',
  method: 'POST',
  path: '/api/temporary-admissions',
  summary: 'Ask a street to admit work for three months at most',
  access: APPLICANTS,
  tags: ['admission'],
  body: ApplicationShape.extend({ street: Community, reason: z.string().trim().min(2).max(500) }),
  answer: Begun,
})
export const beginReview = endpoint({
  id: 'beginReview',
  method: 'POST',
  path: '/api/list-reviews',
  summary: 'Begin the yearly review of the lists, in December',
  access: { roles: ['county_office'] },
  tags: ['admission'],
  body: z.object({}),
  answer: Begun,
})
export const getAdmissionOverview = endpoint({
  id: 'getAdmissionOverview',
  method: 'GET',
  path: '/api/admission-overview',
  summary:
    'Admissions, refusals, flagged tasks and demands from outside in my area; refusals by the office that demanded',
  access: {
    roles: ['county_office', 'city_office', 'street_admin', 'street_staff', 'committee_chair', 'community_worker'],
  },
  tags: ['admission'],
  answer: z.object({
    rows: z.array(
      z.object({
        county: z.string(),
        id: z.string(),
        number: z.string(),
        procedure: z.string(),
        procedureTitle: TextShape,
        placeName: TextShape,
        stepText: TextShape,
        step: z.string(),
        title: z.string(),
        sender: z.string(),
        openedOn: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
    offices: z.array(z.object({ sender: z.string(), refused: z.number(), outside: z.number() })),
  }),
})
export const listPublishedAdmissions = endpoint({
  id: 'listPublishedAdmissions',
  method: 'GET',
  path: '/api/published-admissions',
  summary: 'Work that is about to be admitted in a county, while it is published',
  access: 'anyone',
  tags: ['admission'],
  query: z.object({ county: z.string().regex(/^\d{6}$/) }),
  answer: z.array(
    z.object({
      county: z.string(),
      id: z.string(),
      number: z.string(),
      title: z.string(),
      office: TextShape,
      until: z.string(),
      duty: z.string(),
      basis: z.array(TextShape),
      /** What was objected: by what kind of objector, never by whom; words of the county office. */
      objections: z.array(
        z.object({
          by: TextShape,
          answer: z.object({ upheld: z.boolean(), summary: z.string(), said: z.string(), on: z.string() }).nullable(),
        }),
      ),
      /** Why the caller may not object; null for who may. */
      closed: z.object({ code: z.string(), text: TextShape, next: TextShape.nullable() }).nullable(),
    }),
  ),
})
export const objectToAdmission = endpoint({
  id: 'objectToAdmission',
  method: 'POST',
  path: '/api/published-admissions/:county/:id/objections',
  summary:
    'Object to an admission while it is published: residents with their identity, communities and offices; once each',
  access: 'signed-in',
  tags: ['admission'],
  perMinute: 10,
  params: z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(5).max(1000) }),
  answer: Begun,
})
