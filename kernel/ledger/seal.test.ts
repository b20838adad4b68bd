import { describe, expect, test } from 'vitest'
import { exampleFact, exampleLog, FACT_KEY, keptTiles, lastCheckpoint, unsealedFact } from './examples.ts'
import { openCheckpoint } from './checkpoint.ts'
import { sha256 } from './merkle.ts'
import { continuationOf, planSeal } from './seal.ts'
import { EMPTY_LOG, rootOf } from './tiles.ts'

describe('planSeal', () => {
  test('facts take the next places, in the order given', () => {
    const { state } = exampleLog([5])
    const plan = planSeal(
      state,
      [5, 6, 7].map((n) => unsealedFact(exampleFact(n))),
      FACT_KEY,
    )
    expect(plan.entries.map(({ factId, index }) => [factId, index])).toEqual(
      [5, 6, 7].map((n) => [exampleFact(n).id, n]),
    )
    expect(plan.newState.size).toBe(8)
    expect(plan.root).toEqual(rootOf(exampleLog([8]).state))
    expect(plan.refused).toEqual([])
  })

  test('the same leaves give the same tree, however they are batched', () => {
    const whole = rootOf(exampleLog([600]).state)
    for (const batches of [
      [1, 599],
      [256, 344],
      [255, 1, 1, 343],
      [300, 300],
      [0, 600, 0],
    ])
      expect(rootOf(exampleLog(batches).state)).toEqual(whole)
  })

  const fact = unsealedFact(exampleFact(1))
  test.each([
    ['written with only the database: no key, no mark', 'mac', { ...fact, mac: Buffer.alloc(32) }],
    ['the mark of another key', 'mac', unsealedFact(exampleFact(1), sha256('another key'))],
    ['a mark taken from another fact', 'mac', { ...fact, mac: unsealedFact(exampleFact(2)).mac }],
    ['no mark at all', 'mac', { ...fact, mac: Buffer.alloc(0) }],
    ['the content was changed before the sealing', 'leaf-mismatch', { ...fact, content: { amount: 1 } }],
    ['the actor was changed before the sealing', 'leaf-mismatch', { ...fact, actor: null }],
    ['it was copied under another id', 'leaf-mismatch', { ...fact, id: exampleFact(9).id }],
    ['the salt was cut', 'leaf-mismatch', { ...fact, salt: fact.salt.subarray(1) }],
    ['a number no server writes', 'leaf-mismatch', { ...fact, content: { amount: Number.NaN } }],
    ['it lies in the log and was queued again', 'already-sealed', { ...fact, sealed: true }],
  ] as const)('refused: %s', (_because, reason, spoilt) => {
    const plan = planSeal(EMPTY_LOG, [unsealedFact(exampleFact(0)), spoilt, unsealedFact(exampleFact(2))], FACT_KEY)
    expect(plan.refused).toEqual([{ factId: spoilt.id, reason }])
    expect(plan.entries.map(({ index }) => index)).toEqual([0, 1])
  })

  test('the same fact twice in a batch is sealed once', () => {
    const plan = planSeal(EMPTY_LOG, [fact, fact], FACT_KEY)
    expect([plan.entries.length, plan.refused]).toEqual([1, [{ factId: fact.id, reason: 'already-sealed' }]])
  })

  test('two counties in one batch are a bug', () => {
    expect(() => planSeal(EMPTY_LOG, [fact, unsealedFact(exampleFact(2, { county: '140303' }))], FACT_KEY)).toThrow(
      RangeError,
    )
  })

  test('nothing to seal changes nothing', () => {
    const { state } = exampleLog([300])
    expect(planSeal(state, [], FACT_KEY)).toMatchObject({ entries: [], tiles: [], newState: state })
  })
})

describe('continuationOf', () => {
  const kept = (batches: readonly number[]) => {
    const log = exampleLog(batches)
    const opened = openCheckpoint(lastCheckpoint(log).note, log.signer)
    if (!opened.ok) throw new Error('the example does not open')
    return opened.checkpoint
  }
  const other = exampleLog([300], undefined, (n) => exampleFact(n + (n > 3 ? 1 : 0)))
  test.each([
    ['the store is where the checkpoint is', 'same', kept([300]), exampleLog([300])],
    ['the store committed and the kept file was not written yet', 'ahead', kept([280]), exampleLog([280, 20])],
    ['the store was cut back', 'behind', kept([300]), exampleLog([299])],
    ['the store holds another history of the same length', 'forked', kept([300]), other],
    ['the store holds a longer, other history', 'forked', kept([200]), other],
    ['the first leaves are common', 'ahead', kept([3]), other],
    ['the tiles are gone', 'forked', kept([300]), { ...exampleLog([300]), source: keptTiles() }],
    ['nothing was kept yet', 'ahead', kept([]), exampleLog([1])],
  ] as const)('%s', async (_because, expected, checkpoint, log) => {
    expect(await continuationOf(checkpoint, { source: log.source, size: log.state.size })).toBe(expected)
  })
})
