/** Unified social credit codes. The codes of region 140399 are made up. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  identityNumberTexts,
  organisationCheckCharacter,
} from '#kernel/identity-number'

test.each([
  ['the sample of many guides', '91350100M000100Y43', 'M000100Y4'],
  ['organ, inner check X', '11140399MB0TE5T1X7', 'MB0TE5T1X'],
  ['social association', '51140399MJ0TE5T27E', 'MJ0TE5T27'],
  ['social service institution', '52140399MJ0TE5T356', 'MJ0TE5T35'],
  ['foundation', '53140399MJ0TE5T946', 'MJ0TE5T94'],
  ['villagers’ committee', '54140399ME0TE5T45Q', 'ME0TE5T45'],
  ['residents’ committee', '55140399MF0TE5T57Y', 'MF0TE5T57'],
  ['enterprise', '91140399MA0TE5T67X', 'MA0TE5T67'],
  ['individual business', '92140399MA0TE5T83G', 'MA0TE5T83'],
  ['village collective economic organisation', 'N2140399MF0TE5T73C', 'MF0TE5T73'],
])('GB 32100, valid: %s %s', (_because, code, inner) => {
  expect(checkCreditCode(code)).toMatchObject({ ok: true, value: { code, inner, warnings: [] } })
})

test.each([
  ['small letters', '91350100m000100y43'],
  ['full width', '９１３５０１００Ｍ０００１００Ｙ４３'],
  ['blanks', ' 913501 00M000100Y43 '],
])('is kept in one form: %s', (_because, raw) => {
  expect(checkCreditCode(raw)).toMatchObject({ ok: true, value: { code: '91350100M000100Y43' } })
})

test.each([
  ['wrong check character', '91350100M000100Y44', 'credit-code-check'],
  ['the letter O', '9135O100M000100Y43', 'credit-code-characters'],
  ['the letter I', '91350100M00010IY43', 'credit-code-characters'],
  ['the letter S', '91350100MS00100Y43', 'credit-code-characters'],
  ['the letter V', '91350100MV00100Y43', 'credit-code-characters'],
  ['the letter Z', '91350100MZ00100Y43', 'credit-code-characters'],
  ['a letter in the region', '91A50100M000100Y43', 'credit-code-region'],
  ['17 characters', '91350100M000100Y4', 'credit-code-length'],
  ['19 characters', '91350100M000100Y433', 'credit-code-length'],
  ['nothing', '', 'credit-code-length'],
] as const)('GB 32100, refused: %s', (_because, raw, code) => {
  expect(checkCreditCode(raw)).toMatchObject({ ok: false, code })
  expect(identityNumberTexts[code]?.next).toBeDefined()
})

test('an inner check that differs only warns, and so does an unknown authority', () => {
  const inner = '91350100M000100Y5'
  expect(checkCreditCode(inner + creditCodeCheckCharacter(inner))).toMatchObject({
    ok: true,
    value: { warnings: ['inner-check-differs'] },
  })
  const authority = '81350100M000100Y4'
  expect(checkCreditCode(authority + creditCodeCheckCharacter(authority))).toMatchObject({
    ok: true,
    value: { warnings: [] },
  })
  const unknown = 'B1350100M000100Y4'
  expect(checkCreditCode(unknown + creditCodeCheckCharacter(unknown))).toMatchObject({
    ok: true,
    value: { warnings: ['authority-not-known'] },
  })
})

test('GB 11714: ten is X, eleven is 0', () => {
  expect(organisationCheckCharacter('MB0TE5T1')).toBe('X')
  const checks = Array.from({ length: 200 }, (_, at) => organisationCheckCharacter(String(at).padStart(8, '0')))
  expect(new Set(checks)).toEqual(new Set('0123456789X'))
})

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const letter = fc.constantFrom(...Array.from(ALPHABET))
const codes = fc
  .tuple(
    fc.string({ unit: letter, minLength: 2, maxLength: 2 }),
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.string({ unit: letter, minLength: 9, maxLength: 9 }),
  )
  .map(([head, region, tail]) => `${head}${region}${tail}`)
  .map((body) => body + creditCodeCheckCharacter(body))

test('every code built by the standard is taken, every single mistyped character is caught', () => {
  fc.assert(
    fc.property(codes, fc.integer({ min: 0, max: 17 }), letter, (code, at, typed) => {
      expect(checkCreditCode(code).ok).toBe(true)
      fc.pre(code.charAt(at) !== typed)
      expect(checkCreditCode(code.slice(0, at) + typed + code.slice(at + 1)).ok).toBe(false)
    }),
  )
})
