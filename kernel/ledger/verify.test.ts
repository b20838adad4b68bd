import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ExampleLog,
  exampleExport,
  exampleFact,
  exampleLog,
  exampleReceipt,
  exampleSigner,
  lastCheckpoint,
  unsealedFact,
} from './examples.ts'
import { headerLine, leafLine, parseLine, type SectionHeader } from './export.ts'
import { leafOf } from './leaf.ts'
import { linesOf } from './lines.ts'
import { hashLeaf } from './merkle.ts'
import { recordedReceipt } from './receipt.ts'
import { type Brought, verifyLedger } from './verify.ts'

async function* piecesOf(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
const verifyText = (text: string | Uint8Array, brought?: Brought, size?: number) =>
  verifyLedger(linesOf(piecesOf(text, size)), brought)
const verify = (lines: readonly string[], brought?: Brought) =>
  verifyText(lines.map((line) => `${line}\n`).join(''), brought)
const codesOf = async (lines: readonly string[], brought?: Brought) =>
  (await verify(lines, brought)).findings.map(({ code, facts }) => ({ code, ...facts }))

function headerOf(lines: readonly string[]): SectionHeader {
  const parsed = parseLine(lines[0] ?? '')
  if (parsed === undefined || !('header' in parsed)) throw new Error('no header')
  return parsed.header
}
const withHeader = (lines: readonly string[], change: Partial<SectionHeader>): string[] => [
  headerLine({ ...headerOf(lines), ...change }),
  ...lines.slice(1),
]

/** What a forger with the database but without the key writes: numbers and hashes made to fit again. */
function fitted(lines: readonly string[]): string[] {
  return lines.map((line, n) => {
    const parsed = parseLine(line)
    if (parsed === undefined || !('leaf' in parsed)) return line
    return leafLine({ ...parsed.leaf, i: n - 1, hash: hashLeaf(parsed.leaf.leaf ?? '').toString('base64') })
  })
}
const forgedLine = (n: number): string =>
  leafLine({
    i: n,
    hash: unsealedFact(exampleFact(n + 1000)).leaf.toString('base64'),
    leaf: leafOf(exampleFact(n + 1000)),
  })
const edited = (line = ''): string => line.replace('service-case/allowance', 'service-case/nothing')
const without = (lines: readonly string[], n: number): string[] => lines.toSpliced(n, 1)
const swapped = (lines: readonly string[], a: number, b: number): string[] =>
  lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')

const log = exampleLog([4, 3, 5])
const lines = await exampleExport(log)
const key = { vkeys: [log.signer.vkey] }
const keep = (from: ExampleLog, size: number) => ({
  name: 'kept.txt',
  note: (from.checkpoints.find((one) => one.size === size) ?? lastCheckpoint(from)).note,
})
const receipt7 = { name: 'seven', receipt: await exampleReceipt(log, 7) }
const rewrite = (from: number) => (n: number) => exampleFact(n, n === from ? { kind: 'rewritten' } : {})

describe('an untouched export', () => {
  test('passes, with all it counts', async () => {
    const early = {
      name: 'early',
      receipt: recordedReceipt({ origin: log.signer.name, leaf: leafOf(exampleFact(2)) }, log.signer),
    }
    const report = await verify(await exampleExport(log, { withContent: true }), {
      ...key,
      checkpoints: [keep(log, 4)],
      receipts: [receipt7, early],
    })
    expect(report).toMatchObject({ ok: true, findings: [], warnings: [] })
    expect(report.logs).toEqual([
      { origin: 'liren.example/140302', leaves: 12, checkpoints: 6, receipts: 2, contents: 12 },
    ])
  })

  test('several counties, read in pieces of any size', async () => {
    const other = exampleLog([3, 300], exampleSigner('log key', '140303'), (n) => exampleFact(n, { county: '140303' }))
    const text = [...(await exampleExport(log, { withContent: true })), ...(await exampleExport(other))]
      .map((line) => `${line}\n`)
      .join('')
    for (const size of [1, 7, 1000, 1 << 20]) {
      const report = await verifyText(text, { vkeys: [log.signer.vkey, other.signer.vkey] }, size)
      expect([report.ok, report.logs.map(({ leaves }) => leaves)]).toEqual([true, [12, 303]])
    }
  })

  test('the empty log', async () => {
    expect(await codesOf(await exampleExport(exampleLog([])), key)).toEqual([])
  })

  test('without a key from elsewhere it passes with a warning, and so it does with nothing kept', async () => {
    expect((await verify(lines)).warnings.map(({ code }) => code)).toEqual(['key-from-file', 'nothing-kept'])
  })
})

describe('each kind of tampering, by its name', () => {
  const rows = (change: (row: ReturnType<typeof exampleFact>) => object) => ({
    ...log,
    facts: log.facts.map((fact) =>
      fact.index === 5 && fact.row ? { ...fact, row: { ...fact.row, ...change(fact.row) } } : fact,
    ),
  })
  test.each([
    // because                                              brought                                  lines                                       found
    ['a field of a row', key, exampleExport(rows(() => ({ actor: null }))), [{ code: 'leaf-edited', index: 5 }]],
    [
      'the content of a row, content not exported',
      key,
      exampleExport(rows(() => ({ content: { amount: 1 } }))),
      [{ code: 'leaf-edited', index: 5 }],
    ],
    [
      'a row was deleted, its place remains',
      key,
      exampleExport({
        ...log,
        facts: log.facts.map((fact) => (fact.index === 5 ? { ...fact, row: undefined } : fact)),
      }),
      [{ code: 'leaf-missing', index: 5 }],
    ],
    [
      'a row spoilt past reading',
      key,
      exampleExport(rows(() => ({ salt: Buffer.alloc(3) }))),
      [{ code: 'leaf-missing', index: 5 }],
    ],
    [
      'a hash of the tiles',
      key,
      exampleExport({
        ...log,
        facts: log.facts.map((fact) => (fact.index === 5 ? { ...fact, leafHash: Buffer.alloc(32) } : fact)),
      }),
      [{ code: 'hash-edited', index: 5 }],
    ],
    ['a line edited', key, lines.with(6, edited(lines[6])), [{ code: 'leaf-edited', index: 5 }]],
    [
      'a line edited, hash made to fit',
      key,
      fitted(lines.with(6, edited(lines[6]))),
      [{ code: 'history-differs', from: 4, to: 6 }],
    ],
    [
      'a line removed',
      key,
      without(lines, 6),
      [
        { code: 'leaf-removed', from: 5, to: 5 },
        { code: 'log-truncated', which: 'latest', size: 12, leaves: 11 },
        { code: 'history-differs', from: 4, to: 6 },
      ],
    ],
    [
      'a line removed, numbers made to fit',
      key,
      fitted(without(lines, 6)),
      [
        { code: 'log-truncated', which: 'latest', size: 12, leaves: 11 },
        { code: 'history-differs', from: 4, to: 6 },
      ],
    ],
    [
      'a line doubled',
      key,
      lines.toSpliced(6, 0, lines[5] ?? ''),
      [
        { code: 'leaf-inserted', index: 4, line: 7 },
        { code: 'history-differs', from: 4, to: 6 },
        { code: 'tail-unsigned', size: 12, leaves: 13 },
      ],
    ],
    [
      'a line inserted, numbers made to fit',
      key,
      fitted(lines.toSpliced(6, 0, forgedLine(0))),
      [
        { code: 'history-differs', from: 4, to: 6 },
        { code: 'tail-unsigned', size: 12, leaves: 13 },
      ],
    ],
    ['a line added at the end', key, [...lines, forgedLine(12)], [{ code: 'tail-unsigned', size: 12, leaves: 13 }]],
    [
      'two lines changed places',
      key,
      swapped(lines, 5, 6),
      [
        { code: 'leaf-reordered', index: 4, line: 7 },
        { code: 'history-differs', from: 4, to: 6 },
      ],
    ],
    [
      'two lines changed places, numbers made to fit',
      key,
      fitted(swapped(lines, 5, 6)),
      [{ code: 'history-differs', from: 4, to: 6 }],
    ],
    ['the tail cut off', key, lines.slice(0, 10), [{ code: 'log-truncated', which: 'latest', size: 12, leaves: 9 }]],
    [
      'signed by another key',
      key,
      exampleExport(exampleLog([4, 3, 5], exampleSigner('forger'))),
      [
        { code: 'key-differs' },
        ...[0, 1, 2, 3].map((n) => ({
          code: 'checkpoint-bad',
          which: n === 0 ? 'latest' : `earlier ${n - 1}`,
          reason: 'key-unknown',
        })),
      ],
    ],
    [
      'the checkpoint alone by another key',
      key,
      withHeader(lines, { checkpoint: lastCheckpoint(exampleLog([12], exampleSigner('forger'))).note }),
      [{ code: 'checkpoint-bad', which: 'latest', reason: 'key-unknown' }],
    ],
    [
      'an older checkpoint for the last',
      key,
      withHeader(lines, { checkpoint: keep(log, 7).note }),
      [{ code: 'tail-unsigned', size: 7, leaves: 12 }],
    ],
    [
      'a line cut in the middle',
      key,
      lines.with(-1, (lines.at(-1) ?? '').slice(0, 90)),
      [
        { code: 'line-unreadable', line: 13 },
        { code: 'log-truncated', which: 'latest', size: 12, leaves: 11 },
      ],
    ],
    [
      'a field said twice',
      key,
      lines.with(6, (lines[6] ?? '').replace('{', '{"leaf":"what a careless reader sees",')),
      expect.arrayContaining([{ code: 'line-unreadable', line: 7 }]),
    ],
    [
      'no header',
      key,
      lines.slice(1),
      [
        { code: 'header-missing', line: 1 },
        { code: 'log-missing', what: log.signer.vkey },
      ],
    ],
    ['the section twice', key, [...lines, ...lines], [{ code: 'section-twice' }]],
    ['nothing at all', {}, [], [{ code: 'file-empty' }]],
    ['a header without a usable key', {}, withHeader(lines, { vkey: 'x' }), [{ code: 'key-unreadable' }]],
    [
      'leaves of another county, signed',
      key,
      exampleExport(exampleLog([1], undefined, (n) => exampleFact(n, { county: '140303' }))),
      [{ code: 'leaf-foreign', index: 0 }],
    ],
    [
      'a whole log left out',
      { checkpoints: [keep(log, 7)] },
      exampleExport(exampleLog([1], exampleSigner('log key', '140303'), (n) => exampleFact(n, { county: '140303' }))),
      [{ code: 'log-missing', what: 'kept.txt' }],
    ],
    // what only something kept outside can show: the database and the key in one hand
    [
      'rolled back to an older signed state',
      { ...key, checkpoints: [keep(log, 12)] },
      exampleExport(exampleLog([4, 3])),
      [{ code: 'log-truncated', which: 'kept.txt', size: 12, leaves: 7 }],
    ],
    [
      'rolled back, against a receipt',
      { ...key, receipts: [receipt7] },
      exampleExport(exampleLog([4, 3])),
      [
        { code: 'log-truncated', which: 'seven', size: 12, leaves: 7 },
        { code: 'receipt-missing', receipt: 'seven' },
      ],
    ],
    [
      'rewritten and signed again',
      { ...key, checkpoints: [keep(log, 7)] },
      exampleExport(exampleLog([4, 8], undefined, rewrite(5))),
      [{ code: 'log-forked', which: 'kept.txt', size: 7 }],
    ],
    [
      'rewritten, against a receipt',
      { ...key, receipts: [receipt7] },
      exampleExport(exampleLog([12], undefined, rewrite(7))),
      [
        { code: 'log-forked', which: 'seven', size: 12 },
        { code: 'receipt-missing', receipt: 'seven' },
      ],
    ],
    [
      'moved to another place and signed again',
      { ...key, receipts: [receipt7] },
      exampleExport(exampleLog([12], undefined, (n) => exampleFact(n === 7 ? 8 : n === 8 ? 7 : n))),
      [
        { code: 'log-forked', which: 'seven', size: 12 },
        { code: 'receipt-moved', receipt: 'seven', index: 7, found: 8 },
      ],
    ],
    [
      'never sealed what was promised',
      {
        ...key,
        receipts: [
          {
            name: 'lost',
            receipt: recordedReceipt({ origin: log.signer.name, leaf: leafOf(exampleFact(99)) }, log.signer),
          },
        ],
      },
      lines,
      [{ code: 'receipt-missing', receipt: 'lost' }],
    ],
    [
      'a forged receipt',
      {
        ...key,
        receipts: [
          { name: 'forged', receipt: { ...receipt7.receipt, index: 6, state: 'sealed' } as typeof receipt7.receipt },
        ],
      },
      lines,
      [{ code: 'receipt-bad', receipt: 'forged', reason: 'proof-bad' }],
    ],
    [
      'a forged kept checkpoint',
      { ...key, checkpoints: [keep(exampleLog([4], exampleSigner('forger')), 4)] },
      lines,
      [{ code: 'checkpoint-bad', which: 'kept.txt', reason: 'key-unknown' }],
    ],
  ] as const)('%s', async (_because, brought, tampered, found) => {
    expect(await codesOf(await tampered, brought)).toEqual(found)
  })

  test('the content, when it is shown', async () => {
    const shown = await exampleExport(log, { withContent: true })
    expect(await codesOf(shown.with(6, (shown[6] ?? '').replace('"amount":500', '"amount":501')), key)).toEqual([
      { code: 'content-edited', index: 5 },
    ])
    expect(await codesOf(shown.with(6, (shown[6] ?? '').replace(/"salt":"./, '"salt":"_')), key)).toEqual([
      { code: 'content-edited', index: 5 },
    ])
  })

  test('a file of another kind does not fill the memory with findings', async () => {
    const report = await verify([lines[0] ?? '', ...Array.from({ length: 5000 }, () => 'x')])
    expect(report.findings.length).toBeLessThan(110)
    expect(report.findings.at(-1)).toMatchObject({ code: 'more-findings' })
  })
})

describe('any log, any tampering', () => {
  const anyLog = fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
    .map((batches) => exampleLog(batches))
  type Damage = (lines: readonly string[], at: number, to: number) => readonly string[]
  const damages: Record<string, Damage> = {
    edit: (all, at) => all.with(at, edited(all[at])),
    'remove a line': without,
    'insert a line': (all, at) => all.toSpliced(at, 0, forgedLine(at - 1)),
    'double a line': (all, at, to) => all.toSpliced(to, 0, all[at] ?? ''),
    'swap two lines': (all, at, to) => (at === to ? without(all, at) : swapped(all, at, to)),
    truncate: (all, at) => all.slice(0, at),
  }
  test.each(Object.entries(damages))(
    '%s: found, with numbers and hashes as they were or made to fit',
    async (_name, damage) => {
      await fc.assert(
        fc.asyncProperty(anyLog, fc.nat(), fc.nat(), fc.boolean(), fc.boolean(), async (any, a, b, fit, content) => {
          const all = await exampleExport(any, { withContent: content })
          expect((await verify(all, { vkeys: [any.signer.vkey] })).ok).toBe(true)
          const [at, to] = [1 + (a % (all.length - 1)), 1 + (b % (all.length - 1))]
          const changed = damage(all, at, to)
          const report = await verify(fit ? fitted(changed) : changed, { vkeys: [any.signer.vkey] })
          expect(report.ok).toBe(false)
        }),
        { numRuns: 40 },
      )
    },
  )

  test('one byte of the file replaced, anywhere', async () => {
    const text = Buffer.from(
      [...(await exampleExport(exampleLog([2, 2]), { withContent: true }))].map((line) => `${line}\n`).join(''),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const changed = Uint8Array.from(text)
        changed[place] = (changed[place] ?? 0) ^ flip
        expect((await verifyText(changed, key)).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('cut back or rewritten by whoever holds the key too: found by any earlier checkpoint or receipt it touches', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(), fc.boolean(), async (any, a, cutBack) => {
        const size = any.state.size
        const place = a % size
        const forged = cutBack
          ? exampleLog(place === 0 ? [] : [place])
          : exampleLog([size, 2], undefined, rewrite(place))
        const all = await exampleExport(forged)
        expect((await verify(all, key)).ok).toBe(true)
        for (const checkpoint of any.checkpoints.filter((one) => one.size > place)) {
          expect((await verify(all, { ...key, checkpoints: [{ name: 'kept', note: checkpoint.note }] })).ok).toBe(false)
        }
        expect(
          (await verify(all, { ...key, receipts: [{ name: 'kept', receipt: await exampleReceipt(any, place) }] })).ok,
        ).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

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
