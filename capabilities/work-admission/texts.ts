import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

const APPLY = text(
  '请先向县(区)社区办申请准入;紧急的可请街道临时准入。',
  'Apply to the county office for admission first; what cannot wait may be admitted for a while by the street.',
)

/** What the gate answers: each names its clause of the plan's list (F1–F8) or the admission procedure. */
export const workAdmissionTexts: RefusalTexts = {
  'no-admitted-item': {
    text: text(
      '没有引用施行中的清单事项,不得下达给社区。社区可以拒绝。',
      'It cites no item of a list in force, so it may not go to a community, and the community may refuse it.',
    ),
    next: APPLY,
  },
  'item-of-another-place': {
    text: text('清单事项{item}不适用于该社区。', 'Item {item} is not for this community.'),
    next: APPLY,
  },
  'outside-period': {
    text: text(
      '今天不在事项{item}的期限内({from}起,{to}止)。',
      'Today is outside the days of item {item} ({from} to {to}).',
    ),
    next: text('过期事项须重新准入。', 'What has run out has to be admitted again.'),
  },
  'another-category': {
    text: text('所填类别与清单事项{item}的类别不符。', 'The category is not that of item {item}.'),
    next: text('请按清单事项的类别下达,不得借名。', 'Use the item for what it is.'),
  },
  'item-of-another-office': {
    text: text('本单位不是事项{item}的牵头或配合部门。', 'Your office neither leads nor assists in item {item}.'),
    next: text('请由牵头部门下达。', 'The lead department has to send it.'),
  },
  'kind-not-admitted': {
    text: text(
      '事项{item}没有准入这种方式({kind},条款{clause})。',
      'Item {item} was not admitted in this way ({kind}, clause {clause}).',
    ),
    next: text(
      '只能按清单写明的方式下达;新增台账、会议、牌子须重新准入。',
      'Only the ways that the list names; ledgers, meetings and plaques have to be admitted.',
    ),
  },
  'forbidden-responsibility': {
    text: text(
      '不得将社区作为行政执法、拆迁拆违、环境整治、城市管理、招商引资的责任主体(条款{clause})。',
      'A community is never made responsible for law enforcement, demolition, environmental rectification, urban management or investment attraction (clause {clause}).',
    ),
    next: text('请由有权机关自行承担。', 'The competent authority has to do it itself.'),
  },
  'duty-of-government': {
    text: text(
      '协助事项{item}的责任主体是政府部门,社区只协助(条款{clause})。',
      'In item {item} the government is responsible; the community only assists (clause {clause}).',
    ),
    next: text('请把承担方式改为“协助”。', 'Ask for assistance.'),
  },
  'in-negative-list': {
    text: text(
      '县(区)负面清单{item}禁止这样要求社区(条款{clause})。',
      'The county’s negative list forbids it ({item}, clause {clause}).',
    ),
  },
  'funds-not-transferred': {
    text: text(
      '事项{item}的经费没有到位,社区尚未确认收到(条款{clause},费随事转)。',
      'The money of item {item} has not arrived: the community has not confirmed it (clause {clause}).',
    ),
    next: text(
      '请先拨付经费,由社区确认到位后再下达。',
      'Transfer it first; once the community confirms, the task may go.',
    ),
  },
  'too-many-meetings': {
    text: text(
      '本月上级召集的会议已有{held}次,再加{asked}次超过{most}次(条款{clause})。',
      'Upper levels have called {held} meetings this month; {asked} more pass the {most} (clause {clause}).',
    ),
    next: text('请合并会议,或改在下月。', 'Merge meetings, or wait for next month.'),
  },
  'certificates-not-so': {
    text: text(
      '不得以任务形式要求社区出具证明(条款{clause})。',
      'A certificate is not asked for as a task (clause {clause}).',
    ),
    next: text('请核对证明保留清单,自行核验。', 'Look at the list of certificates kept; verify it yourselves.'),
  },
  'separate-assessment': {
    text: text(
      '部门不得单独对社区组织考核评比(条款{clause})。',
      'A department runs no evaluation of its own (clause {clause}).',
    ),
    next: text(
      '请向街道、县(区)的年度统一考核提出指标建议。',
      'Propose an indicator for the one evaluation of the year.',
    ),
  },
  'forbidden-words': {
    text: text(
      '内容含有已取消的“{words}”(条款{clause})。',
      'The text holds what is cancelled: “{words}” (clause {clause}).',
    ),
    next: text('请删去后再提交。', 'Take it out.'),
  },
  'no-emergency-law': {
    text: text(
      '应急免予准入须引用突发事件、传染病、防洪、防震等法律({laws})。',
      'Only an emergency law exempts from admission ({laws}).',
    ),
    next: APPLY,
  },
  'emergency-unrecorded': {
    text: text('本单位上次应急下达的情况逾期未补录。', 'Your office has not recorded its last emergency in time.'),
    next: text('请先补录,再下达新的应急任务。', 'Record it first.'),
  },
  'temporary-too-long': {
    text: text('临时准入不超过{months}个月。', 'A temporary admission lasts {months} months at most.'),
    next: text('更长的须走常规准入。', 'Longer ones take the full path.'),
  },
  'temporary-not-again': {
    text: text(
      '同一单位同类事项的临时准入({until}止)不得续期。',
      'The temporary admission of the same (until {until}) is not renewed.',
    ),
    next: text('须走常规准入。', 'Only the full path is open.'),
  },
  'form-is-checked-first': {
    text: text(
      '报表不能直接下达：先查重，登记册已有的不再索要。',
      'A form does not go out by hand: its fields are checked first, and what is held is not asked.',
    ),
    next: text('请在“表格查重”里下发。', 'Send it from “Check a form”.'),
  },
  'not-every-place': {
    text: text('{refused}个社区不能下达,全部未发出。', '{refused} communities may not be sent this; nothing went out.'),
    next: text('请去掉这些社区,或按提示处理。', 'Leave them out, or do what is said.'),
  },
  'task-is-admitted': {
    text: text(
      '这项任务有准入事项和到位经费,不能以未准入为由拒绝。',
      'This was admitted and paid for: it cannot be refused as not admitted.',
    ),
    next: text('如超出事项范围,请选择相应理由。', 'If it goes beyond its item, say so.'),
  },
  'demand-is-admitted': {
    text: text(
      '该事项在清单内({item}),只是没有经系统下达。',
      'This is in the list ({item}); it was only not sent through the system.',
    ),
    next: text('请要求对方在系统内下达。', 'Ask the office to send it here.'),
  },
  'verdict-lapsed': {
    text: text(
      '用词核对超过期限,不能放行(条款{clause})。',
      'Its wording was not looked at in time: it cannot go out (clause {clause}).',
    ),
    next: text('已退回下达单位,可以重新下达。', 'It goes back to the office, which may send it again.'),
  },
  'place-not-yours': { text: text('只能下达给本辖区的社区。', 'Only to communities of your own area.') },
  'funds-below-standard': {
    text: text(
      '金额低于事项标准{standard}元(条款{clause})。',
      'The amount is below the item’s standard of {standard} yuan (clause {clause}).',
    ),
  },
  'listed-already': {
    text: text('清单中已有同名事项{item}。', 'The list has it already ({item}).'),
    next: text('请直接引用该事项。', 'Cite that item.'),
  },
  'communities-not-found': {
    text: text('没有找到:{names}。', 'Not found: {names}.'),
    next: text('请核对名称,或填写12位代码。', 'Check the names, or give the codes.'),
  },
  'hearing-too-small': {
    text: text('只有{named}个社区,至少需要{least}个。', '{named} communities; {least} have to be heard.'),
  },
  'streets-not-heard': { text: text('还有{silent}个街道(乡镇)未答复。', '{silent} streets have not answered.') },
  'check-not-answered': { text: text('审核({check})尚未答复。', 'The {check} check is not answered.') },
  'funds-not-confirmed': {
    text: text('财政部门未确认经费(条款{clause})。', 'Finance does not confirm the money (clause {clause}).'),
    next: text('请退回申请部门落实经费。', 'The applicant has to find it.'),
  },
  'not-lawful': { text: text('合法性审核未通过(条款{clause})。', 'It was not found lawful (clause {clause}).') },
  'more-votes-than-members': {
    text: text('票数{present}多于应到人数{members}。', '{present} votes of {members} members.'),
  },
  'leading-group-no-quorum': {
    text: text('到会{present}人,应到{members}人,未过半数。', '{present} of {members} members: not over half.'),
  },
  'publicity-not-over': { text: text('公示到{until}为止,期满后才能列入。', 'It is published until {until}.') },
  'no-such-agreement': {
    text: text('没有编号为{cited}的购买服务协议。', 'No service agreement has the number {cited}.'),
    next: text('请先在“发起”中登记协议,由购买单位确认。', 'Record it under “Begin”; the buyer confirms it.'),
  },
  'agreement-of-others': {
    text: text(
      '协议{number}不是该单位与本社区签订的。',
      'Agreement {number} is not between this office and this community.',
    ),
  },
  'agreement-not-in-force': {
    text: text(
      '协议{number}今天没有生效({from}起,{to}止)。',
      'Agreement {number} is not in force today ({from} to {to}).',
    ),
    next: text('请由购买单位确认,或另签协议。', 'The buyer has to confirm it, or a new one is needed.'),
  },
  'agreement-number-taken': {
    text: text('合同编号{number}已有生效的协议。', 'An agreement in force has the number {number}.'),
    next: text('请核对编号。', 'Check the number.'),
  },
  'agreement-too-long': {
    text: text('购买服务协议不超过{months}个月。', 'A service agreement lasts {months} months at most.'),
  },
  'office-not-known': {
    text: text('没有名为“{name}”的单位。', 'No office is called “{name}”.'),
    next: text(
      '请填写现用全称,如市民政局;街道填本社区所属街道办事处。',
      'Give its present name in full; of streets, the community’s own.',
    ),
  },
  'admission-not-published': {
    text: text('该事项目前不在公示。', 'This is not being published.'),
    next: text('公示期内才能提出异议。', 'Objections are taken while it is published.'),
  },
  'objection-too-late': {
    text: text('异议须在{lastDay}前(含当日)提出。', 'Objections were taken until {lastDay}.'),
    next: text(
      '列入清单后,可在每年12月的年度评估中向县(区)社区办反映。',
      'Once it is in the list, tell the county office for the review in December.',
    ),
  },
  'own-application': {
    text: text('申请部门不能对自己的申请提出异议。', 'An applicant does not object to its own application.'),
    next: text('可以撤回申请。', 'It may withdraw.'),
  },
  'not-of-this-county': {
    text: text('只受理本县(区)社区、街道(乡镇)的异议。', 'Only communities and streets of this county object.'),
  },
  'objected-already': {
    text: text('您已对该事项提出过异议。', 'Your objection to this is on record.'),
    next: text('请等待答复;撤回后可以重新提出。', 'Wait for the answer, or withdraw it and object anew.'),
  },
  'objections-unanswered': {
    text: text('还有{open}条异议没有答复。', '{open} objections have no answer.'),
    next: text('请逐条答复后再列入清单。', 'Answer each before it is entered.'),
  },
  'objection-upheld': {
    text: text('有{upheld}条异议成立,不能列入清单。', '{upheld} objections were found right: it cannot be entered.'),
    next: text('请不予准入,由部门修改后重新申请。', 'It is not admitted; the department may apply anew.'),
  },
  'no-objection-upheld': {
    text: text('没有异议成立,不能以此不予准入。', 'No objection was found right.'),
    next: text('公示期满后列入清单。', 'Enter it when its days are over.'),
  },
  'review-in-december': { text: text('年度评估在每年12月进行。', 'The yearly review is held in December.') },
  'review-begun-already': { text: text('{year}年的评估已经开始。', 'The review of {year} has begun.') },
}
