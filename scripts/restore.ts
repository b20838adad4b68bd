/** `npm run restore -- FILE`: puts a back-up into the database, which must be new and empty. */
import { command, withOpenDatabase } from './open-database.ts'
import { readBackup } from '#platform/db/backup.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('npm run restore -- FILE   (into an empty database: a new DATA_DIR, or DATABASE_URL)')
  process.exit(2)
}
await command(async () => {
  const summary = await withOpenDatabase(({ url }) => readBackup(url, file))
  return `restored: ${summary.tables} tables, ${summary.rows} rows`
})
