/** Roles (角色) and who may act (domain 0.6). Everything not granted is denied. */
import type { Text } from '#kernel/text'

export const ROLES = {
  city_office: { zh: '市社区建设领导小组办公室', en: 'City community-building office' },
  county_office: { zh: '县(区)社区建设领导小组办公室', en: 'County community-building office' },
  dept_staff: { zh: '部门经办人', en: 'Department officer' },
  dept_head: { zh: '部门负责人', en: 'Department head' },
  street_admin: { zh: '街道(乡镇)负责人', en: 'Street or township head' },
  street_staff: { zh: '街道(乡镇)工作人员', en: 'Street or township staff' },
  committee_chair: { zh: '居(村)委会主任', en: 'Committee chair' },
  committee_member: { zh: '居(村)委会成员', en: 'Committee member' },
  community_worker: { zh: '社区专职工作人员', en: 'Community worker' },
  grid_worker: { zh: '网格员', en: 'Grid worker' },
  window_clerk: { zh: '窗口受理员', en: 'Window clerk' },
  auditor: { zh: '审计管理员', en: 'Auditor' },
  sec_admin: { zh: '安全管理员', en: 'Security administrator' },
  sys_admin: { zh: '系统管理员', en: 'System administrator' },
} as const satisfies Record<string, Text>

export type Role = keyof typeof ROLES

/** The role's name, or the word itself when it is none. */
export function roleText(role: string): Text {
  return (ROLES as Readonly<Record<string, Text>>)[role] ?? { zh: role, en: role }
}

export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLES, value)
}

/** 三员分立: the three administrators keep the system and read no business records. @law GB/T 22239-2019 via domain 19.6 */
export const SEPARATED: readonly Role[] = ['auditor', 'sec_admin', 'sys_admin']

/** Who acts (行为人): a person, and the hat they wear. `places` is a division-code prefix, '-' for none. */
export type Acting =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'resident'; readonly person: string; readonly rung: number }
  | {
      readonly kind: 'staff'
      readonly person: string
      readonly role: Role
      readonly org: string
      readonly places: string
      readonly appointment: string
    }
  | { readonly kind: 'clock' }
