/** 表格查重 and 减负计量: what a form asks that is held, what goes out, what it costs. */
import { citedItems } from '#capabilities/duty-lists'
import { askGate, type Demand, type Sent, sendTask } from '#capabilities/work-admission'
import { addDays, isWorkingDay, type PlainDate, plainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { KEEPERS, type RegisterRow } from '#kernel/register/definition.ts'
import type { Register } from '#kernel/register/register.ts'
import { markOf, takeOut } from '#kernel/register/take-out.ts'
import type { Binary } from '#kernel/context/route.ts'
import { type Text } from '#kernel/text'
import type { Db } from '#platform/db'
import type { Once } from '#kernel/case/assemble.ts'
import { answersOf, dataOf, measuresOf, MOST_TAKEN_OUT, number } from './compile.ts'
import type { OfficeRow } from './contract.ts'
import { decideSending, league, timesIn, verdictOf } from './rules.ts'
import { otherClaims } from './sources.ts'
import * as store from './store.ts'
import type { Claim, Frequency } from './terms.ts'

const SHOWN_ROWS = 200
const PAGE = 1000

export type BurdenMeans = {
  readonly registers: readonly Register[]
  /** Communities and villages of a place, or the one itself. */
  readonly communitiesOf: (place: string) => readonly string[]
  /** An office of city, county or street by this name: no community, nobody's own words. */
  readonly isOffice: (name: string) => boolean
}

/** What the public reads for whoever is no office we know. */
export const OTHERS = '其他单位'

export type FormToSend = {
  readonly title: string
  /** Asked of the community. */
  readonly headers: readonly string[]
  /** Of the same form, but held: the community sees them filled in and is not asked. */
  readonly supplied: readonly string[]
  readonly places: readonly string[]
  readonly item: string
  readonly photos: number
  readonly due: PlainDate | null
  readonly once?: Once
}

/**
 * Goes out as a task for each community, with its sheet. Refusals: what is held is not asked; a form that is nearly all held is
 * generated; no item, no form.
 */
export async function sendForm(
  context: Context,
  registers: readonly Register[],
  form: FormToSend,
): Promise<Outcome<{ id: string; communities: number }>> {
  const { acting, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const communities = [...new Set(form.places)]
  if (communities.length === 0 || communities.some((one) => !isCommunity(world, one)))
    return refuse('place-not-found', 'practice')
  if (acting.places !== '-' && communities.some((one) => !one.startsWith(acting.places)))
    return refuse('not-yours-to-do', 'practice', { roles: ['street_staff'] })
  const may = mayAsk(context, registers, form)
  if (!may.ok) return may
  const demand = await demandOf(context, form)
  if (!demand.ok) return demand
  const admitted = await mayReach(context, acting.org, demand.value, form.item, communities)
  if (!admitted.ok) return admitted
  const { item, due, once } = form
  const sent = await sendTask(context, {
    demand: demand.value,
    item,
    places: communities,
    due,
    ...(once ? { once } : {}),
  })
  if (!sent.ok) return sent
  const id = await keepForm(context, form, sent.value.sent)
  return allow({ id, communities: communities.length })
}

/** Judged as one form with what is supplied, which has to be held indeed. */
function mayAsk(context: Context, registers: readonly Register[], { headers, supplied }: FormToSend): Outcome<void> {
  const answers = answersOf(context, registers, [...headers, ...supplied])
  const share = number(context, 'burden.generated-share')
  const whole = verdictOf(answers, share)
  if (whole.becomes === 'generated') return decideSending(whole)
  const missing = supplied.find((_, i) => answers[headers.length + i]?.kind !== 'held')
  if (missing !== undefined) return refuse('supplied-not-held', 'practice', { field: missing })
  return decideSending(verdictOf(answers.slice(0, headers.length), share))
}

async function demandOf(context: Context, form: FormToSend): Promise<Outcome<Demand>> {
  if (form.item === '') return refuse('form-without-item', 'plan P3.3.3', { clause: 'access' })
  const [item] = await context.asSystem((db) =>
    citedItems(db, form.places[0] ?? '', context.today, ['L3', 'L4'], form.item),
  )
  return allow({
    kind: 'form',
    category: item?.category ?? 'civil-affairs',
    role: 'assisting',
    title: form.title,
    body: form.headers.join('、'),
    meetings: 0,
    emergency: null,
  })
}

/** 准入闸: every community it goes to, or none. */
async function mayReach(
  context: Context,
  org: string,
  demand: Demand,
  item: string,
  communities: readonly string[],
): Promise<Outcome<void>> {
  for (const { outcome } of await askGate(context, org, demand, item, communities)) {
    if (!outcome.ok) return outcome
    if (outcome.value.flags.length > 0)
      return refuse('form-words-flagged', 'plan P3.3.3', { clause: 'F2', words: outcome.value.flags })
  }
  return allow()
}

/** The form with a sheet for each task; the same tasks again are the same form. */
async function keepForm(context: Context, form: FormToSend, sent: readonly Sent[]): Promise<string> {
  const { acting, services, today, ms, world } = context
  if (acting.kind !== 'staff') throw new Error('only staff send forms')
  const [first] = sent
  const known = first && (await context.inTransaction((db) => store.findFormOfTask(db, first.county, first.id)))
  if (known) return known.id
  const id = services.newId(ms)
  const counties = [...new Set(sent.map((one) => one.county))]
  await context.inTransaction(async (db) => {
    for (const county of counties) {
      const sheets = sent.filter((one) => one.county === county).map((one) => ({ place: one.place, task: one.id }))
      const place = around(sheets.map((one) => one.place))
      const office = world.office(acting.org).name
      const kept = { ...form, county, id, place, org: acting.org, office, on: today, person: acting.person }
      await store.insertForm(db, kept, sheets)
    }
  })
  for (const county of counties)
    await record(context, county, 'form-sent', { form: id, item: form.item, fields: form.headers.length })
  return id
}

/** The community itself, else the street, else the county that holds all of these, which are of one county. */
function around(places: readonly string[]): string {
  const [first = ''] = places
  const length = [12, 9].find((n) => places.every((one) => one.startsWith(first.slice(0, n)))) ?? 6
  return first.slice(0, length).padEnd(12, '0')
}

type ToGenerate = { title: string; headers: readonly string[]; place: string; purpose: string }

/** The register that holds most of a form that is generated, for whoever keeps it, and where each field stands in it. */
function generatedFrom(
  context: Context,
  registers: readonly Register[],
  { headers, place }: ToGenerate,
): Outcome<{ register: Register; cells: (row: RegisterRow) => (string | null)[] }> {
  const { acting, world } = context
  if (acting.kind !== 'staff' || !place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: [...KEEPERS] })
  const answers = answersOf(context, registers, headers)
  const { becomes } = verdictOf(answers, number(context, 'burden.generated-share'))
  if (becomes !== 'generated') return refuse('form-is-not-held', 'practice')
  const counts = new Map<string, number>()
  for (const { register } of answers.flatMap(dataOf).flatMap((one) => one.held))
    counts.set(register, (counts.get(register) ?? 0) + 1)
  const name = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const register = registers.find((one) => one.definition.name === name)
  const roles = register?.definition.roles ?? KEEPERS
  if (!register || !roles.includes(acting.role)) return refuse('not-yours-to-do', 'practice', { roles: [...roles] })
  const columns = answers.map((answer) => dataOf(answer)[0]?.held.find((one) => one.register === name)?.column)
  const cell = (row: RegisterRow, column: string | undefined): string | null => {
    if (column === 'resident.place' || (column !== undefined && column === register.definition.placed))
      return world.placeName(row.place).zh
    return column === undefined ? null : (row.cells[column] ?? null)
  }
  return allow({ register, cells: (row) => columns.map((column) => cell(row, column)) })
}

/** 系统生成: the first rows of a community, masked as everywhere; that it was made is a fact. */
export async function generateSheet(
  context: Context,
  { registers }: BurdenMeans,
  asked: ToGenerate,
): Promise<Outcome<{ title: Text; headers: string[]; rows: (string | null)[][]; more: boolean }>> {
  const { place, headers, purpose } = asked
  if (!isCommunity(context.world, place)) return refuse('place-not-found', 'practice')
  const from = generatedFrom(context, registers, asked)
  if (!from.ok) return from
  const { register, cells } = from.value
  const rows = await context.inTransaction((db) =>
    register.list(context, db, { place, text: '', ended: false, after: undefined, limit: SHOWN_ROWS + 1 }),
  )
  const shown = rows.slice(0, SHOWN_ROWS)
  await record(context, place, 'form-generated', { register: register.definition.name, rows: shown.length, purpose })
  return allow({
    title: register.definition.title,
    headers: [...headers],
    rows: shown.map(cells),
    more: rows.length > SHOWN_ROWS,
  })
}

/**
 * 生成表导出: all rows of a place within the caller's own, community by community, masked, under a mark that says who took them and
 * for what; on record. Refuses more rows than a sheet takes.
 */
export async function takeSheetOut(
  context: Context,
  { registers, communitiesOf }: BurdenMeans,
  asked: ToGenerate,
): Promise<Outcome<Binary>> {
  const { place, headers, purpose, title } = asked
  const communities = communitiesOf(place)
  if (communities.length === 0) return refuse('place-not-found', 'practice')
  const from = generatedFrom(context, registers, asked)
  if (!from.ok) return from
  const { register, cells } = from.value
  const rows: (string | null)[][] = []
  const within = await context.inTransaction(async (db): Promise<boolean> => {
    for (const community of communities)
      for (let after: string | undefined; ; ) {
        const page = await register.list(context, db, { place: community, text: '', ended: false, after, limit: PAGE })
        rows.push(...page.map(cells))
        if (rows.length > MOST_TAKEN_OUT) return false
        after = page.at(-1)?.id
        if (page.length < PAGE) break
      }
    return true
  })
  if (!within) return refuse('too-many-to-export', 'practice', { most: MOST_TAKEN_OUT })
  return takeOut(context, context.acting, {
    list: 'generated-form',
    chosen: { register: register.definition.name, place },
    title,
    header: headers,
    rows,
    marked: { purpose, mark: await markOf(context, purpose) },
  })
}

export type MonthOfBurden = { month: string; capMinutes: number; rows: OfficeRow[]; minutes: number }

/** Offices by what they took in a month, of the communities that begin with `prefix`. */
export async function burdenOf(
  context: Context,
  means: BurdenMeans,
  month: string | undefined,
  prefix: string,
  inPublic: boolean,
): Promise<MonthOfBurden> {
  const of = month ?? context.today.slice(0, 7)
  const { measures, claims } = await context.asSystem(async (db) => ({
    measures: await measuresOf(context, db, of),
    claims: await claimsIn(context, db, of),
  }))
  const rows = league(
    claims
      .filter((one) => one.community.startsWith(prefix))
      .map((one) => (inPublic && !means.isOffice(one.office) ? { ...one, office: OTHERS } : one)),
    measures,
  )
  return {
    month: of,
    capMinutes: measures.capMinutes,
    rows: [...rows],
    minutes: rows.reduce((sum, one) => sum + one.minutes, 0),
  }
}

async function claimsIn(context: Context, db: Db, month: string): Promise<readonly Claim[]> {
  const last = lastDay(month)
  const days = workingDays(context, month)
  const none = { fields: 0, held: 0, photos: 0, minutes: 0, people: 0 }
  const meetings = (await store.listRows(db, 'called-meetings', context.today)).filter(({ cells }) =>
    String(cells.on).startsWith(month),
  )
  const ledgers = (await store.listRows(db, 'demanded-ledgers', context.today)).filter(
    ({ cells }) => String(cells.from) <= last && (cells.until === undefined || String(cells.until) >= `${month}-01`),
  )
  const forms = await store.listForms(db, month)
  return [
    ...meetings.map(
      ({ place, cells }): Claim => ({
        ...none,
        office: String(cells.office),
        community: place,
        kind: 'meeting',
        times: 1,
        minutes: Number(cells.minutes),
        people: Number(cells.people),
        recorded: true,
      }),
    ),
    ...ledgers.map(({ place, cells }): Claim => {
      const frequency = String(cells.frequency) as Frequency
      const asked = frequency === 'once' && String(cells.from).startsWith(month) ? 1 : 0
      return {
        ...none,
        office: String(cells.office),
        community: place,
        kind: 'ledger',
        times: asked + timesIn(frequency, month, days),
        fields: Number(cells.fields),
        held: Number(cells.held ?? 0),
        photos: Number(cells.photos ?? 0),
      }
    }),
    ...forms.map(
      ({ id, place, office, fields, held, photos }): Claim => ({
        ...none,
        office,
        community: place,
        kind: 'form',
        times: 1,
        fields,
        held,
        photos,
        form: id,
      }),
    ),
    ...(await Promise.all(otherClaims.map((source) => source(db, month)))).flat(),
  ]
}

function lastDay(month: string): PlainDate {
  let day = plainDate(`${month}-28`)
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1)
  return day
}

function workingDays({ world }: Context, month: string): number {
  let count = 0
  for (let day = plainDate(`${month}-01`); day.startsWith(month); day = addDays(day, 1))
    if (isWorkingDay(world.calendar, day)) count++
  return count
}

export async function recentOffices(context: Context): Promise<string[]> {
  const { acting } = context
  return context.inTransaction((db) => store.recentOffices(db, acting.kind === 'staff' ? acting.places : '-'))
}

async function record(
  context: Context,
  place: string,
  kind: string,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const county = place.slice(0, 6)
  const { acting, services } = context
  const fact = factRecord(context, { county, caseId: null, subject: 'burden', kind, content, acting, onBehalf: null })
  const call = { scope: context.scope, county, at: new Date(context.ms).toISOString(), facts: [fact], answer: null }
  const done = await services.commit(call)
  if (!done.ok) throw new Error(`the record of ${kind} was not kept`)
  services.committed()
}
