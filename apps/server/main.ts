/** `npm start`: finds or starts the database, brings it up to date, seeds a demo city on the first start, serves. */
import { join } from 'node:path'
import { ConfigError, readConfig } from '#platform/config'
import { serverClock } from '#platform/clock'
import { deriveKeys } from '#platform/crypto'
import { EmbeddedError } from '#platform/db/embedded.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { DatabaseError } from 'pg'
import { capabilities } from '../../capabilities/registry.ts'
import { enterCityOnce } from './city.ts'
import { composeServer } from './compose.ts'
import { prepareDatabase } from './database.ts'
import { masterSecret, refuseUnsafe } from './production.ts'
import { seedDemo } from './seed.ts'
import { serveLive } from './live.ts'
import { preparePages } from './pages.ts'
import { httpGateway } from './gateway.ts'
import { httpIdentity } from './identity.ts'

const DELIVERY_MS = 5_000
const ROOT = join(import.meta.dirname, '../..')

async function main(): Promise<void> {
  const began = performance.now()
  const say = (text: string): void =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`)
  const config = readConfig(process.env)
  const keys = deriveKeys(masterSecret(config))
  const clock = serverClock()
  if (config.mode === 'production') await refuseUnsafe(config)
  const database = await prepareDatabase(config, ROOT, say)
  const preparing = preparePages(ROOT, say, config.mode === 'demo')
  if (config.mode === 'demo') await seedDemo({ url: database.url, keys, clock, config, say })
  else await enterCityOnce(database.url, ROOT, say)
  const pages = await preparing
  const gateway = config.noticeUrl ? { gateway: httpGateway(config.noticeUrl) } : {}
  const identity = config.identityUrl ? { identity: httpIdentity(config.identityUrl) } : {}
  const server = await composeServer({ config, url: database.url, keys, clock, pages, ...gateway, ...identity })
  serveLive(server)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clearInterval(day)
    clearInterval(post)
    await server.close()
    await database.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())

  for (const one of capabilities) await one.atStart?.(server.contextAs({ kind: 'clock' }))
  await server.catchUp()
  // The clock's moves: at midnight, and after a rehearsal's leap has been interrupted.
  const day = setInterval(() => void server.catchUp().catch(() => {}), 60_000)
  const post = setInterval(() => void server.deliver().catch(() => {}), DELIVERY_MS)
  await server.app.listen({ host: config.host, port: config.port })
  say(`Liren 里仁 is ready (${config.mode}): ${config.publicUrl}`)
  if (config.mode === 'demo')
    say(`resident ${config.publicUrl}/   staff ${config.publicUrl}/staff   API ${config.publicUrl}/api/docs`)
}

main().catch((error: unknown) => {
  const known = [ConfigError, EmbeddedError, MigrationError, DatabaseError].some((one) => error instanceof one)
  const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EADDRINUSE'].includes(
    (error as { code: string }).code,
  )
  if (known || unreachable) console.error(`Cannot start: ${(error as Error).message}`)
  else console.error('Cannot start:', error)
  process.exit(1)
})
