import { expect, test } from 'vitest'
import { MOST_ROWS, readSpreadsheet } from './spreadsheet.ts'

const read = async (text: string | Buffer) => readSpreadsheet('a.csv', Buffer.from(text as string))

test.each([
  [
    'plain',
    '甲,乙\n1,2\n',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
  ],
  [
    'a mark at the beginning, line ends of Windows',
    '\ufeff甲,乙\r\n1,2\r\n',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
  ],
  ['no line end at the end', '甲\n1', [['甲'], ['1']]],
  [
    'empty cells',
    ',乙,\n,,3',
    [
      ['', '乙', ''],
      ['', '', '3'],
    ],
  ],
  ['quoted: commas, quotes, line ends', '"甲,""乙""\n丙",2\n', [['甲,"乙"\n丙', '2']]],
  ['quoted and empty', '"",1', [['', '1']]],
  ['a quote inside a cell stands for itself', '3"管,1', [['3"管', '1']]],
  ['a quote that never closes takes the rest', '"甲,乙\n1', [['甲,乙\n1']]],
  ['empty lines at the end are no rows', '甲\n1\n\n\n', [['甲'], ['1']]],
  ['an empty line between stays, so that rows keep their numbers', '甲\n\n1\n', [['甲'], [''], ['1']]],
] as const)('%s', async (_because, text, rows) => {
  expect(await read(text)).toEqual({ ok: true, value: rows })
})

test.each([
  ['in the first line', Buffer.from('d0d5c3fb0a', 'hex'), 1],
  ['in the last line, with no line end', Buffer.concat([Buffer.from('甲\n乙\n'), Buffer.from('d0d5', 'hex')]), 3],
])('what is not UTF-8 %s is refused with its line', async (_because, bytes, row) => {
  expect(await read(bytes)).toMatchObject({ ok: false, code: 'not-utf-8', facts: { row } })
})

test('as many rows as are allowed, with a header and titles above it; one more is refused', async () => {
  expect((await read('a\n'.repeat(MOST_ROWS + 4))).ok).toBe(true)
  expect(await read('a\n'.repeat(MOST_ROWS + 5))).toMatchObject({
    code: 'too-many-rows',
    facts: { row: MOST_ROWS + 5 },
  })
})
