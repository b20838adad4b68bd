/** Rows of a register (登记册): found, opened for a purpose, put right, ended, taken out as a spreadsheet. */
import { checkForm, type FormValues, holds } from '#kernel/form'
import type { Context } from '#kernel/context'
import type { Answered } from '#kernel/context/route.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, type Refused, refuse } from '#kernel/outcome'
import { idNumberHash } from '#kernel/person/actions.ts'
import { recordLook } from '#kernel/person/looks.ts'
import * as persons from '#kernel/person/store.ts'
import { seal } from '#platform/crypto'
import type { Db } from '#platform/db'
import { keysOf, readCell } from './check.ts'
import { type CheckedRow, type Column, formOf, labelOf, type RegisterRow } from './definition.ts'
import type { Register, RowKey } from './register.ts'
import * as store from './store.ts'

/** One sheet holds at most so many rows. */
const MOST_EXPORTED = 50_000

/** One row by hand, under the same rules as a spreadsheet's. */
export async function addRow(
  context: Context,
  register: Register,
  place: string,
  values: FormValues,
): Promise<Answered<{ added: true }>> {
  const { acting } = context
  const { definition } = register
  if (acting.kind !== 'staff' || !place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: ['community_worker'] })
  const read = readValues(context, definition.columns, values)
  if (!read.ok) return read
  const placed = definition.placed === undefined ? place : String(read.value[definition.placed])
  if (!placed.startsWith(acting.places)) return refuse('not-yours-to-do', 'practice', { roles: ['community_worker'] })
  const fault = definition.check?.(read.value)
  if (fault)
    return refuse('cell-not-good', 'practice', { column: labelOf(definition, fault.column), reason: fault.text.zh })
  const outcome = await context.asSystem(async (db): Promise<Outcome<void>> => {
    await store.lockRegister(db, definition.name)
    for (const key of keysOf(definition)) {
      const value = key.of(read.value)
      if (value === undefined) continue
      const held = await register.held(context, db, place, key.column, [value])
      if (held.length) return refuse('held-already', 'practice', { column: labelOf(definition, key.column) })
    }
    await register.write(context, db, place, [read.value], async () => {})
    await recordFact(context, db, place.slice(0, 6), 'register-added', { register: definition.name, place, rows: 1 })
    return allow()
  })
  if (!outcome.ok) return outcome
  context.services.committed()
  return allow({ added: true as const })
}

export type Correction = {
  readonly key: RowKey
  readonly revision: number
  readonly values: FormValues
  readonly reason: string
}

export async function correctRow(
  context: Context,
  register: Register,
  { key, revision, values, reason }: Correction,
): Promise<Answered<{ revision: number }>> {
  const { row, full } = await context.inTransaction(async (db) => ({
    row: await register.find(context, db, key),
    full: await register.inFull(context, db, key),
  }))
  if (!row) return refuse('row-not-found', 'practice')
  // Personal values that were not typed stay as they are; conditions look at the whole row.
  const whole = { ...row.values, ...values }
  const columns = register.definition.columns
    .filter((column) => column.correctable && !(column.personal && values[column.id] === undefined))
    .filter(({ when }) => when === undefined || holds(when, whole))
    .map(({ when: _met, ...column }) => column)
  const read = readValues(context, columns, values)
  if (!read.ok) return read
  const changed = columns.filter(
    ({ id, personal }) =>
      row.values === undefined || (personal ? full?.values[id] !== read.value[id] : row.values[id] !== values[id]),
  )
  const outcome = await change(
    context,
    register,
    key,
    'corrected',
    reason,
    changed.map((column) => column.id),
    (db) => register.correct(context, db, key, revision, read.value),
  )
  return outcome.ok ? allow({ revision: revision + 1 }) : outcome
}

/** A row that ends stays, with its reason; it is no longer held. */
export async function endRow(
  context: Context,
  register: Register,
  key: RowKey,
  revision: number,
  reason: string,
): Promise<Outcome<{ ended: true }>> {
  const outcome = await change(context, register, key, 'ended', reason, [], (db) =>
    register.end(context, db, key, revision, reason),
  )
  return outcome.ok ? allow({ ended: true as const }) : outcome
}

async function change(
  context: Context,
  register: Register,
  key: RowKey,
  kind: 'corrected' | 'ended',
  reason: string,
  columns: readonly string[],
  write: (db: Db) => Promise<number | Refused>,
): Promise<Outcome<void>> {
  const { acting, services, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const outcome = await context.inTransaction(async (db): Promise<Outcome<void>> => {
    const row = await register.find(context, db, key)
    if (!row) return refuse('row-not-found', 'practice')
    if (row.endedOn !== null) return refuse('row-has-ended', 'practice', { day: row.endedOn })
    const before = await register.inFull(context, db, key)
    const written = await write(db)
    if (written === 0) return refuse('row-changed-meanwhile', 'practice')
    if (typeof written === 'object') return written
    await store.insertChange(db, {
      county: key.county,
      id: services.newId(ms),
      register: register.definition.name,
      row: key.id,
      place: row.place,
      kind,
      columns,
      reason,
      before: seal(services.keys, JSON.stringify({ cells: row.cells, ...before?.values })),
      person: acting.person,
      role: acting.role,
      org: acting.org,
      at: new Date(ms),
    })
    await recordFact(context, db, key.county, `register-${kind}`, {
      register: register.definition.name,
      row: key.id,
      columns,
    })
    return allow()
  })
  if (outcome.ok) services.committed()
  return outcome
}

/** Masked values in full: the purpose is written down first, and the person sees it. */
export async function revealRow(
  context: Context,
  register: Register,
  key: RowKey,
  purpose: string,
): Promise<Outcome<{ values: Record<string, string> }>> {
  const full = await context.inTransaction((db) => register.inFull(context, db, key))
  if (!full) return refuse('row-not-found', 'practice')
  const number = register.definition.columns.find((column) => column.type === 'id-number')?.id ?? ''
  const { keys } = context.services
  await context.asSystem(async (db) => {
    const hash = full.values[number] === undefined ? undefined : idNumberHash(keys, full.values[number])
    const known = full.person ?? (hash && (await persons.findPersonByIdNumber(db, hash))?.id)
    // Where the city does not know the person the look is kept under the row.
    const subject = known ?? key.id
    await recordLook(context, db, {
      county: key.county,
      subject,
      purpose,
      fields: Object.keys(full.values),
      caseId: null,
    })
  })
  return allow({ values: { ...full.values } })
}

/** The open rows of a place, masked as in the list; that they were taken out is a fact. */
export async function exportRows(
  context: Context,
  register: Register,
  place: string,
  purpose: string,
): Promise<Outcome<readonly RegisterRow[]>> {
  const rows: RegisterRow[] = []
  await context.inTransaction(async (db) => {
    for (let after: string | undefined; rows.length < MOST_EXPORTED; ) {
      const page = await register.list(context, db, { place, text: '', ended: false, after, limit: 1000 })
      rows.push(...page)
      after = page.at(-1)?.id
      if (page.length < 1000 || after === undefined) break
    }
    await recordFact(context, db, place.slice(0, 6), 'register-exported', {
      register: register.definition.name,
      place,
      rows: rows.length,
      purpose,
    })
  })
  context.services.committed()
  return allow(rows)
}

function recordFact(
  context: Context,
  db: Db,
  county: string,
  kind: string,
  content: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { acting } = context
  const fact = factRecord(context, { county, caseId: null, subject: 'register', kind, content, acting, onBehalf: null })
  return store.recordFacts(db, {
    scope: context.scope,
    county,
    at: new Date(context.ms).toISOString(),
    facts: [fact],
    answer: null,
  })
}

/** What was typed, checked as a form and read as a cell of a spreadsheet is. */
function readValues(context: Context, columns: readonly Column[], values: FormValues): Answered<CheckedRow> {
  const options = {
    today: context.today,
    allowTestIds: context.services.allowTestIds,
    findPlace: (typed: string) => context.world.communityNamed(typed, ''),
  }
  const fields = formOf(columns)
  const issues = checkForm(fields, values, options)
  if (issues.length) return { ...refuse('form-has-errors', 'practice', { count: issues.length }), issues, fields }
  const row: Record<string, string | number> = {}
  for (const column of columns) {
    const value = values[column.id]
    if (value === undefined || value === '' || typeof value === 'object') continue
    const read = readCell(column, value, options)
    if ('wrong' in read) return refuse('cell-not-good', 'practice', { column: column.label.zh, reason: read.text.zh })
    if (read.value !== undefined) row[column.id] = read.value
  }
  return allow(row)
}
