import { expect, test } from 'vitest'
import { text } from '#kernel/text'
import type { Field } from './field.ts'
import { type HeldDatum, lintForm } from './lint.ts'

const HELD: readonly HeldDatum[] = [
  { name: 'resident.phone', asks: /^(?:本人)?(?:手机|电话|联系方式)/ },
  { name: 'resident.birth', asks: /出生(?:日期|年月)$/ },
]
const field = (label: string, more: Partial<Field> = {}): Field => ({
  id: 'one',
  label: text(label, label),
  type: 'text',
  ...more,
})

test.each([
  ['asked again', field('手机号'), ['asks-what-is-held']],
  ['held and filled in', field('手机号', { heldBy: 'resident.phone' }), []],
  ['asked with a reason', field('手机号', { askedBecause: text('代办人的', 'the agent’s') }), []],
  ['a child’s is not the applicant’s', field('孩子出生日期是哪天'), []],
  ['held by a register there is not', field('学历', { heldBy: 'resident.degree' }), ['held-by-nobody']],
  ['other materials', field('其他相关材料'), ['other-materials']],
  ['and in English', field('Upload other documents'), ['other-materials']],
  ['in the hint too', field('说明', { hint: text('可附其他材料', 'any') }), ['other-materials']],
  ['what is nobody’s business', field('宗教信仰'), ['sensitive-without-reason']],
  ['an ordinary question', field('期望月工资'), []],
])('%s', (_because, one, rules) => {
  expect(lintForm([one], HELD).map(({ rule }) => rule)).toEqual(rules)
})
