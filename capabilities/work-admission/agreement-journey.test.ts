import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'

type Case = { county: string; id: string }
const post = async (login: string, url: string, body: object) =>
  city.send('POST', url, { as: await city.be(login), body })
const move = (login: string, one: Case, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const record = (login: string, change: object = {}, place = HOME) =>
  post(login, '/api/openings/service-agreement', {
    place,
    values: {
      number: '购〔2026〕1号',
      office: '市卫生健康委',
      item: '健康素养问卷',
      from: '2026-03-01',
      to: '2026-12-31',
      money: 600_000,
      ...change,
    },
    files: [],
  })
/** What the office demanded outside the lists, kept by the community under a contract or none. */
const keep = async (contract: string, login = 'liuyang', office = '市卫生健康委', place = HOME) => {
  const made = await post(login, '/api/outside-demands', {
    demand: {
      kind: 'task',
      category: 'health',
      role: 'assisting',
      title: '发放问卷',
      body: '',
      meetings: 0,
      emergency: null,
    },
    item: '',
    place,
    office,
    on: '2026-03-01',
    way: 'paper',
    files: [],
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return move(login, made.body as Case, 'keep', contract ? { contract } : {})
}
const bought = async (): Promise<{ n: number; d: number }> => {
  const { rows } = await city.owner.query<{ n: string; d: string }>(
    `select count(*) filter (where data ? 'agreement') as n, count(*) as d from kernel.case where procedure = 'community-task' and step = 'kept'`,
  )
  return { n: Number(rows[0]?.n), d: Number(rows[0]?.d) }
}

test('recorded by the community, confirmed by the buyer, cited by number; nothing else counts as bought', async () => {
  expect((await record('fanlin')).status).toBe(403)
  expect((await record('liuyang', {}, NEXT)).status).toBe(403)
  expect((await record('liuyang', { office: '某某局' })).body).toMatchObject({ code: 'office-not-known' })
  expect((await record('liuyang', { to: '2026-02-28' })).body).toMatchObject({ code: 'item-period-wrong' })
  expect((await record('liuyang', { to: '2029-03-01' })).body).toMatchObject({
    code: 'agreement-too-long',
    facts: { months: 36 },
    basis: 'MOF-102 art 24',
  })
  const made = await record('liuyang')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case

  expect((await keep('购〔2026〕9号')).body).toMatchObject({ code: 'no-such-agreement' })
  expect((await keep('购〔2026〕1号')).body).toMatchObject({ code: 'agreement-not-in-force' })
  for (const login of ['liuyang', 'fanlin', 'ducheng'])
    expect((await move(login, one, 'confirm')).status, login).toBeGreaterThanOrEqual(403)
  expect((await move('gaofei', one, 'confirm')).body).toMatchObject({ step: 'in-force' })

  expect((await keep('购〔2026〕1号', 'liuyang', '市民政局')).body).toMatchObject({ code: 'agreement-of-others' })
  expect((await keep('购〔2026〕1号', 'fengyan', '市卫生健康委', NEXT)).body).toMatchObject({
    code: 'agreement-of-others',
  })
  expect((await keep('购〔2026〕1号')).body).toMatchObject({ step: 'kept' })
  expect((await keep('')).body).toMatchObject({ step: 'kept' })
  expect(await bought()).toEqual({ n: 1, d: 2 })

  // The number stands once among those in force, whoever else has it.
  const twin = (await record('fengyan', {}, NEXT)).body as Case
  expect((await move('gaofei', twin, 'confirm')).body).toMatchObject({ code: 'agreement-number-taken' })
  expect((await move('sunli', one, 'terminate', { account: '任务提前完成' })).body).toMatchObject({ step: 'ended' })
  expect((await keep('购〔2026〕1号')).body).toMatchObject({ code: 'agreement-not-in-force' })
  expect((await move('gaofei', twin, 'confirm')).body).toMatchObject({ step: 'in-force' })
})

test('a street buys from its own communities; an agreement that is over is cited no more', async () => {
  const { rows } = await city.owner.query<{ name: string }>(
    `select name from kernel.organisation where code = 'street-140302001'`,
  )
  const made = await record('liuyang', { number: '站购2号', office: rows[0]?.name, to: '2026-03-03' })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  expect((await move('wujun', made.body as Case, 'confirm')).body).toMatchObject({ step: 'in-force' })
  const declined = (await record('liuyang', { number: '站购3号', office: rows[0]?.name })).body as Case
  expect((await move('wujun', declined, 'decline', { account: '没有这份合同' })).body).toMatchObject({
    step: 'declined',
  })
  expect((await keep('站购3号', 'liuyang', rows[0]?.name)).body).toMatchObject({ code: 'agreement-not-in-force' })
  await city.server.moveDay(1)
  expect((await keep('站购2号', 'liuyang', rows[0]?.name)).body).toMatchObject({ step: 'kept' })
  await city.server.moveDay(1)
  expect((await keep('站购2号', 'liuyang', rows[0]?.name)).body).toMatchObject({ code: 'agreement-not-in-force' })
})
