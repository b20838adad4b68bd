import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, figureText, type Formula, judge, moved } from './index.ts'

const all = { target: { kind: 'all' }, unit: 'percent' } as const
const thousand = { target: { kind: 'at-least', count: 6000 }, unit: 'persons' } as const
const none = { target: { kind: 'none' }, unit: 'count' } as const
const trend = { target: { kind: 'trend', up: true }, unit: 'percent' } as const

describe('a figure against its target', () => {
  test.each([
    ['all of them', all, { n: 157, d: 157 }, 'met', 0, '100 %'],
    ['99.96 % is not 100 %', all, { n: 9996, d: 10_000 }, 'short', 4, '99.96 %'],
    ['99.999 % is shown cut, never rounded up', all, { n: 99_999, d: 100_000 }, 'short', 1, '99.99 %'],
    ['an empty denominator is not 100 %', all, { n: 0, d: 0 }, 'n/a', 0, 'n/a'],
    ['nobody concerned', all, undefined, 'n/a', 0, 'n/a'],
    ['one short of six thousand', thousand, { n: 5999, d: 0 }, 'short', 1, '5999'],
    ['six thousand', thousand, { n: 6000, d: 0 }, 'met', 0, '6000'],
    ['none at all', none, { n: 0, d: 12 }, 'met', 0, '0'],
    ['one is one too many', none, { n: 1, d: 12 }, 'short', 1, '1'],
    ['a direction has no gap', trend, { n: 1, d: 3 }, 'trend', 0, '33.33 %'],
  ] as const)('%s', (_because, indicator, counted, state, gap, shown) => {
    const figure = judge(indicator, counted)
    expect(figure).toMatchObject({ state, gap })
    expect(figureText(indicator.unit, figure)).toBe(shown)
  })
})

test.each([
  ['permille', { n: 3, d: 2000 }, '1.5 ‰'],
  ['square-metres', { n: 61_500, d: 100 }, '6.15 m²'],
  ['ratio', { n: 2, d: 3 }, '0.66'],
  ['yes-no', { n: 4, d: 5 }, '4/5'],
  ['percent', { n: -1, d: 8 }, '-12.5 %'],
  ['percent', { n: -1, d: 200 }, '-0.5 %'],
] as const)('%s', (unit, counted, shown) => {
  expect(figureText(unit, { ...counted, state: 'trend' })).toBe(shown)
})

const formula: Formula = {
  needs: [],
  count: ({ has }, { kind }) => (kind === 'urban' ? { n: has ? 1 : 0, d: 1 } : undefined),
}
const urban = { code: '140302001001', level: 'committee', kind: 'urban' } as const
const value = <Value>(name: string): Value => {
  throw new Error(name)
}

test('places that are not concerned add nothing, and nothing at all is not zero of zero', () => {
  const village = { facts: { has: 1 }, place: { ...urban, kind: 'rural' } as const, value }
  expect(addUp(formula, [village])).toBeUndefined()
  expect(
    addUp(formula, [village, { facts: { has: 1 }, place: urban, value }, { facts: {}, place: urban, value }]),
  ).toEqual({
    n: 1,
    d: 2,
  })
})

test('adding up the parts is adding up the whole, and the state never lies about the fraction', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), fc.nat(59), (has, at) => {
      const rows = has.map((one) => ({ facts: { has: one ? 1 : 0 }, place: urban, value }))
      const [left, right] = [addUp(formula, rows.slice(0, at)), addUp(formula, rows.slice(at))]
      const whole = addUp(formula, rows)
      expect((left?.n ?? 0) + (right?.n ?? 0)).toBe(whole?.n)
      expect((left?.d ?? 0) + (right?.d ?? 0)).toBe(whole?.d)
      expect(judge(all, whole).state === 'met').toBe(has.every(Boolean))
    }),
  )
})

test.each([
  ['a larger share is better', { kind: 'trend', up: true }, { n: 1, d: 3 }, { n: 2, d: 5 }, 'better'],
  ['fewer plaques are better', { kind: 'none' }, { n: 3, d: 1 }, { n: 2, d: 1 }, 'better'],
  ['the same share of more', { kind: 'trend', up: true }, { n: 1, d: 3 }, { n: 2, d: 6 }, 'same'],
  ['less', { kind: 'all' }, { n: 2, d: 5 }, { n: 1, d: 3 }, 'worse'],
  ['nothing before', { kind: 'all' }, undefined, { n: 1, d: 3 }, undefined],
] as const)('%s', (_because, target, before, now, way) => {
  expect(moved(target, before, now)).toBe(way)
})
