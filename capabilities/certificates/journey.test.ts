import { expect, test } from 'vitest'
import { withServer } from '#testing/server.ts'
import { castId } from '../../apps/server/demo/seed.ts'
import { officeId } from '../organisations/seed/offices.ts'

const city = withServer({ today: '2026-03-02' })
const HOME = '140302001001'
type Case = { county: string; id: string; number: string; outcome: string; goTo: { zh: string } | null; dueOn: string }
type Page = {
  documents: { id: string; county: string; kind: string; number: string }[]
  sections: unknown
  moves: { name: string; open: boolean; refusal?: { code: string } }[]
}

const ask = async (login: string, body: object = {}, key?: string) =>
  city.send('POST', '/api/certificates', {
    as: await city.be(login),
    body: { place: HOME, kind: 'residence', demander: '某某小学', purpose: '子女入学', ...body },
    ...(key ? { key } : {}),
  })
const move = async (login: string, one: Case, name: string, values: object = {}) =>
  city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as: await city.be(login), body: { values } })
const page = async (login: string, one: Case) =>
  (await city.send('GET', `/api/cases/${one.county}/${one.id}`, { as: await city.be(login) })).body as Page
const verify = async (one: Case, kind: string) => {
  const found = await city.owner.query(`select verify_code from kernel.document where case_id = $1 and kind = $2`, [
    one.id,
    kind,
  ])
  return (await city.send('GET', `/api/verify/${found.rows[0].verify_code}`)).body
}
const FACTS = { since: '2015年6月', 'since-how': 'register', dwelling: '自有住房', 'dwelling-how': 'visited' }

test('everyday words are answered at once, by anybody: not ours and where to go, or on the list', async () => {
  const asked = (q: string) => city.send('GET', `/api/certificates/kinds?place=${HOME}&q=${encodeURIComponent(q)}`)
  expect((await asked('单身证明')).body).toMatchObject({
    rows: [{ code: 'marital-status', answer: 'not-ours', goTo: { zh: '民政局婚姻登记处' } }],
    demonstration: true,
  })
  expect((await asked('居住证明')).body).toMatchObject({ rows: [{ code: 'residence', answer: 'on-list' }] })
  const all = (await city.send('GET', '/api/certificates/kinds')).body as { rows: { answer: string }[] }
  expect(all.rows.filter((one) => one.answer === 'not-ours')).toHaveLength(20)
})

test('one of the twenty: refused at once with a numbered referral that verifies, the demander logged', async () => {
  const made = await ask('lijianguo', { kind: 'alive', demander: '某某 养老保险公司', purpose: '领年金' }, 'same-key')
  expect(made.status, JSON.stringify(made.body)).toBe(200)
  const one = made.body as Case
  expect(one).toMatchObject({ outcome: 'referred', goTo: { zh: expect.stringContaining('人力资源') }, dueOn: null })
  expect(
    (await ask('lijianguo', { kind: 'alive', demander: '某某 养老保险公司', purpose: '领年金' }, 'same-key')).body,
  ).toMatchObject({ id: one.id, again: true })
  const { documents, moves } = await page('lijianguo', one)
  expect(documents).toMatchObject([{ kind: 'referral', number: expect.stringMatching(/引字〔2026〕1号$/) }])
  expect(moves).toEqual([])
  expect(await verify(one, 'referral')).toMatchObject({
    intact: true,
    standing: null,
    title: { zh: '不予出具证明告知书' },
  })
  const paper = await city.send('GET', `/api/documents/${one.county}/${documents[0]?.id}`, {
    as: await city.be('lijianguo'),
  })
  expect(paper.raw.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await city.send('GET', '/api/certificates/demanders', { as: await city.be('sunli') })).body).toMatchObject([
    { demander: '某某养老保险公司', kinds: [{ zh: '健在证明' }], count: 1 },
  ])
  expect((await city.send('GET', '/api/certificates/demanders', { as: await city.be('fanlin') })).status).toBe(403)
})

test('what is on no list is referred too, the words kept sealed', async () => {
  const one = (await ask('lijianguo', { kind: 'other', words: '证明李建国没有中过彩票' })).body as Case
  expect(one).toMatchObject({ outcome: 'referred', goTo: null })
  const kept = await city.owner.query(`select data::text as data from kernel.case where id = $1`, [one.id])
  expect(kept.rows[0].data).not.toMatch(/李建国|彩票|子女入学/)
  expect((await ask('lijianguo', { kind: 'no-such' })).body).toMatchObject({ code: 'no-such-certificate' })
})

test('on the list: prepared, signed by another, sealed by another, numbered, valid thirty days, revocable', async () => {
  const one = (await ask('lijianguo')).body as Case
  expect(one).toMatchObject({ outcome: 'asked', dueOn: '2026-03-05' })
  expect((await move('liuyang', one, 'prepare', FACTS)).body).toMatchObject({ step: 'prepared' })
  expect((await move('sunli', one, 'sign')).body).toMatchObject({ step: 'signed' })
  const sealed = await move('chenjing', one, 'seal')
  expect(sealed.body).toMatchObject({ step: 'issued', documents: [{ number: `${HOME}-ZM-2026-00001` }] })
  expect(await verify(one, 'certificate')).toMatchObject({
    intact: true,
    standing: { state: 'in-force', day: '2026-04-01' },
  })
  const paper = (await city.owner.query(`select content::text from kernel.document where case_id = $1`, [one.id]))
    .rows[0].content
  expect(paper).not.toContain('140399195601010012')
  const list = await city.send('GET', '/api/certificates', { as: await city.be('liuyang') })
  expect(list.body).toMatchObject({
    rows: [{ number: `${HOME}-ZM-2026-00001`, who: '李*', sealedOn: '2026-03-02', state: 'in-force' }],
  })
  expect((await city.send('GET', '/api/certificates', { as: await city.be('zhouwei') })).body).toMatchObject({
    rows: [],
  })
  expect((await move('sunli', one, 'revoke', { because: 'not-ours', reason: '不应出具' })).body).toMatchObject({
    step: 'revoked',
  })
  expect(await verify(one, 'certificate')).toMatchObject({
    intact: true,
    standing: { state: 'revoked', day: '2026-03-02' },
  })
  // A register says that it changed; it is counted a moment later.
  await expect
    .poll(
      async () =>
        (
          await city.owner.query(
            `select facts from kernel.indicator_fact where place = $1 and source = 'certificates'`,
            [HOME],
          )
        ).rows[0]?.facts,
    )
    .toMatchObject({ 'certificates.issued': 1, 'certificates.unlawful': 1 })
})

test('the same person never does both', async () => {
  await city.owner.query(
    `insert into kernel.appointment (county, id, person, role, org, place, valid_from) select '140300', gen_random_uuid(), $1, r, $2, $3, '2018-11-09' from unnest(array['community_worker', 'committee_chair']) r where not exists (select from kernel.appointment a where a.person = $1 and a.role = r)`,
    [castId('sunli'), officeId(`committee-${HOME}`), HOME],
  )
  const as = await city.be('sunli')
  const hats = ((await city.send('GET', '/api/me', { as })).body as { hats: { id: string; role: string }[] }).hats
  const wear = (role: string) =>
    city.send('POST', '/api/staff/hat', { as, body: { appointment: hats.find((hat) => hat.role === role)?.id } })
  const one = (await ask('zhangmin')).body as Case
  const act = (name: string, values: object = {}) =>
    city.send('POST', `/api/cases/${one.county}/${one.id}/moves/${name}`, { as, body: { values } })
  expect((await wear('community_worker')).status).toBe(200)
  expect((await act('prepare', FACTS)).body).toMatchObject({ step: 'prepared' })
  await wear('committee_chair')
  expect((await act('sign')).body).toMatchObject({ code: 'same-hands', basis: 'D2020-C' })
  expect((await act('sendBack', { reason: '换人核实' })).body).toMatchObject({ step: 'asked' })
  expect((await move('liuyang', one, 'prepare', FACTS)).body).toMatchObject({ step: 'prepared' })
  expect((await act('sign')).body).toMatchObject({ step: 'signed' })
  await wear('community_worker')
  expect((await act('seal')).body).toMatchObject({ code: 'same-hands' })
  expect((await move('liuyang', one, 'seal')).body).toMatchObject({ step: 'issued' })
})

test('one of the household stands aside; a fact that cannot be verified is declined with a paper', async () => {
  await city.owner.query(
    `insert into residents.resident (county, id, place, household, person, name, name_masked, sex, relation, status)
     select county, gen_random_uuid(), place, household, $1, name, '刘*', 1, '子女', 'R1' from residents.resident where person = $2`,
    [castId('liuyang'), castId('wangxiulan')],
  )
  const one = (await ask('wangxiulan')).body as Case
  expect((await move('liuyang', one, 'prepare', FACTS)).body).toMatchObject({ code: 'kin-of-applicant' })
  const shown = (await page('liuyang', one)).moves.find((found) => found.name === 'prepare')
  expect(shown).toMatchObject({ open: false, refusal: { code: 'kin-of-applicant' } })
  expect((await move('chenjing', one, 'prepare', { ...FACTS, 'since-how': 'not-verifiable' })).body).toMatchObject({
    code: 'fact-not-verifiable',
    basis: 'D2020-C',
  })
  expect((await move('sunli', one, 'decline', { reason: '入住时间没有记录,也无人知晓' })).body).toMatchObject({
    step: 'declined',
    documents: [{ kind: 'referral' }],
  })
})

test.each([
  ['who lives elsewhere', 'zhaoqiang', {}, 'not-of-this-community'],
  ['a place that is none', 'lijianguo', { place: '140302001999' }, 'place-not-found'],
])('refused: %s', async (_why, login, body, code) => {
  expect((await ask(login, body)).body).toMatchObject({ code })
})

test('at the counter the clerk vouches; nobody asks for their own, nor for another community', async () => {
  const counter = async (login: string, body: object) =>
    city.send('POST', '/api/certificates/counter', {
      as: await city.be(login),
      body: {
        place: HOME,
        kind: 'marital-status',
        demander: '某某银行',
        purpose: '贷款',
        name: '李建国',
        idNumber: '140399195601010012',
        ...body,
      },
    })
  expect((await counter('chenjing', {})).body).toMatchObject({ outcome: 'referred', goTo: { zh: '民政局婚姻登记处' } })
  expect((await counter('chenjing', { place: '140302001002' })).body).toMatchObject({ code: 'not-yours-to-do' })
  expect((await counter('fengyan', {})).status).toBe(403)
})
