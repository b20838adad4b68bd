import { clockTexts } from '#kernel/calendar'
import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { text } from '#kernel/text'

/** Sentences for the refusals of dated values and the calendar. */
export const settingsTexts: RefusalTexts = {
  ...clockTexts,
  'no-such-value': { text: text('没有名为{name}的参数。', 'There is no value named {name}.') },
  'not-a-day': { text: text('日期不存在或不属于该年度。', 'That day does not exist, or is not of that year.') },
  'value-must-begin-later': {
    text: text('新值须自{today}之后的日期起施行。', 'A new value must begin after {today}.'),
    next: text('已经开始的办件保持原值。', 'Cases already begun keep their value.'),
  },
  'unknown-basis': {
    text: text('依据的写法不正确。', 'The basis is not written as an act and article.'),
    next: text('例如 ALL art 42 或 practice。', 'For example “ALL art 42” or “practice”.'),
  },
  'second-person-confirms': {
    text: text('须由另一人确认,且只确认一次。', 'Another person must confirm, and only once.'),
  },
  'promised-above-legal': {
    text: text(
      '承诺时限{promised}天超过法定时限{legal}天。',
      'The promised {promised} days are more than the legal {legal}.',
    ),
  },
}
