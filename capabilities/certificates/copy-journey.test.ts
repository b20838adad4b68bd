import { expect, test } from 'vitest'
import { unsealText } from '#platform/crypto'
import { sql } from '#platform/db'
import { PNG, withServer } from '#testing/server.ts'
import { KEYS } from '#testing/village.ts'
import { z } from 'zod'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
const COUNTY = '140302'
const NAME = '李建国的健在证明.png'
type Case = { county: string; id: string }

const upload = async (login: string, material = 'restricted-demand-copy', name = NAME, bytes = PNG) =>
  city.upload(await city.be(login), `/api/files?county=${COUNTY}&material=${material}`, name, bytes)
const copy = async (login: string): Promise<string> => {
  const { body } = await upload(login)
  return (body as { id: string }).id
}
const report = async (login: string, files: readonly string[], body: object = {}) =>
  city.send('POST', '/api/absurd-demands', {
    as: await city.be(login),
    body: { place: HOME, kind: 'alive', demander: '市民政局', account: '要社区证明我还活着', files, ...body },
  })
const opens = async (login: string, id: string) =>
  (await city.send('GET', `/api/files/${COUNTY}/${id}`, { as: await city.be(login) })).status
const listed = async (login: string, one: Case) => {
  const { status, body } = await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })
  return { status, files: (body as { files?: { id: string; name: string }[] }).files, text: JSON.stringify(body) }
}
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })

/** Everybody who may not open what a resident reported, the demanding unit (fanlin is of the civil-affairs bureau) among them. */
const OTHERS = [
  'zhangmin',
  'chenjing',
  'liuyang',
  'sunli',
  'wujun',
  'zhengfang',
  'fanlin',
  'songtao',
  'qiaona',
  'hanmei',
  'jiangbo',
  'auditor',
  'secadmin',
  'sysadmin',
]

test('the copy of a demand opens for the reporter and the verifying county office; the case says so and nobody else sees even its name', async () => {
  const file = await copy('lijianguo')
  expect(await opens('ducheng', file)).toBe(404)
  const made = await report('lijianguo', [file])
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  // Late, so that the superior office takes part too.
  await city.server.moveDay(8)
  for (const login of ['lijianguo', 'ducheng', 'majun']) {
    expect(await opens(login, file), login).toBe(200)
    expect((await listed(login, one)).files, login).toMatchObject([{ id: file, name: NAME }])
  }
  for (const login of OTHERS) {
    expect(await opens(login, file), login).toBe(404)
    const seen = await listed(login, one)
    expect(seen.files ?? [], login).toEqual([])
    expect(seen.text, login).not.toMatch(/李建国|健在证明\.png/)
  }
  expect((await listed('sunli', one)).status).toBe(200)
  expect((await listed('sunli', one)).text).toContain('只有反映人和查实的办公室能打开')
  expect((await city.send('GET', `/api/files/${COUNTY}/${file}`)).status).toBe(401)

  const looks = await city.send('GET', '/api/me/looks', { as: await city.be('lijianguo') })
  expect(looks.body).toMatchObject([{ purpose: '查看限阅附件' }, { purpose: '查看限阅附件' }])
})

test('the database itself keeps it from whoever else sees the case, and what it is does not change', async () => {
  const file = await copy('zhangmin')
  const one = (await report('zhangmin', [file])).body as Case
  const { rows } = await city.owner.query(`select holder from kernel.case where id = $1`, [one.id])
  const seenBy = async (places: string, org: string): Promise<number> => {
    return city.database.as(
      { places, org, person: '' },
      async (db) => (await db.many(z.unknown(), sql`select id from kernel.file where id = ${file}`)).length,
    )
  }
  expect(await seenBy(HOME, '')).toBe(0)
  expect(await seenBy('1403', '')).toBe(0)
  expect(await seenBy('-', rows[0].holder as string)).toBe(1)
  await expect(
    city.owner.query(`update kernel.file set material = 'attachment' where id = $1`, [file]),
  ).rejects.toThrow('settled when it is uploaded')
})

test('the demanding unit and the public get words: no copy, no name of it, no resident', async () => {
  const file = await copy('lijianguo')
  const one = (await report('lijianguo', [file])).body as Case
  await move('ducheng', one, 'verify', { organisation: '某某养老服务中心', superior: '市民政局' })
  const sent = await move('ducheng', one, 'sendToSuperior')
  const letter = (sent.body as { documents: { id: string }[] }).documents[0]
  const paper = await city.owner.query(`select content from kernel.document where id = $1`, [letter?.id])
  const said = unsealText(KEYS, paper.rows[0].content.sealed)
  expect(said).toContain('某某养老服务中心')
  await move('ducheng', one, 'draftExposure', { text: '某某养老服务中心要求老人开具健在证明,已函告其上级。' })
  expect((await move('hanmei', one, 'publishExposure')).status).toBe(200)
  const open = JSON.stringify((await city.send('GET', '/api/absurd-demands/exposed')).body)
  const figures = JSON.stringify((await city.send('GET', '/api/certificates/figures')).body)
  for (const text of [said, open, figures]) {
    expect(text).not.toContain(file)
    expect(text).not.toMatch(/李建国|\.png|复制件/)
  }
  expect(open).toContain('某某养老服务中心')
  expect(await opens('hanmei', file)).toBe(404)
})

test('at the desk whoever reported may open it again, colleagues may not', async () => {
  const file = await copy('liuyang')
  expect((await report('liuyang', [file])).status).toBe(200)
  expect(await opens('liuyang', file)).toBe(200)
  expect(await opens('ducheng', file)).toBe(200)
  for (const login of ['sunli', 'chenjing', 'wujun', 'hanmei']) expect(await opens(login, file), login).toBe(404)
})

test.each([
  ['no picture at all', Buffer.from('not a picture, only words'), 'a.png', 'file-kind-not-taken'],
  ['a picture that says it is a PDF', PNG, 'a.pdf', 'file-not-what-it-says'],
  ['nothing', Buffer.alloc(0), 'a.png', 'file-empty'],
])('not taken: %s', async (_why, bytes, name, code) => {
  expect((await upload('lijianguo', 'restricted-demand-copy', name, bytes)).body).toMatchObject({ code })
})

test('not attached: what was uploaded as something open, by somebody else, or for another demand', async () => {
  const open = (await upload('lijianguo', 'attachment')).body as { id: string }
  expect((await report('lijianguo', [open.id])).body).toMatchObject({ code: 'file-not-found' })
  const theirs = await copy('zhangmin')
  expect((await report('lijianguo', [theirs])).body).toMatchObject({ code: 'file-not-found' })
  const once = await copy('lijianguo')
  expect((await report('lijianguo', [once])).status).toBe(200)
  expect((await report('lijianguo', [once])).body).toMatchObject({ code: 'file-not-found' })
})
