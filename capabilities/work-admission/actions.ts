/** 下达、登记、拨付: everything an office addresses to communities passes `askGate`, place by place, or does not go. @plan P3.3.3 */
import { type CitedItem, citedItems } from '#capabilities/duty-lists'
import { dayOf, lastDayOf, monthOf, plainDate, type PlainDate, type Term, yearOf } from '#kernel/calendar'
import { openCase } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { type Fen, fen, formatYuan } from '#kernel/money'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Application, itemApplied } from './build.ts'
import { askGate } from './gate.ts'
import { citedOf, mayAdmitForAWhile, officeCalled } from './rules.ts'
import * as store from './store.ts'
import type {
  CommunityTask,
  Demand,
  FundsTransfer,
  GateClause,
  ListReview,
  Refusal,
  TemporaryAdmission,
  WorkAdmission,
} from './terms.ts'

export type Sent = { readonly county: string; readonly id: string; readonly number: string; readonly place: string }

export type TaskRequest = {
  readonly demand: Demand
  readonly item: string
  readonly places: readonly string[]
  readonly due: PlainDate | null
  readonly once?: Once
}

/** Refusals: none of one's communities; the gate's for any of the places, and then nothing goes out. */
export async function sendTask(
  context: Context,
  request: TaskRequest,
): Promise<Outcome<{ batch: string; sent: Sent[] }>> {
  const { acting, services, world, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const placed = placesOf(context, request.places)
  if (!placed.ok) return placed
  const { demand } = request
  const verdicts = await askGate(context, acting.org, demand, request.item, placed.value)
  const refused = verdicts.filter((one) => !one.outcome.ok)
  const [first] = refused
  if (first && !first.outcome.ok)
    return verdicts.length === 1
      ? first.outcome
      : refuse('not-every-place', first.outcome.basis, {
          ...first.outcome.facts,
          refused: refused.length,
          code: first.outcome.code,
        })
  if (demand.emergency) await oweRecords(context, acting.org, demand, placed.value)
  const batch = services.newId(ms)
  const sent: Sent[] = []
  for (const { place, outcome } of verdicts) {
    if (!outcome.ok) continue
    const { flags, item } = outcome.value
    const data: CommunityTask = {
      ...blank(demand, acting.org, world.office(acting.org).name),
      batch,
      item,
      flags,
      due: request.due,
      reviewDue: flags.length ? dueIn(context, 'wording-review', place) : null,
    }
    const one = await opened(context, {
      procedure: 'community-task',
      step: flags.length ? 'in-review' : 'received',
      place,
      holder: world.officeOf(flags.length ? 'county' : 'community', place).id,
      data,
      fact: { item: item?.code ?? '', version: item?.version ?? '', emergency: demand.emergency ?? '', batch },
      once: onceFor(request.once, place),
    })
    if (!one.ok) return one
    sent.push(one.value)
  }
  return allow({ batch, sent })
}

function blank(
  demand: Demand,
  sender: string,
  senderName: string,
): Omit<CommunityTask, 'batch' | 'item' | 'flags' | 'due' | 'reviewDue'> {
  return {
    about: demand.title,
    source: 'system',
    sender,
    senderName,
    demand,
    wrong: null,
    received: null,
    refusal: null,
    comments: [],
    outcome: null,
  }
}

/** Communities that exist, each once, within what the caller answers for; departments answer for the city. */
function placesOf({ acting, world }: Context, given: readonly string[]): Outcome<readonly string[]> {
  const places = [...new Set(given)]
  if (places.length === 0 || places.some((one) => !isCommunity(world, one)))
    return refuse('place-not-found', 'practice')
  const within = acting.kind === 'staff' && acting.places !== '-' ? acting.places : ''
  return places.every((one) => one.startsWith(within)) ? allow(places) : refuse('place-not-yours', 'practice')
}

/** 应急补录: one record owed for each county, within its term from the first task. */
async function oweRecords(context: Context, org: string, demand: Demand, places: readonly string[]): Promise<void> {
  const basis = demand.emergency
  if (!basis) return
  for (const county of new Set(places.map((one) => one.slice(0, 6)))) {
    if (await context.asSystem((db) => store.findOwedRecord(db, org, county, basis))) continue
    const place = `${county}000000`
    await opened(context, {
      procedure: 'emergency-record',
      step: 'owed',
      place,
      holder: org,
      data: { about: demand.title, basis, due: dueIn(context, 'emergency-record', place), record: null },
      fact: { basis },
    })
  }
}

export type OutsideRequest = {
  readonly demand: Demand
  readonly item: string
  readonly place: string
  readonly from: { readonly office: string | null; readonly name: string }
  readonly on: PlainDate
  readonly way: string
  readonly files: readonly string[]
  readonly once?: Once
}

/** 登记体系外要求: what came on paper or in a chat, with what the gate says of it; refused then in one tap. */
export async function recordOutside(
  context: Context,
  request: OutsideRequest,
): Promise<Outcome<Sent & { wrong: Refusal | null }>> {
  const { acting, world } = context
  if (acting.kind !== 'staff' || request.place !== acting.places) return refuse('place-not-yours', 'practice')
  const known = request.from.office ? officeCalled(world, request.from.office, request.place) : undefined
  const asked = known ?? world.officeOf('county', request.place)
  const [verdict] = await askGate(context, asked.id, request.demand, request.item, [request.place])
  const outcome = verdict?.outcome
  const wrong: Refusal | null =
    outcome && !outcome.ok
      ? { code: outcome.code, basis: outcome.basis, clause: outcome.facts.clause as GateClause, facts: outcome.facts }
      : null
  const data: CommunityTask = {
    ...blank(request.demand, known?.id ?? '', request.from.name),
    source: 'outside',
    batch: '',
    item: outcome?.ok ? outcome.value.item : null,
    flags: [],
    due: null,
    reviewDue: null,
    wrong,
    received: { on: request.on, way: request.way },
  }
  const one = await opened(context, {
    procedure: 'community-task',
    step: 'recorded',
    place: request.place,
    holder: acting.org,
    data,
    files: request.files,
    fact: { outside: true, wrong: wrong?.code ?? '' },
    once: request.once,
  })
  return one.ok ? allow({ ...one.value, wrong }) : one
}

export type TransferRequest = {
  readonly item: string
  readonly places: readonly string[]
  readonly amount: Fen
  readonly from: PlainDate
  readonly to: PlainDate
  readonly agreement: string
  readonly transferredOn: PlainDate
  readonly once?: Once
}

/** Refusals: an item that is not in force in a place, or not of this office; less than its standard. */
export async function sendFunds(context: Context, request: TransferRequest): Promise<Outcome<{ sent: Sent[] }>> {
  const { acting, world, today } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const placed = placesOf(context, request.places)
  if (!placed.ok) return placed
  const office = world.office(acting.org)
  if (request.to < request.from) return refuse('item-period-wrong', 'practice', { code: request.item })
  const items = new Map<string, CitedItem>()
  for (const place of placed.value) {
    const [item] = await context.asSystem((db) => citedItems(db, place, today, ['L3', 'L4'], request.item))
    if (!item) return refuse('no-admitted-item', 'plan P3.3.3', { clause: 'access', cited: request.item })
    if (item.lead !== office.code && !item.assist.includes(office.code))
      return refuse('item-of-another-office', 'plan P3.3.3', { clause: 'access', item: item.code })
    const standard = item.funds?.standard ?? 0
    if (request.amount < standard)
      return refuse('funds-below-standard', 'plan P3.3.3', { clause: 'F3', standard: formatYuan(fen(standard)) })
    items.set(place, item)
  }
  const sent: Sent[] = []
  for (const [place, item] of items) {
    const data: FundsTransfer = {
      about: `${item.code} ${item.name.zh}`,
      item: citedOf(item),
      sender: acting.org,
      amount: request.amount,
      from: request.from,
      to: request.to,
      agreement: request.agreement,
      transferredOn: request.transferredOn,
      due: dueIn(context, 'funds-confirmation', place),
      answer: null,
    }
    const one = await opened(context, {
      procedure: 'funds-transfer',
      step: 'sent',
      place,
      holder: world.officeOf('community', place).id,
      data,
      orgs: [world.officeOf('street', place).id],
      fact: { item: item.code, amount: request.amount },
      once: onceFor(request.once, place),
    })
    if (!one.ok) return one
    sent.push(one.value)
  }
  return allow({ sent })
}

export type ApplicationRequest = Application & {
  readonly county: string
  readonly object: string
  readonly training: string
  readonly systems: string
  readonly contact: string
  readonly once?: Once
}

/** 申请准入: what is refused at the door never becomes a case. */
export async function applyForAdmission(context: Context, request: ApplicationRequest): Promise<Outcome<Sent>> {
  const { acting, world } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const place = `${request.county}000000`
  const item = await applied(context, request, place, 'full')
  if (!item.ok) return item
  const { list, object, training, systems, contact } = request
  const data: WorkAdmission = {
    about: request.name,
    office: acting.org,
    list,
    item: item.value,
    object,
    training,
    systems,
    contact,
    due: dueIn(context, 'form-check', place),
    hearing: [],
    votes: null,
    publicUntil: null,
    reason: '',
  }
  return opened(context, {
    procedure: 'work-admission',
    step: 'applied',
    place,
    holder: world.officeOf('county', place).id,
    data,
    once: request.once,
  })
}

export type TemporaryRequest = Application & { readonly street: string; readonly reason: string; readonly once?: Once }

/** 临时准入. Refusals: longer than it may be, the same again, no money. */
export async function applyForAWhile(context: Context, request: TemporaryRequest): Promise<Outcome<Sent>> {
  const { acting, world, today } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const place = request.street
  if (!place.endsWith('000') || world.placeName(place).zh === place) return refuse('place-not-found', 'practice')
  const item = await applied(context, request, place, 'temporary')
  if (!item.ok) return item
  const before = await context.asSystem((db) => store.listTemporary(db, acting.org, place))
  const months = world.value<number>('work-admission.temporary-months', today, place).value
  const again = world.value<number>('work-admission.temporary-again', today, place).value
  const may = mayAdmitForAWhile(
    {
      from: plainDate(request.from),
      to: plainDate(request.to ?? '9999-12-31'),
      funds: request.money,
      category: request.category,
    },
    before.map((one) => ({ category: one.category, to: plainDate(one.to) })),
    { months, again },
  )
  if (!may.ok) return may
  const data: TemporaryAdmission = {
    about: request.name,
    office: acting.org,
    item: item.value,
    reason: request.reason,
    due: dueIn(context, 'temporary-decision', place),
    decision: null,
  }
  return opened(context, {
    procedure: 'temporary-admission',
    step: 'asked',
    place,
    holder: world.officeOf('street', place).id,
    data,
    once: request.once,
  })
}

async function applied(context: Context, request: Application, place: string, path: 'full' | 'temporary') {
  const known = await context.asSystem((db) => citedItems(db, place, context.today, ['L3', 'L4', 'L5']))
  const { acting, world } = context
  return itemApplied(request, acting.kind === 'staff' ? world.office(acting.org).code : '', known, path)
}

/** 年度评估: in December, once a year. */
export async function beginReview(context: Context): Promise<Outcome<Sent>> {
  const { acting, today } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const place = acting.places.padEnd(12, '0')
  const year = yearOf(today)
  if (monthOf(today) !== 12) return refuse('review-in-december', 'practice', { year })
  const found = await context.asSystem(async (db) => ({
    done: await store.findReview(db, place, year),
    items: await citedItems(db, place, today),
  }))
  if (found.done) return refuse('review-begun-already', 'practice', { year })
  const data: ListReview = {
    about: `${year}年`,
    year,
    due: dayOf(year, 12, 31),
    items: found.items
      .filter((one) => one.place.length === 6)
      .map(({ code, list, name, to }) => ({ code, list, name: name.zh, to })),
    retired: [],
  }
  return opened(context, { procedure: 'list-review', step: 'reviewing', place, holder: acting.org, data })
}

function dueIn({ world, today }: Context, name: string, place: string): PlainDate {
  const term = world.value<Term>(`work-admission.${name}`, today, place).value
  return lastDayOf(term, today, world.calendar).day
}

type ToOpen = {
  readonly procedure: string
  readonly step: string
  readonly place: string
  readonly holder: string
  readonly data: object
  readonly orgs?: readonly string[]
  readonly files?: readonly string[]
  readonly fact?: Readonly<Record<string, unknown>>
  readonly once?: Once | undefined
}

/** A case of ours, the caller's office in it. */
async function opened(context: Context, { orgs, files, fact, once, ...one }: ToOpen): Promise<Outcome<Sent>> {
  const { acting } = context
  const made = await openCase(context, {
    ...one,
    county: one.place.slice(0, 6),
    subject: one.procedure,
    orgs: [...(acting.kind === 'staff' ? [acting.org] : []), ...(orgs ?? [])],
    applicant: null,
    agent: null,
    files: files ?? [],
    fact: fact ?? {},
    ...(once ? { once } : {}),
  })
  if (!made.ok) return made
  const { county, id, number } = made.value
  return allow({ county, id, number, place: one.place })
}

/** One key for a place of many. */
const onceFor = (once: Once | undefined, place: string): Once | undefined =>
  once && { ...once, key: `${once.key}:${place}` }
