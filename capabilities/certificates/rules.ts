/** What a committee may certify, by whose hands, and what may be said in public of who demanded otherwise. Pure. @law D2020-C; @plan P3.3.3 */
import type { Acting } from '#kernel/authority'
import { lastDayOf, type PlainDate, type Term } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { World } from '#kernel/procedure'
import { TEMPLATES } from './items/retained.ts'
import type { CertificateData, DemandData, RetainedKind, StatedFact } from './terms.ts'
import { FORBIDDEN } from './words.ts'

/** 可以出具: the kinds retained at a place on the day of the world. */
export function retainedAt(world: World, place: string, form: 'urban' | 'rural'): readonly RetainedKind[] {
  const retained = world.value<readonly string[]>('certificates.retained', world.today, place).value
  return TEMPLATES.filter((one) => retained.includes(one.name.zh) && (one.for === 'both' || one.for === form))
}

/** 能否出具: one of the twenty → no, with where to go; not on the list of the place → no; else its template. */
export function decideKind(code: string, retained: readonly RetainedKind[]): Outcome<RetainedKind> {
  const forbidden = FORBIDDEN.find((one) => one.code === code)
  if (forbidden) return refuse('certificate-not-ours', 'D2020-C', { name: forbidden.name.zh, goTo: forbidden.goTo.zh })
  const kind = retained.find((one) => one.code === code)
  return kind ? allow(kind) : refuse('certificate-not-on-list', 'D2020-C')
}

/** 回避: nobody handles the certificate of their own household. @practice domain 0.6 */
export function mayHandle({ kin }: CertificateData, acting: Acting): Outcome<void> {
  return 'person' in acting && kin.includes(acting.person) ? refuse('kin-of-applicant', 'practice') : allow()
}

/** 双人: who signs is not who prepared; who seals is not who signed. @law D2020-C; domain 24 */
export function otherHand(before: { readonly by: string } | null, acting: Acting): Outcome<void> {
  return 'person' in acting && before?.by === acting.person ? refuse('same-hands', 'D2020-C') : allow()
}

/** 事实可核实: every fact is known in some way, else there is no certificate. @law D2020-C */
export function decideFacts(facts: readonly StatedFact[]): Outcome<readonly StatedFact[]> {
  const unknown = facts.filter((one) => one.how === 'not-verifiable')
  return unknown.length ? refuse('fact-not-verifiable', 'D2020-C', { count: unknown.length }) : allow(facts)
}

/** The words of the certificate: template, register and staff together. */
export function certificateText(kind: RetainedKind, values: Readonly<Record<string, string>>): string {
  return kind.template.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '')
}

/** 曝光文字: names the organisation, and nobody and no number of anybody. @plan P3.3.3 */
export function mayExpose(words: string, organisation: string, neverSaid: readonly string[]): Outcome<string> {
  const said = bare(words)
  if (!said.includes(bare(organisation))) return refuse('exposure-names-nobody', 'plan P3.3.3', { organisation })
  if (neverSaid.some((one) => bare(one).length > 1 && said.includes(bare(one))))
    return refuse('exposure-names-the-person', 'PIPL')
  if (/\d{17}[\dx]|\d{15}|1[3-9]\d{9}/iu.test(said)) return refuse('exposure-holds-a-number', 'PIPL')
  return allow(words.trim())
}

function bare(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')
}

/** 限期: the last day of the step a demand is at. @practice domain 6.5 */
export function demandDue(world: World, what: 'verification' | 'rectification', place: string): PlainDate {
  const term = world.value<Term>(`certificates.demand-${what}`, world.today, place).value
  return lastDayOf(term, world.today, world.calendar).day
}

export type DemandState = 'rectifying' | 'overdue' | 'rectified' | 'unrectified'

/** How a verified demand stands on a day. */
export function demandState({ due, result }: Pick<DemandData, 'due' | 'result'>, today: PlainDate): DemandState {
  if (result) return result.rectified ? 'rectified' : 'unrectified'
  return today > due ? 'overdue' : 'rectifying'
}
