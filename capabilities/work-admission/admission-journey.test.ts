import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
const THIRD = '140302001003'

type Case = { county: string; id: string; number: string }
const APPLICATION = {
  county: '140302',
  list: 'L4',
  name: '居家适老化改造对象摸底',
  category: 'civil-affairs',
  basis: ['《城市居民委员会组织法》第二十条'],
  duty: '协助上门了解需求',
  covers: ['task'],
  from: '2026-01-01',
  to: '2026-12-31',
  frequency: '一次',
  minutes: 180,
  money: 150_000,
  source: '县级福彩公益金',
  conditions: '提供调查表和培训',
  forms: ['需求调查表'],
  object: '特殊困难老年人家庭',
  training: '集中培训一次',
  systems: '无',
  contact: '养老服务科',
}
const post = async (login: string, url: string, body: object) =>
  city.send('POST', url, { as: await city.be(login), body })
const move = (login: string, one: Case, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const apply = async (change: object = {}, login = 'fanlin') =>
  post(login, '/api/admissions', { ...APPLICATION, ...change })
/** The part of an admission that an office holds. */
async function partOf(one: Case, office: string): Promise<Case> {
  const { rows } = await city.owner.query<Case>(
    `select c.county, c.id, c.number from kernel.case c join kernel.organisation o on o.id = c.holder where c.parent = $1 and o.code = $2`,
    [one.id, office],
  )
  if (!rows[0]) throw new Error(`${office} has a part`)
  return rows[0]
}
const codes = async (place: string): Promise<string[]> => {
  const { rows } = await city.owner.query<{ code: string }>(
    `select i.code from duty_lists.version v join duty_lists.item i on i.version = v.id where v.state = 'in_force' and v.list = 'L4' and v.place = $1`,
    [place],
  )
  return rows.map((row) => row.code)
}
const task = (item: string, login = 'fanlin') =>
  post(login, '/api/community-tasks', {
    demand: {
      kind: 'task',
      category: 'civil-affairs',
      role: 'assisting',
      title: '摸底',
      body: '',
      meetings: 0,
      emergency: null,
    },
    item,
    places: [HOME],
    due: null,
  })

test.each([
  ['no basis', { basis: [] }, 'no-basis-no-entry'],
  ['no basis that can be looked up', { basis: ['领导批示'] }, 'not-a-basis'],
  ['practice is no basis', { basis: ['practice'] }, 'not-a-basis'],
  ['F3: assistance without money', { money: 0 }, 'assistance-without-funds'],
  ['F2: the community made to answer for it', { list: 'L3', category: 'urban-management' }, 'forbidden-responsibility'],
  ['what is in the list already, spelt otherwise', { name: '临时救助对象 发现·报告' }, 'listed-already'],
  ['days the wrong way round', { to: '2025-12-31' }, 'item-period-wrong'],
])('refused at the door: %s', async (_because, change, code) => {
  expect((await apply(change)).body).toMatchObject({ code })
})

test('communities do not apply, and departments admit nothing', async () => {
  expect((await apply({}, 'sunli')).status).toBe(403)
  const one = (await apply()).body as Case
  expect((await move('fanlin', one, 'passForm', { communities: HOME })).status).toBe(403)
  expect((await move('zhengfang', one, 'passForm', { communities: HOME })).status).toBeGreaterThanOrEqual(403)
  expect((await move('fanlin', one, 'withdraw')).body).toMatchObject({ step: 'withdrawn' })
})

test('the full path: checked, heard, lawful, paid for, voted, published, in the list; then money, then the task', async () => {
  const made = await apply()
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  const page = async (login: string) =>
    city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })
  expect((await page('ducheng')).body).toMatchObject({ summary: { dueOn: '2026-03-05' } })
  expect((await page('sunli')).status).toBe(404)

  expect((await move('ducheng', one, 'passForm', { communities: `${HOME}\n${NEXT}` })).body).toMatchObject({
    code: 'hearing-too-small',
  })
  expect((await move('ducheng', one, 'passForm', { communities: `${HOME}\n没有的社区` })).body).toMatchObject({
    code: 'communities-not-found',
  })
  expect((await move('ducheng', one, 'passForm', { communities: `${HOME}\n${NEXT}\n${THIRD}` })).body).toMatchObject({
    step: 'hearing',
  })
  expect((await page('sunli')).body).toMatchObject({ summary: { dueOn: '2026-03-16' } })

  const opinion = async (login: string, office: string, agrees = true) =>
    move(login, await partOf(one, office), 'giveOpinion', { agrees, said: '意见' })
  expect((await opinion('sunli', `committee-${HOME}`)).status).toBe(200)
  expect((await opinion('fengyan', `committee-${NEXT}`, false)).status).toBe(200)
  expect((await opinion('sunli', `committee-${THIRD}`)).status).toBeGreaterThanOrEqual(403)
  expect((await move('ducheng', one, 'closeHearing')).body).toMatchObject({
    code: 'hearing-too-small',
    facts: { named: 2, least: 3 },
  })
  expect((await opinion('chenglei', `committee-${THIRD}`)).status).toBe(200)
  expect((await move('ducheng', one, 'closeHearing')).body).toMatchObject({ code: 'streets-not-heard' })
  expect((await opinion('wujun', 'street-140302001')).status).toBe(200)
  expect((await move('ducheng', one, 'closeHearing')).body).toMatchObject({ step: 'checking' })

  expect((await move('ducheng', one, 'closeChecks')).body).toMatchObject({ code: 'check-not-answered' })
  const finding = async (login: string, office: string, agrees: boolean) =>
    move(login, await partOf(one, office), 'giveFinding', { agrees, said: '结论' })
  expect((await finding('fanlin', 'justice', true)).status).toBeGreaterThanOrEqual(403)
  expect((await finding('fuyan', 'justice', true)).status).toBe(200)
  expect((await finding('hemin', 'finance', true)).status).toBe(200)
  expect((await move('ducheng', one, 'closeChecks')).body).toMatchObject({ step: 'deciding' })

  const votes = { members: 9, for: 4, against: 0, abstained: 0, minutes: '区社建纪〔2026〕1号' }
  expect((await move('ducheng', one, 'decide', votes)).body).toMatchObject({ code: 'leading-group-no-quorum' })
  expect((await move('ducheng', one, 'decide', { ...votes, for: 9, against: 1 })).body).toMatchObject({
    code: 'more-votes-than-members',
  })
  expect((await move('ducheng', one, 'decide', { ...votes, for: 5, abstained: 2 })).body).toMatchObject({
    step: 'publicity',
  })
  expect((await city.send('GET', '/api/published-admissions?county=140302')).body).toMatchObject([
    { title: APPLICATION.name, until: '2026-03-09' },
  ])
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({ code: 'publicity-not-over' })
  await city.server.moveDay(7)
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({ code: 'publicity-not-over' })
  await city.server.moveDay(1)
  const before = (await codes('140302')).length
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({ step: 'listed' })
  const now = await codes('140302')
  expect(now.length).toBe(before + 1)
  const code = `L4-${one.number.slice(5).replaceAll('-', '')}`
  expect(now).toContain(code)

  expect((await task(code)).body).toMatchObject({ code: 'funds-not-transferred' })
  const money = {
    item: code,
    places: [HOME],
    from: '2026-03-01',
    to: '2026-12-31',
    agreement: '协议',
    transferredOn: '2026-03-10',
  }
  expect((await post('fanlin', '/api/funds-transfers', { ...money, amount: 149_999 })).body).toMatchObject({
    code: 'funds-below-standard',
  })
  expect((await post('gaofei', '/api/funds-transfers', { ...money, amount: 150_000 })).body).toMatchObject({
    code: 'item-of-another-office',
  })
  const sent = (await post('fanlin', '/api/funds-transfers', { ...money, amount: 150_000 })).body as { sent: Case[] }
  expect((await task(code)).body).toMatchObject({ code: 'funds-not-transferred' })
  expect((await move('sunli', sent.sent[0] as Case, 'confirm')).status).toBe(200)
  expect((await task(code)).status).toBe(200)
})

test('a check that fails, and a vote that fails, end it; nothing is in the list', async () => {
  const one = (await apply({ name: '另一事项' })).body as Case
  await move('ducheng', one, 'passForm', { communities: `${HOME},${NEXT},${THIRD}` })
  for (const [login, office] of [
    ['sunli', `committee-${HOME}`],
    ['fengyan', `committee-${NEXT}`],
    ['chenglei', `committee-${THIRD}`],
    ['wujun', 'street-140302001'],
  ] as const)
    await move(login, await partOf(one, office), 'giveOpinion', { agrees: true, said: '同意' })
  await move('ducheng', one, 'closeHearing')
  await move('fuyan', await partOf(one, 'justice'), 'giveFinding', { agrees: true, said: '合法' })
  await move('hemin', await partOf(one, 'finance'), 'giveFinding', { agrees: false, said: '没有预算' })
  expect((await move('ducheng', one, 'closeChecks')).body).toMatchObject({
    code: 'funds-not-confirmed',
    facts: { clause: 'F3' },
  })
  expect((await move('ducheng', one, 'rejectUnchecked', { reason: '经费未落实' })).body).toMatchObject({
    step: 'rejected',
  })
  expect(JSON.stringify(await codes('140302'))).not.toContain(one.number.slice(5).replaceAll('-', ''))
})

test('what cannot wait: the street admits it for three months in its own communities, and never twice', async () => {
  const ask = async (change: object = {}) =>
    post('fanlin', '/api/temporary-admissions', {
      ...APPLICATION,
      name: '寒潮期间独居老人探访',
      street: '140302001000',
      reason: '寒潮预警',
      from: '2026-03-10',
      to: '2026-06-09',
      ...change,
    })
  expect((await ask({ to: '2026-06-10' })).body).toMatchObject({ code: 'temporary-too-long', facts: { months: 3 } })
  expect((await ask({ to: null })).body).toMatchObject({ code: 'temporary-too-long' })
  const made = await ask()
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect((await move('wujun', one, 'admit', { funds: true, said: '同意' })).status).toBe(403)
  expect((await move('zhengfang', one, 'admit', { funds: false, said: '同意' })).body).toMatchObject({
    code: 'assistance-without-funds',
  })
  expect((await move('zhengfang', one, 'admit', { funds: true, said: '同意' })).body).toMatchObject({
    step: 'admitted',
  })
  const [code] = await codes('140302001')
  expect(code).toMatch(/^L4-T/)
  const elsewhere = await post('fanlin', '/api/community-tasks/check', {
    demand: {
      kind: 'task',
      category: 'civil-affairs',
      role: 'assisting',
      title: '探访',
      body: '',
      meetings: 0,
      emergency: null,
    },
    item: code,
    places: [HOME, '140302002001'],
  })
  expect(elsewhere.body).toMatchObject({
    refused: [
      { refusal: { code: 'funds-not-transferred' }, places: [{ code: HOME }] },
      { refusal: { code: 'no-admitted-item' }, places: [{ code: '140302002001' }] },
    ],
  })
  expect((await ask({ name: '换个名字再来', from: '2026-06-10', to: '2026-08-09' })).body).toMatchObject({
    code: 'temporary-not-again',
  })
})

test('every December what lost its basis or object is retired, and can be asked no more', async () => {
  expect((await post('ducheng', '/api/list-reviews', {})).body).toMatchObject({ code: 'review-in-december' })
  await city.server.moveDay(270)
  const made = await post('ducheng', '/api/list-reviews', {})
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect((await post('majun', '/api/list-reviews', {})).body).toMatchObject({ code: 'review-begun-already' })
  expect(await codes('140302')).toContain('L4-006')
  const retire = { item: 'L4-006', cause: 'basis-repealed', account: '依据已废止' }
  expect((await move('ducheng', one, 'retire', retire)).status).toBe(200)
  expect(await codes('140302')).not.toContain('L4-006')
  expect((await move('ducheng', one, 'retire', retire)).body).toMatchObject({ code: 'form-has-errors' })
  expect((await task('L4-006', 'gaofei')).body).toMatchObject({ code: 'no-admitted-item' })
  expect((await move('ducheng', one, 'finish')).body).toMatchObject({ step: 'finished' })
})
