import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, NotCanonicalError } from './canonical.ts'

describe('RFC 8785', () => {
  test.each([
    // because                                          value                                   text
    [
      'keys in order of UTF-16 code units',
      { b: 1, a: 2, '€': 3, '1': 4, '😀': 5, '\ufb33': 6 },
      '{"1":4,"a":2,"b":1,"€":3,"😀":5,"\ufb33":6}',
    ],
    ['a surrogate pair sorts before U+FB33', ['x'], '["x"]'],
    [
      'numbers as ECMAScript writes them',
      [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    ],
    ['minus zero is zero', [-0], '[0]'],
    ['strings as JSON.stringify', '€$\u000f\nA\'B"\\/', '"€$\\u000f\\nA\'B\\"\\\\/"'],
    ['U+2028 stays as it is', '\u2028', '"\u2028"'],
    ['nothing inside nothing', [{}, [], null], '[{},[],null]'],
    ['undefined properties are left out', { a: undefined, b: 1 }, '{"b":1}'],
    [
      'a key that is a name of the language',
      JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
      '{"__proto__":{"x":1},"constructor":2}',
    ],
  ] as const)('%s', (_because, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })
})

describe('what jsonb would refuse or change is refused first', () => {
  const ring: Record<string, unknown> = {}
  ring.self = ring
  test.each([
    ['U+0000 in a string', { a: 'x\u0000y' }],
    ['U+0000 in a key', { '\u0000': 1 }],
    ['a lone high surrogate', ['\ud800']],
    ['a lone low surrogate in a key', { '\udc00': 1 }],
    ['not a number', [Number.NaN]],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', [1n]],
    ['a date, which would come back as text', [new Date(0)]],
    ['a map, which would come back empty', [new Map()]],
    ['bytes', [new Uint8Array(1)]],
    ['undefined in a list, which would come back null', [undefined]],
    ['a hole in a list', Array(1)],
    ['a function', { a: () => 1 }],
    ['a ring', ring],
    ['more than 100 deep', JSON.parse('['.repeat(102) + ']'.repeat(102))],
  ] as const)('%s', (_because, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonicalError)
  })

  test('the message holds nothing of the value', () => {
    expect(() => canonicalJson({ 王某某: '1403\u0000' })).toThrow(/^a string holds U\+0000, which jsonb cannot keep$/)
  })
})

test.each([
  // because                                  what PostgreSQL 18 wrote for it as jsonb
  ['1e21 comes back in full', 1e21, '1000000000000000000000'],
  ['1e-7 comes back in full', 1e-7, '0.0000001'],
  ['minus zero loses its sign', -0, '0'],
  ['a trailing zero is kept by jsonb, not by us', 1, '1.0'],
  ['above 2^53', 2 ** 53 + 2, '9007199254740994'],
] as const)('%s', (_because, value, fromDatabase) => {
  expect(canonicalJson(JSON.parse(fromDatabase))).toBe(canonicalJson(value))
})

test('text and value say the same, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      fc.pre(!JSON.stringify(plain).includes('\\u0000') && !JSON.stringify(plain).includes('\\ud'))
      const text = canonicalJson(plain)
      expect(canonicalJson(turned(plain))).toBe(text)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
    { numRuns: 300 },
  )
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  )
}
