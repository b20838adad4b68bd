/** 表格查重 and 减负计量: what a form asks that is held, what goes out, what it costs. */
import { citedItems } from '#capabilities/duty-lists'
import { HELD, keptSince } from '#capabilities/residents'
import { askGate } from '#capabilities/work-admission'
import { addDays, isWorkingDay, type PlainDate, plainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { isCommunity, prefixOf } from '#kernel/context/world.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { KEEPERS } from '#kernel/register/definition.ts'
import type { Register } from '#kernel/register/register.ts'
import { type Text } from '#kernel/text'
import type { Db } from '#platform/db'
import type { FormView, OfficeRow } from './contract.ts'
import { buildDictionary, type Datum } from './dictionary.ts'
import { answerFields, type FieldAnswer } from './match.ts'
import { decideSending, league, timesIn, verdictOf } from './rules.ts'
import { otherClaims } from './sources.ts'
import * as store from './store.ts'
import type { Claim, Frequency, Measures } from './terms.ts'

const CITY = '140300000000'
const SHOWN_ROWS = 200

export type BurdenMeans = {
  readonly registers: readonly Register[]
  /** Communities and villages below a place. */
  readonly communitiesOf: (place: string) => readonly string[]
  /** An office of city, county or street by this name: no community, nobody's own words. */
  readonly isOffice: (name: string) => boolean
}

/** What the public reads for whoever is no office we know. */
export const OTHERS = '其他单位'

const number = ({ world }: Context, name: string): number => world.value<number>(name, world.today, CITY).value

function answersOf(context: Context, registers: readonly Register[], headers: readonly string[]) {
  const dictionary = buildDictionary(
    registers.map((one) => one.definition),
    HELD,
  )
  return answerFields(headers, dictionary, number(context, 'burden.match-overlap'))
}

/** Field by field: where it is held and since when. */
export async function compileForm(
  context: Context,
  { registers }: BurdenMeans,
  headers: readonly string[],
): Promise<Outcome<FormView>> {
  const answers = answersOf(context, registers, headers)
  const share = number(context, 'burden.generated-share')
  const { fields, held, becomes } = verdictOf(answers, share)
  const named = new Set(answers.flatMap(dataOf).flatMap((one) => one.held.map((where) => where.register)))
  const since = await context.asSystem(async (db) => {
    const found = new Map<string, { rows: number | null; since: string }>()
    for (const register of named) {
      if (register === 'residents') {
        const on = await keptSince(db)
        if (on) found.set(register, { rows: null, since: on })
        continue
      }
      const one = await store.heldSince(db, register)
      if (one) found.set(register, one)
    }
    return found
  })
  return allow({
    count: fields,
    held,
    becomes,
    share,
    fields: answers.map((answer, i) => ({
      header: headers[i] ?? '',
      kind: answer.kind,
      data: dataOf(answer).map((datum) => ({
        label: datum.label,
        where: [...new Map(datum.held.map((one) => [one.register, one])).values()].map((one) => ({
          register: one.register,
          title: one.title,
          rows: since.get(one.register)?.rows ?? null,
          since: since.get(one.register)?.since ?? null,
        })),
      })),
    })),
  })
}

function dataOf(answer: FieldAnswer): readonly Datum[] {
  return answer.kind === 'held' ? [answer.datum] : answer.kind === 'ambiguous' ? answer.among : []
}

export type FormToSend = {
  readonly title: string
  readonly headers: readonly string[]
  readonly place: string
  readonly item: string
  readonly photos: number
}

/** Refusals: what is held is not asked; a form that is nearly all held is generated; no item, no form. */
export async function sendForm(
  context: Context,
  { registers, communitiesOf }: BurdenMeans,
  form: FormToSend,
): Promise<Outcome<{ id: string; communities: number }>> {
  const { acting, services, today, ms, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  if (acting.places !== '-' && !form.place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: ['street_staff'] })
  const communities = communitiesOf(form.place)
  if (communities.length === 0) return refuse('place-not-found', 'practice')
  const verdict = verdictOf(answersOf(context, registers, form.headers), number(context, 'burden.generated-share'))
  const may = decideSending(verdict)
  if (!may.ok) return may
  const admitted = await mayReach(context, acting.org, form, communities)
  if (!admitted.ok) return admitted
  const id = services.newId(ms)
  const office = world.office(acting.org).name
  await context.inTransaction((db) =>
    store.insertForm(db, {
      ...form,
      county: form.place.slice(0, 6),
      id,
      org: acting.org,
      office,
      on: today,
      person: acting.person,
    }),
  )
  await record(context, form.place, 'form-sent', { form: id, item: form.item, fields: form.headers.length })
  return allow({ id, communities: communities.length })
}

/** 准入闸: every community it goes to, or none. */
async function mayReach(
  context: Context,
  org: string,
  form: FormToSend,
  communities: readonly string[],
): Promise<Outcome<void>> {
  if (form.item === '') return refuse('form-without-item', 'plan P3.3.3', { clause: 'access' })
  const [item] = await context.asSystem((db) => citedItems(db, form.place, context.today, ['L3', 'L4'], form.item))
  const demand = {
    kind: 'form' as const,
    category: item?.category ?? ('civil-affairs' as const),
    role: 'assisting' as const,
    title: form.title,
    body: form.headers.join('、'),
    meetings: 0,
    emergency: null,
  }
  for (const { outcome } of await askGate(context, org, demand, form.item, communities)) {
    if (!outcome.ok) return outcome
    if (outcome.value.flags.length > 0)
      return refuse('form-words-flagged', 'plan P3.3.3', { clause: 'F2', words: outcome.value.flags })
  }
  return allow()
}

/** 系统生成: the rows of the register that holds most of it, masked as everywhere; that it was made is a fact. */
export async function generateSheet(
  context: Context,
  { registers }: BurdenMeans,
  asked: { title: string; headers: readonly string[]; place: string; purpose: string },
): Promise<Outcome<{ title: Text; headers: string[]; rows: (string | null)[][]; more: boolean }>> {
  const { acting, world } = context
  if (!isCommunity(world, asked.place)) return refuse('place-not-found', 'practice')
  if (acting.kind !== 'staff' || !asked.place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: [...KEEPERS] })
  const answers = answersOf(context, registers, asked.headers)
  const { becomes } = verdictOf(answers, number(context, 'burden.generated-share'))
  if (becomes !== 'generated') return refuse('form-is-not-held', 'practice')
  const counts = new Map<string, number>()
  for (const { register } of answers.flatMap(dataOf).flatMap((one) => one.held))
    counts.set(register, (counts.get(register) ?? 0) + 1)
  const name = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const register = registers.find((one) => one.definition.name === name)
  if (!register || !(register.definition.roles ?? KEEPERS).includes(acting.role))
    return refuse('not-yours-to-do', 'practice', { roles: [...(register?.definition.roles ?? KEEPERS)] })
  const rows = await context.inTransaction((db) =>
    register.list(context, db, { place: asked.place, text: '', ended: false, after: undefined, limit: SHOWN_ROWS + 1 }),
  )
  await record(context, asked.place, 'form-generated', {
    register: register.definition.name,
    rows: Math.min(rows.length, SHOWN_ROWS),
    purpose: asked.purpose,
  })
  const columns = answers.map((answer) => dataOf(answer)[0]?.held.find((one) => one.register === name)?.column)
  return allow({
    title: register.definition.title,
    headers: [...asked.headers],
    rows: rows
      .slice(0, SHOWN_ROWS)
      .map((row) =>
        columns.map((column) =>
          column === 'resident.place' || column === register.definition.placed
            ? world.placeName(row.place).zh
            : column === undefined
              ? null
              : (row.cells[column] ?? null),
        ),
      ),
    more: rows.length > SHOWN_ROWS,
  })
}

function measuresOf(context: Context): Measures {
  return {
    secondsPerField: number(context, 'burden.seconds-per-field'),
    secondsPerPhoto: number(context, 'burden.seconds-per-photo'),
    capMinutes: number(context, 'burden.cap-minutes'),
  }
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
  const measures = measuresOf(context)
  const claims = await context.asSystem((db) => claimsIn(context, means, db, of))
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

async function claimsIn(
  context: Context,
  { communitiesOf }: BurdenMeans,
  db: Db,
  month: string,
): Promise<readonly Claim[]> {
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
    ...forms.flatMap((form) =>
      communitiesOf(form.place).map(
        (community): Claim => ({
          ...none,
          office: form.office,
          community,
          kind: 'form',
          times: 1,
          fields: form.fields,
          held: form.held,
          photos: form.photos,
        }),
      ),
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

/** The communities below a place, of all codes known. */
export function below(codes: readonly string[], place: string): readonly string[] {
  const prefix = prefixOf(place)
  return codes.filter((code) => code.startsWith(prefix))
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
