/** Numbers, lists and terms of community premises. @plan P3.3.2, P3.3.3 */
import { calendarDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const PLAN = { basis: 'plan P3.3.2', from: '2018-11-09', verified: true } as const
const OURS = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const facilitiesPack = definePack('cn-2018', {
  // In 0.01 m²: 500 m² for every urban community.
  'facilities.urban-floor': { value: 50_000, unit: 'area', ...PLAN },
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

export const valueTitles = {
  'facilities.urban-floor': text(
    '城市社区场所面积下限(百分之一平方米)',
    'Least area of an urban community’s premises, 0.01 m²',
  ),
  'facilities.counted-kinds': text('计入面积的设施类别', 'Kinds of facilities whose area counts'),
  'facilities.plaques-by': text('可以直接挂牌的单位', 'Who may hang a plaque without an approval'),
  'facilities.shortfall-plan': text('提出补足用房的措施', 'Saying how missing premises will be made good'),
  'facilities.shortfall-longest': text('补足用房的最长期限', 'Longest time to make missing premises good'),
  'facilities.tariff-complaint': text('纠正非居民价格', 'Putting a commercial tariff right'),
}
