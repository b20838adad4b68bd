import { describe, expect, test } from 'vitest'
import type { FigureShape, PartShape } from '#kernel/indicator-store/contract.ts'
import { text } from '#kernel/text'
import {
  addressOf,
  amount,
  figureWords,
  gapWords,
  grainsOf,
  highestOf,
  inOrder,
  levelOf,
  lookOf,
  pathTo,
  shortName,
} from './reading.ts'

const figure = (n: number, d: number, state: FigureShape['state'], gap = 0): FigureShape => ({
  n,
  d,
  state,
  gap,
  text: `${n}/${d}`,
  way: 'counted',
})

test.each([
  ['the city', '', {}],
  ['a place', '140302001001', { place: '140302001001' }],
  ['a figure of the city', 'I-14', { indicator: 'I-14' }],
  ['a figure of a place', 'I-14/140302001001', { indicator: 'I-14', place: '140302001001' }],
  ['a code too short', '14030200100', undefined],
  ['the other way round', '140302001001/I-14', undefined],
] as const)('addresses: %s', (_because, rest, address) => {
  expect(addressOf(rest)).toEqual(
    address === undefined ? undefined : { indicator: undefined, place: undefined, ...address },
  )
  if (address) expect(pathTo(address)).toBe(`/city${rest ? `/${rest}` : ''}`)
})

test.each([
  ['short on its last day is not late yet', 'short', '2020-12-31', '2020-12-31', 'short'],
  ['short on the day after is', 'short', '2020-12-31', '2021-01-01', 'late'],
  ['short without a day is never late', 'short', null, '2026-03-02', 'short'],
  ['reached late is reached', 'met', '2020-12-31', '2026-03-02', 'met'],
  ['not applicable is not no data', 'n/a', '2020-12-31', '2026-03-02', 'na'],
  ['no data is not late', 'no-data', '2020-12-31', '2026-03-02', 'none'],
] as const)('state: %s', (_because, state, by, day, look) => {
  expect(lookOf({ state }, { by }, day)).toBe(look)
})

describe('how full a tile is', () => {
  const ten = { n: 10, d: 1 }
  test.each([
    ['nothing', figure(0, 10, 'short'), 'all', ten, 0],
    ['more than nothing', figure(1, 1000, 'short'), 'all', ten, 1],
    ['just under half', figure(499, 1000, 'short'), 'all', ten, 1],
    ['half', figure(500, 1000, 'short'), 'all', ten, 2],
    ['just under three quarters', figure(749, 1000, 'short'), 'all', ten, 2],
    ['three quarters', figure(750, 1000, 'short'), 'all', ten, 3],
    ['99.96 % is not full', figure(9996, 10_000, 'short'), 'all', ten, 3],
    ['reached', figure(1, 1, 'met'), 'all', ten, 4],
    ['none of them, as it should be', figure(0, 12, 'met'), 'none', ten, 4],
    ['as many as the worst is not reached', figure(10, 1, 'short'), 'none', ten, 3],
    ['a direction, the highest', figure(10, 1, 'trend'), 'trend', ten, 4],
    ['a direction, half of the highest', figure(5, 1, 'trend'), 'trend', ten, 2],
    ['not applicable', figure(0, 0, 'n/a'), 'all', ten, 0],
  ] as const)('%s', (_because, given, goal, highest, level) => {
    expect(levelOf(given, goal, highest)).toBe(level)
  })
  test('the highest is found as a fraction', () => {
    expect(highestOf([figure(1, 3, 'trend'), figure(2, 5, 'trend'), figure(3, 10, 'trend')])).toEqual({ n: 2, d: 5 })
  })
})

test('what is no number says which of the two it is, and a gap says which way', () => {
  expect(figureWords({ state: 'n/a', text: 'n/a' }).zh).toBe('不适用')
  expect(figureWords({ state: 'no-data', text: '' }).zh).toBe('暂无数据')
  expect(gapWords({ state: 'short', gap: 1412 }, 'all')?.zh).toBe('还差 1,412')
  expect(gapWords({ state: 'short', gap: 3 }, 'none')?.en).toBe('3 too many')
  expect(gapWords({ state: 'met', gap: 0 }, 'all')).toBeUndefined()
  expect(amount('square-metres', 61_505)).toBe('615.05')
  expect(shortName(text('兴隆街社区居委会', 'Xinglongjie Community')).zh).toBe('兴隆街社区')
  expect(shortName(text('庙堰村委会', 'Miaoyan Village'))).toEqual(text('庙堰村', 'Miaoyan'))
})

const part = (code: string, level: PartShape['level'], given: FigureShape): PartShape => ({
  code,
  name: text(code, code),
  level,
  kind: null,
  parent: null,
  figure: given,
})

test('places without a number stand last, whichever way the table is turned', () => {
  const parts = [
    part('1', 'street', figure(0, 0, 'n/a')),
    part('2', 'street', figure(1, 3, 'short', 2)),
    part('3', 'street', figure(2, 5, 'short', 3)),
  ]
  const codes = (by: 'code' | 'figure' | 'gap', down: boolean) => inOrder(parts, by, down, 'zh').map((one) => one.code)
  expect(codes('code', false)).toEqual(['1', '2', '3'])
  expect(codes('figure', false)).toEqual(['2', '3', '1'])
  expect(codes('figure', true)).toEqual(['3', '2', '1'])
  expect(codes('gap', true)).toEqual(['3', '2', '1'])
})

test('rows are read at the lowest level that has a figure of its own', () => {
  const county = part('a', 'county', figure(1, 1, 'met'))
  const street = part('b', 'street', figure(0, 0, 'n/a'))
  const committee = part('c', 'committee', figure(0, 0, 'n/a'))
  expect(grainsOf([county, street, committee])).toEqual({ grains: ['county', 'street', 'committee'], lowest: 'county' })
  expect(grainsOf([street, { ...committee, figure: figure(0, 1, 'short', 1) }]).lowest).toBe('committee')
  expect(grainsOf([]).lowest).toBeUndefined()
})
