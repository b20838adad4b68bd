import { expect, test } from 'vitest'
import { formOf, ITEMS } from '#capabilities/service-items'
import { withServer } from '#testing/server.ts'
import { capabilities } from '../registry.ts'

const city = withServer({ today: '2026-03-02' })
const FORBIDDEN = /veto|一票否|否决/iu

/** Every word of a definition: keys, values, and what its functions write. */
function wordsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value)]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  return Object.entries(value).flatMap(([key, one]) => [key, ...wordsOf(one, seen)])
}

test('all-or-nothing points stand nowhere in the database: no schema, table, column, check or function', async () => {
  const { rows } = await city.owner.query<{ word: string }>(`
    select table_schema || '.' || table_name || '.' || column_name as word from information_schema.columns
    union all select constraint_schema || ' ' || check_clause from information_schema.check_constraints
    union all select routine_schema || '.' || routine_name || ' ' || coalesce(routine_definition, '') from information_schema.routines where routine_schema not in ('pg_catalog', 'information_schema')
    union all select schema_name from information_schema.schemata
    union all select schemaname || '.' || tablename || '.' || policyname from pg_policies`)
  expect(rows.some((one) => one.word === 'evaluation.plan.indicators')).toBe(true)
  expect(rows.map((one) => one.word).filter((word) => FORBIDDEN.test(word))).toEqual([])
})

test('nor in a register, a procedure, a form, or a message', () => {
  const words = capabilities.flatMap(({ registers, procedures, messages, sources }) =>
    wordsOf([registers?.map((one) => one.definition), procedures, messages, sources]),
  )
  expect(words).toContain('人户一致')
  expect(words.length).toBeGreaterThan(2000)
  expect(words.filter((word) => FORBIDDEN.test(word))).toEqual([])
  expect(
    ITEMS.flatMap((item) => wordsOf(formOf(item, { agent: false }))).filter((word) => FORBIDDEN.test(word)),
  ).toEqual([])
})

test('nor in any endpoint', async () => {
  const { body } = await city.send('GET', '/api/openapi.json')
  const text = JSON.stringify(body)
  expect(text).toContain('/api/evaluation/plans')
  expect(text).not.toMatch(FORBIDDEN)
})
