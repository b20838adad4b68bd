/** 查看完整信息: masked values in full, for a purpose, recorded before they are shown; the person sees who looked. @law PIPL art 44 */
import type { Context } from '#kernel/context'
import { recordLook } from '#kernel/person/looks.ts'
import * as persons from '#kernel/person/store.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { versionOf } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import { isSealedText, unseal, unsealText } from '#platform/crypto'
import { loadFamily, viewOf } from './actions.ts'

export async function revealRows(
  context: Context,
  county: string,
  id: string,
  purpose: string,
): Promise<Outcome<{ rows: { id: string; label: Text; value: string }[] }>> {
  const { acting, services } = context
  const view = viewOf(context, await loadFamily(context, county, id), id)
  if (!view || acting.kind !== 'staff') return refuse('case-not-found', 'practice')
  const subject = view.self.applicant ?? view.root.applicant
  if (subject === null) return refuse('nothing-masked', 'practice')
  const sections = versionOf(services.procedures, view.self).present(view)
  const rows: { id: string; label: Text; value: string }[] = []
  for (const shown of sections.flatMap((section) => section.rows)) {
    if (isSealedText(shown.value))
      rows.push({ id: shown.id, label: shown.label, value: unsealText(services.keys, shown.value) })
  }
  const person = await context.asSystem(async (db) => {
    const found = await persons.findPerson(db, subject)
    const fields = [
      ...(found ? ['name'] : []),
      ...(found?.id_number ? ['id-number'] : []),
      ...(found?.phone ? ['phone'] : []),
      ...rows.map((row) => row.id),
    ]
    await recordLook(context, db, { county, subject, purpose, fields, caseId: view.self.id })
    return found
  })
  const open = (sealed: Buffer | null | undefined, id2: string, label: Text): void => {
    if (sealed) rows.unshift({ id: id2, label, value: unseal(services.keys, sealed).toString() })
  }
  open(person?.phone, 'phone', text('手机号', 'Phone'))
  open(person?.id_number, 'id-number', text('公民身份号码', 'Identity number'))
  open(person?.name, 'name', text('姓名', 'Name'))
  return allow({ rows })
}
