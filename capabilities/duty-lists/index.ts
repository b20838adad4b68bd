/** Front door of the lists: what is admitted in a place on a day, and what nobody may ask. */
import { ITEMS } from '#capabilities/service-items'
import type { PlainDate } from '#kernel/calendar'
import type { Db } from '#platform/db'
import { CITY_DEMONSTRATION, DEMONSTRATION, directoryItem } from './seed/items.ts'
import { holdsOn } from './rules.ts'
import { findCertificateItem, findHolding, insertInForce, listCited, listItems, listSizes } from './store.ts'
import { type CitedItem, LIST_IDS, type ListId, type ListVersion, type WorkItem } from './terms.ts'

export { dutyListsPack } from './packs.ts'
export { CITY_DEMONSTRATION } from './seed/items.ts'
export { checkBasis, checkItem, holdsOn, readBasis } from './rules.ts'
export { itemOfRow } from './build.ts'
export * from './terms.ts'
export { FORBIDDEN_CERTIFICATES, plainCertificate } from './words.ts'

/**
 * 保留证明清单: the version of L7 that holds for a place on a day, its county's own before the city's, and the items that are within
 * their period; undefined where no list was ever published.
 */
export async function retainedCertificates(
  db: Db,
  place: string,
  on: PlainDate,
): Promise<{ readonly version: ListVersion; readonly items: readonly WorkItem[] } | undefined> {
  const version = await findHolding(db, place, 'L7', on)
  if (!version) return undefined
  const items = await listItems(db, version.county, version.id)
  return { version, items: items.filter((one) => holdsOn({ ...one, place: version.place }, on, place)) }
}

/** What a kind was last called for a place: also when it is retained no more. */
export function onceRetained(db: Db, place: string, kind: string): Promise<WorkItem | undefined> {
  return findCertificateItem(db, place, kind)
}

/** 清单规模: every version of L7 with its number of items, the oldest first. */
export function sizesOfRetained(db: Db): Promise<readonly { readonly version: ListVersion; readonly items: number }[]> {
  return listSizes(db, 'L7')
}

/** Items of L3 and L4 (and others with `lists`) whose list version is in force on a day, for a community and above it. */
export function citedItems(
  db: Db,
  place: string,
  on: PlainDate,
  lists: readonly ListId[] = ['L3', 'L4'],
  code?: string,
): Promise<readonly CitedItem[]> {
  return listCited(db, place, on, lists, code)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const DEMONSTRATION_FROM = '2026-01-01'

/** 演示清单: each county's lists and the city's, in force from the first day of the demonstration. `db` runs as the system. */
export async function enterDemonstrationLists(db: Db, counties: readonly string[], newId: () => string): Promise<void> {
  const lists = (of: Readonly<Partial<Record<ListId, readonly WorkItem[]>>>) =>
    LIST_IDS.flatMap((list) => (of[list] ? [[list, of[list]] as const] : []))
  const ofCounty = lists({ ...DEMONSTRATION, L8: ITEMS.map(directoryItem) })
  for (const [county, place, given] of [
    ...counties.map((code) => [code, code, ofCounty] as const),
    ['140300', '1403', lists(CITY_DEMONSTRATION)] as const,
  ])
    for (const [list, items] of given)
      await insertInForce(
        db,
        {
          county,
          id: newId(),
          place,
          list,
          number: 1,
          state: 'in_force',
          basedOn: null,
          demonstration: true,
          because: '演示',
          madeBy: NOBODY,
          inForceFrom: DEMONSTRATION_FROM,
          supersededOn: null,
        },
        items,
      )
}
