/** The real-name service (实名核验): one address that takes a name, a number and a phone as JSON and says whether they belong together. */
import type { IdentityCheck } from '#kernel/person/actions.ts'
import { z } from 'zod'

const PATIENCE_MS = 5_000
const Answer = z.object({ result: z.enum(['same', 'different', 'unknown']) })

/** Posts `{ name, idNumber, phone }`, is answered `{ result }`. What cannot be asked within five seconds is unknown: the ladder goes on without. */
export function httpIdentity(url: string): IdentityCheck {
  return async (given) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => undefined)
    const said = answer?.ok ? Answer.safeParse(await answer.json().catch(() => undefined)) : undefined
    return said?.success ? said.data.result : 'unknown'
  }
}
