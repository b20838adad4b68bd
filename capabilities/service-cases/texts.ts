import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of service cases. */
export const serviceCaseTexts: RefusalTexts = {
  'item-not-found': { text: text('没有这个事项。', 'There is no such service.') },
  'materials-missing': {
    text: text('还缺少应由申请人提交的材料。', 'Materials that the applicant must bring are still missing.'),
    next: text(
      '可一次性告知补正,或依规定容缺受理。',
      'Ask for corrections once, or accept with tolerance where allowed.',
    ),
  },
  'nothing-to-fetch': { text: text('没有需要核验的共享材料。', 'There is no shared material left to check.') },
  'told-once-already': {
    text: text(
      '已于{on}一次性告知,不得再次要求补正。',
      'Corrections were asked for on {on}; they may be asked for only once.',
    ),
    next: text(
      '材料齐全的应当受理;不属于受理范围的应当说明理由。',
      'Accept when complete, or refuse with reasons when out of scope.',
    ),
  },
  'notice-not-complete': {
    text: text(
      '告知不完整,遗漏了已知缺少的材料。',
      'The notice is not complete: it leaves out what is known to be missing.',
    ),
  },
  'nothing-to-tolerate': { text: text('材料齐全,无需容缺。', 'Nothing is missing; tolerance is not needed.') },
  'promise-not-signed': { text: text('申请人须先签署容缺承诺。', 'The applicant must sign the promise first.') },
  'nothing-attached': {
    text: text('还没有附上材料。', 'Nothing is attached yet.'),
    next: text(
      '请拍照或选文件;纸质材料可到窗口提交。',
      'Take a photo or choose a file; paper can be brought to the window.',
    ),
  },
  'overdue-not-explained': {
    text: text('已于{late}超期,须先说明原因。', 'Late since {late}: the reason has to be given first.'),
  },
  'nothing-outstanding': { text: text('没有待补交的材料。', 'Nothing is outstanding.') },
  'tolerated-materials-outstanding': {
    text: text(
      '容缺材料尚未补齐(期限{deadline}),不得出具结果。',
      'Tolerated materials are outstanding (by {deadline}); no result may be given out.',
    ),
  },
  'parts-outstanding': {
    text: text('还有{count}个联办单位没有答复。', '{count} joint offices have not answered yet.'),
  },
  'extended-already': { text: text('期限只能延长一次。', 'The term may be extended only once.') },
  'clock-not-running': { text: text('还没有开始计时。', 'The clock is not running.') },
  'rated-already': { text: text('一次办理只评价一次。', 'One rating for one case.') },
  'disputed-already': { text: text('权属异议只能提出一次。', 'Ownership may be disputed only once.') },
  'rated-may-not-close': {
    text: text('被评价的单位不得自行了结。', 'The office that was rated may not close this.'),
    next: text('由上级核实办结。', 'Its superior checks and closes it.'),
  },
  'appealed-already': { text: text('已经申诉过一次。', 'An appeal was made already.') },
  'account-not-the-principals': {
    text: text(
      '代办的钱款只能进入申请人本人账户。',
      'Money applied for by an agent goes to the applicant’s own account only.',
    ),
    next: text(
      '请核对账户是申请人本人的,再勾选确认。',
      'Check that the account is the applicant’s own, then confirm it.',
    ),
  },
  'no-agent': { text: text('这个办件没有代办人。', 'Nobody acts for the applicant in this case.') },
  'agent-is-principal': { text: text('代办人不能是申请人本人。', 'The agent may not be the applicant.') },
}
