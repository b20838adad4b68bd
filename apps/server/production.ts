/** What production mode refuses: demo accounts, a default secret, a database role that row-level security does not bind. */
import pg from 'pg'
import { type Config, ConfigError } from '#platform/config'
import { keptSecret } from '#platform/crypto'

const LEAST_SECRET = 32

/** The one secret all keys come from: given from outside in production, kept in the data folder in demo mode. */
export function masterSecret(config: Config): string {
  if (config.secret !== undefined) {
    if (config.secret.length < LEAST_SECRET)
      throw new ConfigError(`LIREN_SECRET must have at least ${LEAST_SECRET} characters`)
    if (new Set(config.secret).size < 10 || /secret|password|change|example/i.test(config.secret))
      throw new ConfigError('LIREN_SECRET looks like a default; make a random one, e.g. with `openssl rand -base64 48`')
    return config.secret
  }
  if (config.mode === 'production')
    throw new ConfigError('production needs LIREN_SECRET (at least 32 random characters)')
  return keptSecret(config.dataDir)
}

/** Asked before anything is started or written. */
export async function refuseUnsafe(config: Config): Promise<void> {
  if (config.databaseUrl === undefined)
    throw new ConfigError('production needs DATABASE_URL: the embedded PostgreSQL is for demonstrations')
  if (config.allowTestIds) throw new ConfigError('ALLOW_TEST_IDS is for demonstrations only')
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  try {
    const role = await client.query<{ super: boolean; bypass: boolean }>(
      `select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = session_user`,
    )
    if (role.rows[0]?.super || role.rows[0]?.bypass)
      throw new ConfigError('DATABASE_URL must name a role that is no superuser and does not bypass row-level security')
    const begun = await client.query<{ begun: boolean }>(
      `select to_regclass('kernel.staff_account') is not null as begun`,
    )
    if (!begun.rows[0]?.begun) return
    const demo = await client.query(`select from kernel.staff_account where demo limit 1`)
    if (demo.rowCount)
      throw new ConfigError('this database holds demo accounts: production starts from an empty database')
  } finally {
    await client.end()
  }
}
