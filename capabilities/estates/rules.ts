/** Size of a community, and what a new estate calls for. Pure. @plan P3.1.3, P3.3.2; @law RCOL-2018 art 6, RCOL-2026 art 3; domain 2.1, 2.2 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { atLeast } from '#kernel/tally'
import type { Coverage, Duty, Estate, LegalRange, SizeGrade, SizeScale } from './terms.ts'

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
