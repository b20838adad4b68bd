/** Values given by hand as a source of facts (人工填报数据): the latest approved one counts, the earlier ones stay. */
import type { PlainDate } from '#kernel/calendar'
import { byHand, type Facts } from '#kernel/indicator'
import type { CaseFact, FactSource } from '#kernel/indicator/source.ts'
import { handFigureData } from './terms.ts'

export const byHandSource: FactSource = { name: 'by-hand', procedure: 'figure-by-hand', count: latestByHand }

/** Of one place: `I-27.by-hand.n` and `.d`, of the value that holds for the latest day; of two for one day, the one approved last. */
export function latestByHand(cases: readonly CaseFact[], on: PlainDate): Facts {
  const latest = new Map<string, { readonly order: string; readonly n: number; readonly d: number }>()
  for (const one of cases) {
    if (one.step !== 'approved') continue
    const { indicator, n, d, day, approvedOn } = handFigureData(one.data)
    if (approvedOn === null || day > on || approvedOn > on) continue
    const order = `${day} ${approvedOn}`
    if (order >= (latest.get(indicator)?.order ?? '')) latest.set(indicator, { order, n, d })
  }
  return Object.fromEntries(
    [...latest].flatMap(([id, { n, d }]) => [
      [byHand(id).n, n],
      [byHand(id).d, d],
    ]),
  )
}
