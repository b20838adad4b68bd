import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of opening accounts and giving posts. */
export const appointmentTexts: RefusalTexts = {
  'no-such-role': { text: text('没有“{role}”这个角色。', 'There is no role “{role}”.') },
  'no-such-account': { text: text('没有这个账号。', 'There is no such account.') },
  'account-not-found': { text: text('没有这个账号。', 'There is no such account.') },
  'account-ended': {
    text: text('这个账号已停用。', 'This account has ended.'),
    next: text('请另开一个账号。', 'Please open another one.'),
  },
  'login-taken': { text: text('这个账号名已有人用。', 'This login is taken.') },
  'not-a-login': {
    text: text(
      '账号用小写字母开头,3至31位字母、数字、点或连字符。',
      'An account’s name has 3 to 31 small letters, digits, dots or hyphens, a letter first.',
    ),
  },
  'no-such-office': {
    text: text('没有这个单位。', 'There is no such office.'),
    next: text('请从查找结果中选择。', 'Please choose one of those found.'),
  },
  'not-a-post-here': {
    text: text('这个单位没有这个岗位。', 'There is no such post at this office.'),
    next: text('请选择本单位的岗位。', 'Please choose a post of this office.'),
  },
  'post-held-already': { text: text('已担任这个岗位。', 'The post is held already.') },
  'post-not-found': { text: text('没有这个在任岗位。', 'There is no such post that still holds.') },
  'own-account': {
    text: text('不能处理自己的账号和岗位。', 'Nobody acts on their own account or posts.'),
    next: text('请由另一名管理员办理。', 'Please ask another administrator.'),
  },
  'administrators-are-separate': {
    text: text('三员分立:管理员不兼任其他岗位。', 'The three administrators hold no other post.'),
  },
  'administrators-at-the-machine': {
    text: text(
      '管理员的账号和岗位只在服务器上办理。',
      'Accounts and posts of administrators are kept at the machine only.',
    ),
    next: text('请用命令 npm run staff 办理。', 'Please use the command npm run staff.'),
  },
}
