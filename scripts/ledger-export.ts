/** `npm run ledger:export -- FILE [--with-content]`: the sealed log of every county, for anyone to check. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { exportLedger } from '#kernel/ledger-store/export.ts'
import { openDatabase } from '#platform/db'
import { withOpenDatabase } from './open-database.ts'

const [file, ...rest] = process.argv.slice(2)
if (!file) {
  console.error('npm run ledger:export -- FILE [--with-content]')
  process.exit(2)
}
await withOpenDatabase(async ({ url, config, keys }) => {
  const database = openDatabase(url, { max: 2 })
  await pipeline(
    exportLedger({ database, keys, origin: config.origin, withContent: rest.includes('--with-content') }),
    createWriteStream(file),
  )
  await database.close()
})
console.log(`written: ${file}`)
process.exit(0)
