/** A register (登记册) as a capability brings it: what it holds, how rows are found, written, put right and ended. */
import type { Context } from '#kernel/context'
import type { Db } from '#platform/db'
import type { CheckedRow, RegisterDefinition, RegisterRow } from './definition.ts'

export type RowKey = { readonly county: string; readonly id: string }

export type RowQuery = {
  /** A committee's code; a number may be looked for without it, within the caller's places. */
  readonly place: string | undefined
  /** What was typed: a number in full (found by its keyed hash), or the beginning of a text that is not personal. */
  readonly text: string
  readonly ended: boolean
  /** The last row of the page before. */
  readonly after: string | undefined
  readonly limit: number
}

/** Values in full, and whose they are: shown for a purpose only. */
export type InFull = { readonly person: string; readonly values: Readonly<Record<string, string>> }

/** `db` is one transaction under the caller's scope, except for `write`, which runs as the system after the place was checked. */
export type Register = {
  readonly definition: RegisterDefinition
  /** Holds masked values that are shown in full for a purpose; only then may a row be put right. */
  readonly reveals?: boolean
  /** Of these values of a unique column, those that the place holds already. */
  held(context: Context, db: Db, place: string, column: string, values: readonly string[]): Promise<readonly string[]>
  /** Writes rows that passed. `progress` may be awaited as often as wished. */
  write(
    context: Context,
    db: Db,
    place: string,
    rows: readonly CheckedRow[],
    progress: (written: number) => Promise<void>,
  ): Promise<void>
  list(context: Context, db: Db, query: RowQuery): Promise<readonly RegisterRow[]>
  find(context: Context, db: Db, key: RowKey): Promise<RegisterRow | undefined>
  /** Undefined when the register holds nothing masked of the row. */
  inFull(context: Context, db: Db, key: RowKey): Promise<InFull | undefined>
  /** How many rows were changed: none when the revision is no longer the current one. */
  correct(context: Context, db: Db, key: RowKey, revision: number, values: CheckedRow): Promise<number>
  end(context: Context, db: Db, key: RowKey, revision: number, because: string): Promise<number>
}
