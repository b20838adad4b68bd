/** Social-work people counted for the plan (社会工作人才指标): I-16, I-17, I-18. @plan P3.1.4; @law domain 20.2 */
import type { PlainDate } from '#kernel/calendar'
import type { FactRow, Formula, Values } from '#kernel/indicator'
import { countIf, type RegisterSource } from '#kernel/indicator/source.ts'
import { isProfessional, isSocialWorker, staffingOf } from './rules.ts'

const years = (value: Values): number => value('community-workers.registration-years')

/** A person has one row in the whole city, so rows are persons. */
export const sources: readonly RegisterSource[] = [
  {
    name: 'social-workers',
    register: 'social-workers',
    count(rows: readonly FactRow[], on: PlainDate, value: Values) {
      const professionals = countIf(rows, (row) => isProfessional(row, on, years(value)))
      return {
        'social-workers.people': countIf(rows, (row) => isSocialWorker(row, on, years(value))),
        'social-workers.professionals': professionals,
        'social-workers.practitioners': countIf(rows, (row) => row.practitioner === 1),
        /** One where there are more than the plan's five: enough, and worth a look. */
        'social-workers.above-most':
          staffingOf(professionals, 0, value('community-workers.professionals.urban-most')) === 'above' ? 1 : 0,
      }
    },
  },
]

const needs = ['social-workers']
const professionals = 'social-workers.professionals'

export const formulas: Readonly<Record<string, Formula>> = {
  // Wherever they are employed: in a community, with a street, a county or the city.
  'I-16': { needs, count: (facts) => ({ n: facts['social-workers.people'] ?? 0, d: 0 }) },
  'I-17': {
    needs,
    count(facts, place, value) {
      if (place.level !== 'committee' || place.kind !== 'urban') return undefined
      const least = value<number>('community-workers.professionals.urban-least')
      const most = value<number>('community-workers.professionals.urban-most')
      return { n: staffingOf(facts[professionals] ?? 0, least, most) === 'short' ? 0 : 1, d: 1 }
    },
  },
  'I-18': {
    needs,
    count(facts, place, value) {
      if (place.level !== 'committee' || place.kind !== 'rural') return undefined
      const least = value<number>('community-workers.professionals.rural-least')
      return { n: (facts[professionals] ?? 0) >= least ? 1 : 0, d: 1 }
    },
  },
}
