/** 下达、登记、拨付: everything an office addresses to communities passes `askGate`, place by place, or does not go. @plan P3.3.3 */
import { type CitedItem, citedItems } from '#capabilities/duty-lists'
import { dayOf, lastDayOf, monthOf, type PlainDate, type Term, yearOf } from '#kernel/calendar'
import { openCase } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { type Fen, fen, formatYuan } from '#kernel/money'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { citedOf, type Limits, mayReachCommunity, type Standing } from './rules.ts'
import * as store from './store.ts'
import type { Admitted, CommunityTask, Demand, FundsTransfer, GateClause, Refusal } from './terms.ts'

export type Verdict = { readonly place: string; readonly outcome: Outcome<Admitted> }
export type Sent = { readonly county: string; readonly id: string; readonly number: string; readonly place: string }

export function limitsOf({ world }: Pick<Context, 'world'>, place: string): Limits {
  const value = <Value>(name: string): Value => world.value<Value>(`work-admission.${name}`, world.today, place).value
  return {
    meetingsAMonth: value<number>('meetings-a-month'),
    emergencyLaws: value<readonly string[]>('emergency-laws'),
    watched: value<readonly string[]>('watched-words'),
    forbidden: value<readonly string[]>('forbidden-words'),
  }
}

/**
 * The gate for an office and many communities: what is known of each is read as the system, then the one rule is asked.
 * @param by the office that would send it
 */
export async function askGate(
  context: Pick<Context, 'world' | 'today' | 'asSystem'>,
  by: string,
  demand: Demand,
  item: string,
  places: readonly string[],
): Promise<readonly Verdict[]> {
  const { world, today } = context
  const office = world.office(by)
  const found = await context.asSystem(async (db) => {
    const counties = [...new Set(places.map((one) => one.slice(0, 6)))]
    const lists = new Map<string, readonly CitedItem[]>()
    // A street's own list holds what it admitted for a while: each street is asked once.
    for (const street of new Set(places.map((one) => one.slice(0, 9))))
      lists.set(street, await citedItems(db, `${street}000`, today, ['L3', 'L4', 'L5']))
    return {
      lists,
      transfers: item ? await store.listConfirmedTransfers(db, places, item) : [],
      meetings: await store.countMeetings(db, places, dayOf(yearOf(today), monthOf(today), 1)),
      unrecorded: demand.emergency ? await store.listUnrecorded(db, by, counties, today) : [],
    }
  })
  return places.map((place) => {
    const list = found.lists.get(place.slice(0, 9)) ?? []
    const standing: Standing = {
      place,
      on: today,
      cited: item,
      item: list.find((one) => one.list !== 'L5' && one.code === item),
      transfers: found.transfers.filter((one) => one.place === place),
      negative: list.filter((one) => one.list === 'L5'),
      meetings: found.meetings.find((one) => one.place === place)?.n ?? 0,
      unrecorded: found.unrecorded.includes(place.slice(0, 6)),
    }
    return { place, outcome: mayReachCommunity(demand, office, standing, limitsOf(context, place)) }
  })
}

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
    const reviewTerm = world.value<Term>('work-admission.wording-review', world.today, place).value
    const data: CommunityTask = {
      ...blank(demand, acting.org, world.office(acting.org).name),
      batch,
      item,
      flags,
      due: request.due,
      reviewDue: flags.length ? lastDayOf(reviewTerm, world.today, world.calendar).day : null,
    }
    const opened = await openCase(context, {
      county: place.slice(0, 6),
      procedure: 'community-task',
      subject: 'community-task',
      place,
      step: flags.length ? 'in-review' : 'received',
      holder: world.officeOf(flags.length ? 'county' : 'community', place).id,
      orgs: [acting.org],
      applicant: null,
      agent: null,
      data,
      files: [],
      fact: { item: item?.code ?? '', version: item?.version ?? '', emergency: demand.emergency ?? '', batch },
      ...(request.once ? { once: { ...request.once, key: `${request.once.key}:${place}` } } : {}),
    })
    if (!opened.ok) return opened
    const { county, id, number } = opened.value
    sent.push({ county, id, number, place })
  }
  return allow({ batch, sent })
}

function blank(
  demand: Demand,
  sender: string,
  senderName: string,
): Omit<CommunityTask, 'batch' | 'item' | 'flags' | 'due' | 'reviewDue'> {
  return {
    nameMasked: demand.title,
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
  const { world } = context
  const basis = demand.emergency
  if (!basis) return
  for (const county of new Set(places.map((one) => one.slice(0, 6)))) {
    if (await context.asSystem((db) => store.findOwedRecord(db, org, county, basis))) continue
    const place = `${county}000000`
    const term = world.value<Term>('work-admission.emergency-record', world.today, place).value
    await openCase(context, {
      county,
      procedure: 'emergency-record',
      subject: 'emergency-record',
      place,
      step: 'owed',
      holder: org,
      applicant: null,
      agent: null,
      data: {
        nameMasked: demand.title,
        basis,
        due: lastDayOf(term, world.today, world.calendar).day,
        record: null,
      },
      files: [],
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
  const known = request.from.office ? world.officeNamed(request.from.office) : undefined
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
  const opened = await openCase(context, {
    county: request.place.slice(0, 6),
    procedure: 'community-task',
    subject: 'community-task',
    place: request.place,
    step: 'recorded',
    holder: acting.org,
    applicant: null,
    agent: null,
    data,
    files: request.files,
    fact: { outside: true, wrong: wrong?.code ?? '' },
    ...(request.once ? { once: request.once } : {}),
  })
  if (!opened.ok) return opened
  const { county, id, number } = opened.value
  return allow({ county, id, number, place: request.place, wrong })
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
    const term = world.value<Term>('work-admission.funds-confirmation', today, place).value
    const data: FundsTransfer = {
      nameMasked: `${item.code} ${item.name.zh}`,
      item: citedOf(item),
      sender: acting.org,
      amount: request.amount,
      from: request.from,
      to: request.to,
      agreement: request.agreement,
      transferredOn: request.transferredOn,
      due: lastDayOf(term, today, world.calendar).day,
      answer: null,
    }
    const opened = await openCase(context, {
      county: place.slice(0, 6),
      procedure: 'funds-transfer',
      subject: 'funds-transfer',
      place,
      step: 'sent',
      holder: world.officeOf('community', place).id,
      orgs: [acting.org, world.officeOf('street', place).id],
      applicant: null,
      agent: null,
      data,
      files: [],
      fact: { item: item.code, amount: request.amount },
      ...(request.once ? { once: { ...request.once, key: `${request.once.key}:${place}` } } : {}),
    })
    if (!opened.ok) return opened
    const { county, id, number } = opened.value
    sent.push({ county, id, number, place })
  }
  return allow({ sent })
}
