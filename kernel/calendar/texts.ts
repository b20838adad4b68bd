/** The sentence for every refusal of the clock (不予理由). */
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

export const clockTexts: RefusalTexts = {
  'suspension-without-document': {
    text: text('中止计时须有书面通知及其文号。', 'A clock is suspended only by a written notice with its number.'),
    next: text('请先制发中止通知书。', 'Please issue the suspension notice first.'),
  },
  'clock-stopped': {
    text: text(
      '该事项已于{stoppedOn}办结,不能再中止计时。',
      'The matter was completed on {stoppedOn}; its clock cannot be suspended.',
    ),
  },
  'clock-suspended-already': {
    text: text('计时自{since}起已经中止。', 'The clock has been suspended since {since}.'),
    next: text('恢复计时后方可再次中止。', 'It can be suspended again once it has been resumed.'),
  },
  'suspension-too-early': {
    text: text(
      '中止日期{on}早于可中止的最早日期{notBefore}。',
      'The suspension on {on} lies before {notBefore}, the earliest day possible.',
    ),
  },
}
