/** Who answers for a task (牵头、配合): the offices of the printed names. @plan P3.1.1–P4.4 */
import { departmentOf2018, PRINTED } from '#capabilities/organisations'
import type { Option } from '#kernel/form'
import type { Office, World } from '#kernel/procedure'
import { text } from '#kernel/text'
import { COUNTY_COMMITTEES, COUNTY_GOVERNMENTS, type PlanTask } from './seed/tasks.ts'
import type { PartRole } from './terms.ts'

export const OFFICERS = { who: 'staff', roles: ['dept_staff', 'dept_head', 'county_office'], at: 'holder' } as const
export const CITY = { who: 'staff', roles: ['city_office'], at: 'above' } as const
export const CLOCK = { who: 'clock' } as const

export function officeOf2018(world: World, name: string, place: string): Office {
  const found = departmentOf2018(name)
  if (!found) throw new Error(`the plan names no department ${name}`)
  return world.officeOf(`office:${found.code}`, place)
}

/** 市社区建设领导小组办公室. */
export function cityOffice(world: World, place: string): Office {
  return world.officeOf('office:city-office', place)
}

export type Party = { readonly office: string; readonly party: string; readonly role: PartRole }

/**
 * Who has a part of a task besides the office that leads it: the other leads, and whoever cooperates. 各县〈区〉 are all
 * counties; for each acts its community-building office. `counties` are the codes of their places.
 */
export function partiesOf(task: PlanTask, counties: readonly string[], world: World, place: string): readonly Party[] {
  const of = (name: string, role: PartRole): Party[] =>
    name === COUNTY_GOVERNMENTS || name === COUNTY_COMMITTEES
      ? counties.map((county) => ({ office: world.officeOf('county', county).id, party: name, role }))
      : [{ office: officeOf2018(world, name, place).id, party: name, role }]
  return [
    ...task.lead.slice(1).flatMap((name) => of(name, 'co-lead')),
    ...task.cooperating.flatMap((name) => of(name, 'cooperating')),
  ]
}

export function leadOf(task: PlanTask, world: World, place: string): Office {
  return officeOf2018(world, task.lead[0] ?? '', place)
}

/** Departments that have no part yet, for whom a lead names because the plan says 等…成员单位. */
export function othersThan(orgs: readonly string[], world: World, place: string): readonly Option[] {
  return PRINTED.map(({ code }) => world.officeOf(`office:${code}`, place))
    .filter((office) => !orgs.includes(office.id))
    .map((office) => ({ value: office.id, label: text(office.name, office.nameEn) }))
}
