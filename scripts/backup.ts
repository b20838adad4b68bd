/** `npm run backup -- FILE`: every table of ours as one compressed file, consistent as of one moment, readable while the server works. */
import { withOpenDatabase } from './open-database.ts'
import { writeBackup } from '#platform/db/backup.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('npm run backup -- FILE')
  process.exit(2)
}
const summary = await withOpenDatabase(({ url }) => writeBackup(url, file))
console.log(`backed up: ${summary.tables} tables, ${summary.rows} rows, ${file}`)
console.log(
  'Keep the secret (LIREN_SECRET, or the file `secret` in the data folder) apart from it: without it the personal data cannot be read.',
)
process.exit(0)
