import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { unsealText } from '#platform/crypto'
import { withServer } from '#testing/server.ts'
import { KEYS } from '#testing/village.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
type Version = { county: string; id: string; number: number }
type Case = { county: string; id: string; outcome: string; number: string }

const post = async (login: string, url: string, body: object = {}) =>
  city.send('POST', url, { as: await city.be(login), body })
const ask = async (kind: string, login = 'lijianguo') =>
  post(login, '/api/certificates', { place: HOME, kind, demander: '某某小学', purpose: '子女入学' })
const move = (login: string, one: Case, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const kinds = async (place = HOME) =>
  (await city.send('GET', `/api/certificates/kinds?place=${place}`)).body as {
    rows: { code: string; answer: string }[]
    retained: number
    list: Version | null
    demonstration: boolean
  }
const retained = async (place = HOME) =>
  (await kinds(place)).rows.filter((one) => one.answer === 'on-list').map((one) => one.code)

/** Drafts L7, changes it, and brings it into force: two people of the city's office. */
async function publish(change: (at: string) => Promise<void>, county?: string): Promise<Version> {
  const made = await post('hanmei', '/api/lists', { list: 'L7', because: '清理', ...(county ? { county } : {}) })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const draft = made.body as Version
  const at = `/api/lists/${draft.county}/${draft.id}`
  await change(at)
  const steps = [
    ['hanmei', 'consulting'],
    ['jiangbo', 'approved'],
    ['jiangbo', 'in_force'],
  ] as const
  for (const [login, to] of steps) {
    const done = await post(login, `${at}/advance`, { to, decision: '阳社建〔2026〕7号' })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }
  return draft
}
const put = async (at: string, code: string, item: object | null) =>
  city.send('PUT', `${at}/items/${code}`, { as: await city.be('hanmei'), body: { item } })
const itemOf = async (at: string, code: string) => {
  const { body } = await city.send('GET', `${at}/items/${code}`, { as: await city.be('hanmei') })
  const {
    basisText: _a,
    leadName: _b,
    assistNames: _c,
    categoryName: _d,
    coversNames: _e,
    ...item
  } = (body as { item: Record<string, unknown> & { certificate: Record<string, unknown> } }).item
  return item
}
const FACTS = { since: '2015年6月', 'since-how': 'register', dwelling: '自有住房', 'dwelling-how': 'visited' }

test('what the list in force says is what a community issues: in the answer, on the public page, in the case', async () => {
  expect(await kinds()).toMatchObject({ retained: 4, demonstration: true, list: { county: '140300', number: 1 } })
  expect(await retained('140321106203')).toContain('homestead')
  const { list } = await kinds()
  const page = await city.send('GET', `/api/lists/${list?.county}/${list?.id}`)
  expect(page.body).toMatchObject({
    version: { demonstration: true, list: 'L7' },
    items: [{ code: 'L7-001', certificate: { kind: 'residence' } }, {}, {}, {}, {}, {}],
  })
  expect((await ask('homestead')).body).toMatchObject({ outcome: 'referred' })
})

test('retired from the list: those issued stand, those begun keep their day’s rule, new ones are referred by the clause', async () => {
  const issued = (await ask('residence')).body as Case
  const begun = (await ask('residence', 'zhangmin')).body as Case
  for (const [login, name, values] of [
    ['liuyang', 'prepare', FACTS],
    ['sunli', 'sign', {}],
    ['chenjing', 'seal', {}],
  ] as const)
    expect((await move(login, issued, name, values)).status).toBe(200)
  await publish(async (at) => {
    const changed = await itemOf(at, 'L7-002')
    expect((await put(at, 'L7-001', null)).status).toBe(200)
    expect(
      (await put(at, 'L7-002', { ...changed, certificate: { ...changed.certificate, validDays: 7 } })).status,
    ).toBe(200)
  })
  expect(await retained()).toEqual(['post', 'venue', 'volunteering'])
  const refused = (await ask('residence')).body as Case
  expect(refused).toMatchObject({ outcome: 'referred', goTo: null })
  const paper = await city.owner.query(`select content from kernel.document where case_id = $1`, [refused.id])
  const said = unsealText(KEYS, paper.rows[0].content.sealed)
  expect(said).toContain('保留清单(第2版)')
  expect(said).toContain('民发〔2020〕20号')

  for (const [login, name, values] of [
    ['liuyang', 'prepare', FACTS],
    ['sunli', 'sign', {}],
    ['chenjing', 'seal', {}],
  ] as const)
    expect((await move(login, begun, name, values)).status, name).toBe(200)
  for (const one of [issued, begun]) {
    const code = await city.owner.query(
      `select verify_code from kernel.document where case_id = $1 and kind = 'certificate'`,
      [one.id],
    )
    expect((await city.send('GET', `/api/verify/${code.rows[0].verify_code}`)).body).toMatchObject({
      standing: { state: 'in-force', day: '2026-04-01' },
    })
  }
  const cited = await city.owner.query(`select content from kernel.fact where case_id = $1 and kind = 'opened'`, [
    begun.id,
  ])
  expect(cited.rows[0].content).toMatchObject({ cited: { number: 1, item: 'L7-001' } })

  const short = (await ask('post')).body as Case
  const row = await city.owner.query(`select data from kernel.case where id = $1`, [short.id])
  expect(row.rows[0].data).toMatchObject({ validDays: 7, retained: { cited: { number: 2 } } })
})

test('none of the twenty gets into a list: not by hand, not from under it, and if it stood there it would not be issued', async () => {
  await publish(async (at) => {
    const item = await itemOf(at, 'L7-003')
    const alive = { ...item, code: 'L7-009', name: { zh: '健在证明', en: 'Alive' } }
    expect((await put(at, 'L7-009', alive)).body).toMatchObject({
      code: 'certificate-forbidden',
      basis: 'D2020-C',
      facts: { clause: 'F6', name: '健在证明' },
    })
    const twin = { ...item, code: 'L7-009' }
    expect((await put(at, 'L7-009', twin)).body).toMatchObject({ code: 'certificate-kind-twice' })
    // Somebody writes it into the draft behind the server's back: it is not published.
    const [, , , , id] = at.split('/')
    const certificate = { ...item.certificate, kind: 'alive' }
    await city.owner.query(
      `insert into duty_lists.item (county, version, code, position, content) values ('140300', $1, 'L7-009', 9, $2)`,
      [id, { ...alive, certificate }],
    )
    expect((await post('hanmei', `${at}/advance`, { to: 'consulting' })).body).toMatchObject({
      code: 'certificate-forbidden',
      facts: { clause: 'F6', code: 'L7-009' },
    })
    expect((await put(at, 'L7-009', null)).status).toBe(200)
  })
  expect((await ask('alive')).body).toMatchObject({ outcome: 'referred', goTo: {} })
})

test('a county’s own list, made by the city, holds there instead of the city’s; the others keep the city’s', async () => {
  expect((await post('ducheng', '/api/lists', { list: 'L7', because: '本县清理' })).body).toMatchObject({
    code: 'list-not-yours',
  })
  expect((await post('hanmei', '/api/lists', { list: 'L9', because: '本县', county: '140302' })).body).toMatchObject({
    code: 'list-not-yours',
  })
  expect((await post('hanmei', '/api/lists', { list: 'L7', because: '没有', county: '140399' })).body).toMatchObject({
    code: 'place-not-found',
  })
  await publish(async (at) => {
    for (const code of ['L7-002', 'L7-004', 'L7-005', 'L7-006']) expect((await put(at, code, null)).status).toBe(200)
  }, '140302')
  expect(await retained()).toEqual(['venue'])
  expect(await retained('140303001001')).toEqual(['post', 'venue', 'volunteering'])
  const lists = (await city.send('GET', `/api/lists?place=${HOME}&list=L7`)).body
  expect(lists).toMatchObject({ lists: [{ items: 1, inForce: { place: '140302', number: 1 } }] })
  expect((await city.send('GET', '/api/certificates/figures')).body).toMatchObject({
    lists: [
      { place: '1403', trend: 'same', sizes: [{ number: 1, items: 6 }, { items: 5 }, { number: 3, items: 5 }] },
      { place: '140302', trend: 'first', sizes: [{ number: 1, items: 1 }] },
    ],
  })
})

const HEADER = [
  '编号',
  '名称',
  '类别',
  '依据',
  '牵头部门',
  '社区职责',
  '起始日期',
  '适用范围',
  '核实事项',
  '证明正文',
  '有效天数',
]
const ROW = [
  'L7-020',
  '农机具使用情况证明',
  '证明',
  '《民法典》第三百三十一条',
  '居(村)委会',
  '只证明知道的事',
  '2026-1-1',
  '村',
  '农机具;使用时间',
  '兹证明{姓名}自{使用时间}起使用{农机具},用于{用途}。',
  '15',
]
test('a city’s own list comes in from a spreadsheet; a row of the twenty is answered with its row, column and clause', async () => {
  const bad = [...ROW]
  bad.splice(0, 2, 'L7-021', '村民婚姻状况证明')
  const gap = [...ROW]
  gap.splice(0, 1, 'L7-022')
  gap.splice(9, 1, '兹证明{姓名}使用{农机具}。')
  const sheet = async (rows: readonly (readonly string[])[]) =>
    writeXlsxFile(
      [HEADER, ...rows].map((row) => row.map((value) => ({ value, type: String }))) as unknown as Parameters<
        typeof writeXlsxFile
      >[0],
    ).toBuffer()
  await publish(async (at) => {
    const as = await city.be('hanmei')
    const tried = await city.upload(as, `${at}/import?write=no`, 'l7.xlsx', await sheet([ROW, bad, gap]))
    expect(tried.body, JSON.stringify(tried.body)).toMatchObject({
      good: 1,
      written: false,
      issues: [
        { row: 3, column: 'B', text: { zh: expect.stringContaining('F6') } },
        { row: 4, column: 'J', text: { zh: expect.stringContaining('使用时间') } },
      ],
    })
    expect((await city.upload(as, `${at}/import?write=yes`, 'l7.xlsx', await sheet([ROW]))).body).toMatchObject({
      written: true,
    })
    const template = await city.send('GET', '/api/lists/template.xlsx?list=L7', { as })
    expect(template.status).toBe(200)
  })
  expect(await retained('140321106203')).toContain('L7-020')
  expect(await retained('140303001001')).not.toContain('L7-020')
  const kind = (await kinds('140321106203')).rows.find((one) => one.code === 'L7-020')
  expect(kind).toMatchObject({ name: { zh: '农机具使用情况证明' }, basis: { zh: '《民法典》第三百三十一条' } })
})

test('an item that ends on a day is retained on that day and not on the next', async () => {
  await publish(async (at) => {
    expect((await put(at, 'L7-002', { ...(await itemOf(at, 'L7-002')), to: '2026-03-02' })).status).toBe(200)
  })
  expect(await retained('140303001001')).toContain('post')
  await city.server.moveDay(1)
  expect(await retained('140303001001')).not.toContain('post')
})

test('a city may retain nothing: then every certificate is referred', async () => {
  await publish(async (at) => {
    expect((await put(at, 'L7-003', null)).status).toBe(200)
  }, '140302')
  expect(await kinds()).toMatchObject({ retained: 0, list: { number: 2 } })
  expect((await ask('venue')).body).toMatchObject({ outcome: 'referred' })
  expect((await ask('no-such-kind')).body).toMatchObject({ code: 'no-such-certificate' })
})
