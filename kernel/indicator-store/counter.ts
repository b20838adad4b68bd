/**
 * Counting (统计): facts of each place are counted when a register says that it changed, kept, and added up when somebody looks.
 * Everything is counted anew at the start and on a new day; a month that has ended is put on record.
 */
import { addDays, type PlainDate, plainDate } from '#kernel/calendar'
import type { Context, Services } from '#kernel/context'
import type { Directory } from '#kernel/context/world.ts'
import type { CountedFacts, Facts, Formula, Indicator, Values } from '#kernel/indicator'
import { countAll, type Counts, type TreePlace } from '#kernel/indicator/figures.ts'
import type { FactSource } from '#kernel/indicator/source.ts'
import { SYSTEM_SCOPE } from '#platform/db'
import { EVERYTHING } from '#kernel/indicator/store.ts'
import { readSource, writtenTo } from './read-source.ts'
import * as store from './store.ts'

export type CounterOptions = {
  readonly services: Services
  readonly directory: Directory
  readonly indicators: readonly Indicator[]
  readonly formulas: Readonly<Record<string, Formula>>
  readonly sources: readonly FactSource[]
  /** The system on the day of the clock. */
  readonly context: () => Context
  readonly afterCount: readonly ((context: Context, counted: readonly CountedFacts[]) => Promise<void>)[]
  readonly failed: (error: unknown) => void
}

type BySource = Map<string, Facts>
const CHANNEL = 'liren_count'
const LISTEN_AGAIN_MS = 1000
/** A month that nobody closed in time is closed later, as far back as this. */
const MOST_MONTHS = 24
const PAST_KEPT = 12

export class Counter {
  readonly places: readonly TreePlace[]
  readonly options: CounterOptions
  private facts = new Map<string, BySource>()
  private merged = new Map<string, Facts>()
  private counts: { day: PlainDate; counts: Counts } | undefined
  private readonly asked = new Map<string, Set<string>>()
  private readonly past = new Map<string, Counts>()
  private queue: Promise<unknown> = Promise.resolve()
  private quiet: (() => Promise<void>) | undefined
  private stopped = false
  private day: PlainDate | undefined

  constructor(options: CounterOptions) {
    this.options = options
    this.places = [...options.directory.places.values()]
      .map(({ code, level, kind, parent }): TreePlace => ({ code, level, kind, parent }))
      .sort((a, b) => RANK[a.level] - RANK[b.level] || (a.code < b.code ? -1 : 1))
  }

  async start(): Promise<void> {
    await this.listen()
    void this.newDay()
  }

  private async listen(): Promise<void> {
    const { services } = this.options
    const hear = (told: string): void => {
      const [changed = '', places = 'all'] = told.split(' ')
      if (changed === EVERYTHING) return void this.newDay()
      for (const source of this.options.sources.filter((one) => writtenTo(one) === changed))
        void this.run(() => this.recount(source, places === 'all' ? 'all' : places.split(',')))
    }
    this.quiet = await services.database.listen(CHANNEL, hear, () => {
      if (!this.stopped)
        setTimeout(() => void this.listen().then(() => this.newDay(), this.options.failed), LISTEN_AGAIN_MS).unref()
    })
  }

  /** Everything anew, on the clock's day; months that ended meanwhile are put on record. */
  newDay(): Promise<void> {
    this.day = this.options.context().today
    return this.run(async () => {
      for (const source of this.options.sources) await this.recount(source, 'all', false)
      await this.tell(this.places.map((place) => place.code))
      await this.closeMonths()
    })
  }

  /** Counted for the day of the clock, or about to be? */
  get upToDate(): boolean {
    return this.day === this.options.context().today
  }

  /** Until all that was asked for is counted. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.queue; ) {
      seen = this.queue
      await this.queue
    }
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.quiet?.()
    await this.settled()
  }

  private run(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(() => (this.stopped ? undefined : work()))
    this.queue = done.catch((error: unknown) => {
      if (!this.stopped) this.options.failed(error)
    })
    return this.queue as Promise<void>
  }

  private async recount(source: FactSource, places: readonly string[] | 'all', tell = true): Promise<void> {
    const { services, context } = this.options
    const { today } = context()
    const asked = this.askedBy(source.name)
    const counted = await services.database.as(SYSTEM_SCOPE, (db) =>
      readSource(db, source, places, today, this.places, (place) =>
        this.valuesAt(place, today, (name) => asked.add(name)),
      ),
    )
    const rows: store.StoredFacts[] = []
    for (const place of places === 'all' ? this.places.map((one) => one.code) : places) {
      const now = counted.get(place)
      const before = this.facts.get(place)?.get(source.name)
      if (!now && !before && places === 'all') continue
      rows.push({ place, source: source.name, facts: now ?? {} })
      const all: BySource = this.facts.get(place) ?? new Map()
      if (now) all.set(source.name, now)
      else all.delete(source.name)
      this.facts.set(place, all)
      this.merged.delete(place)
    }
    this.counts = undefined
    await services.database.as(SYSTEM_SCOPE, (db) => store.storeFacts(db, today, rows))
    if (tell) await this.tell(rows.map((row) => row.place))
  }

  private async tell(places: readonly string[]): Promise<void> {
    const wanted = new Set(places)
    const counted = this.places
      .filter((place) => wanted.has(place.code))
      .map((place) => ({ place, facts: this.factsOf(place.code) }))
    for (const after of this.options.afterCount) await after(this.options.context(), counted)
  }

  private async closeMonths(): Promise<void> {
    const { services, sources, context } = this.options
    const { today, ms } = context()
    const { known, first } = await services.database.as(SYSTEM_SCOPE, async (db) => ({
      known: await store.listMonths(db),
      first: await store.firstDay(db),
    }))
    if (first === null) return
    for (const end of monthEnds(plainDate(first), today).filter((one) => !known.includes(one.slice(0, 7)))) {
      const names = new Set<string>()
      const values = (place: string) => this.valuesAt(place, end, (name) => names.add(name))
      const facts = new Map<string, Facts>()
      const held = new Set<string>()
      for (const source of sources) {
        const counted = await services.database.as(SYSTEM_SCOPE, (db) =>
          readSource(db, source, 'all', end, this.places, values),
        )
        if (counted.size) held.add(source.name)
        for (const [place, more] of counted) facts.set(place, { ...facts.get(place), ...more })
      }
      const counts = this.countOn(values, (place) => facts.get(place) ?? NOTHING, held)
      const rows = this.places.map(({ code }) => ({
        place: code,
        figures: Object.fromEntries(
          [...(counts.of.get(code) ?? [])].map(([id, { n, d }]): [string, [number, number]] => [id, [n, d]]),
        ),
      }))
      const world = services.world(end)
      const packs = [...new Set([...names].map((name) => world.value(name, end, '').pack))].sort().join(' ')
      await services.database.as(SYSTEM_SCOPE, (db) =>
        store.insertMonth(db, end.slice(0, 7), new Date(ms), packs, rows),
      )
      this.past.delete(end.slice(0, 7))
    }
  }

  /** The figures of today, or of the end of a month; undefined when the month is not on record. */
  async figures(month?: string): Promise<Counts | undefined> {
    const { today } = this.options.context()
    if (month === undefined || month === today.slice(0, 7)) return this.current()
    const kept = this.past.get(month)
    if (kept) return kept
    const rows = await this.options.services.database.as(SYSTEM_SCOPE, (db) => store.listFigures(db, month))
    if (rows.length === 0) return undefined
    const seen = new Set(rows.flatMap((row) => Object.keys(row.figures)))
    const now = this.current().way
    const counts: Counts = {
      way: Object.fromEntries(
        this.options.indicators.map(({ id }) => [
          id,
          seen.has(id) ? (now[id] === 'by-hand' ? 'by-hand' : 'counted') : 'none',
        ]),
      ),
      of: new Map(
        rows.map((row) => [
          row.place,
          new Map(Object.entries(row.figures).map(([id, [n, d]]) => [id, { n, d }] as const)),
        ]),
      ),
    }
    if (this.past.size >= PAST_KEPT) this.past.delete([...this.past.keys()][0] ?? '')
    this.past.set(month, counts)
    return counts
  }

  current(): Counts {
    const { today } = this.options.context()
    if (this.counts?.day !== today) {
      const held = new Set(this.options.sources.flatMap(({ name }) => (this.holds(name) ? [name] : [])))
      this.counts = {
        day: today,
        counts: this.countOn(
          (place) => this.valuesAt(place, today),
          (place) => this.factsOf(place),
          held,
        ),
      }
    }
    return this.counts.counts
  }

  factsOf(place: string): Facts {
    const kept = this.merged.get(place)
    if (kept) return kept
    const merged: Facts = Object.assign({}, ...(this.facts.get(place)?.values() ?? []))
    this.merged.set(place, merged)
    return merged
  }

  /** Does a source hold anything, anywhere? */
  holds(source: string): boolean {
    return [...this.facts.values()].some((one) => one.has(source))
  }

  /** The dated values that a source asked for when it was counted. */
  askedBy(source: string): Set<string> {
    const known = this.asked.get(source) ?? new Set()
    this.asked.set(source, known)
    return known
  }

  /** Dated values as a formula sees them; `asked` hears which. */
  valuesAt(place: string, on: PlainDate, asked?: (name: string) => void): Values {
    const world = this.options.services.world(on)
    return <Value>(name: string): Value => {
      asked?.(name)
      return world.value<Value>(name, on, place).value
    }
  }

  private countOn(
    valuesAt: (place: string) => Values,
    factsOf: (place: string) => Facts,
    held: ReadonlySet<string>,
  ): Counts {
    const { indicators, formulas } = this.options
    return countAll({
      indicators,
      formulas,
      places: this.places,
      factsOf,
      held,
      valuesAt,
    })
  }
}

const NOTHING: Facts = {}
const RANK = { city: 0, county: 1, street: 2, committee: 3 } as const

/** The last days of the months from that of `first` to the one before that of `today`, the latest `MOST_MONTHS`. */
export function monthEnds(first: PlainDate, today: PlainDate): PlainDate[] {
  const ends: PlainDate[] = []
  for (let end = addDays(plainDate(`${today.slice(0, 7)}-01`), -1); end >= first && ends.length < MOST_MONTHS; ) {
    ends.push(end)
    end = addDays(plainDate(`${end.slice(0, 7)}-01`), -1)
  }
  return ends.reverse()
}
