import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '#testing/database.ts'
import { borrowALadder } from '#testing/borrow-a-ladder.ts'
import { OFFICES, openVillage, PEOPLE, PLACES, settleVillage, type Village } from '#testing/village.ts'
import { listCases } from './listing.ts'
import { type NewApplication, moveCase, openCase } from './actions.ts'
import { sweepDays } from './sweep.ts'
import { plainDate } from '#kernel/calendar'

const db = withDatabase()
let village: Village

beforeAll(async () => {
  await settleVillage(db)
  village = await openVillage(db, { procedures: [borrowALadder] })
})

const ask = (more: Partial<NewApplication> = {}): NewApplication => ({
  county: '140302',
  procedure: 'borrow-a-ladder',
  subject: 'ladder',
  place: PLACES.community,
  step: 'asked',
  holder: OFFICES.community,
  applicant: PEOPLE.resident,
  agent: null,
  data: { nameMasked: '王*兰', height: 3, askedOn: '2026-03-02' },
  files: [],
  fact: {},
  ...more,
})

async function opened(more: Partial<NewApplication> = {}): Promise<string> {
  const outcome = await openCase(village.as('resident'), ask(more))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.id
}

const move = (who: Parameters<Village['as']>[0], id: string, name: string, more: object = {}) =>
  moveCase(village.as(who), { county: '140302', id, move: name, values: {}, files: [], ...more })

describe('a case', () => {
  test('is opened, moved and numbered; the document numbers of an office leave no gap', async () => {
    const numbers: string[] = []
    for (const id of [await opened(), await opened(), await opened()]) {
      const outcome = await move('worker', id, 'lend')
      expect(outcome).toMatchObject({ ok: true, value: { step: 'lent', revision: 2 } })
      if (outcome.ok) numbers.push(outcome.value.documents[0]?.number ?? '')
    }
    expect(numbers).toEqual(['油娄沟受字〔2026〕1号', '油娄沟受字〔2026〕2号', '油娄沟受字〔2026〕3号'])
  })

  test('numbers stay without gap or repeat when twenty clerks act at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => opened()))
    const outcomes = await Promise.all(ids.map((id) => move('worker', id, 'lend')))
    const numbers = outcomes
      .map((one) => (one.ok ? Number(/〕(\d+)号/.exec(one.value.documents[0]?.number ?? '')?.[1]) : 0))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 4))
  })

  test.each([
    ['nobody of another community sees that it exists', 'neighbourClerk', 'case-not-found'],
    ['another resident sees nothing', 'neighbour', 'case-not-found'],
    ['the auditor reads no business record', 'auditor', 'case-not-found'],
    ['the system administrator reads no business record', 'sysAdmin', 'case-not-found'],
    ['the applicant may not lend to herself', 'resident', 'not-yours-to-do'],
    ['the street sees it and may not do the community’s work', 'streetAdmin', 'not-yours-to-do'],
    ['a clerk of the same office without the role may not', 'clerk', 'not-yours-to-do'],
  ] as const)('%s', async (_because, who, code) => {
    expect(await move(who, await opened(), 'lend')).toMatchObject({ ok: false, code })
  })

  test('a move of a stale page changes nothing', async () => {
    const id = await opened()
    await move('worker', id, 'lend')
    expect(await move('worker', id, 'giveBack', { revision: 1 })).toMatchObject({
      ok: false,
      code: 'case-changed-meanwhile',
    })
  })

  test('of two moves at once from the same revision one is made', async () => {
    const id = await opened()
    const outcomes = await Promise.all([
      move('worker', id, 'lend', { revision: 1 }),
      move('worker', id, 'lend', { revision: 1 }),
    ])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
  })

  test.each([
    [
      'a closed case stays closed',
      async () => {
        const id = await opened()
        await move('worker', id, 'lend')
        await move('worker', id, 'giveBack')
        return move('worker', id, 'lend')
      },
      'case-is-closed',
    ],
    [
      'a rule of the matter refuses with its number',
      async () => move('worker', await opened({ data: { nameMasked: '王*', height: 6, askedOn: '' } }), 'lend'),
      'ladder-too-high',
    ],
    [
      'a field that the form does not have',
      async () => move('worker', await opened(), 'lend', { values: { colour: 'red' } }),
      'form-has-errors',
    ],
    [
      'a text that is too long',
      async () => move('worker', await opened(), 'lend', { values: { note: 'x'.repeat(21) } }),
      'form-has-errors',
    ],
    ['a move that does not exist', async () => move('worker', await opened(), 'paint'), 'no-such-move'],
    [
      'a move named like a property of every object',
      async () => move('worker', await opened(), 'constructor'),
      'no-such-move',
    ],
    ['the clock’s move by a person', async () => move('worker', await opened(), 'lapse'), 'not-yours-to-do'],
    [
      'files where none are taken',
      async () => move('worker', await opened(), 'lend', { files: ['00000000-0000-7000-8000-000000000001'] }),
      'no-files-here',
    ],
  ] as const)('%s is refused', async (_because, attempt, code) => {
    expect(await attempt()).toMatchObject({ ok: false, code })
  })

  test('the same submission sent twice is one case; the same key for another content is refused', async () => {
    const once = { key: 'a-key-of-the-phone', digest: 'aa' }
    const [first, again] = await Promise.all([
      openCase(village.as('resident'), ask({ once })),
      openCase(village.as('resident'), ask({ once })),
    ])
    const third = await openCase(village.as('resident'), ask({ once }))
    if (!first.ok || !again.ok || !third.ok) throw new Error('refused')
    expect(new Set([first.value.number, again.value.number, third.value.number]).size).toBe(1)
    expect(third.value.again).toBe(true)
    expect(await openCase(village.as('resident'), ask({ once: { ...once, digest: 'bb' } }))).toMatchObject({
      ok: false,
      code: 'key-used-for-another',
    })
  })

  test('one applicant, same item, one open case', async () => {
    const data = { nameMasked: '李*国', height: 2, askedOn: '', oneOpen: '1' }
    const mine = ask({ applicant: PEOPLE.neighbour, data })
    expect((await openCase(village.as('neighbour'), mine)).ok).toBe(true)
    expect(await openCase(village.as('neighbour'), mine)).toMatchObject({ ok: false, code: 'same-item-open' })
  })

  test('a part for another office is seen by that office, and the master by it too', async () => {
    const id = await opened()
    expect((await move('worker', id, 'split')).ok).toBe(true)
    const rows = await listCases(village.as('streetAdmin'), {
      view: 'office',
      org: OFFICES.street,
      person: PEOPLE.streetAdmin,
      today: '2026-03-02',
      limit: 10,
    })
    expect(rows.filter((row) => row.parent === id)).toHaveLength(1)
  })

  test('the clock lapses what nobody touched, on the right day and not before', async () => {
    const id = await opened()
    const at = (day: string): number => Date.parse(`${day}T04:00:00Z`)
    const step = async () =>
      (await db.owner.query(`select step, ended_on from kernel.case where id = $1`, [id])).rows[0]
    await sweepDays(village.services, plainDate('2026-03-02'), plainDate('2026-03-04'), at, async () => {})
    expect(await step()).toEqual({ step: 'asked', ended_on: null })
    await sweepDays(village.services, plainDate('2026-03-04'), plainDate('2026-03-05'), at, async () => {})
    expect(await step()).toEqual({ step: 'lapsed', ended_on: '2026-03-05' })
  })

  test('the app’s role may neither change nor remove a fact', async () => {
    await opened()
    for (const statement of ['update kernel.fact set kind = kind', 'delete from kernel.fact', 'truncate kernel.fact']) {
      await expect(db.owner.query(`set role liren_app; ${statement}`)).rejects.toThrow(/permission denied/)
      await db.owner.query('reset role')
      await expect(db.owner.query(statement)).rejects.toThrow(/never changed/)
    }
  })
})
