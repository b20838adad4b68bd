/** `npm run ledger:export -- FILE [--with-content]`: the sealed log of every county, for anyone to check; says what to keep elsewhere. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { countStray, exportLedger } from '#kernel/ledger-store/export.ts'
import { openDatabase } from '#platform/db'
import { command, withOpenDatabase } from './open-database.ts'

const [file, ...rest] = process.argv.slice(2)
if (!file) {
  console.error('npm run ledger:export -- FILE [--with-content]')
  process.exit(2)
}
await command(() =>
  withOpenDatabase(async ({ url, config, keys }) => {
    const database = openDatabase(url, { max: 2 })
    const kept: string[] = []
    async function* lines(): AsyncGenerator<string> {
      const all = exportLedger({ database, keys, origin: config.origin, withContent: rest.includes('--with-content') })
      for await (const line of all) {
        if (line.startsWith('{"format":')) {
          const { vkey, checkpoint } = JSON.parse(line) as { vkey: string; checkpoint: string }
          kept.push(`${vkey}\n${checkpoint}`)
        }
        yield line
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(file))
    const stray = await countStray(database)
    await database.close()
    if (stray > 0)
      console.error(
        `${stray} facts stand in the database but in no log: they were written past the server, or kept from sealing`,
      )
    return kept.length
      ? `written: ${file}. Keep these keys and checkpoints where this database's masters cannot reach them:\n\n${kept.join('\n')}`
      : `written: ${file}, which holds nothing: no fact has been sealed yet`
  }),
)
