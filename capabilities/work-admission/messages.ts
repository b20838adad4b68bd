import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const admissionMessages: MessageTexts = {
  'admission-objection-lodged': text(
    '您对准入公示的异议{number}已收到,县(区)社区办将在列入清单前答复。',
    'Your objection {number} was received; the county office answers it before anything is entered.',
  ),
  'admission-objection-answered': text(
    '您对准入公示的异议{number}已答复,请在“我的”中查看。',
    'Your objection {number} was answered; see it under “mine”.',
  ),
}
