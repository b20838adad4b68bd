/** Offices found by the names they had (机构名称查询): who knew them as 市法制办 need not know the reform. @practice domain 20.4 */
import { parsePlainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { Directory } from '#kernel/context/world.ts'
import { type Text, text } from '#kernel/text'
import { organisationNames } from './organisation-name.register.ts'
import { namedSoUntil } from './rules.ts'
import { type Change, CHANGES, type Standing, STANDINGS } from './terms.ts'

export type FoundName = {
  readonly name: string
  readonly today: string
  readonly from: string | null
  readonly until: string | null
  readonly standing: Standing
  readonly text: Text
}

const MOST = 20

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
