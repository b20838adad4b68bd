import { beforeAll, describe, expect, test } from 'vitest'
import { confirmRows, faults, importRows } from '#testing/importing.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const COUNTY = '140302000000'
const OTHER_COUNTY = '140321000000'
type Row = {
  county: string
  id: string
  place: string
  revision: number
  cells: Record<string, string | null>
  values?: Record<string, unknown>
  concerns?: { zh: string }[]
}
let worker = ''
let street = ''
let county = ''
let office = ''
beforeAll(async () => {
  worker = await city.be('liuyang')
  street = await city.be('wujun')
  county = await city.be('ducheng')
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

const HEADER = [
  '名称',
  '类别',
  '社区',
  '状态',
  '管理层级',
  '备案号',
  '统一社会信用代码',
  '负责人',
  '联系电话',
  '成立日期',
  '最近活动日期',
  '有可开放的设施',
  '开放协议有效期至',
  '账目与村委会分开',
  '印章与村委会分开',
]
const row = (given: Record<string, string>): string[] => HEADER.map((name) => given[name] ?? '')
const DANCE = {
  名称: '油娄沟社区舞蹈队',
  类别: '未登记的社区社会组织',
  社区: '油娄沟社区',
  状态: '正常',
  管理层级: '备案',
  备案号: '上站备2025-1',
  负责人: '王秀兰',
  联系电话: '19903539901',
  成立日期: '2019-5-1',
  最近活动日期: '2026-2-10',
}
const CARE = {
  名称: '上站社会工作服务中心',
  类别: '登记的社会组织',
  社区: '油娄沟社区',
  状态: '正常',
  统一社会信用代码: '52140399MJ0TE5T356',
  最近活动日期: '2026-1-5',
}

describe('organisations come in as a spreadsheet', () => {
  test('a bad file: every bad cell with its row and reason, and nothing written', async () => {
    const run = await importRows(city, {
      register: 'organisations',
      place: COUNTY,
      as: county,
      rows: [
        HEADER,
        row({ ...CARE, 统一社会信用代码: '52140399MJ0TE5T357' }),
        row({ ...DANCE, 类别: '帮会' }),
        row({ ...DANCE, 社区: '桃花源社区' }),
        row({ ...DANCE, 名称: '=1+1' }),
        row({ ...DANCE, 备案号: '' }),
        row({ ...DANCE, 类别: '企业' }),
        row({ ...DANCE, 类别: '驻区单位', 管理层级: '', 备案号: '' }),
        row({ ...DANCE, 联系电话: '123' }),
        row(DANCE),
        row(DANCE),
      ],
    })
    expect(faults(run)).toEqual([
      '2 统一社会信用代码 credit-code-check',
      '3 类别 not-an-option',
      '4 所在地 unknown-place',
      '5 名称 formula',
      '6 备案号 row',
      '7 管理层级 not-asked',
      '7 备案号 not-asked',
      '8 有可开放的设施 missing',
      '9 联系电话 not-a-phone',
      '11 名称 twice-in-file',
    ])
    expect(run).toMatchObject({ good: 1, bad: 9 })
    const refused = await city.send('POST', `/api/imports/${run.county}/${run.id}/confirm`, { as: county, body: {} })
    expect(refused.body).toMatchObject({ code: 'rows-have-errors' })
    expect(await held('organisations')).toBe(0)
  })

  test('a good file of a whole county: communities, a street and the county itself', async () => {
    const run = await importRows(city, {
      register: 'organisations',
      place: COUNTY,
      as: county,
      rows: [
        HEADER,
        row(DANCE),
        row(CARE),
        row({
          名称: '阳泉市第一中学',
          类别: '驻区单位',
          社区: '上站街道',
          状态: '正常',
          有可开放的设施: '是',
          开放协议有效期至: '2026-3-1',
        }),
        row({ 名称: '城区社会组织联合会', 类别: '登记的社会组织', 社区: '城区', 状态: '正常' }),
      ],
    })
    expect(faults(run)).toEqual([])
    expect(await confirmRows(city, county, run)).toMatchObject({ state: 'done', written: 4 })
    const places = (await find('organisations', { place: COUNTY }, county)).map((one) => one.place).sort()
    expect(places).toEqual(['140302000000', '140302001000', HOME, HOME])
  })

  test('the same again is held already; one file of a community may not hold another’s', async () => {
    const again = await importRows(city, {
      register: 'organisations',
      place: HOME,
      as: worker,
      rows: [HEADER, row(DANCE), row({ ...DANCE, 名称: '合唱队', 社区: '窑坡社区' })],
    })
    expect(faults(again)).toEqual(['2 名称 held-already', '3 所在地 unknown-place'])
  })
})

describe('organisations on the desk', () => {
  test('what is missing is named, in the reader’s words', async () => {
    const values = { name: '邮政支局', kind: 'resident_unit', place: '油娄沟社区', state: 'active' }
    const answer = await city.send('POST', '/api/registers/organisations/add', {
      as: worker,
      body: { place: HOME, values },
    })
    expect(answer.body).toMatchObject({
      issues: [{ field: 'hasFacilities', text: { zh: '请填写“有可开放的设施”。' } }],
    })
  })

  test('found by a part of the name within one’s own area, by the code in full, by the leader’s name in full; masked', async () => {
    expect((await find('organisations', { text: '舞蹈' }, worker)).map((one) => one.cells.name)).toEqual([DANCE.名称])
    expect(await find('organisations', { text: '52140399MJ0TE5T356' }, worker)).toHaveLength(1)
    const [byLeader] = await find('organisations', { text: '王秀兰' }, worker)
    expect(byLeader?.cells).toMatchObject({ leader: '王*', phone: '199****9901', kind: '未登记的社区社会组织' })
    expect(await find('organisations', { text: '王秀' }, worker)).toEqual([])
    expect(await find('organisations', { text: '联合会' }, worker)).toEqual([])
    expect(await find('organisations', { text: '联合会' }, county)).toHaveLength(1)
    expect(await find('organisations', { text: '舞蹈' }, await city.be('xuhong'))).toEqual([])
  })

  test('what is doubtful is said beside the row, in both languages', async () => {
    const [school] = await find('organisations', { text: '第一中学' }, street)
    expect(school?.concerns).toEqual([
      { zh: '有设施,无有效开放协议', en: 'Has facilities, and no agreement in force to open them' },
    ])
    const [dance] = await find('organisations', { text: '舞蹈' }, worker)
    expect(dance?.concerns).toBeUndefined()
  })

  test('put right without looking at what is personal; in full for a purpose only', async () => {
    const [dance] = await find('organisations', { text: '舞蹈' }, worker)
    if (!dance) throw new Error('not found')
    const page = (await city.send('GET', at('organisations', dance), { as: worker })).body as { row: Row }
    expect(page.row.values).toMatchObject({ kind: 'social_org_filed', tier: 'T2', place: HOME })
    expect(JSON.stringify(page)).not.toContain('秀兰')
    const values = {
      name: DANCE.名称,
      kind: 'social_org_filed',
      state: 'active',
      tier: 'T2',
      filingNumber: '上站备2025-1',
      foundedOn: '2019-05-01',
      lastActivityOn: '2026-03-01',
    }
    const done = await city.send('POST', at('organisations', dance, '/correct'), {
      as: worker,
      body: { revision: dance.revision, reason: '三月一日有活动', values },
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    const shown = await city.send('POST', at('organisations', dance, '/reveal'), {
      as: worker,
      body: { purpose: '联系活动场地' },
    })
    expect(shown.body).toEqual({ values: { leader: '王秀兰', phone: '+8619903539901' } })
    const looks = await city.owner.query<{ purpose: string; fields: string[] }>(
      `select purpose, fields from kernel.look`,
    )
    expect(looks.rows).toEqual([{ purpose: '联系活动场地', fields: ['leader', 'phone'] }])
    const again = await city.send('POST', at('organisations', dance, '/correct'), {
      as: worker,
      body: {
        revision: dance.revision + 1,
        reason: '更换联系电话',
        values: { ...values, leader: '王秀兰', phone: '19903539902' },
      },
    })
    expect(again.status, JSON.stringify(again.body)).toBe(200)
    const after = (await city.send('GET', at('organisations', dance), { as: worker })).body as {
      row: Row
      history: { kind: string; columns: string[] }[]
    }
    expect(after.row.cells).toMatchObject({ lastActivityOn: '2026-03-01', leader: '王*' })
    expect(after.history.map((one) => one.columns)).toEqual([['phone'], ['lastActivityOn']])
  })

  test('a correction is checked like a new row: as a whole, and for what is held', async () => {
    const [dance] = await find('organisations', { text: '舞蹈' }, worker)
    if (!dance) throw new Error('not found')
    const correct = (values: object) =>
      city.send('POST', at('organisations', dance, '/correct'), {
        as: worker,
        body: { revision: dance.revision, reason: '核对登记内容', values },
      })
    const same = { name: DANCE.名称, kind: 'social_org_filed', state: 'active', tier: 'T2' }
    expect((await correct(same)).body).toMatchObject({ code: 'cell-not-good' })
    const full = { ...same, filingNumber: '上站备2025-1' }
    expect((await correct({ ...full, creditCode: '52140399MJ0TE5T356' })).body).toMatchObject({ code: 'held-already' })
    expect((await correct({ ...full, hasFacilities: true })).status).toBe(400)
    expect(
      (await correct({ ...full, leader: '王秀兰', phone: '19903539902', creditCode: '51140399MJ0TE5T27F' })).body,
    ).toMatchObject({ code: 'form-has-errors' })
    const registered = {
      name: DANCE.名称,
      kind: 'social_org_registered',
      state: 'active',
      creditCode: '51140399MJ0TE5T27E',
    }
    expect((await correct(registered)).status).toBe(200)
    const [now] = await find('organisations', { text: '51140399MJ0TE5T27E' }, worker)
    expect(now?.cells).toMatchObject({ kind: '登记的社会组织', tier: null, leader: '王*' })
  })

  test('a credit code is held once in the whole city; nobody is told where', async () => {
    const values = {
      name: '平定某中心',
      kind: 'social_org_registered',
      place: '平定县',
      state: 'active',
      creditCode: '52140399MJ0TE5T356',
    }
    const answer = await city.send('POST', '/api/registers/organisations/add', {
      as: office,
      body: { place: OTHER_COUNTY, values },
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'held-already' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/油娄沟|140302/)
    const { creditCode: _none, ...free } = values
    const added = await city.send('POST', '/api/registers/organisations/add', {
      as: office,
      body: { place: OTHER_COUNTY, values: free },
    })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
  })

  test('ended, its code is free again, in any county', async () => {
    const [care] = await find('organisations', { text: '社会工作服务' }, worker)
    if (!care) throw new Error('not found')
    const ended = await city.send('POST', at('organisations', care, '/end'), {
      as: worker,
      body: { revision: care.revision, reason: '已注销登记' },
    })
    expect(ended.status).toBe(200)
    const values = {
      name: '平定某某中心',
      kind: 'social_org_registered',
      place: '平定县',
      state: 'active',
      creditCode: '52140399MJ0TE5T356',
    }
    const added = await city.send('POST', '/api/registers/organisations/add', {
      as: office,
      body: { place: OTHER_COUNTY, values },
    })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
  })

  test('anyone sees the open columns, searched by name; nobody is found by a leader’s name or phone', async () => {
    const open = async (text: string) =>
      (
        await city.send(
          'GET',
          `/api/open/registers/organisations/rows?place=${COUNTY}&text=${encodeURIComponent(text)}`,
        )
      ).body as { rows: { cells: Record<string, string> }[] }
    const found = await open('舞蹈')
    expect(found.rows).toHaveLength(1)
    expect(Object.keys(found.rows[0]?.cells ?? {})).not.toContain('leader')
    expect((await open('王秀兰')).rows).toEqual([])
    expect((await open('19903539902')).rows).toEqual([])
  })
})
