import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const certificateTexts: RefusalTexts = {
  'certificate-not-ours': {
    text: text('“{name}”不由居(村)民委员会出具({clause})。', 'The committee does not issue “{name}” ({clause}).'),
    next: text('请到{goTo}。', 'Please go to: {goTo}.'),
  },
  'certificate-not-on-list': {
    text: text(
      '该证明不在本地施行的证明保留清单内({clause})。',
      'It is not on the list of certificates retained here ({clause}).',
    ),
    next: text('请要求提供证明的单位自行核实。', 'Whoever demands it has to check for itself.'),
  },
  'no-such-certificate': { text: text('没有这一证明事项。', 'There is no such certificate.') },
  'not-of-this-community': {
    text: text(
      '登记的居住地不在本社区(村),本社区无法核实。',
      'By the register you do not live here, so the committee cannot verify it.',
    ),
    next: text('请到居住地的社区(村)办理,或先更正登记的信息。', 'Ask where you live, or have the register corrected.'),
  },
  'kin-of-applicant': {
    text: text('与申请人是一家人的,应当回避。', 'A member of the applicant’s household does not handle it.'),
    next: text('请交由其他工作人员办理。', 'Please hand it to a colleague.'),
  },
  'same-hands': {
    text: text('前后两个环节不能由同一个人办理。', 'The same person may not do both steps.'),
    next: text('请由另一人办理。', 'It is for somebody else.'),
  },
  'fact-not-verifiable': {
    text: text('有{count}项事实无法核实,不得出具证明。', '{count} facts cannot be verified; nothing is certified.'),
    next: text('请选择“无法核实,不予出具”,并说明理由。', 'Decline, and say why.'),
  },
  'exposure-names-nobody': {
    text: text(
      '文字里没有写明单位全称“{organisation}”。',
      'The text does not name the organisation, “{organisation}”.',
    ),
  },
  'exposure-names-the-person': {
    text: text('文字里出现了居民的姓名或号码。', 'The text holds the resident’s name or number.'),
    next: text('写单位,不写居民;请删去。', 'Name the organisation, never the resident: take it out.'),
  },
  'exposure-holds-a-number': {
    text: text('文字里有像身份证号或手机号的号码。', 'The text holds what looks like an identity or phone number.'),
    next: text('请删去。', 'Take it out.'),
  },
  'reported-after-today': { text: text('反映日期不能晚于今天。', 'It cannot have been reported after today.') },
  'reported-too-long-ago': {
    text: text('这一天反映的,最迟应在{lastDay}登记。', 'What was reported on that day had to be entered by {lastDay}.'),
    next: text(
      '请按今天反映登记,并在经过里写明实际日期。',
      'Enter it as reported today, and tell the real day in the account.',
    ),
  },
  'organisation-not-found': {
    text: text('登记册里没有这个单位,或者已经注销。', 'The register has no such organisation, or it has ended.'),
    next: text('请重新选择,或直接填写单位名称。', 'Choose again, or type its name.'),
  },
  'no-exposure-drafted': {
    text: text('还没有拟好的曝光文字。', 'No text has been drafted.'),
    next: text('请先拟稿,再由另一人公开。', 'Draft it first; somebody else publishes it.'),
  },
}
