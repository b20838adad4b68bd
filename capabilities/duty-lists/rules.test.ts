import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { text } from '#kernel/text'
import { drawFlow, flowInWords } from './present.ts'
import { columnsOf, itemOfRow, readSteps } from './build.ts'
import {
  checkBasis,
  checkItem,
  checkList,
  differences,
  holdsOn,
  mayAdvance,
  mayKeep,
  readBasis,
  rebase,
  wrongIn,
} from './rules.ts'
import { L7 } from './seed/certificates.ts'
import { CITY_DEMONSTRATION, DEMONSTRATION } from './seed/items.ts'
import type { CertificateForm, ListId, VersionState, WorkItem } from './terms.ts'
import { FORBIDDEN_CERTIFICATES } from './words.ts'

const ITEM: WorkItem = {
  code: 'L4-001',
  name: text('走访核实', 'Visits'),
  category: 'civil-affairs',
  basis: ['RCOL-2018 art 20'],
  lead: 'civil-affairs',
  assist: [],
  duty: '随同走访',
  covers: ['task'],
  steps: [],
  frequency: '每年',
  from: '2026-01-01',
  to: null,
  minutes: 60,
  funds: { standard: 100_000, unit: '社区·年', source: '县级财政预算' },
  conditions: '',
  forms: [],
  path: 'full',
}
const item = (change: Partial<WorkItem>): WorkItem => ({ ...ITEM, ...change })

test.each([
  ['a law with its article', ['RCOL-2018 art 20'], undefined],
  ['a law alone', ['PML'], undefined],
  ['a section of the plan', ['plan P3.3.3'], undefined],
  ['nothing', [], 'no-basis-no-entry'],
  ['blanks', [' ', ''], 'no-basis-no-entry'],
  ['local practice is no basis', ['practice'], 'not-a-basis'],
  ['a law that is none', ['XYZ art 3'], 'not-a-basis'],
  ['a sentence', ['领导要求'], 'not-a-basis'],
  ['one good, one bad', ['PML', '会议纪要'], 'not-a-basis'],
] as const)('a basis: %s', (_because, given, code) => {
  const outcome = checkBasis(given)
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})

test.each([
  ['as printed', '《城市居民委员会组织法》第二十条', 'RCOL-2018 art 20'],
  ['with the country before', '《中华人民共和国人民调解法》第三十三条', 'PML art 33'],
  ['digits', '《人民调解法》第33条', 'PML art 33'],
  ['with its edition', '《城市居民委员会组织法》(2025年修订)第三条', 'RCOL-2026 art 3'],
  ['no article', '《人民调解法》', 'PML'],
  ['over a hundred', '《民法典》第二百七十八条', 'CC art 278'],
  ['a code stays', 'RCOL-2018 art 20', 'RCOL-2018 art 20'],
  ['unknown stays as written', '《某市通知》', '《某市通知》'],
] as const)('a citation %s', (_because, typed, expected) => {
  expect(readBasis(typed)).toBe(expected)
})

test.each([
  ['complete', item({}), 'L4', undefined],
  ['a code of another list', item({ code: 'L3-001' }), 'L4', 'item-code-wrong'],
  ['no name', item({ name: text(' ', '') }), 'L4', 'item-incomplete'],
  ['assistance without money', item({ funds: null }), 'L4', 'assistance-without-funds'],
  [
    'assistance with money but no source',
    item({ funds: { standard: 1, unit: '', source: '' } }),
    'L4',
    'assistance-without-funds',
  ],
  ['one fen is money', item({ funds: { standard: 1, unit: 'x', source: 'y' } }), 'L4', undefined],
  ['own work needs none', item({ code: 'L3-001', funds: null }), 'L3', undefined],
  ['ends before it begins', item({ to: '2025-12-31' }), 'L4', 'item-period-wrong'],
  ['ends on its first day', item({ to: '2026-01-01' }), 'L4', undefined],
  ['a power of one step', item({ code: 'L6-001', steps: readSteps('甲|做') }), 'L6', 'power-without-flow'],
  ['a power of two', item({ code: 'L6-001', steps: readSteps('甲|做;乙|看') }), 'L6', undefined],
] as const)('an item: %s', (_because, given, list, code) => {
  const outcome = checkItem(given, list)
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})

test.each([
  ['nothing', item({}), 'L4', []],
  [
    'every field of an empty form at once',
    item({ code: '', name: text('', ''), basis: [], from: '', funds: null }),
    'L4',
    ['code', 'name', 'basis', 'from', 'money'],
  ],
  ['the last day where the first is right', item({ to: '2025-12-31' }), 'L4', ['to']],
  ['the first day alone where neither is right', item({ from: 'x', to: 'y' }), 'L4', ['from']],
  ['the flow of a power', item({ code: 'L6-001', steps: readSteps('甲|做') }), 'L6', ['steps']],
] as const)('what is wrong with an item, at its field: %s', (_because, given, list, fields) => {
  expect(wrongIn(given, list).map(({ field }) => field)).toEqual(fields)
})

const version = (state: VersionState, list: ListId = 'L4') => ({ state, list, madeBy: 'author' })
test.each([
  ['a draft is consulted on', version('draft'), 'consulting', 'author', 1, 0, undefined],
  ['not with nothing in it', version('draft'), 'consulting', 'author', 0, 0, 'list-empty'],
  ['no step is left out', version('draft'), 'approved', 'other', 1, 3, 'list-step-not-next'],
  ['never back', version('in_force'), 'draft', 'other', 1, 3, 'list-step-not-next'],
  ['approved by another', version('consulting'), 'approved', 'other', 1, 3, undefined],
  ['not by its author', version('consulting'), 'approved', 'author', 1, 3, 'own-list-not-approved'],
  ['two communities are not three', version('consulting'), 'approved', 'other', 1, 2, 'list-not-heard'],
  ['powers of departments are not heard on', version('consulting', 'L1'), 'approved', 'other', 1, 0, undefined],
  ['nobody supersedes by hand', version('in_force'), 'superseded', 'other', 1, 3, 'list-step-not-next'],
] as const)('a list: %s', (_because, given, to, by, items, communities, code) => {
  const outcome = mayAdvance(given, to, by, items, { communities, least: 3 })
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})

test.each([
  ['the county office, its own', 'county_office', '140302', 'L4', true],
  ['the county office, its neighbour’s', 'county_office', '140303', 'L4', false],
  ['a department, never', 'dept_staff', '-', 'L4', false],
  ['a street, never', 'street_admin', '140302001', 'L4', false],
  ['certificates are the city’s', 'county_office', '140302', 'L7', false],
  ['the city, the certificates of one county', 'city_office', '1403', 'L7', true],
  ['another city’s county', 'city_office', '1402', 'L7', false],
  ['the city, no other list of a county', 'city_office', '1403', 'L9', false],
  ['the city, no list of a county’s own', 'city_office', '1403', 'L4', false],
] as const)('who keeps a list: %s', (_because, role, places, list, may) => {
  const acting = { kind: 'staff', person: 'p', role, org: 'o', places, appointment: 'a' } as const
  expect(mayKeep(acting, list, '140302').ok).toBe(may)
})

const RETAINED = L7[0] as WorkItem & { certificate: CertificateForm }
const retained = (change: Partial<WorkItem>, form: Partial<CertificateForm> = {}): WorkItem => ({
  ...RETAINED,
  ...change,
  certificate: { ...RETAINED.certificate, ...form },
})
const { certificate: _form, ...WITHOUT_FORM } = RETAINED
const said = (template: string) => retained({}, { template })

test.each([
  ['as it is', retained({}), 'L7', undefined],
  ['valid a day', retained({}, { validDays: 1 }), 'L7', undefined],
  ['valid no day', retained({}, { validDays: 0 }), 'L7', 'certificate-form-wrong'],
  ['one of the twenty by its code', retained({}, { kind: 'alive' }), 'L7', 'certificate-forbidden'],
  ['by its name under another code', retained({ name: text('健在证明', 'x') }), 'L7', 'certificate-forbidden'],
  ['by an everyday name', retained({ name: text('单身证明', 'x') }), 'L7', 'certificate-forbidden'],
  ['by its name with blanks between', retained({ name: text('亲 属 关 系 证明', 'x') }), 'L7', 'certificate-forbidden'],
  [
    'its name with words around it',
    retained({ name: text('村民婚姻状况情况证明', 'x') }),
    'L7',
    'certificate-forbidden',
  ],
  ['an everyday word inside another thing', retained({ name: text('出租房屋车辆停放证明', 'x') }), 'L7', undefined],
  ['a law asks for it', retained({ basis: ['plan P3.3.3', 'CC art 331'] }), 'L7', undefined],
  ['the plan alone asks for none', retained({ basis: ['plan P3.3.3'] }), 'L7', 'certificate-without-law'],
  ['nor does the document on certificates', retained({ basis: ['D2020-C'] }), 'L7', 'certificate-without-law'],
  ['nor nobody', retained({ basis: [] }), 'L7', 'no-basis-no-entry'],
  ['on no paper', WITHOUT_FORM, 'L7', 'certificate-form-wrong'],
  ['a paper on another list', retained({ code: 'L3-001' }), 'L3', 'certificate-form-wrong'],
  ['no code', retained({}, { kind: '' }), 'L7', 'certificate-form-wrong'],
  ['the code of what is on no list', retained({}, { kind: 'other' }), 'L7', 'certificate-form-wrong'],
  ['a blank that nothing fills', said(`${RETAINED.certificate.template}{电话}`), 'L7', 'certificate-template-wrong'],
  ['a fact that is not in the text', said('{姓名}自{自何时起居住}'), 'L7', 'certificate-template-wrong'],
  ['a text of nobody', said('{自何时起居住}{居住的房屋}'), 'L7', 'certificate-template-wrong'],
  ['a brace left open', said(`${RETAINED.certificate.template}{`), 'L7', 'certificate-template-wrong'],
  ['no facts', retained({}, { facts: [], template: '{姓名}' }), 'L7', 'certificate-form-wrong'],
  [
    'a fact called as a blank',
    retained({}, { facts: [{ id: 'a', label: text('姓名', 'x') }], template: '{姓名}' }),
    'L7',
    'certificate-form-wrong',
  ],
] as const)('an item of L7: %s', (_because, given, list, code) => {
  const outcome = checkItem(given, list)
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})

test.each(FORBIDDEN_CERTIFICATES.map((one) => [one.name.zh, one] as const))(
  'a list with %s in it is not published, whatever its code, and the clause is named',
  (_zh, one) => {
    const items = [RETAINED, retained({ code: 'L7-900', name: one.name }, { kind: 'something-else' })]
    expect(checkList(items, 'L7')).toMatchObject({
      code: 'certificate-forbidden',
      basis: 'D2020-C',
      facts: { clause: 'F6', code: 'L7-900', name: one.name.zh, goTo: one.goTo.zh },
    })
  },
)
test('no kind stands in a list twice; nothing at all may stand in it', () => {
  expect(checkList([RETAINED, retained({ code: 'L7-900' })], 'L7')).toMatchObject({ code: 'certificate-kind-twice' })
  expect(checkList([], 'L7').ok).toBe(true)
  expect(mayAdvance(version('draft', 'L7'), 'consulting', 'author', 0, { communities: 0, least: 3 }).ok).toBe(true)
})

test('a certificate comes in from a spreadsheet as it is printed; the template of L7 passes its own check', () => {
  const columns = columnsOf('L7')
  const row = Object.fromEntries(columns.map(({ id, example }) => [id, example]))
  const made = itemOfRow({ ...row, category: 'certificates', for: 'both' }, 'L7', (name) => name)
  expect(made, JSON.stringify(made)).toMatchObject({
    ok: true,
    value: {
      covers: [],
      certificate: {
        kind: 'residence',
        validDays: 30,
        words: ['居住', '常住', '现住址'],
        facts: [{ id: 'fact-1', label: { zh: '自何时起居住' } }, { id: 'fact-2' }],
      },
    },
  })
  expect(columnsOf('L4').map(({ id }) => id as string)).not.toContain('template')
})
test('what is on a certificate is compared too, also when it was not there before', () => {
  const found = differences([WITHOUT_FORM], [RETAINED]).changed[0]?.fields
  expect(found?.map(({ field }) => field)).toEqual(['certificate'])
  expect(differences([RETAINED], [WITHOUT_FORM]).changed[0]?.fields[0]).toMatchObject({ after: undefined })
})

describe('two versions', () => {
  const old = [item({}), item({ code: 'L4-002' })]
  test('what came, went and changed, field by field', () => {
    const found = differences(old, [item({ duty: '别的', minutes: 60 }), item({ code: 'L4-003' })])
    expect(found.added.map((one) => one.code)).toEqual(['L4-003'])
    expect(found.removed.map((one) => one.code)).toEqual(['L4-002'])
    expect(found.changed).toEqual([{ code: 'L4-001', fields: [{ field: 'duty', before: '随同走访', after: '别的' }] }])
  })
  test('the same content in another order of keys is the same', () => {
    const turned = JSON.parse(JSON.stringify(ITEM, Object.keys(ITEM).sort())) as WorkItem
    expect(differences([ITEM], [{ ...turned, name: ITEM.name, funds: ITEM.funds }])).toEqual({
      added: [],
      removed: [],
      changed: [],
    })
  })
  test('a draft takes over what was admitted and retired meanwhile, and keeps its own changes', () => {
    const draft = [item({ duty: '草案' }), item({ code: 'L4-002' }), item({ code: 'L4-009' })]
    const current = [item({}), item({ code: 'L4-003' })]
    expect(rebase(old, current, draft).map((one) => `${one.code} ${one.duty}`)).toEqual([
      'L4-001 草案',
      'L4-009 随同走访',
      'L4-003 随同走访',
    ])
  })
})

test.each([
  ['on its first day', { from: '2026-01-01', to: '2026-03-31', place: '140302' }, '2026-01-01', true],
  ['the day before', { from: '2026-01-01', to: '2026-03-31', place: '140302' }, '2025-12-31', false],
  ['on its last day', { from: '2026-01-01', to: '2026-03-31', place: '140302' }, '2026-03-31', true],
  ['the day after', { from: '2026-01-01', to: '2026-03-31', place: '140302' }, '2026-04-01', false],
  ['no last day', { from: '2026-01-01', to: null, place: '140302' }, '2036-01-01', true],
  ['another county', { from: '2026-01-01', to: null, place: '140303' }, '2026-02-01', false],
  ['another street', { from: '2026-01-01', to: null, place: '140302002' }, '2026-02-01', false],
] as const)('an item holds: %s', (_because, given, on, holds) => {
  expect(holdsOn(given, plainDate(on), '140302001001')).toBe(holds)
})

describe('the flow of a small power', () => {
  const steps = readSteps('1. 经办人|填报支出|当日|审批单|否|票据<不实>\n监督委员会|审核|2个工作日||公开|')
  test('one box a step, an arrow between two, the risk in it, and nothing of the text is markup', () => {
    const svg = drawFlow('L6-002 <支出>', steps)
    expect(svg.match(/rx="18"/g)).toHaveLength(2)
    expect(svg.match(/<path/g)).toHaveLength(2)
    expect(svg).toContain('风险点：票据&#60;不实&#62;')
    expect(svg).toContain('结果公开')
    expect(svg).not.toContain('<支出>')
  })
  test('in words for those who do not see it', () => {
    expect(flowInWords(steps)).toBe(
      '第1步，经办人：填报支出，当日，填写审批单；风险点：票据<不实>。第2步，监督委员会：审核，2个工作日，结果公开',
    )
  })
})

test('every item of the demonstration says what an item must say', () => {
  for (const [list, items] of Object.entries({ ...DEMONSTRATION, ...CITY_DEMONSTRATION })) {
    expect(new Set(items.map((one) => one.code)).size).toBe(items.length)
    for (const one of items) expect(checkItem(one, list as ListId), one.code).toMatchObject({ ok: true })
  }
})
