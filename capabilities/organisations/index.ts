/** Front door of organisations (组织机构). */
export { organisationNames } from './organisation-name.register.ts'
export { type DatedName, nameOn, type NamedOffice } from './rules.ts'
export { formerNames } from './seed/names.ts'
import type { Context } from '#kernel/context'
import { organisations } from './organisation.register.ts'
import { DEPARTMENTS } from './seed/offices.ts'

/** An organisation of the register that has not ended, by its row: what anyone may know of it. */
export async function findOrganisation(
  context: Context,
  key: { readonly county: string; readonly id: string },
): Promise<{ readonly name: string; readonly parent: string } | undefined> {
  const row = await context.asSystem((db) => organisations.find(context, db, key))
  if (!row || row.endedOn !== null) return undefined
  return { name: row.cells.name ?? '', parent: row.cells.parent ?? '' }
}

export type PrintedDepartment = {
  readonly code: string
  readonly name2018: string
  readonly nameNow: string
  readonly nameEn: string
}

/** The city's departments under the names of 2018, as the plan prints them, and of now. @plan P3.1.1–P4.4; domain 20.4 */
export const PRINTED: readonly PrintedDepartment[] = DEPARTMENTS.map(([code, name2018, nameNow, nameEn]) => ({
  code,
  name2018,
  nameNow,
  nameEn,
}))

const byName2018 = new Map(PRINTED.map((one) => [one.name2018, one]))

export function departmentOf2018(name: string): PrintedDepartment | undefined {
  return byName2018.get(name)
}
