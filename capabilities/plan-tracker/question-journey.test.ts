import { expect, test } from 'vitest'
import { castId } from '../../apps/server/demo/seed.ts'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const CITY = '140300000000'
const ASKED = { sentence: 'P3.1.3-07', question: '我们社区的居务监督委员会什么时候成立?' }

type Case = { county: string; id: string; dueOn: string }
const ask = async (login: string, values: object = ASKED, place = CITY) =>
  city.send('POST', '/api/openings/plan-question', { as: await city.be(login), body: { place, values, files: [] } })
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const shown = async (sentence = 'P3.1.3-07') => (await city.send('GET', `/api/plan/sentences/${sentence}`)).body
const told = async (login: string) =>
  ((await city.send('GET', '/api/me/messages', { as: await city.be(login) })).body as { kind: string }[]).map(
    ({ kind }) => kind,
  )

test('asked of a sentence, answered by the office that leads, public under it without a name', async () => {
  const made = await ask('lijianguo')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect(one.dueOn).toBe('2026-03-16') // ten working days
  expect(await shown()).toMatchObject({ answered: [], questions: 0 })
  expect(
    (await move('hanmei', one, 'answer', { answer: '已列入本年度计划,六月前完成。', 'show-question': true })).body,
  ).toMatchObject({
    code: 'not-yours-to-do',
  })
  expect((await move('fanlin', one, 'answer', { answer: '已列入本年度计划,六月前完成。' })).body).toMatchObject({
    code: 'form-has-errors',
  })
  expect(
    (await move('fanlin', one, 'answer', { answer: '已列入本年度计划,六月前完成。', 'show-question': true })).status,
  ).toBe(200)
  expect(await shown()).toMatchObject({
    questions: 1,
    answered: [
      {
        question: ASKED.question,
        answer: '已列入本年度计划,六月前完成。',
        on: '2026-03-02',
        office: { zh: '市民政局' },
      },
    ],
  })
  expect(JSON.stringify(await shown())).not.toMatch(/李|jianguo/)
  expect(await told('lijianguo')).toEqual(['plan-question-answered', 'plan-question-asked'])
  const plan = (await city.send('GET', '/api/plan')).body as {
    sections: { sentences: { id: string; questions: number }[] }[]
  }
  const counted = plan.sections.flatMap((one) => one.sentences).filter((one) => one.questions > 0)
  expect(counted).toMatchObject([{ id: 'P3.1.3-07', questions: 1 }])
})

test('a question that would show somebody is kept back, its answer stands', async () => {
  const one = (await ask('zhangmin', { sentence: 'P3.3.2-01', question: '三号楼的老张占用了社区用房吗?' })).body as Case
  // T11 is led by the organisation department, not by whoever led the last one.
  expect(
    (await move('fanlin', one, 'answer', { answer: '社区用房的清理工作正在进行。', 'show-question': false })).status,
  ).toBe(404)
  expect(
    (await move('hulan', one, 'answer', { answer: '社区用房的清理工作正在进行。', 'show-question': false })).status,
  ).toBe(200)
  expect(await shown('P3.3.2-01')).toMatchObject({
    answered: [{ question: null, answer: '社区用房的清理工作正在进行。' }],
  })
  expect(JSON.stringify(await shown('P3.3.2-01'))).not.toContain('老张')
})

test.each([
  [
    'a phone number in it',
    'lijianguo',
    { ...ASKED, question: '请打我电话 199-0353-0002 告诉我' },
    CITY,
    'personal-number-in-text',
  ],
  [
    'an identity number in full width',
    'lijianguo',
    { ...ASKED, question: '我是140399195601010012' },
    CITY,
    'personal-number-in-text',
  ],
  ['a sentence that is none', 'lijianguo', { ...ASKED, sentence: 'P9-01' }, CITY, 'form-has-errors'],
  ['the letterhead', 'lijianguo', { ...ASKED, sentence: 'P0-03' }, CITY, 'form-has-errors'],
  ['begun in a community', 'lijianguo', ASKED, '140302001001', 'not-begun-at-this-level'],
  ['begun nowhere', 'lijianguo', ASKED, '999999999999', 'place-not-found'],
  ['by staff', 'fanlin', ASKED, CITY, 'not-yours-to-do'],
])('not asked: %s', async (_because, login, values, place, code) => {
  expect((await ask(login, values, place)).body).toMatchObject({ code })
})

test.each([
  ['a minor, the day before the eighteenth birthday', '2008-03-03', 403],
  ['of age on the birthday', '2008-03-02', 200],
  ['whose birth nobody knows', null, 200],
])('age: %s', async (_because, birth, status) => {
  const as = await city.be('zhaoqiang')
  await city.owner.query(`update kernel.person set birth = $1 where id = $2`, [birth, castId('zhaoqiang')])
  const made = await city.send('POST', '/api/openings/plan-question', {
    as,
    body: { place: CITY, values: ASKED, files: [] },
  })
  if (status === 403) expect(made.body).toMatchObject({ code: 'adults-only' })
  else expect(made.status, JSON.stringify(made.body)).toBe(status)
})

test('declined with a reason it is not public; withdrawn it is over; what lies too long is marked', async () => {
  const one = (await ask('wangxiulan', { sentence: 'P1-01', question: '与方案无关的问题,随便问问' })).body as Case
  // A sentence of no task is the city office's.
  expect((await move('hanmei', one, 'decline', { reason: '与实施方案无关,请向社区咨询。' })).status).toBe(200)
  expect(await shown('P1-01')).toMatchObject({ answered: [] })
  expect(await told('wangxiulan')).toContain('plan-question-declined')
  const second = (await ask('wangxiulan')).body as Case
  expect((await move('lijianguo', second, 'withdraw')).status).toBe(404)
  expect((await move('wangxiulan', second, 'withdraw')).body).toMatchObject({ step: 'withdrawn' })
  const third = (await ask('wangxiulan')).body as Case
  await city.server.moveDay(14)
  expect((await move('fanlin', third, 'giveOverdueReason', { reason: '等待县区数据' })).body).toMatchObject({
    code: 'not-overdue',
  })
  await city.server.moveDay(1)
  expect((await move('fanlin', third, 'giveOverdueReason', { reason: '等待县区数据' })).status).toBe(200)
})
