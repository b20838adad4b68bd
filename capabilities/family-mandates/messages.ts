import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const familyMandateMessages: MessageTexts = {
  'mandate-taken': text(
    '您的家人已可以替您办事,到{to}为止;随时可以在“家人代办”里取消。',
    'Your family may now apply for you, until {to}; you may end it at any time.',
  ),
  'mandate-ended': text('一份家人代办授权已终止。', 'An authorisation to act for family has ended.'),
}
