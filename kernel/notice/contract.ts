/** Messages over HTTP. */
import { endpoint } from '#platform/http/endpoint.ts'
import { z } from 'zod'

const TextShape = z.object({ zh: z.string(), en: z.string() })

export const listMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/api/me/messages',
  summary: 'What I was told, the newest first',
  access: 'resident',
  tags: ['person'],
  answer: z.array(
    z.object({
      id: z.string(),
      county: z.string(),
      case: z.string().nullable(),
      kind: z.string(),
      text: TextShape,
      at: z.string(),
    }),
  ),
})
