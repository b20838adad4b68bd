/** Working days and terms: tables by article. */
import { expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  calendar2025,
  calendar2026,
  calendarDays,
  calendarFromRows,
  calendarRows,
  isUnpublished,
  isWorkingDay,
  lastDayOf,
  plainDate,
  workingDayFrom,
  workingDays,
  workingDaysBetween,
} from '#kernel/calendar'

test.each([
  ['an ordinary Friday', '2026-02-13', true],
  ['a make-up Saturday before Spring Festival', '2026-02-14', true],
  ['Spring Festival begins', '2026-02-15', false],
  ['Spring Festival ends (a Monday)', '2026-02-23', false],
  ['the day after', '2026-02-24', true],
  ['the make-up Saturday after', '2026-02-28', true],
  ['an ordinary Saturday', '2026-03-07', false],
  ['an ordinary Sunday', '2026-03-08', false],
  ['make-up Sunday after New Year', '2026-01-04', true],
  ['make-up Sunday before National Day', '2026-09-20', true],
  ['the last of National Day', '2026-10-07', false],
  ['Dragon Boat Festival 2025', '2025-06-02', false],
  ['make-up Saturday 2025', '2025-10-11', true],
  ['after the last notice the weekend rule holds', '2027-01-01', true],
  ['and Saturdays are free', '2027-01-02', false],
])('working day: %s', (_because, day, works) => {
  expect(isWorkingDay(calendar2026, plainDate(day))).toBe(works)
})

test.each([
  // because                                                accepted on   term  last day
  ['the make-up Saturday counts, Spring Festival does not', '2026-02-13', 5, '2026-02-27'],
  ['day one of it is the make-up Saturday', '2026-02-13', 1, '2026-02-14'],
  ['day two is after the festival', '2026-02-13', 2, '2026-02-24'],
  ['after National Day, the make-up Saturday is day three', '2026-09-30', 3, '2026-10-10'],
  ['and day two is the Friday', '2026-09-30', 2, '2026-10-09'],
  ['accepted on a rest day: the next working day is day one', '2026-03-07', 1, '2026-03-09'],
  ['twenty working days over Tomb-sweeping Day', '2026-03-16', 20, '2026-04-14'],
  ['the same day', '2026-03-16', 0, '2026-03-16'],
  ['the same day, when that is a rest day', '2026-03-07', 0, '2026-03-09'],
] as const)('ALL art 82: %s', (_because, acceptedOn, term, lastDay) => {
  expect(lastDayOf(workingDays(term), plainDate(acceptedOn), calendar2026)).toEqual({
    day: lastDay,
    provisional: false,
  })
})

test.each([
  // because                                         from          term  last day
  ['the first day is not counted (art 201)', '2026-03-02', 3, '2026-03-05'],
  ['a last day on a Saturday moves to Monday (art 203)', '2026-03-02', 5, '2026-03-09'],
  ['a Friday does not move', '2026-03-02', 4, '2026-03-06'],
  ['a make-up Saturday does not move', '2026-05-04', 5, '2026-05-09'],
  ['a last day in the holiday moves behind it', '2026-04-30', 5, '2026-05-06'],
  ['the day after the holiday stays', '2026-05-01', 5, '2026-05-06'],
  ['holidays in between count', '2026-02-10', 15, '2026-02-25'],
  ['sixty days', '2026-03-02', 60, '2026-05-06'],
] as const)('CC art 200–203: %s', (_because, from, term, lastDay) => {
  expect(lastDayOf(calendarDays(term), plainDate(from), calendar2026)).toEqual({ day: lastDay, provisional: false })
})

test.each([
  ['ends inside the last published year', workingDays(2), '2026-12-29', '2026-12-31', false],
  ['looks at a day of the next', workingDays(3), '2026-12-29', '2027-01-01', true],
  ['a calendar term inside', calendarDays(2), '2026-12-29', '2026-12-31', false],
  ['a calendar term ending outside', calendarDays(3), '2026-12-29', '2027-01-01', true],
] as const)('provisional: %s', (_because, term, from, day, provisional) => {
  expect(lastDayOf(term, plainDate(from), calendar2026)).toEqual({ day, provisional })
})

test('what was provisional in 2025 is certain once the notice for 2026 is out', () => {
  const from = plainDate('2025-12-30')
  expect(lastDayOf(workingDays(3), from, calendar2025)).toEqual({ day: '2026-01-02', provisional: true })
  expect(lastDayOf(workingDays(3), from, calendar2026)).toEqual({ day: '2026-01-05', provisional: false })
})

test('years before the first one held are provisional too', () => {
  expect(isUnpublished(calendar2026, plainDate('2024-12-31'))).toBe(true)
  expect(isUnpublished(calendar2026, plainDate('2025-01-01'))).toBe(false)
})

test('a term is a whole number of days', () => {
  expect(() => workingDays(1.5)).toThrow(RangeError)
  expect(() => calendarDays(-1)).toThrow(RangeError)
})

test.each([
  ['over a weekend', '2026-03-06', '2026-03-09', 1],
  ['the first day is not counted, the last is', '2026-03-02', '2026-03-06', 4],
  ['over Spring Festival', '2026-02-13', '2026-02-24', 2],
  ['the same day', '2026-03-02', '2026-03-02', 0],
  ['backwards', '2026-03-06', '2026-03-02', -4],
  ['backwards over nothing but rest', '2026-03-08', '2026-03-07', 0],
])('working days between: %s', (_because, from, to, count) => {
  expect(workingDaysBetween(calendar2026, plainDate(from), plainDate(to))).toBe(count)
})

test('working days between are those met by walking from one day to the other, whichever the days', () => {
  const first = plainDate('2024-12-20')
  let walked = 0
  for (let i = 1; i <= 1000; i++) {
    const day = addDays(first, i)
    if (isWorkingDay(calendar2026, day)) walked += 1
    expect([day, workingDaysBetween(calendar2026, first, day)]).toEqual([day, walked])
    expect(workingDaysBetween(calendar2026, day, first)).toBe(0 - walked)
  }
})

test.each([
  ['forwards', '2026-02-13', 2, '2026-02-24'],
  ['backwards', '2026-02-24', -2, '2026-02-13'],
  ['none', '2026-03-07', 0, '2026-03-07'],
])('adding working days: %s', (_because, from, count, to) => {
  expect(addWorkingDays(calendar2026, plainDate(from), count)).toBe(to)
})

test('the working day from a day on', () => {
  expect(workingDayFrom(calendar2026, plainDate('2026-10-01'))).toBe('2026-10-08')
  expect(workingDayFrom(calendar2026, plainDate('2026-10-08'))).toBe('2026-10-08')
})

test('a calendar out of table rows is the same as the one shipped', () => {
  const loaded = calendarFromRows(
    calendarRows.map(({ day, kind }) => ({ day, kind })),
    { from: 2025, through: 2026 },
  )
  expect(loaded).toEqual(calendar2026)
})

test('every holiday row names its festival, every make-up day is a weekend day', () => {
  for (const row of calendarRows) {
    expect(row.name).not.toBe('')
    if (row.kind === 'makeup') {
      expect(isWorkingDay({ days: new Map(), publishedThrough: 2026 }, row.day)).toBe(false)
    }
  }
  expect(new Set(calendarRows.map((row) => row.day)).size).toBe(calendarRows.length)
})
