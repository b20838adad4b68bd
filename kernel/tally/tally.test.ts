/** Counts and majorities, boundaries on both sides. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atLeast, leastFor, leastMoreThanHalf, moreThan, moreThanHalf, percentText, share } from '#kernel/tally'

test.each([
  ['half is not more than half', 415, 830, false],
  ['one more than half', 416, 830, true],
  ['half of an odd number', 415, 829, true],
  ['just under half of an odd number', 414, 829, false],
  ['none of none', 0, 0, false],
  ['one of one', 1, 1, true],
])('more than half: %s', (_because, some, all, expected) => {
  expect(moreThanHalf(some, all)).toBe(expected)
})

test.each([
  ['two thirds exactly is enough', 20, 30, 2, 3, true],
  ['one short of two thirds', 19, 30, 2, 3, false],
  ['two thirds of 100 is 67, not 66', 66, 100, 2, 3, false],
  ['67 of 100', 67, 100, 2, 3, true],
  ['three quarters exactly', 75, 100, 3, 4, true],
  ['a third of ten is four', 3, 10, 1, 3, false],
  ['four fifths', 4, 5, 4, 5, true],
  ['99.96% is not all', 9996, 10_000, 1, 1, false],
  ['all', 10_000, 10_000, 1, 1, true],
  ['of nobody no share is reached', 0, 0, 1, 2, false],
  ['areas of a city in 0.01 m²', 6_000_000_000_000_001, 9_000_000_000_000_001, 2, 3, true],
])('at least: %s', (_because, some, all, take, of, expected) => {
  expect(atLeast(some, all, take, of)).toBe(expected)
  expect(atLeast(some, all, share(take, of))).toBe(expected)
})

test('超过 does not include the share, 以上 does', () => {
  expect(moreThan(20, 30, share(2, 3))).toBe(false)
  expect(moreThan(21, 30, share(2, 3))).toBe(true)
})

test.each([
  ['a fraction', 0.5, 2],
  ['not a number', Number.NaN, 2],
  ['below nothing', -1, 2],
  ['a fraction of the whole', 1, 2.5],
])('%s is a bug', (_because, some, all) => {
  expect(() => moreThanHalf(some, all)).toThrow(RangeError)
  expect(() => atLeast(some, all, 1, 2)).toThrow(RangeError)
  expect(() => percentText(some, all)).toThrow(RangeError)
})

test('a share is at most the whole and never of nothing', () => {
  expect(() => share(3, 2)).toThrow(RangeError)
  expect(() => share(0, 0)).toThrow(RangeError)
})

test.each([
  ['never rounded up to 100', 9996, 10_000, 1, '99.9%'],
  ['nor without decimals', 9996, 10_000, 0, '99%'],
  ['as it is with two', 9996, 10_000, 2, '99.96%'],
  ['all', 3, 3, 1, '100.0%'],
  ['a third', 1, 3, 2, '33.33%'],
  ['nothing of something', 0, 3, 1, '0.0%'],
  ['of nothing', 0, 0, 1, '—'],
] as const)('percent: %s', (_because, some, all, decimals, expected) => {
  expect(percentText(some, all, decimals)).toBe(expected)
})

test('the least count named is the least that passes', () => {
  const counts = fc.integer({ min: 1, max: 2_000_000 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), (all, take, more) => {
      const least = share(take, take + more)
      expect(atLeast(leastFor(all, least), all, least)).toBe(true)
      expect(atLeast(leastFor(all, least) - 1, all, least)).toBe(false)
      expect(moreThanHalf(leastMoreThanHalf(all), all)).toBe(true)
      expect(moreThanHalf(leastMoreThanHalf(all) - 1, all)).toBe(false)
    }),
  )
})
