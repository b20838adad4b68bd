/** The database of a server: embedded in the data folder, or the one of DATABASE_URL; migrated before it is used. */
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '#platform/config'
import { startEmbedded } from '#platform/db/embedded.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { MIGRATION_FOLDERS } from './migrations.ts'

export type Prepared = {
  readonly url: string
  /** It ran before: a server that is up, or one that a killed server left. */
  readonly shared: boolean
  stop(): Promise<void>
}

const NAME = 'liren'
const PROGRESS = {
  unpack: 'unpacking PostgreSQL',
  init: 'creating the database',
  start: 'starting PostgreSQL',
} as const

export async function prepareDatabase(config: Config, root: string, say: (text: string) => void): Promise<Prepared> {
  const opened =
    config.databaseUrl === undefined
      ? await openEmbedded(config, say)
      : { url: config.databaseUrl, shared: true, stop: async () => {} }
  const applied = await migrate(opened.url, await readMigrations(root, MIGRATION_FOLDERS))
  if (applied.length) say(`database brought up to date (${applied.length} migrations)`)
  return opened
}

async function openEmbedded(config: Config, say: (text: string) => void): Promise<Prepared> {
  const embedded = await startEmbedded(join(config.dataDir, 'database'), { onProgress: (step) => say(PROGRESS[step]) })
  if (embedded.takenOver) say('took over the PostgreSQL that a stopped server left running')
  const admin = new pg.Client({ connectionString: embedded.url('postgres') })
  await admin.connect()
  const found = await admin.query(`select from pg_database where datname = $1`, [NAME])
  if (found.rowCount === 0) await admin.query(`create database ${NAME}`)
  await admin.end()
  return { url: embedded.url(NAME), shared: embedded.takenOver, stop: () => embedded.stop() }
}
