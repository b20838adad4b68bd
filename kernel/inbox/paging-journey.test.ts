import { beforeAll, describe, expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
type Page = { rows: { id: string; number: string; who: string; dueOn: string | null }[]; next: string | null }

beforeAll(async () => {
  const body = { item: 'YQ-05-005', place: '140302001001', values: { delivery: 'window', consent: true }, files: [] }
  expect((await city.send('POST', '/api/applications', { as: await city.be('lijianguo'), body })).status).toBe(200)
  // Twenty more like it: several of a due day, some with none, some ended, some taken, one whose name has marks of ours in it.
  await city.owner.query(`
    insert into kernel.case (county, id, number, procedure, version, subject, place, step, revision, root, holder, orgs, assignee, applicant, opened_on, due_on, ended_on, data, changed_at)
    select c.county, g.id, 'Z' || g.n, c.procedure, c.version, case when g.n % 3 = 0 then 'YQ-09-001' else c.subject end, c.place, c.step, 1, g.id,
      case when g.n > 18 then s.id else c.holder end, array[c.holder, s.id], case when g.n % 4 = 0 then a.person end, c.applicant, c.opened_on - g.n,
      case when g.n % 7 = 0 then null else date '2026-02-26' + (g.n % 5) end, case when g.n % 6 = 0 then date '2026-03-01' - g.n end,
      case when g.n = 1 then jsonb_set(c.data - 'oneOpen', '{nameMasked}', to_jsonb('李' || chr(31) || '*' || chr(30))) else c.data - 'oneOpen' end, now()
    from kernel.case c, kernel.staff_account a, kernel.organisation s,
      (select n, gen_random_uuid() as id from generate_series(1, 20) n) g
    where a.login = 'chenjing' and s.code = 'street-140302001'`)
})

const page = async (view: string, query = '', login = 'chenjing') => {
  const path = view === 'own' ? '/api/mine?' : `/api/inbox?view=${view}&`
  const answer = await city.send('GET', `${path}${query}`, { as: await city.be(login) })
  return { status: answer.status, ...(answer.body as Page) }
}
const expected = async (where: string, order: string) =>
  (await city.owner.query<{ id: string }>(`select c.id from kernel.case c where ${where} order by ${order}`)).rows.map(
    (row) => row.id,
  )
const HELD = `c.holder = (select id from kernel.organisation where code = 'committee-140302001001') and c.ended_on is null`
const DUE = 'c.due_on, c.county, c.id'

describe('pages of the inbox', () => {
  test.each([
    ['office', HELD, DUE],
    ['mine', `${HELD} and c.assignee is not null`, DUE],
    ['unassigned', `${HELD} and c.assignee is null`, DUE],
    ['overdue', `${HELD} and c.due_on < '2026-03-02'`, DUE],
    ['waiting', `c.number in ('Z19', 'Z20')`, DUE],
    ['ended', `c.ended_on is not null`, 'c.ended_on desc, c.id desc'],
  ])('%s: pages of two are the whole list, in its order, each case once', async (view, where, order) => {
    const ids = await expected(where, order)
    expect(ids.length).toBeGreaterThan(1)
    expect((await page(view, 'limit=100')).rows.map((row) => row.id)).toEqual(ids)
    const walked: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const found: Page = await page(view, `limit=2${next && `&after=${encodeURIComponent(next)}`}`)
      walked.push(...found.rows.map((row) => row.id))
      next = found.next
    }
    expect(walked).toEqual(ids)
  })

  test('of one service alone', async () => {
    const ids = await expected(`${HELD} and c.subject = 'YQ-09-001'`, DUE)
    expect((await page('office', 'subject=YQ-09-001')).rows.map((row) => row.id)).toEqual(ids)
  })

  test('marks that part cells and rows are no part of a name', async () => {
    const one = (await page('office', 'limit=100')).rows.find((row) => row.number === 'Z1')
    expect(one?.who).toBe('李*')
  })

  test('the next community sees none of them, and a resident their own', async () => {
    expect((await page('office', '', 'zhouwei')).rows).toEqual([])
    expect((await page('ended', '', 'zhouwei')).rows).toEqual([])
    const own = await page('own', '', 'lijianguo')
    expect(own.rows.map((row) => row.id)).toEqual(await expected('true', 'c.opened_on desc, c.id desc'))
    expect((await page('own', '', 'zhangmin')).rows).toEqual([])
  })

  test('many callers at once are each answered with their own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, i) => page('office', 'limit=5', i % 2 ? 'chenjing' : 'zhouwei')),
    )
    expect(answers.map((one) => one.rows.length)).toEqual(answers.map((_, i) => (i % 2 ? 5 : 0)))
  })

  test.each(['x', '2026-02-30|140302|00000000-0000-7000-8000-000000000001', "2026-03-02|140302|'; select 1"])(
    'a cursor that is none is refused: %s',
    async (after) => {
      expect((await page('office', `after=${encodeURIComponent(after)}`)).status).toBe(400)
      expect((await page('own', `after=${encodeURIComponent(after)}`, 'lijianguo')).status).toBe(400)
    },
  )
})
