import { beforeAll, expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
const ASKED = ['健康码颜色', '核酸检测时间']
const STRANGER = '00000000-0000-7000-8000-000000000001'

type Key = { county: string; id: string }
const post = async (login: string, path: string, body: object = {}, key?: string) =>
  city.send('POST', path, { as: await city.be(login), body, ...(key ? { key } : {}) })
const get = async (login: string, path: string) => city.send('GET', path, { as: await city.be(login) })
let sentNumber = 0
const send = async (body: object = {}, key?: string) =>
  post(
    'fanlin',
    '/api/burden/forms',
    {
      title: `排查登记表${++sentNumber}`,
      headers: ASKED,
      supplied: ['所属社区'],
      places: [HOME],
      item: 'L4-001',
      due: '2026-03-20',
      ...body,
    },
    key,
  )
/** The task that a form came with, as it stands in the community's inbox. */
const taskOf = async (form: string, place = HOME): Promise<Key> => {
  const { rows } = await city.owner.query<Key>(
    'select county, task as id from burden.sheet where form = $1 and place = $2',
    [form, place],
  )
  if (!rows[0]) throw new Error('no sheet')
  return rows[0]
}
const sent = async (body: object = {}): Promise<{ form: string; task: Key }> => {
  const made = await send(body)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const form = (made.body as { id: string }).id
  return { form, task: await taskOf(form) }
}
const open = async (login: string, { county, id }: Key) => post(login, `/api/burden/tasks/${county}/${id}/form/open`)
const answer = async (login: string, { county, id }: Key, body: object = {}, key?: string) =>
  post(
    login,
    `/api/burden/tasks/${county}/${id}/form/answer`,
    { rows: [['绿码', '2026-03-01']], seconds: 30, ...body },
    key,
  )
/** The server's clock stands still in a test: so it was opened earlier. */
const openedBefore = (seconds: number, { id }: Key) =>
  city.owner.query(`update burden.sheet set opened_at = opened_at - make_interval(secs => $1) where task = $2`, [
    seconds,
    id,
  ])
const measured = async ({ id }: Key) =>
  (await city.owner.query('select seconds, filled, photos, opened_at from burden.sheet where task = $1', [id])).rows[0]

beforeAll(async () => {
  for (const [place, chair] of [
    [HOME, 'sunli'],
    [NEXT, 'fengyan'],
  ] as const) {
    const made = await post('fanlin', '/api/funds-transfers', {
      item: 'L4-001',
      places: [place],
      amount: 300_000,
      from: '2026-01-01',
      to: '2026-12-31',
      agreement: '阳民协〔2026〕1号',
      transferredOn: '2026-03-01',
    })
    const [one] = (made.body as { sent: Key[] }).sent
    await post(chair, `/api/cases/${one?.county}/${one?.id}/moves/confirm`, { values: {} })
  }
})

test('a form comes as a task; what is held is shown filled, what is not is answered, and the office reads it', async () => {
  const { form, task } = await sent({ title: '健康码核对表' })
  const page = await get('liuyang', `/api/cases/${task.county}/${task.id}`)
  expect(page.body).toMatchObject({ summary: { procedure: 'community-task', step: 'received', dueOn: '2026-03-20' } })
  const found = await get('liuyang', `/api/burden/tasks/${task.county}/${task.id}/form`)
  expect(found.body).toEqual({ form: { id: form, title: '健康码核对表', answeredOn: null } })
  const sheet = await open('liuyang', task)
  expect(sheet.body).toMatchObject({
    asked: ASKED,
    supplied: [{ header: '所属社区', value: '油娄沟社区居委会', rows: 'one' }],
    answeredOn: null,
    office: '市民政局',
  })
  await openedBefore(100, task)
  const rows = [
    ['绿码', '2026-03-01'],
    ['黄码', ''],
  ]
  const done = await answer('liuyang', task, { rows, seconds: 42 })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  expect(await measured(task)).toEqual({ seconds: 42, filled: 3, photos: 0, opened_at: null })
  expect((await get('liuyang', `/api/cases/${task.county}/${task.id}`)).body).toMatchObject({
    summary: { step: 'done' },
  })
  expect((await open('liuyang', task)).body).toMatchObject({ answeredOn: '2026-03-02', rows })
  const seen = await get('fanlin', `/api/burden/forms/${form}/answers`)
  expect(seen.body).toMatchObject({
    headers: ASKED,
    supplied: ['所属社区'],
    communities: 1,
    answered: 1,
    rows: [{ place: { zh: '油娄沟社区居委会' }, rows }],
  })
  const sheetOut = await post('fanlin', `/api/burden/forms/${form}/spreadsheet`)
  expect(sheetOut.status).toBe(200)
  const facts = await city.owner.query(`select content from kernel.fact where kind = 'form-answers-exported'`)
  expect(facts.rows).toMatchObject([{ content: { form, rows: 2 } }])
})

test('the time is kept of the form, with no person beside it and in no record of what was done', async () => {
  const columns = await city.owner.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'burden' and table_name = 'sheet'`,
  )
  expect(columns.rows.map((one) => one.column_name).filter((one) => /person|by_|who/.test(one))).toEqual([])
  const facts = await city.owner.query(`select content::text as content from kernel.fact`)
  expect(facts.rows.filter((one) => /"seconds"/.test(String(one.content)))).toEqual([])
  const kept = await city.owner.query(`select answer from burden.sheet where answer is not null`)
  expect(kept.rows.length).toBeGreaterThan(0)
  for (const one of kept.rows) expect(Buffer.from(one.answer).toString('utf8')).not.toContain('绿码')
})

test.each([
  ['held, but it is asked', { headers: ['姓名', ...ASKED], supplied: [] }, 'form-asks-what-is-held'],
  ['supplied, but no register holds it', { headers: ['体温'], supplied: ['健康码颜色'] }, 'supplied-not-held'],
  [
    'nearly all held, with what is supplied',
    { headers: ['健康码颜色'], supplied: ['姓名', '身份证号', '联系电话', '家庭住址'] },
    'form-is-generated',
  ],
])('not sent: %s', async (_why, body, code) => expect((await send(body)).body).toMatchObject({ code }))

test('the same form sent again by a retry is the same form and the same task', async () => {
  const body = { title: '重试的表' }
  const first = await send(body, 'retry-form-1')
  const again = await send(body, 'retry-form-1')
  expect(again.status).toBe(200)
  expect(again.body).toEqual(first.body)
  const { rows } = await city.owner.query(`select count(*)::int as n from burden.form where title = '重试的表'`)
  expect(rows).toEqual([{ n: 1 }])
})

test('to several communities: one form, a task and a sheet for each; to all or to none', async () => {
  const made = await send({ places: [HOME, NEXT, HOME] })
  expect(made.body).toMatchObject({ communities: 2 })
  const { id } = made.body as { id: string }
  const home = await taskOf(id)
  const next = await taskOf(id, NEXT)
  await open('sunli', home)
  expect((await answer('sunli', home)).status).toBe(200)
  expect((await answer('sunli', next)).body).toMatchObject({ code: 'form-not-found' })
  await open('fengyan', next)
  expect((await answer('fengyan', next)).status).toBe(200)
  expect((await get('fanlin', `/api/burden/forms/${id}/answers`)).body).toMatchObject({
    communities: 2,
    answered: 2,
    rows: [{ place: { zh: '油娄沟社区居委会' } }, {}],
    next: null,
  })
  const rest = await get('fanlin', `/api/burden/forms/${id}/answers?after=${HOME}`)
  expect((rest.body as { rows: unknown[] }).rows.length).toBe(1)
  expect((await send({ places: [HOME, '140302001003'] })).body).toMatchObject({ code: 'funds-not-transferred' })
  expect((await send({ places: [] })).status).toBe(400)
})

test.each([
  ['a negative time', { seconds: -1 }, 400],
  ['half a second', { seconds: 0.5 }, 400],
  ['no row', { rows: [] }, 400],
  ['an empty row', { rows: [['', '']] }, 'answer-row-empty'],
  ['a cell too many', { rows: [['绿码', '', '1']] }, 'answer-not-of-this-form'],
  ['a file that is nobody’s', { files: [STRANGER] }, 'file-not-found'],
])('not taken: %s; the form waits as before', async (_why, body, refused) => {
  const { task } = await sent()
  await open('liuyang', task)
  const said = await answer('liuyang', task, body)
  if (typeof refused === 'number') expect(said.status).toBe(refused)
  else expect(said.body).toMatchObject({ code: refused })
  expect(await measured(task)).toMatchObject({ seconds: null, filled: null })
  expect((await answer('liuyang', task)).status).toBe(200)
})

test('an enormous time is cut to what the server saw; what no field takes is no measurement; the answer is kept', async () => {
  const long = await sent()
  await open('liuyang', long.task)
  await openedBefore(80, long.task)
  expect((await answer('liuyang', long.task, { seconds: 9_000_000_000 })).status).toBe(200)
  expect(await measured(long.task)).toMatchObject({ seconds: 80 })
  const days = await sent()
  await open('liuyang', days.task)
  await openedBefore(200_000, days.task)
  expect((await answer('liuyang', days.task, { seconds: 100_000 })).status).toBe(200)
  expect(await measured(days.task)).toMatchObject({ seconds: null, filled: 2 })
})

test('opening again does not move the bound; a time that was never taken is none', async () => {
  const { task } = await sent()
  await open('liuyang', task)
  await openedBefore(50, task)
  await open('sunli', task)
  await answer('liuyang', task, { seconds: 50 })
  expect(await measured(task)).toMatchObject({ seconds: 50 })
  const silent = await sent()
  await open('liuyang', silent.task)
  await openedBefore(50, silent.task)
  expect((await answer('liuyang', silent.task, { seconds: null })).status).toBe(200)
  expect(await measured(silent.task)).toMatchObject({ seconds: null })
})

test('answered once: the same again by a retry is answered as before, another answer is refused', async () => {
  const { form, task } = await sent()
  expect((await answer('liuyang', task)).body).toMatchObject({ code: 'form-not-opened' })
  await open('liuyang', task)
  const first = await answer('liuyang', task, {}, 'answer-1')
  expect(first.status).toBe(200)
  expect((await answer('liuyang', task, {}, 'answer-1')).body).toEqual(first.body)
  const other = { rows: [['红码', '2026-03-02']] }
  expect((await answer('sunli', task, other)).body).toMatchObject({ code: 'form-answered-already' })
  expect(JSON.stringify((await get('fanlin', `/api/burden/forms/${form}/answers`)).body)).not.toContain('红码')
})

test('a break between the answer and its task is mended by sending again', async () => {
  const { task } = await sent()
  await open('liuyang', task)
  await city.owner.query(
    `update burden.sheet set answered_on = '2026-03-02', answer = '\\x00', filled = 2, photos = 0, opened_at = null where task = $1`,
    [task.id],
  )
  expect((await answer('liuyang', task)).status).toBe(200)
  expect((await answer('liuyang', task)).body).toMatchObject({ code: 'form-answered-already' })
})

test('another community’s form does not exist, nor do another office’s answers', async () => {
  const { form, task } = await sent()
  for (const login of ['zhouwei', 'fengyan']) {
    expect([403, 404]).toContain((await open(login, task)).status)
    expect([403, 404]).toContain((await answer(login, task)).status)
  }
  expect((await open('fengyan', task)).body).toMatchObject({ code: 'form-not-found' })
  expect((await answer('fengyan', task)).body).toMatchObject({ code: 'form-not-found' })
  expect((await open('liuyang', { county: '140302', id: STRANGER })).status).toBe(404)
  expect((await open('fanlin', task)).status).toBe(403)
  expect((await get('gaofei', `/api/burden/forms/${form}/answers`)).body).toMatchObject({ code: 'form-not-found' })
  expect((await post('gaofei', `/api/burden/forms/${form}/spreadsheet`)).body).toMatchObject({ code: 'form-not-found' })
  expect((await get('gaofei', `/api/burden/tasks/${task.county}/${task.id}/form`)).body).toEqual({ form: null })
  expect((await get('gaofei', '/api/burden/forms')).body).toEqual([])
})

test('what was withdrawn or refused is not answered, and costs nobody anything', async () => {
  const before = await civil()
  const { task } = await sent()
  await post('fanlin', `/api/cases/${task.county}/${task.id}/moves/withdraw`, { values: {} })
  expect((await open('liuyang', task)).body).toMatchObject({ code: 'form-not-open' })
  expect((await answer('liuyang', task)).body).toMatchObject({ code: 'form-not-open' })
  expect((await civil())?.forms).toBe(before?.forms)
})

type OfficeRow = { office: string; forms: number; tasks: number; measured: number; answers: number; estimated: number }
const civil = async (month = '2026-03') =>
  ((await city.send('GET', `/api/burden/offices?month=${month}`)).body as { rows: OfficeRow[] }).rows.find(
    (one) => one.office === '市民政局',
  )

test('from the fifth measured answer on the median counts, and says over how many; forms are not counted as tasks too', async () => {
  await city.owner.query('update burden.sheet set seconds = null')
  const times = [10, 200, 20, 60, 40]
  let last = ''
  for (const [i, seconds] of times.entries()) {
    const { form, task } = await sent()
    await open('liuyang', task)
    await openedBefore(400, task)
    expect((await answer('liuyang', task, { seconds })).status).toBe(200)
    last = form
    const row = (await get('fanlin', '/api/burden/forms')).body as { id: string; time: object }[]
    const time = row.find((one) => one.id === form)?.time
    if (i < 4) expect(time).toMatchObject({ basis: 'estimate', n: 0, milliseconds: 20_000 })
    else expect(time).toEqual({ basis: 'office', n: 5, milliseconds: 20_000 })
  }
  expect(await civil()).toMatchObject({ answers: 5, tasks: 0 })
  expect((await civil())?.measured).toBeGreaterThan(0)
  const others = (await get('gaofei', '/api/burden/forms')).body
  expect(others).toEqual([])
  const csv = (await city.send('GET', '/api/burden/offices.csv')).raw.toString('utf8')
  expect(csv).toContain('其中实测,每项实测份数不少于')
  // A month that was over before anything was measured keeps its estimate.
  await city.owner.query(`update burden.form set sent_on = '2026-02-10' where id = $1`, [last])
  expect(await civil('2026-02')).toMatchObject({ forms: 1, measured: 0, answers: 0 })
})
