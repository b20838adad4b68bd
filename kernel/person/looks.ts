/** 查看留痕: every look at masked data is written down with its purpose; the person sees it, and too many looks are seen by the auditor. @law PIPL arts 44, 54 */
import type { Context } from '#kernel/context'
import type { Db } from '#platform/db'
import { recordOfAccount } from './account.ts'
import * as store from './store.ts'

/** The look by which somebody reaches so many in a day alerts the auditor, and is a fact. @practice domain 19.5 */
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
  if ((await store.countLooks(db, acting.person, today)) === LOOKS_A_DAY)
    await recordOfAccount(context, acting.person, 'looks-too-many')
}
