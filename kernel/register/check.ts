/** Reads header and cells of a spreadsheet the way people make them, and says of each bad one where and why. Pure. @practice domain 21.2 */
import { dayOf, isPlainDate, parsePlainDate, type PlainDate, addDays } from '#kernel/calendar'
import { checkCreditCode, checkIdNumber, normalisePhone, toHalfWidth } from '#kernel/identity-number'
import { holds } from '#kernel/form'
import { identityNumberTexts } from '#kernel/identity-number/texts.ts'
import { fill } from '#kernel/outcome/texts.ts'
import type { FoundCommunity } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import {
  areaText,
  type CellIssue,
  type CheckedRow,
  type Column,
  type PlaceLevel,
  type RegisterDefinition,
} from './definition.ts'

export { keysOf } from './keys.ts'

export type Cell = string | number | boolean | PlainDate | null
export type CheckOptions = {
  readonly today: PlainDate
  readonly allowTestIds: boolean
  /** The place of a code or a name. */
  readonly findPlace?: (typed: string) => FoundCommunity
}
export type Header = {
  readonly row: number
  readonly columns: readonly (Column | undefined)[]
  readonly names: readonly string[]
}

/** Lines of title that may stand above the header. */
export const ROWS_ABOVE = 3

/** 表头: in any order, with up to three rows of title above. Undefined when a required column is missing in all of them. */
export function findHeader(
  definition: RegisterDefinition,
  rows: readonly (readonly Cell[])[],
): Header | { readonly missing: readonly string[] } {
  let best: { header: Header; missing: readonly string[] } | undefined
  for (let row = 0; row <= ROWS_ABOVE && row < rows.length; row++) {
    const names = (rows[row] ?? []).map((cell) =>
      String(cell ?? '')
        .trim()
        .replace(/\*$/, ''),
    )
    const columns = names.map((name) =>
      definition.columns.find(
        (column) =>
          name !== '' &&
          [column.label.zh, column.label.en, ...(column.headers ?? [])].some(
            (one) => headerName(one) === headerName(name),
          ),
      ),
    )
    const missing = definition.columns
      .filter((column) => column.required && !column.when && !columns.includes(column))
      .map((column) => column.label.zh)
    if (!best || missing.length < best.missing.length) best = { header: { row, columns, names }, missing }
  }
  if (!best || best.missing.length > 0)
    return {
      missing: best?.missing ?? definition.columns.filter((column) => column.required).map((column) => column.label.zh),
    }
  return best.header
}

/** What a header is told by: no spaces, stars or brackets of either width, no capitals. */
function headerName(header: string): string {
  return header.replace(/[\s*()()]/g, '').toLowerCase()
}

/** A, B, … Z, AA. */
export function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
}

/** One row against the definition. `line` is the row's number as the user sees it. */
export function checkRow(
  header: Header,
  cells: readonly Cell[],
  line: number,
  options: CheckOptions,
  definition?: RegisterDefinition,
): { row: CheckedRow; issues: CellIssue[] } {
  const row: Record<string, string | number> = {}
  const issues: CellIssue[] = []
  const blame = (column: Column | undefined, code: string, said: Text): void => {
    const i = Math.max(0, header.columns.indexOf(column))
    issues.push({ row: line, column: columnLetter(i), header: column?.label.zh ?? '', code, text: said })
  }
  header.columns.forEach((column, i) => {
    if (!column) return
    const outcome = readCell(column.when ? { ...column, required: false } : column, cells[i] ?? null, options)
    if ('wrong' in outcome) blame(column, outcome.wrong, outcome.text)
    else if (outcome.value !== undefined) row[column.id] = outcome.value
  })
  // Where a choice itself is wrong nobody knows yet what should have been asked.
  const chosen = issues.every(({ code }) => code !== 'not-an-option' && code !== 'missing')
  for (const column of definition?.columns ?? []) {
    if (!column.when || !chosen) continue
    const asked = holds(column.when, row)
    if (!asked && row[column.id] !== undefined)
      blame(column, 'not-asked', text('此类记录不填这一项', 'stays empty in rows of this kind'))
    if (asked && column.required && row[column.id] === undefined) blame(column, 'missing', EMPTY)
  }
  const fault = issues.length ? undefined : definition?.check?.(row)
  if (fault)
    blame(
      definition?.columns.find((column) => column.id === fault.column),
      'row',
      fault.text,
    )
  return { row, issues }
}

const EMPTY = text('不能为空', 'must not be empty')

export type Read = { readonly value: string | number | undefined } | { readonly wrong: string; readonly text: Text }
const wrong = (code: string, zh: string, en: string): Read => ({ wrong: code, text: text(zh, en) })

export function readCell(column: Column, cell: Cell, { today, allowTestIds, findPlace }: CheckOptions): Read {
  if (cell === null || (typeof cell === 'string' && cell.trim() === ''))
    return column.required ? { wrong: 'missing', text: EMPTY } : { value: undefined }
  if (typeof cell === 'string' && /^[=@]|^[+-][^\d]/.test(cell.trim()))
    return wrong('formula', '不能是公式', 'must not be a formula')
  const typed = toHalfWidth(String(cell)).trim()
  switch (column.type) {
    case 'id-number': {
      if (typeof cell === 'number')
        return wrong('number-cell', '须设为文本格式,数字格式会丢失末位', 'must be text: a number loses its last digits')
      const checked = checkIdNumber(typed, { today, allowTest: allowTestIds })
      return checked.ok ? { value: checked.value.number } : said(checked.code, checked.facts)
    }
    case 'credit-code': {
      if (typeof cell === 'number') return wrong('number-cell', '须设为文本格式', 'must be text')
      const checked = checkCreditCode(typed)
      return checked.ok ? { value: checked.value.code } : said(checked.code, checked.facts)
    }
    case 'phone': {
      const checked = normalisePhone(typed)
      return checked.ok ? { value: checked.value.e164 } : said(checked.code, checked.facts)
    }
    case 'date': {
      const day = readDate(cell, typed)
      return day ? { value: day } : wrong('not-a-date', '日期不存在或写法不对', 'no such date')
    }
    case 'whole-number':
      return /^\d{1,9}$/.test(typed)
        ? within(column, Number(typed), String)
        : wrong('not-a-number', '须为不小于0的整数', 'must be a whole number, 0 or more')
    case 'area': {
      const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(',', ''))
      return parts
        ? within(column, Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')), areaText)
        : wrong('not-an-area', '须为不小于0、至多两位小数的面积', 'must be an area, 0 or more, at most two decimals')
    }
    case 'yes-no': {
      if (/^(是|有|yes|y|true|1|√|✓)$/i.test(typed)) return { value: 1 }
      if (/^(否|无|没有|no|n|false|0|×)$/i.test(typed)) return { value: 0 }
      return wrong('not-yes-no', '只能填:是、否', 'yes or no')
    }
    case 'place': {
      const found = findPlace?.(String(cell).trim()) ?? 'none'
      if (found === 'several')
        return wrong(
          'several-places',
          '有几个同名的社区(村),请填12位区划代码',
          'several have this name: give the 12-digit code',
        )
      const levels = column.levels ?? ['committee']
      if (found !== 'none' && levels.includes(levelOf(found.code))) return { value: found.code }
      const all = levels.map((level) => LEVEL_NAMES[level])
      return wrong(
        'unknown-place',
        `没有这个${all.map((one) => one.zh).join('、')},或不在您的辖区`,
        `no such ${all.map((one) => one.en).join(', ')}, or not in your area`,
      )
    }
    case 'choice': {
      const found = column.options?.find((option) =>
        [option.value, option.label.zh, option.label.en, ...(option.also ?? [])].some(
          (one) => one.toLowerCase() === typed.toLowerCase(),
        ),
      )
      return found
        ? { value: found.value }
        : wrong(
            'not-an-option',
            `只能填:${(column.options ?? []).map((option) => option.label.zh).join('、')}`,
            `one of: ${(column.options ?? []).map((option) => option.label.en).join(', ')}`,
          )
    }
    case 'text': {
      const kept = String(cell).trim()
      return [...kept].length > (column.max ?? 200)
        ? wrong('too-long', `不超过${column.max ?? 200}个字`, `at most ${column.max ?? 200} characters`)
        : { value: kept }
    }
  }
}

function within(column: Column, value: number, show: (value: number) => string): Read {
  if (column.min !== undefined && value < column.min)
    return wrong('too-small', `不小于${show(column.min)}`, `at least ${show(column.min)}`)
  if (column.max !== undefined && value > column.max)
    return wrong('too-large', `不大于${show(column.max)}`, `at most ${show(column.max)}`)
  return { value }
}

function said(code: string, facts: Readonly<Record<string, unknown>>): Read {
  const known = identityNumberTexts[code]
  return { wrong: code, text: known ? fill(known.text, facts) : text(code, code) }
}

/** 2018-1-5, 2018/01/05, 2018.1.5, 20180105, 2018年1月5日, or a spreadsheet's serial number. */
function readDate(cell: Cell, typed: string): PlainDate | undefined {
  if (isPlainDate(cell)) return cell
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (parts)
    return parsePlainDate(`${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`)
  const serial = /^\d{5}$/.test(typed) ? Number(typed) : 0
  return serial >= 3654 && serial < 73_051 ? addDays(dayOf(1899, 12, 30), serial) : undefined
}

const LEVEL_NAMES: Readonly<Record<PlaceLevel, Text>> = {
  committee: text('社区(村)', 'community'),
  street: text('街道(乡镇)', 'street or township'),
  county: text('县(区)', 'county'),
  city: text('市', 'city'),
}

/** The level of a place, by the zeros its code ends in. @law NBS-2009-91 */
export function levelOf(code: string): PlaceLevel {
  if (code.endsWith('00000000')) return 'city'
  if (code.endsWith('000000')) return 'county'
  return code.endsWith('000') ? 'street' : 'committee'
}
