/** The compiler of forms and the burden meter over HTTP. No list here has a community in it, nor an order by one. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const OFFICES = ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office']
const COMMUNITIES = ['community_worker', 'committee_chair', 'committee_member', 'window_clerk']
/** Who answers for a community. */
const ANSWERERS = ['committee_chair', 'community_worker']
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
    /** Communities: to all of them, or to none. */
    places: z
      .array(z.string().regex(/^\d{12}$/))
      .min(1)
      .max(1000),
    /** The admitted work item it serves. */
    item: z.string().trim().max(40),
    photos: z.number().int().min(0).max(50).default(0),
    /** Fields of the form that are held: shown to the community, not asked. */
    supplied: z.array(z.string().trim().min(1).max(80)).max(200).default([]),
    due: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .default(null),
  }),
  answer: z.object({ id: z.string(), communities: z.number() }),
})

const TaskKey = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
const Rows = z.array(z.array(z.string().max(500)).max(200))
export const SuppliedField = z.object({
  header: z.string(),
  /** The register that holds it. */
  title: TextShape.nullable(),
  /** Masked as in its list; only where it holds one row of the community. */
  value: z.string().nullable(),
  rows: z.enum(['none', 'one', 'many']),
})
export type SuppliedField = z.infer<typeof SuppliedField>
export const SheetView = z.object({
  title: z.string(),
  office: z.string(),
  sentOn: z.string(),
  dueOn: z.string().nullable(),
  asked: z.array(z.string()),
  supplied: z.array(SuppliedField),
  photos: z.number(),
  answeredOn: z.string().nullable(),
  rows: Rows,
  idleSeconds: z.number(),
})
export type SheetView = z.infer<typeof SheetView>

export const findFormOfTask = endpoint({
  id: 'findFormOfTask',
  method: 'GET',
  path: '/api/burden/tasks/:county/:id/form',
  summary: 'The form that came with a task, for the community that answers and the office that asked',
  access: { roles: [...ANSWERERS, ...OFFICES] },
  tags: ['burden'],
  params: TaskKey,
  answer: z.object({
    form: z.object({ id: z.string(), title: z.string(), answeredOn: z.string().nullable() }).nullable(),
  }),
})
export const openSheet = endpoint({
  id: 'openSheet',
  method: 'POST',
  path: '/api/burden/tasks/:county/:id/form/open',
  summary: 'Open the form of my community: what is asked, and what is held and therefore not asked',
  access: { roles: ANSWERERS },
  tags: ['burden'],
  params: TaskKey,
  body: z.object({}),
  answer: SheetView,
})
export const answerSheet = endpoint({
  id: 'answerSheet',
  method: 'POST',
  path: '/api/burden/tasks/:county/:id/form/answer',
  summary: 'Answer the form of my community, once; the time it took is kept of the form and of nobody',
  access: { roles: ANSWERERS },
  tags: ['burden'],
  params: TaskKey,
  body: z.object({
    rows: Rows.min(1).max(200),
    /** Active time at the screen, in seconds; bounded by the server's own clock. */
    seconds: z.number().int().min(0).nullable().default(null),
    files: z.array(z.uuid()).max(50).default([]),
  }),
  answer: TaskKey,
})
export const SentFormRow = z.object({
  id: z.string(),
  title: z.string(),
  item: z.string(),
  sentOn: z.string(),
  fields: z.number(),
  communities: z.number(),
  answered: z.number(),
  /** What a field takes: the median of n answers, of whom, or the estimate. */
  time: z.object({ basis: z.enum(['form', 'office', 'city', 'estimate']), n: z.number(), milliseconds: z.number() }),
})
export type SentFormRow = z.infer<typeof SentFormRow>
export const listSentForms = endpoint({
  id: 'listSentForms',
  method: 'GET',
  path: '/api/burden/forms',
  summary: 'The forms my office sent, how many answered, and what a field took',
  access: { roles: OFFICES },
  tags: ['burden'],
  answer: z.array(SentFormRow),
})
export const listFormAnswers = endpoint({
  id: 'listFormAnswers',
  method: 'GET',
  path: '/api/burden/forms/:id/answers',
  summary: 'What communities answered to a form of my office',
  access: { roles: OFFICES },
  tags: ['burden'],
  params: z.object({ id: z.uuid() }),
  query: z.object({ after: z.string().max(12).default('') }),
  answer: z.object({
    title: z.string(),
    headers: z.array(z.string()),
    supplied: z.array(z.string()),
    communities: z.number(),
    answered: z.number(),
    rows: z.array(z.object({ place: TextShape, rows: Rows })),
    next: z.string().nullable(),
  }),
})
export const exportFormAnswers = endpoint({
  id: 'exportFormAnswers',
  method: 'POST',
  path: '/api/burden/forms/:id/spreadsheet',
  summary: 'The same as a spreadsheet; recorded',
  access: { roles: OFFICES },
  tags: ['burden'],
  perMinute: 10,
  params: z.object({ id: z.uuid() }),
  body: z.object({}),
  answer: z.unknown(),
})
const ToGenerate = z.object({
  title: z.string().trim().min(2).max(80),
  headers: Headers,
  place: z.string().regex(/^\d{12}$/),
  purpose: z.string().trim().min(4).max(200),
})
export const generateSheet = endpoint({
  id: 'generateSheet',
  method: 'POST',
  path: '/api/burden/forms/generate',
  summary:
    'The sheet a form would have been, from the registers, for a community the caller may see; masked, and on record',
  access: { roles: [...OFFICES, ...COMMUNITIES] },
  tags: ['burden'],
  body: ToGenerate,
  answer: z.object({
    title: TextShape,
    headers: z.array(z.string()),
    rows: z.array(z.array(z.string().nullable())),
    more: z.boolean(),
  }),
})
export const exportGeneratedSheet = endpoint({
  id: 'exportGeneratedSheet',
  method: 'POST',
  path: '/api/burden/forms/generate/spreadsheet',
  summary: 'The same for all of a place within my own, as a spreadsheet; masked, marked, and on record',
  access: { roles: [...OFFICES, ...COMMUNITIES] },
  tags: ['burden'],
  perMinute: 10,
  body: ToGenerate,
  answer: z.unknown(),
})

export const OfficeRow = z.object({
  office: z.string(),
  minutes: z.number(),
  /** Of these: by medians that were measured, each over so many answers or more; by the register of meetings; by estimate. */
  measured: z.number(),
  answers: z.number(),
  recorded: z.number(),
  estimated: z.number(),
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
