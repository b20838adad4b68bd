import { beforeAll, describe, expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
let sys = ''
let sec = ''
beforeAll(async () => {
  sys = await city.be('sysadmin')
  sec = await city.be('secadmin')
})

type Row = { person: string; login: string; posts: { id: string; role: { en: string } }[]; ended: boolean }
const post = async (as: string, url: string, body: object = {}) => {
  const answer = await city.send('POST', url, { as, body })
  return { status: answer.status, body: answer.body as Record<string, string> }
}
const find = async (typed: string, as = sys) =>
  ((await city.send('POST', '/api/accounts/search', { as, body: { typed } })).body as { rows: Row[] }).rows
const personOf = async (login: string) => (await find(login)).find((one) => one.login === login)?.person ?? ''
const open = async (login: string) => {
  const { body } = await post(sys, '/api/accounts', { login, name: '高明', nameEn: 'Gao Ming' })
  return { password: body.password ?? '', person: await personOf(login) }
}
const CLERK = { office: 'committee-140302001001', role: 'window_clerk' }

describe('accounts and posts', () => {
  test('one opens the account, the other gives the post; then its holder works there, until it ends', async () => {
    const { password, person } = await open('gao.ming')
    const signIn = () => city.send('POST', '/api/staff/sign-in', { body: { login: 'gao.ming', password } })
    const before = String((await signIn()).headers['set-cookie']).split(';')[0] ?? ''
    expect((await city.send('GET', '/api/inbox', { as: before })).status, 'no post, no work').toBe(401)
    const given = await post(sec, `/api/accounts/${person}/posts`, CLERK)
    expect(given.status).toBe(200)
    const cookie = String((await signIn()).headers['set-cookie']).split(';')[0] ?? ''
    expect((await city.send('GET', '/api/inbox', { as: cookie })).status).toBe(200)
    expect((await post(sec, `/api/accounts/${person}/posts/${given.body.id}/end`)).status).toBe(200)
    const later = String((await signIn()).headers['set-cookie']).split(';')[0] ?? ''
    expect((await city.send('GET', '/api/inbox', { as: later })).status).toBe(401)
    const facts = await city.owner.query<{ kind: string; content: Record<string, string>; role: string }>(
      `select kind, content, role from kernel.fact where subject = 'account' and content->>'account' = $1 order by id`,
      [person],
    )
    expect(facts.rows.map(({ kind, role }) => [kind, role])).toEqual([
      ['account-opened', 'sys_admin'],
      ['post-given', 'sec_admin'],
      ['post-ended', 'sec_admin'],
    ])
    expect(JSON.stringify(facts.rows)).not.toContain(password)
    expect(JSON.stringify(facts.rows)).not.toContain('高明')
  })

  test('reset gives a new first password and ends the old one; ended, nothing is left', async () => {
    const { password, person } = await open('gao.shan')
    await post(sec, `/api/accounts/${person}/posts`, CLERK)
    const { body } = await post(sys, `/api/accounts/${person}/reset`)
    expect(body.password).not.toBe(password)
    const signIn = (given: string) => post('', '/api/staff/sign-in', { login: 'gao.shan', password: given })
    expect((await signIn(password)).status).toBe(401)
    expect((await signIn(body.password ?? '')).status).toBe(200)
    expect((await post(sec, `/api/accounts/${person}/end`)).status).toBe(200)
    expect((await signIn(body.password ?? '')).status).toBe(401)
    expect(await find('gao.shan')).toMatchObject([{ ended: true, posts: [] }])
    expect(await post(sec, `/api/accounts/${person}/posts`, CLERK)).toMatchObject({ body: { code: 'account-ended' } })
    expect(await post(sys, `/api/accounts/${person}/reset`)).toMatchObject({ body: { code: 'account-ended' } })
  })

  const named = (login: string, name = '高明') => ({ login, name, nameEn: 'Gao Ming' })
  test.each([
    ['a login with a blank', named('gao ming'), 'not-a-login'],
    ['a login that is taken', named('chenjing'), 'login-taken'],
    ['no name', named('gao.hai', ' '), 'request-not-as-described'],
  ])('an account is not opened: %s', async (_because, body, code) => {
    expect((await post(sys, '/api/accounts', body)).body).toMatchObject({ code })
  })

  test.each([
    ['of the own account', 'sysadmin', 'own-account'],
    ['of another administrator', 'secadmin', 'administrators-at-the-machine'],
    ['of nobody', '', 'account-not-found'],
  ])('a reset refused: %s', async (_because, login, code) => {
    const person = login ? await personOf(login) : '00000000-0000-7000-8000-000000000001'
    expect((await post(sys, `/api/accounts/${person}/reset`)).body).toMatchObject({ code })
  })

  test.each([
    ['the own account', 'secadmin', 'posts', CLERK, 'own-account'],
    ['another administrator', 'auditor', 'posts', CLERK, 'administrators-at-the-machine'],
    ['the end of another administrator', 'sysadmin', 'end', {}, 'administrators-at-the-machine'],
    [
      'an administrator’s post',
      'chenjing',
      'posts',
      { office: 'city-office', role: 'auditor' },
      'administrators-at-the-machine',
    ],
    [
      'a post that this office has not',
      'chenjing',
      'posts',
      { office: CLERK.office, role: 'street_admin' },
      'not-a-post-here',
    ],
    ['a post held already', 'chenjing', 'posts', CLERK, 'post-held-already'],
    ['an office that is none', 'chenjing', 'posts', { office: 'committee-1', role: 'window_clerk' }, 'no-such-office'],
    [
      'the end of a post that is not theirs',
      'chenjing',
      'posts/00000000-0000-7000-8000-000000000001/end',
      {},
      'post-not-found',
    ],
  ] as const)('refused to the security administrator: %s', async (_because, login, what, body, code) => {
    const count = async () =>
      (await city.owner.query(`select count(*)::int as n from kernel.appointment where valid_to is null`)).rows
    const before = await count()
    expect((await post(sec, `/api/accounts/${await personOf(login)}/${what}`, body)).body).toMatchObject({ code })
    expect(await count()).toEqual(before)
  })

  test('neither does the other’s part; whoever handles cases sees no account; the auditor looks only', async () => {
    const person = await personOf('chenjing')
    const fresh = { login: 'gao.he', name: '高河', nameEn: 'Gao He' }
    for (const [as, url, body] of [
      [sec, '/api/accounts', fresh],
      [sec, `/api/accounts/${person}/reset`, {}],
      [sys, `/api/accounts/${person}/posts`, CLERK],
      [sys, `/api/accounts/${person}/end`, {}],
      [await city.be('auditor'), '/api/accounts', fresh],
      [await city.be('hanmei'), '/api/accounts/search', {}],
      [await city.be('chenjing'), '/api/accounts/search', {}],
    ] as const)
      expect([url, (await post(as, url, body)).status]).toEqual([url, 403])
    expect((await find('chen', await city.be('auditor'))).length).toBeGreaterThan(0)
  })

  test('found by login or name; what a person types is text, and the list goes on where it stopped', async () => {
    expect((await find('陈静')).map((one) => one.login)).toContain('chenjing')
    expect(await find('%')).toEqual([])
    await city.owner.query(
      `insert into kernel.staff_account (county, person, login, display_name, display_name_en) select '140300', gen_random_uuid(), 'page.' || n, '高明', 'Gao Ming' from generate_series(10, 80) n`,
    )
    const all: string[] = []
    let after: string | null | undefined
    do {
      const page = (await city.send('POST', '/api/accounts/search', { as: sys, body: after ? { after } : {} }))
        .body as { rows: Row[]; next: string | null }
      all.push(...page.rows.map((one) => one.login))
      after = page.next
    } while (after)
    expect(all).toEqual(all.toSorted())
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((login) => login.startsWith('page.'))).toHaveLength(71)
  })

  test('offices are found with the posts there', async () => {
    const { body } = await city.send('GET', `/api/accounts/offices?name=${encodeURIComponent('油娄沟')}`, { as: sec })
    expect(body).toMatchObject([
      {
        code: 'committee-140302001001',
        roles: expect.arrayContaining([{ role: 'window_clerk', title: { zh: '窗口受理员', en: 'Window clerk' } }]),
      },
    ])
  })
})
