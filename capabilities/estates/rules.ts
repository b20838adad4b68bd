/** Size of a community, and what a new estate calls for. Pure. @plan P3.1.3, P3.3.2; @law RCOL-2018 art 6, RCOL-2026 art 3; domain 2.1, 2.2 */
import { DOCUMENT_NUMBER } from '#kernel/document/number.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { atLeast, moreThanHalf } from '#kernel/tally'
import type {
  Coverage,
  Duty,
  Establishment,
  Estate,
  EstateDecision,
  LegalRange,
  SizeGrade,
  SizeScale,
} from './terms.ts'

/** 社区规模 by living households; both ends of what is advisable are advisable. @plan P3.1.3 */
export function sizeGrade(households: number, { floor, advisableFrom, advisableTo }: SizeScale): SizeGrade {
  if (households < floor) return 'below-floor'
  if (households < advisableFrom) return 'below-advisable'
  return households <= advisableTo ? 'advisable' : 'above-advisable'
}

/** The law's range, shown beside the plan's grade, never in its place. */
export function withinLegal(households: number, range: LegalRange): boolean {
  return households >= range.from && households <= range.to
}

/** 入住率达到50%以上: the half itself counts. @law CC art 1259 */
export function halfMovedIn({ dwellings, movedIn }: Pick<Estate, 'dwellings' | 'movedIn'>): boolean {
  return atLeast(movedIn, dwellings, 1, 2)
}

/**
 * 新建小区决策表 E1–E4. An estate that has to get a committee of its own needs no neighbour; any other without one is decided by
 * street and county. Refuses an estate of no dwellings, and more households than there are dwellings.
 */
export function dutyOf(estate: Estate, scale: number): Outcome<Duty> {
  const { dwellings, movedIn, adjacent } = estate
  if (dwellings <= 0) return refuse('estate-without-dwellings', 'plan P3.1.3')
  if (movedIn > dwellings) return refuse('more-moved-in-than-dwellings', 'practice', { dwellings, movedIn })
  if (dwellings >= scale && halfMovedIn(estate)) return allow('E1')
  if (!adjacent) return allow('E4')
  return allow(dwellings >= scale ? 'E2' : 'E3')
}

/** 有人管: no dwelling without a committee, a group or an entrusted neighbour. */
export function isCovered(coverage: Coverage): boolean {
  return coverage !== 'none'
}

/**
 * Has what the table calls for been done? E1 wants a committee and nothing less; E2 stays open, whoever is in charge meanwhile,
 * until there is one; E3 and E4 are done when somebody is in charge.
 */
export function isFulfilled(duty: Duty, coverage: Coverage): boolean {
  return duty === 'E1' || duty === 'E2' ? coverage === 'committee' : isCovered(coverage)
}

/** A1, A2: 每百户30平方米, with no rounding up to full hundreds. Areas in 0.01 m². @plan P3.1.3, P3.3.2 */
export function perHouseholds(area: number, households: number, perHundred: number): boolean {
  return 100 * area >= perHundred * households
}

/** What a street decides has to fit the table: where a committee is due, nothing less is a decision. */
export function fitsDuty(
  duty: Duty,
  decision: Pick<EstateDecision, 'coverage' | 'document'>,
  estate: Estate,
): Outcome<void> {
  if (duty === 'E1' && decision.coverage !== 'committee')
    return refuse('committee-is-due', 'plan P3.1.3', { dwellings: estate.dwellings, movedIn: estate.movedIn })
  return isDocumentNumber(decision.document)
}

/** 文号. @law GBT-9704 */
export function isDocumentNumber(document: string): Outcome<void> {
  return DOCUMENT_NUMBER.test(document) ? allow() : refuse('document-number-not-good', 'GBT-9704')
}

/** 村民会议: more than half of those entitled are there, and more than half of those there agree; a half is neither. @law VCOL-2018 art 22 */
export function assemblyAgreed(assembly: NonNullable<Establishment['assembly']>): Outcome<void> {
  const { eligible, present, inFavour } = assembly
  if (present > eligible || inFavour > present)
    return refuse('assembly-numbers-not-good', 'practice', { eligible, present, inFavour })
  if (!moreThanHalf(present, eligible))
    return refuse('assembly-without-quorum', 'VCOL-2018 art 22', { eligible, present })
  return moreThanHalf(inFavour, present)
    ? allow()
    : refuse('assembly-did-not-agree', 'VCOL-2018 art 22', { present, inFavour })
}

/** 村的设立、撤销、范围调整 wants the assembly's consent before anybody approves it. @law VCOL-2018 art 3 */
export function assemblyHeard({ form, assembly }: Pick<Establishment, 'form' | 'assembly'>): Outcome<void> {
  return form === 'villagers' && assembly === null ? refuse('assembly-decision-missing', 'VCOL-2018 art 3') : allow()
}

/** 001–199 a residents', 200–399 a villagers' committee. @law NBS-2009-91 */
export function codeFits(division: string, form: Establishment['form'], place: string): Outcome<void> {
  const number = Number(division.slice(9))
  const [from, to] = form === 'residents' ? [1, 199] : [200, 399]
  return /^\d{12}$/.test(division) && division.startsWith(place.slice(0, 9)) && number >= from && number <= to
    ? allow()
    : refuse('division-code-not-good', 'NBS-2009-91', { street: place.slice(0, 9), from, to })
}

/** 开始运行 only with an elected committee, or a preparatory group that was appointed. */
export function mayOperate({
  election,
  preparatoryGroup,
}: Pick<Establishment, 'election' | 'preparatoryGroup'>): Outcome<void> {
  return election === null && preparatoryGroup === null ? refuse('nobody-elected', 'practice') : allow()
}
