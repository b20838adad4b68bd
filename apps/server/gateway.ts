/** The city's message gateway (短信网关): one address that takes a message as JSON and answers 2xx when it has it. */
import type { Gateway } from '#kernel/notice'

const PATIENCE_MS = 5_000

/** Posts `{ id, to, kind, text }`; the same `id` again is the same message. Anything but 2xx within five seconds is tried later. */
export function httpGateway(url: string): Gateway {
  return async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': message.id },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return answer.ok
  }
}
