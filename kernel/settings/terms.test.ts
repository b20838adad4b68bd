import { expect, test } from 'vitest'
import { valueText } from './terms.ts'

test.each([
  ['the same day', { days: 0, unit: 'working-days' }, '当日办结', 'same day'],
  ['one working day', { days: 1, unit: 'working-days' }, '1个工作日', '1 working day'],
  ['days', { days: 30, unit: 'days' }, '30日', '30 days'],
  ['a number', 50_000, '50,000', '50,000'],
  ['a range', { from: 1000, to: 3000 }, '1,000–3,000', '1,000–3,000'],
  ['words', ['罚款', '停发'], '罚款、停发', '罚款, 停发'],
  ['numbers are listed', [30, 60], '30、60', '30, 60'],
  ['codes are counted', ['party', 'committee'], '2类', '2 kinds'],
] as const)('%s', (_because, value, zh, en) => {
  expect(valueText(value)).toEqual({ zh, en })
})
