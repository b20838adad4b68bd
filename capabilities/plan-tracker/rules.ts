/** Rules of the quarters, of closing a task, and of values given by hand. @plan P3.1.1–P4.4 and @practice (domain 20.2, 20.3) */
import { addDays, addMonths, dayOf, monthOf, type PlainDate, yearOf } from '#kernel/calendar'
import { DOCUMENT_NUMBER } from '#kernel/document/number.ts'
import type { Indicator } from '#kernel/indicator'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { PlaceLevel } from '#kernel/procedure'
import type { Milestone, Quarter, Reporting, ReportState } from './terms.ts'

export function quarterOf(day: PlainDate): Quarter {
  return `${yearOf(day)}Q${Math.ceil(monthOf(day) / 3)}` as Quarter
}

function firstDayAfter(quarter: Quarter): PlainDate {
  return addMonths(dayOf(Number(quarter.slice(0, 4)), Number(quarter.slice(5)) * 3, 1), 1)
}

/** The day by which a quarter's report is in: the given day of the next month. */
export function reportDue(quarter: Quarter, dayOfMonth: number): PlainDate {
  return addDays(firstDayAfter(quarter), dayOfMonth - 1)
}

/** Quarters without a report, the oldest first, up to the one that `today` is in. */
export function unreported({ first, reports }: Pick<Reporting, 'first' | 'reports'>, today: PlainDate): Quarter[] {
  const have = new Set(reports.map((one) => one.quarter))
  const found: Quarter[] = []
  for (let at = first; at <= quarterOf(today); at = quarterOf(firstDayAfter(at))) if (!have.has(at)) found.push(at)
  return found
}

/** The oldest quarter that is over and not reported. Refused while it is not over. */
export function quarterToReport(data: Reporting, today: PlainDate): Outcome<Quarter> {
  const [oldest] = unreported(data, today)
  if (oldest === undefined || today < firstDayAfter(oldest)) {
    const quarter = oldest ?? quarterOf(firstDayAfter(quarterOf(today)))
    return refuse('quarter-not-over', 'practice', { quarter, day: firstDayAfter(quarter) })
  }
  return allow(oldest)
}

/** Quarters whose report is late today. */
export function lateQuarters(data: Reporting, today: PlainDate, dayOfMonth: number): Quarter[] {
  return unreported(data, today).filter((quarter) => reportDue(quarter, dayOfMonth) < today)
}

/** The next report's day, and the day on which the clock has to look whether it came. Neither depends on today. */
export function reportDays(
  { first, reports, marked }: Reporting,
  dayOfMonth: number,
): { readonly dueOn: PlainDate; readonly nextOn: PlainDate } {
  const have = new Set(reports.map((one) => one.quarter))
  const next = (over: (quarter: Quarter) => boolean): Quarter => {
    let at = first
    while (over(at)) at = quarterOf(firstDayAfter(at))
    return at
  }
  const open = next((quarter) => have.has(quarter))
  const unmarked = next((quarter) => have.has(quarter) || marked[quarter] !== undefined)
  return { dueOn: reportDue(open, dayOfMonth), nextOn: addDays(reportDue(unmarked, dayOfMonth), 1) }
}

/** How a task stands for everybody: its own word, unless a report or a milestone is late; done only when it was verified. */
export function standing(
  data: Reporting & { readonly milestones?: readonly Milestone[] },
  verified: boolean,
  today: PlainDate,
  dayOfMonth: number,
): ReportState {
  if (verified) return 'done'
  const late = lateQuarters(data, today, dayOfMonth).length > 0 || overdueMilestones(data.milestones ?? [], today) > 0
  if (late) return 'late'
  const said = data.reports.at(-1)?.state
  return said === 'done' ? 'on-track' : (said ?? 'not-started')
}

export function overdueMilestones(milestones: readonly Milestone[], today: PlainDate): number {
  return milestones.filter((one) => one.reachedOn === null && one.due < today).length
}

export type Closing = {
  /** Offices whose part is not confirmed, by name. */
  readonly unconfirmed: readonly string[]
  /** The plan means others whom it does not name, and nobody has named one. */
  readonly unnamed: boolean
  readonly milestones: readonly Milestone[]
  readonly late: readonly Quarter[]
}

/** 申请办结: a lead cannot close alone. @practice domain 20.3 */
export function mayClose({ unconfirmed, unnamed, milestones, late }: Closing): Outcome<void> {
  if (unnamed) return refuse('units-not-named', 'practice')
  if (unconfirmed.length) return refuse('parts-not-confirmed', 'practice', { offices: unconfirmed })
  const open = milestones.filter((one) => one.reachedOn === null)
  if (open.length) return refuse('milestones-open', 'practice', { milestones: open.map((one) => one.text) })
  if (late.length) return refuse('reports-missing', 'practice', { quarters: late })
  return allow()
}

/** 文号: a due date moves, and a yes is believed, on a document's number with its copy. */
export function documented(number: string, files: number): Outcome<void> {
  if (!DOCUMENT_NUMBER.test(number)) return refuse('not-a-document-number', 'GBT-9704')
  return files > 0 ? allow() : refuse('document-copy-missing', 'practice')
}

const LEVEL: Readonly<Record<Indicator['level'], PlaceLevel>> = {
  C: 'city',
  K: 'county',
  S: 'street',
  M: 'community',
}

/** The level at which a value of an indicator is given by hand: where the plan places the duty. */
export function levelOfFigure({ level }: Pick<Indicator, 'level'>): PlaceLevel {
  return LEVEL[level]
}

/** Shares alone have a denominator that is asked; a count stands over one. */
export function isShare({ unit }: Pick<Indicator, 'unit'>): boolean {
  return ['percent', 'permille', 'ratio', 'square-metres'].includes(unit)
}

/** What a value given by hand counts as: whole numbers, areas in 0.01 m². Refused: more than all, a share of nothing. */
export function countedByHand(
  { unit }: Pick<Indicator, 'unit'>,
  given: { readonly n?: number; readonly d?: number; readonly yes?: boolean },
): Outcome<{ readonly n: number; readonly d: number }> {
  if (unit === 'yes-no') return allow({ n: given.yes ? 1 : 0, d: 1 })
  const n = given.n ?? 0
  if (!isShare({ unit })) return allow({ n, d: 1 })
  const d = given.d ?? 0
  if (d === 0) return refuse('share-of-nothing', 'practice')
  if (unit === 'percent' && n > d) return refuse('more-than-all', 'practice', { n, d })
  return allow({ n: unit === 'square-metres' ? n * 100 : n, d })
}
