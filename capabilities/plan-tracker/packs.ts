/** Days of the plan's tracking: the plan asks for it, the days are ours. */
import { workingDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'

const practice = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const planPack = definePack('local', {
  'plan.report-day': { ...practice, value: 15, note: 'day of the month after the quarter by which its report is due' },
  'plan.question': { ...practice, value: workingDays(10) },
  'plan.figure-check': { ...practice, value: workingDays(5) },
})
