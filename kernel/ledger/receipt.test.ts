import { describe, expect, test } from 'vitest'
import {
  type ExampleLog,
  exampleFact,
  exampleLog,
  exampleReceipt,
  exampleSigner,
  keptTiles,
  lastCheckpoint,
} from './examples.ts'
import { leafOf } from './leaf.ts'
import {
  formatReceipt,
  parseReceipt,
  type Receipt,
  recordedReceipt,
  verifyReceipt,
  verifyReceiptAgainstLog,
} from './receipt.ts'

const log = exampleLog([10, 5, 285])
const { vkey } = log.signer
const checkpointAt = (size: number) => log.checkpoints.find((one) => one.size === size) ?? lastCheckpoint(log)
const sealed = await exampleReceipt(log, 7, checkpointAt(15))
const recorded = recordedReceipt({ origin: log.signer.name, leaf: leafOf(exampleFact(7)) }, log.signer)

describe('a receipt by itself', () => {
  test('sealed: the leaf, its place and the signed size', () => {
    expect(verifyReceipt(sealed, vkey)).toMatchObject({
      ok: true,
      state: 'sealed',
      index: 7,
      leaf: { id: exampleFact(7).id },
      checkpoint: { size: 15 },
    })
  })

  test('recorded: with the promise of the log, or plainly without', () => {
    expect(verifyReceipt(recorded, vkey)).toMatchObject({ ok: true, state: 'recorded', promised: true })
    expect(verifyReceipt(recordedReceipt(recorded), vkey)).toMatchObject({
      ok: true,
      state: 'recorded',
      promised: false,
    })
  })

  test('written and read again it is the same, and fits a page', () => {
    for (const receipt of [sealed, recorded, recordedReceipt(recorded)])
      expect(parseReceipt(formatReceipt(receipt))).toEqual(receipt)
    expect(formatReceipt(sealed).length).toBeLessThan(2000)
  })

  test('one letter changed anywhere never yields another statement', () => {
    const text = formatReceipt(sealed)
    const stated = JSON.stringify(verifyReceipt(sealed, vkey))
    for (let i = 0; i < text.length; i += 1) {
      const changed = parseReceipt(text.slice(0, i) + (text[i] === 'x' ? 'y' : 'x') + text.slice(i + 1))
      if (changed === undefined) continue
      const verdict = verifyReceipt(changed, vkey)
      if (verdict.ok) expect(JSON.stringify(verdict)).toBe(stated)
    }
  })

  const with_ = (change: object): Receipt => ({ ...sealed, ...change })
  test.each([
    ['the leaf says something else', 'leaf-hash-differs', with_({ leaf: sealed.leaf.replace('accepted', 'rejected') })],
    ['the leaf is no leaf', 'leaf-unreadable', with_({ leaf: '{}' })],
    [
      'the leaf is of another county',
      'leaf-unreadable',
      with_({ leaf: sealed.leaf.replace('"county":"140302"', '"county":"140303"') }),
    ],
    [
      'leaf and hash of another fact',
      'proof-bad',
      with_({
        ...recordedReceipt({ origin: sealed.origin, leaf: leafOf(exampleFact(8)) }),
        state: 'sealed',
        content: undefined,
        salt: undefined,
      }),
    ],
    ['another place', 'proof-bad', with_({ index: 6 })],
    ['another size than was signed', 'proof-bad', with_({ size: 16 })],
    ['no proof', 'proof-bad', with_({ proof: [] })],
    [
      'a proof with something that is not base64',
      'proof-bad',
      with_({ proof: [...(sealed.state === 'sealed' ? sealed.proof : []), '*'] }),
    ],
    ['a proof that is not base64', 'proof-bad', with_({ proof: ['*'] })],
    ['the content is another', 'content-differs', with_({ content: { amount: 1 } })],
    ['the salt is another', 'content-differs', with_({ salt: Buffer.alloc(16).toString('base64') })],
    [
      'the checkpoint of another key',
      'checkpoint-bad',
      with_({ checkpoint: lastCheckpoint(exampleLog([15], exampleSigner('another'))).note }),
    ],
    ['a promise for a checkpoint', 'checkpoint-bad', with_({ checkpoint: recorded.promise })],
    [
      'the promise of another leaf',
      'promise-bad',
      {
        ...recorded,
        promise: recordedReceipt({ ...recorded, leaf: leafOf(exampleFact(8)) }, log.signer).promise ?? '',
      },
    ],
    ['a checkpoint for a promise', 'promise-bad', { ...recorded, promise: lastCheckpoint(log).note }],
  ] as const)('does not hold: %s', (_because, code, receipt) => {
    expect(verifyReceipt(receipt, vkey)).toEqual({ ok: false, code })
  })

  test('the key must be a key, and of this log', () => {
    expect(verifyReceipt(sealed, 'x')).toEqual({ ok: false, code: 'key-unreadable' })
    expect(verifyReceipt(sealed, exampleSigner('log key', '140303').vkey)).toEqual({ ok: false, code: 'key-other' })
    expect(verifyReceipt(sealed, exampleSigner('another').vkey)).toEqual({ ok: false, code: 'checkpoint-bad' })
  })

  test.each([
    '',
    '[]',
    '{}',
    '{"v":1}',
    JSON.stringify({ ...sealed, v: 2 }),
    JSON.stringify({ ...sealed, proof: [1] }),
    JSON.stringify({ ...sealed, state: 'x' }),
    JSON.stringify({ ...sealed, salt: undefined }),
  ])('not a receipt: %.30s', (text) => {
    expect(parseReceipt(text)).toBeUndefined()
  })
})

describe('a receipt against the log as it stands', () => {
  const against = (receipt: Receipt, now: ExampleLog, index?: number) =>
    verifyReceiptAgainstLog(receipt, { source: now.source, checkpoint: lastCheckpoint(now).note, vkey, index })
  const rewritten = (size: number) =>
    exampleLog([size], log.signer, (n) => exampleFact(n, n === 3 ? { kind: 'rewritten' } : {}))

  test('it is there still', async () => {
    expect(await against(sealed, log)).toMatchObject({ ok: true, state: 'sealed' })
    expect(await against(sealed, exampleLog([15]))).toMatchObject({ ok: true })
    expect(await against(recorded, log, 7)).toMatchObject({ ok: true, state: 'recorded' })
  })

  test.each([
    ['the log was cut back and signed again', 'log-shorter', sealed, exampleLog([14]), undefined],
    ['another leaf before it was rewritten', 'log-forked', sealed, rewritten(300), undefined],
    [
      'the tiles are not those signed',
      'log-checkpoint-bad',
      sealed,
      { ...log, source: rewritten(300).source },
      undefined,
    ],
    ['the tiles are gone', 'log-checkpoint-bad', sealed, { ...log, source: keptTiles() }, undefined],
    ['signed by another key', 'log-checkpoint-bad', sealed, exampleLog([300], exampleSigner('another')), undefined],
    ['recorded and never sealed', 'leaf-not-in-log', recorded, log, undefined],
    ['another fact in the place it is said to have', 'leaf-not-in-log', recorded, log, 8],
  ] as const)('%s', async (_because, code, receipt, now, index) => {
    expect(await against(receipt, now, index)).toEqual({ ok: false, code })
  })
})
