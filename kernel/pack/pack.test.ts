/** Dated values: by day, by place, set at run time. */
import { expect, test } from 'vitest'
import { calendarDays, plainDate, type Term, workingDays } from '#kernel/calendar'
import {
  definePack,
  historyOf,
  mergeOverrides,
  MisdatedPackValueError,
  namesOf,
  type OverrideRow,
  PackValueNotInForceError,
  resolve,
  UnknownPackValueError,
} from '#kernel/pack'

const national2018 = definePack('cn-2018', {
  'roll.objection': {
    value: calendarDays(5),
    basis: 'VCOL-2018 art 14',
    from: '2018-12-29',
    to: '2025-12-31',
    verified: true,
  },
  'committee.years': { value: 5, basis: 'VCOL-2018 art 11', from: '2018-12-29', verified: true },
})
const national2026 = definePack('cn-2026', {
  'roll.objection': { value: calendarDays(7), basis: 'VCOL-2026', from: '2026-01-01', verified: false },
})
const services = definePack('services', {
  'allowance.decision': [
    { value: workingDays(20), basis: 'ALL art 42', from: '2019-04-23', verified: true },
    { value: workingDays(15), basis: 'practice', from: '2026-07-01', verified: true, note: 'promised' },
  ],
})
const province = definePack(
  'sx-local',
  { 'committee.years': { value: 4, basis: 'practice', from: '2020-01-01', verified: false } },
  { place: '14' },
)
const district = definePack(
  'district',
  { 'committee.years': { value: 3, basis: 'practice', from: '2019-01-01', verified: false } },
  { place: '140302' },
)
const packs = [national2018, national2026, services, province, district]

test.each([
  // because                                             name                  on            days  pack
  ['a legal period before the change', 'roll.objection', '2025-12-31', 5, 'cn-2018'],
  ['the legal period from the day of the change', 'roll.objection', '2026-01-01', 7, 'cn-2026'],
  ['the promised time before the change', 'allowance.decision', '2026-06-30', 20, 'services'],
  ['the promised time from the day of the change', 'allowance.decision', '2026-07-01', 15, 'services'],
])('%s', (_because, name, on, days, pack) => {
  const resolved = resolve<Term>(packs, name, { on: plainDate(on) })
  expect(resolved.value.days).toBe(days)
  expect(resolved.pack).toBe(pack)
})

test('a resolved value brings its basis, dates and whether it was verified', () => {
  expect(resolve(packs, 'roll.objection', { on: plainDate('2025-06-01') })).toEqual({
    value: { days: 5, unit: 'days' },
    basis: 'VCOL-2018 art 14',
    pack: 'cn-2018',
    place: '',
    from: '2018-12-29',
    to: '2025-12-31',
    verified: true,
  })
})

test.each([
  // because                                   place           on            value
  ['no place asked: the country', undefined, '2026-01-01', 5],
  ['another province', '110101001001', '2026-01-01', 5],
  ['the province', '140303001001', '2026-01-01', 4],
  ['before the province had a rule', '140303001001', '2019-12-31', 5],
  ['the district, though its rule is older', '140302001001', '2026-01-01', 3],
  ['the city is not in the district', '140300', '2026-01-01', 4],
] as const)('place: %s', (_because, place, on, value) => {
  expect(
    resolve<number>(
      packs,
      'committee.years',
      place === undefined ? { on: plainDate(on) } : { on: plainDate(on), place },
    ).value,
  ).toBe(value)
})

const row: OverrideRow = {
  name: 'allowance.decision',
  value: workingDays(10),
  place: '140302',
  from: '2026-03-01',
  to: '2026-12-31',
  basis: 'practice',
  source: '区民发〔2026〕2号',
  setBy: 'person-1',
  confirmedBy: 'person-2',
}

test.each([
  // because                                                 row                                            place           on            days
  ['before its first day the old value holds', row, '140302001001', '2026-02-28', 20],
  ['from its first day the new one', row, '140302001001', '2026-03-01', 10],
  ['to its last day', row, '140302001001', '2026-12-31', 10],
  ['then the old one again', row, '140302001001', '2027-01-01', 15],
  ['elsewhere nothing changes', row, '140303001001', '2026-03-01', 20],
  ['not confirmed: it does not count', { ...row, confirmedBy: null }, '140302001001', '2026-03-01', 20],
  ['confirmed by the one who set it: neither', { ...row, confirmedBy: 'person-1' }, '140302001001', '2026-03-01', 20],
  ['without an end it stays', { ...row, to: null }, '140302001001', '2030-01-01', 10],
  [
    'for the whole country, from the same day as a pack: it wins',
    { ...row, place: '', from: '2026-07-01' },
    '110101',
    '2026-07-01',
    10,
  ],
] as const)('set at run time: %s', (_because, override, place, on, days) => {
  expect(
    resolve<Term>(mergeOverrides(packs, [override]), 'allowance.decision', { on: plainDate(on), place }).value.days,
  ).toBe(days)
})

test('what is set at run time says so, and is unverified unless stated', () => {
  const resolved = resolve(mergeOverrides(packs, [row]), 'allowance.decision', {
    on: plainDate('2026-03-01'),
    place: '140302',
  })
  expect(resolved).toMatchObject({ pack: 'set-at-run-time', place: '140302', verified: false })
})

test('run time does not invent names', () => {
  const merged = mergeOverrides(packs, [{ ...row, name: 'made.up' }])
  expect(namesOf(merged)).toEqual(['allowance.decision', 'committee.years', 'roll.objection'])
})

test('a name no pack holds, and a day on which none is in force, throw by name', () => {
  const on = plainDate('2026-01-01')
  expect(() => resolve(packs, 'no.such', { on })).toThrow(UnknownPackValueError)
  expect(() => resolve(packs, 'constructor', { on })).toThrow(UnknownPackValueError)
  expect(() => resolve(packs, 'committee.years', { on: plainDate('2018-12-28') })).toThrow(PackValueNotInForceError)
})

test('dates of a pack are checked when it is defined', () => {
  const entry = { value: 1, basis: 'practice', from: '2026-01-01', verified: false } as const
  expect(() => definePack('bad', { a: { ...entry, from: '2026-02-30' } })).toThrow(/YYYY-MM-DD/u)
  expect(() => definePack('bad', { a: { ...entry, to: '2025-12-31' } })).toThrow(MisdatedPackValueError)
  expect(() => definePack('good', { a: { ...entry, to: '2026-01-01' } })).not.toThrow()
})

test('the history of a value, oldest first', () => {
  expect(historyOf(packs, 'committee.years').map(({ from, value }) => [from, value])).toEqual([
    ['2018-12-29', 5],
    ['2019-01-01', 3],
    ['2020-01-01', 4],
  ])
})
