/** The compiler of forms and the burden meter over HTTP. No list here has a community in it, nor an order by one. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const OFFICES = ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office']
const COMMUNITIES = ['community_worker', 'committee_chair', 'committee_member', 'window_clerk']
const Headers = z.array(z.string().trim().min(1).max(80)).min(1).max(200)
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

export const FieldView = z.object({
  header: z.string(),
  kind: z.enum(['held', 'not-held', 'ambiguous']),
  /** What it is called where it is held; for ambiguous ones, what it may mean. */
  data: z.array(
    z.object({
      label: TextShape,
      where: z.array(
        z.object({ register: z.string(), title: TextShape, rows: z.number().nullable(), since: z.string().nullable() }),
      ),
    }),
  ),
})
export type FieldView = z.infer<typeof FieldView>
export const FormView = z.object({
  fields: z.array(FieldView),
  count: z.number(),
  held: z.number(),
  becomes: z.enum(['generated', 'shortened', 'sent']),
  share: z.number(),
})
export type FormView = z.infer<typeof FormView>

export const compileForm = endpoint({
  id: 'compileForm',
  method: 'POST',
  path: '/api/burden/forms/compile',
  summary: 'A drafted form, field by field: held (where, since when), not held, or to be asked about',
  access: { roles: [...OFFICES, ...COMMUNITIES] },
  tags: ['burden'],
  body: z.object({ headers: Headers }),
  answer: FormView,
})
export const compileSheet = endpoint({
  id: 'compileSheet',
  method: 'POST',
  path: '/api/burden/forms/compile-sheet',
  summary: 'The same for a spreadsheet: its header row is found and answered',
  access: { roles: [...OFFICES, ...COMMUNITIES] },
  tags: ['burden'],
  answer: FormView,
})
export const sendForm = endpoint({
  id: 'sendForm',
  method: 'POST',
  path: '/api/burden/forms',
  summary: 'Send a form to communities: only under an admitted item, and only fields that no register holds',
  access: { roles: OFFICES },
  tags: ['burden'],
  body: z.object({
    title: z.string().trim().min(2).max(80),
    headers: Headers,
    /** To the communities of a county, a street, or one. */
    place: z.string().regex(/^\d{12}$/),
    /** The admitted work item it serves. */
    item: z.string().trim().max(40),
    photos: z.number().int().min(0).max(50).default(0),
  }),
  answer: z.object({ id: z.string(), communities: z.number() }),
})
export const generateSheet = endpoint({
  id: 'generateSheet',
  method: 'POST',
  path: '/api/burden/forms/generate',
  summary:
    'The sheet a form would have been, from the registers, for a community the caller may see; masked, and on record',
  access: { roles: [...OFFICES, ...COMMUNITIES] },
  tags: ['burden'],
  body: z.object({
    title: z.string().trim().min(2).max(80),
    headers: Headers,
    place: z.string().regex(/^\d{12}$/),
    purpose: z.string().trim().min(4).max(200),
  }),
  answer: z.object({
    title: TextShape,
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string().nullable())),
    more: z.boolean(),
  }),
})

export const OfficeRow = z.object({
  office: z.string(),
  minutes: z.number(),
  meetings: z.number(),
  ledgers: z.number(),
  forms: z.number(),
  tasks: z.number(),
  fields: z.number(),
  held: z.number(),
  communities: z.number(),
  overCap: z.boolean(),
})
export type OfficeRow = z.infer<typeof OfficeRow>
const League = z.object({ month: z.string(), capMinutes: z.number(), rows: z.array(OfficeRow), minutes: z.number() })

export const listOfficeBurden = endpoint({
  id: 'listOfficeBurden',
  method: 'GET',
  path: '/api/burden/offices',
  summary:
    'What each office took of the communities in a month: minutes, meetings, ledgers, share that re-asked what is held',
  access: 'anyone',
  tags: ['burden'],
  query: z.object({ month: Month.optional() }),
  answer: League,
})
export const exportOfficeBurden = endpoint({
  id: 'exportOfficeBurden',
  method: 'GET',
  path: '/api/burden/offices.csv',
  summary: 'The same as a table',
  access: 'anyone',
  tags: ['burden'],
  query: z.object({ month: Month.optional() }),
  answer: z.unknown(),
})
export const listMyBurden = endpoint({
  id: 'listMyBurden',
  method: 'GET',
  path: '/api/burden/mine',
  summary: 'What the offices took of my community, or of all communities within my places, in a month',
  access: { roles: [...COMMUNITIES, 'street_staff', 'street_admin', 'county_office', 'city_office'] },
  tags: ['burden'],
  query: z.object({ month: Month.optional() }),
  answer: League.extend({ recent: z.array(z.string()) }),
})
