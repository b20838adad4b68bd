import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
type Case = { county: string; id: string; number: string; dueOn: string }

const report = async (login: string, body: object = {}) =>
  city.send('POST', '/api/absurd-demands', {
    as: await city.be(login),
    body: { place: HOME, kind: 'alive', demander: '某某银行', account: '一定要社区证明我还活着', ...body },
  })
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const exposed = async () =>
  (await city.send('GET', '/api/absurd-demands/exposed')).body as {
    rows: { organisation: string; state: string; text: string }[]
    ranking: { organisation: string; verified: number; inTime: number; overdue: number }[]
  }
const figures = async () => (await city.send('GET', '/api/certificates/figures')).body
const BANK = '某某银行股份有限公司城区支行'
const GOOD = `${BANK}要求老人开具“健在证明”,已函告其上级限期整改。`

test('from a referral: verified, to the superior, exposed by a second person, put right in time', async () => {
  const asked = await city.send('POST', '/api/certificates', {
    as: await city.be('lijianguo'),
    body: { place: HOME, kind: 'alive', demander: '某某银行', purpose: '领年金' },
  })
  const { number } = asked.body as Case
  expect((await report('zhangmin', { referral: number })).body).toMatchObject({ code: 'case-not-found' })
  for (const [account, code] of [
    ['李 建国去银行,要证明健在', 'exposure-names-the-person'],
    ['去银行的人电话13900001234', 'exposure-holds-a-number'],
  ])
    expect((await report('liuyang', { referral: number, account })).body).toMatchObject({ code })
  const made = await report('liuyang', { referral: number })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect(one.dueOn).toBe('2026-03-09')
  expect(await exposed()).toMatchObject({ rows: [], ranking: [] })
  expect(await figures()).toMatchObject({ refused: 1, verified: 0, overdue: 0 })
  expect((await move('liuyang', one, 'verify', { organisation: BANK, superior: '某某银行总行' })).status).toBe(403)
  expect(
    (await move('ducheng', one, 'verify', { organisation: '李建国所说的银行', superior: '某某银行总行' })).body,
  ).toMatchObject({ code: 'exposure-names-the-person' })
  expect((await move('ducheng', one, 'verify', { organisation: BANK, superior: '某某银行总行' })).body).toMatchObject({
    step: 'verified',
  })
  const sent = await move('ducheng', one, 'sendToSuperior')
  expect(sent.body).toMatchObject({ step: 'rectifying', documents: [{ kind: 'rectification' }] })
  expect((await exposed()).rows).toEqual([])
  for (const [text, code] of [
    ['银行要求老人开具“健在证明”。', 'exposure-names-nobody'],
    [`${BANK}要求李 建国开具“健在证明”。`, 'exposure-names-the-person'],
    [`${BANK}要求身份证1403 9919 5601 0100 12的老人开证明。`, 'exposure-names-the-person'],
    [`${BANK}要求老人开证明,电话13900001234。`, 'exposure-holds-a-number'],
  ])
    expect((await move('ducheng', one, 'draftExposure', { text })).body).toMatchObject({ code })
  expect((await move('hanmei', one, 'publishExposure')).body).toMatchObject({ code: 'no-exposure-drafted' })
  expect((await move('ducheng', one, 'draftExposure', { text: GOOD })).status).toBe(200)
  expect((await move('ducheng', one, 'publishExposure')).body).toMatchObject({ code: 'same-hands' })
  expect((await move('hanmei', one, 'publishExposure')).status).toBe(200)
  const open = await exposed()
  expect(open).toMatchObject({ rows: [{ organisation: BANK, state: 'rectifying', text: GOOD }] })
  expect(JSON.stringify(open)).not.toMatch(/李|140399|1990353/)
  expect((await move('ducheng', one, 'recordResult', { rectified: true, account: '已停止要求' })).body).toMatchObject({
    step: 'rectified',
  })
  expect(await exposed()).toMatchObject({
    rows: [{ state: 'rectified' }],
    ranking: [{ organisation: BANK, verified: 1, inTime: 1, overdue: 0 }],
  })
})

test('without a referral; not put right by the fifteenth working day, it shows as overdue to all', async () => {
  const one = (await report('lijianguo')).body as Case
  const seen = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('ducheng') })
  expect(JSON.stringify(seen.body)).not.toContain('还活着')
  await move('ducheng', one, 'verify', { organisation: BANK, superior: '某某银行总行' })
  await move('ducheng', one, 'sendToSuperior')
  await city.server.moveDay(21)
  expect((await exposed()).ranking).toMatchObject([{ verified: 2, inTime: 1, overdue: 0 }])
  expect(await figures()).toMatchObject({ verified: 2, overdue: 0 })
  await city.server.moveDay(1)
  expect((await exposed()).ranking).toMatchObject([{ verified: 2, inTime: 1, overdue: 1 }])
  expect(await figures()).toMatchObject({ verified: 2, overdue: 1 })
  const demands = await city.send('GET', '/api/absurd-demands', { as: await city.be('ducheng') })
  expect(demands.body).toMatchObject([
    { overdue: true, dueOn: '2026-03-23' },
    { overdue: false, dueOn: null },
  ])
  // A register says that it changed; it is counted a moment later.
  await expect
    .poll(
      async () =>
        (
          await city.owner.query(
            `select facts from kernel.indicator_fact where place = $1 and source = 'absurd-demands'`,
            [HOME],
          )
        ).rows[0]?.facts,
    )
    .toEqual({ 'absurd-demands.in-time': 1, 'absurd-demands.decided': 2 })
  expect((await move('ducheng', one, 'recordResult', { rectified: false, account: '仍在要求' })).body).toMatchObject({
    step: 'unrectified',
  })
  expect(await figures()).toMatchObject({ overdue: 1 })
  await move('ducheng', one, 'recordResult', { rectified: true, account: '已停止要求' })
  expect(await figures()).toMatchObject({ overdue: 0 })
})

test('unfounded ones name nobody in public', async () => {
  const before = await exposed()
  const one = (await report('zhangmin', { demander: '张三的店' })).body as Case
  expect((await move('ducheng', one, 'dismiss', { reason: '该单位没有提出过这一要求' })).body).toMatchObject({
    step: 'unfounded',
  })
  expect(await exposed()).toEqual(before)
})

test.each([
  ['a department', 'fanlin', {}, 'not-yours-to-do'],
  ['another community', 'zhouwei', {}, 'not-yours-to-do'],
  ['a kind that is none', 'lijianguo', { kind: 'x' }, 'no-such-certificate'],
  ['a place that is none', 'lijianguo', { place: '140302001999' }, 'place-not-found'],
  ['a referral that is none', 'lijianguo', { referral: 'YQ26-0000-0000' }, 'not-a-tracking-number'],
])('refused: %s', async (_why, login, body, code) => {
  expect((await report(login, body)).body).toMatchObject({ code })
})

test('from the desk: chosen from the register or typed, told some days ago, counted from then', async () => {
  await city.server.moveDay(0)
  const today = city.clock.now().today
  const add = await city.send('POST', '/api/registers/organisations/add', {
    as: await city.be('liuyang'),
    body: {
      place: HOME,
      values: {
        name: '城区第一物业服务有限公司',
        kind: 'property_company',
        place: HOME,
        state: 'active',
        parent: '某某集团',
      },
    },
  })
  expect(add.status, JSON.stringify(add.body)).toBe(200)
  const found = (await city.send('GET', `/api/open/bodies?name=${encodeURIComponent('第一物业')}`)).body as {
    row: { county: string; id: string }
    name: string
  }[]
  expect(found).toMatchObject([{ name: '城区第一物业服务有限公司', kind: { zh: '物业服务企业' } }])
  expect((await city.send('GET', `/api/open/bodies?name=${encodeURIComponent('民政局')}`)).body).toMatchObject([
    { row: null, name: '市民政局' },
  ])
  expect((await city.send('GET', '/api/open/bodies?name=civil')).body).toContainEqual(
    expect.objectContaining({ name: '市民政局' }),
  )
  const made = await report('liuyang', { demander: '一物业', organisation: found[0]?.row, reportedOn: today })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  const page = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('ducheng') })
  expect(JSON.stringify(page.body)).toContain('登记册里的名称是“城区第一物业服务有限公司”')
  expect(JSON.stringify(page.body)).toContain('登记册:某某集团')
  expect(JSON.stringify(page.body)).toContain('一定要社区证明我还活着')
  const missing = { county: '140302', id: '00000000-0000-7000-8000-00000000000f' }
  expect((await report('liuyang', { organisation: missing })).body).toMatchObject({ code: 'organisation-not-found' })
})

// The day of the tests above is 2026-03-24, a Tuesday.
test.each([
  ['today', '2026-03-24', '2026-03-31', undefined],
  ['the first of three working days before', '2026-03-19', '2026-03-26', undefined],
  ['a working day earlier', '2026-03-18', undefined, 'reported-too-long-ago'],
  ['tomorrow', '2026-03-25', undefined, 'reported-after-today'],
  ['a day that is none', '2026-02-30', undefined, 'reported-after-today'],
])('a demand told at the desk %s', async (_why, reportedOn, dueOn, code) => {
  const { body } = await report('sunli', { reportedOn })
  expect(body).toMatchObject(code ? { code } : { dueOn })
})
test('a phone reports on the day it reports', async () => {
  expect((await report('lijianguo', { reportedOn: '2026-03-20' })).body).toMatchObject({ dueOn: '2026-03-31' })
})
