import { describe, expect, test } from 'vitest'
import { dutyOf, halfMovedIn, isCovered, isFulfilled, perHouseholds, sizeGrade, withinLegal } from './rules.ts'

const SIZE = { floor: 1500, advisableFrom: 2000, advisableTo: 5000 }

test.each([
  ['nobody', 0, 'below-floor'],
  ['S1 one below the floor', 1499, 'below-floor'],
  ['S2 the floor itself is allowed', 1500, 'below-advisable'],
  ['S2 one below advisable', 1999, 'below-advisable'],
  ['S3 two thousand', 2000, 'advisable'],
  ['S3 five thousand', 5000, 'advisable'],
  ['S4 one above', 5001, 'above-advisable'],
] as const)('%s', (_because, households, grade) => {
  expect(sizeGrade(households, SIZE)).toBe(grade)
})

test.each([
  ['the law of 2018, 99', 99, { from: 100, to: 700 }, false],
  ['the law of 2018, 100', 100, { from: 100, to: 700 }, true],
  ['the law of 2018, 700', 700, { from: 100, to: 700 }, true],
  ['the law of 2018, 701', 701, { from: 100, to: 700 }, false],
  ['the law of 2026, 999', 999, { from: 1000, to: 3000 }, false],
  ['the law of 2026, 1,000', 1000, { from: 1000, to: 3000 }, true],
  ['the law of 2026, 3,000', 3000, { from: 1000, to: 3000 }, true],
  ['the law of 2026, 3,001', 3001, { from: 1000, to: 3000 }, false],
] as const)('%s', (_because, households, range, within) => {
  expect(withinLegal(households, range)).toBe(within)
})

test.each([
  [1500, 749, false],
  [1500, 750, true],
  [1501, 750, false],
  [1501, 751, true],
  [0, 0, false],
])('of %i dwellings %i moved in', (dwellings, movedIn, half) => {
  expect(halfMovedIn({ dwellings, movedIn })).toBe(half)
})

describe('what an estate calls for', () => {
  test.each([
    ['E1 at scale, half moved in', 1500, 750, true, 'E1'],
    ['E1 no neighbour needed', 1500, 750, false, 'E1'],
    ['E2 one family short of half', 1500, 749, true, 'E2'],
    ['E3 one dwelling short of scale', 1499, 1499, true, 'E3'],
    ['E4 small and no neighbour', 1499, 0, false, 'E4'],
    ['E4 large, not half, no neighbour', 1500, 749, false, 'E4'],
  ] as const)('%s', (_because, dwellings, movedIn, adjacent, duty) => {
    expect(dutyOf({ dwellings, movedIn, adjacent }, 1500)).toMatchObject({ ok: true, value: duty })
  })
  test('the scale is a dated value: with another one the same estate is another row of the table', () => {
    expect(dutyOf({ dwellings: 1000, movedIn: 500, adjacent: true }, 1000)).toMatchObject({ value: 'E1' })
    expect(dutyOf({ dwellings: 1000, movedIn: 500, adjacent: true }, 1001)).toMatchObject({ value: 'E3' })
  })
  test.each([
    ['no dwellings', 0, 0, 'estate-without-dwellings'],
    ['more families than dwellings', 10, 11, 'more-moved-in-than-dwellings'],
  ] as const)('%s is refused', (_because, dwellings, movedIn, code) => {
    expect(dutyOf({ dwellings, movedIn, adjacent: true }, 1500)).toMatchObject({ ok: false, code })
  })
})

test.each([
  ['E1', 'committee', true, true],
  ['E1', 'group', true, false],
  ['E1', 'entrusted', true, false],
  ['E1', 'none', false, false],
  ['E2', 'committee', true, true],
  ['E2', 'entrusted', true, false],
  ['E2', 'none', false, false],
  ['E3', 'group', true, true],
  ['E3', 'entrusted', true, true],
  ['E3', 'none', false, false],
  ['E4', 'group', true, true],
  ['E4', 'none', false, false],
] as const)('%s with %s: covered %s, fulfilled %s', (duty, coverage, covered, fulfilled) => {
  expect(isCovered(coverage)).toBe(covered)
  expect(isFulfilled(duty, coverage)).toBe(fulfilled)
})

test.each([
  ['H=1500, 449.99', 1500, 44_999, false],
  ['H=1500, 450.00', 1500, 45_000, true],
  ['H=2000, 599.99', 2000, 59_999, false],
  ['H=2000, 600.00', 2000, 60_000, true],
  ['H=2050, 614.99: no rounding to full hundreds', 2050, 61_499, false],
  ['H=2050, 615.00', 2050, 61_500, true],
  ['H=1, 0.29', 1, 29, false],
  ['H=1, 0.30', 1, 30, true],
])('%s', (_because, households, area, met) => {
  expect(perHouseholds(area, households, 3000)).toBe(met)
})
