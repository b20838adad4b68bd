/** What a committee may certify, by whose hands, and what may be said in public of who demanded otherwise. Pure. @law D2020-C; @plan P3.3.3 */
import { CERTIFICATE_BLANKS, FORBIDDEN_CERTIFICATES, type ListVersion, type WorkItem } from '#capabilities/duty-lists'
import type { Acting } from '#kernel/authority'
import { lastDayOf, type PlainDate, type Term } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { World } from '#kernel/procedure'
import type { CertificateData, DemandData, RetainedKind, StatedFact } from './terms.ts'

/** 可以出具: what the list in force retains, as requests and templates need it; villages and urban communities each their own. */
export function retainedKinds(
  list: { readonly version: ListVersion; readonly items: readonly WorkItem[] } | undefined,
  form: 'urban' | 'rural',
): readonly RetainedKind[] {
  return (list?.items ?? []).flatMap(({ code, name, basis, certificate }): readonly RetainedKind[] => {
    if (!list || !certificate || (certificate.for !== 'both' && certificate.for !== form)) return []
    const { county, id: version, number } = list.version
    return [{ ...certificate, code: certificate.kind, name, basis, cited: { county, version, number, item: code } }]
  })
}

/** 能否出具: one of the twenty → no, with where to go; not on the list in force → no, by its clause; else what the list says of it. */
export function decideKind(code: string, retained: readonly RetainedKind[]): Outcome<RetainedKind> {
  const forbidden = FORBIDDEN_CERTIFICATES.find((one) => one.code === code)
  if (forbidden)
    return refuse('certificate-not-ours', 'D2020-C', { clause: 'F6', name: forbidden.name.zh, goTo: forbidden.goTo.zh })
  const kind = retained.find((one) => one.code === code)
  return kind ? allow(kind) : refuse('certificate-not-on-list', 'D2020-C', { clause: 'F6' })
}

/** 只减不增: what the newest version retains beside the one before. @plan P3.3.3; domain 6.5 */
export function sizeTrend(sizes: readonly { readonly items: number }[]): 'first' | 'falling' | 'same' | 'rising' {
  const [before, now] = sizes.slice(-2)
  if (!before || !now) return 'first'
  return now.items < before.items ? 'falling' : now.items > before.items ? 'rising' : 'same'
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

/** The words of the certificate: the template of the list, its blanks from the register, its facts from staff, by their ids. */
export function certificateText(
  { template, facts }: Pick<RetainedKind, 'template' | 'facts'>,
  blanks: Readonly<Record<keyof typeof CERTIFICATE_BLANKS, string>>,
  stated: Readonly<Record<string, string>>,
): string {
  const values = new Map([
    ...Object.entries(CERTIFICATE_BLANKS).map(([id, label]) => [label, blanks[id as keyof typeof blanks]] as const),
    ...facts.map(({ id, label }) => [label.zh, stated[id] ?? ''] as const),
  ])
  return template.replace(/\{([^{}]*)\}/gu, (_, label: string) => values.get(label) ?? '')
}

/** 曝光文字: names the organisation, and nobody and no number of anybody. @plan P3.3.3 */
export function mayExpose(words: string, organisation: string, neverSaid: readonly string[]): Outcome<string> {
  if (!bare(words).includes(bare(organisation))) return refuse('exposure-names-nobody', 'plan P3.3.3', { organisation })
  return namesNobody(words, neverSaid)
}

/** 不写居民: none of these names and numbers, also inside other words, and no number of anybody. */
export function namesNobody(words: string, neverSaid: readonly string[]): Outcome<string> {
  const said = bare(words)
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

/** 限期: the last day of the step a demand is at, from the day on which the step began. @practice domain 6.5 */
export function demandDue(
  world: World,
  what: 'entry' | 'verification' | 'rectification',
  place: string,
  from: PlainDate = world.today,
): PlainDate {
  const term = world.value<Term>(`certificates.demand-${what}`, world.today, place).value
  return lastDayOf(term, from, world.calendar).day
}

/** 反映日期: not after today; told earlier and entered later only within the term for it, for the clock runs from that day. @practice */
export function decideReportedOn(on: PlainDate, today: PlainDate, lastDay: PlainDate): Outcome<PlainDate> {
  if (on > today) return refuse('reported-after-today', 'practice')
  return today > lastDay ? refuse('reported-too-long-ago', 'practice', { lastDay }) : allow(on)
}

export type DemandState = 'rectifying' | 'overdue' | 'rectified' | 'unrectified'

/** How a verified demand stands on a day. */
export function demandState({ due, result }: Pick<DemandData, 'due' | 'result'>, today: PlainDate): DemandState {
  if (result) return result.rectified ? 'rectified' : 'unrectified'
  return today > due ? 'overdue' : 'rectifying'
}
