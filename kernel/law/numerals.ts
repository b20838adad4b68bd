/** Chinese numerals (汉字数字) as laws write their article numbers: 第十条, 第一百零八条, 第一千二百五十九条. */

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const PLACES = ['', '十', '百', '千'] as const

/** @param count a whole number, 0 to 9999; beyond that no article number exists and digits are given back */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 9999) return String(count)
  if (count === 0) return '零'
  let words = ''
  let zeroPending = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(count / 10 ** place) % 10
    if (digit === 0) {
      zeroPending = words !== ''
      continue
    }
    if (zeroPending) words += '零'
    zeroPending = false
    words += DIGITS[digit] + (PLACES[place] ?? '')
  }
  return words.startsWith('一十') ? words.slice(1) : words
}
