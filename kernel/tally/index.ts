/**
 * Counting and majorities (计票、过半数) in whole numbers: products are compared, nothing is rounded first.
 * @law CC art 1259: 以上、以下、以内 include the number, 超过、不满、以外 do not
 */

/** A share of a whole, e.g. two thirds {of: 3, take: 2}. Kept in packs. */
export type Share = { readonly take: number; readonly of: number }

export function share(take: number, of: number): Share {
  if (count(take) > count(of) || of === 0) throw new RangeError('a share is at most the whole')
  return { take, of }
}

/** 过半数: strictly more than half; half is not more than half. */
export function moreThanHalf(some: number, all: number): boolean {
  return moreThan(some, all, { take: 1, of: 2 })
}

/** …以上: the share itself is enough. Of nobody, no share is reached. */
export function atLeast(some: number, all: number, least: Share): boolean
/** The same with the share written out: atLeast(x, n, 2, 3) is two thirds or more. */
export function atLeast(some: number, all: number, take: number, of: number): boolean
export function atLeast(some: number, all: number, least: Share | number, of?: number): boolean {
  const { have, need } = products(some, all, typeof least === 'number' ? share(least, of ?? Number.NaN) : least)
  return count(all) > 0 && have >= need
}

/** 超过…: the share itself is not enough. */
export function moreThan(some: number, all: number, over: Share): boolean {
  const { have, need } = products(some, all, over)
  return have > need
}

/** The smallest count that is more than half of `all`: what a refusal names as needed. */
export function leastMoreThanHalf(all: number): number {
  return Math.floor(count(all) / 2) + 1
}

/** The smallest count that reaches the share of `all`. */
export function leastFor(all: number, least: Share): number {
  const whole = BigInt(count(all)) * BigInt(count(least.take))
  const of = BigInt(count(least.of))
  return Number((whole + of - 1n) / of)
}

/**
 * A percentage for reading, cut off and never rounded up, so that 99.96% is not shown as 100%. '—' when there is nothing.
 * @param decimals digits after the point, 0 to 4
 */
export function percentText(some: number, all: number, decimals: 0 | 1 | 2 | 3 | 4 = 1): string {
  if (count(all) === 0) return '—'
  const scale = 10n ** BigInt(decimals)
  const parts = (BigInt(count(some)) * 100n * scale) / BigInt(all)
  const whole = parts / scale
  return decimals === 0 ? `${whole}%` : `${whole}.${String(parts % scale).padStart(decimals, '0')}%`
}

function products(some: number, all: number, part: Share): { have: bigint; need: bigint } {
  return {
    have: BigInt(count(some)) * BigInt(count(part.of)),
    need: BigInt(count(all)) * BigInt(count(part.take)),
  }
}

function count(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('counts are whole numbers, 0 or more')
  return value
}
