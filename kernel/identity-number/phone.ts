/** Telephone numbers (电话号码) of the mainland: one form to keep, the typed form beside it. @practice domain 1.8 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { toHalfWidth } from './half-width.ts'

/** Only a mobile number receives text messages and can be signed in with. */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'short'

export type Phone = {
  readonly e164: string // '+86…', without the leading 0 of the area code and without the extension
  readonly typed: string // as it came, trimmed
  readonly kind: PhoneKind
  readonly extension?: string // 分机
}

const SHORT_NUMBERS = new Set(['110', '119', '120', '122', '12345', '12333', '12348', '12393'])

export function normalisePhone(raw: string): Outcome<Phone> {
  const typed = raw.trim()
  const plain = toHalfWidth(typed)
    .replace(/[\s().\u200b\ufeff]/gu, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/转/gu, '-')
  const bare = plain.replace(/^(?:\+86|0086|86)-?/u, '')
  const found = readNumber(plain) ?? (bare === plain ? undefined : (readNumber(bare) ?? readLandline(`0${bare}`)))
  if (found !== undefined) return allow({ ...found, typed })
  if (/^[2-9]\d{6,7}$/u.test(plain)) return refuse('phone-without-area-code', 'practice')
  return refuse('not-a-phone', 'practice')
}

type Reading = Omit<Phone, 'typed'>

function readNumber(plain: string): Reading | undefined {
  const digits = plain.replaceAll('-', '')
  if (/^1[3-9]\d{9}$/u.test(digits)) return { e164: `+86${digits}`, kind: 'mobile' }
  if (/^[48]00\d{7}$/u.test(digits)) return { e164: `+86${digits}`, kind: 'service' }
  if (SHORT_NUMBERS.has(plain)) return { e164: `+86${plain}`, kind: 'short' }
  return readLandline(plain)
}

/** Area codes: 010, 02x, and four digits from 03xx on. After +86 the leading 0 is left out. */
function readLandline(plain: string): Reading | undefined {
  const match = /^0(10|2\d|[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/u.exec(plain)
  if (match === null) return undefined
  const [, area, local, extension] = match
  const e164 = `+86${area}${local}`
  return extension === undefined ? { e164, kind: 'landline' } : { e164, kind: 'landline', extension }
}
