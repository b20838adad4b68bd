import { describe, expect, test } from 'vitest'
import { FIELDS, ITEMS } from './index.ts'
import { catalogueFormulas, catalogueSource, isAllOnTheNet, isOnThePhone } from './service-items.indicator.ts'

const original = { id: 'deed', source: 'applicant', kind: 'original', necessity: 'required' } as const
const item = (more: object) => ({ proof: 2, visits: 0, materials: [], ...more }) as never

describe('an item on the net', () => {
  test.each([
    ['with the phone alone', {}, true],
    ['where somebody has to come once', { visits: 1 }, false],
    ['where an original is shown', { materials: [original] }, false],
    [
      'where an original is shown in some situations only',
      { materials: [{ ...original, necessity: 'conditional' }] },
      true,
    ],
    ['where an office fetches the original', { materials: [{ ...original, source: 'shared' }] }, true],
    ['where the real name is proved elsewhere', { proof: 3 }, false],
  ])('%s', (_because, more, wanted) => expect(isAllOnTheNet(item(more))).toBe(wanted))
  test.each([
    [2, true],
    [3, false],
  ])('rung %s is the phone’s: %s', (proof, wanted) => expect(isOnThePhone({ proof: proof as 2 | 3 })).toBe(wanted))
})

describe('counted', () => {
  const facts = (level: string) =>
    'fixed' in catalogueSource ? catalogueSource.fixed?.({ code: '140302000000', level }) : undefined
  const counted = (id: string, level: 'city' | 'county' | 'committee') =>
    catalogueFormulas[id]?.count(
      facts(level) ?? {},
      { code: '140302000000', level, kind: null },
      () => undefined as never,
    )
  test.each([
    ['I-26 by county: all ten fields', 'I-26', 'county', { n: 10, d: FIELDS.length }],
    ['I-26 not once more for the city', 'I-26', 'city', undefined],
    [
      'I-40 by county: those that want an original are not',
      'I-40',
      'county',
      { n: ITEMS.filter(isAllOnTheNet).length, d: 54 },
    ],
    ['I-41 for the city alone', 'I-41', 'city', { n: 54, d: 54 }],
    ['I-41 not for a county', 'I-41', 'county', undefined],
    ['nothing for a community', 'I-40', 'committee', undefined],
  ] as const)('%s', (_because, id, level, wanted) => expect(counted(id, level)).toEqual(wanted))
  test('some are not all on the net', () => expect(ITEMS.some((one) => !isAllOnTheNet(one))).toBe(true))
})
