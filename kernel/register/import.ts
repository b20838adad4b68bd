/** 批量导入: everything is checked first and nothing written; a confirmation writes all of it in one transaction. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { text } from '#kernel/text'
import { seal, sha256, unseal } from '#platform/crypto'
import { type Cell, checkRow, columnLetter, findHeader, keysOf } from './check.ts'
import type { CellIssue, CheckedRow } from './definition.ts'
import type { Register } from './register.ts'
import { MOST_ROWS, readSpreadsheet } from './spreadsheet.ts'
import * as store from './store.ts'

const CHUNK = 5000
/** The page shows so many; the error file holds all. */
export const SHOWN_ERRORS = 200

export async function startImport(
  context: Context,
  register: Register,
  given: { place: string; name: string; bytes: Uint8Array },
): Promise<Outcome<{ county: string; id: string }>> {
  const { acting, services, ms } = context
  if (acting.kind !== 'staff' || !given.place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: ['community_worker'] })
  if (register.definition.placed === undefined && !isCommunity(context.world, given.place))
    return refuse('place-not-found', 'practice')
  const sheet = await readSpreadsheet(given.name, given.bytes)
  if (!sheet.ok) return sheet
  const header = findHeader(register.definition, sheet.value)
  if ('missing' in header) return refuse('header-missing', 'practice', { columns: header.missing })
  const county = given.place.slice(0, 6)
  const digest = sha256(given.bytes)
  const id = services.newId(ms)
  const total = sheet.value.length - header.row - 1
  if (total < 1) return refuse('no-rows', 'practice')
  if (total > MOST_ROWS)
    return refuse('too-many-rows', 'practice', { most: MOST_ROWS, row: header.row + MOST_ROWS + 2 })
  const started = await context.inTransaction(async (db) => {
    if (await store.wasImported(db, county, given.place, register.definition.name, digest)) return false
    await store.insertRun(db, {
      county,
      id,
      register: register.definition.name,
      place: given.place,
      fileName: given.name.slice(-120),
      digest,
      total,
      header: header.names,
      raw: seal(services.keys, JSON.stringify(sheet.value)),
      person: acting.person,
      org: acting.org,
      at: new Date(ms),
    })
    return true
  })
  if (!started) return refuse('imported-already', 'practice')
  void check(context, register, given.place, county, id, sheet.value).catch(() =>
    context.inTransaction((db) => store.failRun(db, county, id, 'unexpected')).catch(() => {}),
  )
  return allow({ county, id })
}

async function check(
  context: Context,
  register: Register,
  place: string,
  county: string,
  id: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const { services, today } = context
  const header = findHeader(register.definition, rows)
  if ('missing' in header) throw new Error('the header was there before')
  const options = {
    today,
    allowTestIds: services.allowTestIds,
    findPlace: remembered((typed: string) => context.world.communityNamed(typed, place)),
  }
  const good: { line: number; row: CheckedRow }[] = []
  const issues: CellIssue[] = []
  const bad = new Set<number>()
  const blame = (line: number, columnId: string, code: string, zh: string, en: string): void => {
    const i = header.columns.findIndex((column) => column?.id === columnId)
    issues.push({
      row: line,
      column: columnLetter(Math.max(0, i)),
      header: header.columns[i]?.label.zh ?? columnId,
      code,
      text: text(zh, en),
    })
    bad.add(line)
  }
  for (let i = header.row + 1; i < rows.length; i++) {
    const checked = checkRow(header, rows[i] ?? [], i + 1, options, register.definition)
    if (checked.issues.length) {
      issues.push(...checked.issues)
      bad.add(i + 1)
    } else good.push({ line: i + 1, row: checked.row })
    if ((i - header.row) % CHUNK === 0) {
      await context.inTransaction((db) => store.setChecked(db, county, id, i - header.row))
      await breathe()
    }
  }
  for (const key of keysOf(register.definition)) {
    const first = new Map<string, number>()
    for (const { line, row } of good) {
      const value = key.of(row)
      if (value === undefined) continue
      const before = first.get(value)
      if (before === undefined) first.set(value, line)
      else blame(line, key.column, 'twice-in-file', `与第${before}行重复`, `the same as in row ${before}`)
    }
    const held = await context.inTransaction((db) => register.held(context, db, place, key.column, [...first.keys()]))
    for (const value of held)
      blame(first.get(value) ?? 0, key.column, 'held-already', '已在登记册中', 'is in the register already')
  }
  const passing = good.filter(({ line }) => !bad.has(line)).map(({ row }) => row)
  issues.sort((a, b) => a.row - b.row)
  await context.inTransaction((db) =>
    store.finishCheck(db, county, id, {
      good: passing.length,
      bad: bad.size,
      errors: issues,
      rows: seal(services.keys, JSON.stringify(passing)),
    }),
  )
}

/** A file names few communities in many rows. */
function remembered<Answer>(ask: (typed: string) => Answer): (typed: string) => Answer {
  const known = new Map<string, Answer>()
  return (typed) => {
    let answer = known.get(typed)
    if (answer === undefined) known.set(typed, (answer = ask(typed)))
    return answer
  }
}

/** Writes what passed. With bad rows in the file the caller must say that they want only the good ones. */
export async function confirmImport(
  context: Context,
  register: Register,
  county: string,
  id: string,
  onlyGood: boolean,
): Promise<Outcome<{ ok: true }>> {
  const { services } = context
  const run = await context.inTransaction((db) => store.findRun(db, county, id))
  if (!run || run.register !== register.definition.name) return refuse('row-not-found', 'practice')
  if (run.state !== 'checked') return refuse('import-not-ready', 'practice', { state: run.state })
  if (run.good === 0) return refuse('no-rows', 'practice')
  if (run.bad > 0 && !onlyGood) return refuse('rows-have-errors', 'practice', { bad: run.bad })
  if ((await context.inTransaction((db) => store.claimRun(db, county, id))) === 0)
    return refuse('import-not-ready', 'practice', { state: 'importing' })
  void (async () => {
    const kept = await context.inTransaction((db) => store.sealedRows(db, county, id))
    const rows = JSON.parse(unseal(services.keys, kept?.rows ?? Buffer.alloc(0)).toString()) as CheckedRow[]
    await context.asSystem(async (db) => {
      await register.write(context, db, run.place, rows, async (written) => {
        await context.inTransaction((other) => store.setWritten(other, county, id, written)) // seen from outside while the writing is not
        await breathe()
      })
      await store.finishRun(db, county, id, rows.length)
    })
    const fact = factRecord(context, {
      county,
      caseId: null,
      subject: 'register',
      kind: 'imported',
      content: { register: run.register, place: run.place, run: id, rows: rows.length },
      acting: context.acting,
      onBehalf: null,
    })
    await services.commit({
      scope: context.scope,
      county,
      at: new Date(context.ms).toISOString(),
      facts: [fact],
      answer: null,
    })
    services.committed()
  })().catch(() => context.inTransaction((db) => store.failRun(db, county, id, 'nothing was written')).catch(() => {}))
  return allow({ ok: true as const })
}
