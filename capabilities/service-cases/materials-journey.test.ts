import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
type Page = {
  moves: {
    name: string
    open: boolean
    refusal?: { code: string }
    fields: { id: string; options?: { value: string }[] }[]
  }[]
  sections: { rows: { id: string; value: { zh: string } }[] }[]
}

test('a shared material is checked by the office, from the item’s list only; purpose and basis are recorded', async () => {
  const made = await city.send('POST', '/api/applications', {
    as: await city.be('lijianguo'),
    body: {
      item: 'YQ-05-002',
      place: '140302001001',
      values: { kind: 'living', 'bank-account': '6222035012345678', delivery: 'window', consent: true },
      files: [],
    },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as { county: string; id: string }
  const page = async (): Promise<Page> =>
    (await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('chenjing') })).body as Page
  const move = async (values: object) =>
    city.send('POST', `/api/cases/${one.county}/${one.id}/moves/checkShared`, {
      as: await city.be('chenjing'),
      body: { values },
    })
  const offered = (await page()).moves.find((m) => m.name === 'checkShared')
  const shared = offered?.fields[0]?.options?.map(({ value }) => value) ?? []
  expect(shared.length).toBeGreaterThan(0)
  expect((await move({ materials: ['bank-statement'], finding: '想看看' })).body).toMatchObject({
    code: 'form-has-errors',
  })
  expect((await move({ materials: shared, finding: '与系统一致' })).status).toBe(200)
  expect(JSON.stringify((await page()).sections)).toContain('已核验(2026-03-02):与系统一致')
  expect((await page()).moves.find((m) => m.name === 'checkShared')?.refusal?.code).toBe('nothing-to-fetch')
})

test('an upload whose application never came is removed after seven days; one that belongs to a case stays', async () => {
  const person = `(select person from kernel.staff_account where login = 'chenjing')`
  const put = (id: string, caseId: string) =>
    city.owner.query(`insert into kernel.file (county, id, case_id, material, name, media_type, size, sha256, uploaded_by, uploaded_at, content)
      values ('140302', '${id}', ${caseId}, 'photo', 'a.png', 'image/png', 1, '\\x00', ${person}, '${city.clock.now().today}T00:00:00Z', '\\x00')`)
  const [lost, kept] = ['00000000-0000-7000-8000-00000000f001', '00000000-0000-7000-8000-00000000f002']
  await put(lost, 'null')
  await put(kept, '(select id from kernel.case limit 1)')
  const left = async (): Promise<string[]> =>
    (await city.owner.query<{ id: string }>(`select id from kernel.file order by id`)).rows.map(({ id }) => id)
  await city.server.moveDay(6)
  expect(await left()).toEqual([lost, kept])
  await city.server.moveDay(3)
  expect(await left()).toEqual([kept])
})

test('an agent applies for money only into the principal’s own account', async () => {
  const mandate = {
    agentName: '李建国',
    agentIdNumber: '140399195601010012',
    relation: '邻居',
    kind: 'signed',
    days: 30,
  }
  const apply = async (more: object) =>
    city.send('POST', '/api/counter/applications', {
      as: await city.be('chenjing'),
      body: {
        item: 'YQ-05-001',
        place: '140302001001',
        name: '王秀兰',
        idNumber: '140399193610091169',
        values: { band: '90', 'bank-account': '6222035012345678', delivery: 'window', consent: true },
        seen: [],
        mandate: { ...mandate, ...more },
      },
    })
  expect((await apply({})).body).toMatchObject({ code: 'account-not-the-principals' })
  expect((await apply({ ownAccount: false })).body).toMatchObject({ code: 'account-not-the-principals' })
  expect((await apply({ ownAccount: true })).status).toBe(200)
})
