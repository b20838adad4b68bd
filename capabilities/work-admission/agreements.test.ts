import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { type Agreement, mayCiteAgreement } from './rules.ts'

const HOME = '140302001001'
const AGREED: Agreement = {
  id: 'a',
  number: '购〔2026〕1号',
  step: 'in-force',
  office: 'health',
  place: HOME,
  from: '2026-03-01',
  to: '2026-12-31',
}
const BETWEEN = { office: 'health', place: HOME }

describe('work that no list has is done under an agreement in force between these two (domain 6.1)', () => {
  test.each([
    // because                                agreement                  between                        on            refused
    ['on its first day', {}, {}, '2026-03-01', undefined],
    ['the day before', {}, {}, '2026-02-28', 'agreement-not-in-force'],
    ['on its last day', {}, {}, '2026-12-31', undefined],
    ['the day after', {}, {}, '2027-01-01', 'agreement-not-in-force'],
    ['not confirmed by the buyer', { step: 'offered' }, {}, '2026-03-01', 'agreement-not-in-force'],
    ['ended before its time', { step: 'ended' }, {}, '2026-03-01', 'agreement-not-in-force'],
    ['of another office', {}, { office: 'civil-affairs' }, '2026-03-01', 'agreement-of-others'],
    ['of an office nobody knows', {}, { office: '' }, '2026-03-01', 'agreement-of-others'],
    ['of another community', {}, { place: '140302001002' }, '2026-03-01', 'agreement-of-others'],
  ] as const)('%s', (_because, agreement, between, on, refused) => {
    const may = mayCiteAgreement(AGREED.number, { ...AGREED, ...agreement }, { ...BETWEEN, ...between }, plainDate(on))
    expect(may.ok ? undefined : may.code).toBe(refused)
  })
  test('a number that is on no record', () =>
    expect(mayCiteAgreement('无此编号', undefined, BETWEEN, plainDate('2026-03-01'))).toMatchObject({
      code: 'no-such-agreement',
      facts: { cited: '无此编号' },
    }))
})
