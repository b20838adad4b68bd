/** The numbers of the leaves in a file: which are skipped, repeated or out of place. Names the damage; the roots prove it. */
import type { FindingCode, FindingFacts } from './finding.ts'

export type Sequence = { readonly see: (index: number, line: number) => void; readonly end: () => void }

/** @practice gaps beyond that many are a different file, not a damaged one */
const MOST_GAPS = 1000

/** Not yet seen, first and last included. */
type Gap = { readonly from: number; readonly to: number }

export function watchSequence(report: (code: FindingCode, facts: FindingFacts) => void): Sequence {
  let next = 0
  let gaps: readonly Gap[] = []
  return {
    see(index, line) {
      if (index === next) {
        next += 1
      } else if (index > next) {
        if (gaps.length < MOST_GAPS) gaps = [...gaps, { from: next, to: index - 1 }]
        next = index + 1
      } else {
        const gap = gaps.find(({ from, to }) => from <= index && index <= to)
        if (gap === undefined) {
          report('leaf-inserted', { index, line })
        } else {
          report('leaf-reordered', { index, line })
          gaps = gaps.flatMap((one) => (one === gap ? without(one, index) : [one]))
        }
      }
    },
    end() {
      for (const { from, to } of gaps) report('leaf-removed', { from, to })
    },
  }
}

function without({ from, to }: Gap, index: number): Gap[] {
  return [
    { from, to: index - 1 },
    { from: index + 1, to },
  ].filter((gap) => gap.from <= gap.to)
}
