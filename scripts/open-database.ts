/** For commands: the database that the server uses, started if need be, with no server around it. */
import { join } from 'node:path'
import { prepareDatabase } from '../apps/server/database.ts'
import { masterSecret } from '../apps/server/production.ts'
import { type Config, readConfig } from '#platform/config'
import { deriveKeys, type Keys } from '#platform/crypto'

/** `work` gets the owner's URL; an embedded server that runs already is used and left running. */
export async function withOpenDatabase<Result>(
  work: (given: { url: string; config: Config; keys: Keys }) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(process.env)
  const keys = deriveKeys(masterSecret(config))
  const database = await prepareDatabase(config, join(import.meta.dirname, '..'), () => {})
  try {
    return await work({ url: database.url, config, keys })
  } finally {
    if (!database.shared) await database.stop()
  }
}
