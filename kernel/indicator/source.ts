/** Where facts come from (数据来源): what one place holds, counted by a pure function. */
import type { PlainDate } from '#kernel/calendar'
import type { Text } from '#kernel/text'
import type { Db } from '#platform/db'
import type { FactRow, Facts, Values } from './index.ts'

/** A case as counting sees it. */
export type CaseFact = {
  readonly subject: string
  readonly step: string
  readonly openedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly data: Readonly<Record<string, unknown>>
}

/** `name` is what formulas need; each fact's name is one source's alone. Exactly one of the four ways of counting. */
export type FactSource = Named & (FromRegister | FromCases | FromTables | Fixed)
/** The commonest of them. */
export type RegisterSource = Named & FromRegister

type Named = {
  readonly name: string
  /** For readers; a register has its own. */
  readonly title?: Text
}

/** The open rows of a plain register, place by place. */
type FromRegister = {
  readonly register: string
  readonly procedure?: undefined
  readonly count: (rows: readonly FactRow[], on: PlainDate, value: Values) => Facts
}
/** The cases of a procedure, open and ended, place by place. */
type FromCases = {
  readonly register?: undefined
  readonly procedure: string
  readonly count: (cases: readonly CaseFact[], on: PlainDate, value: Values) => Facts
  /** What stands behind a figure of one place that came by hand: every value given, the one that counts marked; no persons. */
  readonly behind?: {
    readonly columns: readonly { readonly id: string; readonly label: Text }[]
    readonly rows: (
      cases: readonly CaseFact[],
      indicator: string,
      on: PlainDate,
    ) => readonly { readonly cells: Readonly<Record<string, string>>; readonly counted: boolean }[]
  }
}
/** Tables of a capability's own: asked for some places, or for all. */
type FromTables = {
  readonly register?: undefined
  readonly procedure?: undefined
  readonly read: (
    db: Db,
    places: readonly string[] | 'all',
    on: PlainDate,
  ) => Promise<readonly { readonly place: string; readonly facts: Facts }[]>
  /** What stands behind the facts of one place, without persons. */
  readonly behind?: (db: Db, place: string) => Promise<readonly { readonly label: Text; readonly value: string }[]>
}
/** What the program itself holds, such as a catalogue: the same on any day. */
type Fixed = {
  readonly register?: undefined
  readonly procedure?: undefined
  readonly fixed: (place: { readonly code: string; readonly level: string }) => Facts | undefined
}

/** How many rows have this. */
export function countIf(rows: readonly FactRow[], holds: (row: FactRow) => boolean): number {
  let count = 0
  for (const row of rows) if (holds(row)) count++
  return count
}
