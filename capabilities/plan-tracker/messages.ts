import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const planMessages: MessageTexts = {
  'plan-question-asked': text(
    '您对实施方案的提问{number}已收到,由牵头单位答复。',
    'Your question {number} about the plan was received; the office that leads answers it.',
  ),
  'plan-question-answered': text(
    '您对实施方案的提问{number}已答复。',
    'Your question {number} about the plan was answered.',
  ),
  'plan-question-declined': text(
    '您的提问{number}未作公开答复,理由见办件。',
    'Your question {number} is not answered in public; the case gives the reasons.',
  ),
}
