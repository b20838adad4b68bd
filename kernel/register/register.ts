/** A register (登记册) as a capability brings it: what it holds, how rows are found, written, put right and ended. */
import type { Context, Services } from '#kernel/context'
import type { Refused } from '#kernel/outcome'
import type { Db } from '#platform/db'
import type { CheckedRow, RegisterDefinition, RegisterRow } from './definition.ts'

export type RowKey = { readonly county: string; readonly id: string }

export type RowQuery = {
  /** A committee's code; a number may be looked for without it, within the caller's places. */
  readonly place: string | undefined
  /** What was typed: a name or number in full (found by its keyed hash), or a part of a title that is not personal. */
  readonly text: string
  readonly ended: boolean
  /** Asked by anyone: found by what is open alone. */
  readonly openly?: true
  /** The last row of the page before. */
  readonly after: string | undefined
  readonly limit: number
}

/** Values in full, and whose they are where that is known: shown for a purpose only. */
export type InFull = { readonly person: string | undefined; readonly values: Readonly<Record<string, string>> }

/** What writing needs: no one who acts, so that a first start may write too. */
export type Writer = Pick<Context, 'ms' | 'today'> & { readonly services: Pick<Services, 'keys' | 'newId'> }

/** `db` is one transaction under the caller's scope, except for `write`, which runs as the system after the place was checked. */
export type Register = {
  readonly definition: RegisterDefinition
  /** Holds masked values that are shown in full for a purpose; only then may they be put right. */
  readonly reveals?: boolean
  /** Of these values of a unique column, those that the place holds already. */
  held(context: Context, db: Db, place: string, column: string, values: readonly string[]): Promise<readonly string[]>
  /** Writes rows that passed. `progress` may be awaited as often as wished. */
  write(
    context: Writer,
    db: Db,
    place: string,
    rows: readonly CheckedRow[],
    progress: (written: number) => Promise<void>,
  ): Promise<void>
  list(context: Context, db: Db, query: RowQuery): Promise<readonly RegisterRow[]>
  find(context: Context, db: Db, key: RowKey): Promise<RegisterRow | undefined>
  /** Undefined when the register holds nothing masked of the row. */
  inFull(context: Context, db: Db, key: RowKey): Promise<InFull | undefined>
  /** How many rows were changed: none when the revision is no longer the current one. A "no" when the row as a whole is not good. */
  correct(context: Context, db: Db, key: RowKey, revision: number, values: CheckedRow): Promise<number | Refused>
  end(context: Context, db: Db, key: RowKey, revision: number, because: string): Promise<number>
}
