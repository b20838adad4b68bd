/** Numbers people read and type (编号): of documents, of cases, and the codes by which documents are verified. Pure. */
import { allow, type Outcome, refuse } from '#kernel/outcome'

/** 文号: series of two to eight characters, year in 〔〕, no leading zero. @law GBT-9704; domain 0.5 */
export const DOCUMENT_NUMBER = /^[\u4e00-\u9fa5]{2,8}〔(19|20)\d{2}〕[1-9]\d*号$/

export function documentNumber(series: string, year: number, n: number): string {
  const number = `${series}〔${year}〕${n}号`
  if (!DOCUMENT_NUMBER.test(number)) throw new Error(`not a document number: ${number}`)
  return number
}

/** 证明编号: the committee's 12 digits, ZM, year, five digits. @law domain 6.5 */
export function certificateNumber(series: string, year: number, n: number): string {
  const number = `${series}-${year}-${String(n).padStart(5, '0')}`
  if (!/^\d{12}-ZM-(19|20)\d{2}-\d{5}$/.test(number)) throw new Error(`not a certificate number: ${number}`)
  return number
}

/** 28 signs: no 0 O, 1 I L, 5 S, V, so that a number read over the phone stays itself. */
const SIGNS = '2346789ABCDEFGHJKMNPQRTUWXYZ'
const PRIME = 29

/** A weighted sum modulo 29 over 28 signs: catches any one wrong sign and any two neighbours exchanged. */
function checkValue(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (sum + (SIGNS.indexOf(text[i] ?? '') + 1) * (i + 2)) % PRIME
  return sum
}

/** The eighth sign closes the sum; rarely none of the 28 does, then the caller's next bytes are used. */
function closed(body: string): string | undefined {
  for (const sign of SIGNS) if (checkValue(body + sign) === 0) return body + sign
  return undefined
}

function signsFrom(bytes: Uint8Array, count: number, from: number): string {
  let text = ''
  for (let i = 0; i < count; i++) text += SIGNS[(bytes[(from + i) % bytes.length] ?? 0) % SIGNS.length]
  return text
}

/** 办件编号 such as YQ26-7K3M-9P2X: not in sequence, closed by a check sign. `bytes`: eight or more random ones. */
export function trackingNumber(bytes: Uint8Array, year: number): string {
  for (let shift = 0; ; shift++) {
    const body = closed(
      signsFrom(
        bytes.map((byte) => byte + shift),
        7,
        0,
      ),
    )
    if (body) return `YQ${String(year).slice(-2)}-${body.slice(0, 4)}-${body.slice(4)}`
  }
}

/** Takes small letters, full width, blanks, and missing or odd dashes. */
export function parseTracking(raw: string): Outcome<string> {
  const plain = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const match = /^YQ(\d{2})([0-9A-Z]{8})$/.exec(plain)
  const body = match?.[2] ?? ''
  if (!match || ![...body].every((sign) => SIGNS.includes(sign)) || checkValue(body) !== 0)
    return refuse('not-a-tracking-number', 'practice')
  return allow(`YQ${match[1]}-${body.slice(0, 4)}-${body.slice(4)}`)
}

/** 校验码: twenty signs, more than 90 bits from `bytes` (at least twenty random ones). */
export function verificationCode(bytes: Uint8Array): string {
  return signsFrom(bytes, 20, 0)
}
