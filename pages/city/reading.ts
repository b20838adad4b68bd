/** How a figure is read (怎么读一个数): its state in shape, its gap in words, the order of places, addresses. Pure. */
import type { FigureShape, IndicatorShape, PartShape } from '#kernel/indicator-store/contract.ts'
import { type Text, text } from '#kernel/text'
import { cityWords as words } from './words.ts'

/** What is looked at: one place with all figures, or one figure of one place; without a place, the city. */
export type Address = { readonly indicator?: string | undefined; readonly place?: string | undefined }

/** Undefined when the address leads nowhere. */
export function addressOf(rest: string): Address | undefined {
  const match = /^(?:(I-\d{2})(?:\/|$))?(\d{12})?\/?$/.exec(rest)
  return match ? { indicator: match[1], place: match[2] } : undefined
}

export function pathTo({ indicator, place }: Address, month?: string): string {
  const path = ['/city', indicator, place].filter((one) => one !== undefined).join('/')
  return month === undefined ? path : `${path}?month=${month}`
}

export type Look = keyof typeof words.states
export const LOOKS = ['late', 'short', 'met', 'trend', 'na', 'none'] as const satisfies readonly Look[]

/** Is its day past on the day of the figures? On its last day it is not. */
export function isLate({ by }: Pick<IndicatorShape, 'by'>, day: string): boolean {
  return by !== null && by < day
}

export function lookOf(figure: Pick<FigureShape, 'state'>, indicator: Pick<IndicatorShape, 'by'>, day: string): Look {
  switch (figure.state) {
    case 'short':
      return isLate(indicator, day) ? 'late' : 'short'
    case 'n/a':
      return 'na'
    case 'no-data':
      return 'none'
    default:
      return figure.state
  }
}

export type Level = 0 | 1 | 2 | 3 | 4

/**
 * How full a tile is: 4 is reached and nothing else is; 3 is three quarters or more, 2 half or more, 1 more than nothing.
 * Where there is no share to fill (a direction, or something there should be none of), against the highest beside it.
 */
export function levelOf(
  { n, d, state }: Pick<FigureShape, 'n' | 'd' | 'state'>,
  goal: IndicatorShape['goal'],
  highest: { readonly n: number; readonly d: number },
): Level {
  if (state === 'met') return 4
  if (state !== 'short' && state !== 'trend') return 0
  if (n <= 0) return 0
  const [over, under] = goal === 'all' || goal === 'yes' ? [n, d] : [n * (highest.d || 1), (d || 1) * (highest.n || 1)]
  const most = state === 'trend' ? 4 : 3
  return Math.min(most, 4 * over < 2 * under ? 1 : Math.floor((4 * over) / under)) as Level
}

/** The highest share among figures, compared as fractions. */
export function highestOf(figures: Iterable<Pick<FigureShape, 'n' | 'd'>>): { n: number; d: number } {
  let highest = { n: 0, d: 1 }
  for (const one of figures) if (one.n * (highest.d || 1) > highest.n * (one.d || 1)) highest = { n: one.n, d: one.d }
  return highest
}

/** As shown: what is no number says which of the two it is. */
export function figureWords({ state, text: shown }: Pick<FigureShape, 'state' | 'text'>): Text {
  if (state === 'n/a') return words.states.na
  if (state === 'no-data') return words.states.none
  const whole = /^\d+$/.test(shown) ? grouped(Number(shown)) : shown
  return text(whole, whole)
}

/** Undefined when there is none, or nothing to compare with. */
export function gapWords(
  { gap, state }: Pick<FigureShape, 'gap' | 'state'>,
  goal: IndicatorShape['goal'],
): Text | undefined {
  if (state !== 'short') return undefined
  return filled(goal === 'none' ? words.tooMany : words.shortBy, { gap: grouped(gap) })
}

/** A whole number with its thousands apart. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A numerator or denominator as read: areas are kept in 0.01 m². */
export function amount(unit: string, n: number): string {
  if (unit !== 'square-metres') return grouped(n)
  return `${grouped(Math.trunc(n / 100))}.${String(Math.abs(n) % 100).padStart(2, '0')}`
}

export function filled(words: Text, facts: Readonly<Record<string, string | number>>): Text {
  const put = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))
  return text(put(words.zh), put(words.en))
}

/** 兴隆街社区 for 兴隆街社区居委会: on a tile, where its kind is plain. */
export function shortName({ zh, en }: Text): Text {
  return text(zh.replace(/居?委会$/, ''), en.replace(/ (Community|Village)$/, ''))
}

export type Order = 'code' | 'name' | 'figure' | 'gap'

/** Orders the places of a table; what has no number stands last either way. */
export function inOrder(parts: readonly PartShape[], by: Order, down: boolean, language: 'zh' | 'en'): PartShape[] {
  const turn = down ? -1 : 1
  const shown = ({ figure }: PartShape): boolean => figure.state !== 'n/a' && figure.state !== 'no-data'
  return [...parts].sort((a, b) => {
    if ((by === 'figure' || by === 'gap') && shown(a) !== shown(b)) return shown(a) ? -1 : 1
    return turn * difference(a, b, by, language) || (a.code < b.code ? -1 : 1)
  })
}

function difference(a: PartShape, b: PartShape, by: Order, language: 'zh' | 'en'): number {
  switch (by) {
    case 'code':
      return a.code < b.code ? -1 : 1
    case 'name':
      return a.name[language].localeCompare(b.name[language], language)
    case 'figure':
      return a.figure.n * (b.figure.d || 1) - b.figure.n * (a.figure.d || 1)
    case 'gap':
      return a.figure.gap - b.figure.gap
  }
}

const DEPTH = ['county', 'street', 'committee'] as const
export type Grain = (typeof DEPTH)[number]

/** The levels below a place that its parts show, and the lowest of them with a figure of its own: whose rows can be read. */
export function grainsOf(parts: readonly PartShape[]): {
  readonly grains: readonly Grain[]
  readonly lowest: Grain | undefined
} {
  const grains = DEPTH.filter((level) => parts.some((part) => part.level === level))
  const lowest = grains.findLast((level) =>
    parts.some(({ level: at, figure }) => at === level && figure.state !== 'n/a' && figure.state !== 'no-data'),
  )
  return { grains, lowest }
}

/** 2026年3月, March 2026. */
export function monthWords(month: string): Text {
  const [year = '', m = ''] = month.split('-')
  return text(`${year}年${Number(m)}月`, `${MONTHS[Number(m) - 1]} ${year}`)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
