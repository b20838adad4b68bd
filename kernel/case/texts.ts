import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of cases, files and documents. */
export const caseTexts: RefusalTexts = {
  'case-not-found': {
    text: text('没有查到这个办件。', 'No such case was found.'),
    next: text(
      '请核对办件编号;如仍有疑问,请到窗口或拨打服务电话查询。',
      'Please check the number, or ask at the window or by phone.',
    ),
  },
  'case-is-closed': {
    text: text('这个办件已于{day}办结,不能再办理。', 'This case was closed on {day}; nothing more can be done in it.'),
    next: text('如需再次办理,请重新申请。', 'To go on, please apply again.'),
  },
  'case-changed-meanwhile': {
    text: text(
      '这个办件刚刚被他人更新,您的操作没有生效。',
      'This case has just been changed by somebody else; nothing was done.',
    ),
    next: text('请查看最新情况后再操作。', 'Please look at its present state and try again.'),
  },
  'too-many-to-export': {
    text: text('超过{most}条,不能一次导出。', 'More than {most} rows cannot be taken out at once.'),
    next: text('请先按事项或视图缩小范围。', 'Narrow the view first.'),
  },
  'no-such-move': { text: text('没有“{move}”这一办理环节。', 'There is no step “{move}”.') },
  'not-at-this-step': {
    text: text('办件目前所处的环节不能这样办理。', 'The case is at a step where this cannot be done.'),
  },
  'not-yours-to-do': {
    text: text('您的岗位无权进行此项操作。', 'Your post may not do this.'),
    next: text('请由有权的机关或人员办理。', 'It is for the office or person entitled.'),
  },
  'proof-needed': {
    text: text('办理此事需要进一步核验身份。', 'This needs a stronger proof of who you are.'),
    next: text(
      '请使用在社区登记的手机号,或带身份证到窗口由工作人员核验。',
      'Use the phone on file with your community, or bring your card to the window.',
    ),
  },
  'no-such-opening': { text: text('不能从这里发起这一事项。', 'This cannot be begun here.') },
  'place-not-found': { text: text('没有这个地方。', 'There is no such place.') },
  'not-begun-at-this-level': {
    text: text('这件事不在这一级发起。', 'This is not begun at this level.'),
    next: text('请另选地点。', 'Please choose another place.'),
  },
  'adults-only': {
    text: text('须年满{years}周岁的人提出。', 'Only persons of {years} years or more may begin this.'),
    next: text('请由家长或监护人提出。', 'Please ask a parent or guardian to begin it.'),
  },
  'not-overdue': { text: text('该办件没有超期。', 'The case is not overdue.') },
  'own-matter': {
    text: text('本人或本人代办的事项应当回避。', 'Nobody handles their own matter, or one they act in as agent.'),
    next: text('请交由其他工作人员办理。', 'Please hand it to a colleague.'),
  },
  'form-has-errors': { text: text('有{count}处需要改正。', '{count} entries need correcting.') },
  'no-files-here': { text: text('这一环节不接收附件。', 'No files are taken at this step.') },
  'too-busy': { text: text('办理的人太多,请稍后再试。', 'Too many at once; please try again shortly.') },
  'key-used-for-another': {
    text: text('这个提交编号已用于另一份内容。', 'This submission key was used for something else.'),
    next: text('请刷新页面后重新提交。', 'Please reload the page and send again.'),
  },
  'same-item-open': {
    text: text('该事项已有一件正在办理。', 'An application for the same service is already under way.'),
    next: text('请在“我的”中查看进度。', 'Please follow it under “Mine”.'),
  },
  'record-not-ours': {
    text: text('这条记录与存证不符,不能出具回执。', 'This record does not match what was sealed; no receipt is given.'),
    next: text('请联系管理员核查。', 'Please tell the administrator.'),
  },
  'nothing-masked': { text: text('没有被隐藏的信息。', 'Nothing is masked here.') },
  'document-not-found': {
    text: text('没有查到这份文书。', 'No such document was found.'),
    next: text(
      '请核对校验码;查不到的文书请勿采信。',
      'Please check the code; do not rely on a document that cannot be found.',
    ),
  },
  'file-not-found': { text: text('没有查到这个附件。', 'No such file was found.') },
  'file-empty': { text: text('文件是空的。', 'The file is empty.') },
  'file-too-large': {
    text: text('文件超过{megabytes} MB。', 'The file is larger than {megabytes} MB.'),
    next: text('请缩小照片或分成几个文件。', 'Please shrink the photo or split the file.'),
  },
  'file-kind-not-taken': { text: text('只接收 PDF、JPG、PNG 文件。', 'Only PDF, JPG and PNG files are taken.') },
  'file-not-what-it-says': {
    text: text('文件内容是{kind},与文件名不符。', 'The file’s content is {kind}, not what its name says.'),
    next: text('请重新拍照或导出后再上传。', 'Please take the photo or export the file again.'),
  },
  'no-file': { text: text('没有收到文件。', 'No file was received.') },
  'not-a-tracking-number': {
    text: text('办件编号不正确。', 'That is not a tracking number.'),
    next: text('编号印在收件凭证上,如 YQ26-7K3M-9P2X。', 'It is printed on the receipt, like YQ26-7K3M-9P2X.'),
  },
  'request-not-as-described': { text: text('提交的内容不符合要求。', 'What was sent is not as described.') },
  'not-from-our-pages': { text: text('请求不是从本系统页面发出的。', 'The request did not come from our pages.') },
  'too-many-requests': {
    text: text('操作太频繁,请{seconds}秒后再试。', 'Too many requests; please wait {seconds} seconds.'),
  },
  'no-such-page': { text: text('没有这个页面。', 'There is no such page.') },
  unexpected: {
    text: text('系统出了差错,您的操作没有生效。', 'Something went wrong on our side; nothing was done.'),
    next: text('请稍后再试;如再出现,请联系管理员。', 'Please try again; if it happens again, tell the administrator.'),
  },
}
