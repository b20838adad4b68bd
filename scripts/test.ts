/** `npm test`: builds the pages the browser journeys use, then runs every test. Arguments go to the test runner. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'

const root = join(import.meta.dirname, '..')
const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const vitest = await startVitest('test', process.argv.slice(2), { watch: false, run: true, root })
await vitest.close()
process.exit(process.exitCode ?? 0)
