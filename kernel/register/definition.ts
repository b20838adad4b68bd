/** Registers (登记册) as data: columns, the headers a spreadsheet may use for them, what is personal, what is required. Pure. */
import type { Field } from '#kernel/form'
import type { Text } from '#kernel/text'

export type ColumnType =
  | 'text'
  | 'choice'
  | 'date'
  | 'id-number'
  | 'credit-code'
  | 'phone'
  | 'whole-number'
  | 'area' // m² with two decimals, kept in whole 0.01 m²
  | 'yes-no' // kept as 1 or 0
  | 'place' // a community or village by its code or name, kept as its 12-digit code

export type Column = {
  readonly id: string
  readonly label: Text
  /** Accepted headers besides the labels, in any language. */
  readonly headers?: readonly string[]
  readonly type: ColumnType
  readonly required?: boolean
  readonly options?: readonly { readonly value: string; readonly label: Text; readonly also?: readonly string[] }[]
  readonly min?: number
  readonly max?: number
  /** No two rows of a file, nor a row that is held already, may have the same. */
  readonly unique?: boolean
  readonly example: string
  /** Stands in the list of rows; personal values masked. */
  readonly listed?: boolean
  /** May be put right in a row that is held; the others end with the row. */
  readonly correctable?: boolean
  /** Anyone may see it; the others are the offices' own. */
  readonly open?: boolean
  /** Of a person: kept sealed, shown masked. */
  readonly personal?: boolean
}

/** Who keeps a register that does not say: whoever works in communities and streets. */
export const KEEPERS = [
  'community_worker',
  'committee_chair',
  'committee_member',
  'street_staff',
  'street_admin',
] as const

export type RegisterDefinition = {
  readonly name: string
  readonly title: Text
  readonly columns: readonly Column[]
  /** The column that says of which community a row is; without it all rows of a file are of the one that was chosen. */
  readonly placed?: string
  /** Columns that together may stand once, besides those that are unique by themselves. */
  readonly uniqueBy?: readonly string[]
  /** Who keeps it; default: `KEEPERS`. */
  readonly roles?: readonly string[]
  /** What no single cell shows: the first thing wrong with the row as a whole, on one of its columns. */
  readonly check?: (row: CheckedRow) => { readonly column: string; readonly text: Text } | undefined
}

/** What a column of areas keeps, in words. */
export function areaText(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** A row that passed: column id to normal value. */
export type CheckedRow = Readonly<Record<string, string | number>>

/** What is wrong with a cell, where the user sees it: row from 1, column by its letter and header. */
export type CellIssue = {
  readonly row: number
  readonly column: string
  readonly header: string
  readonly code: string
  readonly text: Text
}

/** A row of a register as lists and pages show it: personal values masked, empty ones null. */
export type RegisterRow = {
  readonly county: string
  readonly id: string
  readonly place: string
  readonly revision: number
  readonly endedOn: string | null
  readonly endedBecause: string | null
  readonly cells: Readonly<Record<string, string | null>>
}

/** The columns as a form; `only` those that may be put right. */
export function formOf(definition: RegisterDefinition, only?: 'correctable'): Field[] {
  return definition.columns
    .filter((column) => only === undefined || column.correctable)
    .map(({ id, label, type, required, options, max }) => ({
      id,
      label,
      type: type === 'area' || type === 'place' ? ('text' as const) : type,
      required: required === true,
      ...(options ? { options: options.map(({ value, label: name }) => ({ value, label: name })) } : {}),
      ...(max === undefined ? {} : { max }),
    }))
}
