import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentNumber, parseTracking, trackingNumber, verificationCode } from './number.ts'

const number = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => trackingNumber(bytes, 2026))

describe('a tracking number', () => {
  test('is read however it is typed', () => {
    fc.assert(
      fc.property(number, (one) => {
        for (const typed of [
          one,
          one.toLowerCase(),
          one.replaceAll('-', ''),
          ` ${one.replaceAll('-', ' ')} `,
          one.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
        ]) {
          expect(parseTracking(typed)).toEqual({ ok: true, value: one })
        }
      }),
    )
  })
  test('with one wrong sign, or two neighbours exchanged, is refused', () => {
    fc.assert(
      fc.property(number, fc.nat(7), fc.constantFrom(...'2346789ABCDEFGHJKMNPQRTUWXYZ'), (one, at, sign) => {
        const body = one.slice(5).replace('-', '')
        const wrong = body.slice(0, at) + sign + body.slice(at + 1)
        if (wrong !== body) expect(parseTracking(`YQ26${wrong}`).ok).toBe(false)
        const swapped = at < 7 ? body.slice(0, at) + (body[at + 1] ?? '') + (body[at] ?? '') + body.slice(at + 2) : body
        if (swapped !== body) expect(parseTracking(`YQ26${swapped}`).ok).toBe(false)
      }),
    )
  })
})

test.each([['hexagonal brackets, no leading zero', '阳民受字', 2026, 12, '阳民受字〔2026〕12号']] as const)(
  'document number: %s',
  (_because, series, year, n, expected) => {
    expect(documentNumber(series, year, n)).toBe(expected)
  },
)
test.each([
  ['a zero', '阳民受字', 0],
  ['a Latin series', 'ABC', 1],
  ['a series of nine characters', '阳泉市民政局受理字', 1],
] as const)('no document number has %s', (_because, series, n) => {
  expect(() => documentNumber(series, 2026, n)).toThrow('not a document number')
})
test('a verification code has twenty signs', () => {
  expect(verificationCode(new Uint8Array(20).map((_, i) => i * 13))).toMatch(/^[2346789A-HJKMNP-RTUW-Z]{20}$/)
})
