import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

test.each([
  // because, as written, as set
  ['a comma between characters', '受理,转街道', '受理，转街道'],
  ['a comma after a number, before a character', '2026-11-27,自申请之日', '2026-11-27，自申请之日'],
  ['a colon before a code', '编号:YQ26-7K3M', '编号：YQ26-7K3M'],
  ['the blank after a colon goes', '由部门核验: 居民身份证', '由部门核验：居民身份证'],
  ['a question', '第一次来?跟着走一遍', '第一次来？跟着走一遍'],
  ['brackets around characters', '老年优待登记(老年证)', '老年优待登记（老年证）'],
  ['brackets after a character, a comma after them', '他(她)的(可不填),好', '他（她）的（可不填），好'],
  ['after a closing quotation mark', '说“办老年证”,好', '说“办老年证”，好'],
  ['what is already full stays', '受理，好', '受理，好'],
  ['codes, times and addresses stay', 'YQ26, 10:30 https://a.b/c?d=1', 'YQ26, 10:30 https://a.b/c?d=1'],
  ['Latin in brackets stays', 'PDF (A4)', 'PDF (A4)'],
  ['English stays', 'Accept, then hand over (the street).', 'Accept, then hand over (the street).'],
  ['a thousand stays', '1,000元', '1,000元'],
])('%s', (_because, written, set) => {
  expect(typeset(written)).toBe(set)
  expect(typeset(set)).toBe(set)
})
