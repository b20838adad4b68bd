/** 填报: a community opens the form that came with a task, sees filled what is held, answers the rest once; the office reads it. */
import { mayAttach } from '#kernel/case/files.ts'
import { moveCase, type Moved } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import type { Context } from '#kernel/context'
import type { Answered, Binary } from '#kernel/context/route.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { KEEPERS, type RegisterRow } from '#kernel/register/definition.ts'
import type { Register } from '#kernel/register/register.ts'
import { takeOut } from '#kernel/register/take-out.ts'
import { seal, unseal } from '#platform/crypto'
import type { Db } from '#platform/db'
import { answersOf, dataOf, measuresOf, MOST_TAKEN_OUT, number } from './compile.ts'
import type { SentFormRow, SheetView, SuppliedField } from './contract.ts'
import { countFilled, secondsKept, timedBy } from './rules.ts'
import * as store from './store.ts'

const PAGE = 20

type Rows = readonly (readonly string[])[]
export type TaskKey = { readonly county: string; readonly id: string }

/** The sheet of one's own community; of another it does not exist. */
async function sheetOf(context: Context, task: TaskKey): Promise<Outcome<store.SheetRow>> {
  const { acting } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const row = await context.inTransaction((db) => store.findSheet(db, task.county, task.id, acting.places))
  return row ? allow(row) : refuse('form-not-found', 'practice')
}

const readRows = ({ services }: Context, sealed: Uint8Array): Rows =>
  JSON.parse(unseal(services.keys, sealed).toString()) as Rows

/** Opens it: from here on time may be measured. Refuses what is not with the community: waiting for a look at its words, withdrawn. */
export async function openSheet(
  context: Context,
  registers: readonly Register[],
  task: TaskKey,
): Promise<Outcome<SheetView>> {
  const found = await sheetOf(context, task)
  if (!found.ok) return found
  const row = found.value
  const mayAnswer = row.step === 'received' && row.answered_on === null
  if (!mayAnswer && row.answered_on === null) return refuse('form-not-open', 'practice', { step: row.step })
  if (mayAnswer) await context.inTransaction((db) => store.openSheet(db, task.county, task.id, new Date(context.ms)))
  return allow({
    title: row.title,
    office: row.office,
    sentOn: row.sent_on,
    dueOn: row.due_on,
    asked: row.headers,
    supplied: await suppliedTo(context, registers, row),
    photos: row.asked_photos,
    answeredOn: row.answered_on,
    rows: row.answer ? readRows(context, row.answer).map((cells) => [...cells]) : [],
    idleSeconds: number(context, 'burden.idle-seconds'),
  })
}

/** 已有字段: what the registers hold of the community, masked as in their lists; the value where they hold one row of it. */
async function suppliedTo(
  context: Context,
  registers: readonly Register[],
  { headers, supplied }: store.SheetRow,
): Promise<SuppliedField[]> {
  const { acting, world } = context
  if (acting.kind !== 'staff' || supplied.length === 0) return []
  const place = acting.places
  const answers = answersOf(context, registers, [...headers, ...supplied]).slice(headers.length)
  const rowsOf = new Map<string, readonly RegisterRow[]>()
  const read = async (db: Db, register: Register): Promise<readonly RegisterRow[]> => {
    const { name } = register.definition
    const known = rowsOf.get(name)
    if (known) return known
    const query = { place, text: '', ended: false, after: undefined, limit: 2 }
    const rows = await register.list(context, db, query)
    rowsOf.set(name, rows)
    return rows
  }
  return context.inTransaction(async (db) => {
    const fields: SuppliedField[] = []
    for (const [i, header] of supplied.entries()) {
      const answer = answers[i]
      const datum = answer ? dataOf(answer)[0] : undefined
      const where = datum?.held[0]
      const register = registers.find((one) => one.definition.name === where?.register)
      const title = where?.title ?? null
      if (datum?.id === 'resident.place') {
        fields.push({ header, title, value: world.placeName(place).zh, rows: 'one' })
        continue
      }
      const open = register && (register.definition.roles ?? KEEPERS).includes(acting.role)
      const rows = open ? await read(db, register) : []
      const value = rows.length === 1 && where ? (rows[0]?.cells[where.column] ?? null) : null
      fields.push({ header, title, value, rows: rows.length === 0 ? 'none' : rows.length === 1 ? 'one' : 'many' })
    }
    return fields
  })
}

export type SheetAnswer = {
  readonly rows: Rows
  /** Active time at the screen; null where it was not taken. */
  readonly seconds: number | null
  readonly files: readonly string[]
  readonly once?: Once
}

/**
 * Answers once, and with it the task is done. Refusals: another community's; answered already; never opened; not its fields.
 * A time that cannot be is not kept; the answer is.
 */
export async function answerSheet(context: Context, task: TaskKey, given: SheetAnswer): Promise<Answered<Moved>> {
  const found = await sheetOf(context, task)
  if (!found.ok) return found
  const row = found.value
  if (row.step !== 'received')
    return row.answered_on === null
      ? refuse('form-not-open', 'practice', { step: row.step })
      : refuse('form-answered-already', 'practice', { day: row.answered_on })
  // Kept before, but the task was left open by a break between the two: it is only closed now.
  if (row.answered_on === null) {
    if (row.opened_at === null) return refuse('form-not-opened', 'practice')
    const filled = countFilled(given.rows, row.headers.length)
    if (!filled.ok) return filled
    const files = await mayAttach(context, task.county, given.files)
    if (!files.ok) return files
    const times = { opened: row.opened_at.getTime(), answered: context.ms }
    const most = number(context, 'burden.seconds-per-field-most')
    const answer = {
      on: context.today,
      rows: seal(context.services.keys, JSON.stringify(given.rows)),
      filled: filled.value,
      photos: given.files.length,
      seconds: secondsKept(given.seconds, times, filled.value, most),
    }
    const kept = await context.inTransaction((db) => store.answerSheet(db, task.county, task.id, answer))
    if (kept === 0) return refuse('form-answered-already', 'practice', { day: context.today })
  }
  return moveCase(context, {
    ...task,
    move: 'finish',
    values: { result: `已在线填报“${row.title}”，共${given.rows.length}行。` },
    files: given.files,
    ...(given.once ? { once: given.once } : {}),
  })
}

/** The forms my office sent, each with what a field of it takes. */
export async function sentForms(context: Context): Promise<Outcome<SentFormRow[]>> {
  const { acting, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const office = world.office(acting.org).name
  const rows = await context.inTransaction((db) => store.listSent(db, acting.org))
  const measures = await context.asSystem((db) => measuresOf(context, db, context.today.slice(0, 7)))
  return allow(
    rows.map(({ sent_on, ...row }) => ({ ...row, sentOn: sent_on, time: timedBy({ form: row.id, office }, measures) })),
  )
}

/** What communities answered, some at a time. */
export async function answersTo(context: Context, form: string, after: string) {
  const { acting, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const { org } = acting
  const { sent, answers } = await context.inTransaction(async (db) => ({
    sent: await store.findSent(db, org, form),
    answers: await store.listAnswers(db, org, form, after, PAGE),
  }))
  if (!sent) return refuse('form-not-found', 'practice')
  return allow({
    ...sent,
    rows: answers.map(({ place, answer }) => ({
      place: { ...world.placeName(place) },
      rows: readRows(context, answer).map((cells) => [...cells]),
    })),
    next: answers.length === PAGE ? (answers.at(-1)?.place ?? null) : null,
  })
}

/** All of it as a spreadsheet, on record. Refuses more rows than a sheet takes. */
export async function takeAnswersOut(context: Context, form: string): Promise<Outcome<Binary>> {
  const { acting, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const { org } = acting
  const sent = await context.inTransaction((db) => store.findSent(db, org, form))
  if (!sent) return refuse('form-not-found', 'practice')
  const rows: string[][] = []
  for (let after = ''; ; ) {
    const from = after
    const page = await context.inTransaction((db) => store.listAnswers(db, org, form, from, PAGE))
    for (const { place, answer } of page)
      for (const cells of readRows(context, answer)) rows.push([world.placeName(place).zh, ...cells])
    if (rows.length > MOST_TAKEN_OUT) return refuse('too-many-to-export', 'practice', { most: MOST_TAKEN_OUT })
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.place
  }
  return takeOut(context, acting, {
    list: 'form-answers',
    chosen: { form },
    title: sent.title,
    header: ['社区(村)', ...sent.headers],
    rows,
  })
}
