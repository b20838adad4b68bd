/**
 * Back-up and restore without the tools of a PostgreSQL installation: one compressed file of JSON lines, read in one
 * snapshot. A restore goes into a migrated, empty database, in one transaction, and counts what it wrote.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'

export class BackupError extends Error {
  override name = 'BackupError'
}

export type BackupSummary = { readonly tables: number; readonly rows: number }

const FORMAT = 'liren-backup/1'
const PAGE = 1000

type Table = { name: string }

async function listTables(client: pg.Client): Promise<Table[]> {
  const found =
    await client.query<Table>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' order by n.nspname <> 'public', n.nspname, c.relname`)
  return found.rows
}

export async function writeBackup(url: string, file: string): Promise<BackupSummary> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let rows = 0
  let tables = 0
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const migrations = (
      await client.query<{ name: string; hash: string }>('select name, hash from public.liren_migration order by name')
    ).rows
    const all = (await listTables(client)).filter((table) => table.name !== 'public.liren_migration')
    async function* lines(): AsyncGenerator<string> {
      yield `${JSON.stringify({ format: FORMAT, migrations })}\n`
      for (const table of all) {
        tables++
        yield `${JSON.stringify({ table: table.name })}\n`
        await client.query(
          `declare everything no scroll cursor for select to_jsonb(t)::text as row from ${table.name} t`,
        )
        for (;;) {
          const page = await client.query<{ row: string }>(`fetch ${PAGE} from everything`)
          if (page.rows.length === 0) break
          rows += page.rows.length
          yield page.rows.map((one) => `${one.row}\n`).join('')
        }
        await client.query('close everything')
      }
      yield `${JSON.stringify({ end: true, tables, rows })}\n`
    }
    await pipeline(Readable.from(lines()), createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }))
    await client.query('commit')
    return { tables, rows }
  } finally {
    await client.end()
  }
}

/** Refuses a file that is cut short, one of another version, and a database that is not empty. Writes all of it or nothing. */
export async function readBackup(url: string, file: string): Promise<BackupSummary> {
  if (!existsSync(file)) throw new BackupError(`there is no file ${file}`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set constraints all deferred`)
    let table: string | undefined
    let waiting: string[] = []
    let rows = 0
    let tables = 0
    let whole = false
    const put = async (): Promise<void> => {
      if (table === undefined || waiting.length === 0) return
      await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        `[${waiting.join(',')}]`,
      ])
      rows += waiting.length
      waiting = []
    }
    const known = new Set((await listTables(client)).map((one) => one.name))
    let header = true
    for await (const line of createInterface({
      input: createReadStream(file).pipe(createGunzip()),
      crlfDelay: Infinity,
    })) {
      if (header) {
        await checkHeader(client, line)
        header = false
      } else if (line.startsWith('{"table":')) {
        await put()
        table = (JSON.parse(line) as { table: string }).table
        if (!known.has(table))
          throw new BackupError(`the back-up holds a table that this version does not have: ${table}`)
        if (table === 'kernel.day') await client.query(`delete from kernel.day`)
        const used = await client.query(`select from ${table} limit 1`)
        if (used.rowCount) throw new BackupError(`the database is not empty (${table}): restore into a new one`)
        tables++
      } else if (line.startsWith('{"end":true')) {
        await put()
        const end = JSON.parse(line) as { rows: number }
        if (end.rows !== rows) throw new BackupError(`the back-up says ${end.rows} rows but holds ${rows}`)
        whole = true
      } else {
        waiting.push(line)
        if (waiting.length >= PAGE) await put()
      }
    }
    if (!whole) throw new BackupError('the back-up is cut short: its last line is missing')
    await client.query('commit')
    return { tables, rows }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if ((error as { code?: string }).code?.startsWith('Z_'))
      throw new BackupError('the back-up is cut short or damaged: it does not unpack to its end')
    throw error
  } finally {
    await client.end()
  }
}

async function checkHeader(client: pg.Client, line: string): Promise<void> {
  const header = JSON.parse(line) as { format?: string; migrations?: { name: string; hash: string }[] }
  if (header.format !== FORMAT) throw new BackupError('this is not a back-up of Liren')
  const here = new Map(
    (await client.query<{ name: string; hash: string }>('select name, hash from public.liren_migration')).rows.map(
      (row) => [row.name, row.hash],
    ),
  )
  for (const { name, hash } of header.migrations ?? [])
    if (here.get(name) !== hash)
      throw new BackupError(
        `the back-up was made by another version (${name}): restore with that version, then upgrade`,
      )
}
