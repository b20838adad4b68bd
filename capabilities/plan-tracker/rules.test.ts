import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { givenByHand, latestByHand } from './by-hand.indicator.ts'
import { CATALOGUE, indicatorOf } from './catalogue.ts'
import {
  countedByHand,
  documented,
  lateQuarters,
  levelOfFigure,
  mayClose,
  quarterOf,
  quarterToReport,
  reportDays,
  reportDue,
  standing,
} from './rules.ts'
import type { Milestone, Quarter, Report, Reporting, ReportState } from './terms.ts'

const day = plainDate
const q = (text: string): Quarter => text as Quarter
const report = (quarter: string, state: ReportState = 'on-track'): Report => ({
  quarter: q(quarter),
  state,
  progress: '按计划推进,无特殊情况。',
  on: day('2026-04-10'),
})
const since = (first: string, reports: readonly Report[] = [], marked = {}): Reporting => ({
  task: 'T05',
  first: q(first),
  reports,
  marked,
})
const milestone = (due: string, reachedOn: string | null = null): Milestone => ({
  id: 'm1',
  text: '节点',
  due: day(due),
  reachedOn: reachedOn === null ? null : day(reachedOn),
  moves: [],
})

describe('quarters', () => {
  test.each([
    ['the first day of the year', '2026-01-01', '2026Q1'],
    ['the last day of March', '2026-03-31', '2026Q1'],
    ['the first of April', '2026-04-01', '2026Q2'],
    ['the last day of the year', '2026-12-31', '2026Q4'],
  ])('%s', (_because, on, quarter) => expect(quarterOf(day(on))).toBe(quarter))

  test.each([
    ['by the fifteenth of the next month', '2026Q1', 15, '2026-04-15'],
    ['of the next year after the fourth', '2025Q4', 15, '2026-01-15'],
    ['another day of the pack', '2026Q2', 10, '2026-07-10'],
  ])('a report is due %s', (_because, quarter, dayOfMonth, due) => expect(reportDue(q(quarter), dayOfMonth)).toBe(due))

  test.each([
    [
      'not over on its last day',
      since('2026Q1'),
      '2026-03-31',
      { ok: false, code: 'quarter-not-over', facts: { quarter: '2026Q1', day: '2026-04-01' } },
    ],
    ['over the day after', since('2026Q1'), '2026-04-01', { ok: true, value: '2026Q1' }],
    ['the oldest first', since('2025Q4'), '2026-04-01', { ok: true, value: '2025Q4' }],
    [
      'what was reported is not asked again',
      since('2026Q1', [report('2026Q1')]),
      '2026-04-02',
      { ok: false, facts: { quarter: '2026Q2', day: '2026-07-01' } },
    ],
    [
      'a gap is filled before what follows',
      since('2025Q4', [report('2026Q1')]),
      '2026-04-02',
      { ok: true, value: '2025Q4' },
    ],
  ])('what is reported: %s', (_because, data, on, wanted) =>
    expect(quarterToReport(data, day(on))).toMatchObject(wanted),
  )

  test.each([
    ['in time on the fifteenth', since('2026Q1'), '2026-04-15', []],
    ['late on the sixteenth', since('2026Q1'), '2026-04-16', ['2026Q1']],
    ['reported, however late, is late no more', since('2026Q1', [report('2026Q1')]), '2026-04-16', []],
    ['two at once', since('2025Q4'), '2026-04-16', ['2025Q4', '2026Q1']],
  ])('%s', (_because, data, on, wanted) => expect(lateQuarters(data, day(on), 15)).toEqual(wanted))

  test('the clock looks the day after; what it marked it does not mark again', () => {
    expect(reportDays(since('2026Q1'), 15)).toEqual({ dueOn: '2026-04-15', nextOn: '2026-04-16' })
    expect(reportDays(since('2026Q1', [], { '2026Q1': day('2026-04-16') }), 15)).toEqual({
      dueOn: '2026-04-15',
      nextOn: '2026-07-16',
    })
    expect(reportDays(since('2026Q1', [report('2026Q1')]), 15)).toEqual({ dueOn: '2026-07-15', nextOn: '2026-07-16' })
  })
})

describe('how a task stands', () => {
  const on = day('2026-04-15')
  test.each([
    ['nothing said yet', since('2026Q1'), false, [], 'not-started'],
    ['its own word', since('2026Q1', [report('2026Q1')]), false, [], 'on-track'],
    ['its own word, late', since('2026Q1', [report('2026Q1', 'late')]), false, [], 'late'],
    ['said to be done, not verified', since('2026Q1', [report('2026Q1', 'done')]), false, [], 'on-track'],
    ['verified', since('2026Q1', [report('2026Q1', 'done')]), true, [], 'done'],
    ['a report is missing', since('2025Q4'), false, [], 'late'],
    ['a milestone of today', since('2026Q1', [report('2026Q1')]), false, [milestone('2026-04-15')], 'on-track'],
    ['a milestone of yesterday', since('2026Q1', [report('2026Q1')]), false, [milestone('2026-04-14')], 'late'],
    [
      'a milestone reached after its day',
      since('2026Q1', [report('2026Q1')]),
      false,
      [milestone('2020-12-31', '2021-05-01')],
      'on-track',
    ],
  ] as const)('%s', (_because, data, verified, milestones, state) =>
    expect(standing({ ...data, milestones }, verified, on, 15)).toBe(state),
  )
})

describe('closing', () => {
  const clean = { unconfirmed: [], unnamed: false, milestones: [milestone('2026-04-01', '2026-03-01')], late: [] }
  test.each([
    ['everybody confirmed', clean, { ok: true }],
    [
      'one has not',
      { ...clean, unconfirmed: ['市财政局'] },
      { ok: false, code: 'parts-not-confirmed', facts: { offices: ['市财政局'] } },
    ],
    ['nobody was named', { ...clean, unnamed: true }, { ok: false, code: 'units-not-named' }],
    [
      'a milestone is open',
      { ...clean, milestones: [milestone('2026-12-31')] },
      { ok: false, code: 'milestones-open' },
    ],
    [
      'a report is late',
      { ...clean, late: [q('2026Q1')] },
      { ok: false, code: 'reports-missing', facts: { quarters: ['2026Q1'] } },
    ],
  ])('%s', (_because, given, wanted) => expect(mayClose(given)).toMatchObject(wanted))
})

describe('documents', () => {
  test.each([
    ['with its copy', '阳社建〔2026〕3号', 1, { ok: true }],
    ['without its copy', '阳社建〔2026〕3号', 0, { code: 'document-copy-missing' }],
    ['round brackets', '阳社建(2026)3号', 1, { code: 'not-a-document-number' }],
    ['a leading zero', '阳社建〔2026〕03号', 1, { code: 'not-a-document-number' }],
    ['none at all', '会议同意', 1, { code: 'not-a-document-number' }],
  ])('%s', (_because, number, files, wanted) => expect(documented(number, files)).toMatchObject(wanted))
})

describe('values given by hand', () => {
  const of = (id: string) => indicatorOf(id) ?? CATALOGUE[0]!
  test.each([
    ['yes', 'I-27', { yes: true }, { n: 1, d: 1 }],
    ['no', 'I-27', { yes: false }, { n: 0, d: 1 }],
    ['a count stands over one', 'I-79', { n: 4 }, { n: 4, d: 1 }],
    ['none is a count', 'I-56', { n: 0 }, { n: 0, d: 1 }],
    ['a share', 'I-12', { n: 9, d: 9 }, { n: 9, d: 9 }],
    ['a share of nothing', 'I-12', { n: 0, d: 0 }, 'share-of-nothing'],
    ['more than all', 'I-12', { n: 10, d: 9 }, 'more-than-all'],
    ['a ratio may be more than one', 'I-25', { n: 10, d: 9 }, { n: 10, d: 9 }],
    ['square metres are kept in 0.01 m²', 'I-47', { n: 12, d: 5 }, { n: 1200, d: 5 }],
  ] as const)('%s', (_because, id, given, wanted) => {
    const counted = countedByHand(of(id), given)
    if (typeof wanted === 'string') expect(counted).toMatchObject({ ok: false, code: wanted })
    else expect(counted).toEqual({ ok: true, value: wanted })
  })

  test.each([
    ['I-27', 'city'],
    ['I-20', 'county'],
    ['I-19', 'street'],
    ['I-12', 'community'],
  ])('%s is given at %s', (id, level) => expect(levelOfFigure(of(id))).toBe(level))

  const given = (data: object, step = 'approved') => ({
    subject: 'I-12',
    step,
    openedOn: day('2026-01-01'),
    endedOn: null,
    dueOn: null,
    data: { indicator: 'I-12', n: 1, d: 9, day: '2026-02-01', approvedOn: '2026-02-03', ...data },
  })
  test.each([
    [
      'the latest day counts',
      [given({ n: 2, day: '2026-03-01', approvedOn: '2026-03-02' }), given({})],
      '2026-04-01',
      2,
    ],
    ['for one day the one approved last', [given({}), given({ n: 3, approvedOn: '2026-02-09' })], '2026-04-01', 3],
    [
      'a later one does not reach back',
      [given({}), given({ n: 2, day: '2026-03-01', approvedOn: '2026-03-02' })],
      '2026-02-10',
      1,
    ],
    ['not before it was approved', [given({})], '2026-02-02', undefined],
    ['from the day it was approved', [given({})], '2026-02-03', 1],
    ['proposed is nothing', [given({ approvedOn: null }, 'proposed')], '2026-04-01', undefined],
    ['returned is nothing', [given({}, 'returned')], '2026-04-01', undefined],
  ])('facts: %s', (_because, cases, on, n) =>
    expect(latestByHand(cases, day(on))).toEqual(n === undefined ? {} : { 'I-12.by-hand.n': n, 'I-12.by-hand.d': 9 }),
  )

  test('behind the figure every approved value stays, and only the one that is the figure counts', () => {
    const cases = [
      given({ n: 5, approvedOn: day('2026-03-20') }),
      given({ n: 6, approvedOn: day('2026-03-20') }),
      given({ n: 7, approvedOn: null }, 'proposed'),
      given({ n: 4, approvedOn: day('2026-03-19') }),
    ]
    const rows = givenByHand(cases, 'I-12', day('2026-04-01'))
    expect(rows.map((row) => [row.cells.value, row.counted])).toEqual([
      ['6 / 9', true],
      ['5 / 9', false],
      ['4 / 9', false],
    ])
    expect(latestByHand(cases, day('2026-04-01'))['I-12.by-hand.n']).toBe(6)
    expect(givenByHand(cases, 'I-13', day('2026-04-01'))).toEqual([])
  })
})
