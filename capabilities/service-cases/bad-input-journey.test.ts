import { describe, expect, test } from 'vitest'
import { PNG, withServer } from '#testing/server.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'

type Case = { county: string; id: string; number: string }
type Page = { sections: { rows: { id: string; value: { zh: string } }[] }[] }

const page = async (login: string, one: Case): Promise<Page> =>
  (await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })).body as Page

describe('bad input', () => {
  const post = async (body: object, key?: string) =>
    city.send('POST', '/api/applications', { as: await city.be('lijianguo'), body, ...(key ? { key } : {}) })
  const form = {
    item: 'YQ-09-001',
    place: HOME,
    values: { room: 'meeting', on: '2027-02-01', people: 5, delivery: 'window', consent: true },
    files: [],
  }

  test.each([
    ['a date of 30 February', { ...form, values: { ...form.values, on: '2027-02-30' } }, 'on', 'not-a-date'],
    ['a field that does not exist', { ...form, values: { ...form.values, colour: 'red' } }, 'colour', 'unknown-field'],
    ['an option that does not exist', { ...form, values: { ...form.values, room: 'roof' } }, 'room', 'not-an-option'],
    ['nothing where something is needed', { ...form, values: { room: 'meeting' } }, 'on', 'missing'],
  ] as const)('%s is refused at its field and changes nothing', async (_because, body, field, code) => {
    const before = (await city.owner.query(`select count(*)::int as n from kernel.case`)).rows[0]
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect((answer.body as { issues: { field: string; code: string }[] }).issues).toEqual(
      expect.arrayContaining([expect.objectContaining({ field, code })]),
    )
    expect((await city.owner.query(`select count(*)::int as n from kernel.case`)).rows[0]).toEqual(before)
  })

  test('the same submission sent twice is one case', async () => {
    const [first, second] = await Promise.all([post(form, 'the-phone-retries'), post(form, 'the-phone-retries')])
    expect((first.body as Case).number).toBe((second.body as Case).number)
  })

  test.each([
    ['a wrong check digit', '140399195601010013'],
    ['fifteen digits', '140399800815123'],
    ['a birthday in the future', '140399209912310017'],
    ['30 February’s neighbour', '140399198102290033'],
  ])('an identity number with %s is refused in words', async (_because, idNumber) => {
    const { body: sent } = await city.send('POST', '/api/sign-in/code', { body: { phone: '19903530009' } })
    const answer = await city.send('POST', '/api/sign-in/verify', {
      body: { phone: '19903530009', code: (sent as { demoCode: string }).demoCode, name: '某人', idNumber },
    })
    expect(answer.status).toBe(409)
    expect((answer.body as { text: { zh: string } }).text.zh).not.toContain(idNumber)
  })

  test('someone else’s number shows where a case stands and no name; a wrong one is not found', async () => {
    const one = (await post({ ...form, values: { ...form.values, people: 6 } })).body as Case
    const { status, body } = await city.send('GET', `/api/track/${one.number.toLowerCase()}`)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/李|建国|1403991956|1990353/)
    expect((await city.send('GET', '/api/track/YQ26-2222-2223')).status).toBeGreaterThanOrEqual(404)
  })

  test('files: a picture that is none, a kind that is not taken, an empty one, one of twenty megabytes', async () => {
    const as = await city.be('lijianguo')
    const kept = async () => (await city.owner.query(`select count(*)::int as n from kernel.file`)).rows[0] as object
    const send = (name: string, bytes: Buffer) =>
      city.upload(as, '/api/files?county=140302&material=photo', name, bytes)
    expect((await send('a.png', PNG)).status).toBe(200)
    const before = await kept()
    expect((await send('a.pdf', PNG)).body).toMatchObject({ code: 'file-not-what-it-says' })
    expect((await send('a.png', Buffer.from('hello'))).body).toMatchObject({ code: 'file-kind-not-taken' })
    expect((await send('a.png', Buffer.alloc(0))).body).toMatchObject({ code: 'file-empty' })
    expect((await send('a.png', Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]))).status).toBe(413)
    expect(await kept()).toEqual(before)
  })

  test('a refused move changes nothing: another office, the next community, another’s case, a closed case, a session that ended', async () => {
    const made = await city.send('POST', '/api/applications', {
      as: await city.be('wangxiulan'),
      body: { item: 'YQ-05-005', place: HOME, values: { delivery: 'window', consent: true }, files: [] },
    })
    const one = made.body as Case
    const move = async (as: string, name: string, values: object) =>
      city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as, body: { values } })
    const all = async () =>
      (
        await city.owner.query(
          `select (select jsonb_agg(c order by c.id) from kernel.case c where root = $1) as cases, (select count(*) from kernel.fact) as facts,
             (select count(*) from kernel.document) as documents, (select count(*) from kernel.notice) as notices, (select sum(last) from kernel.counter) as numbers`,
          [one.id],
        )
      ).rows[0] as object
    const turnedAway = async (as: string, name: string, values: object, status: number, code: string) => {
      const before = await all()
      const answer = await move(as, name, values)
      expect(answer, name).toMatchObject({ status, body: { code } })
      expect(await all()).toEqual(before)
    }
    await turnedAway(await city.be('fanlin'), 'accept', {}, 404, 'case-not-found')
    await turnedAway(await city.be('zhouwei'), 'accept', {}, 404, 'case-not-found')
    await turnedAway(await city.be('lijianguo'), 'withdraw', {}, 404, 'case-not-found')
    await turnedAway(await city.be('liuyang'), 'accept', {}, 403, 'not-yours-to-do')
    await turnedAway(await city.be('chenjing'), 'decide', { outcome: 'approve' }, 403, 'not-yours-to-do')
    await turnedAway(await city.be('liuyang'), 'decide', { outcome: 'approve' }, 409, 'not-at-this-step')
    const asleep = await city.be('chenjing')
    expect((await move(await city.be('chenjing'), 'accept', {})).status).toBe(200)
    const worker = await city.be('liuyang')
    expect((await move(worker, 'decide', { outcome: 'approve' })).status).toBe(200)
    expect((await move(worker, 'deliver', { way: 'window' })).status).toBe(200)
    await turnedAway(worker, 'decide', { outcome: 'deny', reason: '改主意了', law: '无' }, 409, 'case-is-closed')
    await city.server.moveDay(1)
    await turnedAway(asleep, 'accept', {}, 401, 'sign-in-first')
    expect((await city.send('GET', '/api/inbox', { as: asleep })).status).toBe(401)
  })

  test('what people write is kept and shown as text', async () => {
    const one = (
      await post({
        item: 'YQ-08-005',
        place: HOME,
        values: {
          kind: 'fire',
          where: '<script>alert(1)</script>',
          what: '"><img src=x onerror=alert(1)> 飞线充电',
          delivery: 'window',
          consent: true,
        },
        files: [],
      })
    ).body as Case
    expect(
      (await page('lijianguo', one)).sections.flatMap((s) => s.rows).find((row) => row.id === 'where')?.value.zh,
    ).toBe('<script>alert(1)</script>')
  })

  test('personal data is neither in plain text in the database nor in the sealed leaves', async () => {
    const made = await city.send('POST', '/api/applications', {
      as: await city.be('wangxiulan'),
      body: {
        item: 'YQ-05-001',
        place: HOME,
        values: { band: '90', 'bank-account': '6222035012345678', delivery: 'window', consent: true },
        files: [],
      },
    })
    expect(made.status).toBe(200)
    const dump =
      JSON.stringify((await city.owner.query(`select data from kernel.case`)).rows) +
      JSON.stringify((await city.owner.query(`select content from kernel.document`)).rows)
    expect(dump).not.toMatch(/140399195601010012|140399193610091169|19903530002|6222035012345678/)
  })
})
