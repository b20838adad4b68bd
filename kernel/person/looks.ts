/** 查看留痕: every look at masked data is written down with its purpose; the person sees it, and too many looks are seen by the auditor. @law PIPL arts 44, 54 */
import type { Context } from '#kernel/context'
import type { Db } from '#platform/db'
import * as store from './store.ts'

/** After so many looks of one person in a day the auditor sees them flagged. @practice domain 19.5 */
export const LOOKS_A_DAY = 50

export type Look = {
  readonly county: string
  readonly subject: string
  readonly purpose: string
  readonly fields: readonly string[]
  readonly caseId: string | null
}

/** Writes the look before anything is shown. Throws for callers who are not staff: routes let none through. */
export async function recordLook(context: Context, db: Db, look: Look): Promise<void> {
  const { acting, services, ms, today } = context
  if (acting.kind !== 'staff') throw new Error('only staff look')
  await store.insertLook(db, {
    ...look,
    id: services.newId(ms),
    at: new Date(ms),
    day: today,
    actor: acting.person,
    role: acting.role,
    org: acting.org,
  })
}
