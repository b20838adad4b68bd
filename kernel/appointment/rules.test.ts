import { expect, test } from 'vitest'
import { type Role, SEPARATED } from '#kernel/authority'
import { mayAppoint, rolesAt } from '#kernel/appointment/rules.ts'

const CLERK_OF = { committee: 'committee-140302001001', street: 'street-140302001', gov_dept: 'civil-affairs' } as const

test.each([
  ['a committee', 'committee', CLERK_OF.committee, 'community_worker', undefined],
  ['a street', 'street', CLERK_OF.street, 'street_admin', undefined],
  ['a department', 'gov_dept', CLERK_OF.gov_dept, 'dept_head', undefined],
  ['the city office is a department by kind and none by post', 'gov_dept', 'city-office', 'city_office', undefined],
  ['the county office likewise', 'gov_dept', 'county-office-140302', 'county_office', undefined],
  ['a department head at the city office', 'gov_dept', 'city-office', 'dept_head', 'not-a-post-here'],
  ['the city office’s post at a department', 'gov_dept', CLERK_OF.gov_dept, 'city_office', 'not-a-post-here'],
  ['a street head at a committee', 'committee', CLERK_OF.committee, 'street_admin', 'not-a-post-here'],
  ['an office of no known kind', 'government', 'government-1403', 'dept_staff', 'not-a-post-here'],
  ['a role that is none', 'committee', CLERK_OF.committee, 'emperor', 'no-such-role'],
])('a post at an office: %s', (_because, kind, code, role, refusal) => {
  const outcome = mayAppoint(role, { kind, code })
  expect(outcome.ok ? undefined : outcome.code).toBe(refusal)
})

test.each(SEPARATED)('the post of an administrator is given at the machine only: %s', (role: Role) => {
  expect(mayAppoint(role, { kind: 'gov_dept', code: 'city-office' })).toMatchObject({
    ok: false,
    code: 'administrators-at-the-machine',
  })
  expect(rolesAt({ kind: 'gov_dept', code: 'city-office' })).not.toContain(role)
})
