/**
 * One JSON text for one value (RFC 8785), limited to what PostgreSQL jsonb gives back unchanged.
 * @practice a digest taken before the insert must be found again from the row
 */
import { type Fields, isFields } from './encoding.ts'

export class NotCanonicalError extends Error {
  override name = 'NotCanonicalError'
}

/** Deeper nesting is a mistake or a ring; PostgreSQL’s parser has its own limit far above. */
const DEEPEST = 100

/**
 * Keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * A property that is undefined is left out, as JSON.stringify leaves it out on the way to the database.
 * Throws for what jsonb refuses or changes: U+0000, a lone surrogate, NaN, an infinity, a Date or other object with a class.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value === null) return 'null'
  if (depth > DEEPEST) throw new NotCanonicalError(`nested more than ${DEEPEST} deep`)
  if (isFields(value)) return writeObject(value, depth + 1)
  if (Array.isArray(value)) return writeArray(value, depth + 1)
  throw new NotCanonicalError(`${typeof value} has no JSON form`)
}

/** Minus zero is written 0, as jsonb keeps it. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonicalError('a number is not finite')
  return String(value)
}

function writeArray(values: readonly unknown[], depth: number): string {
  let out = '['
  for (let i = 0; i < values.length; i += 1) out += (i === 0 ? '' : ',') + write(values[i], depth)
  return `${out}]`
}

function writeObject(object: Fields, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonicalError('an object is not plain')
  let out = ''
  for (const key of Object.keys(object).sort()) {
    const value = object[key]
    if (value === undefined) continue
    out += `${out === '' ? '' : ','}${writeString(key)}:${write(value, depth)}`
  }
  return `{${out}}`
}

/** Whatever is escaped, or needs a second look: most strings hold none of it and are written as they are. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/

function writeString(value: string): string {
  if (!SPECIAL.test(value)) return `"${value}"`
  if (value.includes('\u0000')) throw new NotCanonicalError('a string holds U+0000, which jsonb cannot keep')
  if (!value.isWellFormed()) throw new NotCanonicalError('a string holds half a character (a lone surrogate)')
  return JSON.stringify(value)
}
