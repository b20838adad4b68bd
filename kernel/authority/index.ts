/** 权限: appointments give roles, roles give moves, and nobody decides their own matter. Pure. */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Acting, type Role, SEPARATED } from './roles.ts'

export * from './roles.ts'

/** Who may make a move of a case (办理主体). */
export type Actor =
  | { readonly who: 'applicant' }
  | { readonly who: 'clock' }
  | {
      readonly who: 'staff'
      readonly roles: readonly Role[]
      /** holder: the office that must act; taking-part: any office in the case; above: a superior whose place contains the case's */
      readonly at: 'holder' | 'taking-part' | 'above'
    }

/** What the policy must know of a case. */
export type Actable = {
  readonly place: string
  readonly holder: string
  readonly orgs: readonly string[]
  readonly applicant: string | null
  readonly agent: string | null
}

/** 回避: nobody handles their own matter, nor one they act in as agent. @law ALL art 78 by analogy; domain 0.6 */
export function conflictOfInterest(acting: Acting, matter: Actable): Outcome<void> {
  if (acting.kind === 'staff' && (acting.person === matter.applicant || acting.person === matter.agent)) {
    return refuse('own-matter', 'practice')
  }
  return allow()
}

/** The one policy function for moves: default deny. */
export function mayAct(acting: Acting, by: readonly Actor[], matter: Actable): Outcome<void> {
  for (const actor of by) {
    if (actor.who === 'clock') {
      if (acting.kind === 'clock') return allow()
    } else if (actor.who === 'applicant') {
      if (acting.kind === 'resident' && (acting.person === matter.applicant || acting.person === matter.agent))
        return allow()
    } else if (acting.kind === 'staff' && actor.roles.includes(acting.role) && !SEPARATED.includes(acting.role)) {
      const fits =
        actor.at === 'holder'
          ? acting.org === matter.holder
          : actor.at === 'taking-part'
            ? matter.orgs.includes(acting.org)
            : acting.places !== '-' &&
              matter.place.startsWith(acting.places) &&
              acting.places.length < matter.place.length
      if (fits) return conflictOfInterest(acting, matter)
    }
  }
  return refuse('not-yours-to-do', 'practice', {
    roles: by.flatMap((actor): readonly string[] => (actor.who === 'staff' ? actor.roles : [actor.who])),
  })
}

/**
 * 查看附件: whoever uploaded it, and whoever may read its case; a restricted one (限阅) of those only the applicant and the office
 * that holds the case. The three administrators never. @law PIPL art 6
 */
export function mayOpenFile(
  acting: Acting,
  file: { readonly uploadedBy: string; readonly restricted: boolean },
  matter: Actable | undefined,
): boolean {
  if (!('person' in acting) || (acting.kind === 'staff' && SEPARATED.includes(acting.role))) return false
  if (file.uploadedBy === acting.person) return true
  if (!matter || !mayRead(acting, matter)) return false
  if (!file.restricted) return true
  return acting.kind === 'staff' ? acting.org === matter.holder : acting.person === matter.applicant
}

/** The one policy function for reading a case: those in it, and territorial superiors. The three administrators never. */
export function mayRead(acting: Acting, matter: Actable): boolean {
  switch (acting.kind) {
    case 'nobody':
      return false
    case 'clock':
      return true
    case 'resident':
      return acting.person === matter.applicant || acting.person === matter.agent
    case 'staff':
      if (SEPARATED.includes(acting.role)) return false
      return matter.orgs.includes(acting.org) || (acting.places !== '-' && matter.place.startsWith(acting.places))
  }
}
