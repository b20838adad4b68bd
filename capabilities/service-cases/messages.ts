/** 消息: what the applicant is told, in one sentence each; only the number of the case and days, nothing personal. */
import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const serviceCaseMessages: MessageTexts = {
  submitted: text('您的申请{number}已收到。', 'Your application {number} was received.'),
  accepted: text(
    '您的申请{number}已受理,{due}前办结。',
    'Your application {number} was accepted; to be decided by {due}.',
  ),
  correction: text(
    '您的申请{number}需要补正材料,请在{deadline}前提交。',
    'Your application {number} needs corrections by {deadline}.',
  ),
  'correction-due': text(
    '提醒:申请{number}的补正材料请在{deadline}前提交,逾期将终止办理。',
    'Reminder: the corrections for {number} are due by {deadline}; without them the case ends.',
  ),
  refused: text(
    '您的申请{number}不予受理,请看通知书中的理由和应去的机关。',
    'Your application {number} was not accepted; the notice says why and where to go.',
  ),
  suspended: text(
    '您的申请{number}进入特别程序,暂停计时。',
    'Your application {number} takes a special step; its clock is suspended.',
  ),
  resumed: text('您的申请{number}恢复计时,{due}前办结。', 'The clock of {number} runs again; to be decided by {due}.'),
  extended: text('您的申请{number}已延长期限,{due}前办结。', 'The term of {number} was extended to {due}.'),
  'agency-over': text(
    '申请{number}的代办期已满,今后由您本人办理。',
    'The agent’s time for {number} is over; from now on you act yourself.',
  ),
  overdue: text(
    '您的申请{number}已超过承诺期限,上级已知晓。',
    'Your application {number} is late; the superior office knows.',
  ),
  approved: text('您的申请{number}已准予。', 'Your application {number} was granted.'),
  denied: text(
    '您的申请{number}未获准予,决定书写明理由和救济途径。',
    'Your application {number} was denied; the decision gives reasons and remedies.',
  ),
  delivered: text('您的申请{number}已送达,请评价。', 'The result of {number} was delivered; please rate it.'),
  withdrawn: text('您的申请{number}已撤回。', 'Your application {number} was withdrawn.'),
  terminated: text(
    '您的申请{number}已终止,请看通知书。',
    'Your application {number} has ended; please see the notice.',
  ),
}
