/** Carries messages to the gateway. Nothing is lost when it is down: what was not taken is tried again, later each time. */
import type { Context } from '#kernel/context'
import { CITY } from '#kernel/person/store.ts'
import { unseal } from '#platform/crypto'
import { type Gateway, type MessageTexts, messageText } from './index.ts'
import * as store from './store.ts'

const AT_ONCE = 50

/**
 * One round; answers how many were handed on. Persons without a phone are told on their pages only, and so is everybody
 * while there is no gateway: what was told then is not sent when one is connected later.
 */
export async function deliverMessages(context: Context, texts: MessageTexts, gateway?: Gateway): Promise<number> {
  const now = new Date(context.ms)
  if (!gateway) {
    await context.asSystem((db) => store.leaveOnPages(db, now))
    return 0
  }
  const taken = await context.asSystem((db) => store.takeUnsent(db, CITY, now, AT_ONCE))
  let sent = 0
  for (const { county, id, kind, content, phone } of taken) {
    const to = phone && unseal(context.services.keys, phone).toString()
    const done = to
      ? await gateway({ id, to, kind, text: messageText(texts, kind, content).zh }).catch(() => false)
      : true
    if (!done) continue
    await context.asSystem((db) => store.setSent(db, county, id, now, to ? 'gateway' : 'page'))
    if (to) sent++
  }
  return sent
}
