import { expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { admissionFormulas, countTasks, countTransfers } from './admission.indicator.ts'

const home = { code: '140302001001', level: 'committee', kind: 'urban' } as const
const county = { code: '140302000000', level: 'county', kind: null } as const
const value = () => undefined as never
const one = (step: string, data: object) => ({
  step,
  data: { source: 'system', item: null, demand: { emergency: null }, wrong: null, outcome: null, ...data },
})
const wrong = (clause: string, code = 'no-admitted-item') => ({ source: 'outside', wrong: { clause, code } })

test.each([
  ['admitted', one('received', { item: { code: 'L4-001' } }), 'I-55', 1, 1],
  ['an emergency by law counts as admitted', one('done', { demand: { emergency: 'ERL' } }), 'I-55', 1, 1],
  ['from outside', one('recorded', wrong('access')), 'I-55', 0, 1],
  ['refused or not, it was asked', one('seen', wrong('access')), 'I-55', 0, 1],
  ['what never went out is no task', one('stopped', {}), 'I-55', 0, 0],
  ['F2', one('recorded', wrong('F2')), 'I-56', 1, 1],
  ['F1', one('recorded', wrong('F1')), 'I-56', 1, 1],
  ['F3 is no F1 or F2', one('recorded', wrong('F3')), 'I-56', 0, 1],
  [
    'done outside the lists without a contract',
    one('kept', { ...wrong('access'), outcome: { said: '' } }),
    'I-87',
    0,
    1,
  ],
  [
    'under an agreement on record',
    one('kept', { ...wrong('access'), agreement: { id: 'a', number: '合同1号' } }),
    'I-87',
    1,
    1,
  ],
  ['a number that rests on nothing', one('kept', { ...wrong('access'), outcome: { said: '合同1号' } }), 'I-87', 0, 1],
  ['refused work is not done', one('refused', wrong('access')), 'I-87', 0, 0],
] as const)('%s', (_because, task, id, n, d) => {
  expect(admissionFormulas[id]?.count(countTasks([task]), home, value)).toEqual({ n, d })
})

const transfer = (step: string, code: string, to: string) => ({
  step,
  data: { item: { code }, from: '2026-01-01', to },
})
test.each([
  ['confirmed', [transfer('confirmed', 'L4-001', '2026-12-31')], 1],
  [
    'the same item twice is one',
    [transfer('confirmed', 'L4-001', '2026-12-31'), transfer('confirmed', 'L4-001', '2026-06-30')],
    1,
  ],
  ['sent is not arrived', [transfer('sent', 'L4-001', '2026-12-31')], 0],
  ['until today', [transfer('confirmed', 'L4-001', '2026-03-02')], 1],
  ['until yesterday', [transfer('confirmed', 'L4-001', '2026-03-01')], 0],
])('I-57: money %s', (_because, cases, n) => {
  const facts = { ...countTransfers(cases, plainDate('2026-03-02')), 'assist.items': 18 }
  expect(admissionFormulas['I-57']?.count(facts, home, value)).toEqual({ n, d: 18 })
  expect(admissionFormulas['I-57']?.count(facts, county, value)).toBeUndefined()
})

test('I-63 is none, for every county, whatever is held', () => {
  expect(admissionFormulas['I-63']?.count({ 'tasks.all': 9 }, county, value)).toEqual({ n: 0, d: 1 })
})
