/** For commands: the database that the server uses, started if need be, with no server around it. */
import { join } from 'node:path'
import { prepareDatabase } from '../apps/server/database.ts'
import { masterSecret } from '../apps/server/production.ts'
import { DatabaseError } from 'pg'
import { BackupError } from '#platform/db/backup.ts'
import { EmbeddedError } from '#platform/db/embedded.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { type Config, ConfigError, readConfig } from '#platform/config'
import { deriveKeys, type Keys } from '#platform/crypto'

/** What a command refuses, in a sentence for whoever gave it. */
export class CommandError extends Error {
  override name = 'CommandError'
}

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

/** Runs a command to its end: what it answers is said, what it refuses is one sentence and exit code 1. */
export async function command(work: () => Promise<string>): Promise<never> {
  try {
    console.log(await work())
    process.exit(0)
  } catch (error) {
    const known = [CommandError, ConfigError, BackupError, MigrationError, EmbeddedError, DatabaseError].some(
      (one) => error instanceof one,
    )
    console.error(known || (error as { syscall?: string }).syscall ? (error as Error).message : error)
    process.exit(1)
  }
}
