/** Fair comparison (同类比较): a community beside those of its kind and of like size; never a league, and no place is named. */
import type { Directory, Place } from '#kernel/context/world.ts'
import { type Counted, type Facts, figureText, type Indicator, judge } from '#kernel/indicator'
import type { Counts } from '#kernel/indicator/figures.ts'

/** Households: below the plan's floor, up to advisable, advisable, above. */
const BANDS = [0, 500, 1500, 2000, 5000] as const
const FEWEST = 5

export type Peers = {
  readonly kind: 'urban' | 'rural'
  readonly from: number
  readonly to: number | null
  readonly places: number
  readonly met: number
  readonly middle: string
}

/** Null above communities, where the figure is none, and where fewer than five are alike. */
export function peersOf(
  indicator: Indicator,
  place: Place,
  counts: Counts,
  directory: Directory,
  factsOf: (code: string) => Facts,
): Peers | null {
  const { kind } = place
  if (place.level !== 'committee' || kind === null) return null
  const size = (code: string): number => factsOf(code)['households.living'] ?? 0
  const from = BANDS.findLast((one) => one <= size(place.code)) ?? 0
  const to = BANDS.find((one) => one > size(place.code)) ?? null
  const alike: Counted[] = []
  for (const one of directory.places.values()) {
    if (one.level !== 'committee' || one.kind !== kind) continue
    const households = size(one.code)
    const counted = counts.of.get(one.code)?.get(indicator.id)
    if (counted && households >= from && (to === null || households < to)) alike.push(counted)
  }
  if (alike.length < FEWEST) return null
  alike.sort((a, b) => a.n * (b.d || 1) - b.n * (a.d || 1))
  const middle = judge(indicator, alike[alike.length >> 1])
  return {
    kind,
    from,
    to,
    places: alike.length,
    met: alike.filter((one) => judge(indicator, one).state === 'met').length,
    middle: figureText(indicator.unit, middle),
  }
}
