import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
const OTHER = '140302001003'

type Sent = { county: string; id: string; place: string }
const DEMAND = {
  kind: 'task',
  category: 'civil-affairs',
  role: 'assisting',
  title: '走访低保对象',
  body: '请随同走访核实。',
  meetings: 0,
  emergency: null,
}
const post = async (login: string, url: string, body: object, key?: string) =>
  city.send('POST', url, { as: await city.be(login), body, ...(key ? { key } : {}) })
const send = (login: string, change: { demand?: object; item?: string; places?: string[] }, key?: string) =>
  post(
    login,
    '/api/community-tasks',
    { item: 'L4-001', places: [HOME], due: '2026-03-20', ...change, demand: { ...DEMAND, ...change.demand } },
    key,
  )
const move = (login: string, one: Sent, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const page = async (login: string, one: Sent) =>
  city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })
const inbox = async (login: string) =>
  JSON.stringify((await city.send('GET', '/api/inbox?view=office', { as: await city.be(login) })).body)

async function fund(login: string, item: string, places: string[], amount = 300_000): Promise<Sent[]> {
  const made = await post(login, '/api/funds-transfers', {
    item,
    places,
    amount,
    from: '2026-01-01',
    to: '2026-12-31',
    agreement: '阳民协〔2026〕1号',
    transferredOn: '2026-03-01',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return (made.body as { sent: Sent[] }).sent
}

test('money first, then the task: it arrives in each community’s inbox and comes back done', async () => {
  expect((await send('fanlin', {})).body).toMatchObject({ code: 'funds-not-transferred', facts: { clause: 'F3' } })
  const [home, next] = await fund('fanlin', 'L4-001', [HOME, NEXT])
  expect(home && next).toBeTruthy()
  if (!home || !next) return
  expect((await send('fanlin', {})).body).toMatchObject({ code: 'funds-not-transferred' })
  expect((await move('fanlin', home, 'confirm')).status).toBe(403)
  expect((await move('sunli', home, 'confirm')).status).toBe(200)
  expect((await move('fengyan', next, 'deny', { account: '账上没有' })).status).toBe(200)
  // Both or none: the second has no money.
  const both = await send('fanlin', { places: [HOME, NEXT] })
  expect(both.body).toMatchObject({ code: 'not-every-place', facts: { refused: 1, clause: 'F3' } })
  const checked = await post('fanlin', '/api/community-tasks/check', {
    demand: DEMAND,
    item: 'L4-001',
    places: [HOME, NEXT],
  })
  expect(checked.body).toMatchObject({
    allowed: [HOME],
    refused: [{ refusal: { clause: 'F3' }, places: [{ code: NEXT }] }],
  })
  const made = await send('fanlin', {}, 'one-key-for-all')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const [task] = (made.body as { sent: Sent[] }).sent
  if (!task) throw new Error('a task was sent')
  const again = await send('fanlin', {}, 'one-key-for-all')
  expect((again.body as { sent: Sent[] }).sent).toEqual([task])
  expect(await inbox('sunli')).toContain('走访低保对象')
  expect((await move('sunli', task, 'finish', { result: '走访12户' })).body).toMatchObject({ step: 'done' })
  expect(JSON.stringify((await page('fanlin', task)).body)).toContain('走访12户')
})

test.each([
  ['no item at all', { item: '' }, 'no-admitted-item', 'access'],
  ['an item that is in no list', { item: 'L4-404' }, 'no-admitted-item', 'access'],
  [
    'the item of another department',
    { item: 'L4-005', demand: { category: 'health' } },
    'item-of-another-office',
    'access',
  ],
  ['F1: responsibility for what it only assists in', { demand: { role: 'responsible' } }, 'duty-of-government', 'F1'],
  ['F2: demolition', { demand: { role: 'responsible', category: 'demolition' } }, 'forbidden-responsibility', 'F2'],
  [
    'F2: by a letter',
    { demand: { kind: 'responsibility-letter', category: 'investment-attraction' } },
    'forbidden-responsibility',
    'F2',
  ],
  ['F4: a plaque', { demand: { kind: 'plaque' } }, 'kind-not-admitted', 'F4'],
  ['F5: a ledger', { demand: { kind: 'ledger' } }, 'kind-not-admitted', 'F5'],
  ['F6: a certificate', { demand: { kind: 'certificate' } }, 'certificates-not-so', 'F6'],
  ['F7: an evaluation', { demand: { kind: 'assessment' } }, 'separate-assessment', 'F7'],
  ['F8: what is cancelled', { demand: { body: '一票否决' } }, 'forbidden-words', 'F8'],
])('refused with its clause: %s', async (_because, change, code, clause) => {
  const answer = await send('fanlin', change)
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({ code, facts: { clause }, text: { zh: expect.any(String) as string } })
  expect(answer.body).toHaveProperty('basisText')
})

test('a form is not sent as a task by hand, so that its fields are checked; in an emergency it is', async () => {
  const refused = { code: 'form-is-checked-first', facts: { clause: 'F5' }, basis: 'plan P3.3.3' }
  const form = { ...DEMAND, kind: 'form' }
  expect((await send('fanlin', { demand: form })).body).toMatchObject(refused)
  const asked = { demand: form, item: 'L4-001', places: [HOME] }
  expect((await post('fanlin', '/api/community-tasks/check', asked)).body).toMatchObject(refused)
  const emergency = { ...asked, demand: { ...form, emergency: 'FCL art 41' } }
  expect((await post('fanlin', '/api/community-tasks/check', emergency)).body).toMatchObject({ allowed: [HOME] })
})

test('a street sends to its own communities only; a community sends to nobody', async () => {
  expect((await send('wujun', { places: ['140302002001'] })).body).toMatchObject({ code: 'place-not-yours' })
  expect((await send('sunli', {})).status).toBe(403)
})

test('words that hide a duty wait for a human of the county office, and do not stand in the community’s inbox', async () => {
  const made = await send('fanlin', { demand: { title: '专项行动', body: '配合执\u3000法,签订责 任 状' } })
  const [task] = (made.body as { sent: Sent[] }).sent
  if (!task) throw new Error('it waits')
  expect(await inbox('sunli')).not.toContain('专项行动')
  expect(await inbox('ducheng')).toContain('专项行动')
  expect((await move('fanlin', task, 'release', { found: '没问题' })).status).toBe(403)
  expect((await move('sunli', task, 'finish', { result: '好了' })).status).toBeGreaterThanOrEqual(403)
  expect((await move('ducheng', task, 'stop', { reason: '不得要求社区签订责任状' })).body).toMatchObject({
    step: 'stopped',
  })
  const second = await send('fanlin', { demand: { title: '法治讲座', body: '请居民了解执法公开' } })
  const [lecture] = (second.body as { sent: Sent[] }).sent
  if (!lecture) throw new Error('it waits')
  expect((await move('ducheng', lecture, 'release', { found: '仅为宣传' })).body).toMatchObject({ step: 'received' })
  expect(await inbox('sunli')).toContain('法治讲座')
})

const OUTSIDE = {
  demand: { ...DEMAND, kind: 'ledger', title: '建立秸秆禁烧台账', body: '每日上报' },
  item: '',
  place: HOME,
  office: '市生态环境局',
  on: '2026-02-27',
  way: 'wechat',
  files: [],
}

test('what came in a chat is refused in one tap: numbered, verifiable, seen in a working day, never overridden', async () => {
  const made = await post('liuyang', '/api/outside-demands', OUTSIDE)
  expect(made.body).toMatchObject({ wrong: { code: 'no-admitted-item', clause: '准入' } })
  const one = made.body as Sent
  expect((await move('liuyang', one, 'refuseOutside')).status).toBe(403)
  const refused = await move('sunli', one, 'refuseOutside')
  expect(refused.body).toMatchObject({ step: 'refused', documents: [{ kind: 'work-refusal' }] })
  const [document] = (refused.body as { documents: { id: string; number: string }[] }).documents
  expect(document?.number).toMatch(/^[\u4e00-\u9fa5]{2,8}〔2026〕[1-9]\d*号$/)
  const pdf = await city.send('GET', `/api/documents/${one.county}/${document?.id}`, { as: await city.be('sunli') })
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
  const seen = await page('ducheng', one)
  expect(seen.body).toMatchObject({ summary: { dueOn: '2026-03-03', stepText: { zh: '已拒绝,待县(区)社区办知悉' } } })
  expect((await move('wujun', one, 'comment', { said: '确有需要' })).body).toMatchObject({ step: 'refused' })
  for (const name of ['release', 'see', 'withdraw'])
    expect((await move('wujun', one, name, { found: 'x', action: 'told' })).status, name).toBeGreaterThanOrEqual(403)
  expect((await move('ducheng', one, 'see', { action: 'apply' })).body).toMatchObject({ step: 'seen' })
})

test('a demand that is in the list is not refused as not admitted', async () => {
  const made = await post('sunli', '/api/outside-demands', {
    ...OUTSIDE,
    demand: { ...DEMAND, title: '走访' },
    item: 'L4-001',
    office: '市民政局',
  })
  expect(made.body).toMatchObject({ wrong: null })
  expect((await move('sunli', made.body as Sent, 'refuseOutside')).body).toMatchObject({ code: 'demand-is-admitted' })
  expect((await post('sunli', '/api/outside-demands', { ...OUTSIDE, place: NEXT })).body).toMatchObject({
    code: 'place-not-yours',
  })
})

test('an emergency passes by law, and is owed as a record; who owes one past its day sends no other', async () => {
  const flood = { emergency: 'FCL art 41', title: '转移低洼处住户', body: '请通知', category: 'safety' }
  expect((await send('gaofei', { item: '', demand: { ...flood, emergency: 'PML' } })).body).toMatchObject({
    code: 'no-emergency-law',
  })
  expect((await send('gaofei', { item: '', places: [HOME, OTHER], demand: flood })).status).toBe(200)
  expect(await inbox('gaofei')).toContain('转移低洼处住户')
  await city.server.moveDay(8)
  expect((await send('gaofei', { item: '', demand: flood })).body).toMatchObject({ code: 'emergency-unrecorded' })
  const { rows } = await city.owner.query<Sent>(
    `select county, id, place from kernel.case where procedure = 'emergency-record' and county = '140302'`,
  )
  expect(rows).toHaveLength(1)
  const [record] = rows
  if (!record) return
  expect(
    (
      await move('gaofei', record, 'record', {
        declared: '市防汛指挥部依防洪法宣布',
        asked: '通知并协助转移',
        until: '2026-03-12',
      })
    ).status,
  ).toBe(200)
  expect((await send('gaofei', { item: '', demand: flood })).status).toBe(200)
})

test('a refusal not seen in a working day is told to the city office', async () => {
  const made = await post('sunli', '/api/outside-demands', OUTSIDE)
  await move('sunli', made.body as Sent, 'refuseOutside')
  await city.server.moveDay(4)
  expect((await page('hanmei', made.body as Sent)).body).toMatchObject({ summary: { light: 'red' } })
  const waiting = await city.send('GET', '/api/inbox?view=waiting', { as: await city.be('hanmei') })
  expect(JSON.stringify(waiting.body)).toContain('秸秆禁烧')
})
