/** Resident identity numbers. All numbers are of region 140399, which belongs to nobody, or are wrong. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/calendar'
import { checkIdNumber, idNumberCheckCharacter, identityNumberTexts } from '#kernel/identity-number'

const today = plainDate('2026-06-01')
const check = (raw: string) => checkIdNumber(raw, { today, allowTest: true })

test.each([
  ['male', '140399195601010012', '1956-01-01', 1],
  ['female', '140399195601010020', '1956-01-01', 2],
  ['leap day', '140399198002290036', '1980-02-29', 1],
  ['leap day of 2000', '140399200002290183', '2000-02-29', 2],
  ['male', '140399199008151234', '1990-08-15', 1],
  ['last day of a year', '140399199912319998', '1999-12-31', 1],
  ['a minor', '140399201506010151', '2015-06-01', 1],
  ['aged', '140399193610091169', '1936-10-09', 2],
  ['female', '140399198504052046', '1985-04-05', 2],
  ['check character X', '14039920061123008X', '2006-11-23', 2],
  ['check 0', '140399197007070070', '1970-07-07', 1],
  ['check 1', '140399197007070011', '1970-07-07', 1],
  ['check 2', '140399197007070062', '1970-07-07', 2],
  ['check 3', '140399197007070193', '1970-07-07', 1],
  ['check 4', '140399197007070054', '1970-07-07', 1],
  ['check 5', '140399197007070185', '1970-07-07', 2],
  ['check 6', '140399197007070046', '1970-07-07', 2],
  ['check 7', '140399197007070097', '1970-07-07', 1],
  ['check 8', '140399197007070038', '1970-07-07', 1],
  ['check 9', '140399197007070089', '1970-07-07', 2],
  ['check X', '14039919700707002X', '1970-07-07', 2],
] as const)('GB 11643, valid: %s %s', (_because, number, birth, sex) => {
  expect(check(number)).toEqual({ ok: true, value: { number, birth, sex, warnings: [] } })
})

test.each([
  ['full-width digits', '１４０３９９１９５６０１０１００１２', '140399195601010012'],
  ['small x', '14039920061123008x', '14039920061123008X'],
  ['full-width small x', '14039920061123008ｘ', '14039920061123008X'],
  ['blanks around', '  140399195601010012\n', '140399195601010012'],
  ['blanks within, wide ones too', '140399 19560101　0012', '140399195601010012'],
])('is kept in one form: %s', (_because, raw, number) => {
  expect(check(raw)).toMatchObject({ ok: true, value: { number } })
})

test.each([
  ['wrong check character', '140399195601010013', 'id-number-check'],
  ['29 February 1981, check character right', '140399198102290033', 'id-number-no-such-day'],
  ['month 13, check character right', '140399199013011236', 'id-number-no-such-day'],
  ['29 February 1900, check character right', '140399190002290013', 'id-number-no-such-day'],
  ['born in 2099, check character right', '140399209912310017', 'id-number-future'],
  ['15 digits', '140399800815123', 'id-number-15-digits'],
  ['15 digits, full width', '１４０３９９８００８１５１２３', 'id-number-15-digits'],
  ['17 characters', '14039919560101001', 'id-number-length'],
  ['19 characters', '1403991956010100122', 'id-number-length'],
  ['nothing', '', 'id-number-length'],
  ['a letter in the body', '14039919560101O012', 'id-number-characters'],
  ['X not at the end', '1403991956010100X2', 'id-number-characters'],
  ['another letter at the end', '14039919560101001A', 'id-number-characters'],
  ['begins with 0', '040399195601010012', 'id-number-characters'],
  ['no province 99, check character right', '990101191006076643', 'id-number-no-such-province'],
  ['adjacent digits exchanged', '140399195601010102', 'id-number-check'],
] as const)('GB 11643, refused: %s', (_because, raw, code) => {
  expect(check(raw)).toMatchObject({ ok: false, code })
  expect(identityNumberTexts[code]?.next).toBeDefined()
})

test.each([
  ['born today', '2026-06-01', true],
  ['born tomorrow', '2026-06-02', false],
  ['130 years and 364 days old', '1895-06-02', true],
  ['131 today', '1895-06-01', false],
])('birth: %s', (_because, birth, valid) => {
  const body = `140399${birth.replaceAll('-', '')}001`
  expect(check(body + idNumberCheckCharacter(body)).ok).toBe(valid)
})

test('the trial region is refused unless switched on', () => {
  expect(checkIdNumber('140399195601010012', { today })).toMatchObject({ ok: false, code: 'id-number-test' })
  expect(checkIdNumber('140399195601010012', { today, allowTest: false })).toMatchObject({ ok: false })
})

test('an abolished region only warns, and a known one does not', () => {
  const isKnownRegion = (region: string) => region === '140302'
  const numberOf = (region: string) => {
    const body = `${region}19560101001`
    return checkIdNumber(body + idNumberCheckCharacter(body), { today, isKnownRegion })
  }
  expect(numberOf('142701')).toMatchObject({ ok: true, value: { warnings: ['region-not-known'] } })
  expect(numberOf('140302')).toMatchObject({ ok: true, value: { warnings: [] } })
})

test('a refusal repeats nothing of the number', () => {
  const outcome = check('140399198102290033')
  expect(JSON.stringify(outcome)).not.toMatch(/1403|1981|0229/u)
})

const bodies = fc
  .tuple(fc.integer({ min: 0, max: 45_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([days, sequence]) => {
    const birth = addDays(plainDate('1900-01-01'), days).replaceAll('-', '')
    return `140399${birth}${String(sequence).padStart(3, '0')}`
  })

test('every number built by the standard is taken', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(check(body + idNumberCheckCharacter(body)).ok).toBe(true)
    }),
  )
})

test('every single mistyped digit is caught', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const number = body + idNumberCheckCharacter(body)
      const digit = number[at] === 'X' ? 10 : Number(number[at])
      const wrong = number.slice(0, at) + String((digit + by) % 10) + number.slice(at + 1)
      fc.pre(wrong !== number)
      expect(check(wrong).ok).toBe(false)
    }),
  )
})

test('two neighbouring digits exchanged are caught', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 0, max: 15 }), (body, at) => {
      const number = body + idNumberCheckCharacter(body)
      const wrong = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
      fc.pre(wrong !== number)
      expect(check(wrong).ok).toBe(false)
    }),
  )
})

const anyCharacters = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })

test('anything that is typed gets an answer', () => {
  fc.assert(fc.property(anyCharacters, (raw) => typeof check(raw).ok === 'boolean'))
})
