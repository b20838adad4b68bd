/** 准入闸: the one rule asked for an office and many communities, with what is known of each. @plan P3.3.3 */
import { type CitedItem, citedItems } from '#capabilities/duty-lists'
import { dayOf, monthOf, yearOf } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { FormValues } from '#kernel/form'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { CaseRow } from '#kernel/procedure'
import { type Agreement, type Limits, mayCiteAgreement, mayReachCommunity, type Standing } from './rules.ts'
import * as store from './store.ts'
import { type Admitted, communityTask, type Demand, serviceAgreement } from './terms.ts'

export type Verdict = { readonly place: string; readonly outcome: Outcome<Admitted> }

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
 * @param besides a task that is on record already, whose own meetings do not count against it
 */
export async function askGate(
  context: Pick<Context, 'world' | 'today' | 'asSystem'>,
  by: string,
  demand: Demand,
  item: string,
  places: readonly string[],
  besides: string | null = null,
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
      meetings: await store.countMeetings(db, places, dayOf(yearOf(today), monthOf(today), 1), besides),
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

/** 到达前再核: the whole gate once more for a task that waited, with the lists, the money and the rules of the day on which it would arrive. */
export async function askGateAgain(context: Context, self: CaseRow): Promise<Outcome<Admitted>> {
  const { sender, demand, item } = communityTask(self.data)
  const [verdict] = await askGate(context, sender, demand, item?.code ?? '', [self.place], self.id)
  if (!verdict) throw new Error('the gate answers for every place')
  return verdict.outcome
}

/** 引用购买服务协议: none, when none is cited. */
export async function askAgreement(
  context: Context,
  self: CaseRow,
  values: FormValues,
): Promise<Outcome<Agreement | null>> {
  const cited = String(values.contract ?? '').trim()
  if (!cited) return allow(null)
  const found = await context.asSystem((db) => store.listAgreements(db, cited))
  const between = { office: communityTask(self.data).sender, place: self.place }
  const ours = found.find(({ office, place }) => office === between.office && place === between.place)
  return mayCiteAgreement(cited, ours ?? found[0], between, context.today)
}

/** 合同编号唯一: in the whole city, among agreements in force. */
export async function askAgreementNumber(context: Context, self: CaseRow): Promise<Outcome<void>> {
  const { number } = serviceAgreement(self.data)
  const found = await context.asSystem((db) => store.listAgreements(db, number))
  return found.some(({ id, step }) => id !== self.id && step === 'in-force')
    ? refuse('agreement-number-taken', 'practice', { number })
    : allow()
}
