/** An office's inbox page among very many cases, against the bare query; both read 50 rows in order of their due day. */
import { line, load, send, signIn } from './load.ts'
import type { Running } from './server.ts'

const CALLERS = 8

export async function inboxAmongMany(running: Running, cases: number, seconds: number): Promise<void> {
  const { owner, base } = running
  const began = performance.now()
  const template = (await owner.query(`select data from kernel.case limit 1`)).rows[0] as { data: unknown }
  await owner.query(
    `insert into kernel.case (county, id, number, procedure, version, subject, place, step, revision, root, holder, orgs, opened_on, due_on, ended_on, data, changed_at)
    select left(o.place, 6), g.id, 'Z' || n, 'service-case', 1, 'YQ-09-001', o.place, case when n % 5 = 0 then 'reviewing' else 'delivered' end, 1, g.id, o.id, array[o.id], current_date - (n % 300)::int, current_date + (n % 40)::int, case when n % 5 = 0 then null else current_date end, $2::jsonb, now()
    from (select n, gen_random_uuid() as id, (n::bigint * 7919) % 777 as k from generate_series(1, $1::int) n) g
    join (select id, place, row_number() over (order by code) - 1 as k from kernel.organisation where kind = 'committee') o on o.k = g.k`,
    [cases, JSON.stringify(template.data)],
  )
  await owner.query(`vacuum analyze kernel.case`) // what a database does by itself after such a load is done before, not during the run
  console.log(
    `\n${cases.toLocaleString('en')} cases of 777 communities written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  const clerk = await signIn(base, 'zhouwei')
  const org = (
    await owner.query<{ id: string }>(`select id from kernel.organisation where code = 'committee-140302001002'`)
  ).rows[0]?.id
  const bareQuery = async (client: { query(q: object): Promise<unknown> }): Promise<void> => {
    await client.query({
      name: 'inbox',
      text: `select county, id, number, procedure, version, subject, place, step, revision, root, parent, holder, orgs, assignee, applicant, agent, opened_on, due_on, due_provisional, suspended, next_on, ended_on, overdue_reason, jsonb_build_object('nameMasked', data->'nameMasked') as data, changed_at from kernel.case where holder = $1 and ended_on is null order by due_on, county, id limit 50`,
      values: [org],
    })
  }
  const page = async (): Promise<boolean> =>
    (await send(base, 'GET', '/api/inbox?view=office&limit=50', clerk)).status === 200
  await load(CALLERS, 1, page)
  const ours = await load(CALLERS, seconds, page)
  const bare = await load(CALLERS, seconds, async () => {
    await bareQuery(owner)
    return true
  })
  line('inbox page of 50', ours, bare, 'aim ≥ 0.5, p99 ≤ 25 ms')
  const counts = await load(
    CALLERS,
    Math.min(seconds, 3),
    async () => (await send(base, 'GET', '/api/inbox/counts', clerk)).status === 200,
  )
  console.log(
    `inbox counts                     ${Math.round(counts.perSecond).toString().padStart(6)}/s  p99 ${counts.p99.toFixed(0)} ms`,
  )
}
