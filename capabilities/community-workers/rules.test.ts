import { describe, expect, test } from 'vitest'
import { calendarFromRows, plainDate } from '#kernel/calendar'
import type { CountedPlace, Facts } from '#kernel/indicator'
import { resolve } from '#kernel/pack'
import type { CheckedRow } from '#kernel/register/definition.ts'
import { communityWorkersPack } from './packs.ts'
import { isProfessional, isSocialWorker, staffingOf, workerConcerns, workerFault } from './rules.ts'
import { formulas, sources } from './social-workers.indicator.ts'

const TODAY = plainDate('2026-03-02')
const value = <Value>(name: string): Value => resolve<Value>([communityWorkersPack], name, { on: TODAY }).value
const asOf = { today: TODAY, value, calendar: calendarFromRows([], { from: 2018, through: 2026 }) }
const certified = { level: 'assistant', registeredOn: '2023-03-02', degree: 0, practitioner: 0 }

describe('who counts', () => {
  test.each([
    ['three years to the day, no end written', certified, true, true],
    ['a day over three years', { ...certified, registeredOn: '2023-03-01' }, false, false],
    ['on the last day that is written', { ...certified, expiresOn: '2026-03-02' }, true, true],
    ['the day after', { ...certified, expiresOn: '2026-03-01' }, false, false],
    ['registered from tomorrow', { ...certified, registeredOn: '2026-03-03', expiresOn: '2029-03-03' }, false, false],
    ['registered from today', { ...certified, registeredOn: '2026-03-02' }, true, true],
    ['a degree and no certificate', { level: 'none', degree: 1, practitioner: 0 }, true, true],
    ['at work in the field, no more', { level: 'none', degree: 0, practitioner: 1 }, false, true],
    ['ran out, but at work', { ...certified, expiresOn: '2026-03-01', practitioner: 1 }, false, true],
  ] as const)('%s', (_because, row, professional, counted) => {
    expect(isProfessional(row, TODAY, 3)).toBe(professional)
    expect(isSocialWorker(row, TODAY, 3)).toBe(counted)
  })
})

describe('what cannot be true', () => {
  test.each([
    ['ends before it begins', { ...certified, expiresOn: '2023-03-01' }, 'expiresOn'],
    ['ends on the day it begins', { ...certified, expiresOn: '2023-03-02' }, undefined],
    ['neither certificate nor degree nor at work', { level: 'none', degree: 0, practitioner: 0 }, 'practitioner'],
    ['a woman’s number, a man’s sex', { ...certified, idNumber: '140399195601010020', sex: 'male' }, 'sex'],
    ['a woman’s number', { ...certified, idNumber: '140399195601010020', sex: 'female' }, undefined],
  ] as const)('%s', (_because, row, column) => expect(workerFault(row as CheckedRow)?.column).toBe(column))
})

test.each([
  ['an assistant with 71 hours', { ...certified, hours: 71 }, 1],
  ['with 72', { ...certified, hours: 72 }, 0],
  ['a social worker with 89', { ...certified, level: 'social_worker', hours: 89 }, 1],
  ['with 90', { ...certified, level: 'social_worker', hours: 90 }, 0],
  ['a registration that ran out', { ...certified, expiresOn: '2026-03-01' }, 1],
  ['no certificate, no hours', { level: 'none', degree: 1, practitioner: 0 }, 0],
] as const)('doubtful: %s', (_because, row, count) => expect(workerConcerns(row, asOf)).toHaveLength(count))

test.each([
  ['one is short', 1, 'short'],
  ['two are enough', 2, 'within'],
  ['five', 5, 'within'],
  ['six are enough, and flagged', 6, 'above'],
] as const)('an urban community: %s', (_because, count, staffing) => expect(staffingOf(count, 2, 5)).toBe(staffing))

const urban: CountedPlace = { code: '140302001001', level: 'committee', kind: 'urban' }
const rural: CountedPlace = { code: '140311100200', level: 'committee', kind: 'rural' }
const county: CountedPlace = { code: '140302000000', level: 'county', kind: null }

describe('the indicators of the plan', () => {
  test.each([
    ['I-16', 'persons of a community', { 'social-workers.people': 7 }, urban, { n: 7, d: 0 }],
    ['I-16', 'persons of a county’s own', { 'social-workers.people': 3 }, county, { n: 3, d: 0 }],
    ['I-16', 'nobody', {}, rural, { n: 0, d: 0 }],
    ['I-17', 'one', { 'social-workers.professionals': 1 }, urban, { n: 0, d: 1 }],
    ['I-17', 'two', { 'social-workers.professionals': 2 }, urban, { n: 1, d: 1 }],
    ['I-17', 'five', { 'social-workers.professionals': 5 }, urban, { n: 1, d: 1 }],
    ['I-17', 'six', { 'social-workers.professionals': 6 }, urban, { n: 1, d: 1 }],
    ['I-17', 'not of villages', { 'social-workers.professionals': 2 }, rural, undefined],
    ['I-18', 'none', {}, rural, { n: 0, d: 1 }],
    ['I-18', 'one', { 'social-workers.professionals': 1 }, rural, { n: 1, d: 1 }],
    ['I-18', 'not of urban communities', { 'social-workers.professionals': 1 }, urban, undefined],
  ] as const)('%s: %s', (id, _because, facts, place, expected) => {
    expect(formulas[id]?.count(facts as Facts, place, value)).toEqual(expected)
  })
  test('persons once, professionals and practitioners apart, more than five flagged', () => {
    const [source] = sources
    if (!source || !('register' in source)) throw new Error('no source')
    const both = { ...certified, practitioner: 1 }
    const rows = [both, { level: 'none', degree: 0, practitioner: 1 }, { level: 'none', degree: 1, practitioner: 0 }]
    expect(source.count(rows, TODAY, value)).toEqual({
      'social-workers.people': 3,
      'social-workers.professionals': 2,
      'social-workers.practitioners': 2,
      'social-workers.above-most': 0,
    })
    expect(
      source.count(
        Array.from({ length: 5 }, () => both),
        TODAY,
        value,
      ),
    ).toMatchObject({ 'social-workers.above-most': 0 })
    expect(
      source.count(
        Array.from({ length: 6 }, () => both),
        TODAY,
        value,
      ),
    ).toMatchObject({ 'social-workers.above-most': 1 })
  })
})
