import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exampleExport, exampleLog, exampleReceipt, lastCheckpoint } from '#kernel/ledger/examples.ts'
import { formatReceipt } from '#kernel/ledger/receipt.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

function run(...args: readonly string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/ledger-verify.ts', ...args],
    { encoding: 'utf8' },
  )
  return { code: status, said: stdout + stderr }
}

const log = exampleLog([4, 3])
const lines = await exampleExport(log)
const good = file('good.jsonl', `${lines.join('\n')}\n`)
const bad = file('bad.jsonl', `${lines.toSpliced(3, 1).join('\n')}\n`)
const keys = file('keys.txt', `${log.signer.vkey}\n`)
const kept = file('kept.txt', lastCheckpoint(log).note)
const short = file('short.jsonl', `${(await exampleExport(exampleLog([4]))).join('\n')}\n`)
const receipt = file('receipt.json', formatReceipt(await exampleReceipt(log, 5)))
const key = ['--vkey', log.signer.vkey]

test.each([
  // because                                   leaves  says                       arguments
  ['untouched', 0, /✓ 完好 intact/, [good, ...key, '--checkpoint', kept, '--receipt', receipt]],
  ['keys in a file', 0, /7 条 leaves · 3 检查点/, [good, '--vkey', keys]],
  [
    'the key of the file itself, with a warning',
    0,
    /!! .*\n.*key-from-file[^✓]*✓ .*by the key in the file itself only/,
    [good],
  ],
  ['a line removed', 1, /第 2 至 2 条被移除\n\s+leaves 2 to 2 were removed \[leaf-removed\]/, [bad, ...key]],
  ['as JSON', 1, /"code": "leaf-removed"/, [bad, ...key, '--json']],
  ['cut back, against a kept checkpoint', 1, /log-truncated/, [short, ...key, '--checkpoint', kept]],
  ['cut back, against a receipt', 1, /receipt-missing/, [short, ...key, '--receipt', receipt]],
  ['a receipt alone', 0, /sealed as leaf 5 of 7/, ['--receipt', receipt, ...key]],
  [
    'a receipt alone, of another key',
    1,
    /the key is of another log/,
    ['--receipt', receipt, '--vkey', 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'],
  ],
  ['no such file', 2, /读不了 cannot read/, [join(folder, 'none')]],
  ['an unusable key', 2, /cannot read|unusable key/, [good, '--vkey', 'x+y']],
  ['not a receipt', 2, /not a receipt/, [good, '--receipt', kept]],
  ['nothing to check', 2, /用法 usage/, []],
  ['an unknown option', 2, /用法 usage/, [good, '--force']],
] as const)('%s', (_because, code, says, args) => {
  const ran = run(...args)
  expect(ran.said).toMatch(says)
  expect(ran.code).toBe(code)
})

test('it stands alone: two folders, no package installed, no database', () => {
  cpSync('kernel/ledger', join(folder, 'kernel/ledger'), {
    recursive: true,
    filter: (name) => !name.endsWith('.test.ts'),
  })
  cpSync('scripts/ledger-verify.ts', join(folder, 'scripts/ledger-verify.ts'))
  file('package.json', '{"type":"module","imports":{"#kernel/*.ts":"./kernel/*.ts"}}')
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(folder, 'scripts/ledger-verify.ts'), good, ...key],
    { encoding: 'utf8', cwd: folder, env: {} },
  )
  expect(stdout).toMatch(/完好 intact/)
  expect(status).toBe(0)
})
