/** Imports over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Key = z.object({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
const WRITERS = { roles: ['community_worker', 'committee_chair', 'committee_member', 'street_staff', 'street_admin'] }

export const listRegisters = endpoint({
  id: 'listRegisters',
  method: 'GET',
  path: '/api/registers',
  summary: 'Registers that take a spreadsheet, with their columns',
  access: WRITERS,
  tags: ['register'],
  answer: z.array(
    z.object({
      name: z.string(),
      title: TextShape,
      columns: z.array(z.object({ id: z.string(), label: TextShape, required: z.boolean() })),
    }),
  ),
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
