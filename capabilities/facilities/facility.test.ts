import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { addUp, type CountedPlace, type FactRow, type Facts, type Values } from '#kernel/indicator'
import { resolve } from '#kernel/pack'
import { countMeters, countPlaques, countPremises, countVideoPoints, facilityFormulas } from './facility.indicator.ts'
import { facilitiesPack } from './packs.ts'
import { premisesRegister } from './premises.register.ts'
import { videoPointRegister } from './video-point.register.ts'

const today = plainDate('2026-03-02')
const value: Values = (name) => resolve<never>([facilitiesPack], name, { on: today }).value
const urban: CountedPlace = { code: '140302001001', level: 'committee', kind: 'urban' }
const village: CountedPlace = { ...urban, kind: 'rural' }
const street: CountedPlace = { code: '140302001000', level: 'street', kind: null }

const figure = (id: string, facts: Facts, place = urban) => {
  const formula = facilityFormulas[id]
  if (!formula) throw new Error(id)
  return addUp(formula, [{ facts, place, value }])
}

const hall: FactRow = { kind: 'service-premises', name: '甲', floorArea: 50_000, source: 'built', usable: 1 }
const premises = (...rows: readonly FactRow[]) => countPremises(rows, today, value)

describe('premises', () => {
  test.each([
    ['I-49: 500.00 m²', [hall], 1],
    ['I-49: 499.99 m²', [{ ...hall, floorArea: 49_999 }], 0],
    [
      'I-49: two that add up',
      [
        { ...hall, floorArea: 49_999 },
        { ...hall, kind: 'activity-room', floorArea: 1 },
      ],
      1,
    ],
    ['I-49: not usable', [{ ...hall, usable: 0 }], 0],
    ['I-49: leased to today', [{ ...hall, source: 'leased', leaseUntil: '2026-03-02' }], 1],
    ['I-49: leased to yesterday', [{ ...hall, source: 'leased', leaseUntil: '2026-03-01' }], 0],
    ['I-49: half of 1,000', [{ ...hall, source: 'shared', floorArea: 100_000, sharePercent: 50 }], 1],
    ['I-49: half of 999.99', [{ ...hall, source: 'shared', floorArea: 99_999, sharePercent: 50 }], 0],
    ['I-49: a shelter is no premises', [{ ...hall, kind: 'shelter' }], 0],
    ['I-49: nothing at all', [], 0],
  ])('%s', (_because, rows, n) => {
    expect(figure('I-49', premises(...rows))).toEqual({ n, d: 1 })
    expect(figure('I-49', premises(...rows), village)).toBeUndefined()
    expect(figure('I-49', premises(...rows), street)).toBeUndefined()
  })

  const culture = ['culture-centre', 'newspaper-board', 'fitness-path'].map((kind) => ({ ...hall, kind }))
  test.each([
    ['all three', culture, 1],
    ['no fitness path', culture.slice(0, 2), 0],
    ['a fitness path out of use', [...culture.slice(0, 2), { ...hall, kind: 'fitness-path', usable: 0 }], 0],
  ])('I-33: %s', (_because, rows, n) => {
    expect(figure('I-33', premises(...rows))).toEqual({ n, d: 1 })
    expect(figure('I-33', premises(...rows), village)).toEqual({ n, d: 1 })
  })

  test.each([
    ['to the government', { certificate: '晋1', rightHolder: 'government' }, 1, 1],
    ['to the developer', { certificate: '晋1', rightHolder: 'developer' }, 0, 1],
    ['no certificate', { rightHolder: 'government' }, 0, 1],
    ['an activity room is not asked', { kind: 'activity-room' }, 0, 0],
  ])('I-51: %s', (_because, more, n, d) => {
    expect(figure('I-51', premises({ ...hall, ...more }))).toEqual({ n, d })
  })

  test('I-47: square metres of usable shelters, inside and outside, for each person', () => {
    const shelter = { ...hall, kind: 'shelter', floorArea: 10_000, outdoorArea: 290_000 }
    const facts = { ...premises(shelter, { ...shelter, usable: 0 }, hall), 'households.population': 2000 }
    expect(figure('I-47', facts)).toEqual({ n: 300_000, d: 2000 })
    expect(figure('I-47', premises(shelter))).toEqual({ n: 300_000, d: 0 })
  })
})

test.each([
  [['resident', 'resident'], 2],
  [['resident', 'commercial'], 1],
  [[], 0],
])('I-52: meters %j', (tariffs, n) => {
  expect(figure('I-52', countMeters(tariffs.map((tariff) => ({ tariff }))))).toEqual({ n, d: tariffs.length })
})

test.each([
  ['only our own', [{ kind: 'plaque', issuerKind: 'committee' }], 0, 0],
  ['one of a department', [{ kind: 'plaque', issuerKind: 'department' }], 1, 0],
  ['one that was approved', [{ kind: 'plaque', issuerKind: 'department', approval: '阳民字〔2026〕1号' }], 0, 0],
  ['an institution', [{ kind: 'institution', issuerKind: 'other' }], 1, 1],
])('I-58: %s', (_because, rows, n, institutions) => {
  const facts = countPlaques(rows, today, value)
  expect(figure('I-58', facts)).toEqual({ n, d: 1 })
  expect(facts['plaques.outside-institutions']).toBe(institutions)
})

const point: FactRow = {
  keyPoint: 1,
  installedOn: '2019-06-01',
  shouldNetwork: 1,
  networked: 1,
  dueDays: 30,
  workingDays: 30,
  controllable: 1,
}
describe('video points', () => {
  test.each([
    ['I-42: stands', 'I-42', point, 1, 1],
    ['I-42: planned only', 'I-42', { keyPoint: 1, shouldNetwork: 0 }, 0, 1],
    ['I-42: from today on', 'I-42', { ...point, installedOn: '2026-03-02' }, 1, 1],
    ['I-42: from tomorrow on', 'I-42', { ...point, installedOn: '2026-03-03' }, 0, 1],
    ['I-42: no key point', 'I-42', { ...point, keyPoint: 0 }, 0, 0],
    ['I-43: networked', 'I-43', point, 1, 1],
    ['I-43: not networked', 'I-43', { ...point, networked: 0 }, 0, 1],
    ['I-43: need not be', 'I-43', { ...point, shouldNetwork: 0 }, 0, 0],
    ['I-44: every day', 'I-44', point, 30, 30],
    ['I-44: one day off', 'I-44', { ...point, workingDays: 29 }, 29, 30],
    ['I-44: nobody answers for it', 'I-44', { ...point, controllable: 0 }, 0, 30],
    ['I-44: no days yet', 'I-44', { keyPoint: 1, shouldNetwork: 1 }, 0, 0],
  ] as const)('%s', (_because, id, row, n, d) => {
    expect(figure(id, countVideoPoints([row], today))).toEqual({ n, d })
  })
  test.each([
    ['a street', { surroundings: 'street' }, undefined],
    ['a changing room', { surroundings: 'changing-room' }, 'surroundings'],
    ['networked before it stands', { installedOn: undefined }, 'networked'],
    ['more days than there are', { workingDays: 31 }, 'workingDays'],
    ['controllable by nobody', { owner: undefined }, 'controllable'],
  ])('a row: %s', (_because, more, column) => {
    const row = { ...point, surroundings: 'street', owner: '公安分局', filing: '备1', ...more } as FactRow
    expect(videoPointRegister.definition.check?.(row)?.column).toBe(column)
  })
})

test.each([
  ['built', hall, undefined],
  ['leased without an end', { ...hall, source: 'leased' }, 'leaseUntil'],
  ['shared without a share', { ...hall, source: 'shared' }, 'sharePercent'],
  ['a share of one that is not shared', { ...hall, sharePercent: 50 }, 'sharePercent'],
  ['handed over without a document', { ...hall, source: 'handed-over' }, 'handoverDocument'],
  ['a certificate of nobody', { ...hall, certificate: '晋1' }, 'rightHolder'],
] as const)('a row of premises: %s', (_because, row, column) => {
  expect(premisesRegister.definition.check?.(row)?.column).toBe(column)
})
