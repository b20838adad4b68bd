/** Migrations: SQL files, forward only, in the order given, each once and in its own transaction; an edited old file is refused. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'

export class MigrationError extends Error {
  override name = 'MigrationError'
}

export type MigrationFile = { readonly name: string; readonly text: string; readonly hash: string }

/** All `NNNN-*.sql` of the folders, in the order of the folders and then of the names. */
export async function readMigrations(root: string, folders: readonly string[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = []
  for (const folder of folders) {
    const names = (await readdir(join(root, folder)).catch(() => [])).filter((name) => /^\d{4}-.*\.sql$/.test(name))
    for (const name of names.sort()) {
      const text = await readFile(join(root, folder, name), 'utf8')
      files.push({
        name: relative('.', join(folder, name)),
        text,
        hash: createHash('sha256').update(text).digest('hex'),
      })
    }
  }
  return files
}

/** Brings the database at `url` up to date as its owner; returns the names of what was applied. */
export async function migrate(url: string, files: readonly MigrationFile[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'liren-migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(7140300)`)
    await client.query(
      `create table if not exists public.liren_migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const done = new Map(
      (await client.query<{ name: string; hash: string }>(`select name, hash from public.liren_migration`)).rows.map(
        (row) => [row.name, row.hash],
      ),
    )
    const applied: string[] = []
    for (const file of files) {
      const before = done.get(file.name)
      if (before === file.hash) continue
      if (before !== undefined)
        throw new MigrationError(`${file.name} was changed after it was applied; add a new file`)
      try {
        await client.query('begin')
        await client.query(file.text)
        await client.query(`insert into public.liren_migration (name, hash) values ($1, $2)`, [file.name, file.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw new MigrationError(`${file.name} failed: ${error instanceof Error ? error.message : 'unknown'}`, {
          cause: error,
        })
      }
      applied.push(file.name)
    }
    return applied
  } finally {
    await client.end()
  }
}
