import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const dutyListTexts: RefusalTexts = {
  'list-not-yours': {
    text: text('这份清单由{owner}维护。', 'This list is kept by the {owner}.'),
    next: text('请把意见交给维护单位。', 'Tell the office that keeps it.'),
  },
  'list-step-not-next': {
    text: text('清单目前是“{state}”,不能直接变为“{to}”。', 'The list is {state}; it cannot become {to}.'),
  },
  'list-empty': { text: text('清单里还没有事项。', 'There is no item in the list yet.') },
  'own-list-not-approved': {
    text: text('起草人不能批准自己起草的清单。', 'Whoever drafted a list may not approve it.'),
    next: text('请由本单位另一人批准。', 'A colleague has to.'),
  },
  'list-not-heard': {
    text: text(
      '只听取了{heard}个社区的意见,至少需要{least}个。',
      '{heard} communities were heard; {least} have to be.',
    ),
    next: text('请等社区提交意见后再批准。', 'Wait for their opinions.'),
  },
  'list-in-hand': {
    text: text('已有一份正在起草的版本(第{number}版)。', 'A version is in hand already (no. {number}).'),
    next: text('请继续编辑该版本。', 'Go on with that one.'),
  },
  'list-not-editable': {
    text: text('征求意见结束后,清单内容不能再改。', 'After consulting, a list’s content cannot be changed.'),
    next: text('请另行起草新版本。', 'Draft a new version.'),
  },
  'list-not-found': { text: text('没有这份清单。', 'There is no such list.') },
  'item-not-found': { text: text('清单里没有这个事项。', 'The list has no such item.') },
  'opinion-given-already': { text: text('本单位已提交过意见。', 'Your office has given its opinion.') },
  'not-being-consulted-on': { text: text('清单目前不在征求意见。', 'The list is not being consulted on.') },
  'no-basis-no-entry': {
    text: text('没有法律法规或政策依据的事项,不予受理。', 'What has no basis in law or policy is not taken in.'),
    next: text('请写明法律名称和条款。', 'Name the law and its article.'),
  },
  'not-a-basis': {
    text: text('不是可查证的依据:{wrong}。', 'No basis that can be looked up: {wrong}.'),
    next: text(
      '请按“《法律名称》第几条”填写;本地做法不能作为依据。',
      'Name law and article; local practice is no basis.',
    ),
  },
  'item-code-wrong': {
    text: text('编号应以“{list}-”开头,后接数字或字母。', 'The code begins with “{list}-”, then digits or capitals.'),
  },
  'item-code-taken': {
    text: text('编号{code}已有事项。', 'The code {code} is taken.'),
    next: text('请换一个编号,或修改原有事项。', 'Take another, or change the item that has it.'),
  },
  'item-incomplete': { text: text('事项{code}缺少名称、类别或方式。', 'Item {code} lacks a name, category or kind.') },
  'item-period-wrong': { text: text('事项{code}的起止日期不对。', 'The days of item {code} are wrong.') },
  'assistance-without-funds': {
    text: text(
      '协助政府的事项必须写明经费标准和来源({clause})。',
      'Assistance has to say how much money comes, and from where ({clause}).',
    ),
    next: text('请填写每个社区的经费标准和经费来源。', 'Give the amount for each community and its source.'),
  },
  'power-without-flow': {
    text: text('小微权力{code}须写明流程,至少两步。', 'A small power needs its flow, two steps or more ({code}).'),
  },
  'certificate-forbidden': {
    text: text(
      '“{name}”属于不应由社区出具的证明,不得列入保留清单({clause},事项{code})。',
      '“{name}” is one of the twenty that no committee issues: it may not be retained ({clause}, item {code}).',
    ),
    next: text('请移出该事项。办事人应到{goTo}。', 'Take it out. People go to: {goTo}.'),
  },
  'certificate-without-law': {
    text: text(
      '保留的证明须有法律或行政法规依据(事项{code})。',
      'A certificate is retained only where a law or regulation asks for it (item {code}).',
    ),
    next: text('请写明法律法规名称和条款。', 'Name the law and its article.'),
  },
  'certificate-template-wrong': {
    text: text(
      '证明正文与核实事项对不上(事项{code}):{wrong}。',
      'The text of item {code} does not fit what is stated: {wrong}.',
    ),
    next: text(
      '正文须有{姓名},每个核实事项都写成花括号,不写别的花括号。',
      'It needs {姓名}, every fact in braces, and no other braces.',
    ),
  },
  'certificate-form-wrong': {
    text: text(
      '事项{code}的证明内容不完整:须有证明编码、适用范围、核实事项和正文,只有证明保留清单有。',
      'Item {code} lacks its code, where it applies, facts or text; only the list of certificates has them.',
    ),
  },
  'certificate-kind-twice': {
    text: text(
      '证明编码“{kind}”在清单中出现两次(事项{code})。',
      'The certificate “{kind}” stands twice in the list (item {code}).',
    ),
  },
  'rows-not-good': {
    text: text('有{bad}行没有通过检查,没有写入。', '{bad} rows did not pass; nothing was written.'),
    next: text('请按提示改正后重新上传。', 'Correct them and upload again.'),
  },
}
