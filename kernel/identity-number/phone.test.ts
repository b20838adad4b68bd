/** Telephone numbers and masks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  identityNumberTexts,
  maskAccount,
  maskIdNumber,
  maskName,
  maskPhone,
  normalisePhone,
} from '#kernel/identity-number'

test.each([
  ['mobile', '13800001234', '+8613800001234', 'mobile'],
  ['mobile of 19x', '19900001234', '+8619900001234', 'mobile'],
  ['mobile with blanks', ' 138 0000 1234 ', '+8613800001234', 'mobile'],
  ['mobile with hyphens', '138-0000-1234', '+8613800001234', 'mobile'],
  ['mobile, full width', '１３８００００１２３４', '+8613800001234', 'mobile'],
  ['mobile with +86', '+86 13800001234', '+8613800001234', 'mobile'],
  ['mobile with full-width +86', '＋８６13800001234', '+8613800001234', 'mobile'],
  ['mobile with 86', '8613800001234', '+8613800001234', 'mobile'],
  ['mobile with 0086', '0086-13800001234', '+8613800001234', 'mobile'],
  ['landline of Yangquan', '0353-2023456', '+863532023456', 'landline'],
  ['without a hyphen', '03532023456', '+863532023456', 'landline'],
  ['in brackets', '(0353)2023456', '+863532023456', 'landline'],
  ['with country code and no 0', '+86 353 2023456', '+863532023456', 'landline'],
  ['with country code and 0', '0086 0353-2023456', '+863532023456', 'landline'],
  ['Beijing, eight digits', '010-12345678', '+861012345678', 'landline'],
  ['Beijing with country code', '+861012345678', '+861012345678', 'landline'],
  ['400', '400-123-4567', '+864001234567', 'service'],
  ['800', '8001234567', '+868001234567', 'service'],
  ['police', '110', '+86110', 'short'],
  ['hotline', '12345', '+8612345', 'short'],
  ['hotline, full width', '１２３４８', '+8612348', 'short'],
])('taken: %s', (_because, raw, e164, kind) => {
  expect(normalisePhone(raw)).toEqual({ ok: true, value: { e164, kind, typed: raw.trim() } })
})

test('an extension is kept beside the number', () => {
  const expected = { e164: '+863532023456', kind: 'landline', extension: '801' }
  expect(normalisePhone('0353-2023456-801')).toMatchObject({ ok: true, value: expected })
  expect(normalisePhone('0353-2023456转801')).toMatchObject({ ok: true, value: expected })
})

test.each([
  ['no area code', '2023456', 'phone-without-area-code'],
  ['no area code, eight digits', '82023456', 'phone-without-area-code'],
  ['ten digits', '1380000123', 'not-a-phone'],
  ['twelve digits', '138000012345', 'not-a-phone'],
  ['begins with 12', '12800001234', 'not-a-phone'],
  ['a short number nobody answers', '12346', 'not-a-phone'],
  ['another country', '+1 202 555 0101', 'not-a-phone'],
  ['letters', '1380000123a', 'not-a-phone'],
  ['two numbers', '13800001234/13800001235', 'not-a-phone'],
  ['an extension too long', '0353-2023456-1234567', 'not-a-phone'],
  ['the country alone', '+86', 'not-a-phone'],
  ['nothing', '', 'not-a-phone'],
] as const)('refused: %s', (_because, raw, code) => {
  expect(normalisePhone(raw)).toMatchObject({ ok: false, code })
  expect(identityNumberTexts[code]?.next).toBeDefined()
})

test('the kept form is read as itself', () => {
  const digits = (count: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count })
  const typed = fc.oneof(
    digits(9).map((rest) => `13${rest}`),
    digits(7).map((rest) => `0353-${rest}`),
    digits(8).map((rest) => `021${rest}`),
    digits(7).map((rest) => `400${rest}`),
    fc.constantFrom('110', '12345', '12393'),
  )
  fc.assert(
    fc.property(typed, (raw) => {
      const first = normalisePhone(raw)
      const again = first.ok ? normalisePhone(first.value.e164) : first
      expect(again).toMatchObject({ ok: true, value: { e164: first.ok ? first.value.e164 : '' } })
    }),
  )
})

test.each([
  ['first six and last four', '140399195601010012', '140399********0012'],
  ['with X', '14039920061123008x', '140399********008X'],
  ['not a number: hidden whole', '12345', '********'],
  ['nothing', '', '********'],
])('identity number: %s', (_because, number, masked) => {
  expect(maskIdNumber(number)).toBe(masked)
})

test.each([
  ['two characters', '张三', '张*'],
  ['three: the length is hidden', '张三丰', '张*'],
  ['a compound surname', '欧阳明', '欧阳*'],
  ['a compound surname with two more', '司马相如', '司马*'],
  ['two characters are surname and given name', '欧阳', '欧*'],
  ['four characters, no compound surname', '王李明明', '王*'],
  ['a name in parts', '阿依古丽·买买提', '阿*·*'],
  ['with another dot', '阿依古丽•买买提', '阿*·*'],
  ['a rare character outside the basic plane', '𠮷田', '𠮷*'],
  ['one character', '王', '王*'],
  ['blanks around', ' 张三 ', '张*'],
  ['nothing', '', ''],
])('name: %s', (_because, name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test.each([
  ['mobile', '13800001234', '138****1234'],
  ['mobile as kept', '+8613800001234', '138****1234'],
  ['landline', '0353-2023456', '0353-****456'],
  ['landline as kept', '+863532023456', '0353-****456'],
  ['landline of Beijing', '+861012345678', '010-****678'],
  ['public numbers are public', '12345', '12345'],
  ['anything else is hidden', 'call me', '*******'],
])('phone: %s', (_because, phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test.each([
  ['last four', '6222000011112222', '****2222'],
  ['with blanks', '6222 0000 1111 2222', '****2222'],
  ['too short to show any', '1234567', '****'],
])('account: %s', (_because, account, masked) => {
  expect(maskAccount(account)).toBe(masked)
})
