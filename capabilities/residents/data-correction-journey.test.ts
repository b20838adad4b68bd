import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const ASKED = { what: ['phone'], should: '电话应为 139 0353 0001' }

type Case = { county: string; id: string; number: string; dueOn: string }
const ask = async (login: string, body: object, key?: string) =>
  city.send('POST', '/api/openings/data-correction', {
    as: await city.be(login),
    body: { place: HOME, values: ASKED, files: [], ...body },
    ...(key ? { key } : {}),
  })
const move = async (login: string, one: Case, name: string, values: object = {}, key?: string) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, {
    as: await city.be(login),
    body: { values },
    ...(key ? { key } : {}),
  })
const told = async (login: string) =>
  ((await city.send('GET', '/api/me/messages', { as: await city.be(login) })).body as { kind: string }[]).map(
    ({ kind }) => kind,
  )

test('a person asks, the community puts it right; what was typed is masked until a purpose is given', async () => {
  const offered = (await city.send('GET', '/api/openings', { as: await city.be('lijianguo') })).body
  expect(offered).toContainEqual(expect.objectContaining({ procedure: 'data-correction', at: ['community'] }))
  const made = await ask('lijianguo', {}, 'the-same-key')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect(one.dueOn).toBe('2026-04-01')
  expect((await ask('lijianguo', {}, 'the-same-key')).body).toMatchObject({ id: one.id, again: true })
  const seen = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('chenjing') })
  expect(JSON.stringify(seen.body)).not.toContain('0353 0001')
  expect(seen.body).toMatchObject({ summary: { who: '李*', subjectName: { zh: '更正个人信息' } } })
  const full = await city.send('POST', `/api/cases/${one.county}/${one.id}/reveal`, {
    as: await city.be('chenjing'),
    body: { purpose: '核实更正申请' },
  })
  expect(JSON.stringify(full.body)).toContain('0353 0001')
  const done = await move('chenjing', one, 'correct', { account: '已改为新号码' }, 'the-answer-is-lost')
  expect(done.body).toMatchObject({ step: 'corrected', again: false })
  // Asked again because the answer was lost: the same answer, not a refusal; another content under that key is refused.
  expect((await move('chenjing', one, 'correct', { account: '已改为新号码' }, 'the-answer-is-lost')).body).toEqual({
    ...(done.body as object),
    again: true,
  })
  expect((await move('chenjing', one, 'correct', { account: '别的' }, 'the-answer-is-lost')).status).toBe(409)
  expect((await move('liuyang', one, 'correct', { account: '已改为新号码' }, 'the-answer-is-lost')).status).toBe(409)
  expect(await told('lijianguo')).toEqual(['data-correction-corrected', 'data-correction-asked'])
  expect((await move('chenjing', one, 'correct', { account: '再改一次' })).body).toMatchObject({
    code: 'case-is-closed',
  })
})

test('declined only with reasons, by the office that holds the register, never by the person asking', async () => {
  const one = (await ask('lijianguo', { values: { ...ASKED, what: ['name'] } })).body as Case
  expect((await move('chenjing', one, 'decline', { reason: '不对' })).body).toMatchObject({ code: 'form-has-errors' })
  expect((await move('zhangmin', one, 'decline', { reason: '姓名应以户口簿为准' })).status).toBe(404)
  expect((await move('lijianguo', one, 'decline', { reason: '姓名应以户口簿为准' })).body).toMatchObject({
    code: 'not-yours-to-do',
  })
  expect((await move('chenjing', one, 'decline', { reason: '姓名应以户口簿为准,请先到派出所更正' })).status).toBe(200)
  expect(await told('lijianguo')).toContain('data-correction-declined')
})

test('what is late is seen by the street and has to be explained', async () => {
  const one = (await ask('lijianguo', {})).body as Case
  expect((await move('chenjing', one, 'giveOverdueReason', { reason: '等派出所回复' })).body).toMatchObject({
    code: 'not-overdue',
  })
  await city.server.moveDay(31)
  const page = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('chenjing') })
  expect(page.body).toMatchObject({ summary: { light: 'red' } })
  expect((await move('chenjing', one, 'giveOverdueReason', { reason: '等派出所回复' })).status).toBe(200)
})

test.each([
  ['a place that is none', 'lijianguo', { place: '140302001999' }, 'place-not-found'],
  ['nothing said', 'lijianguo', { values: {} }, 'form-has-errors'],
  ['a field that does not exist', 'lijianguo', { values: { ...ASKED, salary: '1' } }, 'form-has-errors'],
  ['a clerk in place of the person', 'chenjing', {}, 'not-yours-to-do'],
])('refused: %s', async (_why, login, body, code) => {
  expect((await ask(login, body)).body).toMatchObject({ code })
})

test('what is not begun from a screen cannot be', async () => {
  for (const name of ['service-case', 'nothing', 'constructor']) {
    const answer = await city.send('POST', `/api/openings/${name}`, {
      as: await city.be('lijianguo'),
      body: { place: HOME, values: {}, files: [] },
    })
    expect(answer.body).toMatchObject({ code: 'no-such-opening' })
  }
})
