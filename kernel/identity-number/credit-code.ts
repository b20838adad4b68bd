/** The unified social credit code (统一社会信用代码): authority 1, class 1, region 6, organisation code 9, check 1. @law GB-32100 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { compact } from './half-width.ts'

/** None of them refuses: some older codes differ from the standard. */
export type CreditCodeWarning = 'inner-check-differs' | 'authority-not-known'
export type CreditCode = {
  readonly code: string // 18 characters, upper case
  readonly inner: string // the organisation code (组织机构代码) of GB 11714, 9 characters
  readonly warnings: readonly CreditCodeWarning[]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY' // no I O S V Z
const AUTHORITIES = '123456789ANY'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

export function checkCreditCode(raw: string): Outcome<CreditCode> {
  const code = compact(raw)
  if (code.length !== 18) return refuse('credit-code-length', 'GB-32100', { length: code.length })
  if (!Array.from(code).every((character) => ALPHABET.includes(character)))
    return refuse('credit-code-characters', 'GB-32100')
  if (!/^\d{6}$/u.test(code.slice(2, 8))) return refuse('credit-code-region', 'GB-32100')
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) return refuse('credit-code-check', 'GB-32100')
  const inner = code.slice(8, 17)
  const warnings: CreditCodeWarning[] = []
  if (organisationCheckCharacter(inner.slice(0, 8)) !== inner[8]) warnings.push('inner-check-differs')
  if (!AUTHORITIES.includes(code.charAt(0))) warnings.push('authority-not-known')
  return allow({ code, inner, warnings })
}

/** 校验码 of the first seventeen characters: weights 3^i modulo 31. @law GB-32100 */
export function creditCodeCheckCharacter(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += weight * ALPHABET.indexOf(character)
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** The check of the inner organisation code; here letters count from A = 10 to Z = 35. @law GB-11714 */
export function organisationCheckCharacter(body: string): string {
  const sum = INNER_WEIGHTS.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
