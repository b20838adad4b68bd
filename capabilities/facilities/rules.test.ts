import { expect, test } from 'vitest'
import { perHouseholds } from '#capabilities/estates'
import {
  areaReached,
  countedArea,
  gapOf,
  isOutsidePlaque,
  isRegistered,
  isResidentsPrice,
  reachesFloor,
  requiredArea,
} from './rules.ts'
import type { Premises } from './terms.ts'

const FLOOR = 50_000
const PER_HUNDRED = 3000

test.each([
  ['H=1500, 450.00', 1500, 45_000, true, false],
  ['H=1500, 449.99', 1500, 44_999, false, false],
  ['H=2000, 599.99', 2000, 59_999, false, true],
  ['H=2000, 600.00', 2000, 60_000, true, true],
  ['H=900, 500.00', 900, 50_000, true, true],
  ['H=900, 499.99', 900, 49_999, true, false],
])('A1 and A3: %s', (_because, households, area, a1, a3) => {
  expect(perHouseholds(area, households, PER_HUNDRED)).toBe(a1)
  expect(reachesFloor(area, FLOOR)).toBe(a3)
})

test.each([
  ['no new quarter', 0, 50_000],
  ['the floor is more', 1666, 50_000],
  ['one dwelling further the share is more', 1667, 50_010],
  ['no rounding up to full hundreds', 2050, 61_500],
])('required: %s', (_because, dwellings, area) => {
  expect(requiredArea(dwellings, FLOOR, PER_HUNDRED)).toBe(area)
})
test('a standard of odd hundredths is owed in full', () => {
  expect(requiredArea(1, 0, 3001)).toBe(31)
})

const room: Premises = { floorArea: 20_001, sharePercent: 100, leased: false, leaseUntil: null, usable: true }
test.each([
  ['our own', room, 20_001],
  ['half of a shared hall, cut', { ...room, sharePercent: 50 }, 10_000],
  ['not usable', { ...room, usable: false }, 0],
  ['leased, on the last day', { ...room, leased: true, leaseUntil: '2026-03-02' }, 20_001],
  ['the lease ran out yesterday', { ...room, leased: true, leaseUntil: '2026-03-01' }, 0],
  ['a lease without an end', { ...room, leased: true }, 0],
])('counted: %s', (_because, one, area) => {
  expect(countedArea(one, '2026-03-02')).toBe(area)
})

test.each([
  [{ certificate: '晋(2026)0001', rightHolder: 'government' }, true],
  [{ certificate: '', rightHolder: 'government' }, false],
  [{ certificate: '晋(2026)0001', rightHolder: 'developer' }, false],
])('A4: %o registered: %s', (one, registered) => {
  expect(isRegistered(one)).toBe(registered)
})

test.each([
  ['resident', true],
  ['commercial', false],
])('A5: %s', (tariff, good) => {
  expect(isResidentsPrice(tariff)).toBe(good)
})

test.each([
  ['the committee itself', { issuerKind: 'committee', approval: '' }, false],
  ['a department', { issuerKind: 'department', approval: '' }, true],
  ['a department with an approval', { issuerKind: 'department', approval: '阳民字〔2026〕1号' }, false],
])('F4: %s', (_because, one, outside) => {
  expect(isOutsidePlaque(one, ['party', 'committee'])).toBe(outside)
})

test.each([
  ['one hundredth short', 49_999, 1, { area: '499.99', required: '500.00', gap: '0.01' }],
  ['reached', 50_000, 0, undefined],
  ['more than is required', 50_001, 0, undefined],
] as const)('a shortfall is closed by the area alone: %s', (_because, area, gap, facts) => {
  expect(gapOf({ area, required: 50_000 })).toBe(gap)
  expect(areaReached({ area, required: 50_000 })).toMatchObject(facts ? { ok: false, facts } : { ok: true })
})
