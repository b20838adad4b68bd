import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'
const CHAIRS: Readonly<Record<string, string>> = { [HOME]: 'sunli', [NEXT]: 'fengyan' }
const CLAUSES = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'access']

type Sent = { county: string; id: string; place: string }
type Refused = { code: string; facts: { clause?: string } }
const post = async (login: string, url: string, body: object) =>
  city.send('POST', url, { as: await city.be(login), body })
const move = (login: string, one: Sent, name: string, values: object = {}) =>
  post(login, `/api/cases/${one.county}/${one.id}/moves/${name}`, { values })
const inbox = async (login: string) =>
  JSON.stringify((await city.send('GET', '/api/inbox?view=office', { as: await city.be(login) })).body)
const pageOf = async (login: string, one: Sent) =>
  JSON.stringify((await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })).body)

/** A task whose wording a human looks at first. */
async function waiting(
  change: { place?: string; title?: string; kind?: string; meetings?: number } = {},
): Promise<Sent> {
  const { place = HOME, title = '法治讲座', kind = 'task', meetings = 0 } = change
  const demand = {
    kind,
    category: 'civil-affairs',
    role: 'assisting',
    title,
    body: '请居民了解执法公开',
    meetings,
    emergency: null,
  }
  const made = await post('fanlin', '/api/community-tasks', { demand, item: 'L4-001', places: [place], due: null })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  return (made.body as { sent: [Sent] }).sent[0]
}
async function fund(place: string, to = '2026-12-31'): Promise<Sent> {
  const made = await post('fanlin', '/api/funds-transfers', {
    item: 'L4-001',
    places: [place],
    amount: 300_000,
    from: '2026-01-01',
    to,
    agreement: '阳民协〔2026〕1号',
    transferredOn: '2026-03-01',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const [one] = (made.body as { sent: [Sent] }).sent
  expect((await move(CHAIRS[place] ?? '', one, 'confirm')).status).toBe(200)
  return one
}
/** The list in force with its item changed, as an admission or a review changes it. */
const change = (content: object | null, code = 'L4-001') =>
  city.owner.query(
    `select duty_lists.change_list('140302', '140302', 'L4', $1::jsonb, $2, (select day from (select max(day) as day from kernel.fact) f), '调整', gen_random_uuid())`,
    [content && JSON.stringify(content), code],
  )
async function itemNow(): Promise<Record<string, unknown>> {
  const { rows } = await city.owner.query<{ content: Record<string, unknown> }>(
    `select i.content from duty_lists.item i join duty_lists.version v on v.id = i.version where v.list = 'L4' and v.place = '140302' and i.code = 'L4-001' order by v.number limit 1`,
  )
  return rows[0]?.content ?? {}
}
const release = (one: Sent) => move('ducheng', one, 'release', { found: '仅为宣传' })
const stepOf = async (one: Sent): Promise<string> =>
  (await city.owner.query<{ step: string }>('select step from kernel.case where id = $1', [one.id])).rows[0]?.step ?? ''

test('what left the list while its wording was looked at does not arrive: refused with the clause, and its sender is told', async () => {
  await fund(HOME)
  const content = await itemNow()
  const one = await waiting({ title: '清单变动后的讲座' })
  await change(null)
  expect((await release(one)).body).toMatchObject({ code: 'no-admitted-item', facts: { clause: 'access' } })
  expect(await stepOf(one)).toBe('sent-back')
  expect(await inbox('sunli')).not.toContain('清单变动后的讲座')
  expect(await inbox('fanlin')).toContain('清单变动后的讲座')
  expect(await pageOf('fanlin', one)).toContain('没有引用施行中的清单事项')
  expect((await release(one)).status).toBeGreaterThanOrEqual(403)
  expect((await move('sunli', one, 'acknowledge')).status).toBeGreaterThanOrEqual(403)
  expect((await move('fanlin', one, 'acknowledge')).body).toMatchObject({ step: 'stopped' })
  await change(content)
})

test.each([
  ['the item is another office’s now', { lead: 'health', assist: [] }, 'item-of-another-office'],
  ['the item allows forms only now', { covers: ['form'] }, 'kind-not-admitted'],
  ['the item is of another category now', { category: 'health' }, 'another-category'],
  ['the item’s days are over', { to: '2026-03-01' }, 'outside-period'],
])('nor does it arrive when %s', async (_because, changed, code) => {
  const content = await itemNow()
  const one = await waiting()
  await change({ ...content, ...changed })
  expect((await release(one)).body).toMatchObject({ code })
  expect(await stepOf(one)).toBe('sent-back')
  await change(content)
  const again = await waiting()
  expect((await release(again)).body).toMatchObject({ step: 'received' })
})

test('money that was taken back is no money: by its sender, the street or the community, not by others', async () => {
  const money = await fund(NEXT)
  const one = await waiting({ place: NEXT })
  expect((await move('wujun', money, 'takeBack', { account: '街道收回' })).status).toBe(200)
  expect((await release(one)).body).toMatchObject({ code: 'funds-not-transferred', facts: { clause: 'F3' } })
  const second = await fund(NEXT)
  expect((await move('sunli', second, 'takeBack', { account: '别的社区' })).status).toBeGreaterThanOrEqual(403)
  expect((await move('gaofei', second, 'takeBack', { account: '别的部门' })).status).toBeGreaterThanOrEqual(403)
  expect((await move('fengyan', second, 'takeBack', { account: '区财政收回' })).body).toMatchObject({
    step: 'taken-back',
  })
  expect((await move('fengyan', second, 'confirm')).status).toBeGreaterThanOrEqual(403)
})

test('a task goes out with the version of its item that is in force when it arrives', async () => {
  const one = await waiting()
  await change({ ...(await itemNow()), minutes: 5 })
  expect((await release(one)).body).toMatchObject({ step: 'received' })
  const { rows } = await city.owner.query(
    `select c.data#>>'{item,minutes}' as minutes, v.state, c.data->>'arrivedOn' as on from kernel.case c join duty_lists.version v on v.id = (c.data#>>'{item,version}')::uuid where c.id = $1`,
    [one.id],
  )
  expect(rows).toEqual([{ minutes: '5', state: 'in_force', on: '2026-03-02' }])
})

test('wording that nobody looked at in time goes back by itself the day after', async () => {
  const one = await waiting({ title: '没有人核对的讲座' })
  await city.server.moveDay(2)
  expect(await stepOf(one)).toBe('in-review')
  await city.server.moveDay(1)
  expect(await stepOf(one)).toBe('sent-back')
  expect(await inbox('fanlin')).toContain('没有人核对的讲座')
  expect(await pageOf('fanlin', one)).toContain('用词核对超过期限')
})

test('over random sequences of sending, list changes, money and days, nothing arrives that its day does not allow', async () => {
  const content = await itemNow()
  await change({ ...content, covers: ['ledger', 'meeting-series', 'task'] })
  await fund(HOME)
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('send'),
        kind: fc.constantFrom('ledger', 'meeting-series'),
        place: fc.constantFrom(HOME, NEXT),
      }),
    },
    { weight: 4, arbitrary: fc.constant({ do: 'release' }) },
    fc.record({
      do: fc.constant('list'),
      with: fc.constantFrom(null, {}, {}, { lead: 'health', assist: [] }, { covers: ['task'] }),
    }),
    fc.record({ do: fc.constant('fund'), place: fc.constantFrom(HOME, NEXT) }),
    fc.record({ do: fc.constant('takeBack'), place: fc.constantFrom(HOME, NEXT) }),
    fc.constant({ do: 'day' }),
  )
  const held: Sent[] = []
  const money: Sent[] = []
  const seen = new Set<string>()
  let [arrived, refused] = [0, 0]
  const run = async (one: { do: string; kind?: string; place?: string; with?: object | null }): Promise<void> => {
    switch (one.do) {
      case 'send': {
        const demand = {
          kind: one.kind,
          category: 'civil-affairs',
          role: 'assisting',
          title: '随机任务',
          body: '执法公开',
          meetings: one.kind === 'ledger' ? 0 : 2,
          emergency: null,
        }
        const made = await post('fanlin', '/api/community-tasks', {
          demand,
          item: 'L4-001',
          places: [one.place],
          due: null,
        })
        if (made.status === 200) held.push((made.body as { sent: [Sent] }).sent[0])
        else expect(CLAUSES).toContain((made.body as Refused).facts.clause)
        return
      }
      case 'release': {
        const [task] = held.splice(0, 1)
        if (!task) return
        const answer = await release(task)
        if (answer.status === 200) {
          arrived++
          const { rows } = await city.owner.query(
            `select c.data#>>'{demand,kind}' as kind, i.content->>'lead' as lead, i.content->'covers' ? (c.data#>>'{demand,kind}') as covered,
               exists (select from kernel.case t where t.procedure = 'funds-transfer' and t.step = 'confirmed' and t.place = c.place and t.data->>'to' >= c.data->>'arrivedOn') as funded,
               (select coalesce(sum((m.data#>>'{demand,meetings}')::int), 0)::int from kernel.case m where m.procedure = 'community-task' and m.step = 'received' and m.place = c.place
                 and left(m.data->>'arrivedOn', 7) = left(c.data->>'arrivedOn', 7)) as meetings
             from kernel.case c left join duty_lists.version v on v.state = 'in_force' and v.list = 'L4' and v.place = '140302'
               left join duty_lists.item i on i.version = v.id and i.code = 'L4-001' where c.id = $1`,
            [task.id],
          )
          expect(rows[0]).toMatchObject({ lead: content.lead, covered: true, funded: true })
          expect((rows[0] as { meetings: number }).meetings).toBeLessThanOrEqual(4)
        } else {
          refused++
          const { code, facts } = answer.body as Refused
          if (code !== 'not-at-this-step') expect(CLAUSES, code).toContain(facts.clause)
          seen.add(code)
          expect(await stepOf(task)).toBe('sent-back')
        }
        return
      }
      case 'list':
        await change(one.with ? { ...content, covers: ['ledger', 'meeting-series', 'task'], ...one.with } : null)
        return
      case 'fund': {
        const made = await post('fanlin', '/api/funds-transfers', {
          item: 'L4-001',
          places: [one.place],
          amount: 300_000,
          from: '2026-01-01',
          to: '2026-12-31',
          agreement: '协议',
          transferredOn: '2026-03-01',
        })
        if (made.status !== 200) return
        const [sent] = (made.body as { sent: [Sent] }).sent
        await move(CHAIRS[sent.place] ?? '', sent, 'confirm')
        money.push(sent)
        return
      }
      case 'takeBack':
        for (const sent of money.filter(({ place }) => place === one.place))
          await move('fanlin', sent, 'takeBack', { account: '收回' })
        return
      default:
        await city.server.moveDay(1)
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 12 }), async (steps) => {
      // Each sequence begins with a task that waits and would arrive as things stand.
      await run({ do: 'list', with: {} })
      await run({ do: 'fund', place: HOME })
      await run({ do: 'send', kind: 'ledger', place: HOME })
      for (const one of steps) await run(one)
      while (held.length) await run({ do: 'release' })
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect(Math.min(arrived, refused, seen.size)).toBeGreaterThan(0)
}, 120_000)
