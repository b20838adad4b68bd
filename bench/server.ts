/** Starts the database and the server for the benchmark, with the city and a few people in it. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '../apps/server/database.ts'
import { seedCity } from '../apps/server/demo/seed.ts'
import { masterSecret } from '../apps/server/production.ts'
import { serverClock } from '#platform/clock'
import type { Config } from '#platform/config'
import { deriveKeys } from '#platform/crypto'
import { openDatabase } from '#platform/db'

export type Running = {
  readonly url: string
  readonly base: string
  readonly firstMs: number
  readonly owner: pg.Pool
  readonly config: Config
  peakRss(): number
  restart(): Promise<number>
  /** Halts the server where it stands, or lets it go on. */
  halt(halted: boolean): void
  stop(): Promise<void>
}

const ROOT = join(import.meta.dirname, '..')

export async function startServer(dir: string, config: Config): Promise<Running> {
  const database = await prepareDatabase(config, ROOT, () => {})
  const keys = deriveKeys(masterSecret(config))
  const { today, ms } = serverClock().now()
  const app = openDatabase(database.url, { max: 2 })
  await seedCity(app, keys, ROOT, today, ms, 'cast')
  await app.close()
  let peak = 0
  let child: ChildProcess
  let base = ''
  const launch = async (): Promise<number> => {
    const began = performance.now()
    child = fork(join(import.meta.dirname, 'worker.ts'), {
      env: { ...process.env, DATA_DIR: dir, BENCH_URL: database.url, PORT: '0' },
      execArgv: ['--max-semi-space-size=4', '--max-old-space-size=256'],
    })
    base = await new Promise<string>((resolve, reject) => {
      child.on('message', (message: { base?: string; rss?: number }) => {
        if (message.base) resolve(message.base)
        if (message.rss) peak = Math.max(peak, message.rss)
      })
      child.once('exit', () => reject(new Error('the server ended')))
    })
    return Math.round(performance.now() - began)
  }
  const firstMs = await launch()
  const owner = new pg.Pool({ connectionString: database.url, max: 32 })
  owner.on('error', () => {}) // connections of the last run end with the database
  return {
    url: database.url,
    get base() {
      return base
    },
    firstMs,
    owner,
    config,
    peakRss: () => peak,
    async restart() {
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      return launch()
    },
    halt: (halted) => void child.kill(halted ? 'SIGSTOP' : 'SIGCONT'),
    async stop() {
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      await owner.end()
      await database.stop()
    },
  }
}

export function sameDatabase(running: Running): Promise<number> {
  return running.restart()
}
