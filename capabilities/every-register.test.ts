import { expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { findHeader } from '#kernel/register/check.ts'

const definitions = capabilities.flatMap((one) => (one.registers ?? []).map(({ definition }) => definition))

test.each(definitions.map((one) => [one.name, one] as const))(
  'the template of %s is read by its own header, in either language',
  (_name, definition) => {
    for (const language of ['zh', 'en'] as const) {
      const header = findHeader(definition, [
        definition.columns.map(({ label, required }) => `${label[language]}${required ? '*' : ''}`),
      ])
      expect('missing' in header ? header.missing : header.columns.map((column) => column?.id)).toEqual(
        definition.columns.map((column) => column.id),
      )
    }
  },
)

test.each([
  ['full-width brackets and spaces', '社 区(村)'],
  ['none', '社区村'],
])('a header with %s is the same header', (_because, typed) => {
  const definition = definitions.find((one) => one.name === 'conventions')
  if (!definition) throw new Error('no register of conventions')
  const cells = definition.columns.map(({ id, label }) => (id === 'place' ? typed : label.zh))
  expect(findHeader(definition, [cells])).not.toHaveProperty('missing')
})
