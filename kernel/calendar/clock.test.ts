/** Clocks of matters: suspension, extension, traffic light. */
import { expect, test } from 'vitest'
import {
  calendar2026,
  calendarDays,
  type Clock,
  ClockError,
  clockTexts,
  decideSuspension,
  dueDay,
  extend,
  isOverdue,
  light,
  openSuspension,
  plainDate,
  resume,
  startClock,
  stop,
  suspend,
  workingDays,
} from '#kernel/calendar'

const day = plainDate
const hearing = (on: string) => ({ on: day(on), cause: 'hearing', documentNumber: '阳民中〔2026〕3号' })
const due = (clock: Clock) => dueDay(clock, calendar2026).day
const suspended = (clock: Clock, from: string, to: string) => resume(suspend(clock, hearing(from)), day(to))

const march = startClock(day('2026-03-02'), workingDays(10)) // a Monday; due Monday 16 March

test.each([
  ['accepted Friday before Spring Festival, 5 working days', '2026-02-13', 5, '2026-02-27'],
  ['accepted the day before National Day, 3 working days', '2026-09-30', 3, '2026-10-10'],
])('domain 7.3: %s', (_because, acceptedOn, days, last) => {
  expect(dueDay(startClock(day(acceptedOn), workingDays(days)), calendar2026)).toEqual({
    day: last,
    provisional: false,
  })
})

test.each([
  ['not suspended', march, '2026-03-16'],
  [
    'Thursday to Tuesday: three working days are not counted',
    suspended(march, '2026-03-05', '2026-03-10'),
    '2026-03-19',
  ],
  ['suspended and resumed on one day: nothing is gained', suspended(march, '2026-03-05', '2026-03-05'), '2026-03-16'],
  ['over a weekend only', suspended(march, '2026-03-07', '2026-03-09'), '2026-03-16'],
  ['on the last day, resumed later: that day is the last', suspended(march, '2026-03-16', '2026-03-20'), '2026-03-20'],
  ['on the day of acceptance', suspended(march, '2026-03-02', '2026-03-04'), '2026-03-17'],
  ['twice', suspended(suspended(march, '2026-03-03', '2026-03-04'), '2026-03-10', '2026-03-12'), '2026-03-19'],
  ['resumed on a rest day: the next working day counts', suspended(march, '2026-03-05', '2026-03-08'), '2026-03-18'],
  ['ten working days more', extend(march, 10, 'ALL art 42'), '2026-03-30'],
  ['extended and suspended', extend(suspended(march, '2026-03-05', '2026-03-10'), 1, 'ALL art 42'), '2026-03-20'],
  ['calendar days', startClock(day('2026-03-02'), calendarDays(30)), '2026-04-01'],
  [
    'calendar days, five of them suspended',
    suspended(startClock(day('2026-03-02'), calendarDays(30)), '2026-03-10', '2026-03-15'),
    '2026-04-07', // 6 April is still Tomb-sweeping Day
  ],
] as const)('ALL art 45: %s', (_because, clock, last) => {
  expect(due(clock)).toBe(last)
})

test('while it is suspended the due day is the one for a resumption today', () => {
  const clock = suspend(march, hearing('2026-03-05'))
  expect(dueDay(clock, calendar2026).day).toBe('2026-03-16')
  expect(dueDay(clock, calendar2026, day('2026-03-10')).day).toBe('2026-03-19')
  expect(openSuspension(clock)).toEqual({ from: '2026-03-05', cause: 'hearing', document: '阳民中〔2026〕3号' })
  expect(openSuspension(resume(clock, day('2026-03-10')))).toBeUndefined()
})

test.each([
  ['no document number', march, { ...hearing('2026-03-05'), documentNumber: ' ' }, 'suspension-without-document'],
  ['suspended already', suspend(march, hearing('2026-03-05')), hearing('2026-03-06'), 'clock-suspended-already'],
  ['before the start', march, hearing('2026-03-01'), 'suspension-too-early'],
  [
    'into an earlier suspension',
    suspended(march, '2026-03-05', '2026-03-10'),
    hearing('2026-03-09'),
    'suspension-too-early',
  ],
  ['done already', stop(march, day('2026-03-09')), hearing('2026-03-10'), 'clock-stopped'],
] as const)('suspension refused: %s', (_because, clock, order, code) => {
  const outcome = decideSuspension(clock, order)
  expect(outcome).toMatchObject({ ok: false, code })
  expect(clockTexts[code]).toBeDefined()
  expect(() => suspend(clock, order)).toThrow(ClockError)
})

test('what cannot be is thrown', () => {
  expect(() => resume(march, day('2026-03-05'))).toThrow(ClockError)
  expect(() => resume(suspend(march, hearing('2026-03-05')), day('2026-03-04'))).toThrow(ClockError)
  expect(() => extend(march, 0, 'ALL art 42')).toThrow(ClockError)
  expect(() => extend(march, 1.5, 'ALL art 42')).toThrow(ClockError)
  expect(() => stop(march, day('2026-03-01'))).toThrow(ClockError)
  expect(() => stop(stop(march, day('2026-03-05')), day('2026-03-06'))).toThrow(ClockError)
  expect(() => extend(stop(march, day('2026-03-05')), 1, 'ALL art 42')).toThrow(ClockError)
})

const festival = startClock(day('2026-02-13'), workingDays(5))
test.each([
  ['the day of acceptance: all is left', festival, '2026-02-13', 'green'],
  ['3 of 5 left', festival, '2026-02-24', 'green'],
  ['rest days change nothing', festival, '2026-02-20', 'green'],
  ['2 of 5 left', festival, '2026-02-25', 'yellow'],
  ['1 left', festival, '2026-02-26', 'orange'],
  ['the last day', festival, '2026-02-27', 'orange'],
  ['the day after', festival, '2026-02-28', 'red'],
  ['6 of 10 left', march, '2026-03-06', 'green'],
  ['5 of 10 left: half is not more than half', march, '2026-03-09', 'yellow'],
  ['2 working days left', march, '2026-03-12', 'yellow'],
  ['1 working day left, seen on the weekend', march, '2026-03-14', 'orange'],
  ['suspended', suspend(march, hearing('2026-03-05')), '2026-04-30', 'suspended'],
  ['resumed: 8 of 10 left', suspended(march, '2026-03-05', '2026-03-10'), '2026-03-09', 'green'],
  ['done', stop(march, day('2026-03-05')), '2026-04-30', 'done'],
  [
    'a suspension ends when the matter is done',
    stop(suspend(march, hearing('2026-03-05')), day('2026-03-06')),
    '2026-03-06',
    'done',
  ],
  ['calendar days: 16 of 30 left', startClock(day('2026-03-02'), calendarDays(30)), '2026-03-16', 'green'],
  ['calendar days: 15 of 30 left', startClock(day('2026-03-02'), calendarDays(30)), '2026-03-17', 'yellow'],
] as const)('light: %s', (_because, clock, today, colour) => {
  expect(light(clock, day(today), calendar2026)).toBe(colour)
})

test.each([
  ['on the last day', march, '2026-03-16', false],
  ['the day after', march, '2026-03-17', true],
  ['done in time, looked at later', stop(march, day('2026-03-16')), '2026-05-01', false],
  ['done late', stop(march, day('2026-03-17')), '2026-05-01', true],
  ['standing still', suspend(march, hearing('2026-03-16')), '2026-05-01', false],
  ['suspended when it was late already', suspend(march, hearing('2026-03-17')), '2026-05-01', true],
] as const)('overdue: %s', (_because, clock, today, overdue) => {
  expect(isOverdue(clock, day(today), calendar2026)).toBe(overdue)
})

test('a clock is plain data', () => {
  const clock = extend(suspended(march, '2026-03-05', '2026-03-10'), 10, 'ALL art 42')
  expect(JSON.parse(JSON.stringify(clock))).toEqual(clock)
})
