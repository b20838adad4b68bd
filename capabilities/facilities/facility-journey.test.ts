import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, test, vi } from 'vitest'
import { importFile, sendFile } from '#testing/imports.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const [HOME, NEXT, COUNTY] = ['140302001001', '140302001002', '140302000000']
const HEADER = '社区,设施类别,设施名称,建筑面积,来源,可以使用'
const METERS = '社区,设施名称,能源类别,表号,价格类别,供应单位'

type Case = {
  county: string
  id: string
  step: string
  due_on: string | null
  orgs: string[]
  data: Record<string, unknown>
}
type Row = { county: string; id: string; revision: number }

const enter = async (register: string, header: string, ...lines: string[]) =>
  importFile(city, register, { as: await city.be('ducheng'), place: COUNTY, bytes: [header, ...lines].join('\n') })
/** The newest case of a community, as soon as counting has brought it where it is awaited. */
const taskOf = (procedure: string, place: string, step: string): Promise<Case> =>
  vi.waitFor(
    async () => {
      const { rows } = await city.owner.query<Case>(
        `select county, id, step, due_on::text, orgs, data from kernel.case where procedure = $1 and place = $2 order by opened_on desc, id desc limit 1`,
        [procedure, place],
      )
      expect(rows[0]?.step).toBe(step)
      return rows[0] as Case
    },
    { timeout: 10_000 },
  )
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const rowOf = async (register: string, text: string): Promise<Row> => {
  const answer = await city.send('POST', `/api/registers/${register}/rows`, {
    as: await city.be('ducheng'),
    body: { place: HOME, text },
  })
  const [row] = (answer.body as { rows: Row[] }).rows
  if (!row) throw new Error('no such row')
  return row
}

describe('a community short of its area', () => {
  test('while nobody has entered premises nothing is said to be missing', async () => {
    await city.server.counter.newDay()
    const { rowCount } = await city.owner.query(`select from kernel.case where procedure = 'premises-shortfall'`)
    expect(rowCount).toBe(0)
  })

  test('the county has to say how, is told what is missing, and is done when the register shows the area', async () => {
    await enter('premises', HEADER, `${HOME},服务用房,社区服务中心,380.50,自建,是`)
    const task = await taskOf('premises-shortfall', HOME, 'raised')
    expect(task.data).toMatchObject({ seen: { area: 38_050, required: 50_000 } })
    expect(task.due_on).toBe('2026-05-06') // the sixtieth day is in the holiday of May
    const refused = await move('ducheng', task, 'close')
    expect(refused).toMatchObject({ status: 409, body: { code: 'area-still-short', facts: { gap: '119.50' } } })
    expect(JSON.stringify(refused.body)).toContain('还差119.50平方米')
    expect((await move('wujun', task, 'plan', {})).status).toBe(403)
    const how = { measures: ['renovate'], account: '修缮二楼' }
    expect((await move('ducheng', task, 'plan', { ...how, by: '2030-01-01' })).body).toMatchObject({
      code: 'later-than-allowed',
    })
    expect((await move('ducheng', task, 'plan', { ...how, by: '2026-03-20' })).body).toMatchObject({ step: 'planned' })
    expect((await move('ducheng', task, 'report', { account: '已进场施工' })).status).toBe(200)
    await enter('premises', HEADER, `${HOME},活动室,二楼活动室,119.49,自建,是`)
    await vi.waitFor(async () =>
      expect((await taskOf('premises-shortfall', HOME, 'planned')).data).toMatchObject({ seen: { area: 49_999 } }),
    )
    await city.server.moveDay(19)
    const late = await taskOf('premises-shortfall', HOME, 'planned')
    expect(late.orgs).toHaveLength(2)
    expect(
      (await city.send('GET', `/api/cases/${task.county}/${task.id}`, { as: await city.be('ducheng') })).body,
    ).toMatchObject({
      summary: { light: 'red' },
    })
    await enter('premises', HEADER, `${HOME},其他,门厅,0.01,自建,是`)
    await taskOf('premises-shortfall', HOME, 'reached')
  })

  test('what is enough for the floor is not for new quarters: a new task begins', async () => {
    const estate = '社区,小区名称,规划户数,已入住户数,小区类别,管理覆盖,有相邻居委会,有物业服务企业'
    await enter('estates', estate, `${HOME},新城,2050,2000,新建小区,已设居委会,是,是`)
    const task = await taskOf('premises-shortfall', HOME, 'raised')
    await vi.waitFor(async () =>
      expect((await taskOf('premises-shortfall', HOME, 'raised')).data).toMatchObject({ seen: { required: 61_500 } }),
    )
    expect(task.data).not.toMatchObject({ markedOverdueOn: expect.anything() })
  })
})

test('a commercial price is complained of until the register shows the residents’ price', async () => {
  await enter(
    'meters',
    METERS,
    `${HOME},社区服务中心,供热,R-1,非居民价格,热力公司`,
    `${HOME},社区服务中心,供水,S-1,居民价格,水务公司`,
  )
  const task = await taskOf('tariff-complaint', HOME, 'raised')
  expect(task.data).toMatchObject({ meter: { number: 'R-1' } })
  expect((await move('ducheng', task, 'close')).body).toMatchObject({ code: 'tariff-still-commercial' })
  expect((await move('ducheng', task, 'lodge', { account: '已致函热力公司' })).body).toMatchObject({ step: 'lodged' })
  const row = await rowOf('meters', 'R-1')
  const put = await city.send('POST', `/api/registers/meters/rows/${row.county}/${row.id}/correct`, {
    as: await city.be('ducheng'),
    body: { revision: row.revision, reason: '供应单位已改价', values: { tariff: 'resident', supplier: '热力公司' } },
  })
  expect(put.status, JSON.stringify(put.body)).toBe(200)
  await taskOf('tariff-complaint', HOME, 'corrected')
  const { rowCount } = await city.owner.query(`select from kernel.case where procedure = 'tariff-complaint'`)
  expect(rowCount).toBe(1)
})

describe('a bad file is refused with row and reason, and nothing is written', () => {
  const good = `${NEXT},服务用房,好的,500.00,自建,是`
  const count = async (): Promise<number> =>
    (await city.owner.query(`select from kernel.register_row where place = $1`, [NEXT])).rowCount ?? -1
  const send = async (bytes: Buffer | string, name = 'a.csv') =>
    sendFile(city, 'premises', { as: await city.be('ducheng'), place: COUNTY, bytes, name })

  test.each([
    ['a code of eleven digits', '14030200100,服务用房,甲,500.00,自建,是', '社区 unknown-place'],
    ['a community that is none', '140302001999,服务用房,甲,500.00,自建,是', '社区 unknown-place'],
    ['a community of another county', '140321106201,服务用房,甲,500.00,自建,是', '社区 unknown-place'],
    ['a name that is none', '没有这个社区,服务用房,甲,500.00,自建,是', '社区 unknown-place'],
    ['an area of −5', `${NEXT},服务用房,甲,-5,自建,是`, '建筑面积 not-an-area'],
    ['three decimals', `${NEXT},服务用房,甲,5.001,自建,是`, '建筑面积 not-an-area'],
    ['a formula', `${NEXT},服务用房,甲,=1+1,自建,是`, '建筑面积 formula'],
    ['a kind that is none', `${NEXT},麻将馆,甲,5,自建,是`, '设施类别 not-an-option'],
    ['the same premises twice', good, '设施名称 twice-in-file'],
    ['premises held already', `${HOME},服务用房,社区服务中心,380.50,自建,是`, '设施名称 held-already'],
  ] as const)('%s', async (_because, line, said) => {
    const { status, run } = await send([HEADER, good, line].join('\n'))
    expect(status).toBe(200)
    expect(run.issues.map(({ row, header, code }) => `${row} ${header} ${code}`)).toEqual([`3 ${said}`])
    const confirm = await city.send('POST', `/api/imports/${run.county}/${run.id}/confirm`, {
      as: await city.be('ducheng'),
      body: {},
    })
    expect(confirm.body).toMatchObject({ code: 'rows-have-errors' })
    expect(await count()).toBe(0)
  })

  test('a formula in a cell of a workbook, whatever it shows', async () => {
    const text = (value: string) => ({ value, type: String })
    const rows = [
      HEADER.split(',').map(text),
      [
        text(NEXT),
        text('服务用房'),
        text('甲'),
        { value: '=SUM(1,2)', type: 'Formula' as const },
        text('自建'),
        text('是'),
      ],
    ]
    const bytes = await writeXlsxFile(rows as unknown as Parameters<typeof writeXlsxFile>[0]).toBuffer()
    const { run } = await send(bytes, 'a.xlsx')
    expect(run.issues.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 formula'])
    expect(await count()).toBe(0)
  })

  test('two hundred thousand rows', async () => {
    const { status, run } = await send(`${HEADER}\n${`${NEXT},其他,甲,1,自建,是\n`.repeat(200_000)}`)
    expect({ status, code: run.code, facts: run.facts }).toEqual({
      status: 409,
      code: 'too-many-rows',
      facts: { most: 100_000, row: 100_005 },
    })
    expect(await count()).toBe(0)
  })

  test('a CSV in GBK', async () => {
    const gbk = Buffer.concat([Buffer.from('2026\n'), Buffer.from('c9e7c7f82cc9e8cca9c0e0b1f00a', 'hex')])
    const { status, run } = await send(gbk)
    expect({ status, code: run.code, facts: run.facts }).toEqual({ status: 409, code: 'not-utf-8', facts: { row: 2 } })
    expect(run.text.zh).toContain('第2行')
  })
})
