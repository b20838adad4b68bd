import { describe, expect, test } from 'vitest'
import type { Acting } from '#kernel/authority'
import { plainDate } from '#kernel/calendar'
import { certificateNumber } from '#kernel/document/number.ts'
import { CERTIFICATE_BLANKS, FORBIDDEN_CERTIFICATES as FORBIDDEN } from '#capabilities/duty-lists'
import { L7 } from '../duty-lists/seed/certificates.ts'
import {
  certificateText,
  decideFacts,
  decideKind,
  decideReportedOn,
  demandState,
  mayExpose,
  mayHandle,
  namesNobody,
  otherHand,
  retainedKinds,
  sizeTrend,
} from './rules.ts'
import { kindsMeant } from './search.ts'
import type { CertificateData, RetainedKind } from './terms.ts'

const VERSION = { county: '140300', id: 'v', number: 3 } as never
const list = (...kinds: string[]) => ({
  version: VERSION,
  items: L7.filter(({ certificate }) => kinds.length === 0 || kinds.includes(certificate?.kind ?? '')),
})
const TEMPLATES = [...retainedKinds(list(), 'urban'), ...retainedKinds(list('homestead', 'contracted-land'), 'rural')]
const ALL = [...FORBIDDEN, ...TEMPLATES]

test.each([
  ['an urban community', 'urban', 'residence post venue volunteering'],
  ['a village', 'rural', 'residence post venue homestead contracted-land volunteering'],
] as const)('what the list retains in %s', (_where, form, kinds) => {
  const found = retainedKinds(list(), form)
  expect(found.map(({ code }) => code).join(' ')).toBe(kinds)
  expect(found[0]?.cited).toEqual({ county: '140300', version: 'v', number: 3, item: 'L7-001' })
})
test.each([
  ['one version alone', [5], 'first'],
  ['one fewer', [5, 4], 'falling'],
  ['as many', [5, 5], 'same'],
  ['one more', [5, 6], 'rising'],
  ['fewer than once, more than before', [9, 4, 5], 'rising'],
  ['none left', [1, 0], 'falling'],
] as const)('the size of the list, %s', (_why, sizes, trend) => {
  expect(sizeTrend(sizes.map((items) => ({ items })))).toBe(trend)
})
test('where no list was published nothing is retained', () => expect(retainedKinds(undefined, 'urban')).toEqual([]))
test('an item that is no certificate retains nothing', () => {
  const [{ certificate: _, ...item } = {} as (typeof L7)[number]] = L7
  expect(retainedKinds({ version: VERSION, items: [item] }, 'urban')).toEqual([])
})

test('the twenty are twenty, each with where to go and no code twice', () => {
  expect(FORBIDDEN).toHaveLength(20)
  expect(new Set(ALL.map((one) => one.code)).size).toBe(ALL.length)
  for (const one of FORBIDDEN) expect(one.goTo.zh && one.goTo.en && one.name.en && one.words.length > 2).toBeTruthy()
})

test.each([
  ['亲属关系证明', 'kinship'],
  ['证明我妈是我妈', 'kinship'],
  ['父子关系', 'kinship'],
  ['监护关系证明', 'kinship'],
  ['身份证号错了,证明是同一个人', 'identity'],
  ['曾用名', 'identity'],
  ['改名字的证明', 'register-change'],
  ['养狗', 'dog'],
  ['无犯罪', 'no-crime'],
  ['孩子考公务员要政审', 'no-crime'],
  ['没有吸毒', 'drug-rehabilitation'],
  ['老人走失', 'missing'],
  ['单身证明', 'marital-status'],
  ['未婚', 'marital-status'],
  ['离婚了开个证明', 'marital-status'],
  ['孩子出生', 'birth'],
  ['健在', 'alive'],
  ['老人还活着的证明', 'alive'],
  ['父亲去世', 'death'],
  ['生病', 'illness'],
  ['残疾人', 'disability'],
  ['婚育状况', 'childbearing'],
  ['独生子女', 'childbearing'],
  ['失业', 'employment'],
  ['没有工作', 'employment'],
  ['档案丢了', 'archive'],
  ['名下无房', 'property'],
  ['收入证明', 'property'],
  ['遗产', 'inheritance'],
  ['继承人证明', 'inheritance'],
  ['办营业执照的场地', 'business-premises'],
  ['身份证丢了', 'lost-papers'],
  ['户口本丢失证明', 'lost-papers'],
  ['居住证明', 'residence'],
  ['我们小区居住情况', 'residence'],
  ['宅基地', 'homestead'],
  ['种了多少承包地', 'contracted-land'],
  ['村干部任职', 'post'],
  ['我做过志愿者', 'volunteering'],
  ['单身', 'marital-status'],
  ['marital status', 'marital-status'],
] as const)('in everyday words: %s', (typed, code) => {
  expect(kindsMeant(ALL, typed)[0]?.code).toBe(code)
})

test.each([['量子纠缠'], ['开个证明'], ['  '], ['xyz']])('fits nothing: %s', (typed) => {
  expect(kindsMeant(ALL, typed)).toEqual([])
})

describe('what a committee may issue', () => {
  test.each(FORBIDDEN.map((one) => [one.name.zh, one.code] as const))(
    'never %s, even if a list held it',
    (_zh, code) => {
      const listed = [{ ...TEMPLATES[0], code }] as RetainedKind[]
      expect(decideKind(code, listed)).toMatchObject({ ok: false, code: 'certificate-not-ours', basis: 'D2020-C' })
    },
  )
  test('what is on the list of the place', () => expect(decideKind('residence', TEMPLATES).ok).toBe(true))
  test('not what is on no list, nor on another place’s', () => {
    expect(decideKind('residence', [])).toMatchObject({
      code: 'certificate-not-on-list',
      basis: 'D2020-C',
      facts: { clause: 'F6' },
    })
    expect(decideKind('other', TEMPLATES)).toMatchObject({ code: 'certificate-not-on-list' })
  })
})

const acting = (person: string): Acting => ({ kind: 'resident', person, rung: 2 })
test.each([
  ['a stranger', 'b', true],
  ['one of the household', 'kin', false],
])('handles it: %s', (_why, person, may) => {
  expect(mayHandle({ kin: ['kin'] } as unknown as CertificateData, acting(person)).ok).toBe(may)
})
test.each([
  ['another person', { by: 'a' }, true],
  ['the same', { by: 'b' }, false],
  ['nobody before', null, true],
])('the second hand is %s', (_why, before, may) => expect(otherHand(before, acting('b')).ok).toBe(may))

test('one fact that cannot be verified is one too many', () => {
  const known = { id: 'a', text: 'x', how: 'visited' }
  expect(decideFacts([known]).ok).toBe(true)
  expect(decideFacts([known, { ...known, how: 'not-verifiable' }])).toMatchObject({ facts: { count: 1 } })
})

test.each(TEMPLATES.map((one) => [one.name.zh, one] as const))('the template of %s leaves no gap', (_zh, kind) => {
  const blanks = Object.fromEntries(Object.keys(CERTIFICATE_BLANKS).map((id) => [id, `«${id}»`])) as Record<
    keyof typeof CERTIFICATE_BLANKS,
    string
  >
  const stated = Object.fromEntries(kind.facts.map(({ id }) => [id, `«${id}»`]))
  const made = certificateText(kind, blanks, stated)
  expect(made).not.toMatch(/[{}]/)
  expect(made).toContain('«name»')
  for (const { id } of kind.facts) expect(made).toContain(`«${id}»`)
})

const NEVER = ['李建国', '140399195601010012', '+8619903530002']
test.each([
  ['names the organisation', '某某银行城区支行要求居民开“健在证明”,已责令整改。', 'ok'],
  ['another resident’s surname alone', '某某银行城区支行要求李某开证明。', 'ok'],
  ['names nobody', '一家单位要求居民开证明。', 'exposure-names-nobody'],
  ['names the resident', '某某银行城区支行要求李建国开证明。', 'exposure-names-the-person'],
  ['spaced out', '某某银行城区支行要求李 建 国开证明。', 'exposure-names-the-person'],
  ['with dots between', '某某银行城区支行要求李·建·国开证明。', 'exposure-names-the-person'],
  ['the identity number', '某某银行城区支行:140399195601010012', 'exposure-names-the-person'],
  [
    'the identity number in full width',
    '某某银行城区支行:１４０３９９１９５６０１０１００１２',
    'exposure-names-the-person',
  ],
  ['the phone without +86', '某某银行城区支行,电话199 0353 0002', 'exposure-holds-a-number'],
  ['anybody’s number', '某某银行城区支行,14039919850405204X', 'exposure-holds-a-number'],
] as const)('an exposure: %s', (_why, words, code) => {
  const outcome = mayExpose(words, '某某银行城区支行', NEVER)
  expect(outcome.ok ? 'ok' : outcome.code).toBe(code)
})

test.each([
  ['tells what happened', '银行要求老人证明健在', 'ok'],
  ['needs no organisation in it', '窗口不收', 'ok'],
  ['names the resident', '李·建国去银行', 'exposure-names-the-person'],
  ['holds a phone number', '电话13900001234', 'exposure-holds-a-number'],
] as const)('an account from the desk: %s', (_why, words, code) => {
  const outcome = namesNobody(words, NEVER)
  expect(outcome.ok ? 'ok' : outcome.code).toBe(code)
})

test.each([
  ['today', '2026-03-24', '2026-03-24', '2026-03-27', undefined],
  ['entered on the last day for it', '2026-03-19', '2026-03-24', '2026-03-24', undefined],
  ['entered the day after', '2026-03-18', '2026-03-24', '2026-03-23', 'reported-too-long-ago'],
  ['tomorrow', '2026-03-25', '2026-03-24', '2026-03-30', 'reported-after-today'],
] as const)('reported %s', (_why, on, today, lastDay, code) => {
  const outcome = decideReportedOn(plainDate(on), plainDate(today), plainDate(lastDay))
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})

test.each([
  ['on the last day', '2026-03-20', null, 'rectifying'],
  ['the day after', '2026-03-21', null, 'overdue'],
  ['put right', '2026-03-21', { rectified: true, account: '', on: '2026-03-19' }, 'rectified'],
  ['not put right', '2026-03-19', { rectified: false, account: '', on: '2026-03-19' }, 'unrectified'],
])('a demand %s', (_why, today, result, state) => {
  expect(demandState({ due: '2026-03-20', result } as never, today as never)).toBe(state)
})

test.each([
  ['five digits', '140302001001-ZM', 1, '140302001001-ZM-2026-00001'],
  ['the last of five digits', '140302001001-ZM', 99999, '140302001001-ZM-2026-99999'],
])('a certificate number has %s', (_why, series, n, number) => expect(certificateNumber(series, 2026, n)).toBe(number))
test('a certificate number of six digits or of no committee is a bug', () => {
  expect(() => certificateNumber('140302001001-ZM', 2026, 100_000)).toThrow('not a certificate number')
  expect(() => certificateNumber('阳民-ZM', 2026, 1)).toThrow('not a certificate number')
})
