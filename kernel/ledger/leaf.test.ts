import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'
import { exampleFact, FACT_KEY } from './examples.ts'
import { digestOf, type FactRow, hasMac, leafOf, NotAFactError, parseLeaf, prepareFact } from './leaf.ts'
import { hashLeaf } from './merkle.ts'

test('a leaf is the canonical text of its fields and holds nothing of the content', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.option(fc.string({ unit: 'grapheme' })),
      fc.nat(50),
      (subject, role, n) => {
        const safe = (text: string): string => text.replaceAll('\u0000', '')
        const row = exampleFact(n, { subject: safe(subject), role: role === null ? null : safe(role) })
        const digest = digestOf(row.content, row.salt).toString('hex')
        const { county, id, caseId, kind, day, at, actor, org, onBehalf } = row
        const fields = {
          v: 1,
          county,
          id,
          case: caseId,
          subject: row.subject,
          kind,
          day,
          at,
          actor,
          role: row.role,
          org,
          for: onBehalf,
          digest,
        }
        expect(leafOf(row)).toBe(canonicalJson(fields))
        expect(parseLeaf(leafOf(row))).toEqual(fields)
      },
    ),
  )
})

test('the first leaf of the examples, for whoever writes a second implementation', () => {
  const { digest, leaf } = prepareFact(exampleFact(0), { factKey: FACT_KEY })
  expect(leafOf(exampleFact(0))).toMatchInlineSnapshot(
    `"{"actor":"8a8133a3-4a9d-7776-aa43-fc89b3f5f0dd","at":"2026-02-13T01:00:00.000Z","case":null,"county":"140302","day":"2026-02-13","digest":"c9002824d1c61c030739b7f0c17e05f97135c8e99f27cca3068fea178418603a","for":null,"id":"1f4a83f4-ba2d-7cf2-af4e-8a7b20d8478a","kind":"submitted","org":null,"role":"resident","subject":"service-case/allowance","v":1}"`,
  )
  expect(digest.toString('hex')).toMatchInlineSnapshot(
    `"c9002824d1c61c030739b7f0c17e05f97135c8e99f27cca3068fea178418603a"`,
  )
  expect(leaf.toString('hex')).toMatchInlineSnapshot(
    `"f44971ef072b0abf2ad4e08b498d421f7b253f605aaef999028703ee16c359ed"`,
  )
})

test('the mark is of the key and the leaf', () => {
  const { leaf, mac } = prepareFact(exampleFact(1), { factKey: FACT_KEY })
  const other = prepareFact(exampleFact(1), { factKey: Buffer.alloc(32, 7) })
  expect(hasMac(leaf, mac, FACT_KEY)).toBe(true)
  expect(hasMac(leaf, mac, createSecretKey(FACT_KEY))).toBe(true)
  expect(hasMac(leaf, other.mac, FACT_KEY)).toBe(false)
  expect(hasMac(leaf, mac.subarray(1), FACT_KEY)).toBe(false)
  expect(hasMac(hashLeaf('x'), mac, FACT_KEY)).toBe(false)
})

test('every field is sealed: a change of any gives another leaf', () => {
  const row = exampleFact(1)
  const changes: Partial<FactRow>[] = [
    { county: '140303' },
    { id: exampleFact(2).id },
    { caseId: null },
    { subject: 'x' },
    { kind: 'x' },
    { day: '2026-02-14' },
    { at: '2026-02-13T01:00:00.002Z' },
    { actor: null },
    { role: null },
    { org: null },
    { onBehalf: row.id },
    { content: {} },
    { salt: Buffer.alloc(16) },
  ]
  expect(Object.keys(Object.assign({}, ...changes)).sort()).toEqual(Object.keys(row).sort())
  const leaves = [row, ...changes.map((change) => ({ ...row, ...change }))].map(leafOf)
  expect(new Set(leaves).size).toBe(leaves.length)
})

test.each([
  ['a county has six digits', { county: '1403' }],
  ['char(6) would pad it', { county: '14030 ' }],
  ['uuid comes back in small letters', { id: '0190A000-0000-7000-A000-000000000000' }],
  ['a day has two digits', { day: '2026-2-3' }],
  ['timestamptz(3) gives back milliseconds', { at: '2026-02-13T01:00:00Z' }],
  ['a moment is in UTC', { at: '2026-02-13T09:00:00.000+08:00' }],
  ['16 bytes of salt', { salt: Buffer.alloc(15) }],
] as const)('refused early: %s', (_because, change) => {
  expect(() => prepareFact(exampleFact(1, change), { factKey: FACT_KEY })).toThrow(NotAFactError)
})

test.each([
  ['white space', (leaf: string) => leaf.replace(',', ', ')],
  ['a field more', (leaf: string) => leaf.replace('{', '{"a":1,')],
  ['a field less', (leaf: string) => leaf.replace(/"kind":"[^"]*",/, '')],
  ['a field twice', (leaf: string) => leaf.replace('{', '{"actor":null,')],
  ['another version', (leaf: string) => leaf.replace('"v":1', '"v":2')],
  ['a null where there must be text', (leaf: string) => leaf.replace(/"subject":"[^"]*"/, '"subject":null')],
  ['not JSON', () => '{'],
  ['not an object', () => '[]'],
] as const)('not a leaf: %s', (_because, change) => {
  expect(parseLeaf(change(leafOf(exampleFact(1))))).toBeUndefined()
})
