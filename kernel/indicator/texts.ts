import type { RefusalTexts } from '#kernel/outcome/texts.ts'
import { type Text, text } from '#kernel/text'
import type { Indicator } from './index.ts'

export const indicatorTexts: RefusalTexts = {
  'indicator-not-found': { text: text('没有这项指标。', 'There is no such indicator.') },
  'month-not-counted': {
    text: text('{month}没有统计记录。', 'Nothing was put on record for {month}.'),
    next: text('请选择有记录的月份。', 'Please choose a month on record.'),
  },
}

/** The target in words. */
export function targetText({ target, unit }: Pick<Indicator, 'target' | 'unit'>): Text {
  switch (target.kind) {
    case 'all':
      return unit === 'percent' ? text('100 %', '100 %') : text('全部', 'all')
    case 'at-least':
      return text(`不少于 ${target.count}`, `at least ${target.count}`)
    case 'none':
      return text('0', '0')
    case 'yes':
      return text('有', 'yes')
    case 'trend':
      return target.up ? text('逐年提高', 'rising') : text('逐年下降', 'falling')
  }
}
