/** `npm run backup -- FILE`: every table of ours as one compressed file, consistent as of one moment, readable while the server works. */
import { command, withOpenDatabase } from './open-database.ts'
import { writeBackup } from '#platform/db/backup.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('npm run backup -- FILE')
  process.exit(2)
}
await command(async () => {
  const summary = await withOpenDatabase(({ url }) => writeBackup(url, file))
  return `backed up: ${summary.tables} tables, ${summary.rows} rows, ${file}
Keep the secret (LIREN_SECRET, or the file \`secret\` in the data folder) apart from it: without it the personal data cannot be read.`
})
