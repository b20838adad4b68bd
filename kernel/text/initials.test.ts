import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['老年证', 'lnz'],
  ['社会保障卡', 'shbzk'],
  ['阿姨', 'ay'],
  ['八一', 'by'],
  ['座位', 'zw'],
  ['医保 2026', 'yb2026'],
  ['Liren 里仁', 'lirenlr'],
  ['', ''],
])('%s is %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials)
})

test('agrees with the initials of the real communities, readings of several kinds aside', async () => {
  const { readFileSync } = await import('node:fs')
  const rows = JSON.parse(
    readFileSync(new URL('../../capabilities/places/seed/140300.json', import.meta.url), 'utf8'),
  ) as [string, string, string, string, string][]
  const communities = rows.filter((row) => row[4] === 'committee')
  expect(communities.length).toBe(777)
  const same = communities.filter(([, name, , initials]) => initialsOf(name).startsWith(initials))
  expect(same.length / communities.length).toBeGreaterThan(0.97)
})
