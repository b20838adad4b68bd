/** All figures of all places (全部指标): each place's own count, added up the tree. Pure. */
import {
  byHand,
  type Counted,
  type CountedPlace,
  type Facts,
  type Figure,
  type Formula,
  type Indicator,
  judge,
  type Values,
} from './index.ts'

export type TreePlace = CountedPlace & { readonly parent: string | null }

export type Counting = {
  readonly indicators: readonly Indicator[]
  readonly formulas: Readonly<Record<string, Formula>>
  /** Every parent before its children. */
  readonly places: readonly TreePlace[]
  readonly factsOf: (place: string) => Facts
  /** Sources that hold something somewhere. */
  readonly held: ReadonlySet<string>
  readonly valuesAt: (place: string) => Values
}

/** How a figure came to be: counted from registers, given by hand, or not at all. */
export type Way = 'counted' | 'by-hand' | 'none'

export type Counts = {
  readonly way: Readonly<Record<string, Way>>
  /** Place to indicator to what was counted for it and all below. */
  readonly of: ReadonlyMap<string, ReadonlyMap<string, Counted>>
}

const LEVELS = { C: 'city', K: 'county', S: 'street', M: 'committee' } as const

/** The overall goal (I-92) counts the others: those with a day, reached, over those with a day. @plan P2.3 */
export const OVERALL = 'I-92'

export function countAll(counting: Counting): Counts {
  const { indicators, places, factsOf, valuesAt } = counting
  const of = new Map(places.map((place) => [place.code, new Map<string, Counted>()]))
  const way: Record<string, Way> = {}
  const each = places.map((place) => ({ place, facts: factsOf(place.code), value: valuesAt(place.code) })).reverse()
  for (const indicator of indicators) {
    const own = ownCount(counting, indicator)
    way[indicator.id] = own.way
    if (own.way === 'none') continue
    for (const { place, facts, value } of each) {
      const here = of.get(place.code)
      const counted = own.count(facts, place, value)
      if (counted) add(here, indicator.id, counted)
      const sum = here?.get(indicator.id)
      if (sum && place.parent !== null) add(of.get(place.parent), indicator.id, sum)
    }
  }
  const city = places[0]
  if (city && indicators.some((one) => one.id === OVERALL)) {
    const dated = indicators.filter((one) => one.by !== null && one.id !== OVERALL)
    const met = dated.filter((one) => figureOf(one, city, { way, of }).state === 'met')
    of.get(city.code)?.set(OVERALL, { n: met.length, d: dated.length })
    way[OVERALL] = 'counted'
  }
  return { way, of }
}

function ownCount(
  { formulas, held, places, factsOf }: Counting,
  indicator: Indicator,
): { way: Way; count: Formula['count'] } {
  const formula = formulas[indicator.id]
  if (formula?.needs.every((source) => held.has(source))) return { way: 'counted', count: formula.count }
  const names = byHand(indicator.id)
  if (!places.some((place) => factsOf(place.code)[names.d] !== undefined))
    return { way: 'none', count: () => undefined }
  const due = LEVELS[indicator.level]
  return {
    way: 'by-hand',
    count: (facts, place) => {
      const [n, d] = [facts[names.n], facts[names.d]]
      if (indicator.target.kind === 'yes') return place.level === due ? { n: n ? 1 : 0, d: 1 } : undefined
      return n === undefined || d === undefined ? undefined : { n, d }
    },
  }
}

function add(to: Map<string, Counted> | undefined, id: string, { n, d }: Counted): void {
  const before = to?.get(id)
  to?.set(id, before ? { n: before.n + n, d: before.d + d } : { n, d })
}

/** How a place stands; a number that only the city owes has no target below it. */
export function figureOf(indicator: Indicator, place: CountedPlace, { way, of }: Counts): Figure {
  if (way[indicator.id] !== undefined && way[indicator.id] !== 'none') {
    const counted = of.get(place.code)?.get(indicator.id)
    const figure = judge(indicator, counted)
    if (indicator.target.kind === 'at-least' && place.level !== 'city' && counted)
      return { ...figure, state: 'trend', gap: 0 }
    return figure
  }
  return { n: 0, d: 0, state: 'no-data', gap: 0 }
}
