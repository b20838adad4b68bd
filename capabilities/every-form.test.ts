import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HELD } from '#capabilities/residents'
import { formOf, ITEMS } from '#capabilities/service-items'
import { actingOf, OFFICES, PLACES } from '#testing/village.ts'
import { capabilities } from './registry.ts'
import { lintForm } from '#kernel/form/lint.ts'
import type { OpeningView } from '#kernel/procedure'

describe('forms of the service items', () => {
  test.each(ITEMS.map((item) => [item.code, item] as const))('%s asks for nothing that is held', (_code, item) => {
    for (const agent of [false, true]) expect(lintForm(formOf(item, { agent }), HELD)).toEqual([])
    // A photograph says why.
    for (const material of item.materials.filter((one) => one.kind === 'photo' || /照片/.test(one.name.zh)))
      expect(material.why, material.id).toBeTruthy()
  })
})

describe('forms by which cases begin', () => {
  const openings = capabilities.flatMap((one) => one.procedures ?? []).filter((one) => one.opening)
  test('there are some', () => expect(openings.length).toBeGreaterThan(0))
  test.each(openings.map((one) => [one.name, one] as const))('%s', (_name, procedure) => {
    const world = { today: '2026-03-02', officeOf: () => ({ id: OFFICES.community }), isCounted: () => false }
    const view = {
      acting: actingOf('resident'),
      place: PLACES.community,
      level: 'community',
      world,
    } as unknown as OpeningView
    expect(lintForm(procedure.opening?.form(view) ?? [], HELD)).toEqual([])
  })
})

test('nowhere in any capability are other materials asked for, nor a held datum by its own column name', () => {
  const root = import.meta.dirname
  const sources = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
  expect(sources.length).toBeGreaterThan(40)
  for (const path of sources) {
    const labels = [...readFileSync(path, 'utf8').matchAll(/label: text\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    expect(
      labels.filter((label) => /其他(?:相关)?(?:材料|证明|资料)/.test(label)),
      path,
    ).toEqual([])
  }
})
