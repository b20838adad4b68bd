/** For scripts that look at the whole thing: a demonstration city of its own on a free port, gone when they are done. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..')
const PATIENCE_MS = 120_000

export async function withCity<Result>(work: (base: string) => Promise<Result>): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'liren-city-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(ROOT, 'apps/server/main.ts')], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, DATA_DIR: dir, PORT: String(port), PUBLIC_URL: '', DATABASE_URL: '' },
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const until = performance.now() + PATIENCE_MS
    while (!(await fetch(`${base}/api/health`).catch(() => undefined))?.ok) {
      if (performance.now() > until || server.exitCode !== null) throw new Error('the city did not start')
      await wait(250)
    }
    return await work(base)
  } finally {
    server.kill('SIGTERM')
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
