/** The resident identity number (公民身份号码): region 6, birth date 8, sequence 3, check 1. @law GB-11643 */
import { ageOn, type PlainDate, parsePlainDate } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { compact } from './half-width.ts'

/** 1 male, 2 female (GB/T 2261.1) */
export type Sex = 1 | 2

export type IdNumberWarning = 'region-not-known'
export type IdNumber = {
  readonly number: string // 18 characters, X upper case
  readonly birth: PlainDate
  readonly sex: Sex
  readonly warnings: readonly IdNumberWarning[]
}

export type IdNumberRules = {
  readonly today: PlainDate
  /** Numbers of the never assigned region 140399 are taken: for trials only. */
  readonly allowTest?: boolean
  /** Six-digit region codes now or formerly in use; absent: not compared. Unknown ones only warn. @law GBT-2260 */
  readonly isKnownRegion?: (region: string) => boolean
}

export const TEST_REGION = '140399'
const OLDEST_AGE = 130
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** The provinces of GB/T 2260, and 83 of the residence permits for Taiwan residents; no province was ever abolished. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** Checks what was typed. Abolished regions are lawful: people keep their number for life. */
export function checkIdNumber(raw: string, { today, allowTest, isKnownRegion }: IdNumberRules): Outcome<IdNumber> {
  const number = compact(raw)
  if (/^\d{15}$/u.test(number)) return refuse('id-number-15-digits', 'GB-11643')
  if (number.length !== 18) return refuse('id-number-length', 'GB-11643', { length: number.length })
  if (!/^[1-9]\d{16}[\dX]$/u.test(number)) return refuse('id-number-characters', 'GB-11643')
  if (!PROVINCES.has(number.slice(0, 2))) return refuse('id-number-no-such-province', 'GBT-2260')
  const birth = parsePlainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  if (birth === undefined || birth < '1800') return refuse('id-number-no-such-day', 'GB-11643')
  if (idNumberCheckCharacter(number.slice(0, 17)) !== number[17]) return refuse('id-number-check', 'GB-11643')
  if (birth > today) return refuse('id-number-future', 'GB-11643')
  if (ageOn(birth, today) > OLDEST_AGE) return refuse('id-number-too-old', 'practice', { most: OLDEST_AGE })
  const region = number.slice(0, 6)
  if (region === TEST_REGION && allowTest !== true) return refuse('id-number-test', 'practice')
  const known = region === TEST_REGION || isKnownRegion === undefined || isKnownRegion(region)
  const sex = Number(number[16]) % 2 === 1 ? 1 : 2
  return allow({ number, birth, sex, warnings: known ? [] : ['region-not-known'] })
}

/** 校验码 of the first seventeen digits. @law GB-11643 (ISO 7064 MOD 11-2) */
export function idNumberCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return '10X98765432'[sum % 11] ?? ''
}
