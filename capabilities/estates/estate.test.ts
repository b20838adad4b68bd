import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { addUp, type CountedPlace, type FactRow, type Facts, type Values } from '#kernel/indicator'
import { resolve } from '#kernel/pack'
import { countEstates, estateFormulas } from './estate.indicator.ts'
import { estateRegister } from './estate.register.ts'
import { estatesPack } from './packs.ts'

const today = plainDate('2026-03-02')
const value: Values = (name) => resolve<never>([estatesPack], name, { on: today }).value
const urban: CountedPlace = { code: '140302001001', level: 'committee', kind: 'urban' }
const village: CountedPlace = { ...urban, code: '140302100201', kind: 'rural' }
const street: CountedPlace = { code: '140302001000', level: 'street', kind: null }

const estate: FactRow = {
  name: '甲小区',
  dwellings: 1500,
  movedIn: 750,
  quarter: 'new',
  coverage: 'committee',
  adjacent: 1,
  propertyCompany: 1,
}
const figure = (id: string, places: readonly { facts: Facts; place: CountedPlace }[]) => {
  const formula = estateFormulas[id]
  if (!formula) throw new Error(id)
  return addUp(
    formula,
    places.map((one) => ({ ...one, value })),
  )
}
const of = (id: string, rows: readonly FactRow[], place = urban) =>
  figure(id, [{ facts: countEstates(rows, today, value), place }])

describe('the size of communities', () => {
  test.each([
    ['I-01', 1999, { n: 0, d: 1 }],
    ['I-01', 2000, { n: 1, d: 1 }],
    ['I-01', 5000, { n: 1, d: 1 }],
    ['I-01', 5001, { n: 0, d: 1 }],
    ['I-02', 1499, { n: 0, d: 1 }],
    ['I-02', 1500, { n: 1, d: 1 }],
    ['I-02', 5001, { n: 1, d: 1 }],
  ] as const)('%s of %i households', (id, households, counted) => {
    expect(figure(id, [{ facts: { 'households.living': households }, place: urban }])).toEqual(counted)
  })
  test.each(['I-01', 'I-02'])('%s is about urban communities alone; one with no household is in it', (id) => {
    const facts = { 'households.living': 3000 }
    expect(
      figure(id, [
        { facts, place: village },
        { facts, place: street },
      ]),
    ).toBeUndefined()
    expect(figure(id, [{ facts: {}, place: urban }])).toEqual({ n: 0, d: 1 })
  })
})

describe('estates', () => {
  test.each([
    ['I-03: at scale, half moved in, its committee', 'I-03', estate, 1, 1],
    ['I-03: at scale, half moved in, a group is not enough', 'I-03', { ...estate, coverage: 'group' }, 0, 1],
    ['I-03: one dwelling short of scale is not in it', 'I-03', { ...estate, dwellings: 1499 }, 0, 0],
    ['I-03: one family short of half is not in it', 'I-03', { ...estate, movedIn: 749 }, 0, 0],
    ['I-04: 450.00 m² for 1,500', 'I-04', { ...estate, handoverArea: 45_000 }, 1, 1],
    ['I-04: 449.99 m²', 'I-04', { ...estate, handoverArea: 44_999 }, 0, 1],
    ['I-04: at acceptance, not handed over yet', 'I-04', { ...estate, acceptedArea: 45_000 }, 1, 1],
    [
      'I-04: what was handed over counts, not what was accepted',
      'I-04',
      { ...estate, acceptedArea: 45_000, handoverArea: 1 },
      0,
      1,
    ],
    ['I-04: the plan alone is no check', 'I-04', { ...estate, planArea: 45_000 }, 0, 0],
    ['I-04: an old quarter is not in it', 'I-04', { ...estate, quarter: 'old', handoverArea: 45_000 }, 0, 0],
    ['I-05: with a committee it is not in it', 'I-05', estate, 0, 0],
    ['I-05: a group', 'I-05', { ...estate, coverage: 'group' }, 1, 1],
    ['I-05: entrusted', 'I-05', { ...estate, coverage: 'entrusted' }, 1, 1],
    ['I-05: nobody', 'I-05', { ...estate, coverage: 'none' }, 0, 1],
    ['I-06: a relocation area with its committee', 'I-06', { ...estate, special: 'relocation' }, 1, 1],
    ['I-06: a mining site without', 'I-06', { ...estate, special: 'industrial-mining', coverage: 'group' }, 0, 1],
    ['I-06: an ordinary estate', 'I-06', estate, 0, 0],
    [
      'I-45: an old compound that runs itself',
      'I-45',
      { ...estate, quarter: 'old', propertyCompany: 0, management: 'self' },
      1,
      1,
    ],
    ['I-45: an old compound nobody runs', 'I-45', { ...estate, quarter: 'old', propertyCompany: 0 }, 0, 1],
    ['I-45: an old compound with a property company', 'I-45', { ...estate, quarter: 'old' }, 0, 0],
    ['I-45: a new quarter', 'I-45', { ...estate, propertyCompany: 0 }, 0, 0],
    ['I-50: 450.00 m² in the plan', 'I-50', { ...estate, planArea: 45_000 }, 1, 1],
    ['I-50: 449.99 m² in the plan', 'I-50', { ...estate, planArea: 44_999 }, 0, 1],
    ['I-50: nothing in the plan', 'I-50', { ...estate, quarter: 'renewal' }, 0, 1],
    ['I-50: an old quarter is no project', 'I-50', { ...estate, quarter: 'old' }, 0, 0],
  ] as const)('%s', (_because, id, row, n, d) => {
    expect(of(id, [row])).toEqual({ n, d })
  })
  test('where there are no estates there is nothing to share', () => {
    expect(figure('I-05', [{ facts: {}, place: urban }])).toEqual({ n: 0, d: 0 })
    expect(of('I-05', [{ ...estate, coverage: 'group' }], street)).toBeUndefined()
  })
  test('nobody in charge and undone duties are counted apart: a group at scale is covered, its duty is not done', () => {
    const facts = countEstates([{ ...estate, coverage: 'group' }, estate], today, value)
    expect(facts).toMatchObject({ 'estates.uncovered': 0, 'estates.unfulfilled': 1, 'estates.count': 2 })
  })
  test.each([
    ['looked at a year ago', { coverage: 'entrusted', reviewedOn: '2025-03-02' }, 0],
    ['looked at a year and a day ago', { coverage: 'entrusted', reviewedOn: '2025-03-01' }, 1],
    ['never since it began', { coverage: 'entrusted', coveredSince: '2024-01-01' }, 1],
    ['a committee needs no review', { coverage: 'committee', coveredSince: '2020-01-01' }, 0],
  ] as const)('an entrustment is reviewed each year: %s', (_because, row, due) => {
    expect(countEstates([{ ...estate, ...row }], today, value)['estates.review-due']).toBe(due)
  })
  test.each([
    ['I-04', { ...estate, acceptedArea: 1 }, estate],
    ['I-05', { ...estate, coverage: 'none' }, estate],
    ['I-06', { ...estate, special: 'relocation' }, estate],
    ['I-45', { ...estate, quarter: 'old', propertyCompany: 0 }, estate],
    ['I-50', estate, { ...estate, quarter: 'old' }],
  ] as const)('the rows behind %s are those it counts', (id, inside, outside) => {
    const behind = estateFormulas[id]?.behind?.estates
    expect([behind?.(inside), behind?.(outside)]).toEqual([true, false])
  })
})

test.each([
  ['good', {}, undefined],
  ['more moved in than there are', { movedIn: 1501 }, 'movedIn'],
  ['as many as there are', { movedIn: 1500 }, undefined],
  ['entrusted to nobody', { coverage: 'entrusted', coveredSince: '2020-01-01', entrustedScope: '全部' }, 'entrustedTo'],
  ['entrusted without scope', { coverage: 'entrusted', entrustedTo: '140302001002' }, 'entrustedScope'],
  [
    'entrusted without a first day',
    { coverage: 'entrusted', entrustedTo: '140302001002', entrustedScope: '全部' },
    'coveredSince',
  ],
  [
    'entrusted',
    { coverage: 'entrusted', entrustedTo: '140302001002', entrustedScope: '全部', coveredSince: '2020-01-01' },
    undefined,
  ],
  ['a group without a first day', { coverage: 'group' }, 'coveredSince'],
  ['managed by itself and by a company', { management: 'self' }, 'management'],
  ['an area without its day', { planArea: 1 }, 'planOn'],
  ['a day without its area', { handoverOn: '2020-01-01' }, 'handoverOn'],
] as const)('a row of the register: %s', (_because, more, column) => {
  expect(estateRegister.definition.check?.({ ...estate, ...more })?.column).toBe(column)
})
