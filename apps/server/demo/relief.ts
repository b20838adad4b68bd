/** What relief looks like in the demonstration (减负演示): certificates asked and issued, a demand exposed, meetings and ledgers, one plan. Made by the engine. */
import { reportDemand, requestCertificate } from '../../../capabilities/certificates/actions.ts'
import { calledMeetingRegister } from '../../../capabilities/burden/called-meeting.register.ts'
import { demandedLedgerRegister } from '../../../capabilities/burden/demanded-ledger.register.ts'
import { DEMAND_COPY } from '../../../capabilities/certificates/terms.ts'
import { advance, draftList, putItem } from '../../../capabilities/duty-lists/actions.ts'
import { openPlan, proposeIndicator } from '../../../capabilities/evaluation/actions.ts'
import { officeId } from '../../../capabilities/organisations/seed/offices.ts'
import type { Acting } from '#kernel/authority'
import { addDays, type PlainDate } from '#kernel/calendar'
import { moveCase } from '#kernel/case/actions.ts'
import { keepUpload } from '#kernel/case/files.ts'
import { type Context, contextFor, type Services } from '#kernel/context'
import type { Outcome } from '#kernel/outcome'
import type { CheckedRow } from '#kernel/register/definition.ts'
import { HOME } from './cast.ts'
import type { SeedPlace } from '../city.ts'
import { castId, demoWorkers, workingCommunities } from './seed.ts'

const BANK = '演示银行股份有限公司城区支行'
type Opened = { readonly county: string; readonly id: string }
export type Means = { readonly services: Services; readonly places: readonly SeedPlace[]; readonly today: PlainDate }

export async function liveRelief(means: Means): Promise<void> {
  await certificates(means)
  await demandsAtDesk(means)
  await fewerCertificates(means)
  await meetingsAndLedgers(means)
  await plan(means)
}

export const at = ({ services }: Means, acting: Acting, day: PlainDate): Context =>
  contextFor(services, acting, day, Date.parse(`${day}T02:00:00Z`))
export const resident = (login: string): Acting => ({ kind: 'resident', person: castId(login), rung: 2 })

export function staff({ places }: Means, login: string): Acting {
  const one = demoWorkers(places).find((worker) => worker.login === login)
  if (!one) throw new Error(`nobody of the cast is called ${login}`)
  const { person, role, office } = one
  return {
    kind: 'staff',
    person,
    role,
    org: officeId(office),
    places: one.places,
    appointment: castId(`${login} ${role}`),
  }
}

export function made<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`the demonstration was refused: ${outcome.code}`)
  return outcome.value
}

export async function move(
  means: Means,
  login: string,
  day: PlainDate,
  one: Opened,
  name: string,
  values = {},
): Promise<void> {
  const context = at(means, staff(means, login), day)
  made(await moveCase(context, { county: one.county, id: one.id, move: name, values, files: [] }))
}

async function certificates(means: Means): Promise<void> {
  const { today } = means
  const ask = async (login: string, day: PlainDate, kind: string, demander: string, purpose: string) =>
    made(
      await requestCertificate(at(means, resident(login), day), {
        place: HOME,
        form: 'urban',
        kind,
        demander,
        purpose,
        channel: 'phone',
        applicant: castId(login),
      }),
    )
  await ask('zhangmin', addDays(today, -40), 'marital-status', '演示银行', '办理贷款')
  await ask('lijianguo', addDays(today, -21), 'kinship', '演示小学', '孙子入学')
  const day = addDays(today, -12)
  const alive = await ask('lijianguo', day, 'alive', '演示银行', '领取年金')
  const issued = await ask('zhangmin', addDays(today, -9), 'residence', '演示幼儿园', '子女入园')
  await move(means, 'liuyang', addDays(today, -8), issued, 'prepare', {
    since: '2016年9月',
    'since-how': 'register',
    dwelling: '自有住房',
    'dwelling-how': 'visited',
  })
  await move(means, 'sunli', addDays(today, -8), issued, 'sign')
  await move(means, 'chenjing', addDays(today, -7), issued, 'seal')
  await ask('wangxiulan', today, 'residence', '演示养老院', '登记入住')
  const demand = made(
    await reportDemand(at(means, resident('lijianguo'), day), {
      place: HOME,
      kind: 'alive',
      demander: '演示银行',
      account: '到柜台领年金,要求社区证明本人健在',
      referral: alive.number,
    }),
  )
  await move(means, 'ducheng', addDays(day, 2), demand, 'verify', {
    organisation: BANK,
    superior: '演示银行股份有限公司',
  })
  await move(means, 'ducheng', addDays(day, 2), demand, 'sendToSuperior')
  await move(means, 'ducheng', addDays(day, 5), demand, 'draftExposure', {
    text: `${BANK}要求居民提供由社区出具的“健在证明”方可领取年金。该事项不属于社区出具证明的范围,已函告其上级限期整改。`,
  })
  await move(means, 'hanmei', addDays(day, 6), demand, 'publishExposure')
}

/** Two told at the desk: one long ago, put right in time; one of yesterday, with its copy, still to be verified. */
async function demandsAtDesk(means: Means): Promise<void> {
  const { today } = means
  const tell = async (day: PlainDate, kind: string, demander: string, account: string, files: readonly string[] = []) =>
    made(await reportDemand(at(means, staff(means, 'liuyang'), day), { place: HOME, kind, demander, account, files }))
  const day = addDays(today, -40)
  const old = await tell(day, 'property', '演示物业服务有限公司', '租车位须交社区出具的车辆证明')
  await move(means, 'ducheng', addDays(day, 2), old, 'verify', {
    organisation: '演示物业服务有限公司',
    superior: '演示市物业管理协会',
  })
  await move(means, 'ducheng', addDays(day, 3), old, 'sendToSuperior')
  await move(means, 'ducheng', addDays(day, 12), old, 'recordResult', {
    rectified: true,
    account: '已取消该要求,改为查看行驶证',
  })
  const yesterday = addDays(today, -1)
  const copy = made(
    await keepUpload(at(means, staff(means, 'liuyang'), yesterday), {
      county: HOME.slice(0, 6),
      material: DEMAND_COPY,
      name: '培训学校报名须知.png',
      bytes: Buffer.from(PICTURE, 'base64'),
    }),
  )
  await tell(yesterday, 'kinship', '演示培训学校', '报名须知要求提交社区出具的亲子关系证明', [copy.id])
}

/** A white page. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg=='

/** The list of certificates falls: one that its own platform issues now is retained no more. */
async function fewerCertificates(means: Means): Promise<void> {
  const day = addDays(means.today, -6)
  const as = (login: string) => at(means, staff(means, login), day)
  const { county, id } = made(await draftList(as('hanmei'), 'L7', '志愿服务证明改由志愿服务信息系统出具'))
  made(await putItem(as('hanmei'), { county, id, item: 'L7-006' }, null, false))
  made(await advance(as('hanmei'), { county, id }, 'consulting', undefined))
  made(await advance(as('jiangbo'), { county, id }, 'approved', '演社建〔2026〕2号'))
  made(await advance(as('jiangbo'), { county, id }, 'in_force', undefined))
}

const MEETINGS = [
  ['市民政局', 90, 1],
  ['市住建局', 60, 1],
  ['市卫生健康委', 120, 2],
  ['市民政局', 60, 1],
] as const
const LEDGERS = [
  ['高龄老人花名册', '市卫生健康委', 'monthly', 12, 11, 0],
  ['垃圾分类日报', '市住建局', 'daily', 6, 1, 2],
  ['低保家庭走访表', '市民政局', 'quarterly', 18, 9, 1],
] as const

async function meetingsAndLedgers({ services, places, today }: Means): Promise<void> {
  const context = contextFor(services, { kind: 'clock' }, today, Date.parse(`${today}T02:00:00Z`))
  const base = context.world.value<number>('burden.base-year', today, '140300000000').value
  const communities = workingCommunities(places).map((one) => one.code)
  const meetings = communities.flatMap((place, n): CheckedRow[] => [
    ...MEETINGS.filter((_, i) => (n + i) % 2 === 0).map(([office, minutes, people], i) => {
      const day = addDays(today, -3 * i - (n % 3))
      return { place, office, minutes, people, on: day }
    }),
    // The base year: twice a month, as it was.
    ...Array.from({ length: 12 }, (_, i) => ({
      place,
      office: MEETINGS[i % MEETINGS.length]?.[0] ?? '',
      minutes: 90,
      people: 2,
      on: `${base}-${String(i + 1).padStart(2, '0')}-05`,
    })),
  ])
  const ledgers = communities.flatMap((place): CheckedRow[] => [
    ...LEDGERS.map(([name, office, frequency, fields, held, photos]) => ({
      place,
      name,
      office,
      frequency,
      fields,
      held,
      photos,
      from: `${base}-01-01`,
    })),
    {
      place,
      name: '活动照片月报',
      office: '市文化和旅游局',
      frequency: 'monthly',
      fields: 4,
      held: 0,
      photos: 10,
      from: `${base}-01-01`,
      until: `${base}-12-31`,
    },
  ])
  await context.asSystem(async (db) => {
    await calledMeetingRegister.write(context, db, HOME, meetings, async () => {})
    await demandedLedgerRegister.write(context, db, HOME, ledgers, async () => {})
  })
}

async function plan(means: Means): Promise<void> {
  const { today } = means
  const year = Number(today.slice(0, 4))
  const known = { isIndicator: (id: string) => /^I-\d{2}$/.test(id), isLevel: () => true }
  const day = addDays(today, -30)
  made(
    await openPlan(at(means, staff(means, 'ducheng'), day), known, {
      year,
      proposals: [],
      indicators: [
        { name: '居(村)务公开按期率', weight: 30, evidence: { kind: 'indicator', name: 'I-12' } },
        { name: '协商事项办结反馈率', weight: 30, evidence: { kind: 'indicator', name: 'I-24' } },
        { name: '一窗受理办件', weight: 40, evidence: { kind: 'procedure', name: 'service-case' } },
      ],
    }),
  )
  made(
    await proposeIndicator(at(means, staff(means, 'fanlin'), day), known, {
      year: year + 1,
      place: '140302000000',
      name: '高龄津贴办结率',
      weight: 20,
      evidence: { kind: 'procedure', name: 'service-case' },
    }),
  )
}
