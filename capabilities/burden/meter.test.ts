import { describe, expect, test } from 'vitest'
import { costOf, league, secondsKept, timedBy, timesIn } from './rules.ts'
import type { Claim, Measures, Median } from './terms.ts'

test.each([
  ['every working day', 'daily', '2026-03', 22],
  ['every week', 'weekly', '2026-03', 4],
  ['every month', 'monthly', '2026-03', 1],
  ['a quarter ends in March', 'quarterly', '2026-03', 1],
  ['not in April', 'quarterly', '2026-04', 0],
  ['a year ends in December', 'yearly', '2026-12', 1],
  ['not in November', 'yearly', '2026-11', 0],
  ['once, elsewhere', 'once', '2026-03', 0],
] as const)('due in a month: %s', (_why, frequency, month, times) => {
  expect(timesIn(frequency, month, 22)).toBe(times)
})

const median = (n: number, seconds: number): Median => ({ n, milliseconds: seconds * 1000 })
const measures = (given: { form?: Median; office?: Median; city?: Median } = {}): Measures => ({
  medians: {
    forms: new Map(given.form ? [['f1', given.form]] : []),
    offices: new Map(given.office ? [['市民政局', given.office]] : []),
    city: given.city,
  },
  measuredLeast: 5,
  secondsPerField: 20,
  secondsPerPhoto: 90,
  capMinutes: 240,
})
const MEASURES = measures()
const claim = (given: Partial<Claim>): Claim => ({
  office: '市民政局',
  community: '140302001001',
  kind: 'ledger',
  times: 1,
  fields: 0,
  held: 0,
  photos: 0,
  minutes: 0,
  people: 0,
  ...given,
})

test.each([
  ['nothing was measured', {}, 'f1', 'estimate', 0, 20],
  ['a form one answer short, and no more', { form: median(4, 7) }, 'f1', 'estimate', 0, 20],
  ['a form with just enough', { form: median(5, 7) }, 'f1', 'form', 5, 7],
  ['the form before its office', { form: median(5, 7), office: median(50, 9) }, 'f1', 'form', 5, 7],
  ['a form with too few: its office', { form: median(4, 7), office: median(5, 9) }, 'f1', 'office', 5, 9],
  ['a ledger has no form: its office', { form: median(9, 7), office: median(5, 9) }, undefined, 'office', 5, 9],
  ['an office with too few: the city', { office: median(4, 9), city: median(5, 11) }, 'f1', 'city', 5, 11],
  ['a city with too few', { office: median(4, 9), city: median(4, 11) }, 'f1', 'estimate', 0, 20],
] as const)('a field is timed by: %s', (_why, given, form, basis, n, seconds) => {
  const timed = timedBy({ office: '市民政局', ...(form ? { form } : {}) }, measures(given))
  expect(timed).toMatchObject({ basis, n, milliseconds: seconds * 1000 })
})
test('another form and another office are not measured by this one', () => {
  const given = measures({ form: median(9, 7), office: median(9, 9) })
  expect(timedBy({ office: '市住建局', form: 'f2' }, given)).toMatchObject({ basis: 'estimate' })
})

test.each([
  ['fields, estimated', { fields: 12 }, {}, [0, 0, 240]],
  ['fields, measured', { fields: 12 }, { office: median(5, 7) }, [84, 0, 0]],
  ['photos stay an estimate', { fields: 1, photos: 2 }, { office: median(5, 7) }, [7, 0, 180]],
  ['a meeting of three, by the register', { minutes: 60, people: 3, recorded: true }, {}, [0, 10_800, 0]],
  ['a task, by its admission', { minutes: 60, people: 1 }, {}, [0, 0, 3600]],
  ['every time', { fields: 3, photos: 1, times: 4 }, {}, [0, 0, 600]],
] as const)('seconds of %s', (_why, given, known, [measured, recorded, estimated]) => {
  expect(costOf(claim(given), measures(known))).toEqual({
    measured: measured * 1000,
    recorded: recorded * 1000,
    estimated: estimated * 1000,
  })
})

const OPENED = Date.parse('2026-03-02T04:00:00Z')
test.each([
  ['what the screen says', 60, 100, 10, 60],
  ['as long as the server saw', 100, 100, 10, 100],
  ['longer than the server saw is cut', 101, 100, 10, 100],
  ['an enormous number is cut', Number.MAX_SAFE_INTEGER, 100, 10, 100],
  ['the whole of a second', 60, 59.999, 10, 59],
  ['no time at all', 0, 100, 10, null],
  ['answered before it was opened', 60, -1, 10, null],
  ['none was taken', null, 100, 10, null],
  ['nothing was filled in', 60, 100, 0, null],
  ['as long as a field may take', 600, 5000, 2, 600],
  ['a second longer: somebody went away', 601, 5000, 2, null],
])('time that is kept: %s', (_why, sent, passed, filled, kept) => {
  expect(secondsKept(sent, { opened: OPENED, answered: OPENED + passed * 1000 }, filled, 300)).toBe(kept)
})

describe('the league', () => {
  test.each([
    ['at the cap', 240, false],
    ['a minute above it', 241, true],
  ])('an office %s', (_why, minutes, over) => {
    const [one] = league([claim({ kind: 'meeting', minutes, people: 1 })], MEASURES)
    expect(one).toMatchObject({ minutes, overCap: over, communities: 1, meetings: 1 })
  })
  test('the cap is for each community it asks', () => {
    const two = ['140302001001', '140302001002'].map((community) =>
      claim({ kind: 'meeting', minutes: 240, people: 1, community }),
    )
    expect(league(two, MEASURES)[0]).toMatchObject({ minutes: 480, overCap: false, communities: 2 })
  })
  test('minutes say what they rest on, and come to the whole', () => {
    const known = measures({ form: median(7, 50), office: median(12, 40) })
    const claims = [
      claim({ kind: 'form', form: 'f1', fields: 10 }),
      claim({ fields: 1 }),
      claim({ photos: 1 }),
      claim({ kind: 'meeting', minutes: 30, people: 2, recorded: true }),
    ]
    // 500 s by the form, 40 s by the office, 90 s for the photo.
    expect(league(claims, known)[0]).toMatchObject({
      minutes: 70,
      measured: 9,
      recorded: 60,
      estimated: 1,
      answers: 7,
    })
    expect(league(claims, MEASURES)[0]).toMatchObject({ measured: 0, answers: 0, recorded: 60 })
  })
  test('a median that no field rests on is not counted as measured', () => {
    const known = measures({ office: median(12, 40) })
    expect(league([claim({ kind: 'meeting', minutes: 30, people: 1 })], known)[0]).toMatchObject({ answers: 0 })
  })
  test('the one that took most comes first; what is due in another month is not there; no community is named', () => {
    const rows = league(
      [
        claim({ office: '甲', fields: 10, held: 9 }),
        claim({ office: '乙', fields: 30 }),
        claim({ office: '丙', fields: 99, times: 0 }),
      ],
      MEASURES,
    )
    expect(rows.map((one) => one.office)).toEqual(['乙', '甲'])
    expect(rows[1]).toMatchObject({ fields: 10, held: 9 })
    expect(JSON.stringify(rows)).not.toContain('140302')
  })
})
