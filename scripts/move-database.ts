/** `npm run move-database -- postgres://…`: from the database in use to an empty PostgreSQL 16 or newer, in one command. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATION_FOLDERS } from '../apps/server/migrations.ts'
import { readBackup, writeBackup } from '#platform/db/backup.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { command, withOpenDatabase } from './open-database.ts'

const [target] = process.argv.slice(2)
if (!target?.startsWith('postgres')) {
  console.error('npm run move-database -- postgres://user:password@host:5432/database')
  process.exit(2)
}
await command(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-move-'))
  try {
    const file = join(folder, 'all.gz')
    const from = await withOpenDatabase(({ url }) => writeBackup(url, file))
    await migrate(target, await readMigrations(join(import.meta.dirname, '..'), MIGRATION_FOLDERS))
    const to = await readBackup(target, file)
    return `moved: ${to.tables} tables, ${to.rows} of ${from.rows} rows. Set DATABASE_URL to it and keep the same secret.`
  } finally {
    rmSync(folder, { recursive: true })
  }
})
