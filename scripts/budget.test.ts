import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstScripts, overweight, weigh } from './budget.ts'

test('what a page loads first is its entry and what the entry imports at once, not what comes later', () => {
  const html =
    '<script type="module" src="/assets/index.js"></script><link rel="modulepreload" href="/assets/kit.js"><link rel="stylesheet" href="/a.css">'
  expect(firstScripts(html)).toEqual(['/assets/index.js', '/assets/kit.js'])
})

test('weighed as it is sent, compressed; a page without a script is a mistake', () => {
  const dist = mkdtempSync(join(tmpdir(), 'liren-budget-'))
  mkdirSync(join(dist, 'staff/assets'), { recursive: true })
  writeFileSync(join(dist, 'staff/assets/a.js.br'), Buffer.alloc(1500))
  writeFileSync(join(dist, 'staff/index.html'), '<script src="/staff/assets/a.js"></script>')
  expect(weigh(dist, 'staff')).toBe(1.5)
  writeFileSync(join(dist, 'staff/index.html'), '')
  expect(() => weigh(dist, 'staff')).toThrow(/names no script/)
  rmSync(dist, { recursive: true })
})

test.each([
  ['both within', 60, 350, []],
  ['the phone a tenth of a kilobyte too heavy', 60.1, 350, ['resident']],
  ['the desk too heavy', 59, 350.1, ['staff']],
] as const)('the check fails when a limit is passed: %s', (_because, resident, staff, over) => {
  expect(
    overweight([
      { app: 'resident', kb: resident },
      { app: 'staff', kb: staff },
    ]),
  ).toEqual(over)
})
