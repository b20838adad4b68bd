/** Values given by hand as a source of facts (人工填报数据): the latest approved one counts, the earlier ones stay. */
import type { PlainDate } from '#kernel/calendar'
import { byHand, type Facts } from '#kernel/indicator'
import type { CaseFact, FactSource } from '#kernel/indicator/source.ts'
import { text } from '#kernel/text'
import { type HandFigureData, handFigureData } from './terms.ts'

export const byHandSource: FactSource = {
  name: 'by-hand',
  title: text('人工填报', 'Figures given by hand'),
  procedure: 'figure-by-hand',
  count: latestByHand,
  behind: {
    columns: [
      { id: 'day', label: text('截至日期', 'The day it holds for') },
      { id: 'value', label: text('数值', 'Value') },
      { id: 'reason', label: text('人工填报的理由', 'Why by hand') },
      { id: 'document', label: text('依据文件文号', 'Number of the document') },
      { id: 'approvedOn', label: text('审核日期', 'Approved on') },
    ],
    rows: givenByHand,
  },
}

/** Every approved value of an indicator, the latest first: earlier ones stay, and count no more. */
export function givenByHand(cases: readonly CaseFact[], indicator: string, on: PlainDate) {
  const given = cases
    .filter((one) => one.step === 'approved')
    .map((one) => handFigureData(one.data))
    .filter((one) => one.indicator === indicator && holds(one, on))
    .reverse()
    .sort((a, b) => orderOf(b).localeCompare(orderOf(a)))
  return given.map(({ n, d, day, reason, document, approvedOn }, i) => ({
    cells: { day, value: d === 0 ? String(n) : `${n} / ${d}`, reason, document, approvedOn: approvedOn ?? '' },
    counted: i === 0,
  }))
}

function holds({ day, approvedOn }: HandFigureData, on: PlainDate): boolean {
  return approvedOn !== null && day <= on && approvedOn <= on
}

const orderOf = ({ day, approvedOn }: HandFigureData): string => `${day} ${approvedOn}`

/** Of one place: `I-27.by-hand.n` and `.d`, of the value that holds for the latest day; of two for one day, the one approved last. */
export function latestByHand(cases: readonly CaseFact[], on: PlainDate): Facts {
  const latest = new Map<string, { readonly order: string; readonly n: number; readonly d: number }>()
  for (const one of cases) {
    if (one.step !== 'approved') continue
    const given = handFigureData(one.data)
    if (!holds(given, on)) continue
    const { indicator, n, d } = given
    const order = orderOf(given)
    if (order >= (latest.get(indicator)?.order ?? '')) latest.set(indicator, { order, n, d })
  }
  return Object.fromEntries(
    [...latest].flatMap(([id, { n, d }]) => [
      [byHand(id).n, n],
      [byHand(id).d, d],
    ]),
  )
}
