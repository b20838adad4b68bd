/** `npm run demo:city`: fills the registers of the whole demonstration city by spreadsheets, as its counties would. Once. */
import { join } from 'node:path'
import { capabilities } from '../capabilities/registry.ts'
import { readPlaces } from '../apps/server/city.ts'
import { fillCity, FillError } from '../apps/server/demo/city/fill.ts'
import { builtIn } from '../apps/server/demo/city/places-held.ts'
import { livingIn } from '../apps/server/demo/city/people-and-bodies.ts'
import { seedDemo } from '../apps/server/seed.ts'
import { makeServices } from '../apps/server/services.ts'
import { EVERYTHING, tellChanged } from '#kernel/indicator/store.ts'
import { writtenTo } from '#kernel/indicator-store/read-source.ts'
import { plainDate } from '#kernel/calendar'
import { serverClock } from '#platform/clock'
import { openDatabase, SYSTEM_SCOPE } from '#platform/db'
import { command, CommandError, withOpenDatabase } from './open-database.ts'

const ROOT = join(import.meta.dirname, '..')

await command(() =>
  withOpenDatabase(async ({ url, config, keys }) => {
    if (config.mode !== 'demo')
      throw new CommandError('The made-up city is for demonstrations: production holds what is true.')
    const began = performance.now()
    const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1)
    const say = (text: string): void => console.log(`${seconds().padStart(6)} s  ${text}`)
    const clock = serverClock()
    await seedDemo({ url, keys, clock, config, say })
    const database = openDatabase(url, { max: 4 })
    try {
      const { services, ahead } = await makeServices({
        database,
        keys,
        packs: capabilities.flatMap((one) => one.packs ?? []),
        procedures: capabilities.flatMap((one) => one.procedures ?? []),
        subjectNames: {},
        publicUrl: config.publicUrl,
        origin: config.origin,
        allowTestIds: true,
        demo: true,
        committed: () => {},
        counted: capabilities.flatMap((one) => one.sources ?? []).map(writtenTo),
      })
      clock.setAhead(ahead)
      let county = ''
      const rows = await fillCity({
        services,
        registers: capabilities.flatMap((one) => one.registers ?? []),
        places: readPlaces(ROOT),
        today: plainDate(clock.now().today),
        makers: [builtIn, livingIn],
        told: ({ register, rows: count, place }) => {
          if (place !== county) say(`filling the registers of ${place}`)
          county = place
          if (process.env.LOG_LEVEL === 'debug') say(`  ${register} ${count}`)
        },
      })
      await database.as(SYSTEM_SCOPE, (db) => tellChanged(db, EVERYTHING, []))
      return rows
        ? `${rows} rows in ${seconds()} s`
        : 'The registers of the city were filled before: nothing was added.'
    } catch (error) {
      throw error instanceof FillError ? new CommandError(`Not filled further: ${error.message}`) : error
    } finally {
      await database.close()
    }
  }),
)
