/** Fills the registers of the whole city (演示城市): spreadsheets county by county, through the import that a clerk uses. */
import { setTimeout as wait } from 'node:timers/promises'
import { addDays, type PlainDate } from '#kernel/calendar'
import { type Context, contextFor, type Services } from '#kernel/context'
import { confirmImport, startImport } from '#kernel/register/import.ts'
import type { Register } from '#kernel/register/register.ts'
import * as store from '#kernel/register/store.ts'
import { officeId } from '../../../../capabilities/organisations/seed/offices.ts'
import type { SeedPlace } from '../../city.ts'
import { castId } from '../seed.ts'
import { communityOf, type MadeCommunity, WAVES } from './community.ts'
import type { Cells, MadeRow } from './places-held.ts'

export class FillError extends Error {
  override name = 'FillError'
}

export type FillStep = { readonly register: string; readonly rows: number; readonly place: string }

/** Who makes rows of a community, for all registers. */
export type Maker = (community: MadeCommunity, today: PlainDate) => Iterable<MadeRow>

const POLL_MS = 15
/** A file holds at most this many rows; larger ones come in parts, as a clerk would cut them. */
const MOST_IN_FILE = 90_000

export async function fillCity(given: {
  services: Services
  registers: readonly Register[]
  places: readonly SeedPlace[]
  today: PlainDate
  makers: readonly Maker[]
  told: (step: FillStep) => void
}): Promise<number> {
  const { services, registers, places, today, makers, told } = given
  const communities = places.filter((place) => place.level === 'committee')
  let rows = 0
  for (const county of places.filter((place) => place.level === 'county')) {
    const sheets = new Map<string, Cells[]>()
    for (const [index, place] of communities.entries()) {
      if (!place.code.startsWith(county.code.slice(0, 6))) continue
      const community = communityOf(place, index)
      for (const maker of makers)
        for (const [register, wave, cells] of maker(community, today)) {
          const key = `${wave} ${register}`
          const sheet = sheets.get(key)
          if (sheet) sheet.push(cells)
          else sheets.set(key, [cells])
        }
    }
    for (const [key, all] of [...sheets].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [wave = '0', name = ''] = key.split(' ')
      const register = registers.find((one) => one.definition.name === name)
      if (!register) throw new Error(`no register ${name}`)
      const day = addDays(today, -30 * (WAVES[Number(wave)] ?? 0))
      const context = countyOffice(services, county.code, day)
      for (let from = 0, part = 1; from < all.length; from += MOST_IN_FILE, part++) {
        const sheet = all.slice(from, from + MOST_IN_FILE)
        if (!(await importSheet(context, register, county.code, `${name}-${wave}-${part}.csv`, csvOf(sheet)))) continue
        rows += sheet.length
        told({ register: name, rows: sheet.length, place: county.code })
      }
    }
  }
  return rows
}

/** The county's office on a day of the past year: nobody signs in, the import checks what it checks of everybody. */
function countyOffice(services: Services, county: string, day: PlainDate): Context {
  return contextFor(
    services,
    {
      kind: 'staff',
      person: castId('ducheng'),
      role: 'county_office',
      org: officeId(`county-office-${county.slice(0, 6)}`),
      places: county.slice(0, 6),
      appointment: castId('ducheng county_office'),
    },
    day,
    Date.parse(`${day}T02:00:00Z`),
  )
}

/** False when this very file was imported before: a run that was cut off goes on where it was. */
async function importSheet(
  context: Context,
  register: Register,
  place: string,
  name: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const { title } = register.definition
  const started = await startImport(context, register, { place, name, bytes })
  if (!started.ok && started.code === 'imported-already') return false
  if (!started.ok) throw new FillError(`${title.zh}: ${started.code} ${JSON.stringify(started.facts)}`)
  const { county, id } = started.value
  const until = async (wanted: string): Promise<void> => {
    for (;;) {
      const run = await context.inTransaction((db) => store.findRun(db, county, id))
      if (run?.state === wanted) {
        if (run.bad > 0) throw new FillError(`${title.zh}: ${JSON.stringify(run.errors[0])}`)
        return
      }
      if (!run || run.state === 'failed') throw new FillError(`${title.zh}: the import failed: ${run?.reason ?? ''}`)
      await wait(POLL_MS)
    }
  }
  await until('checked')
  const confirmed = await confirmImport(context, register, county, id, false)
  if (!confirmed.ok) throw new FillError(`${title.zh}: ${confirmed.code}`)
  await until('done')
  return true
}

/** All headers that any row has; UTF-8 with its mark, as spreadsheets save it. */
function csvOf(rows: readonly Cells[]): Uint8Array {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => header.map((name) => row[name] ?? '').join(','))
  return new TextEncoder().encode(`\uFEFF${[header.join(','), ...lines].join('\r\n')}\r\n`)
}
