import { describe, expect, test } from 'vitest'
import { countAll, figureOf, OVERALL, type TreePlace } from './figures.ts'
import { byHand, type Facts, type Formula, type Indicator, type Target } from './index.ts'

const place = (
  code: string,
  level: TreePlace['level'],
  parent: string | null,
  kind: TreePlace['kind'] = null,
): TreePlace => ({
  code,
  level,
  parent,
  kind,
})
const CITY = place('140300000000', 'city', null)
const COUNTY = place('140302000000', 'county', CITY.code)
const OTHER = place('140303000000', 'county', CITY.code)
const STREET = place('140302001000', 'street', COUNTY.code)
const ONE = place('140302001001', 'committee', STREET.code, 'urban')
const TWO = place('140302001002', 'committee', STREET.code, 'urban')
const PLACES = [CITY, COUNTY, OTHER, STREET, ONE, TWO]

const indicator = (id: string, target: Target, more: Partial<Indicator> = {}): Indicator => ({
  id,
  name: { zh: id, en: id },
  unit: 'percent',
  target,
  stated: true,
  by: null,
  level: 'M',
  section: 'P3.1.3',
  tasks: ['T03'],
  formula: { zh: '', en: '' },
  ...more,
})
const hasRoom: Formula = {
  needs: ['rooms'],
  count: (facts, { kind }, value) =>
    kind === 'urban' ? { n: (facts['rooms.area'] ?? 0) >= value<number>('floor') ? 1 : 0, d: 1 } : undefined,
}
const all = { kind: 'all' } as const

function count(
  indicators: readonly Indicator[],
  facts: Readonly<Record<string, Facts>>,
  formulas: Record<string, Formula> = {},
) {
  return countAll({
    indicators,
    formulas,
    places: PLACES,
    factsOf: (code) => facts[code] ?? {},
    held: new Set(Object.values(facts).flatMap((one) => Object.keys(one).map((name) => name.split('.')[0] ?? ''))),
    valuesAt: () => () => 500 as never,
  })
}

describe('up the tree', () => {
  const I = indicator('I-49', all)
  const counts = count(
    [I],
    { [ONE.code]: { 'rooms.area': 500 }, [TWO.code]: { 'rooms.area': 499 } },
    { 'I-49': hasRoom },
  )
  test.each([
    ['the room that is large enough', ONE, 1, 1, 'met', 0],
    ['the one that is one short', TWO, 0, 1, 'short', 1],
    ['their street', STREET, 1, 2, 'short', 1],
    ['their county', COUNTY, 1, 2, 'short', 1],
    ['the city', CITY, 1, 2, 'short', 1],
    ['a county without communities is not concerned', OTHER, 0, 0, 'n/a', 0],
  ] as const)('%s', (_because, of, n, d, state, gap) => {
    expect(figureOf(I, of, counts)).toEqual({ n, d, state, gap })
  })
})

test('a source that holds nothing anywhere gives no figure, and lights up with its first row', () => {
  const I = indicator('I-49', all)
  expect(figureOf(I, CITY, count([I], {}, { 'I-49': hasRoom }))).toMatchObject({ state: 'no-data' })
  expect(figureOf(I, CITY, count([I], { [ONE.code]: { 'rooms.area': 1 } }, { 'I-49': hasRoom }))).toMatchObject({
    state: 'short',
    n: 0,
    d: 2,
  })
})

describe('given by hand', () => {
  const yes = indicator('I-69', { kind: 'yes' }, { level: 'K', unit: 'yes-no' })
  const share = indicator('I-90', { kind: 'trend', up: true }, { level: 'S' })
  const facts = {
    [COUNTY.code]: { [byHand('I-69').n]: 1, [byHand('I-69').d]: 1 },
    [STREET.code]: { [byHand('I-90').n]: 30, [byHand('I-90').d]: 40 },
  }
  const counts = count([yes, share], facts)
  test('the county that said nothing counts as not having it', () => {
    expect(figureOf(yes, CITY, counts)).toMatchObject({ n: 1, d: 2, state: 'short', gap: 1 })
    expect(figureOf(yes, COUNTY, counts)).toMatchObject({ n: 1, d: 1, state: 'met' })
    expect(counts.way['I-69']).toBe('by-hand')
  })
  test('a share is of those who said something', () => {
    expect(figureOf(share, CITY, counts)).toMatchObject({ n: 30, d: 40, state: 'trend' })
  })
  test('what registers count is not overruled by hand', () => {
    const I = indicator('I-49', all)
    const both = { [ONE.code]: { 'rooms.area': 600, [byHand('I-49').n]: 0, [byHand('I-49').d]: 1 } }
    const counted = count([I], both, { 'I-49': hasRoom })
    expect(counted.way['I-49']).toBe('counted')
    expect(figureOf(I, ONE, counted)).toMatchObject({ n: 1, d: 1 })
  })
})

test('a number that the city owes has no target below the city', () => {
  const people = indicator('I-16', { kind: 'at-least', count: 6000 }, { unit: 'persons', level: 'C' })
  const formula: Formula = { needs: ['people'], count: (facts) => ({ n: facts['people.all'] ?? 0, d: 0 }) }
  const counts = count([people], { [ONE.code]: { 'people.all': 7 } }, { 'I-16': formula })
  expect(figureOf(people, CITY, counts)).toMatchObject({ n: 7, state: 'short', gap: 5993 })
  expect(figureOf(people, COUNTY, counts)).toMatchObject({ n: 7, state: 'trend', gap: 0 })
})

test('the overall goal counts the dated ones that are reached', () => {
  const dated = indicator('I-49', all, { by: '2020-12-31' })
  const undated = indicator('I-51', all)
  const goal = indicator(OVERALL, all, { by: '2020-12-31', level: 'C' })
  const formulas = { 'I-49': hasRoom, 'I-51': hasRoom }
  const short = count([dated, undated, goal], { [ONE.code]: { 'rooms.area': 500 } }, formulas)
  expect(figureOf(goal, CITY, short)).toMatchObject({ n: 0, d: 1, state: 'short' })
  const full = { [ONE.code]: { 'rooms.area': 500 }, [TWO.code]: { 'rooms.area': 500 } }
  expect(figureOf(goal, CITY, count([dated, undated, goal], full, formulas))).toMatchObject({
    n: 1,
    d: 1,
    state: 'met',
  })
})
