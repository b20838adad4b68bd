/** Receipts (存证回执) from the database: the leaf of a case's opening, its place in the log, the proof. */
import { loadFamily, viewOf } from '#kernel/case/actions.ts'
import type { Context } from '#kernel/context'
import { originOf } from '#kernel/ledger/checkpoint.ts'
import { hasMac, leafOf, prepareFact } from '#kernel/ledger/leaf.ts'
import { sameHash } from '#kernel/ledger/proof.ts'
import { noteSigner } from '#kernel/ledger/note.ts'
import { type Receipt, recordedReceipt, sealedReceipt } from '#kernel/ledger/receipt.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import * as store from './store.ts'

/** For whom the case concerns; the content is theirs to hold, so it is in. */
export async function receiptFor(
  context: Context,
  county: string,
  id: string,
): Promise<Outcome<Receipt & { vkey: string }>> {
  if (!viewOf(context, await loadFamily(context, county, id), id)) return refuse('case-not-found', 'practice')
  const { services } = context
  return context.asSystem(async (db) => {
    const fact = await store.firstFactOf(db, county, id)
    if (!fact) return refuse('case-not-found', 'practice')
    // Whoever can only write to the database gets no promise for what they wrote.
    const prepared = prepareFact(store.ledgerFact(fact), { factKey: services.keys.fact })
    if (!sameHash(prepared.leaf, fact.leaf) || !hasMac(fact.leaf, fact.mac, services.keys.fact))
      return refuse('record-not-ours', 'practice')
    const origin = originOf(services.origin, county)
    const signer = noteSigner(origin, services.keys.ledger.privateKey)
    const recorded = {
      origin,
      leaf: leafOf(store.ledgerFact(fact)),
      disclosed: { content: fact.content, salt: fact.salt },
    }
    const entry = await store.findEntry(db, county, fact.id)
    const checkpoint = entry && (await store.lastCheckpoint(db, county))
    const receipt =
      entry && checkpoint
        ? await sealedReceipt(store.tilesOf(db, county), {
            ...recorded,
            index: entry.position,
            size: checkpoint.size,
            checkpoint: checkpoint.note,
          })
        : recordedReceipt(recorded, signer)
    return allow({ ...receipt, vkey: signer.vkey })
  })
}
