/**
 * Indicators (指标): a numerator and a denominator counted from the registers, community by community, and added up the tree of
 * places. Whole numbers throughout: a share is compared as a fraction, never rounded first. Pure. @law domain 20.2
 */
import type { Text } from '#kernel/text'

/** What the sources counted for one place: whole numbers by name. Areas in 0.01 m². */
export type Facts = Readonly<Record<string, number>>

export type Counted = { readonly n: number; readonly d: number }

/** A place as formulas see it. */
export type CountedPlace = {
  readonly code: string
  readonly level: 'city' | 'county' | 'street' | 'committee'
  readonly kind: 'urban' | 'rural' | null
}

/** The dated values in force on the day of counting, where the place is: thresholds live in packs, never in formulas. */
export type Values = <Value>(name: string) => Value

export type Formula = {
  /** Sources that must hold something, somewhere, before there is a figure at all. */
  readonly needs: readonly string[]
  /**
   * What one place adds to the figure, from what was counted there; undefined when the indicator is not about such a place.
   * Communities, streets, counties and the city are all asked; most indicators are about communities alone.
   */
  readonly count: (facts: Facts, place: CountedPlace, value: Values) => Counted | undefined
  /** Which rows of the sources' registers stand behind the figure; default: all rows of the registers it needs. */
  readonly behind?: Readonly<Record<string, (row: FactRow) => boolean>>
  /** Procedures whose open cases are the duties that a gap has raised: each with its holder and its day. */
  readonly duties?: readonly string[]
}

/** A row of a register as counting sees it: column id to value, areas in 0.01 m², yes and no as 1 and 0. */
export type FactRow = Readonly<Record<string, string | number>>

/** The facts of one place, all sources together. */
export type CountedFacts = { readonly place: CountedPlace; readonly facts: Facts }

export type Target =
  | { readonly kind: 'all' } // every one of them: n = d
  | { readonly kind: 'at-least'; readonly count: number } // n ≥ count
  | { readonly kind: 'none' } // n = 0
  | { readonly kind: 'yes' } // every place that has to has it
  | { readonly kind: 'trend'; readonly up: boolean } // the plan names a direction only

export type Indicator = {
  readonly id: string // I-01
  readonly name: Text
  readonly unit: 'percent' | 'persons' | 'count' | 'yes-no' | 'permille' | 'square-metres' | 'ratio'
  readonly target: Target
  /** The plan itself gives the number; else it is our reading of 全部, 建立健全, 推行, and shown as such. */
  readonly stated: boolean
  /** Last day by which the plan wants it; null when it gives none. */
  readonly by: string | null
  /** City, county, street, community: where the plan places the duty. */
  readonly level: 'C' | 'K' | 'S' | 'M'
  readonly section: string // P3.1.3
  readonly tasks: readonly string[] // T03
  /** What is counted over what, in words. */
  readonly formula: Text
}

/** Names of the facts that a value given by hand (人工填报) is kept under. */
export function byHand(id: string): { readonly n: string; readonly d: string } {
  return { n: `${id}.by-hand.n`, d: `${id}.by-hand.d` }
}

export type State = 'no-data' | 'n/a' | 'met' | 'short' | 'trend'

export type Figure = {
  readonly n: number
  readonly d: number
  readonly state: State
  /** How many are missing to the target; 0 when it is met or there is none. */
  readonly gap: number
}

/** Adds up what the places count. Undefined when none of them is concerned. */
export function addUp(
  formula: Formula,
  places: Iterable<{ facts: Facts; place: CountedPlace; value: Values }>,
): Counted | undefined {
  let n = 0
  let d = 0
  let any = false
  for (const { facts, place, value } of places) {
    const counted = formula.count(facts, place, value)
    if (!counted) continue
    any = true
    n += counted.n
    d += counted.d
  }
  return any ? { n, d } : undefined
}

/** Where a figure stands against its target; shares by cross-multiplication, so that 9,996 of 10,000 are not all. */
export function judge(indicator: Pick<Indicator, 'target' | 'unit'>, counted: Counted | undefined): Figure {
  if (!counted) return { n: 0, d: 0, state: 'n/a', gap: 0 }
  const { n, d } = counted
  const { target } = indicator
  switch (target.kind) {
    case 'none':
      return { n, d, state: n === 0 ? 'met' : 'short', gap: n }
    case 'at-least':
      return { n, d, state: n >= target.count ? 'met' : 'short', gap: Math.max(0, target.count - n) }
    default:
      if (d === 0) return { n, d, state: 'n/a', gap: 0 }
      if (target.kind === 'trend') return { n, d, state: 'trend', gap: 0 }
      return { n, d, state: n >= d ? 'met' : 'short', gap: Math.max(0, d - n) }
  }
}

/** The figure in words: shares cut, never rounded up, to two decimals: 99.99 % is what is nearly all. */
export function figureText(unit: Indicator['unit'], { n, d, state }: Pick<Figure, 'n' | 'd' | 'state'>): string {
  if (state === 'no-data' || state === 'n/a') return state === 'n/a' ? 'n/a' : ''
  switch (unit) {
    case 'percent':
      return `${cut(n * 100, d)} %`
    case 'permille':
      return `${cut(n * 1000, d)} ‰`
    case 'square-metres':
      return `${cut(n, d * 100)} m²`
    case 'ratio':
      return cut(n, d)
    case 'yes-no':
      return `${n}/${d}`
    default:
      return String(n)
  }
}

function cut(n: number, d: number): string {
  if (d === 0) return '0'
  if (n < 0) return `-${cut(-n, d)}`
  const hundredths = Number((BigInt(n) * 100n) / BigInt(d))
  const whole = Math.trunc(hundredths / 100)
  const rest = hundredths % 100
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}

/** Has a trend gone the way the plan wants since the month before? */
export function moved(
  target: Target,
  before: Counted | undefined,
  now: Counted | undefined,
): 'better' | 'same' | 'worse' | undefined {
  if (!before || !now) return undefined
  const by = now.n * (before.d || 1) - before.n * (now.d || 1)
  if (by === 0) return 'same'
  const up = target.kind === 'trend' ? target.up : target.kind !== 'none'
  return by > 0 === up ? 'better' : 'worse'
}
