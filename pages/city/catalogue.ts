/** The catalogue is read once for all pages: it changes when a month is put on record, not from view to view. */
import { useEffect } from 'preact/hooks'
import { type IndicatorShape, listIndicators } from '#kernel/indicator-store/contract.ts'
import { useAnswer } from '../server.ts'

type Catalogue = {
  readonly indicators: readonly IndicatorShape[]
  readonly months: readonly string[]
  readonly month: string
}

let kept: Catalogue | undefined

/** `month`: of the figures on the page; a catalogue that does not know it yet is read again. */
export function useCatalogue(month: string | undefined) {
  const stale = kept === undefined || (month !== undefined && month > kept.month)
  const asked = useAnswer(stale ? listIndicators : undefined, {})
  useEffect(() => {
    if (asked.answer) kept = asked.answer
  }, [asked.answer])
  const catalogue: Catalogue | undefined = asked.answer ?? kept
  return { catalogue, problem: asked.problem, again: asked.again }
}

/** The months that can be looked at, this one last. */
export function stopsOf({ months, month }: Pick<Catalogue, 'months' | 'month'>): readonly string[] {
  return [...months.filter((one) => one < month), month]
}
