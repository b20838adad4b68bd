/** Plain calendar days (日期) in Asia/Shanghai, as 'YYYY-MM-DD' strings: no time, no zone, no present moment. */
import { type Text, text } from '#kernel/text'

declare const plainDateBrand: unique symbol

/** A real day of the years 0001–9999, 'YYYY-MM-DD'. Compare with < and ===. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

export class NotADateError extends Error {
  override name = 'NotADateError'
}

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string') return false
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A day that must be right because we wrote it; for what people type, `parsePlainDate`. */
export function plainDate(value: string): PlainDate {
  if (!isPlainDate(value)) throw new NotADateError('not a real day of the form YYYY-MM-DD')
  return value
}

/** Undefined for anything that is not a real day: 30 February, 2026-2-3, '', 7. */
export function parsePlainDate(value: unknown): PlainDate | undefined {
  return isPlainDate(value) ? value : undefined
}

/** Throws when month or day do not exist; month 1–12. */
export function dayOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}

/** 1–12 */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7))
}

/** 1–31 */
export function dayOfMonth(date: PlainDate): number {
  return Number(date.slice(8, 10))
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + wholeNumber(days))
}

/** Where the month has no such day, its last day: 31 January + 1 month = 28 (29) February. @law CC art 202 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = yearOf(date) * 12 + (monthOf(date) - 1) + wholeNumber(months)
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)))
}

/** 29 February ± years falls on 28 February where there is no 29th. @law CC art 202 */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, wholeNumber(years) * 12)
}

export function lastOfMonth(date: PlainDate): PlainDate {
  return dayOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)))
}

/** Whole days from one to the other, negative when `to` is earlier; the same day is 0. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** 1 Monday … 7 Sunday (星期一 … 星期日) */
export function weekday(date: PlainDate): number {
  return weekdayOfNumber(toDayNumber(date))
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b
}

/**
 * 周岁: whole years of age. Born on 29 February, a year is completed on 1 March of a year without one.
 * @law CC arts 199–203 as this house reads them
 */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = yearOf(day) - yearOf(birth)
  return day.slice(5) >= birth.slice(5) ? years : years - 1
}

/** 2026年2月3日 */
export function formatZh(date: PlainDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOfMonth(date)}日`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 3 February 2026 */
export function formatEn(date: PlainDate): string {
  return `${dayOfMonth(date)} ${MONTHS[monthOf(date) - 1] ?? ''} ${yearOf(date)}`
}

export function dayText(date: PlainDate): Text {
  return text(formatZh(date), formatEn(date))
}

const DAYS_BEFORE_1970 = 719_468 // from 0000-03-01

/** Days since 1970-01-01. Years are counted from March, so that the leap day is a year’s last. */
export function toDayNumber(date: PlainDate): number {
  const month = monthOf(date)
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth(date) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - DAYS_BEFORE_1970
}

export function fromDayNumber(number: number): PlainDate {
  const shifted = number + DAYS_BEFORE_1970
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return dayOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('days, months and years are counted in whole numbers')
  return value
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
