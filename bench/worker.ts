/** The server under test, a process of its own. Says where it listens, then how much memory it holds, ten times a second. */
import { readConfig } from '#platform/config'
import { serverClock } from '#platform/clock'
import { deriveKeys } from '#platform/crypto'
import { composeServer } from '../apps/server/compose.ts'
import { serveLive } from '../apps/server/live.ts'
import { masterSecret } from '../apps/server/production.ts'

const config = readConfig(process.env)
const server = await composeServer({
  config,
  url: process.env.BENCH_URL ?? '',
  keys: deriveKeys(masterSecret(config)),
  clock: serverClock(),
  quiet: true,
})
serveLive(server)
await server.catchUp()
const base = await server.app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ base })
setInterval(() => process.send?.({ rss: process.memoryUsage().rss }), 100)
process.on('disconnect', () => process.exit(0))
