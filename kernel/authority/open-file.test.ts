import { expect, test } from 'vitest'
import { type Acting, mayOpenFile, type Role } from './index.ts'

const MATTER = {
  place: '140302001001',
  holder: 'county',
  orgs: ['county', 'city'],
  applicant: 'reporter',
  agent: 'agent',
}
const resident = (person: string): Acting => ({ kind: 'resident', person, rung: 2 })
const staff = (role: Role, org: string, places: string, person = 'p'): Acting => ({
  kind: 'staff',
  person,
  role,
  org,
  places,
  appointment: 'a',
})

test.each([
  // because                                          acting                                                restricted  open
  ['the applicant', resident('reporter'), true, true],
  ['whoever may act for the applicant', resident('agent'), true, false],
  ['the same, of an ordinary file', resident('agent'), false, true],
  ['a stranger', resident('x'), false, false],
  ['nobody', { kind: 'nobody' } as Acting, false, false],
  ['who uploaded it', staff('community_worker', 'committee', '140302001001', 'uploader'), true, true],
  ['a colleague of theirs', staff('committee_chair', 'committee', '140302001001'), true, false],
  ['the same, of an ordinary file', staff('committee_chair', 'committee', '140302001001'), false, true],
  ['the office that holds the case', staff('county_office', 'county', '140302'), true, true],
  ['the street', staff('street_admin', 'street', '140302001'), true, false],
  ['the city, though it takes part', staff('city_office', 'city', '1403'), true, false],
  ['another county', staff('county_office', 'other', '140303'), false, false],
  ['a department', staff('dept_staff', 'dept', '-'), false, false],
  ['an auditor in the office that holds it', staff('auditor', 'county', '-'), false, false],
  ['the same, of an ordinary file', staff('auditor', 'county', '-'), false, false],
  ['an administrator who once uploaded it', staff('sys_admin', 'city', '-', 'uploader'), false, false],
] as const)('a file opens for %s', (_because, acting, restricted, open) => {
  expect(mayOpenFile(acting, { uploadedBy: 'uploader', restricted }, MATTER)).toBe(open)
})

test('before it is of any case it is its uploader’s alone', () => {
  const file = { uploadedBy: 'uploader', restricted: false }
  expect(mayOpenFile(resident('uploader'), file, undefined)).toBe(true)
  expect(mayOpenFile(staff('county_office', 'county', '140302'), file, undefined)).toBe(false)
})
