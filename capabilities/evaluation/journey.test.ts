import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const COUNTY = '140302000000'
const evidence = { kind: 'indicator', name: 'I-12' }
const INDICATORS = [
  { name: '居务公开按期率', weight: 60, evidence },
  { name: '协商事项反馈率', weight: 40, evidence: { kind: 'indicator', name: 'I-24' } },
]
const post = async (login: string, path: string, body: object) =>
  city.send('POST', path, { as: await city.be(login), body })
const open = async (login: string, body: object = {}) =>
  post(login, '/api/evaluation/plans', { year: 2026, indicators: INDICATORS, ...body })
const propose = async (login: string, body: object = {}) =>
  post(login, '/api/evaluation/proposals', {
    year: 2027,
    place: COUNTY,
    name: '高龄津贴办结率',
    weight: 20,
    evidence: { kind: 'procedure', name: 'service-case' },
    ...body,
  })

test('the county opens the one plan of the year, published at once; a second one is refused, also when two come at once', async () => {
  const made = await Promise.all([open('ducheng'), open('ducheng')])
  expect(made.map((one) => one.status).sort((a, b) => a - b)).toEqual([200, 409])
  expect(made.find((one) => one.status === 409)?.body).toMatchObject({
    code: 'one-evaluation-a-year',
    basis: 'plan P3.3.3',
  })
  expect((await open('ducheng')).body).toMatchObject({ code: 'one-evaluation-a-year', facts: { year: 2026 } })
  expect((await open('zhengfang')).status).toBe(200)
  const plans = (await city.send('GET', '/api/evaluation/plans')).body as { level: string; publishedOn: string }[]
  expect(plans).toMatchObject([
    { level: 'county', publishedOn: '2026-03-02', indicators: [{ weight: 60 }, { weight: 40 }] },
    { level: 'street' },
  ])
})

test.each([
  ['a department', 'fanlin', {}, 'evaluation-not-yours-to-open'],
  ['the head of a department', 'songtao', {}, 'evaluation-not-yours-to-open'],
  ['a community', 'sunli', {}, 'evaluation-not-yours-to-open'],
  [
    'weights of 90',
    'ducheng',
    { year: 2028, indicators: [INDICATORS[0], { ...INDICATORS[1], weight: 30 }] },
    'weights-are-not-100',
  ],
  [
    'evidence that the system does not hold',
    'ducheng',
    { year: 2028, indicators: [{ name: '档案规范', weight: 100, evidence: { kind: 'indicator', name: 'I-99' } }] },
    'evidence-not-in-system',
  ],
  [
    'all or nothing',
    'ducheng',
    { year: 2028, indicators: [{ name: '信访一票否决', weight: 100, evidence }] },
    'no-all-or-nothing',
  ],
])('not opened: %s', async (_why, login, body, code) => {
  const answer = await open(login, body)
  expect(answer.body).toMatchObject({ code })
  if (code === 'evaluation-not-yours-to-open')
    expect(answer.body).toMatchObject({ basis: 'plan P3.3.3', facts: { clause: 'F7' } })
})

test('a department proposes; the county takes in or declines; nobody else', async () => {
  const taken = (await propose('fanlin')).body as { id: string; county: string }
  const declined = (await propose('panyu', { name: '求职登记办结率' })).body as { id: string; county: string }
  expect((await propose('ducheng')).status).toBe(403)
  expect((await propose('fanlin', { place: '140399000000' })).body).toMatchObject({ code: 'place-not-found' })
  expect((await propose('fanlin', { name: '否决项:安全' })).body).toMatchObject({ code: 'no-all-or-nothing' })
  const seen = async (login: string) =>
    (
      (await city.send('GET', '/api/evaluation/proposals', { as: await city.be(login) })).body as {
        name: string
        state: string
      }[]
    ).map((one) => `${one.name} ${one.state}`)
  expect(await seen('fanlin')).toEqual(['高龄津贴办结率 proposed'])
  expect(await seen('xuhong')).toEqual([])
  expect(
    (await post('zhengfang', `/api/evaluation/proposals/140302/${declined.id}/decline`, { reason: '已有同类指标' }))
      .body,
  ).toMatchObject({ code: 'proposal-not-open' })
  expect(
    (await post('ducheng', `/api/evaluation/proposals/140302/${declined.id}/decline`, { reason: '已有同类指标' }))
      .status,
  ).toBe(200)
  expect((await open('ducheng', { year: 2027, proposals: [declined.id] })).body).toMatchObject({
    code: 'proposal-not-open',
  })
  expect((await open('ducheng', { year: 2027, proposals: [taken.id] })).body).toMatchObject({
    code: 'weights-are-not-100',
    facts: { sum: 120 },
  })
  const rest = [INDICATORS[0], { ...INDICATORS[1], weight: 20 }]
  expect((await open('ducheng', { year: 2027, indicators: rest, proposals: [taken.id] })).status).toBe(200)
  const plans = (await city.send('GET', '/api/evaluation/plans?year=2027')).body
  expect(plans).toMatchObject([{ indicators: [{}, {}, { name: '高龄津贴办结率', proposedBy: '市民政局' }] }])
  expect(await seen('fanlin')).toEqual(['高龄津贴办结率 taken'])
})

test('the review is recorded with its document by whoever opened the plan; I-62 and I-64 light up', async () => {
  const plans = (await city.send('GET', '/api/evaluation/plans')).body as { id: string; level: string }[]
  const county = plans.find((one) => one.level === 'county')
  const review = (login: string, on: string) =>
    post(login, `/api/evaluation/plans/140302/${county?.id}/review`, { document: '城组发〔2026〕3号', on })
  expect((await review('zhengfang', '2026-03-01')).body).toMatchObject({ code: 'plan-not-found' })
  expect((await review('ducheng', '2026-03-03')).body).toMatchObject({ code: 'not-a-day' })
  expect((await review('ducheng', '2026-03-01')).status).toBe(200)
  const row = { place: '140302001001', name: '垃圾分类考核', office: '市住建局', on: '2026-03-01' }
  expect(
    (await post('liuyang', '/api/registers/separate-evaluations/add', { place: '140302001001', values: row })).status,
  ).toBe(200)
  // A register says that it changed; it is counted a moment later.
  await expect
    .poll(
      async () =>
        (
          await city.owner.query(
            `select place, facts from kernel.indicator_fact where source in ('evaluation-plans', 'separate-evaluations') and facts <> '{}' order by place`,
          )
        ).rows,
    )
    .toEqual([
      { place: COUNTY, facts: { 'evaluations.reviewed': 1 } },
      { place: '140302001000', facts: { 'evaluations.reviewed': 0 } },
      { place: '140302001001', facts: { 'evaluations.separate': 1 } },
    ])
})

test('what a point may rest on is offered by name: all indicators of the plan and the kinds of case', async () => {
  const offered = async (login: string) => city.send('GET', '/api/evaluation/evidence', { as: await city.be(login) })
  expect((await offered('sunli')).status).toBe(403)
  const all = (await offered('fanlin')).body as { kind: string; name: string; label: { zh: string; en: string } }[]
  expect(all.filter(({ kind }) => kind === 'indicator')).toHaveLength(93)
  expect(all.filter(({ kind }) => kind === 'procedure').map(({ name }) => name)).toContain('service-case')
  expect(all.every(({ label }) => label.zh && label.en)).toBe(true)
  // Whatever is offered is taken.
  for (const { kind, name } of [all[0], all.at(-1)].flatMap((one) => one ?? []))
    expect((await propose('fanlin', { name: `取数自${name}`, evidence: { kind, name } })).status, name).toBe(200)
})
