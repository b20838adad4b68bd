import { describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/calendar'
import { text } from '#kernel/text'
import { checkRow, findHeader, levelOf } from './check.ts'
import type { Column, RegisterDefinition } from './definition.ts'
import { keysOf, periodOf } from './keys.ts'

const column = (id: string, more: Partial<Column> = {}): Column => ({
  id,
  label: text(id, id),
  type: 'text',
  example: '',
  ...more,
})
const posts: RegisterDefinition = {
  name: 'posts',
  title: text('任职', 'Posts'),
  columns: [
    column('body', { required: true }),
    column('post', {
      type: 'choice',
      options: [
        { value: 'head', label: text('主任', 'Head') },
        { value: 'member', label: text('委员', 'Member') },
      ],
    }),
    column('from', { type: 'date' }),
    column('to', { type: 'date' }),
    column('seal', { required: true, when: { field: 'post', is: 'head' } }),
    column('place', { type: 'place', levels: ['street', 'county'] }),
  ],
  onceAtATime: { by: ['body', 'post'], from: 'from', to: 'to', only: (row) => row.post === 'head' },
}
const head = { body: '油娄沟', post: 'head', from: '2021-03-01', to: '2026-03-01' }

describe('a single post is held by one at a time', () => {
  test.each([
    ['the same period', head, true],
    ['a day before the end', { ...head, from: '2026-02-28', to: '2031-02-28' }, true],
    ['the day of the hand-over belongs to both', { ...head, from: '2026-03-01', to: '2031-03-01' }, false],
    ['the day after', { ...head, from: '2026-03-02', to: '2031-03-01' }, false],
    ['begun before, ended on the first day', { ...head, from: '2018-03-01', to: '2021-03-01' }, false],
    ['begun before, ended a day later', { ...head, from: '2018-03-01', to: '2021-03-02' }, true],
    ['without an end it goes on', { body: '油娄沟', post: 'head', from: '2019-01-01' }, true],
    ['another body', { ...head, body: '窑坡' }, false],
    ['a post of several', { ...head, post: 'member' }, false],
  ] as const)('%s', (_because, row, clashes) => {
    const [key] = keysOf(posts)
    const first = key?.of(head)
    expect(key?.of(row) === first).toBe(clashes)
  })
  test('a key says of itself from when to when', () => {
    expect(periodOf(keysOf(posts)[0]?.of({ body: '窑坡', post: 'head', from: '2024-01-01' }) ?? '')).toMatchObject({
      from: '2024-01-01',
      to: '9999-12-31',
    })
  })
})

describe('columns that are asked in some rows only', () => {
  const header = findHeader(posts, [['body', 'post', 'seal']])
  test.each([
    ['asked and given', ['油娄沟', 'head', '甲'], []],
    ['asked and not given', ['油娄沟', 'head', ''], ['missing']],
    ['not asked and not given', ['油娄沟', 'member', ''], []],
    ['not asked and given', ['油娄沟', 'member', '甲'], ['not-asked']],
  ] as const)('%s', (_because, cells, codes) => {
    if ('missing' in header) throw new Error('no header')
    const checked = checkRow(header, cells, 2, { today: plainDate('2026-03-02'), allowTestIds: true }, posts)
    expect(checked.issues.map((one) => one.code)).toEqual(codes)
  })
  test('a header need not have them, a row that is asked must', () => {
    const short = findHeader(posts, [['body', 'post']])
    if ('missing' in short) throw new Error('no header')
    const options = { today: plainDate('2026-03-02'), allowTestIds: true }
    expect(checkRow(short, ['油娄沟', 'member'], 2, options, posts).issues).toEqual([])
    expect(checkRow(short, ['油娄沟', 'head'], 2, options, posts).issues).toMatchObject([{ code: 'missing' }])
  })
})

test.each([
  ['a street where streets are meant', '140302001000', undefined],
  ['a county', '140302000000', undefined],
  ['a community where streets are meant', '140302001001', 'unknown-place'],
  ['the city where streets are meant', '140300000000', 'unknown-place'],
] as const)('%s', (_because, code, wrong) => {
  const header = findHeader(posts, [['body', 'place']])
  if ('missing' in header) throw new Error('no header')
  const options = { today: plainDate('2026-03-02'), allowTestIds: true, findPlace: () => ({ code }) }
  expect(checkRow(header, ['油娄沟', code], 2, options, posts).issues[0]?.code).toBe(wrong)
})

test.each([
  ['140300000000', 'city'],
  ['140302000000', 'county'],
  ['140302100000', 'street'],
  ['140302100200', 'committee'],
] as const)('%s is a %s', (code, level) => expect(levelOf(code)).toBe(level))
