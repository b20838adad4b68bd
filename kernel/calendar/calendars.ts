/** The holidays and make-up days issued so far (国务院办公厅节假日安排), one table a year. Data; imported when issued. */
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/calendar/plain-date.ts'
import { type CalendarRow, calendarFromRows, type WorkCalendar } from '#kernel/calendar/work-calendar.ts'

type Notice = {
  readonly source: string
  readonly verified: boolean // compared with the notice
  readonly holidays: readonly (readonly [name: string, from: string, to: string])[]
  readonly makeUps: readonly (readonly [name: string, day: string])[]
}

const NOTICE_2025: Notice = {
  source: '国务院办公厅关于2025年部分节假日安排的通知',
  verified: false,
  holidays: [
    ['元旦', '2025-01-01', '2025-01-01'],
    ['春节', '2025-01-28', '2025-02-04'],
    ['清明节', '2025-04-04', '2025-04-06'],
    ['劳动节', '2025-05-01', '2025-05-05'],
    ['端午节', '2025-05-31', '2025-06-02'],
    ['国庆节、中秋节', '2025-10-01', '2025-10-08'],
  ],
  makeUps: [
    ['春节', '2025-01-26'],
    ['春节', '2025-02-08'],
    ['劳动节', '2025-04-27'],
    ['国庆节、中秋节', '2025-09-28'],
    ['国庆节、中秋节', '2025-10-11'],
  ],
}

const NOTICE_2026: Notice = {
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  verified: true,
  holidays: [
    ['元旦', '2026-01-01', '2026-01-03'],
    ['春节', '2026-02-15', '2026-02-23'],
    ['清明节', '2026-04-04', '2026-04-06'],
    ['劳动节', '2026-05-01', '2026-05-05'],
    ['端午节', '2026-06-19', '2026-06-21'],
    ['中秋节', '2026-09-25', '2026-09-27'],
    ['国庆节', '2026-10-01', '2026-10-07'],
  ],
  makeUps: [
    ['元旦', '2026-01-04'],
    ['春节', '2026-02-14'],
    ['春节', '2026-02-28'],
    ['劳动节', '2026-05-09'],
    ['国庆节', '2026-09-20'],
    ['国庆节', '2026-10-10'],
  ],
}

function rowsOf(notice: Notice): readonly CalendarRow[] {
  const { source } = notice
  const off = notice.holidays.flatMap(([name, from, to]) =>
    daysFrom(plainDate(from), plainDate(to)).map((day): CalendarRow => ({ day, kind: 'holiday', name, source })),
  )
  const on = notice.makeUps.map(([name, day]): CalendarRow => ({ day: plainDate(day), kind: 'makeup', name, source }))
  return [...off, ...on].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function daysFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** All days issued, for the work-calendar table. */
export const calendarRows: readonly CalendarRow[] = [...rowsOf(NOTICE_2025), ...rowsOf(NOTICE_2026)]

/** The years held, and whether each was compared with its notice. */
export const calendarYears: readonly { readonly year: number; readonly verified: boolean; readonly source: string }[] =
  [
    { year: 2025, verified: NOTICE_2025.verified, source: NOTICE_2025.source },
    { year: 2026, verified: NOTICE_2026.verified, source: NOTICE_2026.source },
  ]

/** What was known in 2025. */
export const calendar2025: WorkCalendar = calendarFromRows(
  calendarRows.filter((row) => yearOf(row.day) === 2025),
  { from: 2025, through: 2025 },
)

/** What is known in 2026: both years. */
export const calendar2026: WorkCalendar = calendarFromRows(calendarRows, { from: 2025, through: 2026 })
