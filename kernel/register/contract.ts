/** Imports over HTTP. */
import { FieldShape } from '#kernel/case/contract.ts'
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
/** Which of these may keep a particular register is the register's own (`roles`). */
const WRITERS = {
  roles: [
    'community_worker',
    'committee_chair',
    'committee_member',
    'street_staff',
    'street_admin',
    'county_office',
    'city_office',
  ],
}

const RegisterName = z.object({ register: z.string().max(40) })
const RowParams = RegisterName.extend(Key.shape)
const Place = z.string().regex(/^\d{12}$/)
const Purpose = z.string().trim().min(4).max(200)
const Values = z.record(z.string().max(80), z.union([z.string().max(1000), z.number(), z.boolean()]).optional())

export const RegisterShape = z
  .object({
    name: z.string(),
    title: TextShape,
    columns: z.array(z.object({ id: z.string(), label: TextShape, listed: z.boolean(), required: z.boolean() })),
    form: z.array(FieldShape),
    correctable: z.array(z.string()),
    /** Rows say themselves in this column of which place they are, so that one file may hold those of many. */
    placed: z.string().nullable(),
    /** Columns that are masked until a purpose is given. */
    personal: z.array(z.string()),
    reveals: z.boolean(),
  })
  .meta({ id: 'Register' })
export type RegisterShape = z.infer<typeof RegisterShape>

export const RowShape = z
  .object({
    county: z.string(),
    id: z.string(),
    place: z.string(),
    revision: z.number(),
    endedOn: z.string().nullable(),
    endedBecause: z.string().nullable(),
    cells: z.record(z.string(), z.string().nullable()),
    /** What may be put right, as the form takes it; without personal values. */
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** What is doubtful about it. */
    concerns: z.array(TextShape).optional(),
  })
  .meta({ id: 'RegisterRow' })
export type RowShape = z.infer<typeof RowShape>

export const listRegisters = endpoint({
  id: 'listRegisters',
  method: 'GET',
  path: '/api/registers',
  summary: 'The registers, with their columns',
  access: WRITERS,
  tags: ['register'],
  answer: z.array(RegisterShape),
})
/** 公开登记册: what anyone may see of the rows of a place. */
export const listOpenRows = endpoint({
  id: 'listOpenRows',
  method: 'GET',
  path: '/api/open/registers/:register/rows',
  summary: 'The open columns of a register for one place and all below it; searched by a part of the title',
  access: 'anyone',
  tags: ['register'],
  params: RegisterName,
  query: z.object({ place: Place, text: z.string().trim().max(60).default(''), after: z.string().max(80).optional() }),
  answer: z.object({
    title: TextShape,
    columns: z.array(z.object({ id: z.string(), label: TextShape })),
    rows: z.array(z.object({ id: z.string(), cells: z.record(z.string(), z.string().nullable()) })),
    next: z.string().nullable(),
  }),
})
export const findRows = endpoint({
  id: 'findRows',
  method: 'POST',
  path: '/api/registers/:register/rows',
  summary:
    'Rows of a community, or found by a number in full; personal values masked. Asked in a body: a number is no address',
  access: WRITERS,
  tags: ['register'],
  params: RegisterName,
  body: z.object({
    place: Place.optional(),
    text: z.string().trim().max(60).default(''),
    ended: z.boolean().default(false),
    after: z.string().max(80).optional(),
  }),
  answer: z.object({ rows: z.array(RowShape), next: z.string().nullable() }),
})
export const getRow = endpoint({
  id: 'getRow',
  method: 'GET',
  path: '/api/registers/:register/rows/:county/:id',
  summary: 'One row with what was done to it',
  access: WRITERS,
  tags: ['register'],
  params: RowParams,
  answer: z.object({
    row: RowShape,
    history: z.array(
      z.object({
        kind: z.enum(['added', 'corrected', 'ended']),
        columns: z.array(z.string()),
        reason: z.string(),
        role: TextShape,
        office: TextShape,
        at: z.string(),
      }),
    ),
  }),
})
export const addRow = endpoint({
  id: 'addRow',
  method: 'POST',
  path: '/api/registers/:register/add',
  summary: 'Add one row by hand',
  access: WRITERS,
  tags: ['register'],
  params: RegisterName,
  body: z.object({ place: Place, values: Values }),
  answer: z.object({ added: z.literal(true) }),
})
export const correctRow = endpoint({
  id: 'correctRow',
  method: 'POST',
  path: '/api/registers/:register/rows/:county/:id/correct',
  summary: 'Put a row right; what stood there before is kept',
  access: WRITERS,
  tags: ['register'],
  params: RowParams,
  body: z.object({ revision: z.number().int(), values: Values, reason: Purpose }),
  answer: z.object({ revision: z.number() }),
})
export const endRow = endpoint({
  id: 'endRow',
  method: 'POST',
  path: '/api/registers/:register/rows/:county/:id/end',
  summary: 'End a row with its reason; it is kept',
  access: WRITERS,
  tags: ['register'],
  params: RowParams,
  body: z.object({ revision: z.number().int(), reason: Purpose }),
  answer: z.object({ ended: z.literal(true) }),
})
export const revealRow = endpoint({
  id: 'revealRow',
  method: 'POST',
  path: '/api/registers/:register/rows/:county/:id/reveal',
  summary: 'See masked values in full: a purpose is recorded and the person sees it',
  access: WRITERS,
  tags: ['register'],
  perMinute: 30,
  params: RowParams,
  body: z.object({ purpose: Purpose }),
  answer: z.object({ values: z.record(z.string(), z.string()) }),
})
export const exportRegister = endpoint({
  id: 'exportRegister',
  method: 'POST',
  path: '/api/registers/:register/export',
  summary: 'The open rows of a community as a spreadsheet, masked; that it was taken is a fact',
  access: WRITERS,
  tags: ['register'],
  perMinute: 10,
  params: RegisterName,
  body: z.object({ place: Place, purpose: Purpose }),
  answer: z.unknown(),
})
export const listImports = endpoint({
  id: 'listImports',
  method: 'GET',
  path: '/api/registers/:register/imports',
  summary: 'The last imports of a community',
  access: WRITERS,
  tags: ['register'],
  params: RegisterName,
  query: z.object({ place: Place }),
  answer: z.array(
    z.object({
      county: z.string(),
      id: z.string(),
      fileName: z.string(),
      state: z.string(),
      total: z.number(),
      written: z.number(),
      bad: z.number(),
      at: z.string(),
    }),
  ),
})
export const exportImports = endpoint({
  id: 'exportImports',
  method: 'POST',
  path: '/api/registers/:register/imports/spreadsheet',
  summary: 'The last imports of a community as a spreadsheet; recorded',
  access: WRITERS,
  tags: ['register'],
  perMinute: 10,
  params: RegisterName,
  body: z.object({ place: Place }),
  answer: z.unknown(),
})
export const getTemplate = endpoint({
  id: 'getTemplate',
  method: 'GET',
  path: '/api/registers/:register/template.xlsx',
  summary: 'The template of a register',
  access: WRITERS,
  tags: ['register'],
  params: z.object({ register: z.string().max(40) }),
  answer: z.unknown(),
})
export const uploadImport = endpoint({
  id: 'uploadImport',
  method: 'POST',
  path: '/api/registers/:register/imports',
  summary: 'Upload a spreadsheet: it is checked, nothing is written',
  access: WRITERS,
  tags: ['register'],
  perMinute: 60,
  params: z.object({ register: z.string().max(40) }),
  query: z.object({ place: z.string().regex(/^\d{12}$/) }),
  answer: Key,
})
export const Run = z.object({
  county: z.string(),
  id: z.string(),
  register: z.string(),
  fileName: z.string(),
  state: z.enum(['checking', 'checked', 'importing', 'done', 'failed']),
  total: z.number(),
  checked: z.number(),
  good: z.number(),
  bad: z.number(),
  written: z.number(),
  reason: z.string().nullable(),
  issues: z.array(
    z.object({ row: z.number(), column: z.string(), header: z.string(), code: z.string(), text: TextShape }),
  ),
})
export const getImport = endpoint({
  id: 'getImport',
  method: 'GET',
  path: '/api/imports/:county/:id',
  summary: 'How far an import is, and what is wrong',
  access: WRITERS,
  tags: ['register'],
  params: Key,
  answer: Run,
})
export const confirmImport = endpoint({
  id: 'confirmImport',
  method: 'POST',
  path: '/api/imports/:county/:id/confirm',
  summary: 'Write what passed, all in one or nothing',
  access: WRITERS,
  tags: ['register'],
  params: Key,
  body: z.object({ onlyGood: z.boolean().default(false) }),
  answer: z.object({ ok: z.literal(true) }),
})
export const getImportErrors = endpoint({
  id: 'getImportErrors',
  method: 'GET',
  path: '/api/imports/:county/:id/errors.xlsx',
  summary: 'The rows that did not pass, with their reasons',
  access: WRITERS,
  tags: ['register'],
  params: Key,
  answer: z.unknown(),
})
