/** Front door of the lists: what is admitted in a place on a day, and what nobody may ask. */
import { ITEMS } from '#capabilities/service-items'
import type { PlainDate } from '#kernel/calendar'
import type { Db } from '#platform/db'
import { CITY_DEMONSTRATION, DEMONSTRATION, directoryItem } from './seed/items.ts'
import { insertInForce, listCited } from './store.ts'
import { type CitedItem, LIST_IDS, type ListId, type WorkItem } from './terms.ts'

export { dutyListsPack } from './packs.ts'
export { checkBasis, checkItem, holdsOn, readBasis } from './rules.ts'
export { itemOfRow } from './build.ts'
export * from './terms.ts'

/** Items of L3 and L4 (and L7 with `lists`) whose list version is in force on a day, for a community and above it. */
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
