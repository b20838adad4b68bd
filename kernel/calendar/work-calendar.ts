/** Working days (工作日): weekdays less holidays, plus make-up days. @law 全国年节及纪念日放假办法 by yearly notice; domain 0.4 */
import { addDays, type PlainDate, toDayNumber, weekday, yearOf } from '#kernel/calendar/plain-date.ts'

export type CalendarKind = 'holiday' | 'makeup' // 放假 | 调休上班

export type WorkCalendar = {
  /** Only the days that differ from the plain week, and weekdays off. */
  readonly days: ReadonlyMap<PlainDate, CalendarKind>
  /** The last year whose holiday notice (放假安排) is out. Later days follow the weekend rule and are provisional. */
  readonly publishedThrough: number
  /** The first year held; absent: nothing earlier is ever in question. */
  readonly publishedFrom?: number
}

export type CalendarRow = {
  readonly day: PlainDate
  readonly kind: CalendarKind
  readonly name: string // 春节
  readonly source: string // number of the notice, or where it was taken from
}

/** A calendar out of the rows of the work-calendar table; years are stated, never guessed from the rows. */
export function calendarFromRows(
  rows: Iterable<Pick<CalendarRow, 'day' | 'kind'>>,
  published: { readonly from?: number; readonly through: number },
): WorkCalendar {
  const days = new Map<PlainDate, CalendarKind>()
  for (const row of rows) days.set(row.day, row.kind)
  return published.from === undefined
    ? { days, publishedThrough: published.through }
    : { days, publishedThrough: published.through, publishedFrom: published.from }
}

export function isWorkingDay(calendar: WorkCalendar, day: PlainDate): boolean {
  switch (calendar.days.get(day)) {
    case 'holiday':
      return false
    case 'makeup':
      return true
    case undefined:
      return weekday(day) <= 5
  }
}

/** True for a day of a year whose holidays are not known: whether it is a working day may still change. */
export function isUnpublished(calendar: WorkCalendar, day: PlainDate): boolean {
  const year = yearOf(day)
  return year > calendar.publishedThrough || (calendar.publishedFrom !== undefined && year < calendar.publishedFrom)
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(calendar: WorkCalendar, day: PlainDate): PlainDate {
  let at = day
  while (!isWorkingDay(calendar, at)) at = addDays(at, 1)
  return at
}

/** The nth working day after (n < 0: before) a day, that day not counted; n = 0 is the day itself. */
export function addWorkingDays(calendar: WorkCalendar, day: PlainDate, count: number): PlainDate {
  if (!Number.isSafeInteger(count)) throw new RangeError('working days are counted in whole numbers')
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and with `to`; negative, counted the same way, when `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  return ordinalOf(calendar, to) - ordinalOf(calendar, from)
}

/** Of a calendar: its days that differ from the plain week, in order, and by how much working days differ after each. */
type Counted = { readonly days: readonly PlainDate[]; readonly more: readonly number[]; known: Map<PlainDate, number> }
const counted = new WeakMap<WorkCalendar, Counted>()
const DAYS_KEPT = 20_000

/** How many working days there are up to and with a day, counted from one long past: lists ask for the same few days again and again. */
function ordinalOf(calendar: WorkCalendar, day: PlainDate): number {
  let of = counted.get(calendar)
  if (!of) counted.set(calendar, (of = countDifferences(calendar)))
  let ordinal = of.known.get(day)
  if (ordinal === undefined) {
    if (of.known.size >= DAYS_KEPT) of.known.clear()
    ordinal = weekdaysThrough(day) + (of.more[lastAtOrBefore(of.days, day)] ?? 0)
    of.known.set(day, ordinal)
  }
  return ordinal
}

function countDifferences(calendar: WorkCalendar): Counted {
  const days = [...calendar.days.keys()].toSorted()
  let more = 0
  return {
    days,
    more: days.map((day) => (more += Number(isWorkingDay(calendar, day)) - Number(weekday(day) <= 5))),
    known: new Map(),
  }
}

/** Mondays to Fridays up to and with a day. */
function weekdaysThrough(day: PlainDate): number {
  const sinceMonday = toDayNumber(day) - 4 // 1970-01-05 was a Monday
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5)
}

function lastAtOrBefore(days: readonly PlainDate[], day: PlainDate): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? day) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}
