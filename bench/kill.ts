/**
 * `npm run bench:kill -- [ROUNDS]`: kill -9 of the server, and of server and database together, during load. Afterwards every
 * acknowledged application is there once, what was not acknowledged is there at most once, and the ledger verifies.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { prepareDatabase } from '../apps/server/database.ts'
import { seedCity } from '../apps/server/demo/seed.ts'
import { masterSecret } from '../apps/server/production.ts'
import { exportLedger } from '#kernel/ledger-store/export.ts'
import { linesOf } from '#kernel/ledger/lines.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { readConfig } from '#platform/config'
import { serverClock } from '#platform/clock'
import { deriveKeys } from '#platform/crypto'
import { openDatabase } from '#platform/db'

const ROOT = join(import.meta.dirname, '..')
const BODY = {
  item: 'YQ-09-001',
  place: '140302001001',
  values: { room: 'meeting', on: '2099-01-01', people: 5, delivery: 'window', consent: true },
  files: [],
}
const CALLERS = 8

export type KillReport = {
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly ledger: boolean
  readonly restartMs: readonly number[]
}

export async function killDuringLoad(rounds: number, both: boolean): Promise<KillReport> {
  const dir = mkdtempSync(join(tmpdir(), 'liren-kill-'))
  const config = readConfig({ DATA_DIR: dir, PORT: '0' })
  const keys = deriveKeys(masterSecret(config))
  let database = await prepareDatabase(config, ROOT, () => {})
  const { today, ms } = serverClock().now()
  const seeding = openDatabase(database.url, { max: 2 })
  await seedCity(seeding, keys, ROOT, today, ms, 'cast')
  await seeding.close()
  const acknowledged = new Map<string, string>()
  const restartMs: number[] = []
  let child: ChildProcess | undefined
  let next = 0
  try {
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now()
      if (both && round > 0) database = await prepareDatabase(config, ROOT, () => {})
      child = fork(join(import.meta.dirname, 'worker.ts'), {
        env: { ...process.env, DATA_DIR: dir, BENCH_URL: database.url, PORT: '0' },
        stdio: 'ignore',
      })
      const base = await new Promise<string>((resolve, reject) => {
        child?.on('message', (message: { base?: string }) => {
          if (message.base) resolve(message.base)
        })
        child?.once('exit', () => reject(new Error('the server did not start')))
      })
      restartMs.push(Math.round(performance.now() - began))
      const cookie = (await post(base, '/api/demo/sign-in', '', { login: 'lijianguo' })).cookie ?? ''
      let dead = round === rounds
      const load = Promise.all(
        Array.from({ length: CALLERS }, async () => {
          while (!dead) {
            const key = `kill-round-${next++}`
            const answer = await post(base, '/api/applications', cookie, BODY, key).catch(() => undefined)
            if (answer?.number) acknowledged.set(key, answer.number)
          }
        }),
      )
      if (round < rounds) {
        await wait(80 + ((round * 137) % 400))
        if (both) killDatabase(dir)
        child.removeAllListeners('exit')
        child.kill('SIGKILL')
        dead = true
        await load
        await wait(50)
      }
    }
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    const rows = (
      await owner.query<{ key: string; number: string; cases: number }>(
        `select o.key, o.answer->>'number' as number, (select count(*)::int from kernel.case c where c.number = o.answer->>'number') as cases from kernel.once o where o.key like 'kill-round-%'`,
      )
    ).rows
    const kept = new Map(rows.map((row) => [row.key, row]))
    const cases = (await owner.query<{ n: number }>(`select count(*)::int as n from kernel.case`)).rows[0]?.n ?? 0
    await wait(1500)
    await owner.end()
    const lost = [...acknowledged].filter(
      ([key, number]) => kept.get(key)?.number !== number || kept.get(key)?.cases !== 1,
    ).length
    const app = openDatabase(database.url, { max: 2 })
    const verdict = await verifyLedger(
      linesOf(Readable.from(bytesOf(exportLedger({ database: app, keys, origin: config.origin })))),
    )
    await app.close()
    return { acknowledged: acknowledged.size, lost, doubled: cases - rows.length, ledger: verdict.ok, restartMs }
  } finally {
    child?.removeAllListeners('exit')
    child?.kill('SIGKILL')
    await database.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line)
}

/** The postmaster and all its children at once, as when a machine's memory runs out. */
function killDatabase(dir: string): void {
  const file = join(dir, 'database/pg/postmaster.pid')
  if (!existsSync(file)) return
  const pid = readFileSync(file, 'utf8').split('\n')[0] ?? ''
  let children: string[] = []
  try {
    children = execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).split('\n').filter(Boolean)
  } catch {
    // none are running
  }
  for (const one of [pid, ...children]) {
    try {
      process.kill(Number(one), 'SIGKILL')
    } catch {
      // it ended by itself
    }
  }
}

async function post(
  base: string,
  path: string,
  cookie: string,
  body: unknown,
  key?: string,
): Promise<{ cookie: string | undefined; number: string | undefined }> {
  const answer = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-liren': '1', cookie, ...(key ? { 'idempotency-key': key } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  })
  const said = (await answer.json()) as { number?: string }
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0], number: answer.ok ? said.number : undefined }
}

if (import.meta.main) {
  const rounds = Number(process.argv[2] ?? 20)
  let bad = false
  for (const both of [false, true]) {
    const report = await killDuringLoad(rounds, both)
    bad ||= report.lost > 0 || report.doubled > 0 || !report.ledger
    console.log(
      `kill -9 of ${both ? 'server and database' : 'the server'}, ${rounds} times: ${report.acknowledged} acknowledged, ${report.lost} lost, ${report.doubled} doubled, ledger ${report.ledger ? 'verifies' : 'DOES NOT VERIFY'}; back after ${Math.max(...report.restartMs)} ms at most`,
    )
  }
  process.exit(bad ? 1 : 0)
}
