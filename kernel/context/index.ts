/** Who acts, for whom, on which day, with which means: handed to every action, made once at the edge. */
import type { Acting } from '#kernel/authority'
import type { PlainDate } from '#kernel/calendar'
import type { FormValues } from '#kernel/form'
import type { Outcome } from '#kernel/outcome'
import type { AnyProcedure, CaseRow, World } from '#kernel/procedure'
import type { Text } from '#kernel/text'
import type { Keys } from '#platform/crypto'
import { type Batch, type Database, type Db, NO_SCOPE, type Scope, SYSTEM_SCOPE } from '#platform/db'

export type LoadCall = {
  readonly scope: Scope
  readonly county: string
  readonly id: string
  readonly year: number
  readonly series: readonly { readonly county: string; readonly series: string }[]
  /** Also the facts, documents and files that a case's page shows. */
  readonly page?: true
}

/** A page of a list (kernel/case/listing.ts). */
export type ListCall = { readonly scope: Scope; readonly view: string; readonly limit: number }

/** The means shared by all requests of a server. */
export type Services = {
  readonly database: Database
  readonly commit: Batch<object, CommitAnswer>
  readonly load: Batch<LoadCall, unknown>
  readonly list: Batch<ListCall, string | null>
  readonly keys: Keys
  readonly procedures: readonly AnyProcedure[]
  /** Name of what a case is about, for lists and notices. */
  subjectName(procedure: string, subject: string): Text
  /** The world as of a day: calendar, dated values, offices; all from memory. */
  world(today: PlainDate): World
  readonly publicUrl: string
  readonly origin: string
  readonly allowTestIds: boolean
  readonly demo: boolean
  /** The last document number this process gave out, by series and year, so that callers at once do not claim the same one. */
  readonly lastNumbers: Map<string, number>
  newId(ms: number): string
  randomBytes(count: number): Uint8Array
  /** Procedures whose cases are counted for indicators. */
  readonly counted: ReadonlySet<string>
  /** What moves ask by name. */
  readonly asks: Readonly<Record<string, Ask>>
  /** Told after a commit, so that sealing and live screens need not wait for their next turn. */
  committed(): void
}

/** 再核: looks up what a case does not hold, when one of its moves is made. */
export type Ask = (context: Context, self: CaseRow, values: FormValues) => Promise<Outcome<unknown>>

export type CommitAnswer =
  | { readonly ok: true; readonly again?: true; readonly answer: Record<string, unknown> | null }
  | { readonly ok: false; readonly conflict: 'revision' | 'number' | 'once' | 'open' | 'again' }

export type Context = {
  readonly acting: Acting
  readonly scope: Scope
  readonly today: PlainDate
  readonly ms: number
  readonly world: World
  readonly services: Services
  /** One transaction under the caller's scope. */
  inTransaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
  /** One transaction as the system itself: only for what the caller's role was already checked for. */
  asSystem<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
}

/** The row-level scope of a hat. The three administrators see no places at all. */
export function scopeOf(acting: Acting): Scope {
  switch (acting.kind) {
    case 'nobody':
      return NO_SCOPE
    case 'clock':
      return SYSTEM_SCOPE
    case 'resident':
      return { places: '-', org: '', person: acting.person }
    case 'staff':
      return { places: acting.places, org: acting.org, person: acting.person }
  }
}

export function contextFor(services: Services, acting: Acting, today: PlainDate, ms: number): Context {
  const scope = scopeOf(acting)
  return {
    acting,
    scope,
    today,
    ms,
    world: services.world(today),
    services,
    inTransaction: (work) => services.database.as(scope, work),
    asSystem: (work) => services.database.as(SYSTEM_SCOPE, work),
  }
}
