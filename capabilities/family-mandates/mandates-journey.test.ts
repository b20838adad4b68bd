import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })

const post = async (as: string, url: string, body: object = {}) => city.send('POST', url, { as, body })
const codeOf = async (as: string) => ((await post(as, '/api/me/mandates')).body as { code: string }).code

test('two taps and a code: the daughter applies for her mother, with what is on file of the mother', async () => {
  const [mother, daughter] = [await city.be('wangxiulan'), await city.be('zhangmin')]
  const code = await codeOf(mother)
  expect(code).toMatch(/^\d{8}$/)
  const taken = await post(daughter, '/api/me/mandates/take', {
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    relation: 'child',
  })
  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  const mandate = (taken.body as { id: string }).id
  expect(taken.body).toMatchObject({ name: '王*', relation: { zh: '子女' } })
  expect((await city.send('GET', '/api/me/mandates', { as: mother })).body).toMatchObject({ given: [{ name: '张*' }] })
  const told = await city.send('GET', '/api/me/messages', { as: mother })
  expect(JSON.stringify(told.body)).toContain('您的家人已可以替您办事')

  const held = await city.send('GET', `/api/services/YQ-05-001/held?mandate=${mandate}`, { as: daughter })
  expect(JSON.stringify(held.body)).toContain('王')
  const made = await post(daughter, '/api/applications', {
    item: 'YQ-05-005',
    place: '140302001001',
    values: { delivery: 'window', consent: true },
    files: [],
    mandate,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const { county, id } = made.body as { county: string; id: string }
  for (const as of [mother, daughter])
    expect((await city.send('GET', `/api/cases/${county}/${id}`, { as })).status).toBe(200)
  const fact = await city.owner.query(
    `select actor, on_behalf from kernel.fact where case_id = $1 and kind = 'opened'`,
    [id],
  )
  const [row] = fact.rows as { actor: string; on_behalf: string }[]
  expect(row?.on_behalf).toBeTruthy()
  expect(row?.actor).not.toBe(row?.on_behalf)

  const ended = await post(mother, `/api/me/mandates/140300/${mandate}/end`)
  expect(ended.body).toEqual({ ok: true, cases: 1 })
  expect((await city.send('GET', `/api/cases/${county}/${id}`, { as: daughter })).status).toBe(404)
  expect((await city.send('GET', `/api/cases/${county}/${id}`, { as: mother })).status).toBe(200)
  const after = await city.send('GET', `/api/services/YQ-05-001/held?mandate=${mandate}`, { as: daughter })
  expect(after.body).toMatchObject({ code: 'mandate-not-in-force' })
})

test('money goes to the principal’s own account: whoever grants it says so', async () => {
  const { itemByCode } = await import('#capabilities/service-items')
  const { outcomeMoves } = await import('../service-cases/outcome.v1.moves.ts')
  const decide = outcomeMoves.decide
  const view = (kind: 'family' | 'signed') =>
    ({ self: { data: { item: 'YQ-05-001', mandate: { kind } } }, values: { outcome: 'approve' }, world: {} }) as never
  expect(itemByCode('YQ-05-001').paysMoney).toBe(true)
  expect(decide?.form?.(view('family')).map((one) => one.id)).toContain('ownAccount')
  expect(decide?.form?.(view('signed')).map((one) => one.id)).not.toContain('ownAccount')
  expect(decide?.run(view('family'))).toMatchObject({ ok: false, code: 'account-not-the-principals' })
})

test('refused: one’s own code, a used code, a wrong one, somebody else’s mandate, a proof too low', async () => {
  const [one, two, third] = [await city.be('wangxiulan'), await city.be('zhangmin'), await city.be('lijianguo')]
  const code = await codeOf(one)
  const refusal = async (as: string, given: object) =>
    ((await post(as, '/api/me/mandates/take', given)).body as { code: string }).code
  expect(await refusal(one, { code, relation: 'child' })).toBe('mandate-of-oneself')
  expect(await refusal(two, { code: '00000000', relation: 'child' })).toBe('mandate-code-wrong')
  const taken = await post(two, '/api/me/mandates/take', { code, relation: 'child' })
  expect(taken.status).toBe(200)
  expect(await refusal(third, { code, relation: 'child' })).toBe('mandate-code-wrong')
  const mandate = (taken.body as { id: string }).id
  const foreign = await city.send('GET', `/api/services/YQ-05-001/held?mandate=${mandate}`, { as: third })
  expect(foreign.body).toMatchObject({ code: 'mandate-not-in-force' })
  const ending = await post(third, `/api/me/mandates/140300/${mandate}/end`)
  expect(ending.body).toMatchObject({ code: 'mandate-not-in-force' })
  const stored = await city.owner.query(`select code_hash from family_mandates.mandate where id = $1`, [mandate])
  expect(stored.rows).toEqual([{ code_hash: null }])
})
