/** Sixty more numbers (made up), judged by several other libraries. Beside the repository; without them nothing is tested here. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { checkCreditCode, checkIdNumber } from '#kernel/identity-number'

const file = new URL('../../../shared/data/cn/id_uscc_vectors_60.csv', import.meta.url)
const rows = existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\r?\n/u).slice(1) : []
const today = plainDate('2026-06-01')

describe('vectors beside the repository', () => {
  test('all sixty are there, or none and nothing is compared', () => {
    expect([0, 60]).toContain(rows.length)
  })

  for (const row of rows) {
    const [kind = '', number = '', valid = '', reason = ''] = row.split(',')
    test(`${kind} ${number}: ${reason}`, () => {
      const outcome = kind === 'RIC' ? checkIdNumber(number, { today }) : checkCreditCode(number)
      expect(outcome.ok).toBe(valid === 'True')
    })
  }
})
