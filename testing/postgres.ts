/** Starts (or finds) a PostgreSQL for the tests and migrates a template database once; every test file clones it. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { MIGRATION_FOLDERS } from '../apps/server/migrations.ts'
import { preparePages } from '../apps/server/pages.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate, readMigrations } from '../platform/db/migrate.ts'
import { browserPath } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pgAdmin: string
    pgTemplate: string
  }
}

const ROOT = join(import.meta.dirname, '..')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  const dir = join(process.env.TEST_DATA_DIR ?? join(tmpdir(), `liren-test-${process.getuid?.() ?? 0}`), 'database')
  const embedded = external ? undefined : await startEmbedded(dir, { durable: false })
  const admin = external ?? embedded?.url('postgres') ?? ''
  const files = await readMigrations(ROOT, MIGRATION_FOLDERS)
  const template = `liren_template_${createHash('sha256')
    .update(files.map((file) => file.hash).join())
    .digest('hex')
    .slice(0, 12)}`
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  for (const { datname } of (
    await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'liren\\_t\\_%' or (datname like 'liren\\_template\\_%' and datname <> $1)`,
      [template],
    )
  ).rows) {
    await client.query(`drop database if exists ${datname} with (force)`)
  }
  const exists = await client.query(`select from pg_database where datname = $1`, [template])
  if (exists.rowCount === 0) {
    await client.query(`create database ${template}_new`).catch(() => {})
    await migrate(databaseUrl(admin, `${template}_new`), files)
    await client.query(`alter database ${template}_new rename to ${template}`)
  }
  await client.end()
  if (browserPath) await preparePages(ROOT, () => {}) // once, before the files that look at them run side by side
  project.provide('pgAdmin', admin)
  project.provide('pgTemplate', template)
  return async () => {
    await embedded?.stop()
  }
}

function databaseUrl(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.href
}
