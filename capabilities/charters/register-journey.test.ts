import { beforeAll, expect, test } from 'vitest'
import { confirmRows, faults, importRows } from '#testing/importing.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
let worker = ''
beforeAll(async () => {
  worker = await city.be('liuyang')
})
type Found = {
  rows: {
    county: string
    id: string
    revision: number
    cells: Record<string, string | null>
    concerns?: { zh: string }[]
  }[]
}
const find = async (register: string): Promise<Found['rows']> =>
  ((await city.send('POST', `/api/registers/${register}/rows`, { as: worker, body: { place: HOME } })).body as Found)
    .rows
const rows = async (register: string): Promise<number> =>
  (
    await city.owner.query<{ n: number }>(`select count(*)::int as n from kernel.register_row where register = $1`, [
      register,
    ])
  ).rows[0]?.n ?? 0

const TEXTS = [
  '名称',
  '种类',
  '社区',
  '审核通过日期',
  '表决会议',
  '表决通过日期',
  '备案日期',
  '生效日期',
  '失效日期',
  '内容摘要',
]
const TEXT = [
  '油娄沟社区居民公约',
  '居民公约',
  '油娄沟社区',
  '2026-1-10',
  '居民会议',
  '2026-1-20',
  '2026-2-5',
  '2026-2-1',
  '',
  '喜事新办',
]
const butText = (given: Record<number, string>): string[] => TEXT.map((cell, i) => given[i] ?? cell)

test('texts: a bad file says of each row why, above all of a vote before the check; nothing written', async () => {
  const run = await importRows(city, {
    register: 'conventions',
    place: HOME,
    as: worker,
    rows: [
      TEXTS,
      butText({ 3: '2026-1-21' }),
      butText({ 1: '家规' }),
      butText({ 2: '桃花源社区' }),
      butText({ 0: '=SUM(A1)' }),
      butText({ 7: '2026-1-19' }),
      butText({ 5: '' }),
      TEXT,
      butText({ 0: '新公约', 7: '2026-6-1' }),
      butText({ 1: '自治章程' }),
    ],
  })
  expect(faults(run)).toEqual([
    '2 表决通过日期 row',
    '3 种类 not-an-option',
    '4 社区(村) unknown-place',
    '5 名称 formula',
    '6 生效日期 row',
    '7 表决通过日期 missing',
    '9 生效日期 twice-in-file',
  ])
  expect(run.issues[0]?.text.zh).toContain('审核把关')
  expect(await rows('conventions')).toBe(0)
})

test('texts: a good file is written; a late filing and a fine are said beside the row', async () => {
  const run = await importRows(city, {
    register: 'conventions',
    place: HOME,
    as: worker,
    rows: [TEXTS, butText({ 9: '乱倒垃圾罚款' })],
  })
  expect(await confirmRows(city, worker, run)).toMatchObject({ written: 1 })
  const [found] = await find('conventions')
  expect(found?.concerns?.map((one) => one.zh)).toEqual([
    '含不宜写入的内容:罚款。公约以教育为主,不得罚款或限制合法权益',
    '备案迟于期限(2026-01-30)',
  ])
  const values = {
    kind: 'residents_convention',
    title: '新公约',
    place: '油娄沟社区',
    adoptedBy: 'assembly',
    adoptedOn: '2026-02-20',
    inForceFrom: '2026-03-01',
  }
  const add = (more: object) =>
    city.send('POST', '/api/registers/conventions/add', {
      as: worker,
      body: { place: HOME, values: { ...values, ...more } },
    })
  expect((await add({})).body).toMatchObject({ code: 'held-already' })
  expect((await add({ checkPassedOn: '2026-02-21' })).body).toMatchObject({ code: 'cell-not-good' })
  const ended = await city.send('POST', `/api/registers/conventions/rows/${found?.county}/${found?.id}/correct`, {
    as: worker,
    body: {
      revision: found?.revision,
      reason: '被新公约替代',
      values: {
        title: '油娄沟社区居民公约',
        checkPassedOn: '2026-01-10',
        adoptedBy: 'assembly',
        adoptedOn: '2026-01-20',
        filedOn: '2026-02-05',
        inForceFrom: '2026-02-01',
        inForceTo: '2026-03-01',
        summary: '喜事新办',
      },
    },
  })
  expect(ended.status, JSON.stringify(ended.body)).toBe(200)
  expect((await add({})).status).toBe(200)
})

const COUNCILS = ['名称', '种类', '社区', '章程', '人数', '会长', '任期起', '任期止', '最近活动日期']
const COUNCIL = [
  '红白理事会',
  '红白理事会',
  '油娄沟社区',
  '理事会章程',
  '5',
  '王秀兰',
  '2024-3-1',
  '2029-2-28',
  '2026-1-15',
]
const butCouncil = (given: Record<number, string>): string[] => COUNCIL.map((cell, i) => given[i] ?? cell)

test('councils: a bad file is refused, a good one written, the head masked, two of a kind at once refused', async () => {
  const bad = await importRows(city, {
    register: 'councils',
    place: HOME,
    as: worker,
    rows: [
      COUNCILS,
      butCouncil({ 1: '麻将会' }),
      butCouncil({ 2: '桃花源社区' }),
      butCouncil({ 4: '-5' }),
      butCouncil({ 7: '2024-2-29' }),
      butCouncil({ 3: '@章程' }),
      COUNCIL,
      COUNCIL,
    ],
  })
  expect(faults(bad)).toEqual([
    '2 种类 not-an-option',
    '3 社区(村) unknown-place',
    '4 成员人数 not-a-number',
    '5 任期止 row',
    '6 章程或议事规则 formula',
    '8 任期起 twice-in-file',
  ])
  expect(await rows('councils')).toBe(0)
  const good = await importRows(city, {
    register: 'councils',
    place: HOME,
    as: worker,
    rows: [COUNCILS, COUNCIL, butCouncil({ 0: '道德评议会', 1: '道德评议会', 3: '', 4: '2', 8: '2025-1-1' })],
  })
  expect(await confirmRows(city, worker, good)).toMatchObject({ written: 2 })
  const found = await find('councils')
  expect(found.map((one) => one.cells.head)).toEqual(['王*', '王*'])
  const moral = found.find((one) => one.cells.kind === '道德评议会')
  expect(moral?.concerns?.map((one) => one.zh)).toEqual(['没有章程或议事规则', '成员少于3人', '近期没有活动'])
})
