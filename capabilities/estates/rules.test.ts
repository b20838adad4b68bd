import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import {
  assemblyAgreed,
  assemblyHeard,
  codeFits,
  dutyOf,
  fitsDuty,
  halfMovedIn,
  isCovered,
  isFulfilled,
  mayOperate,
  perHouseholds,
  sizeGrade,
  withinLegal,
} from './rules.ts'

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

test.each([
  ['a residents’ committee needs none', 'residents', null, undefined],
  ['a village without', 'villagers', null, 'assembly-decision-missing'],
  ['a village with', 'villagers', { heldOn: '2026-03-10', eligible: 3, present: 2, inFavour: 2 }, undefined],
] as const)('the assembly’s decision: %s', (_because, form, assembly, code) => {
  expect(assemblyHeard({ form, assembly })).toMatchObject(code ? { ok: false, code } : { ok: true })
})

test.each([
  ['half of those entitled are not enough', 830, 415, 415, 'assembly-without-quorum'],
  ['one more is', 830, 416, 416, undefined],
  ['half of those present are not enough', 830, 416, 208, 'assembly-did-not-agree'],
  ['one more is', 830, 416, 209, undefined],
  ['more in favour than present', 830, 416, 417, 'assembly-numbers-not-good'],
  ['more present than entitled', 830, 831, 831, 'assembly-numbers-not-good'],
] as const)('the assembly: %s', (_because, eligible, present, inFavour, code) => {
  expect(assemblyAgreed({ heldOn: '2026-03-10', eligible, present, inFavour })).toMatchObject(
    code ? { ok: false, code } : { ok: true },
  )
})

test.each([
  ['residents, the last', '140302001199', 'residents', true],
  ['residents, one too far', '140302001200', 'residents', false],
  ['villagers, the first', '140302001200', 'villagers', true],
  ['villagers, the last', '140302001399', 'villagers', true],
  ['villagers, one too far', '140302001400', 'villagers', false],
  ['none', '140302001000', 'residents', false],
  ['another street', '140302002001', 'residents', false],
  ['eleven digits', '14030200119', 'residents', false],
] as const)('a division code: %s', (_because, code, form, good) => {
  expect(codeFits(code, form, '140302001000').ok).toBe(good)
})

test.each([
  ['nobody', null, null, false],
  ['elected', { heldOn: '2026-03-10', account: '当选五人' }, null, true],
  ['a preparatory group', null, { document: '阳上站〔2026〕9号', on: plainDate('2026-03-10') }, true],
] as const)('set to work with %s', (_because, election, preparatoryGroup, may) => {
  expect(mayOperate({ election, preparatoryGroup }).ok).toBe(may)
})

test.each([
  ['a group where a committee is due', 'E1', 'group', '阳上站〔2026〕3号', 'committee-is-due'],
  ['a committee', 'E1', 'committee', '阳上站〔2026〕3号', undefined],
  ['a group while one is prepared', 'E2', 'group', '阳上站〔2026〕3号', undefined],
  ['a number with square brackets', 'E3', 'group', '阳上站[2026]3号', 'document-number-not-good'],
] as const)('a proposal: %s', (_because, duty, coverage, document, code) => {
  expect(fitsDuty(duty, { coverage, document }, { dwellings: 1500, movedIn: 750, adjacent: true })).toMatchObject(
    code ? { ok: false, code } : { ok: true },
  )
})
