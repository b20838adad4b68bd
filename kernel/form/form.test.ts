/** Forms: conditions, checks, sentences. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import {
  checkForm,
  type Condition,
  type Field,
  formTexts,
  type FormValues,
  holds,
  issueText,
  visibleFields,
} from '#kernel/form'
import { text } from '#kernel/text'

const today = plainDate('2026-06-01')
const label = text('项目', 'item')
const rules = { today, allowTestIds: true }
const options = [
  { value: 'tenant', label: text('租户', 'tenant') },
  { value: 'owner', label: text('业主', 'owner') },
]

test.each([
  ['equal', { field: 'a', is: 'x' }, true],
  ['not equal', { field: 'a', is: 'y' }, false],
  ['a number is not its spelling', { field: 'n', is: '3' }, false],
  ['false is an answer', { field: 'no', is: false }, true],
  ['not answered', { field: 'missing', is: 'x' }, false],
  ['one of several', { field: 'a', in: ['w', 'x'] }, true],
  ['none of several', { field: 'a', in: ['w'] }, false],
  ['a list that holds it', { field: 'list', is: 'p' }, true],
  ['a list that does not', { field: 'list', is: 'z' }, false],
  ['the same list, another order', { field: 'list', is: ['q', 'p'] }, true],
  ['part of the list', { field: 'list', is: ['p'] }, false],
  [
    'all',
    {
      all: [
        { field: 'a', is: 'x' },
        { field: 'n', is: 3 },
      ],
    },
    true,
  ],
  [
    'not all',
    {
      all: [
        { field: 'a', is: 'x' },
        { field: 'n', is: 4 },
      ],
    },
    false,
  ],
  ['all of nothing', { all: [] }, true],
  [
    'any',
    {
      any: [
        { field: 'a', is: 'y' },
        { field: 'n', is: 3 },
      ],
    },
    true,
  ],
  ['any of nothing', { any: [] }, false],
  ['not', { not: { field: 'a', is: 'y' } }, true],
  ['what objects inherit is no answer', { field: 'constructor', is: 'x' }, false],
] as const satisfies readonly (readonly [string, Condition, boolean])[])(
  'condition: %s',
  (_because, condition, expected) => {
    expect(holds(condition, { a: 'x', n: 3, no: false, list: ['p', 'q'] })).toBe(expected)
  },
)

const chained: readonly Field[] = [
  { id: 'lives', label, type: 'choice', options },
  { id: 'landlord', label, type: 'text', when: { field: 'lives', is: 'tenant' } },
  { id: 'landlord-phone', label, type: 'phone', when: { field: 'landlord', is: 'known' } },
]

test.each([
  ['nothing answered', {}, ['lives']],
  ['the condition holds', { lives: 'tenant' }, ['lives', 'landlord']],
  ['and the next', { lives: 'tenant', landlord: 'known' }, ['lives', 'landlord', 'landlord-phone']],
  ['an answer that is not asked for counts as not given', { lives: 'owner', landlord: 'known' }, ['lives']],
] as const)('asked: %s', (_because, values, ids) => {
  expect(visibleFields(chained, values).map((field) => field.id)).toEqual(ids)
})

type Case = readonly [because: string, field: Omit<Field, 'id' | 'label'>, value: unknown, code: string | undefined]
const cases: readonly Case[] = [
  ['text', { type: 'text' }, '好', undefined],
  ['text missing', { type: 'text' }, undefined, 'missing'],
  ['blanks are nothing', { type: 'text' }, ' 　', 'missing'],
  ['null is nothing', { type: 'text' }, null, 'missing'],
  ['not required', { type: 'text', required: false }, '', undefined],
  ['a number is no text', { type: 'text' }, 5, 'not-text'],
  ['one short', { type: 'text', min: 5 }, '一二三四', 'too-short'],
  ['just enough', { type: 'text', min: 5 }, '一二三四五', undefined],
  ['blanks around do not count', { type: 'text', min: 5 }, ' 一二三四 ', 'too-short'],
  ['just fits', { type: 'long-text', max: 3 }, '一二三', undefined],
  ['rare characters count once', { type: 'text', max: 2 }, '𠮷田', undefined],
  ['one long', { type: 'long-text', max: 3 }, '一二三四', 'too-long'],
  ['whole number', { type: 'whole-number' }, 0, undefined],
  ['a fraction', { type: 'whole-number' }, 1.5, 'not-a-number'],
  ['a spelling', { type: 'whole-number' }, '3', 'not-a-number'],
  ['not a number', { type: 'whole-number' }, Number.NaN, 'not-a-number'],
  ['below the least', { type: 'whole-number', min: 1 }, 0, 'too-small'],
  ['the least', { type: 'whole-number', min: 1 }, 1, undefined],
  ['the most', { type: 'money', max: 500 }, 500, undefined],
  ['above the most', { type: 'money', max: 500 }, 501, 'too-large'],
  ['half a fen', { type: 'money' }, 0.5, 'not-a-number'],
  ['a day', { type: 'date' }, '2026-02-28', undefined],
  ['30 February', { type: 'date' }, '2026-02-30', 'not-a-date'],
  ['a day as a number', { type: 'date' }, 20260228, 'not-a-date'],
  ['today is not before today', { type: 'date', notBefore: 'today' }, '2026-06-01', undefined],
  ['yesterday is', { type: 'date', notBefore: 'today' }, '2026-05-31', 'before-limit'],
  ['today is not after today', { type: 'date', notAfter: 'today' }, '2026-06-01', undefined],
  ['tomorrow is', { type: 'date', notAfter: 'today' }, '2026-06-02', 'after-limit'],
  ['before a fixed day', { type: 'date', notBefore: '2026-01-01' }, '2025-12-31', 'before-limit'],
  ['an option', { type: 'choice', options }, 'owner', undefined],
  ['no option', { type: 'choice', options }, 'guest', 'not-an-option'],
  ['the label is not the option', { type: 'choice', options }, '业主', 'not-an-option'],
  ['a list for one choice', { type: 'choice', options }, ['owner'], 'not-an-option'],
  ['several options', { type: 'choices', options }, ['owner', 'tenant'], undefined],
  ['one of them is none', { type: 'choices', options }, ['owner', 'guest'], 'not-an-option'],
  ['the same twice', { type: 'choices', options }, ['owner', 'owner'], 'not-an-option'],
  ['no list', { type: 'choices', options }, 'owner', 'not-an-option'],
  ['an empty list is nothing', { type: 'choices', options }, [], 'missing'],
  ['no is an answer', { type: 'yes-no' }, false, undefined],
  ['a word is not', { type: 'yes-no' }, 'yes', 'not-yes-or-no'],
  ['a phone', { type: 'phone' }, '0353-2023456', undefined],
  ['no phone', { type: 'phone' }, '12', 'not-a-phone'],
  ['a phone as a number', { type: 'phone' }, 13800001234, 'not-a-phone'],
  ['an identity number', { type: 'id-number' }, '14039920061123008x', undefined],
  ['a wrong one', { type: 'id-number' }, '140399195601010013', 'not-an-id-number'],
  ['as a number', { type: 'id-number' }, 140399195601, 'not-an-id-number'],
  ['a credit code', { type: 'credit-code' }, '55140399MF0TE5T57Y', undefined],
  ['a wrong one', { type: 'credit-code' }, '91350100M000100Y44', 'not-a-credit-code'],
  ['an account of 12', { type: 'bank-account' }, '123456789012', undefined],
  ['an account of 19 with blanks', { type: 'bank-account' }, '6222 0000 1111 2222 333', undefined],
  ['11 digits', { type: 'bank-account' }, '12345678901', 'not-an-account'],
  ['20 digits', { type: 'bank-account' }, '12345678901234567890', 'not-an-account'],
  ['letters', { type: 'bank-account' }, '12345678901a', 'not-an-account'],
  ['a community', { type: 'place' }, '140302001001', undefined],
  ['a street', { type: 'place' }, '140302001000', undefined],
  ['a county', { type: 'place' }, '140302000000', undefined],
  ['a committee of no street', { type: 'place' }, '140302000001', 'not-a-place'],
  ['11 digits', { type: 'place' }, '14030200100', 'not-a-place'],
]

test.each(cases)('check: %s (%j)', (_because, field, value, code) => {
  const values: FormValues = JSON.parse(JSON.stringify({ it: value }))
  const given = typeof value === 'number' && Number.isNaN(value) ? { it: value } : values
  const issues = checkForm([{ id: 'it', label, ...field }], given, rules)
  expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code])
  for (const issue of issues) {
    const sentence = issueText(issue, { id: 'it', label, ...field })
    expect(sentence.zh).not.toMatch(/[{}]/u)
    expect(sentence.en).not.toMatch(/[{}]/u)
  }
})

test('a value for a field that is not asked, and one for a field that is not there', () => {
  expect(checkForm(chained, { lives: 'owner', landlord: 'known', extra: 1 }, rules)).toEqual([
    { field: 'landlord', code: 'hidden-field', facts: {} },
    { field: 'extra', code: 'unknown-field', facts: {} },
  ])
  expect(checkForm(chained, { lives: 'owner', landlord: '', gone: undefined }, rules)).toEqual([])
})

test('trial identity numbers only where they are switched on', () => {
  const fields: readonly Field[] = [{ id: 'it', label, type: 'id-number' }]
  expect(checkForm(fields, { it: '140399195601010012' }, { today })).toEqual([
    { field: 'it', code: 'not-an-id-number', facts: { reason: 'id-number-test' } },
  ])
})

test('issues never repeat what was typed', () => {
  const fields: readonly Field[] = [{ id: 'it', label, type: 'id-number' }]
  expect(JSON.stringify(checkForm(fields, { it: '140399195601010013' }, rules))).not.toContain('1403')
})

test('sentences: label, limit, money and the closer reason', () => {
  const date: Field = { id: 'd', label: text('出生日期', 'birth date'), type: 'date', notAfter: 'today' }
  const [late] = checkForm([date], { d: '2026-06-02' }, rules)
  expect(late && issueText(late, date)).toEqual({
    zh: '“出生日期”不能晚于2026年6月1日。',
    en: '“birth date” must not be after 1 June 2026.',
  })
  const money: Field = { id: 'm', label: text('金额', 'amount'), type: 'money', max: 500_000 }
  const [much] = checkForm([money], { m: 500_001 }, rules)
  expect(much && issueText(much, money)).toEqual({
    zh: '“金额”不能大于5,000.00元。',
    en: '“amount” must be 5,000.00 yuan or less.',
  })
  const id: Field = { id: 'i', label: text('身份证号', 'identity number'), type: 'id-number' }
  const [short] = checkForm([id], { i: '1403991956010100' }, rules)
  expect(short && issueText(short, id).zh).toBe('“身份证号”不是有效的公民身份号码。身份证号码应为18位,现为16位。')
  expect(issueText({ field: 'gone', code: 'unknown-field', facts: {} }, undefined).en).toBe(
    'The form has no field “gone”.',
  )
})

test.each(Object.entries(formTexts))('the sentence of %s names its field in both languages', (_code, sentence) => {
  expect(sentence.zh).toContain('{label}')
  expect(sentence.en).toContain('{label}')
})

const everyType: readonly Field[] = (
  [
    'text',
    'long-text',
    'whole-number',
    'money',
    'date',
    'choice',
    'choices',
    'yes-no',
    'phone',
    'id-number',
    'credit-code',
    'bank-account',
    'place',
  ] as const
).map((type) => ({
  id: type,
  label,
  type,
  options,
  min: 1,
  max: 9,
  notBefore: 'today',
  when: { any: [{ field: 'text', in: ['a', 1, true] }, { not: { field: type, is: ['x'] } }] },
}))

const anyCharacters = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })

test('no JSON makes the check throw, and every issue has its sentences', () => {
  const value = fc.oneof(fc.jsonValue(), anyCharacters, fc.constantFrom('2026-02-30', '13800001234', '__proto__'))
  const record = fc.dictionary(
    fc.oneof(fc.constantFrom(...everyType.map((field) => field.id)), fc.string(), fc.constant('__proto__')),
    value,
  )
  fc.assert(
    fc.property(fc.oneof({ arbitrary: record, weight: 4 }, { arbitrary: fc.jsonValue(), weight: 1 }), (json) => {
      const values: FormValues = JSON.parse(JSON.stringify(json))
      for (const issue of checkForm(everyType, values, rules)) {
        const sentence = issueText(
          issue,
          everyType.find((field) => field.id === issue.field),
        )
        expect(sentence.zh).not.toBe('')
        expect(sentence.en).not.toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})
