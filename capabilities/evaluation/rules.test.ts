import { expect, test } from 'vitest'
import type { Acting, Role } from '#kernel/authority'
import { decidePlan, mayOpen } from './rules.ts'
import type { PlanIndicator } from './terms.ts'

const staff = (role: Role, places: string): Acting => ({
  kind: 'staff',
  person: 'p',
  role,
  org: 'o',
  places,
  appointment: 'a',
})
test.each([
  ['the county’s office', 'county_office', '140302', '140302000000'],
  ['the head of a street', 'street_admin', '140302001', '140302001000'],
] as const)('%s opens its own', (_why, role, places, place) => {
  expect(mayOpen(staff(role, places))).toMatchObject({ ok: true, value: { place } })
})
test.each([
  ['a department', 'dept_staff', '-'],
  ['its head', 'dept_head', '-'],
  ['the city office', 'city_office', '1403'],
  ['staff of a street', 'street_staff', '140302001'],
  ['a community', 'committee_chair', '140302001001'],
] as const)('%s opens none, by clause F7', (_why, role, places) => {
  expect(mayOpen(staff(role, places))).toMatchObject({ code: 'evaluation-not-yours-to-open', facts: { clause: 'F7' } })
})

const one = (name: string, weight: number, evidence = 'I-12'): PlanIndicator => ({
  name,
  weight,
  evidence: { kind: 'indicator', name: evidence },
  proposedBy: null,
})
const isHeld = ({ name }: { name: string }): boolean => name === 'I-12' || name === 'I-24'
test.each([
  ['99 points', [one('公开', 50), one('协商', 49)], 'weights-are-not-100'],
  ['100 points', [one('公开', 50), one('协商', 50)], 'ok'],
  ['101 points', [one('公开', 50), one('协商', 51)], 'weights-are-not-100'],
  ['one of 100', [one('公开', 100)], 'ok'],
  ['halves', [one('公开', 50.5), one('协商', 49.5)], 'weights-are-not-100'],
  ['a point of nought', [one('公开', 100), one('协商', 0)], 'weights-are-not-100'],
  ['one below nought', [one('公开', 110), one('协商', -10)], 'weights-are-not-100'],
  ['nothing', [], 'plan-without-indicators'],
  ['the same twice', [one('公开', 50), one('公 开', 50)], 'indicator-twice'],
  ['papers as evidence', [one('公开', 100, '档案盒')], 'evidence-not-in-system'],
  ['all or nothing', [one('安全生产(一票否决)', 100)], 'no-all-or-nothing'],
  ['all or nothing with blanks', [one('安全生产 一 票 否 决', 100)], 'no-all-or-nothing'],
  ['all or nothing in English', [one('Safety veto', 100)], 'no-all-or-nothing'],
])('a plan of %s', (_why, indicators, code) => {
  const outcome = decidePlan(indicators, isHeld)
  expect(outcome.ok ? 'ok' : outcome.code).toBe(code)
})
