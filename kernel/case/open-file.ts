/** 查看附件: a file of a case in full, for those who may; that an office opened a restricted one is written down, and the applicant sees it. @law PIPL art 44 */
import { mayOpenFile } from '#kernel/authority'
import type { Context } from '#kernel/context'
import type { Binary } from '#kernel/context/route.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { recordLook } from '#kernel/person/looks.ts'
import { unseal } from '#platform/crypto'
import { loadFamily } from './actions.ts'
import * as store from './store.ts'

/** Refuses in the same words what is not there and what is not for the caller. */
export async function openFile(context: Context, county: string, id: string): Promise<Outcome<Binary>> {
  const { acting, services } = context
  const file = await context.inTransaction((db) => store.findFile(db, county, id))
  if (!file) return refuse('file-not-found', 'practice')
  const { case_id: caseId, uploaded_by: uploadedBy, restricted } = file
  const family = caseId === null ? [] : await loadFamily(context, county, caseId)
  const matter = family.find((one) => one.id === caseId)
  if (!mayOpenFile(acting, { uploadedBy, restricted }, matter)) return refuse('file-not-found', 'practice')
  const subject = matter?.applicant ?? null
  if (restricted && acting.kind === 'staff' && uploadedBy !== acting.person && subject !== null)
    await context.asSystem((db) =>
      recordLook(context, db, { county, subject, purpose: '查看限阅附件', fields: ['file'], caseId }),
    )
  return allow({ bytes: unseal(services.keys, file.content), mediaType: file.media_type, fileName: file.name })
}
