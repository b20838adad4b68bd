/** Kinds of notices (文书种类) and their titles. @law ALL art 32; domain 7.3 */
import { type Text, text } from '#kernel/text'

export const NOTICE_TITLES: Readonly<Record<string, Text>> = {
  receipt: text('收件凭证', 'Receipt'),
  acceptance: text('受理通知书', 'Notice of acceptance'),
  correction: text('补正告知书', 'Notice to correct'),
  refusal: text('不予受理通知书', 'Notice of refusal'),
  suspension: text('暂停计时通知书', 'Notice of suspension'),
  resumption: text('恢复计时通知书', 'Notice of resumption'),
  extension: text('延长期限告知书', 'Notice of extension'),
  approval: text('准予决定书', 'Decision to grant'),
  denial: text('不予决定书', 'Decision to deny'),
  delivery: text('送达回证', 'Record of delivery'),
  tolerance: text('容缺受理承诺书', 'Promise of missing materials'),
  termination: text('终止办理告知书', 'Notice of termination'),
  withdrawal: text('撤回确认书', 'Confirmation of withdrawal'),
  dispute: text('权属协调记录', 'Record of settled ownership'),
  'work-refusal': text('不予承接告知书', 'Notice of work refused'),
  referral: text('不予出具证明告知书', 'Certificate not issued: where to go'),
  certificate: text('证明', 'Certificate'),
  rectification: text('限期整改函', 'Letter to put right'),
}
