/** Cases over HTTP: inbox, page, moves, documents, files, tracking by number. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

export const TextShape = z.object({ zh: z.string(), en: z.string() })
export const CaseKey = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
const FieldValue = z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(200)).max(100)])
export const Values = z.record(z.string().max(80), FieldValue.optional())

export const Light = z.enum(['green', 'yellow', 'orange', 'red', 'suspended', 'done'])

/** A row of a list; its words are in the page's `names`, under `nameKeys(row)`. What is not so, is not sent. */
const ListedCase = z
  .object({
    county: z.string(),
    id: z.string(),
    number: z.string(),
    procedure: z.string(),
    version: z.number(),
    subject: z.string(),
    place: z.string(),
    step: z.string(),
    openedOn: z.string(),
    dueOn: z.string().nullable(),
    provisional: z.literal(true).optional(),
    suspended: z.literal(true).optional(),
    light: Light,
    holder: z.string(),
    endedOn: z.string().optional(),
    who: z.string(),
    assignee: z.string().optional(),
    assigneeIsMe: z.literal(true).optional(),
    isPart: z.literal(true).optional(),
    revision: z.number(),
  })
  .meta({ id: 'ListedCase' })
export type ListedCase = z.infer<typeof ListedCase>

const Names = z.object({
  procedureTitle: TextShape,
  subjectName: TextShape,
  placeName: TextShape,
  stepText: TextShape,
  holderName: TextShape,
})
export type Names = z.infer<typeof Names>

export const CaseSummary = ListedCase.extend(Names.shape).meta({ id: 'CaseSummary' })
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseList = z.object({
  rows: z.array(ListedCase),
  names: z.record(z.string(), TextShape),
  next: z.string().nullable(),
})

export const FieldShape = z
  .object({
    id: z.string(),
    label: TextShape,
    type: z.string(),
    hint: TextShape.optional(),
    required: z.boolean().optional(),
    options: z.array(z.object({ value: z.string(), label: TextShape })).optional(),
    when: z.unknown().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    notBefore: z.string().optional(),
    notAfter: z.string().optional(),
    heldBy: z.string().optional(),
    dataClass: z.string().optional(),
  })
  .meta({ id: 'Field' })

export const MoveView = z.object({
  name: z.string(),
  title: TextShape,
  hint: TextShape.optional(),
  tone: z.enum(['primary', 'plain', 'danger']),
  files: z.boolean(),
  bulk: z.boolean(),
  basis: TextShape,
  open: z.boolean(),
  fields: z.array(FieldShape),
  refusal: z
    .object({ code: z.string(), text: TextShape, next: TextShape.optional(), basis: TextShape.optional() })
    .optional(),
})
export type MoveView = z.infer<typeof MoveView>

const Row = z.object({ id: z.string(), label: TextShape, value: TextShape, masked: z.boolean() })
export const DocumentSummary = z.object({
  id: z.string(),
  county: z.string(),
  kind: z.string(),
  number: z.string(),
  title: TextShape,
  office: TextShape,
  issuedOn: z.string(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>
export const FileSummary = z.object({
  id: z.string(),
  material: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
})
export const HistoryEntry = z.object({
  at: z.string(),
  day: z.string(),
  kind: z.string(),
  title: TextShape,
  office: TextShape.nullable(),
  role: TextShape.nullable(),
  onBehalf: z.boolean(),
  sealed: z.boolean(),
  detail: z.string().optional(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const CasePage = z
  .object({
    summary: CaseSummary,
    steps: z.array(z.object({ name: z.string(), title: TextShape })),
    moves: z.array(MoveView),
    sections: z.array(z.object({ title: TextShape, rows: z.array(Row) })),
    parts: z.array(CaseSummary),
    master: CaseSummary.nullable(),
    history: z.array(HistoryEntry),
    documents: z.array(DocumentSummary),
    files: z.array(FileSummary),
    overdueReason: z.string().nullable(),
    canReveal: z.boolean(),
  })
  .meta({ id: 'CasePage' })
export type CasePage = z.infer<typeof CasePage>

export const getCase = endpoint({
  id: 'getCase',
  method: 'GET',
  path: '/api/cases/:county/:id',
  summary: 'A case with its history, documents and the moves open to the caller',
  access: 'signed-in',
  tags: ['case'],
  params: CaseKey,
  answer: CasePage,
})

export const listMine = endpoint({
  id: 'listMine',
  method: 'GET',
  path: '/api/mine',
  summary: 'My own cases',
  access: 'resident',
  tags: ['case'],
  query: z.object({ after: z.string().max(200).optional() }),
  answer: CaseList,
})

export const Moved = z.object({
  id: z.string(),
  county: z.string(),
  step: z.string(),
  revision: z.number(),
  leaf: z.string(),
  documents: z.array(z.object({ id: z.string(), kind: z.string(), number: z.string() })),
  again: z.boolean(),
})
export const makeMove = endpoint({
  id: 'makeMove',
  method: 'POST',
  path: '/api/cases/:county/:id/moves/:move',
  summary: 'Make a move of a case',
  access: 'signed-in',
  tags: ['case'],
  params: CaseKey.extend({ move: z.string().max(60) }),
  body: z.object({
    revision: z.number().int().optional(),
    values: Values.default({}),
    files: z.array(z.uuid()).max(40).default([]),
  }),
  answer: Moved,
})
export const assignCase = endpoint({
  id: 'assignCase',
  method: 'POST',
  path: '/api/cases/:county/:id/assign',
  summary: 'Take a case on, or lay it back for the office',
  access: 'staff',
  tags: ['case'],
  params: CaseKey,
  body: z.object({ mine: z.boolean() }),
  answer: z.object({ ok: z.literal(true) }),
})

/** 内部备注 */
export const Note = z.object({ at: z.string(), office: TextShape, role: TextShape.nullable(), text: z.string() })
export type Note = z.infer<typeof Note>
export const listNotes = endpoint({
  id: 'listNotes',
  method: 'GET',
  path: '/api/cases/:county/:id/notes',
  summary: 'What offices noted of a case among themselves',
  access: 'staff',
  tags: ['case'],
  params: CaseKey,
  answer: z.array(Note),
})
export const addNote = endpoint({
  id: 'addNote',
  method: 'POST',
  path: '/api/cases/:county/:id/notes',
  summary: 'Add a note that residents do not see',
  access: 'staff',
  tags: ['case'],
  params: CaseKey,
  body: z.object({ text: z.string().trim().min(1).max(2000) }),
  answer: z.object({ ok: z.literal(true) }),
})

export const REVEALABLE = ['name', 'id-number', 'phone', 'form'] as const
export const revealCase = endpoint({
  id: 'revealCase',
  method: 'POST',
  path: '/api/cases/:county/:id/reveal',
  summary: 'See masked data in full: a purpose is recorded and the person sees it',
  access: 'staff',
  tags: ['case'],
  perMinute: 30,
  params: CaseKey,
  body: z.object({ purpose: z.string().trim().min(4).max(200) }),
  answer: z.object({ rows: z.array(z.object({ id: z.string(), label: TextShape, value: z.string() })) }),
})

export const Tracked = z.object({
  number: z.string(),
  subjectName: TextShape,
  step: z.string(),
  stepText: TextShape,
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  provisional: z.boolean(),
  light: Light,
  holderName: TextShape,
  endedOn: z.string().nullable(),
  history: z.array(z.object({ day: z.string(), title: TextShape, office: TextShape.nullable() })),
  next: TextShape,
  overdue: z.boolean(),
})
export type Tracked = z.infer<typeof Tracked>
export const trackCase = endpoint({
  id: 'trackCase',
  method: 'GET',
  path: '/api/track/:number',
  summary: 'Where a case stands, by its number: no names, limited in rate',
  access: 'anyone',
  tags: ['case'],
  perMinute: 12,
  params: z.object({ number: z.string().max(60) }),
  answer: Tracked,
})

export const downloadDocument = endpoint({
  id: 'downloadDocument',
  method: 'GET',
  path: '/api/documents/:county/:id',
  summary: 'A document as PDF/A',
  access: 'signed-in',
  tags: ['document'],
  params: CaseKey,
  answer: z.unknown(),
})
export const verifyDocument = endpoint({
  id: 'verifyDocument',
  method: 'GET',
  path: '/api/verify/:code',
  summary: 'Is this document ours and unaltered? No names.',
  access: 'anyone',
  tags: ['document'],
  perMinute: 20,
  params: z.object({ code: z.string().max(40) }),
  answer: z.object({
    number: z.string(),
    kind: z.string(),
    title: TextShape,
    office: TextShape,
    issuedOn: z.string(),
    caseNumber: z.string(),
    intact: z.boolean(),
    sealed: z.boolean(),
    /** For documents that hold until a day, or may be revoked. */
    standing: z.object({ state: z.enum(['in-force', 'expired', 'revoked']), day: z.string() }).nullable(),
  }),
})

export const uploadFile = endpoint({
  id: 'uploadFile',
  method: 'POST',
  path: '/api/files',
  summary: 'Upload a file (PDF, JPEG or PNG, its content checked)',
  access: 'signed-in',
  tags: ['file'],
  perMinute: 60,
  query: z.object({ county: z.string().regex(/^\d{6}$/), material: z.string().max(60) }),
  answer: FileSummary,
})
export const downloadFile = endpoint({
  id: 'downloadFile',
  method: 'GET',
  path: '/api/files/:county/:id',
  summary: 'A file of a case',
  access: 'signed-in',
  tags: ['file'],
  params: CaseKey,
  answer: z.unknown(),
})

export const getReceipt = endpoint({
  id: 'getReceipt',
  method: 'GET',
  path: '/api/cases/:county/:id/receipt',
  summary: 'What proves that the application is in the ledger',
  access: 'signed-in',
  tags: ['ledger'],
  params: CaseKey,
  answer: z.record(z.string(), z.unknown()),
})
