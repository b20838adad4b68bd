import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'

const get = async (url: string, login?: string) => city.send('GET', url, login ? { as: await city.be(login) } : {})
const post = async (login: string, url: string, body: object) =>
  city.send('POST', url, { as: await city.be(login), body })

type Version = { county: string; id: string; number: number; state: string }
type Lists = { lists: { list: string; items: number; inForce: Version | null }[]; versions: Version[] }
const listsOf = async () => (await get(`/api/lists?place=${HOME}`)).body as Lists
const inForce = async (list: string): Promise<Version> => {
  const found = (await listsOf()).lists.find((one) => one.list === list)?.inForce
  if (!found) throw new Error(`${list} is in force`)
  return found
}

const HEADER = ['社区工作事项清单(示例)']
const COLUMNS = [
  '序号',
  '事项名称',
  '事项类别',
  '法律依据',
  '牵头单位',
  '配合单位',
  '工作内容',
  '下达方式',
  '起始时间',
  '经费标准',
  '资金来源',
]
const ROW = [
  'L4-050',
  '入户宣传',
  '安全与应急',
  '《城市居民委员会组织法》第三条',
  '市应急管理局',
  '街道办事处',
  '张贴宣传',
  '工作任务、报表',
  '2026-1-1',
  '500',
  '县级财政预算',
]
async function upload(login: string, version: Version, rows: readonly (readonly string[])[], write: 'yes' | 'no') {
  const sheet = [HEADER, COLUMNS, ...rows].map((row) => row.map((value) => ({ value, type: String })))
  const bytes = await writeXlsxFile(sheet as unknown as Parameters<typeof writeXlsxFile>[0]).toBuffer()
  const answer = await city.server.app.inject({
    method: 'POST',
    url: `/api/lists/${version.county}/${version.id}/import?write=${write}`,
    headers: {
      'x-liren': '1',
      cookie: await city.be(login),
      'content-type': 'multipart/form-data; boundary=x',
    },
    payload: Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="list.xlsx"\r\n\r\n'),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ]),
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) as object }
}

test('anyone reads the lists of a community, each item with its basis, and its flow as a picture and in words', async () => {
  const found = await listsOf()
  expect(found.lists.filter((one) => one.inForce).map((one) => one.list)).toEqual([
    'L1',
    'L2',
    'L3',
    'L4',
    'L5',
    'L6',
    'L7',
    'L8',
    'L9',
  ])
  const powers = await inForce('L6')
  const item = await get(`/api/lists/${powers.county}/${powers.id}/items/L6-002`)
  expect(item.body).toMatchObject({
    version: { demonstration: true },
    item: { basisText: [{ zh: '《村民委员会组织法》(2018年修正)第三十条' }] },
  })
  expect(JSON.stringify(item.body)).toContain('第2步，居（村）委会主任：审签')
  const flow = await get(`/api/lists/${powers.county}/${powers.id}/items/L6-002/flow.svg`)
  expect(String(flow.headers['content-type'])).toContain('svg')
  expect(flow.raw.toString()).toContain('风险点：票据不实')
})

test('a new version: drafted, filled from a spreadsheet, heard, approved by another, in force; compared with the old', async () => {
  expect((await post('fanlin', '/api/lists', { list: 'L4', because: '年度调整' })).status).toBe(403)
  const made = await post('ducheng', '/api/lists', { list: 'L4', because: '年度调整' })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const draft = made.body as Version
  expect((await post('majun', '/api/lists', { list: 'L4', because: '再来一份' })).body).toMatchObject({
    code: 'list-in-hand',
  })
  expect((await get(`/api/lists/${draft.county}/${draft.id}`)).status).toBe(404)
  const at = `/api/lists/${draft.county}/${draft.id}`

  const wrong = await upload(
    'ducheng',
    draft,
    [
      ROW,
      ['L4-051', '名', '安全与应急', '领导要求', '市应急管理局', '', '做', '', '2026-1-1', '100', '预算'],
      ['L4-052', '名', '安全与应急', '《人民调解法》', '市司法局', '', '做', '', '2026-1-1', '', ''],
    ],
    'no',
  )
  expect(wrong.body).toMatchObject({
    good: 1,
    written: false,
    issues: [
      { row: 4, column: 'D', header: '依据' },
      { row: 5, column: 'J', header: '经费标准(元)' },
    ],
  })
  expect((await upload('ducheng', draft, [ROW, ROW], 'yes')).body).toMatchObject({ code: 'rows-not-good' })
  expect((await upload('qiaona', draft, [ROW], 'yes')).body).toMatchObject({ code: 'list-not-found' })
  expect((await upload('ducheng', draft, [ROW], 'yes')).body).toMatchObject({ good: 1, written: true })

  const content = (await get(at, 'ducheng')).body as { items: Record<string, unknown>[] }
  const first = content.items.find((one) => one.code === 'L4-001') ?? {}
  const { basisText: _a, leadName: _b, assistNames: _c, categoryName: _d, coversNames: _e, ...item } = first
  const put = (body: object) => city.send('PUT', `${at}/items/L4-001`, { ...body })
  const as = await city.be('ducheng')
  expect((await put({ as, body: { item: { ...item, basis: ['practice'] } } })).body).toMatchObject({
    code: 'not-a-basis',
  })
  expect((await put({ as, body: { item: { ...item, minutes: 200 } } })).status).toBe(200)
  // All that is wrong is told at once, each at its field; a code that is taken is not written over by an item that is added.
  const bad = { ...item, name: { zh: ' ', en: '' }, basis: [], funds: null, to: '2025-12-31' }
  const refused = await put({ as, body: { item: bad, add: true } })
  expect(refused.status).toBe(409)
  const { issues } = refused.body as { issues: { field: string; code: string; text: { zh: string } }[] }
  expect(issues.map(({ field, code }) => [field, code])).toEqual([
    ['code', 'item-code-taken'],
    ['name', 'item-incomplete'],
    ['basis', 'no-basis-no-entry'],
    ['to', 'item-period-wrong'],
    ['money', 'assistance-without-funds'],
  ])
  expect(issues.every(({ text }) => text.zh)).toBe(true)
  expect(
    (await city.send('PUT', `${at}/items/L4-099`, { as, body: { item: { ...item, code: 'L4-099' }, add: true } })).body,
  ).toMatchObject({ items: content.items.length + 1 })
  expect((await city.send('PUT', `${at}/items/L4-099`, { as, body: { item: null } })).status).toBe(200)
  expect((await city.send('PUT', `${at}/items/L4-098`, { as, body: { item: null } })).body).toMatchObject({
    code: 'item-not-found',
  })
  for (const login of ['fanlin', 'wujun', 'sunli'])
    expect(
      (await city.send('PUT', `${at}/items/L4-001`, { as: await city.be(login), body: { item } })).status,
      login,
    ).toBe(403)
  const offices = (await city.send('GET', '/api/lists/offices', { as })).body as { code: string }[]
  expect(offices.map(({ code }) => code)).toEqual(expect.arrayContaining(['street', 'civil-affairs']))
  expect(JSON.stringify(offices)).not.toContain('140303')
  expect((await city.send('PUT', `${at}/items/L4-002`, { as, body: { item: null } })).status).toBe(200)

  const advance = (login: string, to: string) => post(login, `${at}/advance`, { to, decision: '区社建〔2026〕3号' })
  expect((await advance('ducheng', 'approved')).body).toMatchObject({ code: 'list-step-not-next' })
  expect((await advance('ducheng', 'consulting')).status).toBe(200)
  expect((await advance('majun', 'approved')).body).toMatchObject({
    code: 'list-not-heard',
    facts: { heard: 0, least: 3 },
  })
  for (const login of ['sunli', 'fengyan', 'chenglei', 'wujun'])
    expect((await post(login, `${at}/opinions`, { agrees: true, said: '同意' })).status, login).toBe(200)
  expect((await post('sunli', `${at}/opinions`, { agrees: false, said: '改主意' })).body).toMatchObject({
    code: 'opinion-given-already',
  })
  expect((await post('xuhong', `${at}/opinions`, { agrees: true, said: '别的县' })).body).toMatchObject({
    code: 'list-not-found',
  })
  expect((await advance('ducheng', 'approved')).body).toMatchObject({ code: 'own-list-not-approved' })
  expect((await advance('majun', 'approved')).status).toBe(200)
  expect((await city.send('PUT', `${at}/items/L4-003`, { as, body: { item: null } })).body).toMatchObject({
    code: 'list-not-editable',
  })
  expect((await advance('majun', 'in_force')).body).toMatchObject({ state: 'in_force', number: 2 })

  const compared = await get(`${at}/differences`)
  expect(compared.body).toMatchObject({
    before: { number: 1, state: 'superseded' },
    added: [{ code: 'L4-050' }],
    removed: [{ code: 'L4-002' }],
    changed: [{ code: 'L4-001', fields: [{ field: '预计用时', before: '240分钟', after: '200分钟' }] }],
  })
  const { rows } = await city.owner.query(
    `select distinct kind from kernel.fact where subject = 'duty-list' order by kind`,
  )
  expect(rows.map((row: { kind: string }) => row.kind)).toEqual([
    'list-approved',
    'list-consulting',
    'list-drafted',
    'list-imported',
    'list-in-force',
    'list-item-put',
    'list-item-taken-out',
    'list-opinion',
  ])
})

test('the database itself keeps a version that is or was in force as it is', async () => {
  const version = await inForce('L4')
  const tries = [
    `update duty_lists.item set content = content || '{"minutes": 1}' where version = '${version.id}'`,
    `insert into duty_lists.item (county, version, code, position, content) values ('140302', '${version.id}', 'L4-900', 99, '{}')`,
    `update duty_lists.version set state = 'draft' where id = '${version.id}'`,
    `update duty_lists.version set because = 'x' where id = '${version.id}'`,
    `update duty_lists.version set number = 9 where id = '${version.id}'`,
  ]
  for (const statement of tries) await expect(city.owner.query(statement), statement).rejects.toThrow('never changed')
})

test('an item more or less makes a new version, whole and in force the same day', async () => {
  const before = await inForce('L3')
  await city.owner.query(
    `select duty_lists.change_list('140302', '140302', 'L3', jsonb_set((select content from duty_lists.item where version = $1 and code = 'L3-001'), '{code}', '"L3-900"'), 'L3-002', '2026-03-02', '准入', gen_random_uuid())`,
    [before.id],
  )
  const after = await inForce('L3')
  expect(after.number).toBe(before.number + 1)
  expect((await get(`/api/lists/${after.county}/${after.id}/differences`)).body).toMatchObject({
    added: [{ code: 'L3-900' }],
    removed: [{ code: 'L3-002' }],
    changed: [],
  })
})
