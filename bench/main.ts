/**
 * `npm run bench`: everything in one run, on the embedded server with fsync on. Each figure of ours stands beside the same
 * work done straight at the database in the same minutes; ratios matter, absolute numbers are this machine's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config'
import { sameDatabase, startServer, type Running } from './server.ts'
import { applicationsAndMoves } from './moves.ts'
import { indicators } from './indicators.ts'
import { inboxAmongMany } from './inbox.ts'
import { askOnce } from './ask-once.ts'
import { sealing } from './sealing.ts'

const dir = mkdtempSync(join(tmpdir(), 'liren-bench-'))
const cases = Number(process.env.BENCH_CASES ?? 1_000_000)
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
let running: Running | undefined
try {
  console.log(
    `Liren bench: embedded PostgreSQL, fsync on, ${cases.toLocaleString('en')} cases, ${seconds} s a run, one machine for server, database and load\n`,
  )
  askOnce()
  running = await startServer(dir, readConfig({ DATA_DIR: dir, PORT: '0' }))
  console.log(`start, first time (no seed)      ${running.firstMs} ms to listening`)
  await applicationsAndMoves(running, seconds)
  await sealing(running, seconds)
  await indicators(running)
  await inboxAmongMany(running, cases, seconds)
  console.log(`\nserver memory under load         ${Math.round(running.peakRss() / 1048576)} MB at most (aim ≤ 250)`)
  const again = await sameDatabase(running)
  console.log(`start, later                     ${again} ms to listening (database running)`)
} catch (error) {
  console.error('bench stopped:', error)
} finally {
  await running?.stop()
  rmSync(dir, { recursive: true, force: true })
}
process.exit(0)
