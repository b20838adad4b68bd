/** Amounts: read, written, spelt. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addFen, fen, formatYuan, NotAnAmountError, parseYuan, upperCaseYuan } from '#kernel/money'

test.each([
  ['whole yuan', '1234', 123_400],
  ['one decimal', '1234.5', 123_450],
  ['two decimals', '1234.05', 123_405],
  ['thousands', '1,234,567.80', 123_456_780],
  ['full width, with the sign', '￥１，２３４．５', 123_450],
  ['the other sign', '¥12', 1200],
  ['with 元', ' 12元 ', 1200],
  ['with 元整', '12元整', 1200],
  ['nothing', '0', 0],
  ['money back', '-12.30', -1230],
  ['minus nothing is nothing', '-0', 0],
  ['the point that floats get wrong', '1.15', 115],
  ['another', '4.35', 435],
  ['a fraction of a fen', '1.005', undefined],
  ['comma in the wrong place', '12,34', undefined],
  ['a comma for a point', '12,5', undefined],
  ['万 is asked again', '1.2万', undefined],
  ['words', '十二', undefined],
  ['two points', '1.2.3', undefined],
  ['a point and nothing', '1.', undefined],
  ['exponents', '1e3', undefined],
  ['too much for whole numbers', '99999999999999999', undefined],
  ['empty', '', undefined],
])('read: %s', (_because, raw, amount) => {
  expect(parseYuan(raw)).toBe(amount)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [50, '0.50'],
  [123_450, '1,234.50'],
  [100_000_000, '1,000,000.00'],
  [99_999, '999.99'],
  [-123_450, '-1,234.50'],
])('%i fen is written %s', (amount, written) => {
  expect(formatYuan(fen(amount))).toBe(written)
})

test.each([
  ['nothing', '0', '零元整'],
  ['whole yuan close with 整', '100', '壹佰元整'],
  ['jiao close with 整', '0.30', '叁角整'],
  ['fen do not', '0.05', '伍分'],
  ['yuan and fen: 零 between', '1.02', '壹元零贰分'],
  ['yuan and jiao', '10.50', '壹拾元伍角整'],
  ['one 零 between places', '1409.50', '壹仟肆佰零玖元伍角整'],
  ['zeros in a row: one 零', '6007.14', '陆仟零柒元壹角肆分'],
  ['zero yuan place', '1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['over ten thousand', '107000.53', '壹拾万柒仟元伍角叁分'],
  ['empty thousands', '16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['empty below ten thousand', '10003', '壹万零叁元整'],
  ['exactly ten thousand', '10000', '壹万元整'],
  ['ten is 壹拾', '10', '壹拾元整'],
  ['a hundred million', '100000000', '壹亿元整'],
  ['and five', '100000005', '壹亿零伍元整'],
  ['and fifty thousand', '100050000', '壹亿零伍万元整'],
  ['and ten million', '110000000', '壹亿壹仟万元整'],
  ['all places', '123456789.12', '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分'],
  ['ten thousand 亿', '1000000000000', '壹万亿元整'],
  ['ten thousand 亿 and one 亿', '1000100000000', '壹万零壹亿元整'],
  ['money back', '-12.30', '负壹拾贰元叁角整'],
])('capitals: %s', (_because, yuan, capitals) => {
  const amount = parseYuan(yuan)
  expect(amount === undefined ? undefined : upperCaseYuan(amount)).toBe(capitals)
})

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((value) => fen(value))

test('what is written is read as the same amount', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseYuan(formatYuan(amount))).toBe(amount)
    }),
  )
})

test('capitals are well formed, and different for different amounts', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      expect(upperCaseYuan(a)).toMatch(/^负?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分]+整?$/u)
      expect(upperCaseYuan(a)).not.toMatch(/零零|零元[^整]|元元|undefined/u)
      if (a !== b) expect(upperCaseYuan(a)).not.toBe(upperCaseYuan(b))
    }),
  )
})

test('an amount is a whole number of fen', () => {
  expect(() => fen(0.5)).toThrow(NotAnAmountError)
  expect(() => fen(Number.NaN)).toThrow(NotAnAmountError)
  expect(Object.is(fen(-0), 0)).toBe(true)
  expect(addFen(fen(10), fen(20), fen(-5))).toBe(25)
})
