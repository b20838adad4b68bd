/**
 * Facts sealed per second, and what sealing costs: the same engine in one process, applying as fast as it can, first with no
 * sealer, then with one beside it. The server is halted meanwhile, so that nobody else seals.
 */
import { capabilities } from '../capabilities/registry.ts'
import { apply } from '../capabilities/service-cases/actions.ts'
import { castId } from '../apps/server/demo/seed.ts'
import { masterSecret } from '../apps/server/production.ts'
import { makeServices } from '../apps/server/services.ts'
import { plainDate } from '#kernel/calendar'
import { contextFor } from '#kernel/context'
import { Sealer } from '#kernel/ledger-store/sealer.ts'
import { serverClock } from '#platform/clock'
import { deriveKeys } from '#platform/crypto'
import { openDatabase } from '#platform/db'
import type { Running } from './server.ts'

const CALLERS = 64

export async function sealing(running: Running, seconds: number): Promise<void> {
  const keys = deriveKeys(masterSecret(running.config))
  const database = openDatabase(running.url, { max: 10 })
  let wake = (): void => {}
  const { services } = await makeServices({
    database,
    keys,
    packs: capabilities.flatMap((one) => one.packs ?? []),
    procedures: capabilities.flatMap((one) => one.procedures ?? []),
    subjectNames: {},
    publicUrl: '',
    origin: running.config.origin,
    allowTestIds: true,
    demo: true,
    committed: () => wake(),
  })
  const { today, ms } = serverClock().now()
  const acting = { kind: 'resident', person: castId('lijianguo'), rung: 2 } as const
  const context = contextFor(services, acting, plainDate(today), ms)
  const applications = async (): Promise<number> => {
    const until = performance.now() + seconds * 1000
    let done = 0
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        while (performance.now() < until) {
          const outcome = await apply(context, {
            item: 'YQ-09-001',
            place: '140302001001',
            values: { room: 'meeting', on: '2099-01-01', people: 5, delivery: 'window', consent: true },
            files: [],
            seen: [],
            channel: 'phone',
            applicant: acting.person,
            rung: 2,
            mandate: null,
          })
          if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
          done++
        }
      }),
    )
    return done / seconds
  }
  const count = async (table: string): Promise<number> =>
    Number((await running.owner.query<{ n: string }>(`select count(*) as n from kernel.${table}`)).rows[0]?.n)

  running.halt(true)
  const alone = await applications()
  const queue = await count('unsealed')
  const sealer = new Sealer({ database, keys, origin: running.config.origin, now: () => serverClock().now().ms })
  const began = performance.now()
  while ((await sealer.sealOnce()) > 0);
  const rate = (queue / (performance.now() - began)) * 1000
  wake = () => sealer.wake()
  sealer.start()
  const beside = await applications()
  const left = await count('unsealed')
  await sealer.stop()
  running.halt(false)
  console.log(
    `facts sealed                     ${Math.round(rate)}/s from a queue of ${queue}; ${await count('log_entry')} in the log, ${await count('log_refused')} without the server's mark refused`,
  )
  console.log(
    `cost of sealing                  ${Math.round(alone)} applications/s without, ${Math.round(beside)}/s with a sealer in the same process (${Math.round((1 - beside / alone) * 100)} %), ${left} left waiting at the end`,
  )
  await database.close()
}
