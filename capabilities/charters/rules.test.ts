import { describe, expect, test } from 'vitest'
import { calendarFromRows, plainDate } from '#kernel/calendar'
import type { CountedPlace, Facts } from '#kernel/indicator'
import { resolve } from '#kernel/pack'
import type { CheckedRow } from '#kernel/register/definition.ts'
import { formulas, sources } from './charters.indicator.ts'
import { chartersPack } from './packs.ts'
import {
  conventionConcerns,
  conventionFault,
  councilConcerns,
  councilFault,
  flaggedWords,
  isComplete,
  isValidText,
} from './rules.ts'

const TODAY = plainDate('2026-03-02')
const value = <Value>(name: string): Value => resolve<Value>([chartersPack], name, { on: TODAY }).value
const asOf = { today: TODAY, value, calendar: calendarFromRows([], { from: 2018, through: 2026 }) }
const rules = {
  kind: 'village_rules',
  checkPassedOn: '2026-01-10',
  adoptedOn: '2026-01-20',
  filedOn: '2026-01-30',
  inForceFrom: '2026-02-01',
}

describe('what cannot be: a text', () => {
  test.each([
    ['in order', rules, undefined],
    ['voted a day before the check', { ...rules, checkPassedOn: '2026-01-21' }, 'adoptedOn'],
    ['voted on the day of the check', { ...rules, checkPassedOn: '2026-01-20' }, undefined],
    ['filed before the vote', { ...rules, filedOn: '2026-01-19' }, 'filedOn'],
    ['published before the vote', { ...rules, publishedOn: '2026-01-19' }, 'publishedOn'],
    ['in force before the vote', { ...rules, inForceFrom: '2026-01-19' }, 'inForceFrom'],
    ['in force from the vote', { ...rules, inForceFrom: '2026-01-20' }, undefined],
    ['ends before it begins', { ...rules, inForceTo: '2026-01-31' }, 'inForceTo'],
  ] as const)('%s', (_because, row, column) => expect(conventionFault(row as CheckedRow)?.column).toBe(column))
})

describe('what is doubtful: a text', () => {
  test.each([
    ['filed on the tenth day', rules, []],
    ['filed on the eleventh', { ...rules, filedOn: '2026-01-31' }, ['备案迟于期限(2026-01-30)']],
    [
      'the tenth day is a Saturday: Monday is in time',
      { ...rules, adoptedOn: '2026-01-21', filedOn: '2026-02-02' },
      [],
    ],
    ['Tuesday is not', { ...rules, adoptedOn: '2026-01-21', filedOn: '2026-02-03' }, ['备案迟于期限(2026-02-02)']],
    [
      'not filed yet: the tenth day was a Saturday, today is Monday',
      { ...rules, filedOn: undefined, adoptedOn: '2026-02-18' },
      [],
    ],
    [
      'not filed: the tenth day was a Friday',
      { ...rules, filedOn: undefined, adoptedOn: '2026-02-17' },
      ['尚未备案,期限为2026-02-27'],
    ],
    ['not filed at all', { ...rules, filedOn: undefined }, ['尚未备案']],
    ['no check on record', { ...rules, checkPassedOn: undefined }, ['无乡镇']],
    ['no women at the vote', { ...rules, womenShare: 0 }, ['没有妇女']],
    ['some women', { ...rules, womenShare: 1 }, []],
    ['a fine', { ...rules, summary: '乱倒垃圾者罚款五十元' }, ['罚款']],
  ] as const)('%s', (_because, row, said) => {
    const given = Object.fromEntries(Object.entries(row).filter(([, one]) => one !== undefined)) as CheckedRow
    const found = conventionConcerns(given, asOf)
    expect(found.map((one) => one.zh)).toHaveLength(said.length)
    said.forEach((part, i) => expect(found[i]?.zh).toContain(part))
  })
})

test.each([
  ['a fine', '乱倒垃圾者罚款', ['罚款']],
  ['a right taken away, with words between', '拒不参加者取消其低保申请资格。', ['取消…资格']],
  ['over the end of a sentence it is two', '取消旧规定。申请资格见附件。', []],
  ['too far apart', `取消${'一'.repeat(21)}资格`, []],
  ['just near enough', `取消${'一'.repeat(20)}资格`, ['取消…资格']],
  ['the second occurrence', '取消陋习。违者取消评优资格', ['取消…资格']],
  ['several', '停发补助,不予办理证明,全家连坐', ['不予办理', '停发', '连坐']],
  ['none', '喜事新办,丧事简办,孝老爱亲', []],
] as const)('words that do not belong: %s', (_because, summary, found) => {
  expect(flaggedWords(summary, value('charters.flagged-words'))).toEqual(found)
})

describe('valid texts', () => {
  test.each([
    ['in force from today', { ...rules, inForceFrom: '2026-03-02' }, true],
    ['from tomorrow', { ...rules, inForceFrom: '2026-03-03' }, false],
    ['on its last day', { ...rules, inForceTo: '2026-03-02' }, true],
    ['the day after', { ...rules, inForceTo: '2026-03-01' }, false],
    ['never checked', { ...rules, checkPassedOn: undefined }, false],
    ['checked after the vote', { ...rules, checkPassedOn: '2026-01-21' }, false],
  ] as const)('%s', (_because, row, valid) => {
    const given = Object.fromEntries(Object.entries(row).filter(([, one]) => one !== undefined)) as CheckedRow
    expect(isValidText(given, TODAY)).toBe(valid)
  })
})

const council = {
  kind: 'red_white',
  rulesDocument: '章程',
  members: 3,
  termFrom: '2024-03-01',
  lastActivityOn: '2025-03-02',
}
const bar = { members: 3, months: 12 }

describe('a complete council', () => {
  test.each([
    ['three members, met twelve months ago to the day', council, true],
    ['two members', { ...council, members: 2 }, false],
    ['met a day earlier', { ...council, lastActivityOn: '2025-03-01' }, false],
    ['will meet tomorrow', { ...council, lastActivityOn: '2026-03-03' }, false],
    ['without rules', { ...council, rulesDocument: undefined }, false],
    ['never met', { ...council, lastActivityOn: undefined }, false],
    ['on the last day of its term', { ...council, termTo: '2026-03-02' }, true],
    ['the day after', { ...council, termTo: '2026-03-01' }, false],
    ['its term begins tomorrow', { ...council, termFrom: '2026-03-03' }, false],
  ] as const)('%s', (_because, row, complete) => {
    const given = Object.fromEntries(Object.entries(row).filter(([, one]) => one !== undefined)) as CheckedRow
    expect(isComplete(given, TODAY, bar)).toBe(complete)
    // What does not count is said, and only that.
    expect(councilConcerns(given, asOf).length > 0).toBe(!complete)
  })
  test('a term that ends before it begins', () => {
    expect(councilFault({ ...council, termTo: '2024-02-29' })?.column).toBe('termTo')
    expect(councilFault({ ...council, termTo: '2024-03-01' })).toBeUndefined()
  })
})

const village: CountedPlace = { code: '140311100200', level: 'committee', kind: 'rural' }
const street: CountedPlace = { code: '140302001000', level: 'street', kind: null }
const four = ['red_white', 'moral_review', 'deliberation', 'anti_drug_gambling'].map((kind) => ({ ...council, kind }))
const factsOf = (texts: readonly CheckedRow[], councils: readonly CheckedRow[]): Facts =>
  Object.assign(
    {},
    ...sources.map((source) => source.count(source.name === 'conventions' ? texts : councils, TODAY, value)),
  ) as Facts

describe('the indicators of the plan', () => {
  test.each([
    ['I-13', 'village rules in force', [rules], [], 1],
    ['I-13', 'a charter alone is a text as well', [{ ...rules, kind: 'charter' }], [], 1],
    ['I-13', 'a text that ended', [{ ...rules, inForceTo: '2026-03-01' }], [], 0],
    ['I-13', 'nothing', [], [], 0],
    ['I-30', 'a convention and four councils', [rules], four, 1],
    ['I-30', 'three councils', [rules], four.slice(1), 0],
    ['I-30', 'four councils, and no convention', [], four, 0],
    ['I-30', 'a charter is no convention', [{ ...rules, kind: 'charter' }], four, 0],
    ['I-30', 'one of the four with two members', [rules], [...four.slice(1), { ...council, members: 2 }], 0],
    ['I-30', 'the same kind twice is one kind', [rules], [...four.slice(1), ...four.slice(1)], 0],
    ['I-30', 'a fourth that is not wanted', [rules], [...four.slice(1), { ...council, kind: 'filial_piety' }], 0],
    ['I-31', 'moral review met twelve months ago', [], [{ ...council, kind: 'moral_review' }], 1],
    ['I-31', 'a day earlier', [], [{ ...council, kind: 'moral_review', lastActivityOn: '2025-03-01' }], 0],
    ['I-31', 'another council', [], [council], 0],
  ] as const)('%s: %s', (id, _because, texts, councils, n) => {
    const facts = factsOf(texts as unknown as CheckedRow[], councils as unknown as CheckedRow[])
    expect(formulas[id]?.count(facts, village, value)).toEqual({ n, d: 1 })
    expect(formulas[id]?.count(facts, street, value)).toBeUndefined()
  })
})
