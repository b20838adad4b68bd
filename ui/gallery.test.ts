import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

test('every component of the kit hangs in the gallery', () => {
  const made = [...`${read('ui/kit.tsx')}\n${read('ui/virtual-list.tsx')}`.matchAll(/^export function (\w+)/gm)].map(
    (match) => match[1] ?? '',
  )
  const shown = read('apps/staff/gallery.tsx')
  expect(made.length).toBeGreaterThan(10)
  expect(made.filter((name) => !shown.includes(`<${name}`))).toEqual([])
})

test('every colour and space of the tokens hangs in the gallery, and the README explains no token that is gone', () => {
  const tokens = read('ui/tokens.css').slice(0, 1600)
  const names = [...tokens.matchAll(/--([a-z0-9-]+):/g)].map((match) => match[1] ?? '')
  const shown = read('apps/staff/gallery.tsx')
  const colours = names.filter((name) => /^(paper|sheet|line|ink|jade|vermilion|amber|sky|focus)/.test(name))
  expect([...new Set(colours)].filter((name) => !shown.includes(`'${name}'`))).toEqual([])
  for (const name of names.filter((one) => /^s\d$/.test(one))) expect(shown).toContain(`'${name}'`)
  const explained = [...read('ui/README.md').matchAll(/`--([a-z0-9-]+)`/g)].map((match) => match[1] ?? '')
  expect(explained.filter((name) => !names.includes(name))).toEqual([])
})
