/** Words of admission: ways, reasons, roles. Pure. @practice */
import type { Option } from '#kernel/form'
import { type Text, text } from '#kernel/text'
import type { DemandRole, ObjectorKind } from './terms.ts'

export const ROLE_NAMES: Readonly<Record<DemandRole, Text>> = {
  responsible: text('责任主体', 'Responsible'),
  assisting: text('协助', 'Assisting'),
}

/** Who objects, as everybody may know. */
export const OBJECTORS: Readonly<Record<ObjectorKind, Text>> = {
  resident: text('居民', 'A resident'),
  community: text('社区(村)', 'A community'),
  office: text('单位', 'An office'),
}

/** How a demand came that did not come through the system. */
export const WAYS: readonly Option[] = [
  { value: 'paper', label: text('纸质文件', 'On paper') },
  { value: 'wechat', label: text('微信群', 'In a WeChat group') },
  { value: 'phone', label: text('电话', 'By phone') },
  { value: 'meeting', label: text('会上布置', 'At a meeting') },
  { value: 'visit', label: text('上门', 'In person') },
]

export const REFUSED_BECAUSE: readonly Option[] = [
  { value: 'beyond-item', label: text('超出清单事项的范围', 'It goes beyond the item of the list') },
  { value: 'funds-missing', label: text('经费实际没有到位', 'The money did not in fact arrive') },
  { value: 'conditions-missing', label: text('没有提供必要的工作条件', 'The necessary conditions were not provided') },
  { value: 'no-longer-admitted', label: text('事项已从清单中取消', 'The item is no longer in the list') },
]

/** A clause as it is shown: the plan's list by its letter, the admission procedure by its name. */
export function clauseText(clause: string): string {
  return clause === 'access' ? '准入' : clause
}

export const VALUE_TITLES: Readonly<Record<string, Text>> = {
  'work-admission.form-check': text('准入申请形式审查期限', 'Form check of an application'),
  'work-admission.hearing': text('听取社区意见期限', 'Hearing of communities'),
  'work-admission.communities-heard': text('至少听取意见的社区数', 'Communities to be heard, at least'),
  'work-admission.checks': text('合法性与经费审核期限', 'Legal and money check'),
  'work-admission.decision': text('准入决定期限', 'Decision on admission'),
  'work-admission.publicity': text('准入公示期', 'Publicity of an admission'),
  'work-admission.objection-answer': text('公示异议答复期限', 'Answer to an objection'),
  'work-admission.entry': text('列入清单期限', 'Entry into the list'),
  'work-admission.funds-confirmation': text('经费到位确认期限', 'Confirmation that money arrived'),
  'work-admission.temporary-months': text('临时准入最长月数', 'Months of a temporary admission, at most'),
  'work-admission.temporary-decision': text('临时准入决定期限', 'Decision on a temporary admission'),
  'work-admission.temporary-again': text(
    '临时准入再次申请间隔月数',
    'Months before the same is admitted for a while again',
  ),
  'work-admission.emergency-record': text('应急下达补录期限', 'Record of an emergency'),
  'work-admission.emergency-laws': text('应急免予准入的法律', 'Laws under which an emergency passes'),
  'work-admission.agreement-confirmation': text('购买服务协议确认期限', 'Confirmation of a service agreement'),
  'work-admission.agreement-months': text('购买服务协议最长月数', 'Months of a service agreement, at most'),
  'work-admission.wording-review': text('用词人工核对期限', 'Review of wording'),
  'work-admission.refusal-seen': text('拒绝知悉期限', 'Refusals seen within'),
  'work-admission.meetings-a-month': text('社区每月会议上限', 'Meetings a month, at most'),
  'work-admission.watched-words': text('须人工核对的用词', 'Words a human looks at'),
  'work-admission.forbidden-words': text('禁止使用的用词', 'Words that never go out'),
}

export const RETIRED_BECAUSE: readonly Option[] = [
  { value: 'basis-repealed', label: text('依据已废止', 'Its basis was repealed') },
  { value: 'object-vanished', label: text('对象已不存在', 'What it was for is gone') },
  { value: 'period-over', label: text('期限已过', 'Its days are over') },
]
