/** `npm run check`: types, lint, architecture, texts, and every role over every route. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const PARTS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types', bin('tsc'), ['-p', '.']],
  ['lint', bin('oxlint'), ['--type-aware', '--quiet', '.']],
  ['format', bin('biome'), ['format', '.']],
  ['architecture', process.execPath, [join(root, 'scripts/check-architecture.ts')]],
  ['page weight', process.execPath, [join(root, 'scripts/budget.ts')]],
  [
    'texts, capabilities, procedures',
    bin('vitest'),
    ['run', '--project', 'pure', 'capabilities/every-capability', '--reporter', 'dot'],
  ],
  [
    'every role over every route',
    bin('vitest'),
    ['run', '--project', 'server', 'apps/server/permission', '--reporter', 'dot'],
  ],
]
let failed = 0
for (const [name, command, args] of PARTS) {
  const began = performance.now()
  const done = spawnSync(command, [...args], { cwd: root, encoding: 'utf8' })
  const good = done.status === 0
  if (!good) failed++
  const said = `${done.stdout}${done.stderr}`.trim()
  console.log(
    `${good ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)${good ? (name === 'architecture' || name === 'page weight' ? ` ${said}` : '') : `\n${said.slice(-6000)}`}`,
  )
}
process.exit(failed ? 1 : 0)
