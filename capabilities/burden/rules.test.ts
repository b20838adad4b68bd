import { describe, expect, test } from 'vitest'
import { HELD } from '#capabilities/residents'
import { capabilities } from '../registry.ts'
import { buildDictionary, isDatum } from './dictionary.ts'
import { isHeldOut, labelledHeaders, scoreHeaders } from './examples.ts'
import { answerFields, candidatesOf, overlap, plainHeader } from './match.ts'
import { burdenPack } from './packs.ts'
import { countFilled, decideSending, verdictOf } from './rules.ts'

const DICTIONARY = buildDictionary(
  capabilities.flatMap((one) => one.registers ?? []).map((one) => one.definition),
  HELD,
)
const OVERLAP = Number(burdenPack.values['burden.match-overlap']?.[0]?.value)

test.each([
  ['full width and blanks', '姓　名 ', '姓名'],
  ['a mark that it is required', '身份证号码*', '身份证号码'],
  ['a unit in brackets', '建筑面积（平方米）', '建筑面积'],
  ['a note in square brackets', '【必填】联系电话', '联系电话'],
  ['a number before it', '3.家庭住址', '家庭住址'],
  ['the person it is about', '申请人身份证号', '身份证号'],
  ['the head of the household', '户主姓名', '姓名'],
  ['the head alone stays', '户主', '户主'],
  ['是否', '是否有电梯', '电梯'],
  ['有无', '有无物业公司', '物业公司'],
  ['a line break', '联系\n电话', '联系电话'],
  ['nothing but a note', '（必填）', ''],
])('a header without what is around it: %s', (_why, header, plain) => expect(plainHeader(header)).toBe(plain))

test.each([
  ['the same', '家庭住址', '家庭住址', 100],
  ['nothing in common', '家庭住址', '体温', 0],
  ['half', '联系电话', '联系地址', 33],
  ['a pair twice counts twice only where it stands twice', '人人人', '人人', 66],
])('overlap of %s', (_why, a, b, percent) => expect(overlap(a, b)).toBe(percent))

describe('the dictionary', () => {
  test('holds every column of every register, each where it stands', () => {
    for (const register of capabilities.flatMap((one) => one.registers ?? []))
      for (const column of register.definition.columns)
        expect(
          DICTIONARY.some((one) => isDatum(one, `${register.definition.name}.${column.id}`)),
          `${register.definition.name}.${column.id}`,
        ).toBe(true)
  })
  test('and everything that forms are told is held', () => {
    for (const name of ['resident.birth', 'resident.sex', 'resident.age-band', 'resident.place', 'household.members'])
      expect(DICTIONARY.some((one) => isDatum(one, name))).toBe(true)
    expect(() => buildDictionary([], [{ name: 'resident.shoe-size', asks: /鞋码/ }])).toThrow('shoe-size')
  })
  test('one datum for two registers that hold the same', () => {
    const estate = DICTIONARY.find((one) => isDatum(one, 'estates.name'))
    expect(estate?.held.map((one) => one.register)).toEqual(expect.arrayContaining(['estates', 'buildings']))
  })
})

const said = (header: string, among: readonly string[] = ['姓名', '身份证号', '性别']): string => {
  const answer = answerFields([header, ...among], DICTIONARY, OVERLAP)[0]
  return answer?.kind === 'held' ? answer.datum.id : (answer?.kind ?? '')
}
test.each([
  ['another person’s number is not held', '配偶身份证号', 'not-held'],
  ['a guardian’s phone is not held', '监护人联系电话', 'not-held'],
  ['the person’s own is', '本人联系电话', 'residents.phone'],
  ['what no register holds', '健康码颜色', 'not-held'],
])('of a person: %s', (_why, header, answer) => expect(said(header)).toBe(answer))
test('what the form is about settles what a header means', () => {
  expect(candidatesOf('楼栋', DICTIONARY, OVERLAP).length).toBeGreaterThan(1)
  expect(said('楼栋')).toBe('residents.building')
  expect(said('楼栋', ['层数', '单元数'])).toBe('buildings.number')
  expect(said('楼栋', [])).toBe('ambiguous')
})
test('a datum of a person in a form about something else is asked about', () => {
  expect(said('身份证号', ['规划户数', '入住户数', '小区类型'])).toBe('ambiguous')
})

/** Read on the tuning part; the compiler asks a person, or a register that would hold it has a neighbour of the same name. */
const KNOWN_MISSES = new Set([
  '老旧小区改造调查表 户数',
  '社区服务用房情况统计表 室外活动场地面积',
  '驻区单位基本信息表 是否有可开放设施',
  '驻区单位基本信息表 党组织名称',
  '经济普查/人口抽样入户表 本户应登记人数',
  '反诈宣传入户登记表 小区',
])
const TUNING = labelledHeaders().filter((row) => !isHeldOut(row.header))

test('the labelled set is large, and a third of it is never tuned on', () => {
  const all = labelledHeaders()
  expect(all.length).toBeGreaterThanOrEqual(300)
  const share = (all.length - TUNING.length) / all.length
  expect(share).toBeGreaterThan(0.25)
  expect(share).toBeLessThan(0.42)
})
test.each(
  [...new Set(TUNING.map((row) => row.form))].map(
    (form) => [form, labelledHeaders().filter((row) => row.form === form)] as const,
  ),
)('every header of %s', (form, rows) => {
  const answers = answerFields(
    rows.map((row) => row.header),
    DICTIONARY,
    OVERLAP,
  )
  for (const [i, row] of rows.entries()) {
    if (isHeldOut(row.header) || KNOWN_MISSES.has(`${form} ${row.header}`)) continue
    const answer = answers[i]
    const held = DICTIONARY.some((one) => isDatum(one, row.datum))
    expect(answer?.kind === 'held' && isDatum(answer.datum, row.datum), `${row.header} → ${row.datum}`).toBe(held)
    if (!held) expect(answer?.kind, row.header).not.toBe('held')
  }
})
test('on the tuning part nearly all that is said is right, and nearly all that is held is found', () => {
  const { right, wrong, missed } = scoreHeaders(DICTIONARY, OVERLAP, false)
  expect(right * 100).toBeGreaterThanOrEqual(95 * (right + wrong))
  expect(right * 100).toBeGreaterThanOrEqual(90 * (right + missed))
})

const answers = (held: number, all: number) =>
  Array.from({ length: all }, (_, i) => ({ kind: i < held ? ('held' as const) : ('not-held' as const) }))
test.each([
  ['79 of 100', 79, 100, 'shortened', 'form-asks-what-is-held'],
  ['80 of 100', 80, 100, 'generated', 'form-is-generated'],
  ['3 of 4', 3, 4, 'shortened', 'form-asks-what-is-held'],
  ['4 of 5', 4, 5, 'generated', 'form-is-generated'],
  ['11 of 12', 11, 12, 'generated', 'form-is-generated'],
  ['1 of 40', 1, 40, 'shortened', 'form-asks-what-is-held'],
  ['none of 40', 0, 40, 'sent', 'ok'],
  ['no field at all', 0, 0, 'sent', 'form-without-fields'],
])('a form of which %s are held', (_why, held, all, becomes, code) => {
  const verdict = verdictOf(answers(held, all), 80)
  expect(verdict.becomes).toBe(becomes)
  const may = decideSending(verdict)
  expect(may.ok ? 'ok' : may.code).toBe(code)
})
test('what is ambiguous is not counted as held', () => {
  expect(verdictOf([{ kind: 'ambiguous' }, { kind: 'held' }], 80)).toMatchObject({ held: 1, becomes: 'shortened' })
})

test.each([
  ['one row, all filled in', [['甲', '乙']], 2],
  ['what is left empty is not counted', [['甲', ' ']], 1],
  [
    'two rows',
    [
      ['甲', '乙'],
      ['丙', ''],
    ],
    3,
  ],
  ['no row', [], 'answer-without-rows'],
  [
    'an empty row',
    [
      ['甲', '乙'],
      ['', ' '],
    ],
    'answer-row-empty',
  ],
  ['a cell too few', [['甲']], 'answer-not-of-this-form'],
  ['a cell too many', [['甲', '乙', '丙']], 'answer-not-of-this-form'],
])('an answer of two fields: %s', (_why, rows, found) => {
  const outcome = countFilled(rows, 2)
  expect(outcome.ok ? outcome.value : outcome.code).toBe(found)
})
