/** I-62 部门自行组织的考核评比数, I-64 减负纳入述职评议. @plan P3.3.3; domain 20.2 */
import type { Formula } from '#kernel/indicator'
import { countIf, type FactSource } from '#kernel/indicator/source.ts'
import { text } from '#kernel/text'
import { listReviews, SOURCE } from './index.ts'

export const evaluationSources: readonly FactSource[] = [
  {
    name: 'separate-evaluations',
    register: 'separate-evaluations',
    count: (rows, on) => ({
      'evaluations.separate': countIf(
        rows,
        (row) => String(row.on).slice(0, 4) === on.slice(0, 4) && String(row.on) <= on,
      ),
    }),
  },
  {
    name: SOURCE,
    title: text('统一考核方案', 'Evaluation plans'),
    read: async (db, places, on) =>
      (await listReviews(db, places, on)).map(({ place, reviewed }) => ({
        place,
        facts: { 'evaluations.reviewed': reviewed ? 1 : 0 },
      })),
  },
]

export const evaluationFormulas: Readonly<Record<string, Formula>> = {
  'I-62': {
    needs: ['separate-evaluations'],
    count: (facts, place) =>
      place.level === 'committee' ? { n: facts['evaluations.separate'] ?? 0, d: 0 } : undefined,
  },
  'I-64': {
    needs: [SOURCE],
    count: (facts, place) =>
      place.level === 'county' || place.level === 'street'
        ? { n: facts['evaluations.reviewed'] ?? 0, d: 1 }
        : undefined,
  },
}
