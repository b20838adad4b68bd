/** Numbers, lists and terms of community premises. @plan P3.3.2, P3.3.3 */
import { calendarDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'

const PLAN = { basis: 'plan P3.3.2', from: '2018-11-09', verified: true } as const
const OURS = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const facilitiesPack = definePack('cn-2018', {
  // In 0.01 m²: 500 m² for every urban community.
  'facilities.urban-floor': { value: 50_000, ...PLAN },
  // 活动场所和公益性服务设施: what adds to the 500 m². A shelter, a fitness path, a newspaper board are no premises.
  'facilities.counted-kinds': {
    value: ['service-premises', 'activity-room', 'culture-centre', 'elderly-centre', 'other'],
    ...OURS,
  },
  // Who may hang a plaque without an approval.
  'facilities.plaques-by': { value: ['party', 'committee', 'supervision', 'service-centre'], ...OURS },
  'facilities.shortfall-plan': { value: calendarDays(60), ...OURS },
  'facilities.shortfall-longest': { value: calendarDays(730), ...OURS },
  'facilities.tariff-complaint': { value: calendarDays(30), ...OURS },
})
