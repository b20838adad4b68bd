/** 待办 over HTTP: views, counts, the same move for many, standard texts, saved views, spreadsheets. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'
import { CaseKey, CaseList, TextShape, Values } from '#kernel/case/contract.ts'

export const InboxView = z.enum(['office', 'mine', 'unassigned', 'overdue', 'waiting', 'ended'])
export type InboxView = z.infer<typeof InboxView>
export const listInbox = endpoint({
  id: 'listInbox',
  method: 'GET',
  path: '/api/inbox',
  summary: 'Cases of the office whose hat is worn',
  access: 'staff',
  tags: ['case'],
  query: z.object({
    view: InboxView.default('office'),
    after: z.string().max(200).optional(),
    number: z.string().max(40).optional(),
    subject: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: CaseList,
})
export const listInboxSubjects = endpoint({
  id: 'listInboxSubjects',
  method: 'GET',
  path: '/api/inbox/subjects',
  summary: 'What the open cases of the office are about, the most frequent first',
  access: 'staff',
  tags: ['case'],
  answer: z.array(z.object({ subject: z.string(), name: TextShape, count: z.number() })),
})
export const exportInbox = endpoint({
  id: 'exportInbox',
  method: 'POST',
  path: '/api/inbox/spreadsheet',
  summary: 'A view of the inbox as a spreadsheet, names masked; recorded',
  access: 'staff',
  tags: ['case'],
  perMinute: 10,
  body: z.object({ view: InboxView.default('office'), subject: z.string().max(40).optional() }),
  answer: z.unknown(),
})
export const countInbox = endpoint({
  id: 'countInbox',
  method: 'GET',
  path: '/api/inbox/counts',
  summary: 'How many cases stand in each view of the inbox',
  access: 'staff',
  tags: ['case'],
  answer: z.object({
    office: z.number(),
    mine: z.number(),
    unassigned: z.number(),
    overdue: z.number(),
    waiting: z.number(),
  }),
})
export const makeMoves = endpoint({
  id: 'makeMoves',
  method: 'POST',
  path: '/api/inbox/moves/:move',
  summary: 'Make the same move of several cases',
  access: 'staff',
  tags: ['case'],
  params: z.object({ move: z.string().max(60) }),
  body: z.object({ cases: z.array(CaseKey).min(1).max(100), values: Values.default({}) }),
  answer: z.object({
    done: z.array(z.object({ county: z.string(), id: z.string() })),
    refused: z.array(z.object({ county: z.string(), id: z.string(), code: z.string(), text: TextShape })),
  }),
})

/** 常用语: an office's own wordings for a field of a move. */
export const StandardText = z.object({ county: z.string(), id: z.string(), field: z.string(), text: z.string() })
export type StandardText = z.infer<typeof StandardText>
export const listStandardTexts = endpoint({
  id: 'listStandardTexts',
  method: 'GET',
  path: '/api/standard-texts',
  summary: 'The standard texts of the office whose hat is worn',
  access: 'staff',
  tags: ['case'],
  answer: z.array(StandardText),
})
export const addStandardText = endpoint({
  id: 'addStandardText',
  method: 'POST',
  path: '/api/standard-texts',
  summary: 'Keep a text for the office; no personal data belongs in it',
  access: 'staff',
  tags: ['case'],
  body: z.object({ field: z.string().max(120), text: z.string().trim().min(2).max(1000) }),
  answer: z.object({ id: z.string() }),
})
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
export const endStandardText = endpoint({
  id: 'endStandardText',
  method: 'POST',
  path: '/api/standard-texts/:county/:id/end',
  summary: 'Offer a standard text no more',
  access: 'staff',
  tags: ['case'],
  params: Key,
  answer: z.object({ ok: z.literal(true) }),
})

/** 自存视图: a view with its filter under a name, one's own. */
export const SavedView = z.object({
  county: z.string(),
  id: z.string(),
  title: z.string(),
  view: InboxView,
  subject: z.string().nullable(),
})
export type SavedView = z.infer<typeof SavedView>
export const listSavedViews = endpoint({
  id: 'listSavedViews',
  method: 'GET',
  path: '/api/inbox/saved-views',
  summary: 'My saved views of the inbox',
  access: 'staff',
  tags: ['case'],
  answer: z.array(SavedView),
})
export const saveView = endpoint({
  id: 'saveView',
  method: 'POST',
  path: '/api/inbox/saved-views',
  summary: 'Save a view of the inbox under a name',
  access: 'staff',
  tags: ['case'],
  body: z.object({
    title: z.string().trim().min(1).max(40),
    view: InboxView,
    subject: z.string().max(40).nullable().default(null),
  }),
  answer: z.object({ id: z.string() }),
})
export const endSavedView = endpoint({
  id: 'endSavedView',
  method: 'POST',
  path: '/api/inbox/saved-views/:county/:id/end',
  summary: 'Keep a saved view no more',
  access: 'staff',
  tags: ['case'],
  params: Key,
  answer: z.object({ ok: z.literal(true) }),
})
