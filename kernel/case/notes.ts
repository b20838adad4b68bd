/** 内部备注: what offices tell one another of a case; added to, never changed, never shown to residents. */
import { roleText } from '#kernel/authority'
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { isSealedText, sealText, unsealText } from '#platform/crypto'
import { loadFamily, viewOf } from './actions.ts'
import { Assembly } from './assemble.ts'
import type { Note } from './contract.ts'
import * as store from './store.ts'

export const NOTED = 'noted'

/** Notes of the case alone, the newest last. Refusals: not found (also when it may not be seen). */
export async function listNotes(context: Context, county: string, id: string): Promise<Outcome<Note[]>> {
  const view = viewOf(context, await loadFamily(context, county, id), id)
  if (!view || context.acting.kind !== 'staff') return refuse('case-not-found', 'practice')
  const rows = await context.inTransaction((db) => store.listNotes(db, county, id))
  return allow(
    rows.map(({ at, role, org, content }) => {
      const office = context.world.office(org)
      return {
        at: at.toISOString(),
        office: { zh: office.name, en: office.nameEn },
        role: roleText(role),
        text: isSealedText(content.text) ? unsealText(context.services.keys, content.text) : '',
      }
    }),
  )
}

/** Refusals: not found. Somebody's own matter cannot be annotated by them. */
export async function addNote(
  context: Context,
  county: string,
  id: string,
  note: string,
): Promise<Outcome<{ ok: true }>> {
  const { acting, services } = context
  const view = viewOf(context, await loadFamily(context, county, id), id)
  if (!view || acting.kind !== 'staff') return refuse('case-not-found', 'practice')
  if (acting.person === view.self.applicant || acting.person === view.self.agent)
    return refuse('own-matter', 'practice')
  const assembly = new Assembly(context, {})
  assembly.fact(view.self, NOTED, { text: sealText(services.keys, note) })
  const done = await services.commit(assembly.call(county, null, undefined))
  if (!done.ok) return refuse('case-changed-meanwhile', 'practice')
  services.committed()
  return allow({ ok: true as const })
}
