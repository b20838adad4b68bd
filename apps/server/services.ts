/** The means that every request shares, made from a database: calendar, dated values and offices in memory, batches in and out. */
import { calendarFromRows, calendarRows, calendarYears, plainDate, type WorkCalendar } from '#kernel/calendar'
import type { Ask, CommitAnswer, ListCall, LoadCall, Services } from '#kernel/context'
import { Directory, worldOf } from '#kernel/context/world.ts'
import { isBasis } from '#kernel/law'
import { mergeOverrides, type OverrideRow, type PackSet } from '#kernel/pack'
import type { AnyProcedure, World } from '#kernel/procedure'
import * as settings from '#kernel/settings/store.ts'
import { type Text, text } from '#kernel/text'
import { type Keys, randomBytes, uuidv7 } from '#platform/crypto'
import { type Database, gather, sql, SYSTEM_SCOPE } from '#platform/db'
import { z } from 'zod'

/** Measured with the load generator on the same two cores: more in one statement, or more statements at once, gains nothing. */
const BATCH = { size: 16, inFlight: 2 } as const
/** Pages cost the database more than moves: fewer in one statement, more statements at once. */
const LISTS = { size: 4, inFlight: 4 } as const
const WORLDS_KEPT = 50

export type ServicesGiven = {
  readonly database: Database
  readonly keys: Keys
  readonly packs: PackSet
  readonly procedures: readonly AnyProcedure[]
  /** What their moves ask by name. */
  readonly asks?: Readonly<Record<string, Ask>>
  readonly subjectNames: Readonly<Record<string, Text>>
  /** Indicators that some register counts. */
  readonly countedIndicators?: ReadonlySet<string>
  readonly publicUrl: string
  readonly origin: string
  readonly allowTestIds: boolean
  readonly demo: boolean
  readonly committed: () => void
  /** What stands behind indicators and has to say when it changes. */
  readonly counted?: readonly string[]
}

export type MadeServices = {
  readonly services: Services
  readonly directory: Directory
  readonly packs: () => PackSet
  readonly ahead: number
  reload: () => Promise<void>
}

export async function makeServices(given: ServicesGiven): Promise<MadeServices> {
  const { database } = given
  const loaded = await database.as(SYSTEM_SCOPE, async (db) => ({
    places: await settings.listPlaces(db),
    offices: await settings.listOffices(db),
    day: await settings.getDay(db),
  }))
  const directory = new Directory(loaded.places, loaded.offices)
  let calendar: WorkCalendar = calendarFromRows(calendarRows, { from: firstYear(), through: lastYear([]) })
  let packs = given.packs
  const worlds = new Map<string, World>()

  const reload = async (): Promise<void> => {
    const found = await database.as(SYSTEM_SCOPE, async (db) => ({
      days: await settings.listCalendar(db),
      years: await settings.listCalendarYears(db),
      overrides: await settings.listOverrides(db),
    }))
    const days = [...calendarRows, ...found.days.map((one) => ({ day: plainDate(one.day), kind: one.kind }))]
    calendar = calendarFromRows(days, { from: firstYear(), through: lastYear(found.years.map((one) => one.year)) })
    packs = mergeOverrides(given.packs, found.overrides.map(overrideRow))
    worlds.clear()
  }
  await reload()

  const services: Services = {
    database,
    keys: given.keys,
    procedures: given.procedures,
    commit: gather<object, CommitAnswer>(
      async (calls) =>
        (await database.direct.one(Commits, sql`select kernel.commit(${JSON.stringify(calls)}::jsonb) as answers`))
          .answers,
      BATCH,
    ),
    load: gather<LoadCall, unknown>(
      async (calls) =>
        (await database.direct.one(Loads, sql`select kernel.load(${JSON.stringify(calls)}::jsonb) as answers`)).answers,
      BATCH,
    ),
    list: gather<ListCall, string | null>(
      async (calls) =>
        (await database.direct.many(Page, sql`select kernel.list(${JSON.stringify(calls)}::jsonb) as page`)).map(
          ({ page }) => page,
        ),
      LISTS,
    ),
    subjectName: (_procedure, subject) => given.subjectNames[subject] ?? text(subject, subject),
    world(today) {
      let world = worlds.get(today)
      if (!world) {
        if (worlds.size >= WORLDS_KEPT) worlds.clear()
        world = worldOf(directory, calendar, packs, today, given.countedIndicators)
        worlds.set(today, world)
      }
      return world
    },
    publicUrl: given.publicUrl,
    origin: given.origin,
    allowTestIds: given.allowTestIds,
    demo: given.demo,
    lastNumbers: new Map(),
    newId: uuidv7,
    randomBytes,
    committed: given.committed,
    counted: new Set(given.counted),
    asks: given.asks ?? {},
  }
  return { services, directory, packs: () => packs, ahead: loaded.day.ahead, reload }
}

/** What the functions of migrations 0004 and 0015 answer: one answer for each call, in order. */
const Commits = z.object({ answers: z.array(z.custom<CommitAnswer>()) })
const Page = z.object({ page: z.string().nullable() })
const Loads = z.object({ answers: z.array(z.unknown()) })

function overrideRow(row: settings.OverrideRecord): OverrideRow {
  return {
    name: row.name,
    value: row.value,
    place: row.place,
    from: row.valid_from,
    to: row.valid_to,
    basis: isBasis(row.basis) ? row.basis : 'practice',
    source: row.source,
    verified: row.verified,
    setBy: row.proposed_by,
    confirmedBy: row.confirmed_by,
  }
}

function firstYear(): number {
  return Math.min(...calendarYears.map((one) => one.year))
}
function lastYear(more: readonly number[]): number {
  return Math.max(...calendarYears.map((one) => one.year), ...more)
}
