import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { calendarFromRows } from '#kernel/calendar'
import type { CountedPlace, Facts } from '#kernel/indicator'
import { resolve } from '#kernel/pack'
import type { CheckedRow } from '#kernel/register/definition.ts'
import { formulas, sources } from './organisations.indicator.ts'
import { organisationsPack } from './packs.ts'
import {
  type DatedName,
  isActive,
  nameOn,
  namedSoUntil,
  organisationConcerns,
  organisationFault,
  termConcerns,
  termFault,
} from './rules.ts'
import { formerNames } from './seed/names.ts'
import { KINDS } from './terms.ts'

const TODAY = plainDate('2026-03-02')
const value = <Value>(name: string): Value => resolve<Value>([organisationsPack], name, { on: TODAY }).value
const asOf = { today: TODAY, value, calendar: calendarFromRows([], { from: 2018, through: 2026 }) }
const team = { name: '舞蹈队', kind: 'social_org_filed', tier: 'T3', state: 'active', lastActivityOn: '2026-02-10' }

describe('active: in the active state, with an activity within twelve months', () => {
  test.each([
    ['twelve months ago to the day still counts', { lastActivityOn: '2025-03-02' }, true],
    ['a day more is too long', { lastActivityOn: '2025-03-01' }, false],
    ['today', { lastActivityOn: '2026-03-02' }, true],
    ['an activity to come does not count', { lastActivityOn: '2026-03-03' }, false],
    ['dormant, whatever it did', { state: 'dormant' }, false],
    ['in preparation', { state: 'preparing' }, false],
    ['29 February counts until 28 February', { lastActivityOn: '2024-02-29' }, false],
  ] as const)('%s', (_because, given, active) => {
    expect(isActive({ ...team, ...given }, TODAY, 12)).toBe(active)
  })
  test('no activity on record', () => {
    const { lastActivityOn: _none, ...row } = team
    expect(isActive(row, TODAY, 12)).toBe(false)
  })
})

describe('what cannot be true of an organisation', () => {
  test.each([
    ['led by the community needs no filing number', team, undefined],
    ['filed without a number', { ...team, tier: 'T2' }, 'filingNumber'],
    ['filed with its number', { ...team, tier: 'T2', filingNumber: '上站备1' }, undefined],
    ['a day of filing without a number', { ...team, filedOn: '2025-03-01' }, 'filingNumber'],
    ['unregistered without a tier', { kind: 'social_org_filed' }, 'tier'],
    ['unregistered of the registered tier', { kind: 'social_org_filed', tier: 'T1' }, 'tier'],
    ['registered of a lower tier', { kind: 'social_org_registered', tier: 'T3' }, 'tier'],
    ['registered needs no tier', { kind: 'social_org_registered' }, undefined],
    ['a volunteer team may be filed', { kind: 'volunteer_team', tier: 'T2', filingNumber: '备2' }, undefined],
    [
      'opened without facilities',
      { kind: 'resident_unit', hasFacilities: 0, agreementUntil: '2027-01-01' },
      'agreementUntil',
    ],
    ['active before it was founded', { ...team, foundedOn: '2026-02-11' }, 'lastActivityOn'],
    ['active on the day it was founded', { ...team, foundedOn: '2026-02-10' }, undefined],
  ] as const)('%s', (_because, row, column) => {
    expect(organisationFault(row as CheckedRow)?.column).toBe(column)
  })
})

describe('what is doubtful about an organisation that stands', () => {
  test.each([
    ['nothing', team, []],
    ['no activity', { ...team, lastActivityOn: '2025-03-01' }, ['近期无活动']],
    ['a filing on its last day', { ...team, filingNumber: '备1', filedOn: '2023-03-02' }, []],
    ['a filing that ran out', { ...team, filingNumber: '备1', filedOn: '2023-03-01' }, ['备案已于']],
    ['registered without a code', { ...team, kind: 'social_org_registered', tier: 'T1' }, ['缺统一社会信用代码']],
    ['an agreement on its last day', { kind: 'resident_unit', hasFacilities: 1, agreementUntil: '2026-03-02' }, []],
    [
      'an agreement that ended',
      { kind: 'resident_unit', hasFacilities: 1, agreementUntil: '2026-03-01' },
      ['无有效开放协议'],
    ],
    [
      'a seal shared with the committee',
      { kind: 'collective_economic_org', separateAccounts: 1, separateSeal: 0 },
      ['未与村委会分开'],
    ],
  ] as const)('%s', (_because, row, said) => {
    const found = organisationConcerns(row as CheckedRow, asOf)
    expect(found).toHaveLength(said.length)
    said.forEach((part, i) => expect(found[i]?.zh).toContain(part))
  })
})

describe('terms of office', () => {
  const chair = { body: 'committee', post: 'chair', from: '2021-03-02', way: 'elected' }
  test.each([
    ['five years exactly', { ...chair, to: '2026-03-02' }, 0],
    ['a day longer than the law', { ...chair, to: '2026-03-03' }, 1],
    ['no end written, on the last day', chair, 0],
    ['no end written, a day after', { ...chair, from: '2021-03-01' }, 1],
    ['appointed to a committee', { ...chair, to: '2026-03-02', way: 'appointed' }, 1],
    ['appointed elsewhere', { ...chair, body: 'enterprise', way: 'appointed', to: '2040-01-01' }, 0],
  ] as const)('%s', (_because, row, count) => expect(termConcerns(row, asOf)).toHaveLength(count))
  test.each([
    ['ends before it begins', { from: '2021-03-02', to: '2021-03-01' }, 'to'],
    ['one day', { from: '2021-03-02', to: '2021-03-02' }, undefined],
  ] as const)('%s', (_because, row, column) => expect(termFault(row)?.column).toBe(column))
})

describe('what an office was called on a day', () => {
  const law: DatedName = {
    name: '市法制办',
    from: null,
    to: plainDate('2018-12-31'),
    standing: 'practice',
    change: 'merged',
  }
  const office = { name: '市司法局(法制)', names: [law] }
  test.each([
    ['on the last day of the old name', office, '2018-12-31', '市法制办', '2018-12-31', 'practice'],
    ['the day after', office, '2019-01-01', '市司法局(法制)', null, 'confirmed'],
    [
      'before the name was first used',
      { ...office, names: [{ ...law, from: plainDate('2004-01-01') }] },
      '2003-12-31',
      '市司法局(法制)',
      null,
      'confirmed',
    ],
    [
      'on its first day',
      { ...office, names: [{ ...law, from: plainDate('2004-01-01') }] },
      '2004-01-01',
      '市法制办',
      '2018-12-31',
      'practice',
    ],
    [
      'one that is marked ? stays unverified',
      { ...office, names: [{ ...law, standing: 'unverified' as const }] },
      '2018-11-09',
      '市法制办',
      '2018-12-31',
      'unverified',
    ],
    [
      'an office that only took work over had no such name',
      { name: '市医保局', names: [{ ...law, name: '市卫计委', change: 'split' as const }] },
      '2018-11-09',
      '市医保局',
      null,
      'confirmed',
    ],
  ] as const)('%s', (_because, given, day, name, until, standing) => {
    expect(nameOn(given, plainDate(day))).toEqual({ name, until, standing })
  })
  test('two names one after the other', () => {
    const names = [law, { ...law, name: '市法制局', to: plainDate('2009-12-31') }]
    expect(nameOn({ name: '市司法局', names }, plainDate('2009-12-31')).name).toBe('市法制局')
    expect(nameOn({ name: '市司法局', names }, plainDate('2010-01-01')).name).toBe('市法制办')
  })
  test('said with its last day and its doubt', () => {
    expect(namedSoUntil({ ...law, standing: 'unverified' }, '市司法局').zh).toBe(
      '此名用至2018年12月31日,今为市司法局(未核实)',
    )
    expect(namedSoUntil({ ...law, change: 'split' }, '市医保局').zh).toContain('部分职责')
  })
  test('the table of 2018 is whole, and what it marks ? is unverified', () => {
    const names = formerNames()
    expect(names.length).toBeGreaterThanOrEqual(18)
    expect(new Set(names.map((one) => `${one.name} ${one.office}`)).size).toBe(names.length)
    expect(names.find((one) => one.name === '市地震局')).toMatchObject({
      office: '市防震减灾中心',
      standing: 'unverified',
    })
    expect(names.find((one) => one.name === '市环保局')).toMatchObject({ office: '市生态环境局', standing: 'practice' })
  })
})

test('every kind of body of the domain has its name', () => {
  expect(new Set(KINDS.map((one) => one.value)).size).toBe(KINDS.length)
  for (const kind of KINDS) expect(kind.label.zh && kind.label.en).toBeTruthy()
})

const urban: CountedPlace = { code: '140302001001', level: 'committee', kind: 'urban' }
const rural: CountedPlace = { code: '140311100200', level: 'committee', kind: 'rural' }
const street: CountedPlace = { code: '140302001000', level: 'street', kind: null }
const counted = (id: string, facts: Facts, place: CountedPlace) => formulas[id]?.count(facts, place, value)
const factsOf = (source: string, rows: readonly CheckedRow[]): Facts => {
  const found = sources.find((one) => one.name === source)
  if (!found || !('register' in found)) throw new Error(source)
  return found.count(rows, TODAY, value)
}
const many = (count: number, row: CheckedRow): CheckedRow[] => Array.from({ length: count }, () => row)

describe('what the registers count', () => {
  test.each([
    [
      'registered, filed and led together',
      [
        ...many(4, { kind: 'social_org_registered', state: 'active', lastActivityOn: '2025-12-01' }),
        ...many(3, { ...team, tier: 'T2' }),
        ...many(3, team),
      ],
      10,
    ],
    ['dormant ones do not count', [...many(9, team), { ...team, state: 'dormant' }], 9],
    ['nor those a year without activity', [team, { ...team, lastActivityOn: '2025-03-01' }], 1],
    ['a volunteer team with a tier is one', [{ ...team, kind: 'volunteer_team' }], 1],
    [
      'a volunteer team without a tier is none',
      [{ kind: 'volunteer_team', state: 'active', lastActivityOn: '2026-01-01' }],
      0,
    ],
    ['a company is none', [{ kind: 'enterprise', state: 'active', lastActivityOn: '2026-01-01' }], 0],
  ] as const)('social organisations: %s', (_because, rows, count) => {
    expect(factsOf('organisations', rows as unknown as CheckedRow[])['organisations.social']).toBe(count)
  })
  test('units with facilities, and those opened by an agreement in force', () => {
    const unit = { kind: 'resident_unit', state: 'active', hasFacilities: 1 }
    const facts = factsOf('organisations', [
      { ...unit, agreementUntil: '2026-03-02' },
      { ...unit, agreementUntil: '2026-03-01' },
      unit,
      { ...unit, hasFacilities: 0 },
    ])
    expect(counted('I-19', facts, street)).toEqual({ n: 1, d: 3 })
  })
  test('members of the committee in office, and those of them who live there', () => {
    const member = { body: 'committee', post: 'member', from: '2021-03-02', to: '2026-03-02', livesHere: 1 }
    const facts = factsOf('terms-of-office', [
      member,
      { ...member, livesHere: 0 },
      { ...member, to: '2026-03-01' },
      { ...member, from: '2026-03-03', to: '2031-03-03' },
      { ...member, body: 'supervision_body' },
      { ...member, post: 'representative' },
    ])
    expect(counted('I-08', facts, urban)).toEqual({ n: 1, d: 2 })
    expect(counted('I-08', facts, rural)).toBeUndefined()
  })
})

describe('the indicators of the plan', () => {
  test.each([
    ['I-14', 'nine are one short', { 'organisations.social': 9 }, urban, { n: 0, d: 1 }],
    ['I-14', 'ten', { 'organisations.social': 10 }, urban, { n: 1, d: 1 }],
    ['I-14', 'nothing entered is none', {}, urban, { n: 0, d: 1 }],
    ['I-14', 'not of villages', { 'organisations.social': 10 }, rural, undefined],
    ['I-14', 'not of streets', { 'organisations.social': 10 }, street, undefined],
    [
      'I-15',
      '2,999 people: not concerned',
      { 'organisations.social': 5, 'households.population': 2999 },
      rural,
      undefined,
    ],
    [
      'I-15',
      '3,000 people are included',
      { 'organisations.social': 5, 'households.population': 3000 },
      rural,
      { n: 1, d: 1 },
    ],
    ['I-15', 'four are one short', { 'organisations.social': 4, 'households.population': 3000 }, rural, { n: 0, d: 1 }],
    [
      'I-15',
      'not of urban communities',
      { 'organisations.social': 5, 'households.population': 9000 },
      urban,
      undefined,
    ],
    ['I-11', 'none', {}, rural, { n: 0, d: 1 }],
    ['I-11', 'one', { 'organisations.supervision-bodies': 1 }, urban, { n: 1, d: 1 }],
    ['I-11', 'not of streets', { 'organisations.supervision-bodies': 1 }, street, undefined],
    ['I-21', 'none', {}, urban, { n: 0, d: 1 }],
    ['I-21', 'two are one community', { 'organisations.elderly-associations': 2 }, rural, { n: 1, d: 1 }],
    ['I-22', 'no collective organisation: not concerned', {}, rural, undefined],
    [
      'I-22',
      'one of two not separate',
      { 'organisations.collectives': 2, 'organisations.collectives-separate': 1 },
      rural,
      { n: 0, d: 1 },
    ],
    [
      'I-22',
      'both separate',
      { 'organisations.collectives': 2, 'organisations.collectives-separate': 2 },
      rural,
      { n: 1, d: 1 },
    ],
    [
      'I-22',
      'not of urban communities',
      { 'organisations.collectives': 1, 'organisations.collectives-separate': 1 },
      urban,
      undefined,
    ],
    ['I-28', 'none active', { 'organisations.volunteer-teams': 0 }, urban, { n: 0, d: 1 }],
    ['I-28', 'one', { 'organisations.volunteer-teams': 1 }, rural, { n: 1, d: 1 }],
    ['I-35', 'none', {}, urban, { n: 0, d: 1 }],
    ['I-35', 'one', { 'organisations.mediation-commissions': 1 }, rural, { n: 1, d: 1 }],
    ['I-66', 'none', {}, urban, { n: 0, d: 1 }],
    ['I-66', 'one', { 'organisations.property-subcommittees': 1 }, urban, { n: 1, d: 1 }],
    ['I-66', 'residents’ committees only', { 'organisations.property-subcommittees': 1 }, rural, undefined],
    ['I-19', 'no unit anywhere', {}, urban, { n: 0, d: 0 }],
  ] as const)('%s: %s', (id, _because, facts, place, expected) => {
    expect(counted(id, facts as Facts, place)).toEqual(expected)
  })
  test('a dormant supervision body is none, one not founded yet neither', () => {
    const body = { kind: 'supervision_body', state: 'active' }
    const count = (row: CheckedRow): number | undefined =>
      factsOf('organisations', [row])['organisations.supervision-bodies']
    expect(count(body)).toBe(1)
    expect(count({ ...body, state: 'dormant' })).toBe(0)
    expect(count({ ...body, foundedOn: '2026-03-02' })).toBe(1)
    expect(count({ ...body, foundedOn: '2026-03-03' })).toBe(0)
  })
})
