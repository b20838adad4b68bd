/** 准入闸: may this reach this community today? The one rule for all that offices address to communities. Pure. @plan P3.3.3; domain 6.2, 6.3 */
import { type Category, type CitedItem, type Clause, forbiddenFor, holdsOn } from '#capabilities/duty-lists'
import { addMonths, type PlainDate } from '#kernel/calendar'
import type { Basis } from '#kernel/law'
import { allow, type Outcome, refuse, type RefusalFacts, type Refused } from '#kernel/outcome'
import type { Office, World } from '#kernel/procedure'
import type { Admitted, Cited, Demand, GateClause, Sender, Transfer } from './terms.ts'

const PLAN: Basis = 'plan P3.3.3'

/** What is known of a community on the day, as far as the demand is concerned. */
export type Standing = {
  readonly place: string
  readonly on: PlainDate
  /** The item cited, if a list in force has it; `cited` is the code that was given. */
  readonly cited: string
  readonly item: CitedItem | undefined
  /** Confirmed by the community, of this item. */
  readonly transfers: readonly Transfer[]
  /** Entries of the county's own negative list, besides F1–F8. */
  readonly negative: readonly Pick<CitedItem, 'code' | 'category' | 'covers'>[]
  /** Meetings called by upper levels this month already. */
  readonly meetings: number
  /** The sender owes the record of an emergency whose term has passed. */
  readonly unrecorded: boolean
}

export type Limits = {
  readonly meetingsAMonth: number
  readonly emergencyLaws: readonly string[]
  readonly watched: readonly string[]
  readonly forbidden: readonly string[]
}

/** A village is helped by one law, a residents' committee by the other; the code of the place says which. @law domain 1.2 */
export function selfGovernmentLaw(place: string): Basis {
  const last = Number(place.slice(9))
  return (last >= 200 && last < 400) || last >= 500 ? 'VCOL-2018 art 37' : 'RCOL-2018 art 20'
}

function no(code: string, clause: GateClause, basis: Basis, facts: RefusalFacts = {}): Refused {
  return refuse(code, basis, { clause, ...facts })
}

/**
 * First what nobody may ask whatever is admitted (F2, F1, F4, F6–F8), then whether it is admitted, here and today, by this
 * office and in this way (6.2), then money (F3) and meetings (F5). Words that are watched do not refuse: a human looks first.
 */
export function mayReachCommunity(
  demand: Demand,
  sender: Sender,
  standing: Standing,
  limits: Limits,
): Outcome<Admitted> {
  const forbidden = neverAsked(demand, sender, standing, limits)
  if (forbidden) return forbidden
  const flags = wordsIn(`${demand.title}\n${demand.body}`, limits.watched)
  if (demand.emergency !== null) {
    const law = demand.emergency.split(' art ')[0] ?? ''
    if (!limits.emergencyLaws.includes(law))
      return no('no-emergency-law', 'access', PLAN, { laws: [...limits.emergencyLaws] })
    if (standing.unrecorded) return no('emergency-unrecorded', 'access', demand.emergency)
    return allow({ item: null, emergency: demand.emergency, flags })
  }
  const { item } = standing
  const refused = item
    ? notAdmitted(demand, sender, standing, item, limits)
    : no('no-admitted-item', 'access', selfGovernmentLaw(standing.place), { cited: standing.cited })
  if (refused) return refused
  return allow({ item: item ? citedOf(item) : null, emergency: null, flags })
}

/** 禁止事项. @plan P3.3.3; domain 6.3 */
function neverAsked(demand: Demand, sender: Sender, standing: Standing, limits: Limits): Refused | undefined {
  const answers = roleOf(demand) === 'responsible'
  const clause = answers ? forbiddenFor(demand.category) : undefined
  if (clause) return no('forbidden-responsibility', clause, PLAN, { category: demand.category })
  const listed = standing.negative.find((one) => one.category === demand.category && one.covers.includes(demand.kind))
  if (listed) return no('in-negative-list', 'F1', PLAN, { item: listed.code })
  if (demand.kind === 'certificate') return no('certificates-not-so', 'F6', PLAN)
  if (demand.kind === 'assessment' && isDepartment(sender)) return no('separate-assessment', 'F7', PLAN)
  const vetoes = wordsIn(`${demand.title}\n${demand.body}`, limits.forbidden)
  if (vetoes.length) return no('forbidden-words', 'F8', PLAN, { words: vetoes })
  return undefined
}

/** Whoever signs a responsibility letter answers for it, whatever else it calls itself. */
export function roleOf(demand: Pick<Demand, 'kind' | 'role'>): Demand['role'] {
  return demand.kind === 'responsibility-letter' ? 'responsible' : demand.role
}

function isDepartment({ code, kind }: Sender): boolean {
  return kind === 'gov_dept' && code !== 'city-office' && !code.startsWith('county-')
}

function notAdmitted(
  demand: Demand,
  sender: Sender,
  standing: Standing,
  item: CitedItem,
  limits: Limits,
): Refused | undefined {
  const { place, on, transfers } = standing
  const law = selfGovernmentLaw(place)
  if (!place.startsWith(item.place)) return no('item-of-another-place', 'access', law, { item: item.code })
  if (!holdsOn(item, on, place))
    return no('outside-period', 'access', law, { item: item.code, from: item.from, to: item.to ?? '' })
  if (item.category !== demand.category)
    return no('another-category', 'access', law, { item: item.code, category: item.category })
  if (!isOf(item, sender)) return no('item-of-another-office', 'access', law, { item: item.code })
  if (!item.covers.includes(demand.kind))
    return no('kind-not-admitted', CLAUSE_OF_KIND[demand.kind] ?? 'access', PLAN, {
      item: item.code,
      kind: demand.kind,
    })
  if (item.list === 'L4' && roleOf(demand) === 'responsible')
    return no('duty-of-government', 'F1', PLAN, { item: item.code })
  if (item.list === 'L4' && !transfers.some((one) => one.from <= on && on <= one.to))
    return no('funds-not-transferred', 'F3', PLAN, { item: item.code })
  if (demand.kind === 'meeting-series' && standing.meetings + demand.meetings > limits.meetingsAMonth)
    return no('too-many-meetings', 'F5', PLAN, {
      held: standing.meetings,
      asked: demand.meetings,
      most: limits.meetingsAMonth,
    })
  return undefined
}

const CLAUSE_OF_KIND: Readonly<Partial<Record<Demand['kind'], Clause>>> = {
  plaque: 'F4',
  ledger: 'F5',
  'meeting-series': 'F5',
  assessment: 'F7',
}

/** The lead or assisting office itself; 'street' and 'county' stand for those of the place. */
export function isOf(item: Pick<CitedItem, 'lead' | 'assist'>, sender: Sender): boolean {
  return [item.lead, ...item.assist].some(
    (one) =>
      one === sender.code ||
      (one === 'street' && sender.kind === 'street') ||
      (one === 'county' && sender.code.startsWith('county-office-')),
  )
}

export function citedOf(item: CitedItem): Cited {
  const { list, code, name, version, number, from, to, path, minutes } = item
  return { list, code, name: name.zh, version, number, from, to, path, minutes }
}

/** Traditional signs of the words that are watched, so that they are not a way round. */
const SIMPLE: Readonly<Record<string, string>> = {
  責: '责',
  狀: '状',
  書: '书',
  簽: '签',
  籤: '签',
  訂: '订',
  標: '标',
  執: '执',
  遷: '迁',
  違: '违',
  環: '环',
  決: '决',
}

/** 用词提示: the words a text holds, whatever stands between their signs: blanks, marks, full width, traditional writing. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  const bare = (given: string): string =>
    [...given.normalize('NFKC')]
      .map((sign) => SIMPLE[sign] ?? sign)
      .join('')
      .replace(/[^\p{Script=Han}]/gu, '')
  const han = bare(text)
  return words.filter((word) => han.includes(bare(word)))
}

/** 临时准入: at most so many months, and not again within so many by the same office for the same thing. @practice domain 6.2 */
export function mayAdmitForAWhile(
  asked: { readonly from: PlainDate; readonly to: PlainDate; readonly funds: number; readonly category: Category },
  before: readonly { readonly category: string; readonly to: PlainDate }[],
  limits: { readonly months: number; readonly again: number },
): Outcome<void> {
  if (asked.to < asked.from) return no('item-period-wrong', 'access', 'practice', { code: '' })
  if (asked.to >= addMonths(asked.from, limits.months))
    return no('temporary-too-long', 'access', 'practice', { months: limits.months })
  if (asked.funds <= 0) return no('assistance-without-funds', 'F3', PLAN)
  const earlier = before.find((one) => one.category === asked.category && asked.from < addMonths(one.to, limits.again))
  if (earlier) return no('temporary-not-again', 'access', 'practice', { until: earlier.to })
  return allow()
}

/** An office by its present name: of the city or a county, or the street of the place. */
export function officeCalled(world: World, name: string, place: string): Office | undefined {
  const street = world.officeOf('street', place)
  return street.name === name ? street : world.officeNamed(name)
}

/** An agreement as it stands: who buys, from which community, in force or not. */
export type Agreement = {
  readonly id: string
  readonly number: string
  readonly step: string
  readonly office: string
  readonly place: string
  readonly from: string
  readonly to: string
}

/** 清单外事项只能购买: the agreement cited is in force on the day, and between these two. @plan P3.1.2; domain 6.1 */
export function mayCiteAgreement(
  cited: string,
  agreement: Agreement | undefined,
  between: { readonly office: string; readonly place: string },
  on: PlainDate,
): Outcome<Agreement> {
  if (!agreement) return refuse('no-such-agreement', 'plan P3.1.2', { cited })
  const { number, step, office, place, from, to } = agreement
  if (office !== between.office || place !== between.place)
    return refuse('agreement-of-others', 'plan P3.1.2', { number })
  if (step !== 'in-force' || on < from || on > to)
    return refuse('agreement-not-in-force', 'plan P3.1.2', { number, from, to })
  return allow(agreement)
}
