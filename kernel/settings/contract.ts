/** Dated values, the work calendar, the rehearsal clock. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Held = z.object({
  value: z.unknown(),
  basis: TextShape,
  pack: z.string(),
  place: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  verified: z.boolean(),
  unit: z.enum(['area', 'year']).nullable(),
})

export const listValues = endpoint({
  id: 'listValues',
  method: 'GET',
  path: '/api/values',
  summary: 'Every dated value with its basis and history',
  access: 'anyone',
  tags: ['settings'],
  query: z.object({ prefix: z.string().max(60).optional() }),
  answer: z.array(z.object({ name: z.string(), title: TextShape, now: Held.nullable(), history: z.array(Held) })),
})

export const getValuesSheet = endpoint({
  id: 'getValuesSheet',
  method: 'GET',
  path: '/api/values.xlsx',
  summary: 'Every dated value with its basis as a spreadsheet',
  access: 'anyone',
  tags: ['settings'],
  answer: z.unknown(),
})

export const OverrideShape = z.object({
  id: z.string(),
  name: z.string(),
  value: z.unknown(),
  place: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  basis: z.string(),
  source: z.string(),
  proposedOn: z.string(),
  mine: z.boolean(),
  confirmedOn: z.string().nullable(),
})
export const listOverrides = endpoint({
  id: 'listOverrides',
  method: 'GET',
  path: '/api/values/overrides',
  summary: 'Values set at run time, waiting and confirmed',
  access: { roles: ['city_office'] },
  tags: ['settings'],
  answer: z.array(OverrideShape),
})
export const proposeValue = endpoint({
  id: 'proposeValue',
  method: 'POST',
  path: '/api/values/overrides',
  summary: 'Propose a value from a later day on; another person of the city office confirms it',
  access: { roles: ['city_office'] },
  tags: ['settings'],
  body: z.object({
    name: z.string().max(100),
    value: z.union([
      z.object({ days: z.number().int().min(0).max(3650), unit: z.enum(['working-days', 'days']) }),
      z.number(),
    ]),
    place: z
      .string()
      .regex(/^(14|1403|1403\d{2})$/)
      .default('14'),
    from: Day,
    to: Day.optional(),
    basis: z.string().max(200),
    source: z.string().trim().min(4).max(300),
  }),
  answer: z.object({ id: z.string() }),
})
export const confirmValue = endpoint({
  id: 'confirmValue',
  method: 'POST',
  path: '/api/values/overrides/:id/confirm',
  summary: "Confirm a proposed value (not one's own)",
  access: { roles: ['city_office'] },
  tags: ['settings'],
  params: z.object({ id: z.uuid() }),
  answer: z.object({ ok: z.literal(true) }),
})

export const getCalendar = endpoint({
  id: 'getCalendar',
  method: 'GET',
  path: '/api/calendar',
  summary: 'Holidays and make-up working days',
  access: 'anyone',
  tags: ['settings'],
  answer: z.object({
    publishedThrough: z.number(),
    days: z.array(z.object({ day: z.string(), kind: z.enum(['holiday', 'makeup']) })),
  }),
})
export const loadCalendar = endpoint({
  id: 'loadCalendar',
  method: 'POST',
  path: '/api/calendar',
  summary: 'Load the published calendar of a year; provisional days move',
  access: { roles: ['city_office'] },
  tags: ['settings'],
  body: z.object({
    year: z.number().int().min(2020).max(2100),
    source: z.string().trim().min(4).max(200),
    days: z
      .array(z.object({ day: Day, kind: z.enum(['holiday', 'makeup']), name: z.string().max(20) }))
      .min(1)
      .max(100),
  }),
  answer: z.object({ moved: z.number() }),
})

export const moveDay = endpoint({
  id: 'moveDay',
  method: 'POST',
  path: '/api/demo/day',
  summary: 'Move the rehearsal day forward (demo mode only)',
  access: 'anyone',
  tags: ['demo'],
  perMinute: 30,
  body: z.object({ days: z.number().int().min(1).max(400) }),
  answer: z.object({ today: z.string(), moves: z.number() }),
})

export const getHealth = endpoint({
  id: 'getHealth',
  method: 'GET',
  path: '/api/health',
  summary: 'Is the server ready',
  access: 'anyone',
  tags: ['server'],
  answer: z.object({
    ready: z.boolean(),
    version: z.string(),
    mode: z.string(),
    day: z.string(),
    pack: z.string(),
    ledger: z.object({
      sealed: z.number(),
      waiting: z.number(),
      refused: z.number(),
      forked: z.array(z.string()).readonly(),
    }),
  }),
})
