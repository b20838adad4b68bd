import { describe, expect, test } from 'vitest'
import {
  type ExampleLog,
  exampleExport,
  exampleFact,
  exampleLog,
  exampleReceipt,
  exampleSigner,
  lastCheckpoint,
  rewrite,
} from './examples.ts'
import { sentenceOf } from './finding.ts'
import { leafOf } from './leaf.ts'
import { recordedReceipt } from './receipt.ts'
import { edited, fitted, forgedLine, swapped, verifyLines, verifyText, withHeader, without } from './tampering.ts'
import type { Brought } from './verify.ts'

const log = exampleLog([4, 3, 5])
const lines = await exampleExport(log)
const key = { vkeys: [log.signer.vkey] }
const keep = (from: ExampleLog, size: number) => ({
  name: 'kept.txt',
  note: (from.checkpoints.find((one) => one.size === size) ?? lastCheckpoint(from)).note,
})
const receipt7 = { name: 'seven', receipt: await exampleReceipt(log, 7) }
const codesOf = async (tampered: readonly string[], brought?: Brought) =>
  (await verifyLines(tampered, brought)).findings.map(({ code, facts }) => ({ code, ...facts }))

describe('an untouched export', () => {
  test('passes, with all it counts', async () => {
    const early = {
      name: 'early',
      receipt: recordedReceipt({ origin: log.signer.name, leaf: leafOf(exampleFact(2)) }, log.signer),
    }
    const report = await verifyLines(await exampleExport(log, { withContent: true }), {
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
    expect((await verifyLines(lines)).warnings.map(({ code }) => code)).toEqual(['key-from-file', 'nothing-kept'])
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
      'a header that borrows the key and checkpoint of another log',
      {},
      withHeader(lines.slice(0, 1), { origin: 'liren.example/140303', checkpoint: keep(log, 0).note, earlier: [] }),
      [{ code: 'checkpoint-bad', which: 'latest', reason: 'origin-other' }],
    ],
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
    const report = await verifyLines([lines[0] ?? '', ...Array.from({ length: 5000 }, () => 'x')])
    expect(report.findings.length).toBeLessThan(110)
    expect(report.findings.at(-1)).toMatchObject({ code: 'more-findings' })
  })
})

test('the findings are said in both languages', () => {
  const facts = { which: 'latest', reason: 'signature-bad' }
  expect(sentenceOf({ code: 'checkpoint-bad', origin: '', facts })).toEqual({
    zh: '检查点无效(文件所附检查点:签名不符)',
    en: 'the checkpoint of the file is not valid: the signature does not match',
  })
  expect(sentenceOf({ code: 'log-truncated', origin: '', facts: { which: 'earlier 3', size: 9, leaves: 7 } }).en).toBe(
    'the log was cut short: earlier checkpoint 3 of the file was signed for 9 leaves, there are 7',
  )
})
