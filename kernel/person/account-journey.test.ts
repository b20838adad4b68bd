import { describe, expect, test } from 'vitest'
import { endAccount, openAtMachine, resetAccount } from '#kernel/appointment/actions.ts'
import { totp } from '#platform/crypto'
import type { OutgoingMessage } from '#kernel/notice'
import { withServer } from '#testing/server.ts'

const out: OutgoingMessage[] = []
let up = true
const city = withServer({
  today: '2026-03-02',
  production: true,
  gateway: (message) => {
    if (up) out.push(message)
    return Promise.resolve(up)
  },
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What an authenticator app makes of the typed secret. */
function bytesOf(secret: string): Buffer {
  const bits = [...secret.replaceAll(' ', '')].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
/** The tests' clock stands still; the step before and the one after are taken too, which gives three codes to use. */
const codeAt = (secret: string, step: -1 | 0 | 1): string => totp(bytesOf(secret), city.clock.now().ms + step * 30_000)

const post = async (url: string, body: object) => {
  const { status, body: answer, headers } = await city.send('POST', url, { body })
  return { status, answer: answer as Record<string, string>, cookie: String(headers['set-cookie']).split(';')[0] ?? '' }
}
const office = (code: string) => nobody().world.officeOf(`office:${code}`, '')
const nobody = () => city.server.contextAs({ kind: 'nobody' })
async function opened(login: string, role: string, code: string): Promise<string> {
  const done = await openAtMachine(nobody(), { login, name: '高明', nameEn: 'Gao Ming', role, office: office(code) })
  if (!done.ok) throw new Error(done.code)
  return done.value.password ?? ''
}
async function enrolled(login: string, password: string): Promise<string> {
  const begun = await post('/api/staff/second-factor', { login, password })
  const { secret = '', pending } = begun.answer
  expect((await post('/api/staff/second-factor/confirm', { pending, code: codeAt(secret, -1) })).status).toBe(200)
  return secret
}

describe('an account outside the demonstration', () => {
  test('opened with a first password; nobody signs in before a second factor is enrolled, nor with a code twice', async () => {
    const password = await opened('gao.ming', 'window_clerk', 'committee-140302001001')
    const wrong = await post('/api/staff/second-factor', { login: 'gao.ming', password: 'something else' })
    expect(wrong.answer).toMatchObject({ code: 'sign-in-failed' })
    expect((await post('/api/staff/sign-in', { login: 'gao.ming', password })).answer).toMatchObject({
      code: 'second-factor-needed',
    })
    const begun = await post('/api/staff/second-factor', { login: 'gao.ming', password })
    expect(begun.answer.qr).toMatch(/^data:image\/svg\+xml;base64,/)
    const { secret = '', pending = '' } = begun.answer
    expect((await post('/api/staff/second-factor/confirm', { pending, code: '000000' })).answer).toMatchObject({
      code: 'second-factor-code-wrong',
    })
    expect(
      (
        await post('/api/staff/second-factor/confirm', {
          pending: `${pending.slice(0, -8)}AAAAAAA=`,
          code: codeAt(secret, -1),
        })
      ).answer,
    ).toMatchObject({ code: 'second-factor-begun-too-long-ago' })
    expect((await post('/api/staff/second-factor/confirm', { pending, code: codeAt(secret, -1) })).status).toBe(200)
    const again = await post('/api/staff/second-factor/confirm', { pending, code: codeAt(secret, 0) })
    expect(again.answer, 'the same set-up twice').toMatchObject({ code: 'second-factor-begun-too-long-ago' })
    const code = codeAt(secret, 0)
    const signedIn = await post('/api/staff/sign-in', { login: 'gao.ming', password, code })
    expect(signedIn.status).toBe(200)
    expect((await post('/api/staff/sign-in', { login: 'gao.ming', password, code })).answer).toMatchObject({
      code: 'sign-in-failed',
    })
    expect((await city.send('GET', '/api/inbox', { as: signedIn.cookie })).status).toBe(200)
    expect((await city.send('GET', '/api/me', { as: signedIn.cookie })).body).toMatchObject({ secondFactor: true })
  })

  test('changing the second factor or the password takes a code of the present one', async () => {
    const login = 'gao.yuan'
    const password = await opened(login, 'dept_head', 'civil-affairs')
    const old = await enrolled(login, password)
    expect((await post('/api/staff/second-factor', { login, password })).answer).toMatchObject({
      code: 'sign-in-failed',
    })
    const newPassword = 'four quiet mornings'
    expect(
      (await post('/api/staff/password', { login, password, code: codeAt(old, 0), newPassword: 'gao.yuan2026' }))
        .answer,
    ).toMatchObject({ code: 'password-too-simple' })
    expect((await post('/api/staff/password', { login, password, code: codeAt(old, 0), newPassword })).status).toBe(200)
    const begun = await post('/api/staff/second-factor', { login, password: newPassword, code: codeAt(old, 1) })
    const { secret = '', pending } = begun.answer
    expect((await post('/api/staff/second-factor/confirm', { pending, code: codeAt(secret, 0) })).status).toBe(200)
    const signIn = (key: string) => post('/api/staff/sign-in', { login, password: newPassword, code: codeAt(key, 1) })
    expect((await signIn(old)).status).toBe(401)
    expect((await signIn(secret)).status).toBe(200)
    const facts = await city.owner.query<{ kind: string; content: object }>(
      `select f.kind, f.content from kernel.fact f join kernel.staff_account a on a.person::text = f.content->>'account' where a.login = $1 order by f.id`,
      [login],
    )
    expect(facts.rows.map((one) => one.kind)).toEqual([
      'account-opened',
      'post-given',
      'second-factor-set',
      'password-changed',
      'second-factor-set',
    ])
    const set = facts.rows.filter((one) => one.kind !== 'post-given')
    expect(set.every((one) => Object.keys(one.content).join() === 'account')).toBe(true)
  })

  test('reset ends sessions and begins anew; ended, nothing is left to sign in to; five wrong tries lock', async () => {
    const login = 'gao.shan'
    const first = await opened(login, 'street_staff', 'street-140302001')
    const secret = await enrolled(login, first)
    const { cookie } = await post('/api/staff/sign-in', { login, password: first, code: codeAt(secret, 0) })
    const reset = await resetAccount(nobody(), login)
    if (!reset.ok) throw new Error(reset.code)
    const { password } = reset.value
    expect(
      (await city.server.sessions.acting(cookie.replace('liren=', ''), city.clock.now().ms + 4000, '2026-03-02')).kind,
    ).toBe('nobody')
    expect((await post('/api/staff/sign-in', { login, password: first })).answer).toMatchObject({
      code: 'sign-in-failed',
    })
    const fresh = await enrolled(login, password)
    for (let i = 0; i < 5; i++)
      await post('/api/staff/password', { login, password, code: '000000', newPassword: 'four quiet mornings' })
    expect((await post('/api/staff/sign-in', { login, password, code: codeAt(fresh, 0) })).answer).toMatchObject({
      code: 'account-locked',
    })
    expect((await endAccount(nobody(), login)).ok).toBe(true)
    expect((await post('/api/staff/sign-in', { login, password, code: codeAt(fresh, 1) })).answer).toMatchObject({
      code: 'sign-in-failed',
    })
  })

  test.each([
    ['a role that is none', { role: 'emperor' }, 'no-such-role'],
    ['a login with a blank', { login: 'gao ming' }, 'not-a-login'],
    ['an administrator with another post', { login: 'gao.ming', role: 'auditor' }, 'administrators-are-separate'],
  ] as const)('%s is refused', async (_because, part, code) => {
    const given = { login: 'gao.wei', name: '高伟', nameEn: 'Gao Wei', role: 'dept_staff', office: office('justice') }
    expect(await openAtMachine(nobody(), { ...given, ...part })).toMatchObject({ ok: false, code })
  })
})

describe('a one-time code outside the demonstration', () => {
  const phone = '19903530077'

  test('goes out by the gateway, is answered to nobody, and is not sent twice within a minute', async () => {
    const { status, answer } = await post('/api/sign-in/code', { phone })
    expect(status).toBe(200)
    expect(answer).toEqual({ sent: true, seconds: 60 })
    expect(out).toHaveLength(1)
    expect(out[0]).toMatchObject({ to: `+86${phone}`, kind: 'one-time-code' })
    expect((await post('/api/sign-in/code', { phone })).answer).toMatchObject({ code: 'code-sent-just-now' })
    const code = /\d{6}/.exec(out[0]?.text ?? '')?.[0]
    const person = { phone, code, name: '某人', idNumber: '140399199912319998' }
    expect((await post('/api/sign-in/verify', person)).status).toBe(200)
  })

  test('a gateway that does not take it: said at once, and tried again at once', async () => {
    up = false
    expect((await post('/api/sign-in/code', { phone: '19903530078' })).answer).toMatchObject({ code: 'code-not-sent' })
    up = true
    expect((await post('/api/sign-in/code', { phone: '19903530078' })).status).toBe(200)
  })
})
