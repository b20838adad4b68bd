/** The words of the unified evaluation (统一考核), Chinese beside English. */
import { text } from '#kernel/text'

export const evaluationWords = {
  title: text('统一考核', 'Unified evaluation'),
  lead: text(
    '县（区）、街道（乡镇）一年各考核一次；部门可以提指标，不能另开考核。',
    'County and street evaluate once a year each; departments propose indicators and open none of their own.',
  ),
  plans: text('本年度方案', 'Plans of this year'),
  noPlans: text('本年度还没有方案。', 'There is no plan of this year yet.'),
  open: text('开方案并公布', 'Open and publish the plan'),
  openHint: text(
    '每行一项：名称，权重，依据（指标编号或办件种类）。合计100。',
    'One a line: name, weight, evidence (number of an indicator or a kind of case). They make 100.',
  ),
  indicators: text('指标', 'Indicators'),
  example: text('居务公开按期率，60，I-12', 'Openness on time, 60, I-12'),
  sum: text('合计', 'Sum'),
  year: text('年度', 'Year'),
  weight: text('权重', 'Weight'),
  evidence: text('依据', 'Evidence'),
  by: text('提出单位', 'Proposed by'),
  proposals: text('部门提出的指标', 'What departments proposed'),
  noProposals: text('还没有人提。', 'Nothing was proposed.'),
  take: text('采纳进方案', 'Take in'),
  decline: text('不采纳', 'Decline'),
  reason: text('理由', 'Reasons'),
  propose: text('提一项指标', 'Propose an indicator'),
  name: text('名称', 'Name'),
  place: text('给哪个县（区）或街道（12位）', 'For which county or street, 12 digits'),
  review: text('减负纳入述职评议', 'Relief is part of the secretaries’ review'),
  document: text('文号', 'Document'),
  on: text('日期', 'Day'),
  record: text('登记', 'Record'),
  done: text('已办好', 'Done'),
  states: {
    proposed: text('待采纳', 'Proposed'),
    taken: text('已采纳', 'Taken in'),
    declined: text('未采纳', 'Declined'),
  },
} as const
