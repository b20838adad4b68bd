import { expect, test, vi } from 'vitest'
import { importFile, sendFile } from '#testing/imports.ts'
import { withServer } from '#testing/server.ts'
import type { EstateLine, EstateTotals, SizeLine } from './contract.ts'

const city = withServer({ today: '2026-03-02' })
const [HOME, NEXT, COUNTY] = ['140302001001', '140302001002', '140302000000']
const HEADER =
  '社区,小区名称,规划户数,已入住户数,小区类别,管理覆盖,覆盖起始日期,代管居委会,代管范围,有相邻居委会,有物业服务企业'

type Case = {
  county: string
  id: string
  step: string
  subject: string
  due_on: string | null
  orgs: string[]
  data: never
}
type Row = { county: string; id: string; revision: number; cells: Record<string, string | null> }

const enter = async (...lines: string[]) =>
  importFile(city, 'estates', { as: await city.be('ducheng'), place: COUNTY, bytes: [HEADER, ...lines].join('\n') })
/** The case about an estate, as soon as counting has raised it and it stands where it is awaited. */
const dutyOf = (name: string, step: string): Promise<Case> =>
  vi.waitFor(
    async () => {
      const { rows } = await city.owner.query<Case>(
        `select county, id, step, subject, due_on::text, orgs, data from kernel.case where procedure = 'estate-duty' and subject = $1 order by opened_on desc, id desc limit 1`,
        [name],
      )
      const [found] = rows
      expect(found?.step).toBe(step)
      return found as Case
    },
    { timeout: 10_000 },
  )
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const rowOf = async (name: string): Promise<Row> => {
  const answer = await city.send('POST', '/api/registers/estates/rows', {
    as: await city.be('ducheng'),
    body: { place: HOME, text: name },
  })
  const [row] = (answer.body as { rows: Row[] }).rows
  if (!row) throw new Error(`no estate ${name}`)
  return row
}
const correct = async (name: string, values: object) => {
  const row = await rowOf(name)
  const held = {
    dwellings: 1500,
    movedIn: 749,
    quarter: 'new',
    coverage: 'none',
    adjacent: true,
    propertyCompany: true,
  }
  return city.send('POST', `/api/registers/estates/rows/${row.county}/${row.id}/correct`, {
    as: await city.be('ducheng'),
    body: { revision: row.revision, reason: '入住情况变化', values: { ...held, ...values } },
  })
}
test('half moved in: the street has ninety days to propose a committee, and nothing less is a proposal; it is over when the register shows it', async () => {
  await enter(`${HOME},新城一期,1500,750,新建小区,无,,,,是,是`)
  const duty = await dutyOf('新城一期', 'raised')
  expect(duty.due_on).toBe('2026-06-01') // the ninetieth day is a Sunday
  const inbox = (await city.send('GET', '/api/inbox', { as: await city.be('wujun') })).body as {
    rows: { subject: string }[]
  }
  expect(inbox.rows.map((row) => row.subject)).toContain('新城一期')
  const page = JSON.stringify(
    (await city.send('GET', `/api/cases/${duty.county}/${duty.id}`, { as: await city.be('wujun') })).body,
  )
  expect(page).toContain('应及时成立社区居民委员会')
  const asked = { coverage: 'group', group: '新城居民小组', since: '2026-04-01', document: '阳上站〔2026〕3号' }
  expect((await move('wujun', duty, 'propose', asked)).body).toMatchObject({ code: 'committee-is-due' })
  const committee = { coverage: 'committee', since: '2026-06-01', document: '阳上站〔2026〕3号' }
  expect((await move('wujun', duty, 'propose', { ...committee, document: '上站[2026]03号' })).body).toMatchObject({
    code: 'document-number-not-good',
  })
  expect((await move('wujun', duty, 'approve')).status).toBe(403)
  expect((await move('ducheng', duty, 'propose', committee)).status).toBe(403)
  expect((await move('wujun', duty, 'propose', committee)).body).toMatchObject({ step: 'proposed' })
  expect((await move('ducheng', duty, 'return', { reason: '请补充选址' })).body).toMatchObject({ step: 'raised' })
  expect((await move('wujun', duty, 'propose', committee)).status).toBe(200)
  expect((await move('ducheng', duty, 'approve')).body).toMatchObject({ step: 'approved' })
  const put = await correct('新城一期', { movedIn: 760, coverage: 'committee' })
  expect(put.status, JSON.stringify(put.body)).toBe(200)
  await dutyOf('新城一期', 'covered')
})

test('not half: watched quarter by quarter while somebody is in charge; one family more and a committee is due', async () => {
  await enter(`${HOME},新城二期,1500,749,新建小区,居民小组,2026-01-01,,,是,是`)
  const watched = await dutyOf('新城二期', 'watched')
  expect(watched.due_on).toBe('2026-06-01')
  expect((await move('wujun', watched, 'recheck', { account: '入住率仍不到一半' })).body).toMatchObject({
    step: 'watched',
  })
  const changed = await correct('新城二期', { movedIn: 750, coverage: 'group', coveredSince: '2026-01-01' })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  expect((await dutyOf('新城二期', 'raised')).data).toMatchObject({ rule: 'E1', seen: { movedIn: 750 } })
})

test('a small estate nobody is in charge of: entrusted to a committee that exists; without a neighbour the county takes part', async () => {
  await enter(`${HOME},小院,80,60,老旧小区,无,,,,是,否`, `${HOME},孤院,80,60,老旧小区,无,,,,否,否`)
  const small = await dutyOf('小院', 'raised')
  expect(small.due_on).toBe('2026-04-14') // thirty working days, the three of Qingming not among them
  const entrust = { coverage: 'entrusted', scope: '全部住户', since: '2026-04-01', document: '阳上站〔2026〕4号' }
  expect((await move('wujun', small, 'propose', { ...entrust, entrustedTo: '140302001999' })).body).toMatchObject({
    code: 'entrusted-to-nobody',
  })
  expect((await move('wujun', small, 'propose', { ...entrust, entrustedTo: NEXT })).status).toBe(200)
  const alone = await dutyOf('孤院', 'raised')
  expect(alone.orgs).toHaveLength(2)
  expect(alone.data).toMatchObject({ rule: 'E4' })
  const ended = await rowOf('孤院')
  await city.send('POST', `/api/registers/estates/rows/${ended.county}/${ended.id}/end`, {
    as: await city.be('ducheng'),
    body: { revision: ended.revision, reason: '已整体拆除' },
  })
  await dutyOf('孤院', 'ceased')
})

test('what is fulfilled from the start raises nothing, and counting again raises nothing twice', async () => {
  await enter(`${HOME},老街,300,290,老旧小区,相邻居委会代管,2025-09-01,${NEXT},全部住户,是,否`)
  await city.server.counter.newDay()
  await city.server.counter.newDay()
  const { rows } = await city.owner.query<{ subject: string; n: number }>(
    `select subject, count(*)::int as n from kernel.case where procedure = 'estate-duty' group by subject`,
  )
  expect(rows.map((row) => row.subject)).not.toContain('老街')
  expect(rows.filter((row) => row.n > 1)).toEqual([])
})

test('the report proves it: every estate is in it, its totals add up, the one that nobody is in charge of is named', async () => {
  const answer = await city.send('GET', '/api/estates/report', { as: await city.be('ducheng') })
  const { lines, totals } = answer.body as { lines: EstateLine[]; totals: EstateTotals }
  const held = await city.owner.query(`select from kernel.register_row where register = 'estates' and ended_on is null`)
  const sum = (of: Record<string, number>): number => Object.values(of).reduce((all, one) => all + one, 0)
  expect(lines).toHaveLength(held.rowCount ?? -1)
  expect(totals.estates).toBe(lines.length)
  expect(totals.covered + totals.uncovered).toBe(totals.estates)
  expect(totals.fulfilled + totals.unfulfilled).toBe(totals.estates)
  expect([sum(totals.byRule), sum(totals.byCoverage)]).toEqual([totals.estates, totals.estates])
  expect(lines.filter((line) => !line.covered).map((line) => line.name)).toEqual(['小院'])
  expect(lines.find((line) => line.name === '老街')).toMatchObject({
    rule: 'E3',
    fulfilled: true,
    entrustedTo: {},
    reviewDue: false,
  })
  const csv = await city.send('GET', '/api/estates/report.csv', { as: await city.be('hanmei') })
  expect(String(csv.body)).toContain('合计')
  expect((await city.send('GET', '/api/estates/report', { as: await city.be('wujun') })).status).toBe(403)
})

test('the plan’s grade and the ranges of both laws stand side by side; of a village nothing is said', async () => {
  const lines = (await city.send('GET', '/api/estates/community-sizes', { as: await city.be('hanmei') }))
    .body as SizeLine[]
  expect(lines).toHaveLength(777)
  const home = lines.find((line) => line.place === HOME)
  expect(home?.plan).toMatchObject({ rule: 'S1', grade: 'below-floor' })
  expect(home?.laws.map(({ from, to, inForce }) => [from, to, inForce])).toEqual([
    [100, 700, false],
    [1000, 3000, true],
  ])
  expect(lines.find((line) => line.kind === 'rural')?.plan).toBeNull()
  const county = (await city.send('GET', '/api/estates/community-sizes', { as: await city.be('ducheng') }))
    .body as SizeLine[]
  expect(new Set(county.map((line) => line.place.slice(0, 6)))).toEqual(new Set(['140302']))
})

test.each([
  ['an estate of no dwellings', `${HOME},甲,0,0,新建小区,无,,,,是,是`, '规划户数 too-small'],
  ['more moved in than there are', `${HOME},甲,10,11,新建小区,无,,,,是,是`, '已入住户数 row'],
  ['entrusted to nobody', `${HOME},甲,10,1,新建小区,相邻居委会代管,2026-1-1,,全部,是,是`, '代管居委会 row'],
  ['a code that is none', `140302001999,甲,10,1,新建小区,无,,,,是,是`, '社区 unknown-place'],
] as const)('a file with %s: the row and its reason', async (_because, line, said) => {
  const { run } = await sendFile(city, 'estates', {
    as: await city.be('ducheng'),
    place: COUNTY,
    bytes: `${HEADER}\n${line}`,
  })
  expect(run.issues.map(({ row, header, code }) => `${row} ${header} ${code}`)).toEqual([`2 ${said}`])
})

test('what is late is marked and reaches the county', async () => {
  const small = await dutyOf('小院', 'proposed')
  await city.server.moveDay(45)
  const page = (await city.send('GET', `/api/cases/${small.county}/${small.id}`, { as: await city.be('ducheng') })).body
  expect(page).toMatchObject({ summary: { light: 'red' } })
  expect((await dutyOf('小院', 'proposed')).orgs).toHaveLength(2)
  expect((await move('wujun', small, 'giveOverdueReason', { reason: '等县里开会' })).status).toBe(200)
})
