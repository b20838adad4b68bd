/** Sentences of the tracker's refusals. */
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const planTexts: RefusalTexts = {
  'quarter-not-over': {
    text: text('{quarter}还没有结束,{day}起可以报告。', '{quarter} is not over; it can be reported from {day}.'),
  },
  'units-not-named': {
    text: text('配合单位还没有确定。', 'Nobody has said yet which offices cooperate.'),
    next: text('请先用“确定配合单位”逐一列明。', 'First name them one by one.'),
  },
  'parts-not-confirmed': {
    text: text('尚未确认的单位:{offices}。', 'Not confirmed yet by: {offices}.'),
    next: text('请先由这些单位确认本单位部分已完成。', 'They confirm their parts first.'),
  },
  'milestones-open': {
    text: text('尚未达到的节点:{milestones}。', 'Milestones not reached: {milestones}.'),
    next: text(
      '请先登记已达到,或凭批准文件改期。',
      'Record that they are reached, or move them with an approving document.',
    ),
  },
  'reports-missing': {
    text: text('逾期未报的季度:{quarters}。', 'Quarters whose report is late: {quarters}.'),
    next: text('请先补报并说明原因。', 'Report them first, and say why they are late.'),
  },
  'not-a-document-number': {
    text: text('文号格式不对。', 'This is not a document number.'),
    next: text(
      '应如 阳社建〔2026〕3号:六角括号,序号不编虚位。',
      'It reads like 阳社建〔2026〕3号: hexagonal brackets, no leading zero.',
    ),
  },
  'document-copy-missing': {
    text: text('没有上传文件。', 'The document itself is missing.'),
    next: text('请上传该文件的扫描件或照片。', 'Upload a scan or a photo of it.'),
  },
  'list-is-closed': {
    text: text('本任务的配合单位在方案中已逐一列明。', 'The plan itself names everybody who cooperates in this task.'),
  },
  'no-open-milestone': { text: text('没有未达到的节点。', 'No milestone is open.') },
  'same-day-as-before': { text: text('新日期与原日期{day}相同。', 'The new day is the old one, {day}.') },
  'measures-recorded-already': { text: text('{number}已登记过。', '{number} is recorded already.') },
  'task-being-verified': {
    text: text('任务正在核验,确认不能撤回。', 'The task is being verified; the confirmation stands.'),
    next: text('请联系市社区建设领导小组办公室退回任务。', 'Ask the city office to send the task back.'),
  },
  'personal-number-in-text': {
    text: text(
      '问题中像是有电话或证件号码,问答是公开的。',
      'There seems to be a phone or identity number in it, and questions are public.',
    ),
    next: text('请去掉号码再提交。', 'Please take it out.'),
  },
  'share-of-nothing': {
    text: text('分母为0,没有比例。', 'A share of nothing is no figure.'),
    next: text('没有对象的,不必填报。', 'Where nobody is concerned, nothing need be given.'),
  },
  'more-than-all': { text: text('分子{n}大于分母{d}。', 'The numerator {n} is more than the denominator {d}.') },
  'own-submission': {
    text: text('不能审核自己填报的数值。', 'Nobody approves what they gave themselves.'),
    next: text('请由另一人审核。', 'Ask a colleague.'),
  },
  'no-such-sentence': { text: text('方案里没有这一句。', 'The plan has no such sentence.') },
}
