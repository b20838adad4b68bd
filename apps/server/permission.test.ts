import { describe, expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'
import { mayCall } from './http.ts'
import type { Access } from '#platform/http/endpoint.ts'

const city = withServer({ today: '2026-03-02' })

/** Every kind of caller: nobody, a resident, one of each role. */
const CALLERS = [
  undefined,
  'lijianguo',
  'chenjing',
  'liuyang',
  'sunli',
  'wujun',
  'zhengfang',
  'fanlin',
  'songtao',
  'ducheng',
  'hanmei',
  'auditor',
  'secadmin',
  'sysadmin',
] as const
const STRANGER_CASE = '00000000-0000-7000-8000-000000000001'

function filled(path: string): string {
  return path
    .replace(':county', '140302')
    .replace(':id', STRANGER_CASE)
    .replace(':code', 'YQ-05-005')
    .replace(':number', 'YQ26-2222-2222')
    .replace(':move', 'accept')
    .replace(':register', 'residents')
    .replace(':procedure', 'data-correction')
    .replace(':sentence', 'P3.1.3-07')
    .replace(':row', STRANGER_CASE)
}

describe('every role over every route', () => {
  test('every route says who may call it, and the API description repeats it', async () => {
    for (const { endpoint } of city.server.routes) expect(endpoint.access).toBeDefined()
    const { body } = await city.send('GET', '/api/openapi.json')
    const operations = Object.values(
      (body as { paths: Record<string, Record<string, { 'x-access'?: Access; operationId: string }>> }).paths,
    ).flatMap((path) => Object.values(path))
    expect(operations.length).toBe(city.server.routes.length)
    for (const operation of operations) expect(operation['x-access'], operation.operationId).toBeDefined()
  })

  test('who may not call is turned away before anything is read, and nobody but the entitled gets further', async () => {
    for (const login of CALLERS) {
      const as = login === undefined ? '' : await city.be(login)
      const acting =
        login === undefined
          ? { kind: 'nobody' as const }
          : await city.server.sessions.acting(as.replace('liren=', ''), city.clock.now().ms, city.clock.now().today)
      for (const { endpoint } of city.server.routes) {
        if (['signOut', 'moveDay', 'demoSignIn', 'wearHat'].includes(endpoint.id)) continue
        const { status } = await city.send(endpoint.method, filled(endpoint.path), {
          as,
          ...(endpoint.method === 'GET' ? {} : { body: {} }),
        })
        const allowed = mayCall(acting, endpoint.access).ok
        if (allowed)
          expect(status === 401 && endpoint.id !== 'staffSignIn', `${login ?? 'nobody'} ${endpoint.id} ${status}`).toBe(
            false,
          )
        else expect(status, `${login ?? 'nobody'} must not ${endpoint.id}`).toBe(acting.kind === 'nobody' ? 401 : 403)
        expect(status, `${login ?? 'nobody'} ${endpoint.id}`).toBeLessThan(500)
      }
    }
  })

  test('a case is open to those in it and their superiors, and does not exist for anybody else', async () => {
    const resident = await city.be('lijianguo')
    const made = await city.send('POST', '/api/applications', {
      as: resident,
      body: { item: 'YQ-05-005', place: '140302001001', values: { delivery: 'window', consent: true }, files: [] },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const { county, id } = made.body as { county: string; id: string }
    const expected: Record<string, number> = {
      lijianguo: 200,
      chenjing: 200,
      liuyang: 200,
      sunli: 200,
      wujun: 200,
      zhengfang: 200,
      ducheng: 200,
      hanmei: 200,
      wangxiulan: 404,
      zhangmin: 404,
      zhouwei: 404,
      hetao: 404,
      xuhong: 404,
      fanlin: 404,
      songtao: 404,
      auditor: 404,
      secadmin: 404,
      sysadmin: 404,
    }
    for (const [login, status] of Object.entries(expected)) {
      const as = await city.be(login)
      expect((await city.send('GET', `/api/cases/${county}/${id}`, { as })).status, `${login} reads`).toBe(status)
      expect(
        (await city.send('GET', `/api/cases/${county}/${id}/receipt`, { as })).status,
        `${login} takes the receipt`,
      ).toBe(status)
      if (!['chenjing', 'lijianguo'].includes(login)) {
        const move = await city.send('POST', `/api/cases/${county}/${id}/moves/accept`, { as, body: { values: {} } })
        expect(move.status, `${login} may not accept`).toBeGreaterThanOrEqual(403)
      }
    }
    expect((await city.owner.query(`select step, revision from kernel.case where id = $1`, [id])).rows[0]).toEqual({
      step: 'submitted',
      revision: 1,
    })
  })

  test('a request without the header of our pages, a forged cookie, and an ended session do nothing', async () => {
    const plain = await city.server.app.inject({
      method: 'POST',
      url: '/api/demo/sign-in',
      payload: { login: 'chenjing' },
    })
    expect(plain.statusCode).toBe(403)
    expect((await city.send('GET', '/api/inbox', { as: 'liren=forged' })).status).toBe(401)
    const as = await city.be('chenjing')
    await city.send('POST', '/api/sign-out', { as })
    expect((await city.send('GET', '/api/inbox', { as })).status).toBe(401)
  })

  test('a staff session ends after thirty idle minutes', async () => {
    const as = (await city.be('chenjing')).replace('liren=', '')
    const { ms, today } = city.clock.now()
    expect((await city.server.sessions.acting(as, ms + 29 * 60_000, today)).kind).toBe('staff')
    expect((await city.server.sessions.acting(as, ms + 61 * 60_000, today)).kind).toBe('nobody')
  })
})
