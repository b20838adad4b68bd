/** I-59 会议台账精简率: meetings called and ledgers demanded, against the base year. @plan P3.3.3; domain 20.2 */
import type { PlainDate } from '#kernel/calendar'
import type { FactRow, Formula } from '#kernel/indicator'
import { countIf, type FactSource } from '#kernel/indicator/source.ts'

/** As far into the year as the day of counting. */
const within = (row: FactRow, year: number, on: PlainDate): boolean => {
  const day = String(row.on)
  return day.startsWith(`${year}-`) && day.slice(5) <= on.slice(5)
}
const kept = (row: FactRow, on: string): boolean =>
  String(row.from) <= on && (row.until === undefined || String(row.until) > on)

export const burdenSources: readonly FactSource[] = [
  {
    name: 'called-meetings',
    register: 'called-meetings',
    count: (rows, on, value) => ({
      'burden.meetings-now': countIf(rows, (row) => within(row, Number(on.slice(0, 4)), on)),
      'burden.meetings-base': countIf(rows, (row) => within(row, value<number>('burden.base-year'), on)),
    }),
  },
  {
    name: 'demanded-ledgers',
    register: 'demanded-ledgers',
    count: (rows, on, value) => ({
      'burden.ledgers-now': countIf(rows, (row) => kept(row, on)),
      'burden.ledgers-base': countIf(rows, (row) => kept(row, `${value<number>('burden.base-year')}${on.slice(4)}`)),
    }),
  },
]

export const burdenFormulas: Readonly<Record<string, Formula>> = {
  'I-59': {
    needs: ['called-meetings', 'demanded-ledgers'],
    // Only where the base year was recorded; more than then counts below zero.
    count: (facts, place) => {
      if (place.level !== 'committee') return undefined
      const base = (facts['burden.meetings-base'] ?? 0) + (facts['burden.ledgers-base'] ?? 0)
      const now = (facts['burden.meetings-now'] ?? 0) + (facts['burden.ledgers-now'] ?? 0)
      return base === 0 ? undefined : { n: base - now, d: base }
    },
  },
}
