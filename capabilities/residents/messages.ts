import type { MessageTexts } from '#kernel/notice'
import { text } from '#kernel/text'

export const residentMessages: MessageTexts = {
  'data-correction-asked': text(
    '您的更正申请{number}已收到,由社区核实。',
    'Your request {number} was received; your community checks it.',
  ),
  'data-correction-corrected': text(
    '您申请更正的信息已更正({number})。',
    'What you asked to be corrected was put right ({number}).',
  ),
  'data-correction-declined': text(
    '您的更正申请{number}未予更正,理由见办件;不服可向人民法院起诉。',
    'Your request {number} was declined; the case gives the reasons, and you may go to court.',
  ),
}
