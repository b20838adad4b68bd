import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEPARTMENTS, officesOf } from './offices.ts'

const places = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../places/seed/140300.json'), 'utf8')) as string[][]
).map(([code = '', name = '', nameEn = '', , level = '', , form = null]) => ({ code, name, nameEn, level, form }))
const offices = officesOf(places)

test('the tree has five counties, 43 streets and townships, 777 communities and villages', () => {
  expect(
    ['city', 'county', 'street', 'committee'].map((level) => places.filter((place) => place.level === level).length),
  ).toEqual([1, 5, 43, 777])
})

test.each([
  '市委组织部',
  '市纪委监委',
  '市民政局',
  '市法制办',
  '市财政局',
  '市农委',
  '市教育局',
  '市司法局',
  '市人社局',
  '市文化局',
  '市卫计委',
  '市体育局',
  '市税务局',
  '市公安局',
  '市商粮局',
  '市住建局',
  '市规划局',
  '市供销社',
  '市委宣传部',
  '市文明办',
  '市委政法委',
  '市综治办',
  '市检察院',
  '市中院',
  '市信息中心',
  '市经信委〈国资委〉',
  '市发改委',
  '市政务中心',
  '市环保局',
  '市地震局',
  '市安监局',
  '市林业局',
  '市水务局',
  '市国土局',
  '市审计局',
])('the plan names %s', (name) => expect(DEPARTMENTS.some((one) => one[1] === name)).toBe(true))

test('every place has its office; codes and ids are unique, and so are the document series, of two to six Chinese characters', () => {
  expect([
    offices.filter((one) => one.kind === 'street').length,
    offices.filter((one) => one.kind === 'committee').length,
  ]).toEqual([43, 777])
  for (const key of ['id', 'code', 'series'] as const)
    expect(new Set(offices.map((one) => one[key])).size).toBe(offices.length)
  for (const office of offices) expect(office.series).toMatch(/^[\u4e00-\u9fa5]{2,6}$/)
})
