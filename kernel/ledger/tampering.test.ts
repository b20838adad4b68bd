import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleExport, exampleLog, exampleReceipt, rewrite } from './examples.ts'
import { edited, fitted, forgedLine, swapped, verifyLines, verifyText, without } from './tampering.ts'

const key = { vkeys: [exampleLog([]).signer.vkey] }

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
          expect((await verifyLines(all, { vkeys: [any.signer.vkey] })).ok).toBe(true)
          const [at, to] = [1 + (a % (all.length - 1)), 1 + (b % (all.length - 1))]
          const changed = damage(all, at, to)
          const report = await verifyLines(fit ? fitted(changed) : changed, { vkeys: [any.signer.vkey] })
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
        expect((await verifyLines(all, key)).ok).toBe(true)
        for (const checkpoint of any.checkpoints.filter((one) => one.size > place)) {
          expect((await verifyLines(all, { ...key, checkpoints: [{ name: 'kept', note: checkpoint.note }] })).ok).toBe(
            false,
          )
        }
        expect(
          (await verifyLines(all, { ...key, receipts: [{ name: 'kept', receipt: await exampleReceipt(any, place) }] }))
            .ok,
        ).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})
