/** 授权: which posts there are at an office, and whose posts are given at the machine only. Pure. */
import { isRole, type Role, SEPARATED } from '#kernel/authority'
import { type Outcome, allow, refuse } from '#kernel/outcome'
import type { Office } from '#kernel/procedure'

const AT: Readonly<Record<string, readonly Role[]>> = {
  committee: ['committee_chair', 'committee_member', 'community_worker', 'grid_worker', 'window_clerk'],
  street: ['street_admin', 'street_staff', 'window_clerk'],
  gov_dept: ['dept_head', 'dept_staff'],
}

/** Of the city's and the counties' own offices of community building (社区建设领导小组办公室). */
const LEADING: readonly (readonly [RegExp, Role])[] = [
  [/^city-office$/, 'city_office'],
  [/^county-office-\d{6}$/, 'county_office'],
]

/** The posts that can be held at an office. @practice domain 0.6 */
export function rolesAt(office: Pick<Office, 'code' | 'kind'>): readonly Role[] {
  const leading = LEADING.find(([code]) => code.test(office.code))
  return leading ? [leading[1]] : (AT[office.kind] ?? [])
}

/** Refusals: no such role; an administrator's, which is given at the machine; none of this office. @law GB/T 22239-2019 via domain 19.6 */
export function mayAppoint(role: string, office: Pick<Office, 'code' | 'kind'>): Outcome<Role> {
  if (!isRole(role)) return refuse('no-such-role', 'practice', { role })
  if (SEPARATED.includes(role)) return refuse('administrators-at-the-machine', 'practice')
  if (!rolesAt(office).includes(role)) return refuse('not-a-post-here', 'practice')
  return allow(role)
}
