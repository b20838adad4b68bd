import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDatabase } from '#testing/database.ts'
import { capabilities } from '../registry.ts'

const db = withDatabase()
const VETO = /veto|一票否决|yi_?piao/i

/** I-63 (plan 三(三)3): the figure is a constant because there is nowhere a veto could be kept. */
test('no table and no column is named after a veto', async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select format('%s.%s.%s', table_schema, table_name, column_name) as name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(rows.length).toBeGreaterThan(200)
  expect(rows.filter(({ name }) => VETO.test(name))).toEqual([])
})

test('no register has a column, no form a field, no procedure a step or move of that name', () => {
  const columns = capabilities.flatMap((one) => one.registers ?? []).flatMap(({ definition }) => definition.columns)
  expect(columns.length).toBeGreaterThan(20)
  expect(columns.filter(({ id, label }) => VETO.test(`${id} ${label.zh} ${label.en}`))).toEqual([])
  const procedures = capabilities.flatMap((one) => one.procedures ?? [])
  expect(
    procedures
      .flatMap((one) => [...Object.keys(one.steps), ...Object.keys(one.moves)])
      .filter((name) => VETO.test(name)),
  ).toEqual([])
  const root = join(import.meta.dirname, '..')
  const sources = readdirSync(root, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'),
  )
  const fields = sources.flatMap((entry) => [
    ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(
      /\bid: '([^']+)',\s*label: text\(\s*'([^']+)'/g,
    ),
  ])
  expect(fields.length).toBeGreaterThan(80)
  expect(fields.filter(([, id, label]) => VETO.test(`${id} ${label}`)).map(([whole]) => whole)).toEqual([])
})
