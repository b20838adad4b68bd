import { expect, test } from 'vitest'
import type { IdentityCheck } from './actions.ts'
import { withServer } from '#testing/server.ts'

let verdict: Awaited<ReturnType<IdentityCheck>> | 'broken' = 'unknown'
const city = withServer({
  today: '2026-03-02',
  identity: () => (verdict === 'broken' ? Promise.reject(new Error('broken')) : Promise.resolve(verdict)),
})

const LI = { name: '李建国', idNumber: '140399195601010012' }
const NOBODY = { name: '钱多多', idNumber: '140399199912319998' }

test.each([
  ['a new phone, confirmed by the real-name service', 'same', '19903530091', LI, { rung: 3, matched: false }],
  ['the phone confirmed before is the one on file now', 'unknown', '19903530091', LI, { rung: 3, matched: true }],
  ['the phone of before is his no more', 'unknown', '19903530002', LI, { code: 'identity-held-by-other-phone' }],
  [
    'confirmed, but under another name than on file',
    'same',
    '19903530092',
    { ...LI, name: '李建' },
    { code: 'name-does-not-match' },
  ],
  ['said to belong to somebody else', 'different', '19903530091', LI, { code: 'name-does-not-match' }],
  ['not in the register, confirmed', 'same', '19903530093', NOBODY, { rung: 3, matched: false }],
  ['the service is broken: as if there were none', 'broken', '19903530093', NOBODY, { rung: 3, matched: true }],
] as const)('%s', async (_because, said, phone, who, answer) => {
  verdict = said
  const sent = (await city.send('POST', '/api/sign-in/code', { body: { phone } })).body as { demoCode: string }
  const { body } = await city.send('POST', '/api/sign-in/verify', { body: { phone, code: sent.demoCode, ...who } })
  expect(body).toMatchObject(answer)
})
