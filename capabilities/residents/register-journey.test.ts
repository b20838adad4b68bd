import { beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '#kernel/register/spreadsheet.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
type Row = {
  county: string
  id: string
  revision: number
  endedOn: string | null
  cells: Record<string, string | null>
}
type Found = { rows: Row[]; next: string | null }

const VALUES = {
  name: '何晓梅',
  idNumber: '140399198802020026',
  phone: '19903539901',
  relation: '户主',
  status: 'R1',
  address: '油娄沟小区',
  building: '9号楼',
  unit: '1单元',
  room: '101',
}
let worker = ''
beforeAll(async () => {
  worker = await city.be('liuyang')
})

const add = (values: object, as = worker, place = HOME) =>
  city.send('POST', '/api/registers/residents/add', { as, body: { place, values } })
const find = async (body: object, as = worker): Promise<Found> =>
  (await city.send('POST', '/api/registers/residents/rows', { as, body })).body as Found
const at = (row: Row, more = ''): string => `/api/registers/residents/rows/${row.county}/${row.id}${more}`

describe('residents on the desk', () => {
  test('a row by hand is checked like a row of a spreadsheet, and entered once', async () => {
    const wrong = await add({ ...VALUES, idNumber: '140399198802020027' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toMatchObject({ code: 'form-has-errors', issues: [{ field: 'idNumber' }] })
    expect((await add({ ...VALUES, shoe: '42' })).body).toMatchObject({ code: 'form-has-errors' })
    expect((await add(VALUES, worker, NEXT)).status).toBe(403)
    const added = await add(VALUES)
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    expect(await add(VALUES)).toMatchObject({ status: 409, body: { code: 'held-already' } })
  })

  test('found by the whole number or the address, masked; a part of a number finds nothing', async () => {
    const { rows } = await find({ text: VALUES.idNumber })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.cells).toMatchObject({ name: '何*', building: '9号楼', status: '人户一致' })
    expect(JSON.stringify(rows)).not.toContain(VALUES.idNumber)
    expect(JSON.stringify(rows)).not.toContain('晓')
    expect((await find({ text: VALUES.phone })).rows).toHaveLength(1)
    expect((await find({ place: HOME, text: '9号楼' })).rows).toHaveLength(1)
    expect((await find({ place: HOME, text: '14039919880202' })).rows).toHaveLength(0)
    expect((await city.send('POST', '/api/registers/residents/rows', { as: worker, body: {} })).body).toMatchObject({
      code: 'place-or-number',
    })
  })

  test('who joins a dwelling joins its household', async () => {
    const joined = await add({
      ...VALUES,
      name: '何小宝',
      idNumber: '140399201503030018',
      phone: undefined,
      relation: '子',
    })
    expect(joined.status, JSON.stringify(joined.body)).toBe(200)
    const { rows } = await city.owner.query<{ n: number }>(
      `select count(distinct household)::int as n from residents.resident r join residents.household h using (county) where h.id = r.household and h.building = '9号楼' and h.address = '油娄沟小区' and h.room = '101'`,
    )
    expect(rows[0]?.n).toBe(1)
  })

  test('in full only for a purpose, which the auditor counts', async () => {
    const row = (await find({ text: VALUES.idNumber })).rows[0] as Row
    expect((await city.send('POST', at(row, '/reveal'), { as: worker, body: { purpose: '看' } })).status).toBe(400)
    const shown = await city.send('POST', at(row, '/reveal'), { as: worker, body: { purpose: '上门核对住址' } })
    expect(shown.body).toEqual({ values: { name: '何晓梅', idNumber: VALUES.idNumber, phone: '+8619903539901' } })
    const audit = await city.send('GET', '/api/audit/looks', { as: await city.be('auditor') })
    expect(audit.body).toMatchObject({
      aDay: 50,
      rows: [{ looks: 1, people: 1, tooMany: false, purposes: ['上门核对住址'] }],
    })
    expect(JSON.stringify(audit.body)).not.toContain('晓梅')
    const person = (
      await city.owner.query<{ person: string }>(`select person from residents.resident where id = $1`, [row.id])
    ).rows[0]?.person
    const look = async (times: number): Promise<void> => {
      await city.owner.query(
        `insert into kernel.look (county, id, at, day, subject, actor, role, org, purpose, fields) select county, gen_random_uuid(), at, day, subject, actor, role, org, purpose, fields from (select * from kernel.look where subject = $1 limit 1) one, generate_series(1, $2::int)`,
        [person, times],
      )
    }
    const audited = async () => (await city.send('GET', '/api/audit/looks', { as: await city.be('auditor') })).body
    const alerts = async () =>
      (await city.owner.query(`select from kernel.fact where kind = 'looks-too-many'`)).rowCount
    await look(48)
    expect(await audited()).toMatchObject({ rows: [{ looks: 49, tooMany: false }] })
    expect(await alerts()).toBe(0)
    await city.send('POST', at(row, '/reveal'), { as: worker, body: { purpose: '上门核对住址' } })
    expect(await audited()).toMatchObject({ rows: [{ looks: 50, tooMany: true }] })
    await city.send('POST', at(row, '/reveal'), { as: worker, body: { purpose: '上门核对住址' } })
    expect(await alerts(), 'once a day for a person').toBe(1)
  })

  test('put right with a reason; two at once: the second is told; what stood before is kept, sealed', async () => {
    const row = (await find({ text: VALUES.idNumber })).rows[0] as Row
    const body = {
      revision: row.revision,
      reason: '本人更正手机号',
      values: { name: '何晓梅', phone: '19903539902', relation: '户主', status: 'R1' },
    }
    expect(
      (
        await city.send('POST', at(row, '/correct'), {
          as: worker,
          body: { ...body, values: { ...body.values, phone: '123' } },
        })
      ).status,
    ).toBe(400)
    expect(
      (
        await city.send('POST', at(row, '/correct'), {
          as: worker,
          body: { ...body, values: { ...body.values, idNumber: VALUES.idNumber } },
        })
      ).status,
    ).toBe(400)
    const done = await city.send('POST', at(row, '/correct'), { as: worker, body })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect((await city.send('POST', at(row, '/correct'), { as: worker, body })).body).toMatchObject({
      code: 'row-changed-meanwhile',
    })
    const page = await city.send('GET', at(row), { as: worker })
    expect(page.body).toMatchObject({
      row: { revision: row.revision + 1 },
      history: [{ kind: 'corrected', reason: '本人更正手机号' }],
    })
    expect((await find({ text: '19903539902' })).rows).toHaveLength(1)
    const kept = await city.owner.query<{ before: Buffer }>(
      `select before from kernel.register_change where row = $1`,
      [row.id],
    )
    expect(kept.rows[0]?.before.toString('latin1')).not.toContain('19903539901')
    await expect(city.owner.query(`delete from kernel.register_change`)).rejects.toThrow(/never changed/)
  })

  test('taken out as a spreadsheet: masked, and a fact', async () => {
    const answer = await city.server.app.inject({
      method: 'POST',
      url: '/api/registers/residents/export',
      headers: { cookie: worker, 'x-liren': '1', 'content-type': 'application/json' },
      payload: JSON.stringify({ place: HOME, purpose: '核对入户名册' }),
    })
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200)
    const sheet = await readSpreadsheet('a.xlsx', answer.rawPayload)
    const text = JSON.stringify(sheet)
    expect(text).toContain('何*')
    expect(sheet.ok && sheet.value[0]?.[0], 'who, when, what for').toMatch(
      /2026-03-02 油娄沟.*社区专职工作人员 刘洋 导出,用途:核对入户名册/,
    )
    expect(text).not.toContain(VALUES.idNumber)
    const facts = await city.owner.query<{ content: { rows: number } }>(
      `select content from kernel.fact where kind = 'register-exported'`,
    )
    expect(facts.rows[0]?.content.rows).toBeGreaterThan(1)
  })

  test('a neighbouring community and a resident see nothing of it', async () => {
    const row = (await find({ text: VALUES.idNumber })).rows[0] as Row
    await city.owner.query(
      `update kernel.appointment set role = 'community_worker' where place = $1 and role = 'window_clerk'`,
      [NEXT],
    )
    const neighbour = await city.be('zhouwei')
    expect((await find({ place: HOME }, neighbour)).rows).toHaveLength(0)
    expect((await find({ text: VALUES.idNumber }, neighbour)).rows).toHaveLength(0)
    expect((await city.send('GET', at(row), { as: neighbour })).status).toBe(404)
    expect(
      (await city.send('POST', at(row, '/reveal'), { as: neighbour, body: { purpose: '上门核对住址' } })).status,
    ).toBe(404)
    expect((await city.send('GET', at(row), { as: await city.be('lijianguo') })).status).toBe(403)
  })

  test('ended with its reason, kept, not held any more, and not put right any more', async () => {
    const row = (await find({ text: VALUES.idNumber })).rows[0] as Row
    const body = { revision: row.revision, reason: '已迁出本社区' }
    expect((await city.send('POST', at(row, '/end'), { as: worker, body })).status).toBe(200)
    expect((await find({ text: VALUES.idNumber })).rows).toHaveLength(0)
    expect((await find({ text: VALUES.idNumber, ended: true })).rows[0]).toMatchObject({ endedBecause: '已迁出本社区' })
    expect(
      (await city.send('POST', at(row, '/end'), { as: worker, body: { ...body, revision: row.revision + 1 } })).body,
    ).toMatchObject({ code: 'row-has-ended' })
    expect((await add(VALUES)).status).toBe(200)
  })
})
