import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { mayObject, mayRejectForObjection, objectionsSettled } from './changes.ts'

const PUBLISHED = { publicUntil: plainDate('2026-03-09'), step: 'publicity', place: '140302000000', office: 'civil' }
const RESIDENT = { org: null, places: '-', before: false }

describe('who objects to an admission, and when (domain 6.2 step 6)', () => {
  test.each([
    // because                                                      admission                        by                                       today         refused
    ['a resident on the last day', {}, {}, '2026-03-09', undefined],
    ['a resident on the day after', {}, {}, '2026-03-10', 'objection-too-late'],
    ['the day it is published counts', {}, {}, '2026-03-02', undefined],
    ['before it is published', { step: 'deciding', publicUntil: null }, {}, '2026-03-02', 'admission-not-published'],
    ['withdrawn while its days ran', { step: 'withdrawn' }, {}, '2026-03-05', 'admission-not-published'],
    ['entered already', { step: 'listed' }, {}, '2026-03-11', 'objection-too-late'],
    ['a second time', {}, { before: true }, '2026-03-05', 'objected-already'],
    ['a community of the county', {}, { org: 'c', places: '140302001001' }, '2026-03-05', undefined],
    ['a street of the county', {}, { org: 's', places: '140302001' }, '2026-03-05', undefined],
    ['a community of another county', {}, { org: 'c', places: '140321106203' }, '2026-03-05', 'not-of-this-county'],
    ['another department', {}, { org: 'health', places: '-' }, '2026-03-05', undefined],
    ['whoever applied', {}, { org: 'civil', places: '-' }, '2026-03-05', 'own-application'],
  ] as const)('%s', (_because, admission, by, today, refused) => {
    const may = mayObject({ ...PUBLISHED, ...admission }, { ...RESIDENT, ...by }, plainDate(today))
    expect(may.ok ? undefined : may.code).toBe(refused)
  })
})

const answered = (upheld: boolean) => ({
  answer: { upheld, summary: '要点', said: '答复', on: plainDate('2026-03-09') },
})
const OPEN = { answer: null }

describe('what becomes of an admission that was objected to', () => {
  test.each([
    ['nobody objected', [], undefined, undefined],
    ['one has no answer', [answered(false), OPEN], 'objections-unanswered', 'objections-unanswered'],
    ['all answered, none right', [answered(false), answered(false)], undefined, 'no-objection-upheld'],
    ['one of two was right', [answered(false), answered(true)], 'objection-upheld', undefined],
  ] as const)('%s', (_because, all, entered, rejected) => {
    const [enter, reject] = [objectionsSettled(all), mayRejectForObjection(all)]
    expect(enter.ok ? undefined : enter.code).toBe(entered)
    expect(reject.ok ? undefined : reject.code).toBe(rejected)
  })
})
