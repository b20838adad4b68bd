/** Plain days: what exists, how they are counted, ages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  formatEn,
  formatZh,
  fromDayNumber,
  lastOfMonth,
  NotADateError,
  parsePlainDate,
  plainDate,
  toDayNumber,
  weekday,
} from '#kernel/calendar'

test.each([
  ['an ordinary day', '2026-02-13', true],
  ['a leap day', '2024-02-29', true],
  ['2000 was a leap year', '2000-02-29', true],
  ['1900 was not', '1900-02-29', false],
  ['2026 is not', '2026-02-29', false],
  ['30 February never', '2024-02-30', false],
  ['31 April never', '2026-04-31', false],
  ['month 13', '2026-13-01', false],
  ['month 0', '2026-00-10', false],
  ['day 0', '2026-01-00', false],
  ['year 0', '0000-01-01', false],
  ['no leading zeros', '2026-2-3', false],
  ['with a time', '2026-02-13T00:00:00', false],
  ['with a line break', '2026-02-13\n', false],
  ['full-width digits', '２０２６-02-13', false],
  ['empty', '', false],
  ['a number', 20260213, false],
  ['nothing', undefined, false],
])('%s', (_because, value, exists) => {
  expect(parsePlainDate(value)).toBe(exists ? value : undefined)
})

test('plainDate throws by name and does not repeat what it was given', () => {
  expect(() => plainDate('2026-02-30')).toThrow(NotADateError)
  expect(() => plainDate('2026-02-30')).not.toThrow(/30/u)
})

test.each([
  ['over the end of a month', '2026-01-31', 1, '2026-02-01'],
  ['over a leap day', '2024-02-28', 2, '2024-03-01'],
  ['no leap day', '2026-02-28', 1, '2026-03-01'],
  ['back over new year', '2026-01-01', -1, '2025-12-31'],
  ['twenty days before an election day', '2026-12-20', -20, '2026-11-30'],
  ['none', '2026-12-20', 0, '2026-12-20'],
])('days: %s', (_because, from, days, to) => {
  expect(addDays(plainDate(from), days)).toBe(to)
  expect(daysBetween(plainDate(from), plainDate(to))).toBe(days)
})

test.each([
  ['an ordinary month', '2026-03-15', 6, '2026-09-15'],
  ['no such day: the last of the month (CC art 202)', '2026-08-31', 6, '2027-02-28'],
  ['in a leap year', '2023-08-31', 6, '2024-02-29'],
  ['backwards over new year', '2026-01-15', -1, '2025-12-15'],
  ['twelve months back', '2026-03-31', -13, '2025-02-28'],
])('months: %s', (_because, from, months, to) => {
  expect(addMonths(plainDate(from), months)).toBe(to)
})

test.each([
  ['eighteen years before', '2026-12-20', -18, '2008-12-20'],
  ['leap day to an ordinary year', '2024-02-29', 1, '2025-02-28'],
  ['leap day to leap year', '2024-02-29', 4, '2028-02-29'],
])('years: %s', (_because, from, years, to) => {
  expect(addYears(plainDate(from), years)).toBe(to)
})

test('fractions of a day are a bug', () => {
  expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow(RangeError)
  expect(() => addMonths(plainDate('2026-01-01'), Number.NaN)).toThrow(RangeError)
})

test.each([
  ['the day before the birthday', '2008-12-20', '2026-12-19', 17],
  ['on the birthday', '2008-12-20', '2026-12-20', 18],
  ['the day after', '2008-12-20', '2026-12-21', 18],
  ['born 29 Feb, 28 Feb of a common year: not yet', '2008-02-29', '2026-02-28', 17],
  ['born 29 Feb, 1 March of a common year', '2008-02-29', '2026-03-01', 18],
  ['born 29 Feb, on 29 Feb', '2008-02-29', '2028-02-29', 20],
  ['born 29 Feb, 28 Feb of a leap year: not yet', '2008-02-29', '2028-02-28', 19],
  ['the day of birth', '2026-01-01', '2026-01-01', 0],
  ['not yet born', '2026-06-01', '2026-01-01', -1],
])('age: %s', (_because, birth, day, age) => {
  expect(ageOn(plainDate(birth), plainDate(day))).toBe(age)
})

const anyDay = fc.integer({ min: -70_000, max: 150_000 }).map(fromDayNumber) // 1778 to 2380

test('eighteen by age is the same as born on or before the day eighteen years earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 6000, max: 7200 }), (birth, days) => {
      const day = addDays(birth, days)
      expect(ageOn(birth, day) >= 18).toBe(birth <= addYears(day, -18))
    }),
  )
})

test('day numbers agree with the platform’s own calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -70_000, max: 150_000 }), (number) => {
      const day = fromDayNumber(number)
      const platform = new Date(number * 86_400_000)
      expect(day).toBe(platform.toISOString().slice(0, 10))
      expect(toDayNumber(day)).toBe(number)
      expect(weekday(day)).toBe(platform.getUTCDay() === 0 ? 7 : platform.getUTCDay())
    }),
  )
})

test('printing has no leading zeros', () => {
  expect(formatZh(plainDate('2026-12-20'))).toBe('2026年12月20日')
  expect(formatZh(plainDate('2026-02-03'))).toBe('2026年2月3日')
  expect(formatEn(plainDate('2026-12-20'))).toBe('20 December 2026')
  expect(formatEn(plainDate('2026-02-03'))).toBe('3 February 2026')
})

test('the last of a month', () => {
  expect(lastOfMonth(plainDate('2024-02-10'))).toBe('2024-02-29')
  expect(lastOfMonth(plainDate('2026-12-31'))).toBe('2026-12-31')
})
