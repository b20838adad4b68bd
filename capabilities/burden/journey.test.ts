import { expect, test } from 'vitest'
import { readSpreadsheet, writeSheet } from '#kernel/register/spreadsheet.ts'
import { withServer } from '#testing/server.ts'
import * as contract from './contract.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
const FORM = ['序号', '姓名', '身份证号', '联系电话', '家庭住址', '健康码颜色']
const NEW = ['健康码颜色', '核酸检测时间']

type Compiled = {
  fields: {
    header: string
    kind: string
    data: { label: { zh: string }; where: { title: { zh: string }; since: string | null }[] }[]
  }[]
  held: number
  count: number
  becomes: string
}
const post = async (login: string, path: string, body: object) =>
  city.send('POST', path, { as: await city.be(login), body })
const compile = async (login: string, headers: readonly string[]) =>
  post(login, '/api/burden/forms/compile', { headers })
const sendIt = async (login: string, body: object) =>
  post(login, '/api/burden/forms', {
    title: '排查登记表',
    headers: NEW,
    places: [HOME],
    item: 'L4-001',
    ...body,
  })
const generate = async (login: string, body: object = {}) =>
  post(login, '/api/burden/forms/generate', {
    title: '花名册',
    headers: ['姓名', '身份证号', '联系电话', '家庭住址', '房号'],
    place: HOME,
    purpose: '上门走访核对',
    ...body,
  })
const add = async (login: string, register: string, place: string, values: object) =>
  post(login, `/api/registers/${register}/add`, { place, values: { place, ...values } })
const offices = async (query = '') =>
  (await city.send('GET', `/api/burden/offices${query}`)).body as {
    rows: { office: string; minutes: number; communities: number; overCap: boolean; held: number; fields: number }[]
  }

test('a pasted header row is answered field by field: where it is held, or that it is not', async () => {
  const { body, status } = await compile('fanlin', FORM)
  expect(status).toBe(200)
  const { fields, held, count, becomes } = body as Compiled
  expect([held, count, becomes]).toEqual([4, 6, 'shortened'])
  expect(fields.map((one) => one.kind)).toEqual(['not-held', 'held', 'held', 'held', 'held', 'not-held'])
  expect(fields[2]?.data[0]).toMatchObject({
    label: { zh: '公民身份号码' },
    where: [{ title: { zh: '居民登记册' }, since: '2026-03-02' }],
  })
})

test('an uploaded sheet too, with a title above its header row', async () => {
  const bytes = await writeSheet(['2026年重点人员排查表'], [FORM, ['1', '张三', '', '', '', '']])
  const form = new FormData()
  form.append('file', new Blob([bytes as BlobPart]), '排查表.xlsx')
  const sent = new Response(form)
  const answer = await city.server.app.inject({
    method: 'POST',
    url: '/api/burden/forms/compile-sheet',
    headers: {
      'x-liren': '1',
      cookie: await city.be('fanlin'),
      'content-type': sent.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(JSON.parse(answer.body)).toMatchObject({ count: 6, held: 4 })
})

test.each([
  ['asks what is held', { headers: FORM }, 'form-asks-what-is-held'],
  ['is nearly all held', { headers: FORM.slice(1, 6) }, 'form-is-generated'],
  ['cites no item', { item: '' }, 'form-without-item'],
  ['cites an item that was not admitted', { item: 'L4-404' }, 'no-admitted-item'],
  ['cites an item without its money', { places: [NEXT] }, 'funds-not-transferred'],
  ['goes to a place that is none', { places: ['140399001000'] }, 'place-not-found'],
])('a form that %s is not sent', async (_why, body, code) => {
  const answer = await sendIt('fanlin', body)
  expect(answer.body).toMatchObject({ code })
  if (code.startsWith('form-')) expect(answer.body).toMatchObject({ basis: 'plan P3.3.3' })
})

test('a community sends no forms; a street none beyond itself', async () => {
  expect((await sendIt('liuyang', {})).status).toBe(403)
  expect((await sendIt('wujun', { places: ['140302002001'] })).body).toMatchObject({ code: 'not-yours-to-do' })
})

test('a form held to four fifths is generated from the register, masked, for a community the caller may see, on record', async () => {
  const made = await generate('liuyang')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const { rows, title } = made.body as { rows: string[][]; title: { zh: string } }
  expect(title.zh).toBe('居民登记册')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]?.[0]).toMatch(/\*/)
  expect(JSON.stringify(made.body)).not.toContain('140399195601010012')
  const facts = await city.owner.query(`select content from kernel.fact where kind = 'form-generated'`)
  expect(facts.rows).toMatchObject([{ content: { register: 'residents', purpose: '上门走访核对' } }])
})
const takeOut = async (login: string, body: object = {}) =>
  post(login, '/api/burden/forms/generate/spreadsheet', {
    title: '花名册',
    headers: ['姓名', '身份证号', '联系电话', '家庭住址', '房号'],
    place: HOME,
    purpose: '上门走访核对',
    ...body,
  })
/** As many residents more of the next community, copied from one of this. */
const copyResidents = (many: number) =>
  city.owner.query(
    `with one as (select * from residents.resident where place = '${HOME}' limit 1),
      house as (insert into residents.household (county, id, place, address) values ('140302', gen_random_uuid(), '${NEXT}', gen_random_uuid()::text) returning id)
      insert into residents.resident (county, id, place, household, person, name, name_masked, id_number_masked, phone_masked, status)
      select '140302', gen_random_uuid(), '${NEXT}', house.id, gen_random_uuid(), one.name, one.name_masked, one.id_number_masked, one.phone_masked, 'R1'
      from one, house, generate_series(1, $1)`,
    [many],
  )
test('all rows of one’s own place as a spreadsheet: a street’s of every community, masked, marked, on record', async () => {
  // More than one page of the register.
  await copyResidents(1001)
  const held = await city.owner.query(
    `select count(*)::int as n, count(distinct place)::int as places from residents.resident where place like '140302001%' and ended_on is null`,
  )
  const { n, places } = held.rows[0] as { n: number; places: number }
  expect(places).toBeGreaterThan(1)
  const made = await takeOut('wujun', { place: '140302001000' })
  expect(made.status).toBe(200)
  const sheet = await readSpreadsheet('花名册.xlsx', new Uint8Array(made.raw))
  if (!sheet.ok) throw new Error(sheet.code)
  const [mark, header, ...rows] = sheet.value
  expect(String(mark?.[0])).toMatch(/2026-03-02 .*吴军 导出,用途:上门走访核对/)
  expect(header).toEqual(['姓名', '身份证号', '联系电话', '家庭住址', '房号'])
  expect(rows.length).toBe(n)
  for (const row of rows) expect(String(row[0])).toContain('*')
  expect(JSON.stringify(rows)).not.toContain('140399195601010012')
  const facts = await city.owner.query(`select content from kernel.fact where kind = 'generated-form-exported'`)
  expect(facts.rows).toMatchObject([
    { content: { register: 'residents', place: '140302001000', rows: n, purpose: '上门走访核对' } },
  ])
})
test.each([
  ['a department, which has no places', 'fanlin', {}, 'not-yours-to-do'],
  ['the next community', 'zhouwei', {}, 'not-yours-to-do'],
  ['a worker all of the street', 'liuyang', { place: '140302001000' }, 'not-yours-to-do'],
  ['a street the next one', 'wujun', { place: '140302002000' }, 'not-yours-to-do'],
  ['a street all of the county', 'wujun', { place: '140302000000' }, 'not-yours-to-do'],
  ['a form that is not held', 'liuyang', { headers: NEW }, 'form-is-not-held'],
  ['a place that is none', 'liuyang', { place: '140399001000' }, 'place-not-found'],
])('not taken out: by %s', async (_why, login, body, code) => {
  expect((await takeOut(login, body)).body).toMatchObject({ code })
})
test('20,000 rows are a sheet, one more is refused and nothing is on record', async () => {
  const heldIn = async () =>
    Number(
      (await city.owner.query(`select count(*)::int as n from residents.resident where place like '140302001%'`))
        .rows[0]?.n,
    )
  await copyResidents(20_000 - (await heldIn()))
  expect((await takeOut('wujun', { place: '140302001000' })).status).toBe(200)
  await copyResidents(1)
  expect(await heldIn()).toBe(20_001)
  expect((await takeOut('wujun', { place: '140302001000' })).body).toMatchObject({
    code: 'too-many-to-export',
    facts: { most: 20_000 },
  })
  const facts = await city.owner.query(
    `select content->'rows' as n from kernel.fact where kind = 'generated-form-exported'`,
  )
  expect(facts.rows.map((one) => Number(one.n)).sort((a, b) => b - a)[0]).toBe(20_000)
  expect(facts.rows.length).toBe(2)
  await city.owner.query(`delete from residents.resident where place = '${NEXT}'`)
})
test.each([
  ['a department, which has no places', 'fanlin', {}, 'not-yours-to-do'],
  ['the next community', 'zhouwei', {}, 'not-yours-to-do'],
  ['a form that is not held', 'liuyang', { headers: NEW }, 'form-is-not-held'],
])('not generated: %s', async (_why, login, body, code) => {
  expect((await generate(login, body)).body).toMatchObject({ code })
})

test('meetings, ledgers and forms become minutes of offices; nothing names or orders a community', async () => {
  const meeting = { office: '市民政局', on: '2026-03-02', minutes: 90, people: 2 }
  expect((await add('liuyang', 'called-meetings', HOME, meeting)).status).toBe(200)
  expect((await add('wujun', 'called-meetings', NEXT, { ...meeting, minutes: 30, people: 1 })).status).toBe(200)
  expect((await add('zhouwei', 'called-meetings', HOME, meeting)).status).not.toBe(200)
  expect((await add('wujun', 'called-meetings', NEXT, { ...meeting, office: '油娄沟社区居委会' })).status).toBe(200)
  const ledger = {
    name: '高龄老人花名册',
    office: '市卫生健康委',
    frequency: 'monthly',
    fields: 12,
    held: 11,
    photos: 1,
    from: '2025-01-01',
  }
  expect((await add('liuyang', 'demanded-ledgers', HOME, ledger)).status).toBe(200)
  expect((await add('liuyang', 'demanded-ledgers', HOME, { ...ledger, name: '反了', held: 13 })).body).toMatchObject({
    code: 'cell-not-good',
  })
  expect((await sendIt('fanlin', {})).body).toMatchObject({ code: 'funds-not-transferred', facts: { clause: 'F3' } })
  const [transfer] = (
    (
      await post('fanlin', '/api/funds-transfers', {
        item: 'L4-001',
        places: [HOME],
        amount: 300_000,
        from: '2026-01-01',
        to: '2026-12-31',
        agreement: '阳民协〔2026〕1号',
        transferredOn: '2026-03-01',
      })
    ).body as { sent: { county: string; id: string }[] }
  ).sent
  await post('sunli', `/api/cases/${transfer?.county}/${transfer?.id}/moves/confirm`, { values: {} })
  const sent = await sendIt('fanlin', {})
  expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  const { rows } = await offices()
  const civil = rows.find((one) => one.office === '市民政局')
  const communities = (sent.body as { communities: number }).communities
  expect(communities).toBe(1)
  expect(civil).toMatchObject({ minutes: 90 * 2 + 30, forms: 1, meetings: 2, communities: 2, overCap: false })
  expect(rows.find((one) => one.office === '市卫生健康委')).toMatchObject({
    minutes: 5,
    fields: 12,
    held: 11,
    communities: 1,
  })
  expect(JSON.stringify(await offices())).not.toMatch(/1403\d{8}|油娄沟/)
  expect(rows.map((one) => one.office)).toContain('其他单位')
  expect((await offices('?month=2025-12')).rows.map((one) => one.office)).toEqual(['市卫生健康委'])
  expect((await city.send('GET', '/api/burden/offices?month=2026-13')).status).toBe(400)
  const csv = await city.send('GET', '/api/burden/offices.csv')
  expect(csv.raw.toString('utf8')).toContain('"市民政局"')
  expect(csv.raw.toString('utf8')).not.toMatch(/1403\d{8}|油娄沟/)
  const mine = await city.send('GET', '/api/burden/mine', { as: await city.be('liuyang') })
  expect(mine.body).toMatchObject({ recent: expect.arrayContaining(['市民政局', '市卫生健康委']) })
  expect(
    (mine.body as { rows: { office: string; communities: number }[] }).rows.every((one) => one.communities === 1),
  ).toBe(true)
  expect((await city.send('GET', '/api/burden/mine', { as: await city.be('fanlin') })).status).toBe(403)
})

test('no list of the meter takes an order, or anything but the month', () => {
  for (const one of [contract.listOfficeBurden, contract.exportOfficeBurden, contract.listMyBurden]) {
    const shape = (one.query as unknown as { shape: Record<string, unknown> }).shape
    expect(Object.keys(shape)).toEqual(['month'])
  }
})

test('I-59 counts against the base year, below zero when there is more than then', async () => {
  const meeting = { office: '市民政局', minutes: 60, people: 1 }
  for (const on of ['2025-01-10', '2025-02-10', '2025-03-01', '2025-11-01'])
    await add('wujun', 'called-meetings', '140302001003', { ...meeting, on })
  await add('wujun', 'called-meetings', '140302001003', { ...meeting, on: '2026-01-10' })
  // A register says that it changed; it is counted a moment later.
  await expect
    .poll(
      async () =>
        (
          await city.owner.query(
            `select facts from kernel.indicator_fact where place = $1 and source = 'called-meetings'`,
            ['140302001003'],
          )
        ).rows[0]?.facts,
    )
    .toEqual({ 'burden.meetings-now': 1, 'burden.meetings-base': 3 })
})
