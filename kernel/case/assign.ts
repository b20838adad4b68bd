/** 认领: an officer takes a case of their office on, or lays it back. */
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { loadFamily, viewOf } from './actions.ts'
import { Assembly } from './assemble.ts'

export async function assign(
  context: Context,
  county: string,
  id: string,
  mine: boolean,
): Promise<Outcome<{ ok: true }>> {
  const { acting, services } = context
  const view = viewOf(context, await loadFamily(context, county, id), id)
  if (!view) return refuse('case-not-found', 'practice')
  if (acting.kind !== 'staff' || acting.org !== view.self.holder)
    return refuse('not-yours-to-do', 'practice', { roles: ['holder'] })
  if (view.self.endedOn !== null) return refuse('case-is-closed', 'practice', { day: view.self.endedOn })
  if (acting.person === view.self.applicant || acting.person === view.self.agent)
    return refuse('own-matter', 'practice')
  const assembly = new Assembly(context, {})
  assembly.apply(view.self, { assignee: mine ? acting.person : null }, mine ? 'assigned' : 'unassigned', {})
  const done = await services.commit(assembly.call(county, null, undefined))
  if (!done.ok) return refuse('case-changed-meanwhile', 'practice')
  services.committed()
  return allow({ ok: true as const })
}
