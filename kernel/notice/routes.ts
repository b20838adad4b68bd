import { route, type Route } from '#kernel/context/route.ts'
import { allow, refuse } from '#kernel/outcome'
import * as contract from './contract.ts'
import { type MessageTexts, messageText } from './index.ts'
import * as store from './store.ts'

const SHOWN = 30

export function noticeRoutes(texts: MessageTexts): readonly Route[] {
  return [
    route(contract.listMessages, async (context) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const rows = await context.inTransaction((db) => store.listMessages(db, acting.person, SHOWN))
      return allow(
        rows.map(({ id, county, case_id, kind, content, created_at }) => ({
          id,
          county,
          case: case_id,
          kind,
          text: messageText(texts, kind, content),
          at: created_at.toISOString(),
        })),
      )
    }),
  ]
}
