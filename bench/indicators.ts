/**
 * The indicators of the plan over the registers of the whole city and 1.3 million residents: everything counted anew, and one
 * changed row, each beside the bare aggregates over the same rows.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { capabilities } from '../capabilities/registry.ts'
import { readPlaces } from '../apps/server/city.ts'
import { fillCity } from '../apps/server/demo/city/fill.ts'
import { livingIn } from '../apps/server/demo/city/people-and-bodies.ts'
import { builtIn } from '../apps/server/demo/city/places-held.ts'
import { castId } from '../apps/server/demo/seed.ts'
import { officeId } from '../capabilities/organisations/seed/offices.ts'
import { masterSecret } from '../apps/server/production.ts'
import { makeServices } from '../apps/server/services.ts'
import { plainDate } from '#kernel/calendar'
import { contextFor } from '#kernel/context'
import { figureOf } from '#kernel/indicator/figures.ts'
import { Counter } from '#kernel/indicator-store/counter.ts'
import { writtenTo } from '#kernel/indicator-store/read-source.ts'
import { addRow } from '#kernel/register/rows.ts'
import { serverClock } from '#platform/clock'
import { deriveKeys } from '#platform/crypto'
import { openDatabase } from '#platform/db'
import { join } from 'node:path'
import type { Running } from './server.ts'

const ROOT = join(import.meta.dirname, '..')
const RESIDENTS = 1_300_000
const ROUNDS = 5
const COMMUNITY = '140302001001'

export async function indicators(running: Running): Promise<void> {
  const { owner } = running
  const keys = deriveKeys(masterSecret(running.config))
  const database = openDatabase(running.url, { max: 6 })
  const registers = capabilities.flatMap((one) => one.registers ?? [])
  const sources = capabilities.flatMap((one) => one.sources ?? [])
  const { services, directory } = await makeServices({
    database,
    keys,
    packs: capabilities.flatMap((one) => one.packs ?? []),
    procedures: capabilities.flatMap((one) => one.procedures ?? []),
    subjectNames: {},
    publicUrl: '',
    origin: running.config.origin,
    allowTestIds: true,
    demo: true,
    committed: () => {},
    counted: sources.map(writtenTo),
  })
  const { today, ms } = serverClock().now()
  const day = plainDate(today)
  running.halt(true)
  const began = performance.now()
  const rows = await fillCity({
    services,
    registers,
    places: readPlaces(ROOT),
    today: day,
    makers: [builtIn, livingIn],
    told: () => {},
  })
  const imported = (performance.now() - began) / 1000
  await owner.query(
    `insert into residents.resident (county, id, place, household, person, name, name_masked, status)
     select h.county, gen_random_uuid(), h.place, h.id, gen_random_uuid(), '\\x00', '张*', case when n % 9 = 0 then 'R3' else 'R1' end
     from (select *, row_number() over () as k from residents.household where ended_on is null) h, generate_series(1, 3) n
     where (h.k * 3 + n) <= $1`,
    [RESIDENTS],
  )
  await owner.query('vacuum analyze')
  console.log(
    `\nregisters of the whole city      ${rows.toLocaleString('en')} rows by spreadsheet import in ${imported.toFixed(0)} s (${Math.round(rows / imported).toLocaleString('en')} rows/s), ${RESIDENTS.toLocaleString('en')} residents`,
  )

  const counter = new Counter({
    services,
    directory,
    indicators: capabilities.flatMap((one) => one.indicators ?? []),
    formulas: Object.assign({}, ...capabilities.map((one) => one.formulas ?? {})),
    sources,
    context: () => contextFor(services, { kind: 'clock' }, day, ms),
    afterCount: [],
    failed: (error) => {
      throw error
    },
  })
  await counter.newDay() // months of the past year are put on record once
  const ours = await best(async () => {
    await counter.newDay()
    counter.current()
  })
  const plain = await best(() => bareAggregates(owner, sources.map(writtenTo)))
  console.log(
    `all indicators, all places       ${ours.toFixed(0)} ms (aim ≤ 5,000), bare aggregates ${plain.toFixed(0)} ms: ratio ${(plain / ours).toFixed(2)}`,
  )

  await counter.start()
  await counter.settled()
  const acting = {
    kind: 'staff',
    person: castId('ducheng'),
    role: 'county_office',
    org: officeId('county-office-140302'),
    places: '140302',
    appointment: castId('ducheng county_office'),
  } as const
  const context = contextFor(services, acting, day, ms)
  const premises = registers.find((one) => one.definition.name === 'premises')
  if (!premises) throw new Error('no register of premises')
  const times: number[] = []
  for (let i = 0; i < 20; i++) {
    const before = counter.factsOf(COMMUNITY)['premises.counted-area'] ?? 0
    const added = await addRow(context, premises, COMMUNITY, {
      place: COMMUNITY,
      kind: 'activity-room',
      name: `活动室${i}`,
      floorArea: '10',
      source: 'built',
      usable: true,
    })
    if (!added.ok) throw new Error(`${added.code} ${JSON.stringify(added.issues)}`)
    const from = performance.now()
    while ((counter.factsOf(COMMUNITY)['premises.counted-area'] ?? 0) === before) await wait(1)
    figureOf(counter.options.indicators[48] ?? never(), counter.places[0] ?? never(), counter.current())
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const bare = await best(() =>
    owner.query(
      `select count(*), sum((cells->>'floorArea')::bigint) from kernel.register_row where county = $1 and register = 'premises' and place = $2 and ended_on is null`,
      [COMMUNITY.slice(0, 6), COMMUNITY],
    ),
  )
  console.log(
    `one changed row to all figures   ${(times[times.length >> 1] ?? 0).toFixed(1)} ms in the middle, ${(times.at(-1) ?? 0).toFixed(1)} ms at most (aim ≤ 100), bare aggregate of the place ${bare.toFixed(1)} ms`,
  )
  await counter.stop()
  running.halt(false)
  await database.close()
}

/** The least that any program would have to ask: each register's rows by place, each number of theirs summed. */
async function bareAggregates(owner: Running['owner'], counted: readonly string[]): Promise<void> {
  await owner.query(
    `select register, place, key, count(*), sum(case when jsonb_typeof(value) = 'number' then (value)::bigint end)
     from kernel.register_row, jsonb_each(cells) where register = any ($1) and ended_on is null group by 1, 2, 3`,
    [counted],
  )
  await owner.query(
    `select place, count(*), sum(members), sum(floating) from residents.household where ended_on is null and kind = 'living' group by place`,
  )
  await owner.query(`select place, status, count(*) from residents.resident where ended_on is null group by 1, 2`)
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < ROUNDS; i++) {
    const from = performance.now()
    await work()
    least = Math.min(least, performance.now() - from)
  }
  return least
}

function never(): never {
  throw new Error('the catalogue is empty')
}
