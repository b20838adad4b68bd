/** Charters, conventions and councils counted for the plan (一约四会指标): I-13, I-30, I-31. @plan P3.1.3, P3.2.3; @law domain 20.2 */
import type { PlainDate } from '#kernel/calendar'
import type { FactRow, Facts, Formula, Values } from '#kernel/indicator'
import { countIf, type RegisterSource } from '#kernel/indicator/source.ts'
import { hasMet, isComplete, isConvention, isInTerm, isValidText } from './rules.ts'

export const sources: readonly RegisterSource[] = [
  {
    name: 'conventions',
    register: 'conventions',
    count: (rows: readonly FactRow[], on: PlainDate) => ({
      'conventions.valid': countIf(rows, (row) => isValidText(row, on)),
      'conventions.valid-conventions': countIf(rows, (row) => isConvention(row) && isValidText(row, on)),
    }),
  },
  {
    name: 'councils',
    register: 'councils',
    count(rows: readonly FactRow[], on: PlainDate, value: Values) {
      const months = value<number>('charters.council-active-months')
      const bar = { members: value<number>('charters.council-members-least'), months }
      const wanted = value<readonly string[]>('charters.council-kinds')
      return {
        /** Of the kinds that are wanted, those with a complete council. */
        'councils.complete-kinds': wanted.filter((kind) =>
          rows.some((row) => row.kind === kind && isComplete(row, on, bar)),
        ).length,
        'councils.moral-review-met': countIf(
          rows,
          (row) => row.kind === 'moral_review' && isInTerm(row, on) && hasMet(row, on, months),
        ),
      }
    },
  },
]

/** Every community and village is a unit. */
function everyCommunity(
  needs: readonly string[],
  holds: (facts: Facts, value: Values) => boolean,
  behind?: Formula['behind'],
): Formula {
  return {
    needs,
    count: (facts, place, value) =>
      place.level === 'committee' ? { n: holds(facts, value) ? 1 : 0, d: 1 } : undefined,
    ...(behind ? { behind } : {}),
  }
}

export const formulas: Readonly<Record<string, Formula>> = {
  // Any text of the three kinds that is valid.
  'I-13': everyCommunity(['conventions'], (facts) => (facts['conventions.valid'] ?? 0) >= 1),
  // A convention (not a charter alone), and a complete council of each kind that is wanted.
  'I-30': everyCommunity(
    ['conventions', 'councils'],
    (facts, value) =>
      (facts['conventions.valid-conventions'] ?? 0) >= 1 &&
      (facts['councils.complete-kinds'] ?? 0) >= value<readonly string[]>('charters.council-kinds').length,
    { conventions: isConvention, councils: (row) => row.kind !== 'other' },
  ),
  'I-31': everyCommunity(['councils'], (facts) => (facts['councils.moral-review-met'] ?? 0) >= 1, {
    councils: (row) => row.kind === 'moral_review',
  }),
}
