/**
 * Terms (期限): the first day is not counted; a term in calendar days that ends on a rest day ends on the next working
 * day. @law CC arts 200–203; ALL art 82 (working days)
 */
import { addDays, type PlainDate } from '#kernel/calendar/plain-date.ts'
import { isUnpublished, isWorkingDay, type WorkCalendar } from '#kernel/calendar/work-calendar.ts'

export type TermUnit = 'working-days' | 'days' // 工作日 | 日
export type Term = { readonly days: number; readonly unit: TermUnit }

/** `provisional`: a day of a year without a holiday notice was looked at, so the day may still move. */
export type LastDay = { readonly day: PlainDate; readonly provisional: boolean }

export function workingDays(days: number): Term {
  return { days: atLeastZero(days), unit: 'working-days' }
}

export function calendarDays(days: number): Term {
  return { days: atLeastZero(days), unit: 'days' }
}

/**
 * 届满日: the last day on which the act is in time.
 * A term of 0 (即办, the same day) ends on the day itself, or on the next working day when that is a rest day.
 */
export function lastDayOf(term: Term, from: PlainDate, calendar: WorkCalendar): LastDay {
  return lastDaySkipping(term, from, calendar, () => false)
}

/** As `lastDayOf`, where days for which `isSkipped` holds are not counted (不计入期限). */
export function lastDaySkipping(
  term: Term,
  from: PlainDate,
  calendar: WorkCalendar,
  isSkipped: (day: PlainDate) => boolean,
): LastDay {
  let provisional = false
  const works = (day: PlainDate): boolean => {
    provisional ||= isUnpublished(calendar, day)
    return isWorkingDay(calendar, day)
  }
  let day = from
  for (let left = atLeastZero(term.days); left > 0; ) {
    day = addDays(day, 1)
    if (!isSkipped(day) && (term.unit === 'days' || works(day))) left -= 1
  }
  while (!works(day) || isSkipped(day)) day = addDays(day, 1)
  return { day, provisional }
}

function atLeastZero(days: number): number {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError('a term is a whole number of days, 0 or more')
  return days
}
