/** The Merkle tree (默克尔树) of the ledger: hashes and roots as RFC 6962 section 2.1 defines them, SHA-256. */
import { hash } from 'node:crypto'

export const HASH_BYTES = 32

export function sha256(bytes: Uint8Array | string): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Uint8Array = sha256('')

/** SHA-256(prefix ‖ text in UTF-8), written into one buffer. */
export function sha256After(prefix: Uint8Array, text: string): Buffer {
  const bytes = Buffer.allocUnsafe(prefix.length + 3 * text.length)
  bytes.set(prefix)
  return sha256(bytes.subarray(0, prefix.length + bytes.write(text, prefix.length)))
}

const LEAF_PREFIX = Buffer.of(0)

/** SHA-256(0x00 ‖ leaf) */
export function hashLeaf(leaf: Uint8Array | string): Buffer {
  return typeof leaf === 'string' ? sha256After(LEAF_PREFIX, leaf) : sha256(Buffer.concat([LEAF_PREFIX, leaf]))
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1)

/** SHA-256(0x01 ‖ left ‖ right) */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    throw new RangeError('a node joins two hashes of 32 bytes')
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

/** Joins the roots of perfect subtrees, the largest and leftmost first, into the root of them all. */
export function joinRoots(roots: readonly Uint8Array[]): Uint8Array {
  let joined = roots.at(-1)
  if (joined === undefined) return EMPTY_ROOT
  for (let i = roots.length - 2; i >= 0; i -= 1) joined = hashNode(found(roots[i]), joined)
  return joined
}

/** Root of a perfect subtree whose nodes of one level lie end to end; their number is a power of two. */
export function rootOfPerfect(hashes: Uint8Array): Uint8Array {
  let level = hashes
  while (level.length > HASH_BYTES) {
    const above = Buffer.allocUnsafe(level.length / 2)
    for (let from = 0; from < level.length; from += 2 * HASH_BYTES) {
      const left = level.subarray(from, from + HASH_BYTES)
      above.set(hashNode(left, level.subarray(from + HASH_BYTES, from + 2 * HASH_BYTES)), from / 2)
    }
    level = above
  }
  return level
}

/** The largest power of two that is not above `count`; `count` is at least 1 and may pass 2³². */
export function powerWithin(count: number): number {
  let power = 1
  while (power * 2 <= count) power *= 2
  return power
}

/** A tree that only grows: keeps one hash for each perfect subtree, so a log of any length takes a few hundred bytes. */
export type GrowingTree = {
  readonly append: (leafHash: Uint8Array) => void
  readonly size: () => number
  readonly root: () => Uint8Array
  readonly copy: () => GrowingTree
}

export function growTree(): GrowingTree {
  return growFrom(0, [])
}

function growFrom(startSize: number, startRoots: readonly Uint8Array[]): GrowingTree {
  let size = startSize
  const roots = [...startRoots]
  return {
    append(leafHash) {
      let joined = leafHash
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) joined = hashNode(found(roots.pop()), joined)
      roots.push(joined)
      size += 1
    },
    size: () => size,
    root: () => joinRoots(roots),
    copy: () => growFrom(size, roots),
  }
}

function found(root: Uint8Array | undefined): Uint8Array {
  if (root === undefined) throw new RangeError('a tree has fewer roots than its size says')
  return root
}
