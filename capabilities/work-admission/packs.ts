/** Terms and limits of admission. Who may be asked what is law and plan; how many days each step takes is our practice. @plan P3.3.3; domain 6.2 */
import { workingDays } from '#kernel/calendar'
import { definePack } from '#kernel/pack'

const practice = { basis: 'practice', from: '2018-11-09', verified: false } as const

export const workAdmissionPack = definePack('cn-2018', {
  'work-admission.form-check': { value: workingDays(3), ...practice },
  'work-admission.hearing': { value: workingDays(10), ...practice },
  'work-admission.communities-heard': { value: 3, ...practice },
  'work-admission.checks': { value: workingDays(5), ...practice },
  'work-admission.decision': { value: workingDays(10), ...practice },
  'work-admission.publicity': { value: workingDays(5), ...practice },
  'work-admission.objection-answer': { value: workingDays(5), ...practice },
  'work-admission.entry': { value: workingDays(5), ...practice },
  'work-admission.funds-confirmation': { value: workingDays(5), ...practice },
  'work-admission.temporary-months': { value: 3, ...practice },
  'work-admission.temporary-decision': { value: workingDays(3), ...practice },
  // Between two temporary admissions of one office for the same thing in one street: months in which only the full path is open.
  'work-admission.temporary-again': { value: 12, ...practice },
  'work-admission.emergency-record': { value: workingDays(5), ...practice },
  'work-admission.emergency-laws': { value: ['ERL', 'IDPL', 'FCL', 'EQL'], ...practice },
  'work-admission.agreement-confirmation': { value: workingDays(5), ...practice },
  // In general a year; three where content, money and price are steady.
  'work-admission.agreement-months': { value: 36, basis: 'MOF-102 art 24', from: '2018-11-09', verified: false },
  'work-admission.wording-review': { value: workingDays(2), ...practice },
  'work-admission.refusal-seen': { value: workingDays(1), ...practice },
  'work-admission.meetings-a-month': { value: 4, ...practice },
  // Flagged for a human of the county office before it goes out (domain 6.3).
  'work-admission.watched-words': {
    value: ['责任状', '责任书', '签订目标责任书', '执法', '拆迁', '拆违', '招商', '环境整治', '城管'],
    basis: 'plan P3.3.3',
    from: '2018-11-09',
    verified: false,
  },
  // Cancelled by the plan: never goes out, whoever looks at it.
  'work-admission.forbidden-words': { value: ['一票否决'], basis: 'plan P3.3.3', from: '2018-11-09', verified: true },
})
