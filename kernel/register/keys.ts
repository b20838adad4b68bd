/** What may stand once in a register (唯一性): single columns, columns together, and periods that never overlap. Pure. */
import type { CheckedRow, RegisterDefinition } from './definition.ts'

export type RegisterKey = {
  readonly column: string
  /** Held once in the whole city, not once in a county. */
  readonly city: boolean
  readonly period: boolean
  /** What may stand once; undefined when the row claims nothing. A period overlapping one asked for before answers with that one. */
  readonly of: (row: CheckedRow) => string | undefined
}

const BETWEEN = '\u001f'
const FIRST_DAY = '0001-01-01'
const LAST_DAY = '9999-12-31'

/** The keys of a register, for one file or one row: periods are compared with those asked for before. */
export function keysOf(definition: RegisterDefinition): RegisterKey[] {
  const { uniqueBy, onceAtATime } = definition
  const plain = { city: false, period: false }
  const keys: RegisterKey[] = definition.columns
    .filter((column) => column.unique)
    .map(({ id, unique }) => ({
      ...plain,
      column: id,
      city: unique === 'city',
      of: (row) => (row[id] === undefined ? undefined : String(row[id])),
    }))
  if (uniqueBy) keys.push({ ...plain, column: uniqueBy.at(-1) ?? '', of: (row) => together(row, uniqueBy) })
  if (onceAtATime) {
    const { by, from, to, only } = onceAtATime
    const before = new Map<string, string[]>()
    keys.push({
      column: from,
      city: false,
      period: true,
      of(row) {
        if (only && !only(row)) return undefined
        const alike = together(row, by)
        const own = [alike, row[from] ?? FIRST_DAY, row[to] ?? LAST_DAY].join(BETWEEN)
        const all = before.get(alike) ?? []
        const clash = all.find((one) => overlap(periodOf(one), periodOf(own)))
        if (clash === undefined) before.set(alike, [...all, own])
        return clash ?? own
      },
    })
  }
  return keys
}

function together(row: CheckedRow, columns: readonly string[]): string {
  return columns.map((id) => String(row[id] ?? '')).join(BETWEEN)
}

export type Period = { readonly alike: string; readonly from: string; readonly to: string }

/** A key of periods in its parts. */
export function periodOf(key: string): Period {
  const parts = key.split(BETWEEN)
  return { alike: parts.slice(0, -2).join(BETWEEN), from: parts.at(-2) ?? '', to: parts.at(-1) ?? '' }
}

/** The day of a hand-over belongs to both: who leaves on a day and who comes on that day do not overlap. */
function overlap(a: Period, b: Period): boolean {
  return a.alike === b.alike && ((a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to))
}
