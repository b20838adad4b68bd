import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/calendar'
import type { CountedFacts, Formula, Indicator } from '#kernel/indicator'
import { figureOf } from '#kernel/indicator/figures.ts'
import { countIf, type FactSource } from '#kernel/indicator/source.ts'
import { definePack } from '#kernel/pack'
import type { RegisterDefinition } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain'
import { addRow, endRow } from '#kernel/register/rows.ts'
import { text } from '#kernel/text'
import { withDatabase } from '#testing/database.ts'
import { openVillage, PLACES, settleVillage, type Village } from '#testing/village.ts'
import { Counter, monthEnds } from './counter.ts'
import { listMonths } from './store.ts'

const test_ = withDatabase()
const rooms: RegisterDefinition = {
  name: 'rooms',
  title: text('房间', 'Rooms'),
  placed: 'community',
  columns: [
    { id: 'community', label: text('社区', 'Community'), type: 'place', required: true, open: true, example: '' },
    { id: 'area', label: text('面积', 'Area'), type: 'area', required: true, open: true, example: '' },
  ],
}
const register = plainRegister(rooms)
const source: FactSource = {
  name: 'rooms',
  register: 'rooms',
  count: (rows, _on, value) => ({
    'rooms.large': countIf(rows, ({ area }) => Number(area) >= value<number>('rooms.floor')),
  }),
}
const formula: Formula = {
  needs: ['rooms'],
  count: (facts, { level }) => (level === 'committee' ? { n: facts['rooms.large'] ? 1 : 0, d: 1 } : undefined),
}
const indicator: Indicator = {
  id: 'I-49',
  name: text('大房间', 'Large rooms'),
  unit: 'percent',
  target: { kind: 'all' },
  stated: true,
  by: '2026-12-31',
  level: 'M',
  section: 'P3.3.2',
  tasks: ['T11'],
  formula: text('', ''),
}
const packs = [
  definePack('cn-test', {
    'rooms.floor': [
      { value: 50_000, basis: 'plan P3.3.2', from: '2018-11-09', to: '2026-02-28', verified: true },
      { value: 60_000, basis: 'plan P3.3.2', from: '2026-03-01', verified: true },
    ],
  }),
]

let village: Village
let today = '2026-01-10'
const told: CountedFacts[][] = []
const counters: Counter[] = []
const failures: unknown[] = []
function makeCounter(): Counter {
  const counter = new Counter({
    services: village.services,
    directory: village.directory,
    indicators: [indicator],
    formulas: { 'I-49': formula },
    sources: [source],
    context: () => village.as({ kind: 'clock' }, today),
    afterCount: [async (_context, counted) => void told.push([...counted])],
    failed: (error) => failures.push(error),
  })
  counters.push(counter)
  return counter
}
const figure = (counter: Counter, code: string) => {
  const place = counter.places.find((one) => one.code === code)
  if (!place) throw new Error(code)
  return figureOf(indicator, place, counter.current())
}

beforeAll(async () => {
  await settleVillage(test_)
  village = await openVillage(test_, { procedures: [], packs, today })
})
afterAll(async () => {
  for (const counter of counters) await counter.stop()
  expect(failures).toEqual([])
})

describe('counting', () => {
  test('an empty register gives no figure; its first row lights it up, on every server, without anybody asking', async () => {
    const [here, elsewhere] = [makeCounter(), makeCounter()]
    await here.start()
    await elsewhere.start()
    await here.settled()
    expect(figure(here, PLACES.city).state).toBe('no-data')
    const added = await addRow(village.as('worker', today), register, PLACES.community, {
      community: PLACES.community,
      area: '500.00',
    })
    expect(added).toMatchObject({ ok: true })
    for (const counter of [here, elsewhere])
      await vi.waitFor(() => expect(figure(counter, PLACES.city)).toMatchObject({ n: 1, d: 3, gap: 2, state: 'short' }))
    expect(figure(here, PLACES.community)).toMatchObject({ state: 'met' })
    expect(told.at(-1)?.map((one) => one.place.code)).toEqual([PLACES.community])
  })

  test('a row that ends counts no more, and what is stored says so', async () => {
    const [counter] = counters
    const context = village.as('worker', today)
    const { rows } = await test_.owner.query<{ county: string; id: string }>(
      `select county, id from kernel.register_row`,
    )
    expect(await endRow(context, register, rows[0] ?? { county: '', id: '' }, 1, '误登')).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(counter && figure(counter, PLACES.community)).toMatchObject({ state: 'no-data' }))
    const kept = await test_.owner.query(`select facts from kernel.indicator_fact where place = $1`, [PLACES.community])
    await vi.waitFor(() => expect(kept.rows).toEqual([{ facts: {} }]))
  })

  test('a month that ends is put on record with the values of its own days, and stays as it was', async () => {
    const [counter] = counters
    if (!counter) throw new Error('no counter')
    today = '2026-02-10'
    await addRow(village.as('worker', today), register, PLACES.community, { community: PLACES.community, area: '550' })
    today = '2026-04-02'
    await counter.newDay()
    expect(await village.as({ kind: 'clock' }).asSystem((db) => listMonths(db))).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ])
    const community = counter.places.find((one) => one.code === PLACES.community)
    if (!community) throw new Error('no community')
    const states: string[] = []
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      const counts = await counter.figures(month)
      states.push(counts ? figureOf(indicator, community, counts).state : 'not counted')
    }
    // 550.00 m² reach the floor of February, not the one in force since March; in January the room was not there.
    expect(states).toEqual(['no-data', 'met', 'short'])
    expect(await counter.figures('2025-12')).toBeUndefined()
    const packsOf = await test_.owner.query(`select distinct packs from kernel.indicator_month order by packs`)
    expect(packsOf.rows).toEqual([{ packs: '' }, { packs: 'cn-test' }])
  })
})

test.each([
  ['the month that runs is not closed', '2026-01-10', '2026-01-31', []],
  ['on the first of the next it is', '2026-01-10', '2026-02-01', ['2026-01-31']],
  ['February of a leap year', '2028-01-31', '2028-03-01', ['2028-01-31', '2028-02-29']],
] as const)('%s', (_because, first, day, ends) => {
  expect(monthEnds(plainDate(first), plainDate(day))).toEqual(ends)
})
