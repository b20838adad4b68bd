import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HEARD = ['140302001001', '140302001002', '140302001003']

type Case = { county: string; id: string; number: string }
type Published = {
  id: string
  objections: { by: { zh: string }; answer: { upheld: boolean; summary: string; said: string } | null }[]
  closed: { code: string } | null
}
const post = async (login: string, url: string, body: object, key?: string) =>
  city.send('POST', url, { as: login && (await city.be(login)), body, ...(key ? { key } : {}) })
const move = (login: string, one: Case, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const object = (login: string, one: Case, reason = '入户摸底已由民政每年做一次', key?: string) =>
  post(login, `/api/published-admissions/${one.county}/${one.id}/objections`, { reason }, key)
const published = async (login: string): Promise<Published[]> =>
  (await city.send('GET', '/api/published-admissions?county=140302', login ? { as: await city.be(login) } : {}))
    .body as Published[]
const of = async (one: Case, login = ''): Promise<Published | undefined> =>
  (await published(login)).find(({ id }) => id === one.id)
const inbox = async (login: string) =>
  JSON.stringify((await city.send('GET', '/api/inbox?view=office', { as: await city.be(login) })).body)

async function applied(name: string): Promise<Case> {
  const made = await post('fanlin', '/api/admissions', {
    county: '140302',
    list: 'L4',
    name,
    category: 'civil-affairs',
    basis: ['《城市居民委员会组织法》第二十条'],
    duty: '协助上门了解需求',
    covers: ['task'],
    from: '2026-01-01',
    to: null,
    frequency: '一次',
    minutes: 60,
    money: 150_000,
    source: '县级预算',
    conditions: '',
    forms: [],
    object: '老年人家庭',
    training: '',
    systems: '',
    contact: '养老服务科',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return made.body as Case
}
async function publish(one: Case): Promise<void> {
  await move('ducheng', one, 'passForm', { communities: HEARD.join('\n') })
  const part = async (login: string, office: string, name: string) => {
    const { rows } = await city.owner.query<Case>(
      `select c.county, c.id, c.number from kernel.case c join kernel.organisation o on o.id = c.holder where c.parent = $1 and o.code = $2`,
      [one.id, office],
    )
    expect((await move(login, rows[0] as Case, name, { agrees: true, said: '同意' })).status, office).toBe(200)
  }
  for (const [login, office] of [
    ['sunli', `committee-${HEARD[0]}`],
    ['fengyan', `committee-${HEARD[1]}`],
    ['chenglei', `committee-${HEARD[2]}`],
    ['wujun', 'street-140302001'],
  ] as const)
    await part(login, office, 'giveOpinion')
  await move('ducheng', one, 'closeHearing')
  await part('fuyan', 'justice', 'giveFinding')
  await part('hemin', 'finance', 'giveFinding')
  await move('ducheng', one, 'closeChecks')
  const votes = { members: 9, for: 9, against: 0, abstained: 0, minutes: '区社建纪〔2026〕1号' }
  expect((await move('ducheng', one, 'decide', votes)).body).toMatchObject({ step: 'publicity' })
}

test('objected to by a resident, a community and a department; each answered before it is entered; nobody named', async () => {
  const one = await applied('适老化需求摸底')
  expect((await object('lijianguo', one)).body).toMatchObject({ code: 'admission-not-published' })
  await publish(one)

  expect((await object('', one)).status).toBe(401)
  expect((await of(one))?.closed).toMatchObject({ code: 'sign-in-first' })
  expect((await of(one, 'lijianguo'))?.closed).toBeNull()
  expect((await object('lijianguo', one, '不')).status).toBe(400)
  const made = await object('lijianguo', one, '李建国认为重复', 'one-key-of-a-phone')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const mine = made.body as Case
  expect((await object('lijianguo', one, '李建国认为重复', 'one-key-of-a-phone')).body).toMatchObject({ id: mine.id })
  expect((await object('lijianguo', one, '再说一次重复')).body).toMatchObject({ code: 'objected-already' })
  expect((await of(one, 'lijianguo'))?.closed).toMatchObject({ code: 'objected-already' })
  const both = await Promise.all([1, 2].map((n) => object('wangxiulan', one, `同时提出两次${n}`)))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.filter(({ status }) => status === 409)).toHaveLength(1)
  const community = (await object('sunli', one)).body as Case
  expect((await object('liuyang', one, '同一社区再提')).body).toMatchObject({ code: 'objected-already' })
  expect((await object('gaofei', one, '卫健已有底数')).status).toBe(200)
  expect((await object('fanlin', one)).body).toMatchObject({ code: 'own-application' })
  expect((await object('xuhong', one)).status).toBeGreaterThanOrEqual(403)
  for (const login of ['ducheng', 'hanmei', 'auditor']) expect((await object(login, one)).status, login).toBe(403)

  // What everybody sees: kinds, no names, not the words that were written.
  const shown = await of(one)
  expect(shown?.objections.map(({ by }) => by.zh).sort()).toEqual(['单位', '居民', '居民', '社区(村)'])
  const open = JSON.stringify([await published(''), await published('fanlin'), await published('sunli')])
  expect(open).not.toMatch(/李建国|李\*|王秀兰|重复|卫生健康/)
  // Nor does the applicant, nor another community, read an objection.
  for (const login of ['fanlin', 'fengyan', 'wangxiulan'])
    expect((await city.send('GET', `/api/cases/${mine.county}/${mine.id}`, { as: await city.be(login) })).status).toBe(
      404,
    )
  for (const login of ['fanlin', 'fengyan'])
    expect(
      JSON.stringify((await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })).body),
    ).not.toMatch(/重复|李建国/)
  const own = await city.send('GET', '/api/mine', { as: await city.be('lijianguo') })
  expect(JSON.stringify(own.body)).toContain(mine.number)

  // The county office answers each, with a clock; nothing is entered before.
  const page = await city.send('GET', `/api/cases/${mine.county}/${mine.id}`, { as: await city.be('ducheng') })
  expect(page.body).toMatchObject({ summary: { dueOn: '2026-03-09', who: '' } })
  expect(JSON.stringify(page.body)).toContain('李建国认为重复')
  expect(await inbox('ducheng')).toContain(mine.number)
  expect(
    (await move('sunli', mine, 'answer', { upheld: true, summary: '重复', said: '同意异议' })).status,
  ).toBeGreaterThanOrEqual(403)
  expect((await move('ducheng', community, 'withdraw')).status).toBe(403)
  const answer = (objection: Case, upheld = false) =>
    move('ducheng', objection, 'answer', { upheld, summary: '与年度摸底重复', said: '对象不同,不重复' })
  expect((await answer(mine)).body).toMatchObject({ step: 'dismissed' })
  expect((await object('lijianguo', one, '答复之后再提')).body).toMatchObject({ code: 'objected-already' })
  await city.server.moveDay(8)
  expect((await object('zhangmin', one)).body).toMatchObject({
    code: 'objection-too-late',
    facts: { lastDay: '2026-03-09' },
  })
  expect((await of(one, 'zhangmin'))?.closed).toMatchObject({ code: 'objection-too-late' })
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({
    code: 'objections-unanswered',
    facts: { open: 3 },
  })
  expect((await move('sunli', community, 'withdraw')).body).toMatchObject({ step: 'withdrawn' })
  const { rows } = await city.owner.query<Case>(
    `select county, id, number from kernel.case where procedure = 'admission-objection' and step = 'lodged'`,
  )
  for (const left of rows) expect((await answer(left)).status).toBe(200)
  expect((await move('ducheng', one, 'rejectAfterObjection', { reason: '不想列入' })).body).toMatchObject({
    code: 'no-objection-upheld',
  })
  expect((await of(one))?.objections[0]?.answer).toMatchObject({ upheld: false, said: '对象不同,不重复' })
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({ step: 'listed' })
  const told = await city.send('GET', '/api/me/messages', { as: await city.be('lijianguo') })
  expect(JSON.stringify(told.body)).toContain(mine.number)
})

test('one that is right keeps it out of the list; one that waits past its day is told to the city office', async () => {
  const one = await applied('另一项摸底')
  await publish(one)
  const first = (await object('lijianguo', one)).body as Case
  await city.server.moveDay(9)
  const waiting = await city.send('GET', '/api/inbox?view=waiting', { as: await city.be('hanmei') })
  expect(JSON.stringify(waiting.body)).toContain(first.number)
  expect(
    (await move('ducheng', first, 'answer', { upheld: true, summary: '没有法律依据', said: '经核,异议成立' })).body,
  ).toMatchObject({ step: 'upheld' })
  expect((await move('ducheng', one, 'enterList')).body).toMatchObject({ code: 'objection-upheld' })
  expect((await move('ducheng', one, 'rejectAfterObjection', { reason: '异议成立' })).body).toMatchObject({
    step: 'rejected',
  })
  expect((await object('zhangmin', one)).body).toMatchObject({ code: 'objection-too-late' })
})
