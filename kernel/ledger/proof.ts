/** Checking proofs: that a leaf is in a tree, and that a tree only grew. RFC 6962 section 2.1; RFC 9162 section 2.1.3–2.1.4. */
import { EMPTY_ROOT, hashNode } from './merkle.ts'

export type InclusionClaim = {
  readonly leafHash: Uint8Array
  /** from 0 */
  readonly index: number
  /** leaves of the tree */
  readonly size: number
  readonly root: Uint8Array
}

/** Is the leaf at that place of the tree with this root? */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): boolean {
  const { leafHash, index, size, root } = claim
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(proof) || !areHashes([leafHash])) return false
  let node = index
  let last = size - 1
  let joined = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      joined = hashNode(sibling, joined)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      joined = hashNode(joined, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(joined, root)
}

export type GrowthClaim = {
  readonly from: { readonly size: number; readonly root: Uint8Array }
  readonly to: { readonly size: number; readonly root: Uint8Array }
}

/** Is the later tree the earlier one with leaves added at the end, and nothing else? */
export function verifyConsistency({ from, to }: GrowthClaim, proof: readonly Uint8Array[]): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size || !areHashes(proof)) return false
  if (from.size === to.size) return proof.length === 0 && sameHash(from.root, to.root)
  if (from.size === 0) return proof.length === 0 && sameHash(from.root, EMPTY_ROOT)
  let node = from.size - 1
  let last = to.size - 1
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  const path = node === 0 ? [from.root, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  let joinedFrom = first
  let joinedTo = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      joinedFrom = hashNode(sibling, joinedFrom)
      joinedTo = hashNode(sibling, joinedTo)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      joinedTo = hashNode(joinedTo, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(joinedFrom, from.root) && sameHash(joinedTo, to.root)
}

/** Hashes are public: no need for constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

function half(count: number): number {
  return Math.floor(count / 2)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((one) => one.length === EMPTY_ROOT.length)
}
