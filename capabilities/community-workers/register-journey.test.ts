import { beforeAll, expect, test } from 'vitest'
import { confirmRows, faults, importRows } from '#testing/importing.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
type Row = {
  county: string
  id: string
  revision: number
  cells: Record<string, string | null>
  concerns?: { zh: string }[]
}
const HEADER = [
  '姓名',
  '身份证号',
  '社区',
  '证书等级',
  '证书编号',
  '登记日期',
  '登记有效期至',
  '社会工作专业学历',
  '从业人员',
  '性别',
]
const ONE = [
  '王秀兰',
  '140399195601010020',
  '油娄沟社区',
  '助理',
  '2024-0001',
  '2024-6-1',
  '2027-6-1',
  '否',
  '是',
  '女',
]
const but = (given: Record<number, string>): string[] => ONE.map((cell, i) => given[i] ?? cell)
let worker = ''
let pingding = ''
beforeAll(async () => {
  worker = await city.be('liuyang')
  pingding = await city.be('xuhong')
})
const find = async (body: object, as: string): Promise<Row[]> =>
  ((await city.send('POST', '/api/registers/social-workers/rows', { as, body })).body as { rows: Row[] }).rows
const rows = async (): Promise<number> =>
  (
    await city.owner.query<{ n: number }>(
      `select count(*)::int as n from kernel.register_row where register = 'social-workers'`,
    )
  ).rows[0]?.n ?? 0

test('a bad file: every bad cell with its row and reason, and nothing written', async () => {
  const run = await importRows(city, {
    register: 'social-workers',
    place: HOME,
    as: worker,
    rows: [
      HEADER,
      but({ 1: '140399195601010021' }),
      but({ 3: '大师' }),
      but({ 2: '桃花源社区' }),
      but({ 0: '=A1' }),
      but({ 4: '' }),
      but({ 3: '无', 4: '', 5: '', 6: '', 8: '否' }),
      but({ 3: '无' }),
      but({ 9: '男' }),
      ONE,
      but({ 4: '2024-0002' }),
    ],
  })
  expect(faults(run)).toEqual([
    '2 公民身份号码 id-number-check',
    '3 证书等级 not-an-option',
    '4 所在社区 unknown-place',
    '5 姓名 formula',
    '6 证书编号 missing',
    '7 从业人员 row',
    '8 证书编号 not-asked',
    '8 登记日期 not-asked',
    '8 登记有效期至 not-asked',
    '9 性别 row',
    '11 公民身份号码 twice-in-file',
  ])
  expect(await rows()).toBe(0)
})

test('a good file is written; sealed, masked, found by the whole name or number', async () => {
  const run = await importRows(city, {
    register: 'social-workers',
    place: HOME,
    as: worker,
    rows: [
      HEADER,
      ONE,
      but({ 0: '李建国', 1: '140399195601010012', 4: '2022-0007', 5: '2022-6-1', 6: '2025-6-1', 9: '男' }),
    ],
  })
  expect(faults(run)).toEqual([])
  expect(await confirmRows(city, worker, run)).toMatchObject({ state: 'done', written: 2 })
  const kept = await city.owner.query(`select cells::text from kernel.register_row where register = 'social-workers'`)
  expect(JSON.stringify(kept.rows)).not.toMatch(/秀兰|140399195601010020|2024-0001/)
  const [found] = await find({ text: '140399195601010020' }, worker)
  expect(found?.cells).toMatchObject({ name: '王*', idNumber: '140399********0020', level: '助理社会工作师' })
  expect(await find({ text: '王秀兰' }, worker)).toHaveLength(1)
  const [late] = await find({ text: '李建国' }, worker)
  expect(late?.concerns?.map((one) => one.zh)).toEqual(['证书登记已于2025-06-01到期'])
})

test('one row a person in the whole city: another county is told that the number is held, and not where', async () => {
  const run = await importRows(city, {
    register: 'social-workers',
    place: '140321106000',
    as: pingding,
    rows: [
      HEADER,
      but({ 2: '娘子关镇', 4: '2024-0099' }),
      but({ 1: '140399198504052046', 2: '娘子关镇', 4: '2024-0001' }),
    ],
  })
  expect(faults(run)).toEqual(['2 公民身份号码 held-already', '3 证书编号 held-already'])
  expect(JSON.stringify(run)).not.toMatch(/油娄沟|140302/)
  expect(await find({ text: '140399195601010020' }, pingding)).toEqual([])
  const values = {
    name: '王秀兰',
    idNumber: '140399195601010020',
    place: '娘子关镇',
    level: 'none',
    degree: false,
    practitioner: true,
  }
  const add = () =>
    city.send('POST', '/api/registers/social-workers/add', { as: pingding, body: { place: '140321106000', values } })
  expect((await add()).body).toMatchObject({ code: 'held-already' })
  const [here] = await find({ text: '140399195601010020' }, worker)
  const ended = await city.send('POST', `/api/registers/social-workers/rows/${here?.county}/${here?.id}/end`, {
    as: worker,
    body: { revision: here?.revision, reason: '调往外县工作' },
  })
  expect(ended.status).toBe(200)
  expect((await add()).status).toBe(200)
  expect((await add()).body).toMatchObject({ code: 'held-already' })
})

test('two at once in two counties: one is written', async () => {
  const values = { name: '张敏', idNumber: '140399198504052046', level: 'none', degree: true, practitioner: false }
  const add = (as: string, place: string) =>
    city.send('POST', '/api/registers/social-workers/add', { as, body: { place, values: { ...values, place } } })
  const answers = await Promise.all([add(worker, HOME), add(pingding, '140321106000')])
  expect(answers.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409])
  const held = await city.owner.query(
    `select 1 from kernel.register_key where register = 'social-workers' and held and county = '140300' and row in (select id from kernel.register_row where ended_on is null) and key like 'idNumber:%'`,
  )
  expect(held.rows).toHaveLength(3)
})

test('the person whom the city knows sees who looked, and why', async () => {
  const [found] = await find({ text: '李建国' }, worker)
  const shown = await city.send('POST', `/api/registers/social-workers/rows/${found?.county}/${found?.id}/reveal`, {
    as: worker,
    body: { purpose: '核对继续教育学时' },
  })
  expect(shown.body).toMatchObject({ values: { name: '李建国', idNumber: '140399195601010012' } })
  const looks = await city.owner.query(
    `select 1 from kernel.look l join kernel.person p on p.id = l.subject where p.name_masked = '李*' and l.purpose = '核对继续教育学时'`,
  )
  expect(looks.rows).toHaveLength(1)
})
