import { expect, test, vi } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { withServer } from '#testing/server.ts'
import { CATALOGUE } from './catalogue.ts'

const city = withServer({ today: '2026-03-02' })
const [CITY, COUNTY, COMMUNITY] = ['140300000000', '140302000000', '140302001001']
const YES = {
  indicator: 'I-27',
  yes: true,
  day: '2026-02-28',
  reason: '目录由财政部门发布,没有登记册',
  document: '阳财〔2026〕8号',
}

type Case = { county: string; id: string }
const give = async (login: string, place: string, values: object, copies = 1) => {
  const as = await city.be(login)
  const files = await Promise.all(Array.from({ length: copies }, () => city.uploadEvidence(as, place.slice(0, 6))))
  return city.send('POST', '/api/openings/figure-by-hand', { as, body: { place, values, files } })
}
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const offered = async (login: string, place: string): Promise<string[]> => {
  const { body } = await city.send('GET', `/api/openings/figure-by-hand?place=${place}`, { as: await city.be(login) })
  const { fields } = body as { fields: { id: string; options?: { value: string }[] }[] }
  return (fields.find((one) => one.id === 'indicator')?.options ?? []).map(({ value }) => value)
}

test('each place is asked for the indicators of its level, and for none that a register counts', async () => {
  const at = {
    city: await offered('hanmei', CITY),
    county: await offered('ducheng', COUNTY),
    community: await offered('ducheng', COMMUNITY),
  }
  const world = city.server.services.world(plainDate('2026-03-02'))
  const due = (level: string) => CATALOGUE.filter((one) => one.level === level && !world.isCounted(one.id))
  for (const [place, level] of [
    ['city', 'C'],
    ['county', 'K'],
    ['community', 'M'],
  ] as const) {
    expect(at[place].length, place).toBeGreaterThan(3)
    expect(at[place], place).toEqual(due(level).map(({ id }) => id))
  }
  expect(CATALOGUE.some(({ id }) => world.isCounted(id))).toBe(true)
})

test('given by one, approved by another of the city office; never by the same person', async () => {
  const made = await give('hanmei', CITY, YES)
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect((await move('hanmei', one, 'approve')).body).toMatchObject({ code: 'own-submission' })
  expect((await move('ducheng', one, 'approve')).status).toBe(404)
  expect((await move('jiangbo', one, 'approve')).body).toMatchObject({ step: 'approved' })
  expect((await move('jiangbo', one, 'return', { reason: '再看看' })).body).toMatchObject({ code: 'case-is-closed' })
  await vi.waitFor(async () => {
    const behind = await city.send('GET', `/api/figures/I-27/rows?place=${CITY}`)
    expect(behind.body).toMatchObject({
      figure: { way: 'by-hand' },
      tables: [{ rows: [{ counted: true, cells: { document: YES.document, reason: YES.reason, day: YES.day } }] }],
    })
  })
})

test('a county gives a share of its own, the city office returns it with reasons; the county sees why', async () => {
  const share = {
    indicator: 'I-89',
    numerator: 3,
    denominator: 4,
    day: '2026-02-28',
    reason: '名单由组织部门掌握',
    document: '城组〔2026〕2号',
  }
  const one = (await give('ducheng', COUNTY, share)).body as Case
  expect(one.county).toBe('140302')
  expect((await move('ducheng', one, 'approve')).body).toMatchObject({ code: 'not-yours-to-do' })
  expect((await move('hanmei', one, 'return', { reason: '分母应为五个' })).body).toMatchObject({ step: 'returned' })
  const seen = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be('ducheng') })
  expect(JSON.stringify(seen.body)).toContain('分母应为五个')
})

test('a department gives a figure of the city, from its own place', async () => {
  const one = await give('hulan', CITY, {
    indicator: 'I-79',
    numerator: 4,
    day: '2026-02-28',
    reason: '年度招录结果',
    document: '阳组〔2026〕5号',
  })
  expect(one.status, JSON.stringify(one.body)).toBe(200)
  expect((await move('hanmei', one.body as Case, 'approve')).status).toBe(200)
})

const share = {
  indicator: 'I-89',
  numerator: 3,
  denominator: 4,
  day: '2026-02-28',
  reason: '名单由组织部门掌握',
  document: '城组〔2026〕2号',
}
test.each([
  ['without the document’s copy', 'hanmei', CITY, YES, 0, 'document-copy-missing'],
  ['with no document number', 'hanmei', CITY, { ...YES, document: '口头' }, 1, 'not-a-document-number'],
  ['of tomorrow', 'hanmei', CITY, { ...YES, day: '2026-03-03' }, 1, 'form-has-errors'],
  ['yes or no as a number', 'hanmei', CITY, { ...YES, numerator: 1 }, 1, 'form-has-errors'],
  ['of another level', 'ducheng', COUNTY, YES, 1, 'form-has-errors'],
  ['of another county', 'ducheng', '140303000000', share, 1, 'not-yours-to-do'],
  ['of the city by a county', 'ducheng', CITY, YES, 1, 'not-yours-to-do'],
  ['of a county by a department', 'hulan', COUNTY, share, 1, 'not-yours-to-do'],
  ['of nothing', 'ducheng', COUNTY, { ...share, numerator: 0, denominator: 0 }, 1, 'share-of-nothing'],
  ['of more than all', 'ducheng', COUNTY, { ...share, numerator: 5 }, 1, 'more-than-all'],
  ['by a window clerk', 'chenjing', COMMUNITY, share, 1, 'not-yours-to-do'],
  ['by a resident', 'lijianguo', COMMUNITY, share, 1, 'not-yours-to-do'],
])('not taken: %s', async (_because, login, place, values, copies, code) => {
  expect((await give(login, place, values, copies)).body).toMatchObject({ code })
})
