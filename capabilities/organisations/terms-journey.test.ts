import { beforeAll, describe, expect, test } from 'vitest'
import { confirmRows, faults, importRows } from '#testing/importing.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
type Row = {
  county: string
  id: string
  revision: number
  cells: Record<string, string | null>
  values?: Record<string, unknown>
}
let worker = ''
let office = ''
beforeAll(async () => {
  worker = await city.be('liuyang')
  office = await city.be('hanmei')
})

const find = async (register: string, body: object, as: string): Promise<Row[]> =>
  ((await city.send('POST', `/api/registers/${register}/rows`, { as, body })).body as { rows: Row[] }).rows
const at = (register: string, row: Row, more = ''): string =>
  `/api/registers/${register}/rows/${row.county}/${row.id}${more}`
const held = async (register: string): Promise<number> =>
  (
    await city.owner.query<{ n: number }>(`select count(*)::int as n from kernel.register_row where register = $1`, [
      register,
    ])
  ).rows[0]?.n ?? 0

describe('terms of office', () => {
  const TERMS = ['机构', '机构类别', '职务', '姓名', '社区', '任职日期', '届满日期', '产生方式', '本社区居民', '女性']
  const chair = [
    '油娄沟社区居民委员会',
    '居委会',
    '主任',
    '孙丽',
    '油娄沟社区',
    '2021-3-1',
    '2026-3-1',
    '选举',
    '是',
    '是',
  ]
  const but = (given: Record<number, string>): string[] => chair.map((cell, i) => given[i] ?? cell)
  test('a bad file: unknown post, a day that does not exist, a term that ends first, two chairs at once', async () => {
    const run = await importRows(city, {
      register: 'terms-of-office',
      place: HOME,
      as: worker,
      rows: [
        TERMS,
        but({ 2: '老大' }),
        but({ 5: '2021-2-30' }),
        but({ 6: '2021-2-28' }),
        but({ 8: '也许' }),
        chair,
        but({ 3: '赵强', 5: '2026-2-28', 6: '2031-2-28' }),
        but({ 2: '委员', 3: '赵强' }),
        but({ 2: '委员', 3: '钱敏' }),
      ],
    })
    expect(faults(run)).toEqual([
      '2 职务 not-an-option',
      '3 任职日期 not-a-date',
      '4 任期届满或离任日期 row',
      '5 本社区居民 not-yes-no',
      '7 任职日期 twice-in-file',
    ])
    expect(await held('terms-of-office')).toBe(0)
    expect(await confirmRows(city, worker, run, true)).toMatchObject({ written: 3 })
  })
  test('a chair while there is one is refused; from the day of the hand-over, not', async () => {
    const values = {
      organisation: '油娄沟社区居民委员会',
      body: 'committee',
      post: 'chair',
      person: '赵强',
      place: '油娄沟社区',
      to: '2031-03-01',
      way: 'elected',
      livesHere: true,
      woman: false,
    }
    const add = (from: string) =>
      city.send('POST', '/api/registers/terms-of-office/add', {
        as: worker,
        body: { place: HOME, values: { ...values, from } },
      })
    expect((await add('2026-02-28')).body).toMatchObject({ code: 'held-already' })
    expect((await add('2026-03-01')).status).toBe(200)
    expect((await add('2026-03-01')).body).toMatchObject({ code: 'held-already' })
  })
  test('a term cannot be lengthened into the next one; yes and no are put right as what they are', async () => {
    const first = (await find('terms-of-office', { place: HOME, text: '居民委员会' }, worker)).find(
      (one) => one.cells.from === '2021-03-01' && one.cells.post === '主任',
    )
    if (!first) throw new Error('not found')
    const correct = (values: object) =>
      city.send('POST', at('terms-of-office', first, '/correct'), {
        as: worker,
        body: { revision: first.revision, reason: '按任命文件更正', values },
      })
    const same = { from: '2021-03-01', to: '2026-03-01', way: 'elected', livesHere: true, woman: true }
    expect((await correct({ ...same, to: '2026-03-02' })).body).toMatchObject({ code: 'held-already' })
    expect((await correct({ ...same, to: '2026-02-15', livesHere: false })).status).toBe(200)
    const now = (await city.send('GET', at('terms-of-office', first), { as: worker })).body as { row: Row }
    expect(now.row.values).toMatchObject({ to: '2026-02-15', livesHere: false, woman: true })
    expect(now.row.cells.person).toBe('孙*')
  })
})

describe('names of offices', () => {
  const search = async (name: string, as = '') =>
    (await city.send('GET', `/api/open/office-names?name=${encodeURIComponent(name)}`, { as })).body as {
      name: string
      today: string
      until: string | null
      standing: string
      text: { zh: string; en: string }
    }[]
  test('a name of 2018 finds today’s office, says until when, and how sure that is; anyone may ask', async () => {
    expect(await search('市法制办')).toMatchObject([
      {
        today: '市司法局(法制)',
        until: '2018-12-31',
        standing: 'practice',
        text: { zh: '此名用至2018年12月31日,今为市司法局(法制)(待本地确认)' },
      },
    ])
    expect((await search('市地震局'))[0]).toMatchObject({ today: '市防震减灾中心', standing: 'unverified' })
    expect((await search('卫计委')).map((one) => one.today).sort()).toEqual(['市医保局', '市卫生健康委'])
    expect((await search('市生态环境局')).map((one) => one.text.zh)).toEqual(['现用名称'])
    expect(await search('桃花源局')).toEqual([])
  })
  test('the city office puts a name right with its document; a community does not keep them', async () => {
    const [name] = await find('organisation-names', { text: '市水务局' }, office)
    if (!name) throw new Error('not found')
    const values = {
      office: '市水利局',
      change: 'renamed',
      to: '2019-03-20',
      standing: 'confirmed',
      document: '阳办发〔2019〕1号',
    }
    const done = await city.send('POST', at('organisation-names', name, '/correct'), {
      as: office,
      body: { revision: name.revision, reason: '按机构改革文件核实', values },
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect((await search('市水务局'))[0]).toMatchObject({
      until: '2019-03-20',
      standing: 'confirmed',
      text: { zh: '此名用至2019年3月20日,今为市水利局' },
    })
    expect(
      (await city.send('POST', '/api/registers/organisation-names/rows', { as: worker, body: { text: '水务' } }))
        .status,
    ).toBe(404)
  })
  test('a bad file of names is refused whole, a good one is written', async () => {
    const names = ['曾用名', '现名称', '沿革方式', '用至', '核实情况', '所在地']
    const bad = await importRows(city, {
      register: 'organisation-names',
      place: '140300000000',
      as: office,
      rows: [
        names,
        ['市法制办', '市司法局(法制)', '并入', '2018-12-31', '已核实', '140300000000'],
        ['旧名', '新名', '变了', '2018-13-01', '已核实', '140300000000'],
        ['=A1', '新名', '更名', '', '已核实', '140300000000'],
      ],
    })
    expect(faults(bad)).toEqual([
      '2 现名称 held-already',
      '3 沿革方式 not-an-option',
      '3 用至 not-a-date',
      '4 曾用名 formula',
    ])
    const good = await importRows(city, {
      register: 'organisation-names',
      place: '140300000000',
      as: office,
      rows: [names, ['市粮食局', '市发改委', '并入', '2019-3-1', '未核实', '140300000000']],
    })
    expect(await confirmRows(city, office, good)).toMatchObject({ written: 1 })
    expect((await search('市粮食局'))[0]?.text.zh).toContain('未核实')
  })
})
