/** Money (金额) in whole fen (分): read, written, and spelt in the capitals of financial papers (大写金额). */
import { toHalfWidth } from '#kernel/identity-number/half-width.ts'

declare const fenBrand: unique symbol

/** Whole fen, one hundredth of a yuan; never a fraction. Negative for money that goes back. */
export type Fen = number & { readonly [fenBrand]: true }

export class NotAnAmountError extends Error {
  override name = 'NotAnAmountError'
}

export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value)
}

export function fen(value: number): Fen {
  const whole = value + 0 // no negative zero
  if (!isFen(whole)) throw new NotAnAmountError('an amount is a whole number of fen')
  return whole
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((sum: number, amount) => sum + amount, 0))
}

/**
 * Reads yuan as typed: '1234.5', '1,234.50', '￥１２３４', '12元'. At most two decimals; commas only between thousands.
 * Undefined for anything else: 万 and fractions of a fen are asked again, not guessed.
 */
export function parseYuan(raw: string): Fen | undefined {
  const plain = toHalfWidth(raw)
    .replace(/\s/gu, '')
    .replace(/^(-?)[¥￥]/u, '$1')
    .replace(/元整?$/u, '')
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/u.exec(plain)
  if (match === null) return undefined
  const [, sign, yuan = '', cents = ''] = match
  const amount = Number(yuan.replaceAll(',', '') + cents.padEnd(2, '0')) * (sign === '-' ? -1 : 1) + 0
  return isFen(amount) ? amount : undefined
}

/** 1,234.50 */
export function formatYuan(amount: Fen): string {
  const { sign, yuan, rest } = partsOf(amount)
  return `${sign}${yuan.replace(/\B(?=(?:\d{3})+$)/gu, ',')}.${rest}`
}

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const

/**
 * 大写金额: 壹仟零伍元整, 叁角整, 壹元零贰分. Up to yuan or jiao it closes with 整; one 零 stands for zeros in between.
 * @law 正确填写票据和结算凭证的基本规定 (People’s Bank of China)
 */
export function upperCaseYuan(amount: Fen): string {
  const { sign, yuan, rest } = partsOf(amount)
  const whole = Number(yuan)
  const [jiao, cent] = [Number(rest[0]), Number(rest[1])]
  let words = whole > 0 ? `${wholeYuan(whole)}元` : ''
  if (jiao > 0) words += `${digit(jiao)}角`
  else if (cent > 0 && whole > 0) words += '零'
  if (cent > 0) words += `${digit(cent)}分`
  else words = `${words === '' ? '零元' : words}整`
  return `${sign === '-' ? '负' : ''}${words}`
}

function wholeYuan(count: number): string {
  if (count >= 100_000_000) return inUnits(count, 100_000_000, '亿')
  if (count >= 10_000) return inUnits(count, 10_000, '万')
  return belowTenThousand(count)
}

/** What is below the unit is led in by 零 when its highest place is empty: 壹亿零伍万, 壹万零叁. */
function inUnits(count: number, unit: number, name: string): string {
  const rest = count % unit
  const gap = rest > 0 && rest < unit / 10 ? '零' : ''
  return `${wholeYuan(Math.floor(count / unit))}${name}${gap}${rest > 0 ? wholeYuan(rest) : ''}`
}

function belowTenThousand(count: number): string {
  let words = ''
  let zeroPending = false
  for (let place = 3; place >= 0; place -= 1) {
    const value = Math.floor(count / 10 ** place) % 10
    if (value === 0) {
      zeroPending = words !== ''
      continue
    }
    words += `${zeroPending ? '零' : ''}${digit(value)}${PLACES[place] ?? ''}`
    zeroPending = false
  }
  return words
}

function digit(value: number): string {
  return DIGITS[value] ?? ''
}

function partsOf(amount: Fen): { sign: '' | '-'; yuan: string; rest: string } {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return { sign: amount < 0 ? '-' : '', yuan: digits.slice(0, -2), rest: digits.slice(-2) }
}
