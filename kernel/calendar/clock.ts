/**
 * The clock of one matter (时限): a term that may be extended, suspended and stopped. Plain data, kept with the case.
 * The day of suspension is not counted, the day of resumption is. @law ALL arts 42, 45, 82
 */
import { addDays, type PlainDate } from '#kernel/calendar/plain-date.ts'
import { type LastDay, lastDaySkipping, type Term } from '#kernel/calendar/term.ts'
import { isWorkingDay, type WorkCalendar, workingDaysBetween } from '#kernel/calendar/work-calendar.ts'
import type { Basis } from '#kernel/law'
import { allow, type Outcome, refuse } from '#kernel/outcome'

/** 中止: `to` is absent while it lasts. Every suspension has a written notice with a number (文号). */
export type Suspension = {
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly cause: string // a code, e.g. 'hearing'
  readonly document: string
}

/** 延长, in the unit of the term */
export type Extension = { readonly days: number; readonly basis: Basis }

export type Clock = {
  readonly startedOn: PlainDate // acceptance (受理); the first day counted is the one after
  readonly term: Term
  readonly extensions: readonly Extension[]
  readonly suspensions: readonly Suspension[]
  readonly stoppedOn?: PlainDate // 办结
}

export type Light = 'green' | 'yellow' | 'orange' | 'red' | 'suspended' | 'done'

export class ClockError extends Error {
  override name = 'ClockError'
}

export function startClock(acceptedOn: PlainDate, term: Term): Clock {
  return { startedOn: acceptedOn, term, extensions: [], suspensions: [] }
}

type SuspensionOrder = { readonly on: PlainDate; readonly cause: string; readonly documentNumber: string }

/** Whether the clock may be suspended, with the suspended clock as the answer. */
export function decideSuspension(clock: Clock, { on, cause, documentNumber }: SuspensionOrder): Outcome<Clock> {
  const document = documentNumber.trim()
  if (document === '') return refuse('suspension-without-document', 'ALL art 45', { cause })
  if (clock.stoppedOn !== undefined) return refuse('clock-stopped', 'ALL art 45', { stoppedOn: clock.stoppedOn })
  const open = openSuspension(clock)
  if (open !== undefined) return refuse('clock-suspended-already', 'ALL art 45', { since: open.from })
  const notBefore = clock.suspensions.at(-1)?.to ?? clock.startedOn
  if (on < notBefore) return refuse('suspension-too-early', 'ALL art 45', { on, notBefore })
  return allow({ ...clock, suspensions: [...clock.suspensions, { from: on, cause, document }] })
}

/** Suspends, or throws: for callers that have decided before (`decideSuspension`). */
export function suspend(clock: Clock, order: SuspensionOrder): Clock {
  const outcome = decideSuspension(clock, order)
  if (!outcome.ok) throw new ClockError(`cannot suspend: ${outcome.code}`)
  return outcome.value
}

/** The clock goes on: the day `on` is counted again. */
export function resume(clock: Clock, on: PlainDate): Clock {
  const open = openSuspension(clock)
  if (open === undefined) throw new ClockError('cannot resume a clock that is not suspended')
  if (on < open.from) throw new ClockError('cannot resume before the day of suspension')
  return { ...clock, suspensions: [...clock.suspensions.slice(0, -1), { ...open, to: on }] }
}

/** @param days in the unit of the clock’s term */
export function extend(clock: Clock, days: number, basis: Basis): Clock {
  if (!Number.isSafeInteger(days) || days < 1) throw new ClockError('an extension is one whole day or more')
  if (clock.stoppedOn !== undefined) throw new ClockError('cannot extend a stopped clock')
  return { ...clock, extensions: [...clock.extensions, { days, basis }] }
}

/** The matter is done (办结). A suspension still open ends with it. */
export function stop(clock: Clock, on: PlainDate): Clock {
  if (clock.stoppedOn !== undefined) throw new ClockError('the clock has stopped already')
  if (on < clock.startedOn) throw new ClockError('cannot stop before the start')
  return { ...(openSuspension(clock) === undefined ? clock : resume(clock, on)), stoppedOn: on }
}

/** The suspension that lasts, if one does. */
export function openSuspension(clock: Clock): Suspension | undefined {
  const last = clock.suspensions.at(-1)
  return last !== undefined && last.to === undefined ? last : undefined
}

/**
 * The last day in time. While a suspension lasts the answer is the one for a resumption on `today`
 * (without `today`: on the day of suspension, the earliest it can be).
 */
export function dueDay(clock: Clock, calendar: WorkCalendar, today?: PlainDate): LastDay {
  return lastDaySkipping(fullTerm(clock), clock.startedOn, calendar, (day) => isSuspendedOn(clock, day, today))
}

/** Overdue (逾期): past the last day, or stopped past it. A suspended clock is not overdue by standing still. */
export function isOverdue(clock: Clock, today: PlainDate, calendar: WorkCalendar): boolean {
  const until = clock.stoppedOn ?? openSuspension(clock)?.from ?? today
  return until > dueDay(clock, calendar).day
}

/**
 * 红绿灯: more than half of the term left green, half or less yellow, one working day or less orange, overdue red.
 * What is left are the days after today. @practice domain 7.3
 */
export function light(clock: Clock, today: PlainDate, calendar: WorkCalendar): Light {
  if (clock.stoppedOn !== undefined) return 'done'
  if (openSuspension(clock) !== undefined) return 'suspended'
  const due = dueDay(clock, calendar).day
  if (today > due) return 'red'
  if (workingDaysBetween(calendar, today, due) <= 1) return 'orange'
  const left = countedDays(clock, calendar, today, due)
  const whole = countedDays(clock, calendar, clock.startedOn, due)
  return 2 * left > whole ? 'green' : 'yellow'
}

/** Days of the term after `from` up to and with `to`, suspended ones left out. */
function countedDays(clock: Clock, calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isSuspendedOn(clock, day)) continue
    if (clock.term.unit === 'days' || isWorkingDay(calendar, day)) count += 1
  }
  return count
}

function fullTerm(clock: Clock): Term {
  const extra = clock.extensions.reduce((sum, extension) => sum + extension.days, 0)
  return { days: clock.term.days + extra, unit: clock.term.unit }
}

function isSuspendedOn(clock: Clock, day: PlainDate, today?: PlainDate): boolean {
  return clock.suspensions.some(({ from, to }) => day >= from && day < (to ?? today ?? from))
}
