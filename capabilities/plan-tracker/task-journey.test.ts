import { beforeAll, describe, expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'
import { raiseTasks } from './actions.ts'

const city = withServer({ today: '2026-03-02' })
const COUNTY = '140300'

type Tracked = {
  id: string
  task: string
  state: string
  step: string
  missing: string[]
  mine: boolean
  parts: { id: string; office: { zh: string }; printed: string; role: string; confirmed: boolean; missing: string[] }[]
}
type Page = {
  moves: { name: string; open: boolean; refusal?: { code: string; text: { zh: string } } }[]
  files: object[]
}

const tracker = async (login = 'hanmei') =>
  (await city.send('GET', '/api/plan/tracker', { as: await city.be(login) })).body as { tasks: Tracked[] }
const task = async (id: string): Promise<Tracked> => {
  const found = (await tracker()).tasks.find((one) => one.task === id)
  if (!found) throw new Error(id)
  return found
}
const move = async (login: string, id: string, name: string, values: object = {}, files: readonly string[] = []) =>
  city.send('POST', `/api/cases/${COUNTY}/${id}/moves/${name}`, { as: await city.be(login), body: { values, files } })
const page = async (login: string, id: string): Promise<Page> =>
  (await city.send('GET', `/api/cases/${COUNTY}/${id}`, { as: await city.be(login) })).body as Page
const moveTo = async (day: string): Promise<void> => {
  const days = (Date.parse(day) - Date.parse(city.clock.now().today)) / 86_400_000
  await city.server.moveDay(days)
}
const PROGRESS = { state: 'on-track', progress: '本季度完成培训两期,招录计划已报批。' }

beforeAll(async () => {
  const clock = city.server.contextAs({ kind: 'clock' })
  expect(await raiseTasks(clock)).toBe(19)
  // A server that starts again, and two that start at once, raise none twice.
  expect(await Promise.all([raiseTasks(clock), raiseTasks(clock)])).toEqual([0, 0])
})

describe('the nineteen tasks', () => {
  test('stand with the first lead, and everybody else the plan names has a part', async () => {
    const { tasks } = await tracker()
    expect(tasks.map((one) => one.task)).toEqual(
      Array.from({ length: 19 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`),
    )
    expect(tasks.every((one) => one.step === 'running' && one.missing.length === 0)).toBe(true)
    const parts = (id: string) => tasks.find((one) => one.task === id)?.parts.map((one) => one.printed) ?? []
    expect(parts('T01')).toEqual(expect.arrayContaining(['市纪委监委', '市民政局']))
    expect(parts('T05').filter((one) => one === '各县〈区〉人民政府').length).toBe(5)
    expect(parts('T12')).toEqual(['市民政局']) // 各相关单位 is nobody until the lead says who
    expect(parts('T17').length).toBe(2)
  })

  test('are seen by the offices in them; residents have no tracker, and another office cannot open them', async () => {
    const { id } = await task('T18')
    for (const login of ['hulan', 'panyu', 'qinlan', 'fanlin', 'hanmei', 'ducheng'])
      expect((await city.send('GET', `/api/cases/${COUNTY}/${id}`, { as: await city.be(login) })).status, login).toBe(
        200,
      )
    for (const login of ['dengkai', 'chenjing', 'lijianguo', 'auditor'])
      expect((await city.send('GET', `/api/cases/${COUNTY}/${id}`, { as: await city.be(login) })).status, login).toBe(
        404,
      )
    for (const login of ['lijianguo', 'chenjing', 'auditor'])
      expect((await city.send('GET', '/api/plan/tracker', { as: await city.be(login) })).status, login).toBe(403)
    expect((await tracker('dengkai')).tasks.filter((one) => one.mine).map((one) => one.task)).toEqual([
      'T06',
      'T10',
      'T11',
      'T13',
    ])
  })
})

describe('quarterly reports', () => {
  test('not before the quarter is over; by the lead alone; the progress is public, the remarks are not', async () => {
    const { id } = await task('T18')
    expect((await move('hulan', id, 'report', PROGRESS)).body).toMatchObject({ code: 'quarter-not-over' })
    await moveTo('2026-04-01')
    for (const login of ['panyu', 'hanmei', 'ducheng'])
      expect((await move(login, id, 'report', PROGRESS)).body, login).toMatchObject({ code: 'not-yours-to-do' })
    const file = await city.uploadEvidence(await city.be('hulan'), COUNTY)
    expect((await move('hulan', id, 'report', { ...PROGRESS, remarks: '内部:编制尚未落实' }, [file])).status).toBe(200)
    expect((await page('panyu', id)).files.length).toBe(1)
    expect((await move('hulan', id, 'report', PROGRESS)).body).toMatchObject({ code: 'quarter-not-over' })
    const sentence = await city.send('GET', '/api/plan/sentences/P4.3-07')
    expect(sentence.body).toMatchObject({
      reports: [{ quarter: '2026Q1', state: 'on-track', progress: PROGRESS.progress, office: { zh: '市委组织部' } }],
      measuredBy: [{ id: 'I-78', stated: false }],
    })
    expect(JSON.stringify(sentence.body)).not.toContain('编制')
    expect((await task('T18')).state).toBe('on-track')
  })

  test('on the fifteenth nothing is late; on the sixteenth the clock marks what is missing and the superior has it', async () => {
    await moveTo('2026-04-15')
    expect((await task('T14')).missing).toEqual([])
    await moveTo('2026-04-16')
    const late = await task('T14')
    expect(late).toMatchObject({ state: 'late', missing: ['2026Q1'] })
    const row = await city.owner.query(
      `select next_on::text, data->'marked' as marked, orgs @> array[(select id from kernel.organisation where code = 'city-office')] as told from kernel.case where id = $1`,
      [late.id],
    )
    expect(row.rows[0]).toEqual({ next_on: '2026-07-16', marked: { '2026Q1': '2026-04-16' }, told: true })
    // What is late is reported with a reason, and not without.
    expect((await move('fanlin', late.id, 'report', PROGRESS)).body).toMatchObject({ code: 'form-has-errors' })
    expect((await move('fanlin', late.id, 'report', { ...PROGRESS, reason: '等待财政部门会签' })).status).toBe(200)
    expect((await task('T14')).missing).toEqual([])
  })

  test('the city office presses for it; a lead does not press itself', async () => {
    const { id } = await task('T01')
    expect((await move('hulan', id, 'remind', { demand: '请于本周内补报' })).body).toMatchObject({
      code: 'not-yours-to-do',
    })
    expect((await move('hanmei', id, 'remind', { demand: '请于本周内补报' })).status).toBe(200)
    expect(JSON.stringify(await page('hulan', id))).toContain('请于本周内补报')
  })
})

describe('milestones', () => {
  test('the plan’s own days are milestones; they move only on a document with its copy', async () => {
    const { id, state } = await task('T07')
    expect(state).toBe('late')
    const moved = { milestone: 'm1', due: '2026-12-31', document: '阳社建〔2026〕3号', reason: '机构改革后重新核定' }
    expect((await move('xiewen', id, 'moveDue', moved)).body).toMatchObject({ code: 'document-copy-missing' })
    const invented = ['00000000-0000-7000-8000-00000000f00d']
    expect((await move('xiewen', id, 'moveDue', moved, invented)).body).toMatchObject({ code: 'file-not-found' })
    const file = [await city.uploadEvidence(await city.be('xiewen'), COUNTY)]
    const round = { ...moved, document: '阳社建(2026)3号' }
    expect((await move('xiewen', id, 'moveDue', round, file)).body).toMatchObject({ code: 'not-a-document-number' })
    expect((await move('xiewen', id, 'moveDue', { ...moved, due: '2020-12-31' }, file)).body).toMatchObject({
      code: 'same-day-as-before',
    })
    expect((await move('shaobo', id, 'moveDue', moved, file)).body).toMatchObject({ code: 'not-yours-to-do' })
    expect((await move('xiewen', id, 'moveDue', moved, file)).status).toBe(200)
    expect((await city.send('GET', '/api/plan/sentences/P3.2.3-04')).body).toMatchObject({
      by: '2020-12-31', // what the plan says stays
      milestones: [{ due: '2026-12-31', reachedOn: null, moved: 1 }],
    })
    expect(
      (await move('xiewen', id, 'reachMilestone', { milestone: 'm1', evidence: '全部社区已建立“一约四会”' })).status,
    ).toBe(200)
    expect((await move('xiewen', id, 'moveDue', moved, file)).body).toMatchObject({ code: 'no-open-milestone' })
  })
})

describe('closing', () => {
  const summary = { summary: '专项规划和管理办法已印发,培训实现全覆盖。' }
  test('a lead cannot close without every confirmation: the refusal names who is missing', async () => {
    const { id, parts } = await task('T18')
    expect(parts.map((one) => one.office.zh)).toEqual(['市人社局', '市财政局', '市民政局'])
    const alone = await move('hulan', id, 'close', summary)
    expect(alone.body).toMatchObject({ code: 'parts-not-confirmed' })
    expect(JSON.stringify(alone.body)).toContain('市人社局、市财政局、市民政局')
    const part = (office: string): string => parts.find((one) => one.office.zh === office)?.id ?? ''
    const note = { note: '本单位承担部分已完成' }
    expect((await move('hulan', part('市人社局'), 'confirm', note)).body).toMatchObject({ code: 'not-yours-to-do' })
    for (const [login, office] of [
      ['panyu', '市人社局'],
      ['qinlan', '市财政局'],
      ['fanlin', '市民政局'],
    ] as const)
      expect((await move(login, part(office), 'confirm', note)).status, office).toBe(200)
    // One thinks again: once more one is missing.
    expect((await move('qinlan', part('市财政局'), 'takeBack')).status).toBe(200)
    const one = (await page('hulan', id)).moves.find((found) => found.name === 'close')
    expect(one).toMatchObject({ open: false, refusal: { text: { zh: '尚未确认的单位:市财政局。' } } })
    expect((await move('qinlan', part('市财政局'), 'confirm', note)).status).toBe(200)
    expect((await move('hulan', id, 'close', summary)).body).toMatchObject({ step: 'verifying' })
    expect((await move('qinlan', part('市财政局'), 'takeBack')).body).toMatchObject({ code: 'task-being-verified' })
  })

  test('the city office verifies, never the lead; it may send back; verified, everything is closed', async () => {
    const { id } = await task('T18')
    expect((await move('hulan', id, 'verify', { finding: '属实' })).body).toMatchObject({ code: 'not-yours-to-do' })
    expect((await move('hanmei', id, 'sendBack', { reason: '缺少管理办法文本' })).body).toMatchObject({
      step: 'running',
    })
    expect((await move('hulan', id, 'close', summary)).status).toBe(200)
    expect((await move('hanmei', id, 'verify', { finding: '材料齐全,情况属实' })).body).toMatchObject({ step: 'done' })
    expect(await task('T18')).toMatchObject({ state: 'done', step: 'done' })
    const left = await city.owner.query(
      `select distinct step from kernel.case where root = $1 and ended_on is not null`,
      [id],
    )
    expect(left.rows.map((one: { step: string }) => one.step).sort()).toEqual(['closed', 'done'])
    expect((await move('hulan', id, 'report', PROGRESS)).body).toMatchObject({ code: 'case-is-closed' })
    const shown = (await city.send('GET', '/api/plan')).body as { tasks: { id: string; state: string }[] }
    expect(shown.tasks.find((one) => one.id === 'T18')?.state).toBe('done')
  })

  test('各相关单位: the lead says who is meant, else it cannot close; a closed list stays closed', async () => {
    const { id } = await task('T12')
    expect((await move('hulan', id, 'close', summary)).body).toMatchObject({ code: 'units-not-named' })
    const finance = (await city.owner.query(`select id from kernel.organisation where code = 'education'`)).rows[0] as {
      id: string
    }
    expect((await move('hulan', id, 'nameUnit', { office: finance.id })).status).toBe(200)
    expect((await task('T12')).parts.map(({ role }) => role).sort()).toEqual(['co-lead', 'named'])
    expect((await move('hulan', id, 'nameUnit', { office: finance.id })).body).toMatchObject({
      code: 'form-has-errors',
    })
    const closed = await task('T17')
    expect((await move('qinlan', closed.id, 'nameUnit', { office: finance.id })).body).toMatchObject({
      code: 'list-is-closed',
    })
  })
})

test('a county records its own measures of any task, with number and copy, and for itself alone', async () => {
  const { id } = await task('T03')
  const measures = { title: '城区社区治理实施细则', document: '城政发〔2026〕3号', issued: '2026-04-10' }
  expect((await move('ducheng', id, 'recordMeasures', measures)).body).toMatchObject({ code: 'document-copy-missing' })
  expect((await move('fanlin', id, 'recordMeasures', measures)).body).toMatchObject({ code: 'not-yours-to-do' })
  const file = [await city.uploadEvidence(await city.be('ducheng'), COUNTY)]
  expect((await move('ducheng', id, 'recordMeasures', measures, file)).status).toBe(200)
  const again = [await city.uploadEvidence(await city.be('ducheng'), COUNTY)]
  expect((await move('ducheng', id, 'recordMeasures', measures, again)).body).toMatchObject({
    code: 'measures-recorded-already',
  })
  expect((await city.send('GET', '/api/plan/sentences/P3.1.3-07')).body).toMatchObject({
    measures: [{ county: { zh: '城区' }, number: '城政发〔2026〕3号' }],
  })
})
