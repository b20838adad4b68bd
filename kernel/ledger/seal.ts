/** Sealing (封存): which waiting facts enter the log, in which place, and which are refused. Pure; the store keeps what it says. */
import type { Checkpoint } from './checkpoint.ts'
import { type FactKey, type FactRow, hasMac, isUnfit, leafOf } from './leaf.ts'
import { hashLeaf } from './merkle.ts'
import { sameHash } from './proof.ts'
import { appendLeaves, type LogState, MissingTileError, rootAt, rootOf, type Tile, type TileSource } from './tiles.ts'

/** A row of the table, with the leaf hash and the mark that came with it. */
export type UnsealedFact = FactRow & {
  readonly leaf: Uint8Array
  readonly mac: Uint8Array
  /** it has a place in the log already, and somebody queued it again */
  readonly sealed?: boolean
}

export type SealEntry = { readonly factId: string; readonly index: number; readonly leafHash: Uint8Array }

export type SealRefusal = {
  readonly factId: string
  /** mac: not written by this server. leaf-mismatch: changed since it was written. already-sealed: queued twice. */
  readonly reason: 'mac' | 'leaf-mismatch' | 'already-sealed'
}

export type SealPlan = {
  readonly entries: readonly SealEntry[]
  readonly tiles: readonly Tile[]
  readonly newState: LogState
  /** of `newState`: what the next checkpoint signs */
  readonly root: Uint8Array
  readonly refused: readonly SealRefusal[]
}

/** Facts of one county, in the order in which they shall lie in the log. A refused fact takes no place. */
export function planSeal(state: LogState, facts: readonly UnsealedFact[], factKey: FactKey): SealPlan {
  if (new Set(facts.map((fact) => fact.county)).size > 1) throw new RangeError('a log takes the facts of one county')
  const entries: SealEntry[] = []
  const refused: SealRefusal[] = []
  const seen = new Set<string>()
  for (const fact of facts) {
    const reason = seen.has(fact.id) ? 'already-sealed' : reasonAgainst(fact, factKey)
    if (reason === undefined) entries.push({ factId: fact.id, index: state.size + entries.length, leafHash: fact.leaf })
    else refused.push({ factId: fact.id, reason })
    seen.add(fact.id)
  }
  const { state: newState, tiles } = appendLeaves(
    state,
    entries.map((entry) => entry.leafHash),
  )
  return { entries, tiles, newState, root: rootOf(newState), refused }
}

function reasonAgainst(fact: UnsealedFact, factKey: FactKey): SealRefusal['reason'] | undefined {
  if (fact.sealed === true) return 'already-sealed'
  if (!hasMac(fact.leaf, fact.mac, factKey)) return 'mac'
  try {
    return sameHash(hashLeaf(leafOf(fact)), fact.leaf) ? undefined : 'leaf-mismatch'
  } catch (error) {
    if (isUnfit(error)) return 'leaf-mismatch'
    throw error
  }
}

/**
 * May the sealer go on from what the store holds? `same` and `ahead` yes; `behind` means leaves that were signed for are
 * gone, `forked` that the tree under a signed root was changed. Then sign nothing: it would make the rewriting official.
 * Ask with the last checkpoint of the store, and again with the one kept outside it.
 */
export type Continuation = 'same' | 'ahead' | 'behind' | 'forked'

export async function continuationOf(
  kept: Pick<Checkpoint, 'size' | 'root'>,
  store: { readonly source: TileSource; readonly size: number },
): Promise<Continuation> {
  if (store.size < kept.size) return 'behind'
  try {
    if (!sameHash(await rootAt(store.source, kept.size), kept.root)) return 'forked'
  } catch (error) {
    if (error instanceof MissingTileError) return 'forked'
    throw error
  }
  return store.size === kept.size ? 'same' : 'ahead'
}
