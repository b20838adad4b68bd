/** Offices found by the names they had (机构名称查询): who knew them as 市法制办 need not know the reform. @practice domain 20.4 */
import { parsePlainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { Directory } from '#kernel/context/world.ts'
import { type Text, text } from '#kernel/text'
import { organisationNames } from './organisation-name.register.ts'
import { organisations } from './organisation.register.ts'
import { namedSoUntil } from './rules.ts'
import { type Change, CHANGES, KINDS, type Standing, STANDINGS } from './terms.ts'

export type FoundName = {
  readonly name: string
  readonly today: string
  readonly from: string | null
  readonly until: string | null
  readonly standing: Standing
  readonly text: Text
}

const MOST = 20
const MOST_BODIES = 6

export type FoundBody = {
  readonly row: { readonly county: string; readonly id: string } | null
  readonly name: string
  /** Of offices; organisations have one name. */
  readonly nameEn: string
  readonly kind: Text
  readonly placeName: Text
}

/** 查找单位: offices of government, then organisations of the register that have not ended, by a part of their name. */
export async function findBodies(context: Context, directory: Directory, typed: string): Promise<FoundBody[]> {
  const query = {
    place: undefined,
    text: typed,
    ended: false,
    openly: true,
    after: undefined,
    limit: MOST_BODIES,
  } as const
  const rows = await context.asSystem((db) => organisations.list(context, db, query))
  const kind = (label: string | null | undefined): Text =>
    KINDS.find((one) => one.label.zh === label)?.label ?? text(label ?? '', label ?? '')
  const offices = [...directory.offices.values()]
    .filter(({ name, nameEn }) => name.includes(typed) || nameEn.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, MOST_BODIES)
    .map(
      (one): FoundBody => ({
        row: null,
        name: one.name,
        nameEn: one.nameEn,
        kind: KINDS.find(({ value }) => value === one.kind)?.label ?? text('机关', 'Office'),
        placeName: context.world.placeName(one.place),
      }),
    )
  return [
    ...offices,
    ...rows.map(
      ({ county, id, place, cells }): FoundBody => ({
        row: { county, id },
        name: cells.name ?? '',
        nameEn: '',
        kind: kind(cells.kind),
        placeName: context.world.placeName(place),
      }),
    ),
  ]
}

/** Former names that hold what was typed, then offices that are called so now. */
export async function findOffices(context: Context, directory: Directory, typed: string): Promise<FoundName[]> {
  const query = { place: undefined, text: typed, ended: false, openly: true, after: undefined, limit: MOST } as const
  const rows = await context.asSystem((db) => organisationNames.list(context, db, query))
  const former = rows.map(({ cells }): FoundName => {
    const one = {
      name: cells.name ?? '',
      from: parsePlainDate(cells.from) ?? null,
      to: parsePlainDate(cells.to) ?? null,
      standing: (STANDINGS.find(({ label }) => label.zh === cells.standing)?.value ?? 'unverified') as Standing,
      change: (CHANGES.find(({ label }) => label.zh === cells.change)?.value ?? 'renamed') as Change,
    }
    const today = cells.office ?? ''
    return {
      name: one.name,
      today,
      from: one.from,
      until: one.to,
      standing: one.standing,
      text: namedSoUntil(one, today),
    }
  })
  const now = [...directory.offices.values()]
    .filter(({ kind, name }) => kind === 'gov_dept' && name.includes(typed))
    .slice(0, MOST)
    .map(
      ({ name, nameEn }): FoundName => ({
        name,
        today: name,
        from: null,
        until: null,
        standing: 'confirmed',
        text: text('现用名称', `its name today: ${nameEn}`),
      }),
    )
  return [...former, ...now]
}
