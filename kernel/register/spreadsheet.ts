/** Spreadsheets in and out (.xlsx, .csv in UTF-8). */
import { isUtf8 } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { parsePlainDate } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Cell, ROWS_ABOVE } from './check.ts'
import type { CellIssue, RegisterDefinition, RegisterRow } from './definition.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More rows than this come in several files. */
export const MOST_ROWS = 100_000

/** The cells of the first sheet. Refuses what is neither a workbook nor text in UTF-8, and what has too many rows. */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<Outcome<Cell[][]>> {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!zip && !name.toLowerCase().endsWith('.csv')) return refuse('not-a-spreadsheet', 'practice')
  let rows: Cell[][]
  if (zip) {
    try {
      rows = withFormulas(
        bytes,
        ((await readXlsxFile(Buffer.from(bytes)))[0]?.data ?? []).map((row) => row.map(cellOf)),
      )
    } catch {
      return refuse('not-a-spreadsheet', 'practice')
    }
  } else {
    if (!isUtf8(bytes)) return refuse('not-utf-8', 'practice', { row: firstForeignLine(bytes) })
    rows = csvRows(new TextDecoder('utf-8').decode(bytes))
  }
  while (rows.length && (rows.at(-1) ?? []).every((cell) => cell === null || cell === '')) rows.pop()
  const most = MOST_ROWS + ROWS_ABOVE + 1
  if (rows.length > most) return refuse('too-many-rows', 'practice', { most: MOST_ROWS, row: most + 1 })
  return allow(rows)
}

/** 编码不对: the first line, from 1, that is no UTF-8 (as a rule it is GBK: what a spreadsheet program saves as plain CSV). */
function firstForeignLine(bytes: Uint8Array): number {
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from)
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
}

/** A workbook shows what a formula gave; we show the formula, so that it is refused where it stands. */
function withFormulas(bytes: Uint8Array, rows: Cell[][]): Cell[][] {
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name) })
  const [first] = Object.entries(sheets).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  if (!first) return rows
  for (const [, letters = '', line] of strFromU8(first[1]).matchAll(/<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[\s>]/g)) {
    const row = rows[Number(line) - 1]
    if (row) row[[...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1] = '=formula'
  }
  return rows
}

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return parsePlainDate(cell.toISOString().slice(0, 10)) ?? null
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}

/** Rows of a CSV: cells between commas, quoted ones with commas, quotes and line ends in them. */
function csvRows(text: string): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  const end = text.length
  for (let at = 0; at <= end; ) {
    let cell = ''
    if (text.charCodeAt(at) === QUOTE) {
      for (at++; at < end; ) {
        const close = text.indexOf('"', at)
        cell += text.slice(at, close === -1 ? end : close)
        at = close === -1 ? end : close + 1
        if (text.charCodeAt(at) !== QUOTE) break
        cell += '"'
        at++
      }
    }
    let stop = at
    while (stop < end && text.charCodeAt(stop) !== COMMA && text.charCodeAt(stop) !== NEW_LINE) stop++
    cell += text.slice(
      at,
      stop > at && text.charCodeAt(stop - 1) === RETURN && stop !== end && text.charCodeAt(stop) === NEW_LINE
        ? stop - 1
        : stop,
    )
    row.push(cell)
    if (stop === end || text.charCodeAt(stop) === NEW_LINE) {
      if (stop < end || row.length > 1 || cell !== '') rows.push(row)
      row = []
    }
    at = stop + 1
  }
  return rows
}
const [QUOTE, COMMA, NEW_LINE, RETURN] = [34, 44, 10, 13]

const asCells = (values: readonly string[], bold = false) =>
  values.map((value) => ({ value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) }))

/** An empty sheet with the headers and one example. */
export async function writeTemplate(definition: RegisterDefinition): Promise<Uint8Array> {
  return toBytes([
    asCells(
      definition.columns.map((column) => `${column.label.zh}${column.required ? '*' : ''}`),
      true,
    ),
    asCells(definition.columns.map((column) => column.example)),
  ])
}

/** The rows that did not pass, as they came, each with its reasons in a last column 错误原因. */
export async function writeErrors(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  issues: readonly CellIssue[],
): Promise<Uint8Array> {
  const byRow = new Map<number, string[]>()
  for (const issue of issues)
    byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), `${issue.column}列 ${issue.header}:${issue.text.zh}`])
  const bad = [...byRow.keys()].sort((a, b) => a - b)
  return toBytes([
    asCells(['行号', ...names, '错误原因'], true),
    ...bad.map((line) =>
      asCells([String(line), ...names.map((_, i) => safe(rows[line - 1]?.[i])), (byRow.get(line) ?? []).join(';')]),
    ),
  ])
}

/** Rows as the list shows them, masked, under a line that says who took them out, when and what for. @practice domain 19.5 */
export async function writeRows(
  definition: RegisterDefinition,
  rows: readonly RegisterRow[],
  mark: string,
): Promise<Uint8Array> {
  return toBytes([
    asCells([mark]),
    asCells(
      definition.columns.map((column) => column.label.zh),
      true,
    ),
    ...rows.map((row) => asCells(definition.columns.map((column) => safe(row.cells[column.id])))),
  ])
}

/** A header and its rows, all as text, under a mark if there is one; what would be taken for a formula is shown as it stands. */
export async function writeSheet(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  mark?: string,
): Promise<Uint8Array> {
  return toBytes([
    ...(mark === undefined ? [] : [asCells([mark])]),
    asCells(header, true),
    ...rows.map((row) => asCells(row.map(safe))),
  ])
}

/** A text that a spreadsheet would take for a formula is shown with a leading apostrophe. */
function safe(cell: Cell | undefined): string {
  const value = cell === null || cell === undefined ? '' : String(cell)
  return /^[=+\-@]/.test(value) ? `'${value}` : value
}

async function toBytes(data: object[][]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(data as unknown as Parameters<typeof writeXlsxFile>[0]).toBuffer())
}
