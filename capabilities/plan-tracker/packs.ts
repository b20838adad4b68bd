/** Days of the plan's tracking: the plan asks for it, the days are ours. */
import { workingDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'
import { text } from '#kernel/text'

const practice = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const planPack = definePack('local', {
  'plan.report-day': { ...practice, value: 15, note: 'day of the month after the quarter by which its report is due' },
  'plan.question': { ...practice, value: workingDays(10) },
  'plan.figure-check': { ...practice, value: workingDays(5) },
})

export const valueTitles = {
  'plan.report-day': text('季度报告在次月几日前提交', 'Day of the next month by which a report is due'),
  'plan.question': text('答复居民问进展的期限', 'Days to answer a question of the plan'),
  'plan.figure-check': text('复核人工填报数据的期限', 'Days to check a figure given by hand'),
}
