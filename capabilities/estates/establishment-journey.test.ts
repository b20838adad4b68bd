import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const STREET = '140302001000'
const MERGER = {
  name: '上站中心村',
  act: 'merge',
  form: 'villagers',
  households: 620,
  reason: '两村相邻,户数不足',
  successors: '居民、资产、档案由新村承接',
}

type Case = { county: string; id: string }
const begin = async (values: object, login = 'wujun') =>
  city.send('POST', '/api/openings/committee-establishment', {
    as: await city.be(login),
    body: { place: STREET, values, files: [] },
  })
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  (
    await city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, {
      as: await city.be(login),
      body: { values },
    })
  ).body

test('a merger of villages: heard in public, agreed to by the assembly, approved, coded, elected, at work', async () => {
  const begun = await begin(MERGER)
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  const one = begun.body as Case
  expect(await move('wujun', one, 'hear')).toMatchObject({ code: 'not-public-yet' })
  expect(await move('wujun', one, 'publicise')).toMatchObject({ step: 'draft' })
  expect(await move('wujun', one, 'publicise')).toMatchObject({ code: 'public-already' })
  const heard = { opinions: 3, account: '三条意见,已采纳两条' }
  await city.server.moveDay(7)
  expect(await move('wujun', one, 'hear', heard)).toMatchObject({
    code: 'publicity-running',
    facts: { lastDay: '2026-03-09' },
  })
  await city.server.moveDay(1)
  expect(await move('wujun', one, 'hear', heard)).toMatchObject({ step: 'consulted' })
  expect(await move('wujun', one, 'submit')).toMatchObject({ code: 'assembly-decision-missing' })
  const assembly = { heldOn: '2026-03-10', eligible: 830, present: 415, inFavour: 300 }
  expect(await move('wujun', one, 'recordAssembly', assembly)).toMatchObject({ code: 'assembly-without-quorum' })
  expect(await move('wujun', one, 'recordAssembly', { ...assembly, present: 416, inFavour: 208 })).toMatchObject({
    code: 'assembly-did-not-agree',
  })
  expect(await move('wujun', one, 'recordAssembly', { ...assembly, present: 416 })).toMatchObject({
    step: 'assembly-approved',
  })
  expect(await move('wujun', one, 'submit')).toMatchObject({ step: 'submitted' })
  expect(await move('wujun', one, 'approve', { document: '城政〔2026〕5号' })).toMatchObject({
    code: 'not-yours-to-do',
  })
  expect(await move('ducheng', one, 'return', { reason: '请补资产清单' })).toMatchObject({ step: 'returned' })
  expect(await move('wujun', one, 'submit')).toMatchObject({ step: 'submitted' })
  expect(await move('ducheng', one, 'approve', { document: '城政[2026]05号' })).toMatchObject({
    code: 'document-number-not-good',
  })
  expect(await move('ducheng', one, 'approve', { document: '城政〔2026〕5号' })).toMatchObject({ step: 'approved' })
  expect(await move('wujun', one, 'announce')).toMatchObject({ step: 'announced' })
  const codes = { division: '140302001299', credit: '54140399ME0TE5T45Q' }
  expect(await move('wujun', one, 'code', { ...codes, division: '140302001199' })).toMatchObject({
    code: 'division-code-not-good',
  })
  expect(await move('wujun', one, 'code', codes)).toMatchObject({ step: 'coded' })
  expect(await move('wujun', one, 'operate')).toMatchObject({ code: 'nobody-elected' })
  const elected = { heldOn: '2026-03-10', account: '选举产生主任一名、委员四名' }
  expect(await move('wujun', one, 'elect', elected)).toMatchObject({ step: 'first-election' })
  expect(await move('wujun', one, 'operate')).toMatchObject({ step: 'operating' })
})

test('a residents’ committee needs no assembly, but somebody elected or appointed', async () => {
  const one = (await begin({ ...MERGER, name: '新城社区', act: 'establish', form: 'residents', successors: undefined }))
    .body as Case
  await move('wujun', one, 'publicise')
  await city.server.moveDay(8)
  expect(await move('wujun', one, 'hear', { opinions: 0, account: '没有意见' })).toMatchObject({ step: 'consulted' })
  expect(await move('wujun', one, 'recordAssembly')).toMatchObject({ code: 'no-assembly-needed' })
  expect(await move('wujun', one, 'submit')).toMatchObject({ step: 'submitted' })
  expect(await move('ducheng', one, 'approve', { document: '城政〔2026〕6号' })).toMatchObject({ step: 'approved' })
  expect(await move('wujun', one, 'announce')).toMatchObject({ step: 'announced' })
  const coded = await move('wujun', one, 'code', { division: '140302001098', credit: '55140399MF0TE5T57Y' })
  expect(coded, JSON.stringify(coded)).toMatchObject({ step: 'coded' })
  expect(await move('wujun', one, 'operate')).toMatchObject({ code: 'nobody-elected' })
  expect(await move('wujun', one, 'appointGroup', { document: '阳上站〔2026〕9号' })).toMatchObject({ step: 'coded' })
  expect(await move('wujun', one, 'operate')).toMatchObject({ step: 'operating' })
})

test.each([
  ['the community itself', 'liuyang'],
  ['the county', 'ducheng'],
])('not begun by %s', async (_because, login) => {
  expect((await begin(MERGER, login)).body).toMatchObject({ code: 'not-yours-to-do' })
})
