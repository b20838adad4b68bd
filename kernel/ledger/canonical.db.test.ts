import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '#testing/database.ts'
import { canonicalJson, NotCanonicalError } from './canonical.ts'

const db = withDatabase()

/** Any JSON, doubles and odd strings included, that canonicalJson does not refuse. */
const content = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).filter((value) => {
  try {
    return canonicalJson(value) !== ''
  } catch (error) {
    if (error instanceof NotCanonicalError) return false
    throw error
  }
})

test('jsonb gives back what has the same canonical text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(content, fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 40 }),
      async (values) => {
        const { rows } = await db.owner.query<{ back: unknown }>('select $1::text::jsonb as back', [
          JSON.stringify(values),
        ])
        expect(canonicalJson(rows[0]?.back)).toBe(canonicalJson(values))
      },
    ),
    { numRuns: 200 },
  )
})

test.each([
  ['the largest double', Number.MAX_VALUE],
  ['the smallest double', Number.MIN_VALUE],
  ['1e21', 1e21],
  ['minus zero', -0],
  ['a third', 1 / 3],
] as const)('%s', async (_because, value) => {
  const { rows } = await db.owner.query<{ back: unknown }>('select $1::text::jsonb as back', [JSON.stringify([value])])
  expect(canonicalJson(rows[0]?.back)).toBe(canonicalJson([value]))
})
