/** Places over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
export const PlaceShape = z
  .object({
    code: z.string(),
    name: TextShape,
    initials: z.string(),
    level: z.enum(['city', 'county', 'street', 'committee']),
    parent: z.string().nullable(),
    form: z.enum(['residents', 'villagers']).nullable(),
    path: TextShape,
  })
  .meta({ id: 'Place' })
export type PlaceShape = z.infer<typeof PlaceShape>
export const listPlaces = endpoint({
  id: 'listPlaces',
  method: 'GET',
  path: '/api/places',
  summary: 'Places below one, or found by name, initials or code',
  access: 'anyone',
  tags: ['places'],
  query: z.object({
    under: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    q: z.string().max(40).optional(),
    level: z.enum(['city', 'county', 'street', 'committee']).optional(),
  }),
  answer: z.array(PlaceShape),
})
