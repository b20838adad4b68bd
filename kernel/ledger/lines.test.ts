import { describe, expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { piecesOf } from './tampering.ts'

describe('lines of a file', () => {
  const read = async (bytes: Uint8Array, size?: number) => {
    const found: (string | undefined)[] = []
    for await (const line of linesOf(piecesOf(bytes, size))) found.push(line)
    return found
  }
  test.each([
    ['a last line without newline counts', Buffer.from('a\nb'), ['a', 'b']],
    ['empty lines count', Buffer.from('\n\na\n'), ['', '', 'a']],
    ['nothing is no line', Buffer.from(''), []],
    [
      'U+2028, carriage return and byte order mark are letters like others',
      Buffer.from('a\u2028b\r\n\ufeffc\n'),
      ['a\u2028b\r', '\ufeffc'],
    ],
    ['not UTF-8', Buffer.from([0x61, 0x0a, 0xff, 0x0a, 0x62]), ['a', undefined, 'b']],
    ['a letter cut by the end of a piece', Buffer.from('里仁\n为美\n'), ['里仁', '为美']],
  ])('%s', async (_because, bytes, expected) => {
    for (const size of [1, 2, 3, 100]) expect(await read(bytes, size)).toEqual(expected)
  })
})
