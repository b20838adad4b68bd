import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { idNumberCheckCharacter } from '#kernel/identity-number'
import { addDays, plainDate } from '#kernel/calendar'
import { readSpreadsheet } from '#kernel/register/spreadsheet.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const HEADER = ['姓名', '身份证号', '联系电话', '与户主关系', '人户状态', '登记日期', '住址', '楼栋', '单元', '房号']

type Run = {
  county: string
  id: string
  state: string
  total: number
  checked: number
  good: number
  bad: number
  written: number
  reason: string | null
  issues: { row: number; column: string; header: string; code: string }[]
}

const sheet = async (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ) as unknown as Parameters<typeof writeXlsxFile>[0],
  ).toBuffer()

async function send(
  login: string,
  bytes: Buffer,
  options: { name?: string; place?: string } = {},
): Promise<{ status: number; body: Run & { code?: string } }> {
  const boundary = 'zzzzzz'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${options.name ?? 'a.xlsx'}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await city.server.app.inject({
    method: 'POST',
    url: `/api/registers/residents/imports?place=${options.place ?? HOME}`,
    headers: {
      cookie: await city.be(login),
      'x-liren': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Run }
}

async function until(run: { county: string; id: string }, ...states: string[]): Promise<Run> {
  for (let i = 0; i < 600; i++) {
    const found = (await city.send('GET', `/api/imports/${run.county}/${run.id}`, { as: await city.be('liuyang') }))
      .body as Run
    if (states.includes(found.state)) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the import did not end')
}

const count = async (): Promise<number> =>
  (await city.owner.query<{ n: number }>(`select count(*)::int as n from residents.resident`)).rows[0]?.n ?? 0
const confirm = async (run: { county: string; id: string }, body: object = {}) =>
  city.send('POST', `/api/imports/${run.county}/${run.id}/confirm`, { as: await city.be('liuyang'), body })
/** So many people, each with a number of their own, three to a dwelling. */
const made = (n: number, seed: number): string[][] =>
  Array.from({ length: n }, (_, i) => {
    const day = addDays(plainDate(`${1930 + seed}-01-01`), Math.floor(i / 900)).replaceAll('-', '')
    const body = `140399${day}${String(1 + (i % 900)).padStart(3, '0')}`
    return [
      `试验${i}`,
      body + idNumberCheckCharacter(body),
      `199${String(10_000_000 + i)}`,
      i % 3 === 0 ? '户主' : '家庭成员',
      '人户一致',
      '2018-1-5',
      '试验小区',
      `${1 + Math.floor(i / 300)}号楼`,
      '1单元',
      String(Math.floor(i / 3)),
    ]
  })

describe('an import of residents', () => {
  test('says of every bad line its row, column and reason, writes nothing, and the error file holds them', async () => {
    const before = await count()
    const good = made(2, 7)[0] ?? []
    const bad = [
      ['王一', '140399195601010013', '19903530001', '户主', '人户一致', '2018-1-5', '甲小区', '', '', '1'],
      ['王二', '140399800815123', '19903530001', '户主', '人户一致', '20180105', '甲小区', '', '', '2'],
      ['王三', 140399195601010000, '', '户主', '人户一致', 43105, '甲小区', '', '', '3'],
      ['王四', '140399199008151234', '123', '户主', '乱写', '2018-2-30', '甲小区', '', '', '4'],
      ['=1+1', '140399198504052046', '', '户主', '人户一致', '', '', '', '', '5'],
      good,
      good,
      ['李建国', '140399195601010012', '', '户主', '人户一致', '', '油娄沟小区', '', '', '9'],
    ]
    const { status, body } = await send(
      'liuyang',
      await sheet([['二〇二六年居民登记'], HEADER, ...bad] as (string | number)[][]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const run = await until(body, 'checked', 'failed')
    expect(run.issues.map(({ row, column, code }) => `${row}${column} ${code}`)).toEqual(
      expect.arrayContaining([
        '3B id-number-check',
        '4B id-number-15-digits',
        '5B number-cell',
        '6C not-a-phone',
        '6E not-an-option',
        '6F not-a-date',
        '7A formula',
        '7G missing',
        '9B twice-in-file',
        '10B held-already',
      ]),
    )
    expect(await count()).toBe(before)
    expect((await confirm(body)).body).toMatchObject({ code: 'rows-have-errors' })
    const file = await city.send('GET', `/api/imports/${body.county}/${body.id}/errors.xlsx`, {
      as: await city.be('liuyang'),
    })
    const colleague = await city.send('GET', `/api/imports/${body.county}/${body.id}/errors.xlsx`, {
      as: await city.be('sunli'),
    })
    expect(colleague.status, 'rows in full are for whoever brought them').toBe(404)
    const back = await readSpreadsheet('a.xlsx', file.raw)
    if (!back.ok) throw new Error(back.code)
    expect(back.value[0]?.at(-1)).toBe('错误原因')
    expect(back.value).toHaveLength(1 + run.bad)
    expect((await confirm(body, { onlyGood: true })).status).toBe(200)
    await until(body, 'done')
    expect(await count()).toBe(before + run.good)
  })

  test('twenty thousand rows: checked and written with progress, in one transaction, numbers sealed', async () => {
    const wanted = made(20_000, 11)
    const before = await count()
    const bytes = await sheet([HEADER, ...wanted])
    const { body } = await send('liuyang', bytes)
    const checked = await until(body, 'checked', 'failed')
    expect(checked).toMatchObject({ state: 'checked', total: 20_000, checked: 20_000 })
    expect(checked.issues.slice(0, 3)).toEqual([])
    await confirm(body, { onlyGood: true })
    expect(await until(body, 'done', 'failed')).toMatchObject({ state: 'done', written: checked.good })
    expect(await count()).toBe(before + checked.good)
    expect((await send('liuyang', bytes)).body).toMatchObject({ code: 'imported-already' })
    const stored = JSON.stringify(
      (await city.owner.query(`select * from residents.resident where place = $1 limit 50`, [HOME])).rows,
    )
    expect(stored).not.toContain(wanted[0]?.[1])
  }, 120_000)

  test('a database connection cut in the middle leaves nothing half written', async () => {
    const { body } = await send('liuyang', await sheet([HEADER, ...made(3000, 23)]))
    await until(body, 'checked')
    const before = await count()
    await confirm(body, { onlyGood: true })
    for (let cut = 0; cut === 0; ) {
      const found = await city.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%insert into residents%' and pid <> pg_backend_pid()`,
      )
      cut = found.rowCount ?? 0
      const state = (
        await city.owner.query<{ state: string }>(`select state from kernel.import_run where id = $1`, [body.id])
      ).rows[0]?.state
      if (state === 'done') throw new Error('too fast to be cut')
    }
    expect(await until(body, 'failed')).toMatchObject({ reason: 'nothing was written' })
    expect(await count()).toBe(before)
  }, 60_000)

  test.each([
    ['the worker of the next community', 'zhouwei', 403],
    ['a department', 'fanlin', 403],
    ['the system administrator', 'sysadmin', 403],
    ['a resident', 'lijianguo', 403],
  ] as const)('%s may not', async (_because, login, status) => {
    expect((await send(login, await sheet([HEADER, ...made(1, 5)]))).status).toBe(status)
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.xlsx', 'not-a-spreadsheet'],
    ['a broken workbook', Buffer.from('504b030400', 'hex'), 'a.xlsx', 'not-a-spreadsheet'],
    ['a table without the columns', Buffer.from('姓名,年龄\n王一,3\n'), 'a.csv', 'header-missing'],
    ['a header with nothing under it', Buffer.from('姓名,身份证号,人户状态,住址\n'), 'a.csv', 'no-rows'],
  ] as const)('%s is refused', async (_because, bytes, name, code) => {
    expect((await send('liuyang', bytes, { name })).body).toMatchObject({ code })
  })

  test('a table in GBK is refused: its first foreign line is named, and what to do', async () => {
    // A title in ASCII, then 姓名,身份证号,人户状态,住址 in GBK.
    const gbk = Buffer.concat([
      Buffer.from('2026\n'),
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac52cc8cbbba7d7b4ccac2cd7a1d6b70a', 'hex'),
    ])
    const { status, body } = await send('liuyang', gbk, { name: 'a.csv' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'not-utf-8', facts: { row: 2 } })
    expect(JSON.stringify(body)).toContain('CSV UTF-8')
  })
})
