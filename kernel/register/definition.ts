/** Registers (登记册) as data: columns, the headers a spreadsheet may use for them, what is personal, what is required. Pure. */
import type { PlainDate, WorkCalendar } from '#kernel/calendar'
import type { Condition, Field } from '#kernel/form'
import { type Text, text } from '#kernel/text'

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
  | 'place' // a community or village, or what `levels` says, by its code or name; kept as its 12-digit code

export type PlaceLevel = 'city' | 'county' | 'street' | 'committee'

export type Column = {
  readonly id: string
  readonly label: Text
  /** Accepted headers besides the labels, in any language. */
  readonly headers?: readonly string[]
  readonly type: ColumnType
  readonly required?: boolean
  /** Asked, and required, only in rows where it holds; elsewhere the cell stays empty. Conditions over choices. */
  readonly when?: Condition
  readonly options?: readonly { readonly value: string; readonly label: Text; readonly also?: readonly string[] }[]
  readonly min?: number
  readonly max?: number
  /** Of a place: which it may be; default: a community or village. */
  readonly levels?: readonly PlaceLevel[]
  /** No two rows of a file, nor a row that is held in the county already, may have the same; with 'city' in no county. */
  readonly unique?: boolean | 'city'
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

/** The same, with the offices of county and city, where they keep it too. */
export const KEEPERS_TO_CITY: readonly string[] = [...KEEPERS, 'county_office', 'city_office']

/** 所属社区: where a row of a register that is kept community by community belongs. */
export const COMMUNITY_COLUMN: Column = {
  id: 'place',
  label: text('社区', 'Community'),
  headers: ['所属社区', '社区代码', '区划代码', '所在社区'],
  type: 'place',
  required: true,
  example: '140302001001',
}

export type RegisterDefinition = {
  readonly name: string
  readonly title: Text
  readonly columns: readonly Column[]
  /** The column that says of which community a row is; without it all rows of a file are of the one that was chosen. */
  readonly placed?: string
  /** Columns that together may stand once, besides those that are unique by themselves. */
  readonly uniqueBy?: readonly string[]
  /** Rows that are alike in `by` follow one another in time: their periods never overlap, but for the day of a hand-over. */
  readonly onceAtATime?: {
    readonly by: readonly string[]
    readonly from: string
    readonly to: string
    /** Default: all rows. */
    readonly only?: (row: CheckedRow) => boolean
  }
  /** Who keeps it; default: `KEEPERS`. */
  readonly roles?: readonly string[]
  /** What no single cell shows: the first thing wrong with the row as a whole, on one of its columns. */
  readonly check?: (row: CheckedRow) => Fault | undefined
  /** What is doubtful about a row that stands: said beside it to those who keep it, never refused. */
  readonly concerns?: (row: CheckedRow, asOf: AsOf) => readonly Text[]
}

export type Fault = { readonly column: string; readonly text: Text }
/** The day a row is looked at, with what is in force then. */
export type AsOf = {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  /** The dated value in force today, where the row is. */
  readonly value: <Value>(name: string) => Value
}

/** The header of a column. */
export function labelOf(definition: RegisterDefinition, column: string): string {
  return definition.columns.find((one) => one.id === column)?.label.zh ?? column
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
  /** What may be put right, as a form takes it; personal values left out. */
  readonly values?: Readonly<Record<string, string | number | boolean>>
  readonly concerns?: readonly Text[]
}

/** From so many characters on a text is written in several lines. */
const SEVERAL_LINES = 200

/** Columns as a form. */
export function formOf(columns: readonly Column[]): Field[] {
  return columns.map(({ id, label, type, required, when, options, max }) => ({
    id,
    label,
    type:
      type === 'text' && max !== undefined && max >= SEVERAL_LINES
        ? ('long-text' as const)
        : type === 'area' || type === 'place'
          ? ('text' as const)
          : type,
    required: required === true,
    ...(when ? { when } : {}),
    ...(options ? { options: options.map(({ value, label: name }) => ({ value, label: name })) } : {}),
    ...(max === undefined ? {} : { max }),
  }))
}
