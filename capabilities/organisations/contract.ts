/** Names of offices and bodies over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })
export const findOfficeNames = endpoint({
  id: 'findOfficeNames',
  method: 'GET',
  path: '/api/open/office-names',
  summary: 'Offices by a part of a name they had or have, with until when it was their name',
  access: 'anyone',
  tags: ['organisations'],
  query: z.object({ name: z.string().trim().min(2).max(40) }),
  answer: z.array(
    z.object({
      name: z.string(),
      today: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      standing: z.enum(['confirmed', 'practice', 'unverified']),
      /** «此名用至…,今为…» */
      text: TextShape,
    }),
  ),
})

export const FoundBody = z.object({
  /** Its row in the register of organisations; offices of government stand in none. */
  row: z.object({ county: z.string(), id: z.string() }).nullable(),
  name: z.string(),
  nameEn: z.string(),
  kind: TextShape,
  placeName: TextShape,
})
export type FoundBody = z.infer<typeof FoundBody>
export const findBodies = endpoint({
  id: 'findBodies',
  method: 'GET',
  path: '/api/open/bodies',
  summary: 'Offices, and organisations of the register, by a part of their name; open columns alone',
  access: 'anyone',
  tags: ['organisations'],
  query: z.object({ name: z.string().trim().min(2).max(60) }),
  answer: z.array(FoundBody),
})
