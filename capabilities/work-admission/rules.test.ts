import { describe, expect, test } from 'vitest'
import { type CitedItem, forbiddenFor } from '#capabilities/duty-lists'
import { plainDate } from '#kernel/calendar'
import { text } from '#kernel/text'
import {
  type Limits,
  mayAdmitForAWhile,
  mayReachCommunity,
  selfGovernmentLaw,
  type Standing,
  wordsIn,
} from './rules.ts'
import type { Demand, Sender } from './terms.ts'

const ITEM: CitedItem = {
  code: 'L4-001',
  name: text('走访核实', 'Visits'),
  category: 'civil-affairs',
  basis: ['RCOL-2018 art 20'],
  lead: 'civil-affairs',
  assist: ['street'],
  duty: '随同走访',
  covers: ['task', 'form', 'meeting-series', 'responsibility-letter'],
  steps: [],
  frequency: '每年',
  from: '2026-01-01',
  to: '2026-12-31',
  minutes: 60,
  funds: { standard: 100_000, unit: '社区·年', source: '县级财政预算' },
  conditions: '',
  forms: [],
  path: 'full',
  list: 'L4',
  version: '00000000-0000-7000-8000-000000000001',
  number: 1,
  place: '140302',
}
const DEMAND: Demand = {
  kind: 'task',
  category: 'civil-affairs',
  role: 'assisting',
  title: '走访低保对象',
  body: '请随同走访。',
  meetings: 0,
  emergency: null,
}
const CIVIL: Sender = { code: 'civil-affairs', kind: 'gov_dept' }
const STREET: Sender = { code: 'street-140302001', kind: 'street' }
const STANDING: Standing = {
  place: '140302001001',
  on: plainDate('2026-03-02'),
  cited: 'L4-001',
  item: ITEM,
  transfers: [{ from: '2026-01-01', to: '2026-12-31' }],
  negative: [],
  meetings: 0,
  unrecorded: false,
}
const LIMITS: Limits = {
  meetingsAMonth: 4,
  emergencyLaws: ['ERL'],
  watched: ['责任状', '责任书', '签订目标责任书', '执法', '拆迁', '拆违', '招商', '环境整治', '城管'],
  forbidden: ['一票否决'],
}

type Row = readonly [
  because: string,
  demand: Partial<Demand>,
  standing: Partial<Standing>,
  sender: Sender,
  code: string | undefined,
  clause?: string,
]
const rows: readonly Row[] = [
  ['admitted, paid for, in time, by its lead', {}, {}, CIVIL, undefined],
  ['by the street that the item names', {}, {}, STREET, undefined],
  ['no item cited', {}, { item: undefined }, CIVIL, 'no-admitted-item', 'access'],
  ['its first day', {}, { on: plainDate('2026-01-01') }, CIVIL, undefined],
  ['the day before', {}, { on: plainDate('2025-12-31') }, CIVIL, 'outside-period', 'access'],
  ['its last day', {}, { on: plainDate('2026-12-31') }, CIVIL, undefined],
  [
    'the day after',
    {},
    { on: plainDate('2027-01-01'), transfers: [{ from: '2026-01-01', to: '2027-12-31' }] },
    CIVIL,
    'outside-period',
    'access',
  ],
  [
    'admitted in another street only',
    {},
    { item: { ...ITEM, place: '140302002' } },
    CIVIL,
    'item-of-another-place',
    'access',
  ],
  ['another department’s item', {}, {}, { code: 'health', kind: 'gov_dept' }, 'item-of-another-office', 'access'],
  ['an item used for something else', { category: 'health' }, {}, CIVIL, 'another-category', 'access'],
  ['F1: assistance turned into responsibility', { role: 'responsible' }, {}, CIVIL, 'duty-of-government', 'F1'],
  [
    'F1: by a responsibility letter that says “assisting”',
    { kind: 'responsibility-letter' },
    {},
    CIVIL,
    'duty-of-government',
    'F1',
  ],
  [
    'F1: what the county’s own list forbids',
    {},
    { negative: [{ code: 'L5-9', category: 'civil-affairs', covers: ['task'] }] },
    CIVIL,
    'in-negative-list',
    'F1',
  ],
  [
    'what it forbids in another way is not meant',
    {},
    { negative: [{ code: 'L5-9', category: 'civil-affairs', covers: ['ledger'] }] },
    CIVIL,
    undefined,
  ],
  ['F3: no money', {}, { transfers: [] }, CIVIL, 'funds-not-transferred', 'F3'],
  [
    'F3: the money of last year',
    {},
    { transfers: [{ from: '2025-01-01', to: '2025-12-31' }] },
    CIVIL,
    'funds-not-transferred',
    'F3',
  ],
  ['F3: the money ends today', {}, { transfers: [{ from: '2026-01-01', to: '2026-03-02' }] }, CIVIL, undefined],
  [
    'F3: the money ended yesterday',
    {},
    { transfers: [{ from: '2026-01-01', to: '2026-03-01' }] },
    CIVIL,
    'funds-not-transferred',
    'F3',
  ],
  ['own work needs no money', {}, { item: { ...ITEM, list: 'L3' }, transfers: [] }, CIVIL, undefined],
  ['F4: a plaque not admitted', { kind: 'plaque' }, {}, CIVIL, 'kind-not-admitted', 'F4'],
  ['F5: a ledger not admitted', { kind: 'ledger' }, {}, CIVIL, 'kind-not-admitted', 'F5'],
  ['F5: the fourth meeting of a month', { kind: 'meeting-series', meetings: 1 }, { meetings: 3 }, CIVIL, undefined],
  ['F5: the fifth', { kind: 'meeting-series', meetings: 1 }, { meetings: 4 }, CIVIL, 'too-many-meetings', 'F5'],
  ['an inspection not admitted', { kind: 'inspection' }, {}, CIVIL, 'kind-not-admitted', 'access'],
  ['F6: a certificate as a task', { kind: 'certificate' }, {}, CIVIL, 'certificates-not-so', 'F6'],
  [
    'F7: a department’s own evaluation',
    { kind: 'assessment', category: 'evaluation' },
    { item: { ...ITEM, category: 'evaluation', covers: ['assessment'] } },
    CIVIL,
    'separate-assessment',
    'F7',
  ],
  [
    'F7: the street’s, as admitted',
    { kind: 'assessment', category: 'evaluation' },
    { item: { ...ITEM, category: 'evaluation', covers: ['assessment'] } },
    STREET,
    undefined,
  ],
  ['F7: the street’s, not admitted', { kind: 'assessment' }, {}, STREET, 'kind-not-admitted', 'F7'],
  ['F8: what is cancelled', { body: '未完成的实行一 票 否 决' }, {}, CIVIL, 'forbidden-words', 'F8'],
  ['an emergency passes', { emergency: 'ERL art 37' }, { item: undefined, transfers: [] }, CIVIL, undefined],
  ['no emergency law', { emergency: 'PML' }, { item: undefined }, CIVIL, 'no-emergency-law', 'access'],
  [
    'the last emergency is not recorded',
    { emergency: 'ERL' },
    { unrecorded: true },
    CIVIL,
    'emergency-unrecorded',
    'access',
  ],
  [
    'an emergency does not make a community enforce the law',
    { emergency: 'ERL', category: 'law-enforcement', role: 'responsible' },
    {},
    CIVIL,
    'forbidden-responsibility',
    'F2',
  ],
]
for (const [because, demand, standing, sender, code, clause] of rows)
  test(`the gate: ${because}`, () => {
    const outcome = mayReachCommunity({ ...DEMAND, ...demand }, sender, { ...STANDING, ...standing }, LIMITS)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
    expect(outcome.ok ? undefined : outcome.facts.clause).toBe(clause)
  })

describe('F2: nobody makes a community answer for', () => {
  test.each([
    'law-enforcement',
    'demolition',
    'environmental-rectification',
    'urban-management',
    'investment-attraction',
  ] as const)('%s, whoever asks, whatever is admitted and paid', (category) => {
    const standing = { ...STANDING, item: { ...ITEM, category, list: 'L3' as const } }
    for (const sender of [CIVIL, STREET])
      for (const demand of [
        { ...DEMAND, category, role: 'responsible' as const },
        { ...DEMAND, category, kind: 'responsibility-letter' as const },
      ])
        expect(mayReachCommunity(demand, sender, standing, LIMITS)).toMatchObject({
          code: 'forbidden-responsibility',
          facts: { clause: 'F2' },
        })
    expect(forbiddenFor(category)).toBe('F2')
    expect(mayReachCommunity({ ...DEMAND, category }, CIVIL, standing, LIMITS).ok).toBe(true)
  })
})

test.each([
  ['plain', '请签订目标责任书', ['责任书', '签订目标责任书']],
  ['blanks between', '责 任 状', ['责任状']],
  ['full-width blank, zero-width, points', '执\u3000·\u200b法', ['执法']],
  ['look-alike separators', '拆|迁、拆—违', ['拆迁', '拆违']],
  ['letters between', '招a商', ['招商']],
  ['traditional signs', '環境整治、責任狀、執法', ['责任状', '执法', '环境整治']],
  ['compatibility ideographs and radicals', '\u2F5E城管', ['城管']],
  ['over a line break', '环境\n整治', ['环境整治']],
  ['nothing', '走访低保对象', []],
] as const)('words: %s', (_because, given, found) => {
  expect(wordsIn(given, LIMITS.watched)).toEqual(found)
})

test('what is flagged passes the rule, and says what a human has to look at', () => {
  expect(mayReachCommunity({ ...DEMAND, body: '配合执 法' }, CIVIL, STANDING, LIMITS)).toMatchObject({
    ok: true,
    value: { flags: ['执法'] },
  })
})

test.each([
  ['a residents’ committee', '140302001001', 'RCOL-2018 art 20'],
  ['the last number of residents', '140302001199', 'RCOL-2018 art 20'],
  ['the first of villages', '140321106200', 'VCOL-2018 art 37'],
  ['the last of villages', '140321106399', 'VCOL-2018 art 37'],
  ['an area like a residents’ committee', '140302001498', 'RCOL-2018 art 20'],
  ['an area like a village', '140302001598', 'VCOL-2018 art 37'],
] as const)('the law of %s', (_because, place, law) => {
  expect(selfGovernmentLaw(place)).toBe(law)
})

const day = plainDate
const asked = { from: day('2026-03-01'), to: day('2026-05-31'), funds: 1, category: 'health' as const }
test.each([
  ['three months to the day', asked, [], undefined],
  ['a day more', { ...asked, to: day('2026-06-01') }, [], 'temporary-too-long'],
  ['no money', { ...asked, funds: 0 }, [], 'assistance-without-funds'],
  ['ends before it begins', { ...asked, to: day('2026-02-28') }, [], 'item-period-wrong'],
  ['a renewal', asked, [{ category: 'health', to: day('2026-02-28') }], 'temporary-not-again'],
  ['within twelve months', asked, [{ category: 'health', to: day('2025-03-02') }], 'temporary-not-again'],
  ['twelve months later', asked, [{ category: 'health', to: day('2025-03-01') }], undefined],
  ['of something else', asked, [{ category: 'culture', to: day('2026-02-28') }], undefined],
] as const)('for a while: %s', (_because, given, before, code) => {
  const outcome = mayAdmitForAWhile(given, before, { months: 3, again: 12 })
  expect(outcome.ok ? undefined : outcome.code).toBe(code)
})
