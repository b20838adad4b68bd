import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashOf, lockedProcedures } from '../scripts/lock-procedures.ts'
import { capabilities } from './registry.ts'
import { caseTexts } from '#kernel/case/texts.ts'
import { isBasis } from '#kernel/law'
import { appointmentTexts } from '#kernel/appointment/texts.ts'
import { personTexts } from '#kernel/person/texts.ts'
import { indicatorTexts } from '#kernel/indicator/texts.ts'
import { registerTexts } from '#kernel/register/texts.ts'
import { settingsTexts } from '#kernel/settings/texts.ts'
import { formTexts } from '#kernel/form'
import type { Text } from '#kernel/text'
import { cityWords } from '../pages/city/words.ts'
import { estateWords } from '../pages/estate-words.ts'
import { planWords } from '../pages/plan-words.ts'
import { words } from '../pages/words.ts'

const ROOT = join(import.meta.dirname, '..')
const MENU =
  /^(README\.md|capability\.ts|terms\.ts|params\.ts|packs(\.ts)?|rules\.ts|changes\.ts|words\.ts|actors\.ts|present\.ts|messages\.ts|build\.ts|form\.ts|search\.ts|notices\.ts|items|seed|catalogue\.ts|indicators|[a-z-]+\.v\d+\.(procedure|moves)\.ts|[a-z-]+\.register\.ts|[a-z-]+\.indicator\.ts|contract\.ts|routes\.ts|([a-z-]+\.)?actions\.ts|store\.ts|migrations|texts\.ts|examples\.ts|dictionary\.ts|match\.ts|compile\.ts|sheets\.ts|gate\.ts|sources\.ts|index\.ts|resident|staff|division-code\.ts|[a-z.-]+\.test\.ts)$/
const folders = readdirSync(join(ROOT, 'capabilities'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe.each(folders)('%s', (folder) => {
  test('keeps to the menu of files, and says in its README for whom it is', () => {
    for (const name of readdirSync(join(ROOT, 'capabilities', folder))) expect(name).toMatch(MENU)
    expect(readFileSync(join(ROOT, 'capabilities', folder, 'README.md'), 'utf8').length).toBeGreaterThan(200)
  })
  test('every rule says by which law, plan or policy', () => {
    const path = join(ROOT, 'capabilities', folder, 'rules.ts')
    if (!existsSync(path)) return
    const text = readFileSync(path, 'utf8')
    expect(text.slice(0, 400)).toMatch(/@(law|plan|practice)/)
  })
})

/** All sources whose refusals people read. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('every refusal', () => {
  const texts = Object.assign(
    {},
    caseTexts,
    personTexts,
    appointmentTexts,
    settingsTexts,
    registerTexts,
    indicatorTexts,
    ...capabilities.map((one) => one.refusals ?? {}),
  ) as Record<string, { text: { zh: string; en: string } }>
  const codes = new Set(
    ['kernel', 'capabilities', 'apps/server'].flatMap((folder) =>
      sources(folder).flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/refuse\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''),
      ),
    ),
  )
  test.each([...codes].sort())('%s has its sentence in both languages', (code) => {
    const sentence =
      texts[code]?.text ?? (formTexts as Record<string, { text?: { zh: string; en: string } }>)[code]?.text
    expect(sentence?.zh, code).toBeTruthy()
    expect(sentence?.en, code).toBeTruthy()
  })
  test('at least sixty codes were found', () => expect(codes.size).toBeGreaterThan(60))
})

test('every word of the pages stands in both languages', () => {
  for (const [name, word] of [words, cityWords, planWords, estateWords].flatMap((one) => Object.entries(one)))
    for (const one of 'zh' in word ? [word] : Object.values(word)) expect(one.zh && one.en, name).toBeTruthy()
})

test('every dated value has a name that a reader understands, in both languages', () => {
  const titles = Object.assign({}, ...capabilities.map((one) => one.valueTitles ?? {})) as Record<string, Text>
  const names = capabilities.flatMap((one) => (one.packs ?? []).flatMap((pack) => Object.keys(pack.values)))
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !titles[name]?.zh || !titles[name]?.en)).toEqual([])
})

test('every dated value has a basis and a first day', () => {
  for (const pack of capabilities.flatMap((one) => one.packs ?? [])) {
    for (const [name, values] of Object.entries(pack.values))
      for (const value of values) expect(isBasis(value.basis) && value.from.length === 10, name).toBe(true)
  }
})

test('every procedure version is locked, and a locked one is never edited', () => {
  const lock = lockedProcedures()
  for (const procedure of capabilities.flatMap((one) => one.procedures ?? []))
    expect(
      lock[`${procedure.name}.v${procedure.version}`],
      `${procedure.name}: run node scripts/lock-procedures.ts, or add a new version`,
    ).toBe(hashOf(procedure))
})

test('every move says because of what, in both languages, and every step has its name', () => {
  for (const procedure of capabilities.flatMap((one) => one.procedures ?? [])) {
    for (const move of Object.values(procedure.moves))
      expect(isBasis(move.because) && move.title.zh && move.title.en).toBeTruthy()
    for (const step of Object.values(procedure.steps)) expect(step.zh && step.en).toBeTruthy()
  }
})

test('no city is named in code: the place tree is data', () => {
  for (const path of ['kernel', 'capabilities', 'platform']
    .flatMap(sources)
    .filter((one) => !/\/(seed|items)\//.test(one)))
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/阳泉|Yangquan/)
})
