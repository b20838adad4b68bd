import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

test('every component of the kit hangs in the gallery', () => {
  const made = [
    ...`${read('ui/kit.tsx')}\n${read('ui/virtual-list.tsx')}\n${read('ui/figures.tsx')}`.matchAll(
      /^export function (\w+)/gm,
    ),
  ].map((match) => match[1] ?? '')
  const shown = read('apps/staff/gallery.tsx')
  expect(made.length).toBeGreaterThan(10)
  expect(made.filter((name) => !shown.includes(`<${name}`))).toEqual([])
})

/** Props that change how a component looks: each must be seen. */
const LOOKS = ['hint', 'error', 'optional', 'busy', 'disabled', 'wide', 'pressed', 'many', 'title', 'lines']

test('every component of the kit hangs there in every state it has', () => {
  const kit = read('ui/kit.tsx')
  const shown = read('apps/staff/gallery.tsx')
  const shared = /type InputProps = \{([^}]+)\}/.exec(kit)?.[1] ?? ''
  const unseen: string[] = []
  let states = 0
  for (const [, name = '', signature = ''] of kit.matchAll(
    /^export function (\w+)\(([\s\S]*?)\n?\)(?:: JSX\.Element)? \{$/gm,
  )) {
    const props = `${signature}${signature.includes('InputProps') ? shared : ''}`
    const used = [...shown.matchAll(new RegExp(`<${name}\\b([\\s\\S]*?[^=])>`, 'g'))]
      .map((match) => match[1] ?? '')
      .join(' ')
    for (const look of LOOKS.filter((one) => new RegExp(`\\b${one}\\?:`).test(props))) {
      states++
      if (!new RegExp(`\\b${look}\\b`).test(used)) unseen.push(`${name} ${look}`)
    }
  }
  expect(states).toBeGreaterThan(15)
  expect(unseen).toEqual([])
})

test('every colour and space of the tokens hangs in the gallery, and the README explains no token that is gone', () => {
  const tokens = /:root \{[^}]*\}/.exec(read('ui/tokens.css'))?.[0] ?? ''
  expect(tokens).toContain('--paper')
  const names = [...tokens.matchAll(/--([a-z0-9-]+):/g)].map((match) => match[1] ?? '')
  const shown = read('apps/staff/gallery.tsx')
  const colours = names.filter((name) => /^(paper|sheet|line|ink|jade|vermilion|amber|sky|focus)/.test(name))
  expect([...new Set(colours)].filter((name) => !shown.includes(`'${name}'`))).toEqual([])
  for (const name of names.filter((one) => /^(s\d|small|text|large|title)$/.test(one)))
    expect(shown).toContain(`'${name}'`)
  const explained = [...read('ui/README.md').matchAll(/`--([a-z0-9-]+)`/g)].map((match) => match[1] ?? '')
  expect(explained.filter((name) => !names.includes(name))).toEqual([])
})
