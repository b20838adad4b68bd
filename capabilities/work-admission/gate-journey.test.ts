import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const CLAUSES = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'access']
const wording = fc.constantFrom('请随同走访', '', '配合执法', '签订责任 书', '招·商', '实行一票否决', '一 票 否 决')
const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const NEXT = '140302001002'

test('no task arrives in a community without an item in force, its office, its way and its money', async () => {
  const funded = async (login: string, code: string, places: string[], amount: number) => {
    const made = await city.send('POST', '/api/funds-transfers', {
      as: await city.be(login),
      body: {
        item: code,
        places,
        amount,
        from: '2026-01-01',
        to: '2026-12-31',
        agreement: '协议1号',
        transferredOn: '2026-03-01',
      },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    for (const one of (made.body as { sent: { county: string; id: string; place: string }[] }).sent) {
      const as = await city.be(one.place === HOME ? 'sunli' : 'fengyan')
      expect(
        (await city.send('POST', `/api/cases/${one.county}/${one.id}/moves/confirm`, { as, body: { values: {} } }))
          .status,
      ).toBe(200)
    }
  }
  await funded('fanlin', 'L4-001', [HOME, NEXT], 300_000)
  await funded('gaofei', 'L4-005', [HOME], 200_000)
  const cookies = new Map<string, string>()
  for (const login of ['fanlin', 'gaofei', 'panyu', 'wujun', 'ducheng']) cookies.set(login, await city.be(login))
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        login: fc.constantFrom('fanlin', 'gaofei', 'panyu', 'wujun', 'ducheng'),
        item: fc.constantFrom('L4-001', 'L4-005', 'L4-002', 'L4-099', 'L3-001', ''),
        places: fc.subarray([HOME, NEXT, '140302002001'], { minLength: 1 }),
        kind: fc.constantFrom(
          'task',
          'form',
          'ledger',
          'meeting-series',
          'plaque',
          'responsibility-letter',
          'assessment',
        ),
        category: fc.constantFrom('civil-affairs', 'health', 'demolition'),
        role: fc.constantFrom('assisting', 'responsible'),
        body: wording,
        fit: fc.boolean(),
      }),
      async ({ fit, ...any }) => {
        const {
          login,
          item: code,
          places,
          ...asked
        } = fit
          ? {
              ...any,
              login: 'fanlin',
              item: 'L4-001',
              places: [HOME],
              category: 'civil-affairs',
              role: 'assisting',
              kind: 'task',
            }
          : any
        const answer = await city.send('POST', '/api/community-tasks', {
          as: cookies.get(login) ?? '',
          body: {
            demand: { ...asked, title: '随机任务', meetings: 1, emergency: null },
            item: code,
            places,
            due: null,
          },
        })
        expect([200, 403, 409, 400]).toContain(answer.status)
        if (answer.status === 409) {
          const { code: refused, facts } = answer.body as { code: string; facts: { clause?: string } }
          if (refused !== 'place-not-yours') expect(CLAUSES, refused).toContain(facts.clause)
        }
      },
    ),
    { numRuns: 120 },
  )
  const { rows } = await city.owner.query<Record<string, string>>(
    `select c.place, c.step, o.code as sender, c.data#>>'{demand,kind}' as kind, c.data#>>'{demand,category}' as category, c.data#>>'{demand,role}' as role,
       c.data->>'flags' as flags, i.content->>'lead' as lead, i.content->>'category' as item_category, i.content->'covers' ? (c.data#>>'{demand,kind}') as covered,
       exists (select from kernel.case t where t.procedure = 'funds-transfer' and t.step = 'confirmed' and t.place = c.place and t.data#>>'{item,code}' = c.data#>>'{item,code}') as funded
     from kernel.case c join kernel.organisation o on o.id = (c.data->>'sender')::uuid
       left join duty_lists.version v on v.id = (c.data#>>'{item,version}')::uuid and v.state = 'in_force'
       left join duty_lists.item i on i.version = v.id and i.code = c.data#>>'{item,code}'
     where c.procedure = 'community-task'`,
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) {
    expect(row).toMatchObject({ covered: true, funded: true, role: 'assisting' })
    expect(row.category).toBe(row.item_category)
    expect(row.sender === row.lead || row.sender?.startsWith('street-')).toBe(true)
    expect(row.step).toBe(row.flags === '[]' ? 'received' : 'in-review')
    expect(row.kind).not.toBe('responsibility-letter')
  }
})
