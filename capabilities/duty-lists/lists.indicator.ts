/** I-86 清单: lists in force of L1–L4 and L6, of five. @plan P3.1.2 */
import type { Formula } from '#kernel/indicator'

export const COUNTED_LISTS = ['L1', 'L2', 'L3', 'L4', 'L6'] as const

export const listFormulas: Readonly<Record<string, Formula>> = {
  'I-86': {
    needs: ['duty-lists'],
    count: (facts, place) =>
      place.level === 'county' ? { n: facts['lists.in-force'] ?? 0, d: COUNTED_LISTS.length } : undefined,
  },
}
