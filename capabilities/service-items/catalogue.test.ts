import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plainDate, type Term } from '#kernel/calendar'
import type { Condition } from '#kernel/form'
import { resolve } from '#kernel/pack'
import { officesOf } from '../organisations/seed/offices.ts'
import {
  FIELDS,
  formOf,
  ITEMS,
  materialsOf,
  mayApply,
  mayPublish,
  mayTolerate,
  itemByCode,
  searchItems,
  servicePacks,
} from './index.ts'

const on = plainDate('2026-03-02')
const term = (name: string): Term | undefined => {
  try {
    return resolve<Term>(servicePacks, name, { on, place: '140302001001' }).value
  } catch {
    return undefined
  }
}
const places = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../places/seed/140300.json'), 'utf8')) as string[][]
).map(([code = '', name = '', nameEn = '', , level = '', , form = null]) => ({ code, name, nameEn, level, form }))
const officeCodes = new Set(officesOf(places).map((office) => office.code))

describe('the catalogue', () => {
  test('has 54 items in ten fields: 6, 7, 6, 4, 8, 6, 4, 5, 4, 4', () => {
    expect(FIELDS.map(({ field }) => ITEMS.filter((item) => item.field === field).length)).toEqual([
      6, 7, 6, 4, 8, 6, 4, 5, 4, 4,
    ])
    expect(new Set(ITEMS.map((item) => item.code)).size).toBe(54)
  })

  test.each(ITEMS.map((item) => [item.code, item] as const))(
    '%s may be published, and says everything in both languages',
    (code, item) => {
      const promised = term(`service.promised.${code}`)
      expect(promised).toBeDefined()
      if (promised)
        expect(mayPublish(item, promised, term(`service.legal.${code}`))).toEqual({ ok: true, value: undefined })
      if (item.handling === 'immediate') expect(promised?.days).toBe(0)
      else expect(promised?.days).toBeGreaterThan(0)
      const texts = [
        item.name,
        item.summary,
        item.result,
        ...item.conditions,
        ...item.materials.map((one) => one.name),
        ...formOf(item, { agent: false }).flatMap((one) => [
          one.label,
          ...(one.options ?? []).map((option) => option.label),
        ]),
      ]
      for (const text of texts) expect(text.zh && text.en).toBeTruthy()
    },
  )

  test.each(ITEMS.map((item) => [item.code, item] as const))(
    '%s: ids are unique, conditions name existing answers, offices exist, days add up',
    (code, item) => {
      const fields = formOf(item, { agent: false })
      for (const ids of [
        fields.map((one) => one.id),
        item.materials.map((one) => one.id),
        item.flow.map((one) => one.id),
      ])
        expect(new Set(ids).size).toBe(ids.length)
      const asked = new Set(fields.map((one) => one.id))
      for (const condition of [...fields, ...item.materials].map((one) => one.when))
        for (const id of named(condition)) expect(asked).toContain(id)
      for (const reference of [item.owner, ...item.flow.map((one) => one.office)])
        if (reference.startsWith('office:')) expect(officeCodes).toContain(reference.slice(7))
      const orders = [...new Set(item.flow.map((one) => one.order))]
      const days = orders.reduce(
        (sum, order) => sum + Math.max(...item.flow.filter((one) => one.order === order).map((one) => one.days)),
        0,
      )
      expect(days).toBeLessThanOrEqual(term(`service.promised.${code}`)?.days ?? 0)
    },
  )

  test('nowhere is religion, politics or a health history asked of everybody', () => {
    for (const field of ITEMS.flatMap((item) => formOf(item, { agent: false })))
      expect(field.label.zh).not.toMatch(/宗教|信仰|政治面貌|病史|血型|指纹|人脸/)
  })
})

function named(condition: Condition | undefined): string[] {
  if (!condition) return []
  if ('field' in condition) return [condition.field]
  if ('not' in condition) return named(condition.not)
  return ('all' in condition ? condition.all : condition.any).flatMap(named)
}

describe('who may apply', () => {
  const elder = itemByCode('YQ-05-005')
  test.each([
    ['fifty-nine is not sixty', { age: 59, openCases: 0, proofRung: 1 }, 'too-young'],
    ['sixty is', { age: 60, openCases: 0, proofRung: 1 }, undefined],
    ['an age that is not known is for the clerk to check', { age: undefined, openCases: 0, proofRung: 1 }, undefined],
    ['one open case of the item is enough', { age: 70, openCases: 1, proofRung: 1 }, 'same-item-open'],
    ['nothing proved', { age: 70, openCases: 0, proofRung: 0 }, 'proof-needed'],
  ] as const)('%s', (_because, facts, code) => {
    const outcome = mayApply(elder, facts)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
})

describe('tolerance', () => {
  const card = itemByCode('YQ-02-006')
  const today = on
  test.each([
    ['a photo may come later', card, ['photo'], { kind: 'first' }, null, undefined],
    ['nothing missing, nothing to tolerate', card, [], { kind: 'first' }, null, 'nothing-to-tolerate'],
    ['an identity document never', card, ['id-card'], { kind: 'first' }, null, 'identity-not-tolerated'],
    ['a required material never', itemByCode('YQ-01-005'), ['plan'], {}, null, 'material-not-tolerable'],
    [
      'not all materials',
      { ...card, materials: card.materials.filter((one) => one.id !== 'form') },
      ['photo'],
      { kind: 'first' },
      null,
      'all-missing',
    ],
    ['not within a year of a lapse', card, ['photo'], { kind: 'first' }, on, 'tolerance-lost'],
  ] as const)('%s', (_because, item, missing, values, noToleranceUntil, code) => {
    const outcome = mayTolerate(item, missing, values, { noToleranceUntil, today })
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
})

describe('publishing', () => {
  const base = itemByCode('YQ-02-006')
  const material = (zh: string, more: object = {}) => ({
    ...base,
    materials: [
      { id: 'x', name: { zh, en: 'x' }, kind: 'copy', source: 'applicant', necessity: 'required', ...more } as const,
    ],
  })
  test.each([
    ['promised above legal', base, 21, 20, 'promised-above-legal'],
    ['promised equal to legal is lawful', base, 20, 20, undefined],
    ['a vague material', material('其他材料'), 5, 20, 'material-vague'],
    ['a forbidden certificate', material('健在证明'), 5, 20, 'certificate-forbidden'],
    ['a photo with no basis', material('照片', { kind: 'photo' }), 5, 20, 'photo-without-basis'],
    ['a card that the police hold', material('身份证复印件'), 5, 20, 'asks-what-is-held'],
  ] as const)('%s', (_because, item, promised, legal, code) => {
    const outcome = mayPublish(item, { days: promised, unit: 'working-days' }, { days: legal, unit: 'working-days' })
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
})

test('a condition decides the materials', () => {
  const permit = itemByCode('YQ-08-001')
  expect(materialsOf(permit, { basis: 'work' }).map((one) => one.id)).toEqual([
    'form',
    'id-card',
    'work-proof',
    'photo',
  ])
})

test.each([
  ['办老年证', 'YQ-05-005'],
  ['低保', 'YQ-06-001'],
  ['社保卡丢了', 'YQ-02-006'],
  ['失业', 'YQ-01-001'],
  ['上户口', 'YQ-08-001'],
  ['公租房', 'YQ-07-001'],
  ['养老认证', 'YQ-02-003'],
  ['外地看病', 'YQ-02-005'],
  ['残疾证', 'YQ-05-003'],
  ['80岁补贴怎么领', 'YQ-05-001'],
  ['装电梯', 'YQ-07-004'],
  ['退伍军人', 'YQ-10-002'],
  ['residence permit', 'YQ-08-001'],
  ['YQ-09-002', 'YQ-09-002'],
  ['丧葬费', 'YQ-02-007'],
  ['家庭医生', 'YQ-03-005'],
  ['小学报名', 'YQ-04-001'],
  ['邻居吵架', 'YQ-08-003'],
  ['lnz', 'YQ-05-005'],
  ['BLNZ', 'YQ-05-005'],
  ['sbk', 'YQ-02-006'],
  ['煤改电', 'YQ-10-003'],
  ['创业贷款', 'YQ-01-005'],
] as const)('«%s» finds %s first', (query, code) => {
  expect(searchItems(query)[0]?.code).toBe(code)
})
