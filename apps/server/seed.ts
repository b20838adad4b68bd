/** Seeds a demonstration on its first start; a database that holds a city is left as it is. */
import { join } from 'node:path'
import type { Config } from '#platform/config'
import type { ServerClock } from '#platform/clock'
import type { Keys } from '#platform/crypto'
import { openDatabase, sql, SYSTEM_SCOPE } from '#platform/db'
import { plainDate } from '#kernel/calendar'
import * as settings from '#kernel/settings/store.ts'
import { z } from 'zod'
import { capabilities } from '../../capabilities/registry.ts'
import { readPlaces } from './city.ts'
import { seedCity } from './demo/seed.ts'
import { liveForms } from './demo/forms.ts'
import { liveRelief } from './demo/relief.ts'
import { liveWork } from './demo/work.ts'
import { liveAYear } from './demo/year.ts'
import { makeServices } from './services.ts'

const ROOT = join(import.meta.dirname, '../..')
/** About this many applications a working day, over a year. */
const PER_DAY = 2.4
const DAYS = 365

export async function seedDemo(given: {
  url: string
  keys: Keys
  clock: ServerClock
  config: Config
  say: (text: string) => void
  days?: number
  perDay?: number
}): Promise<void> {
  const { keys, clock, config, say } = given
  const database = openDatabase(given.url, { max: 4 })
  try {
    const { today, ms } = clock.now()
    const found = await database.as(SYSTEM_SCOPE, (db) =>
      db.one(
        z.object({ places: z.number(), cases: z.number() }),
        sql`select (select count(*)::int from kernel.place) as places, (select count(*)::int from (select from kernel.case limit 1) c) as cases`,
      ),
    )
    if (found.places === 0) {
      say('entering the city: 5 counties, 43 streets and townships, 777 communities and villages')
      const { residents } = await seedCity(database, keys, ROOT, today, ms)
      say(`entered ${residents} made-up residents and the offices`)
    }
    if (found.cases === 0) {
      const { services } = await makeServices({
        database,
        keys,
        packs: capabilities.flatMap((one) => one.packs ?? []),
        procedures: capabilities.flatMap((one) => one.procedures ?? []),
        asks: Object.assign({}, ...capabilities.map((one) => one.asks ?? {})),
        subjectNames: {},
        countedIndicators: new Set(capabilities.flatMap((one) => Object.keys(one.formulas ?? {}))),
        publicUrl: config.publicUrl,
        origin: config.origin,
        allowTestIds: true,
        demo: true,
        committed: () => {},
      })
      let told = 0
      const made = await liveAYear({
        services,
        places: readPlaces(ROOT),
        today: plainDate(today),
        days: given.days ?? DAYS,
        perDay: given.perDay ?? PER_DAY,
        progress: (share) => {
          if (share >= told + 0.25) {
            told += 0.25
            say(`living a year of cases: ${Math.round(share * 100)} %`)
          }
        },
      })
      const means = { services, places: readPlaces(ROOT), today: plainDate(today) }
      await liveRelief(means)
      await liveWork(means)
      await liveForms(means)
      await database.as(SYSTEM_SCOPE, (db) => settings.setSweptTo(db, today))
      say(`${made} cases of the past year`)
    }
  } finally {
    await database.close()
  }
}
