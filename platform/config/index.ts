/** Settings from the environment, read once at the edge. Nothing else reads `process.env`. */
import { join, resolve } from 'node:path'

export type Mode = 'demo' | 'production'

export type Config = {
  readonly mode: Mode
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Where residents reach us; used in QR codes and links. */
  readonly publicUrl: string
  /** Name of the city's logs, e.g. `liren.example`; part of every checkpoint. */
  readonly origin: string
  readonly secret: string | undefined
  /** The city's message gateway: each message is posted there as JSON. Absent: told on the pages only. */
  readonly noticeUrl: string | undefined
  /** The real-name service: asked by JSON whether a phone is registered in a name and number. */
  readonly identityUrl: string | undefined
  readonly allowTestIds: boolean
  readonly logLevel: string
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings; throws ConfigError naming the variable, never its value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mode: Mode = env.LIREN_MODE === 'production' || env.NODE_ENV === 'production' ? 'production' : 'demo'
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ConfigError('PORT must be a number from 0 to 65535')
  const host = env.HOST ?? '127.0.0.1'
  return {
    mode,
    host,
    port,
    dataDir: resolve(env.DATA_DIR ?? join(process.cwd(), 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: (env.PUBLIC_URL ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`).replace(/\/$/, ''),
    origin: env.LEDGER_ORIGIN ?? 'liren.local',
    secret: env.LIREN_SECRET || undefined,
    noticeUrl: env.NOTICE_URL || undefined,
    identityUrl: env.IDENTITY_URL || undefined,
    allowTestIds: env.ALLOW_TEST_IDS === undefined ? mode === 'demo' : env.ALLOW_TEST_IDS === 'true',
    logLevel: env.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
  }
}
