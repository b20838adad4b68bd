/** Forms that offices sent in the demonstration (填表演示): some answered on screen, with the time it took, some still to answer. Made by the engine. */
import { sendForm } from '../../../capabilities/burden/actions.ts'
import { answerSheet, openSheet } from '../../../capabilities/burden/sheets.ts'
import { capabilities } from '../../../capabilities/registry.ts'
import { officeId } from '../../../capabilities/organisations/seed/offices.ts'
import { sendFunds } from '../../../capabilities/work-admission/actions.ts'
import type { Acting } from '#kernel/authority'
import { moveCase } from '#kernel/case/actions.ts'
import { addDays, plainDate } from '#kernel/calendar'
import { contextFor } from '#kernel/context'
import { fen } from '#kernel/money'
import { sql, SYSTEM_SCOPE } from '#platform/db'
import { z } from 'zod'
import { HOME } from './cast.ts'
import { at, made, type Means, staff } from './relief.ts'
import { castId, demoWorkers, workingCommunities } from './seed.ts'

const ITEM = 'L4-001'
const REGISTERS = capabilities.flatMap((one) => one.registers ?? [])
/** Seconds for one row, as they were measured: mostly short, now and then a long one. */
const TOOK = [34, 41, 29, 55, 38, 47, 120, 33, 44] as const

type Sent = {
  readonly title: string
  readonly asked: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly before: number
  /** Of the communities it goes to, so many have answered. */
  readonly to: number
  readonly answered: number
}
const FORMS: readonly Sent[] = [
  {
    title: '困难家庭冬季取暖情况表',
    asked: ['取暖方式', '取暖费缺口（元）', '需要的帮助'],
    rows: [
      ['集中供热', '0', ''],
      ['自烧煤', '600', '洁净煤'],
      ['电取暖', '350', '电费补贴'],
    ],
    before: 45,
    to: 9,
    answered: 9,
  },
  {
    title: '临时救助需求摸底表',
    asked: ['近三个月突发困难', '希望得到的救助'],
    rows: [['住院自付较多', '临时救助金']],
    before: 6,
    to: 4,
    answered: 3,
  },
]

export async function liveForms(means: Means): Promise<void> {
  const { places, today } = means
  const communities = workingCommunities(places)
    .map((one) => one.code)
    .filter((code) => code.startsWith(HOME.slice(0, 6)))
  const others = communities.filter((code) => code !== HOME)
  const funds = made(
    await sendFunds(at(means, staff(means, 'fanlin'), addDays(today, -50)), {
      item: ITEM,
      places: others,
      amount: fen(300_000),
      from: plainDate(`${addDays(today, -50).slice(0, 4)}-01-01`),
      to: plainDate(`${today.slice(0, 4)}-12-31`),
      agreement: `阳民协〔${today.slice(0, 4)}〕2号`,
      transferredOn: addDays(today, -51),
    }),
  )
  for (const { county, id, place } of funds.sent) {
    const context = at(means, workerOf(means, place), addDays(today, -48))
    made(await moveCase(context, { county, id, move: 'confirm', values: {}, files: [] }))
  }
  for (const form of FORMS) await sendAndAnswer(means, form, [...others.slice(0, form.to - 1), HOME])
}

/** Whoever works in a community, with the hat of its worker. */
function workerOf({ places }: Means, place: string): Acting {
  const worker = demoWorkers(places).find((one) => one.role === 'community_worker' && one.places === place)
  if (!worker) throw new Error(`nobody works in ${place}`)
  const { person, login, role, office } = worker
  const appointment = castId(`${login} ${role}`)
  return { kind: 'staff', person, role, org: officeId(office), places: place, appointment }
}

/** The last communities have not answered yet; of the rows each answers one to three. */
async function sendAndAnswer(means: Means, form: Sent, communities: readonly string[]): Promise<void> {
  const { today, services } = means
  const day = addDays(today, -form.before)
  const { id } = made(
    await sendForm(at(means, staff(means, 'fanlin'), day), REGISTERS, {
      title: form.title,
      headers: form.asked,
      supplied: ['所属社区', '姓名', '家庭住址'].slice(0, form.asked.length - 1),
      places: communities,
      item: ITEM,
      photos: 0,
      due: addDays(day, 20),
    }),
  )
  const tasks = await services.database.as(SYSTEM_SCOPE, (db) =>
    db.many(
      z.object({ county: z.string(), id: z.string(), place: z.string() }),
      sql`select county, task as id, place from burden.sheet where form = ${id}`,
    ),
  )
  for (const [n, place] of communities.slice(0, form.answered).entries()) {
    const task = tasks.find((one) => one.place === place)
    if (!task) throw new Error(`no form came to ${place}`)
    const acting = workerOf(means, place)
    const opened = Date.parse(`${addDays(day, 1 + (n % 4))}T02:00:00Z`)
    const on = addDays(day, 1 + (n % 4))
    const rows = form.rows.slice(0, 1 + (n % form.rows.length))
    const seconds = (TOOK[n % TOOK.length] ?? 40) * rows.length
    made(await openSheet(contextFor(services, acting, on, opened), REGISTERS, task))
    const answering = contextFor(services, acting, on, opened + (seconds + 20) * 1000)
    made(await answerSheet(answering, task, { rows, seconds, files: [] }))
  }
}
