import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { countFiles, readModules, violationsOf } from './check-architecture.ts'

/** A small tree with one thing wrong in it. */
function ruleBroken(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'liren-architecture-'))
  try {
    for (const [path, text] of Object.entries({
      'package.json': '{"dependencies":{"pg":"1"},"devDependencies":{"fast-check":"1"}}',
      ...files,
    })) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return violationsOf(root, readModules(root)).map((one) => one.rule)
  } finally {
    rmSync(root, { recursive: true })
  }
}

test.each([
  [
    'platform knows nothing of governance',
    { 'platform/db/index.ts': `import { a } from '#kernel/law'`, 'kernel/law/index.ts': 'export const a = 1' },
  ],
  [
    'the kernel knows no capability',
    {
      'kernel/case/x.ts': `import { a } from '#capabilities/roll'`,
      'capabilities/roll/index.ts': 'export const a = 1',
    },
  ],
  [
    'ui is looks, not meaning',
    { 'ui/kit.tsx': `import { a } from '#kernel/law'`, 'kernel/law/index.ts': 'export const a = 1' },
  ],
  ['the pure kernel is pure', { 'kernel/law/index.ts': `import fs from 'node:fs'` }],
  [
    'rules are pure',
    {
      'capabilities/roll/rules.ts': `import { a } from '#platform/crypto'`,
      'platform/crypto/index.ts': 'export const a = 1',
    },
  ],
  [
    'a capability is entered by its front door',
    {
      'capabilities/roll/actions.ts': `import { a } from '../vote/store.ts'`,
      'capabilities/vote/store.ts': 'export const a = 1',
    },
  ],
  [
    'only stores touch the database',
    {
      'capabilities/roll/actions.ts': `import { sql } from '#platform/db'`,
      'platform/db/index.ts': 'export const sql = 1',
    },
  ],
  [
    'pages see no server',
    {
      'apps/resident/main.tsx': `import { a } from '#kernel/case/store.ts'`,
      'kernel/case/store.ts': 'export const a = 1',
    },
  ],
  [
    'apps are strangers',
    { 'apps/resident/main.tsx': `import { a } from '../staff/main.tsx'`, 'apps/staff/main.tsx': 'export const a = 1' },
  ],
  [
    'the server loads no pages',
    { 'apps/server/main.ts': `import { a } from '../../pages/a.tsx'`, 'pages/a.tsx': 'export const a = 1' },
  ],
  [
    'no rings',
    {
      'kernel/case/a.ts': `import { b } from './b.ts'\nexport const a = 1`,
      'kernel/case/b.ts': `import { a } from './a.ts'\nexport const b = 1`,
    },
  ],
  ['no drawers', { 'kernel/utils/a.ts': '' }],
  ['no undeclared packages', { 'kernel/case/a.ts': `import x from 'left-pad'` }],
  ['no dev packages at run time', { 'kernel/case/a.ts': `import x from 'fast-check'` }],
  [
    'no clock, chance or environment in kernel, capabilities, ui',
    { 'kernel/case/a.ts': 'export const now = Date.now()' },
  ],
  ['no file over 400 lines', { 'kernel/case/a.ts': '\n'.repeat(400) }],
  [
    'uses are declared',
    {
      'capabilities/roll/capability.ts': 'uses: []',
      'capabilities/roll/actions.ts': `import { a } from '#capabilities/vote'`,
      'capabilities/vote/index.ts': 'export const a = 1',
    },
  ],
  ['every import leads somewhere', { 'kernel/case/a.ts': `import { b } from './gone.ts'` }],
] as const)('%s', (rule, files) => {
  expect(ruleBroken(files)).toContain(rule)
})

test('it sees every module of this tree', () => {
  const root = join(import.meta.dirname, '..')
  expect(readModules(root).length).toBe(countFiles(root))
})
