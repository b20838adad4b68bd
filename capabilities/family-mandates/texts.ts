import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const familyMandateTexts: RefusalTexts = {
  'mandate-code-wrong': {
    text: text('口令不对,或者已经过时、用过。', 'The code is wrong, has expired, or was used.'),
    next: text('请家人重新生成一个。', 'Ask for a new one.'),
  },
  'mandate-of-oneself': {
    text: text(
      '这是您自己生成的口令,要由家人在他(她)的手机上输入。',
      'This is your own code: your family enters it on their phone.',
    ),
  },
  'mandate-not-in-force': {
    text: text('这份授权已经终止或到期。', 'This authorisation has ended.'),
    next: text('请家人重新授权。', 'Ask for a new one.'),
  },
}
