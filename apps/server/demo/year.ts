/** A year of cases (一年的办件), made day by day by the engine itself, so that every record is as real as one made by hand. */
import { apply } from '../../../capabilities/service-cases/actions.ts'
import { addDays, isWorkingDay, type PlainDate, workingDayFrom } from '#kernel/calendar'
import { formOf, ITEMS, type ServiceItem } from '#capabilities/service-items'
import { officeId } from '../../../capabilities/organisations/seed/offices.ts'
import type { Acting } from '#kernel/authority'
import { loadFamily, moveCase, viewOf } from '#kernel/case/actions.ts'
import { sweepDay } from '#kernel/case/sweep.ts'
import { contextFor, type Services } from '#kernel/context'
import type { Field, FormValues } from '#kernel/form'
import type { CaseRow } from '#kernel/procedure'
import { SYSTEM_SCOPE, sql } from '#platform/db'
import { z } from 'zod'
import { chance, pick } from './people.ts'
import { HOME } from './cast.ts'
import type { SeedPlace } from '../city.ts'
import { planYear } from './plan.ts'
import { castId, demoWorkers, workingCommunities } from './seed.ts'

type Person = { id: string; place: string }
type Live = { county: string; id: string; applicant: string; place: string }

export type YearOptions = {
  readonly services: Services
  readonly places: readonly SeedPlace[]
  readonly today: PlainDate
  readonly days: number
  readonly perDay: number
  readonly progress: (share: number) => void
}

/** What people ask for most, the rest now and then. */
const USUAL = [
  'YQ-02-006',
  'YQ-05-005',
  'YQ-08-001',
  'YQ-01-001',
  'YQ-02-004',
  'YQ-05-001',
  'YQ-06-003',
  'YQ-09-001',
  'YQ-03-005',
  'YQ-02-005',
]
/** What the residents one may be have asked for: so many days ago, who, what. */
const OWN: readonly (readonly [daysAgo: number, login: string, item: string])[] = [
  [24, 'lijianguo', 'YQ-05-005'],
  [24, 'wangxiulan', 'YQ-05-005'],
  [1, 'lijianguo', 'YQ-06-003'],
]
const SCORES = ['5', '5', '5', '5', '4', '4', '4', '3', '3', '2', '1']

export async function liveAYear(options: YearOptions): Promise<number> {
  const { services, places, today, days, perDay } = options
  const random = chance(2026)
  const staff = staffOf(places)
  const people = await services.database.as(SYSTEM_SCOPE, (db) =>
    db.many(
      z.object({ id: z.string(), place: z.string() }),
      sql`select person as id, place from residents.resident where place = any (${workingCommunities(places).map((one) => one.code)}) and birth < '2005-01-01' order by id limit 4000`,
    ),
  )
  const plan = planYear(services, staff, people, addDays(today, -days))
  let live: Live[] = []
  let made = 0
  for (let n = days; n >= 0; n--) {
    const day = addDays(today, -n)
    const ms = Date.parse(`${day}T01:00:00Z`) + Math.floor(random() * 7 * 3_600_000)
    const world = services.world(day)
    await sweepDay(services, day, ms)
    await plan(day, ms + 60_000)
    if (isWorkingDay(world.calendar, day)) {
      const asked = Array.from({ length: Math.floor(perDay * (0.5 + random())) }, () => ({
        person: pick(random, people),
        item: chosen(random),
      }))
      const opened = await Promise.all(asked.map((one) => ask(services, one.person, one.item, day, ms, random)))
      for (const [, login, code] of OWN.filter(
        ([ago]) => workingDayFrom(world.calendar, addDays(today, -ago)) === day,
      )) {
        const item = ITEMS.find((one) => one.code === code)
        if (item) opened.push(await ask(services, { id: castId(login), place: HOME }, item, day, ms, random))
      }
      for (const one of opened) if (one) live.push(one)
      made += opened.filter(Boolean).length
      for (let round = 0; round < 2; round++) {
        const still = await Promise.all(
          live.map((one) => (random() < 0.45 ? step(services, staff, one, day, ms, random) : Promise.resolve(true))),
        )
        live = live.filter((_, i) => still[i])
      }
    }
    options.progress((days - n) / days)
  }
  return (
    made +
    (await leaveWork(
      options,
      staff,
      people.filter((one) => one.place === HOME),
      random,
    ))
  )
}

/** What waits at the desks of Youlougou today: new applications, and cases that are being acted on. */
async function leaveWork(
  { services, today }: YearOptions,
  staff: ReadonlyMap<string, Acting>,
  people: readonly Person[],
  random: () => number,
): Promise<number> {
  let made = 0
  for (const [n, code] of USUAL.concat(USUAL.slice(0, 6)).entries()) {
    const item = ITEMS.find((one) => one.code === code)
    const person = people[n * 3]
    if (!item || !person) continue
    const ms = Date.parse(`${today}T01:00:00Z`) + n * 60_000
    const one = await ask(services, person, item, today, ms, random)
    if (one) made++
    // Every other one goes on to the offices, which have yet to answer.
    if (one && n % 2) await step(services, staff, one, today, ms + 30_000, random)
  }
  return made
}

function chosen(random: () => number): ServiceItem {
  return random() < 0.7
    ? (ITEMS.find((one) => one.code === pick(random, USUAL)) ?? pick(random, ITEMS))
    : pick(random, ITEMS)
}

async function ask(
  services: Services,
  person: Person,
  item: ServiceItem,
  day: PlainDate,
  ms: number,
  random: () => number,
): Promise<Live | undefined> {
  const acting: Acting = { kind: 'resident', person: person.id, rung: 2 }
  const context = contextFor(services, acting, day, ms)
  const fields = formOf(item, { agent: false })
  const seen = random() < 0.9 ? item.materials.map((one) => one.id) : []
  const outcome = await apply(context, {
    item: item.code,
    place: person.place,
    values: sampleValues(fields, day, random),
    files: [],
    seen,
    channel: 'phone',
    applicant: person.id,
    rung: 2,
    mandate: null,
  })
  return outcome.ok
    ? { county: outcome.value.county, id: outcome.value.id, applicant: person.id, place: person.place }
    : undefined
}

/** Answers that the form takes: enough for a demonstration, nobody's real ones. */
export function sampleValues(fields: readonly Field[], day: PlainDate, random: () => number): FormValues {
  const values: Record<string, FormValues[string]> = {}
  for (const field of fields) {
    if (field.heldBy) continue
    if (
      field.when &&
      !(
        'field' in field.when &&
        (('is' in field.when && values[field.when.field] === field.when.is) ||
          ('in' in field.when && field.when.in.includes(values[field.when.field] ?? '')))
      )
    )
      continue
    values[field.id] = sample(field, day, random)
  }
  return values
}

function sample(field: Field, day: PlainDate, random: () => number): FormValues[string] {
  switch (field.type) {
    case 'choice':
      return pick(random, field.options ?? []).value
    case 'choices':
      return [pick(random, field.options ?? []).value]
    case 'yes-no':
      return field.id !== 'relative'
    case 'date':
      return field.notBefore === 'today' ? addDays(day, 3) : addDays(day, -30)
    case 'whole-number':
      return Math.min(field.max ?? 3, Math.max(field.min ?? 0, 3))
    case 'money':
      return Math.min(field.max ?? 100_000, Math.max(field.min ?? 0, 120_000))
    case 'bank-account':
      return `62220350${String(10_000_000 + Math.floor(random() * 89_999_999))}`
    case 'phone':
      return '19903530009'
    default:
      return '按实际情况填写'.slice(0, Math.min(field.max ?? 7, 7))
  }
}

/** One step of a case by whoever must act; false when it is at its end. */
async function step(
  services: Services,
  staff: ReadonlyMap<string, Acting>,
  one: Live,
  day: PlainDate,
  ms: number,
  random: () => number,
): Promise<boolean> {
  const look = contextFor(services, { kind: 'clock' }, day, ms)
  const view = viewOf(look, await loadFamily(look, one.county, one.id), one.id)
  if (!view) return false
  const make = async (
    acting: Acting | undefined,
    id: string,
    move: string,
    values: FormValues = {},
  ): Promise<boolean> =>
    acting !== undefined &&
    (await moveCase(contextFor(services, acting, day, ms), { county: one.county, id, move, values, files: [] })).ok
  const { self } = view
  const resident: Acting = { kind: 'resident', person: one.applicant, rung: 2 }
  switch (self.step) {
    case 'submitted': {
      const clerk = staff.get(`${self.holder} clerk`)
      if (random() < 0.02)
        return !(await make(clerk, self.id, 'refuse', {
          reason: '不属于本事项受理范围。',
          competent: '市行政审批服务管理局',
        }))
      if (await make(clerk, self.id, 'accept')) return true
      const missing = (self.data as { materials: { id: string; state: string }[] }).materials
        .filter((held) => held.state === 'missing')
        .map((held) => held.id)
      await make(clerk, self.id, 'requestCorrection', { missing, note: '请补齐所列材料,复印件须清晰。' })
      return true
    }
    case 'correction': {
      const missing = (self.data as { materials: { id: string; state: string }[] }).materials
        .filter((held) => held.state === 'missing')
        .map((held) => held.id)
      await make(staff.get(`${self.holder} clerk`), self.id, 'supplement', { supplied: missing })
      return true
    }
    case 'reviewing': {
      for (const part of view.family.filter((row) => row.parent === self.id && row.step === 'assigned'))
        await make(staff.get(part.holder), part.id, 'answer', { opinion: 'agree' })
      if ('markedOverdueOn' in Object(self.data) && self.overdueReason === null)
        await make(staff.get(self.holder), self.id, 'giveOverdueReason', { reason: '核查材料较多,用时超出承诺。' })
      await make(
        staff.get(self.holder),
        self.id,
        'decide',
        random() < 0.94
          ? { outcome: 'approve' }
          : { outcome: 'deny', reason: '经核查,不符合规定的条件。', law: '事项办理条件' },
      )
      return true
    }
    case 'decided':
      await make(staff.get(self.holder), self.id, 'deliver', { way: pick(random, ['window', 'online', 'post']) })
      return true
    default: {
      const followUp = view.family.find((row) => row.procedure === 'rating-follow-up')
      if (followUp) return handleFollowUp(followUp)
      if (self.endedOn === null || random() >= 0.6) return false
      const score = pick(random, SCORES)
      return (await make(resident, self.id, 'rate', { score })) && Number(score) <= 2
    }
  }

  /** 差评: called back, put right, checked by the superior; one in twenty is left lying. */
  async function handleFollowUp(row: CaseRow): Promise<boolean> {
    if (row.endedOn !== null) return false
    if (row.step === 'open') {
      if (random() < 0.05) return false
      await make(staff.get(row.holder), row.id, 'callBack', { account: '已回访,反映等候时间长。', complex: false })
    } else if (row.step === 'correcting')
      await make(staff.get(row.holder), row.id, 'correct', { done: '已增设窗口,缩短等候。' })
    else await make(staff.get(`${row.holder} head`), row.id, 'close', { finding: '情况属实,已整改。' })
    return true
  }
}

/** Who acts for an office: its officer, under `… clerk` its window, under `… head` who supervises. */
function staffOf(places: readonly SeedPlace[]): Map<string, Acting> {
  const found = new Map<string, Acting>()
  for (const one of demoWorkers(places)) {
    const org = officeId(one.office)
    const acting: Acting = {
      kind: 'staff',
      person: one.person,
      role: one.role,
      org,
      places: one.places,
      appointment: castId(`${one.login} ${one.role}`),
    }
    if (['street_admin', 'dept_head', 'county_office', 'city_office'].includes(one.role)) {
      if (one.role === 'city_office' && found.has(`${org} head`)) found.set('second city-office', acting)
      else found.set(`${org} head`, acting)
    }
    if (one.role === 'window_clerk') found.set(`${org} clerk`, acting)
    else if (!found.has(org) && one.role !== 'dept_head') found.set(org, acting)
  }
  return found
}
