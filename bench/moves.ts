/** Applications and moves through HTTP, signed in, with policy, facts and row-level scope, against the same rows written one statement at a time. */
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { line, load, send, signIn } from './load.ts'
import type { Running } from './server.ts'

const CALLERS = 32
const HOME = '140302001001'
const BODY = {
  item: 'YQ-09-001',
  place: HOME,
  values: { room: 'meeting', on: '2099-01-01', people: 5, delivery: 'window', consent: true },
  files: [],
}

type Key = { county: string; id: string }

export async function applicationsAndMoves(running: Running, seconds: number): Promise<void> {
  const { base } = running
  const resident = await signIn(base, 'lijianguo')
  const clerk = await signIn(base, 'chenjing')
  const made: Key[] = []
  const apply = async (): Promise<boolean> => {
    const answer = await send(base, 'POST', '/api/applications', resident, BODY)
    if (answer.status !== 200) return false
    made.push(JSON.parse(answer.text) as Key)
    return true
  }
  const first = await apply()
  if (!first) throw new Error('the application was refused')
  const template = (
    await running.owner.query(
      `select c.*, f.content as fact_content from kernel.case c join kernel.fact f on f.case_id = c.id limit 1`,
    )
  ).rows[0] as Record<string, unknown>
  await load(CALLERS, 2, apply)
  const ours = await load(CALLERS, seconds, apply)
  const theirs = await direct(running, CALLERS, seconds, (client) => openByHand(client, template))
  line('applications', ours, theirs, 'aim ≥ 1.0, floor 0.6')

  let next = 0
  const accept = async (): Promise<boolean> => {
    const one = made[next++]
    if (!one) throw new Error('no more cases to accept')
    return (
      (await send(base, 'POST', `/api/cases/${one.county}/${one.id}/moves/accept`, clerk, { values: {} })).status ===
      200
    )
  }
  const before = await statements(running)
  const moved = await load(CALLERS, Math.min(seconds, Math.max(2, Math.floor(made.length / 2000))), accept)
  const calls = (await statements(running)) - before
  const byHand = (
    await running.owner.query<{ id: string }>(
      `select id from kernel.case where step = 'submitted' and county = '140302' limit 60000`,
    )
  ).rows.map((row) => row.id)
  let hand = 0
  const straight = await direct(running, CALLERS, seconds, (client) =>
    acceptByHand(client, template, byHand[hand++ % byHand.length] ?? ''),
  )
  line('moves (accept, with a document)', moved, straight, 'aim ≥ 1.0, floor 0.6')
  console.log(
    `round trips to the database      ${(calls / Math.max(1, moved.done)).toFixed(2)} a move (aim ≤ 2; load and commit, gathered with others)`,
  )

  const ids = made.slice(0, 2000)
  const read = await load(CALLERS, seconds, async (caller) => {
    const one = ids[(caller * 61 + next++) % ids.length]
    return one !== undefined && (await send(base, 'GET', `/api/cases/${one.county}/${one.id}`, clerk)).status === 200
  })
  const asOwner = true // no row-level scope: it reads what is there
  const bare = await direct(running, CALLERS, seconds, readByHand, asOwner)
  async function readByHand(client: pg.PoolClient): Promise<void> {
    const one = ids[Math.floor(Math.random() * ids.length)]
    const found = await client.query({
      name: 'b1',
      text: `select * from kernel.case where county = $1 and root = $2`,
      values: [one?.county, one?.id],
    })
    await client.query({
      name: 'b2',
      text: `select * from kernel.fact where county = $1 and case_id = $2 order by id`,
      values: [one?.county, one?.id],
    })
    await client.query({
      name: 'b3',
      text: `select * from kernel.document where county = $1 and case_id = $2`,
      values: [one?.county, one?.id],
    })
    await client.query({
      name: 'b4',
      text: `select id, name, size from kernel.file where county = $1 and case_id = $2`,
      values: [one?.county, one?.id],
    })
    if (found.rowCount === 0) throw new Error('the bare read found nothing')
  }
  line('a case with its facts', read, bare, 'aim ≥ 0.7')
}

/** Calls of the two functions, from PostgreSQL's own count of committed transactions. */
async function statements(running: Running): Promise<number> {
  await running.owner.query(`select pg_stat_clear_snapshot()`)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  return Number(
    (await running.owner.query(`select xact_commit from pg_stat_database where datname = current_database()`)).rows[0]
      ?.xact_commit,
  )
}

async function direct(
  running: Running,
  callers: number,
  seconds: number,
  work: (client: pg.PoolClient) => Promise<void>,
  asOwner = false,
) {
  const clients = await Promise.all(Array.from({ length: callers }, () => running.owner.connect()))
  if (!asOwner) for (const client of clients) await client.query(`set role liren_app`)
  try {
    return await load(callers, seconds, async (caller) => {
      const client = clients[caller]
      if (!client) return false
      await work(client)
      return true
    })
  } finally {
    for (const client of clients) {
      await client.query('reset role')
      client.release()
    }
  }
}

const scope = (client: pg.PoolClient): Promise<unknown> =>
  client.query({
    name: 's',
    text: `select set_config('liren.places', '140302001001', true), set_config('liren.org', $1, true), set_config('liren.person', $2, true)`,
    values: ['63de3656-b6ec-805b-8474-2ea64173daff', '00000000-0000-0000-0000-000000000000'],
  })

async function fact(client: pg.PoolClient, template: Record<string, unknown>, id: string, kind: string): Promise<void> {
  const fresh = randomUUID()
  await client.query({
    name: `f-${kind}`,
    text: `insert into kernel.fact (county, id, case_id, subject, kind, day, at, content, salt, leaf, mac) values ($1,$2,$3,'case',$4,current_date,now(),$5,$6,$7,$8)`,
    values: [
      '140302',
      fresh,
      id,
      kind,
      JSON.stringify(template.fact_content),
      randomBytes(16),
      randomBytes(32),
      randomBytes(32),
    ],
  })
  await client.query({
    name: 'u',
    text: `insert into kernel.unsealed (county, fact) values ($1,$2)`,
    values: ['140302', fresh],
  })
}

/** Look at the applicant, what is on file, what is open; then case, fact, notice: what an application reads and writes. */
async function openByHand(client: pg.PoolClient, t: Record<string, unknown>): Promise<void> {
  const id = randomUUID()
  await client.query('begin')
  await scope(client)
  await client.query({
    name: 'o0',
    text: `select id, name, id_number from kernel.person where county = '140300' and id = $1`,
    values: [t.applicant],
  })
  await client.query({
    name: 'o00',
    text: `select r.name, h.address from residents.resident r join residents.household h on h.county = r.county and h.id = r.household where r.person = $1 limit 1`,
    values: [t.applicant],
  })
  await client.query({
    name: 'o000',
    text: `select count(*) from kernel.case where applicant = $1 and subject = $2 and ended_on is null and opened_on > current_date + 1`,
    values: [t.applicant, t.subject],
  })
  await client.query({
    name: 'o1',
    text: `insert into kernel.case (county, id, number, procedure, version, subject, place, step, revision, root, holder, orgs, applicant, opened_on, due_on, data, changed_at) values ($1,$2,$3,$4,1,$5,$6,'submitted',1,$2,$7,$8,$9,current_date,current_date,$10,now())`,
    values: [
      '140302',
      id,
      `B${randomBytes(9).toString('hex')}`,
      t.procedure,
      t.subject,
      t.place,
      t.holder,
      t.orgs,
      t.applicant,
      JSON.stringify(t.data),
    ],
  })
  await fact(client, t, id, 'opened')
  await client.query({
    name: 'o2',
    text: `insert into kernel.notice (county, id, case_id, person, kind, content, created_at) values ('140302',$1,$2,$3,'submitted','{}',now())`,
    values: [randomUUID(), id, t.applicant],
  })
  await client.query('commit')
}

async function acceptByHand(client: pg.PoolClient, t: Record<string, unknown>, id: string): Promise<void> {
  await client.query('begin')
  await scope(client)
  const found = await client.query({
    name: 'a1',
    text: `select * from kernel.case where county = '140302' and id = $1 for update`,
    values: [id],
  })
  if (found.rowCount === 0) throw new Error('no case to accept by hand')
  const series = `手${randomBytes(2).toString('hex')}`
  await client.query({
    name: 'a2',
    text: `insert into kernel.counter (county, series, year, last) values ('140302',$1,2026,1) on conflict (county, series, year) do update set last = kernel.counter.last + 1 returning last`,
    values: [series],
  })
  await client.query({
    name: 'a3',
    text: `update kernel.case set step = 'reviewing', revision = revision + 1, due_on = current_date + 5, data = $2, changed_at = now() where county = '140302' and id = $1`,
    values: [id, JSON.stringify(t.data)],
  })
  await client.query({
    name: 'a4',
    text: `insert into kernel.document (county, id, case_id, kind, number, org, issued_on, content, digest, verify_code) values ('140302',$1,$2,'acceptance',$3,$4,current_date,$5,$6,$7)`,
    values: [
      randomUUID(),
      id,
      randomBytes(12).toString('hex'),
      t.holder,
      JSON.stringify({ sealed: randomBytes(900).toString('base64') }),
      randomBytes(32),
      randomBytes(12).toString('hex'),
    ],
  })
  await fact(client, t, id, 'document-issued')
  await fact(client, t, id, 'accept')
  await client.query({
    name: 'o2',
    text: `insert into kernel.notice (county, id, case_id, person, kind, content, created_at) values ('140302',$1,$2,$3,'submitted','{}',now())`,
    values: [randomUUID(), id, t.applicant],
  })
  await client.query('commit')
}
