import type { Capability } from '#kernel/capability'
import { text } from '#kernel/text'
import { COUNTED_LISTS, listFormulas } from './lists.indicator.ts'
import { dutyListsPack } from './packs.ts'
import { dutyListRoutes } from './routes.ts'
import { countLists } from './store.ts'
import { dutyListTexts } from './texts.ts'

export const capability: Capability = {
  id: 'duty-lists',
  map: ['A2'],
  title: text('权责与事项清单', 'Lists of powers, duties and work'),
  uses: ['service-items'],
  packs: [dutyListsPack],
  valueTitles: {
    'duty-lists.communities-heard': text(
      '清单批准前至少听取意见的社区数',
      'Communities heard before a list is approved, at least',
    ),
  },
  refusals: dutyListTexts,
  sources: [
    {
      name: 'duty-lists',
      title: text('清单', 'Lists'),
      read: async (db, places, on) =>
        (await countLists(db, on))
          .map(({ place, lists }) => ({
            place: `${place}000000`,
            facts: { 'lists.in-force': COUNTED_LISTS.filter((list) => lists.includes(list)).length },
          }))
          .filter(({ place }) => places === 'all' || places.includes(place)),
    },
  ],
  formulas: listFormulas,
  routes: dutyListRoutes,
}
