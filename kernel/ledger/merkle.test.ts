import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keptTiles } from './examples.ts'
import { growTree, hashLeaf, hashNode } from './merkle.ts'
import { sameHash, verifyConsistency, verifyInclusion } from './proof.ts'
import {
  appendLeaves,
  consistencyProof,
  EMPTY_LOG,
  inclusionProof,
  type LogState,
  MissingTileError,
  readState,
  rootAt,
  rootOf,
} from './tiles.ts'

/** RFC 6962 section 2.1, word for word, over the leaves lo to hi − 1, with its own hashing: plainly right. */
const remembered = new Map<string, Buffer>()
function rootByDefinition(leaves: readonly Uint8Array[], lo = 0, hi = leaves.length): Buffer {
  const key = `${leaves[0] === undefined ? '' : Buffer.from(leaves[0]).toString('hex')} ${lo} ${hi}`
  const found = remembered.get(key) ?? freshRoot(leaves, lo, hi)
  remembered.set(key, found)
  return found
}

function freshRoot(leaves: readonly Uint8Array[], lo: number, hi: number): Buffer {
  const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
  const [first] = leaves.slice(lo, hi)
  if (first === undefined) return sha()
  if (hi - lo === 1) return sha(Buffer.of(0), first)
  const middle = lo + cut(hi - lo)
  return sha(Buffer.of(1), rootByDefinition(leaves, lo, middle), rootByDefinition(leaves, middle, hi))
}

function pathByDefinition(m: number, leaves: readonly Uint8Array[], lo: number, hi: number): Buffer[] {
  if (hi - lo === 1) return []
  const middle = lo + cut(hi - lo)
  return m < middle
    ? [...pathByDefinition(m, leaves, lo, middle), rootByDefinition(leaves, middle, hi)]
    : [...pathByDefinition(m, leaves, middle, hi), rootByDefinition(leaves, lo, middle)]
}

function subproofByDefinition(
  m: number,
  leaves: readonly Uint8Array[],
  lo: number,
  hi: number,
  whole: boolean,
): Buffer[] {
  if (m === hi) return whole ? [] : [rootByDefinition(leaves, lo, hi)]
  const middle = lo + cut(hi - lo)
  return m <= middle
    ? [...subproofByDefinition(m, leaves, lo, middle, whole), rootByDefinition(leaves, middle, hi)]
    : [...subproofByDefinition(m, leaves, middle, hi, false), rootByDefinition(leaves, lo, middle)]
}

function cut(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

const leavesUpTo = (size: number): Buffer[] => Array.from({ length: size }, (_, i) => Buffer.from(`leaf ${i}`))

/** The whole log in tiles, grown in batches of changing size. */
function tiledLog(size: number) {
  const source = keptTiles()
  const states: LogState[] = [EMPTY_LOG]
  let state = EMPTY_LOG
  for (let batch = 1; state.size < size; batch = (batch * 5 + 1) % 37 || 1) {
    const grown = appendLeaves(
      state,
      leavesUpTo(size)
        .slice(state.size, state.size + batch)
        .map(hashLeaf),
    )
    source.write(grown.tiles)
    state = grown.state
    states.push(state)
  }
  return { source, states }
}

describe('the test tree of Certificate Transparency', () => {
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('root of the first %i', (size, root) => {
    const leaves = inputs.slice(0, size).map((hex) => Buffer.from(hex, 'hex'))
    const tree = growTree()
    for (const leaf of leaves) tree.append(hashLeaf(leaf))
    expect(Buffer.from(tree.root()).toString('hex')).toBe(root)
    expect(Buffer.from(rootOf(appendLeaves(EMPTY_LOG, leaves.map(hashLeaf)).state)).toString('hex')).toBe(root)
    expect(rootByDefinition(leaves).toString('hex')).toBe(root)
  })
})

describe('against the definition, for 0 to 300 leaves', () => {
  const leaves = leavesUpTo(300)
  const { source, states } = tiledLog(300)
  const sizes = Array.from({ length: 301 }, (_, size) => size)
  const roots = sizes.map((size) => rootByDefinition(leaves, 0, size))
  /** Every place of a small tree; of a larger one the ends, the middle and the borders of tiles. */
  const placesIn = (size: number): number[] =>
    Array.from({ length: size }, (_, i) => i).filter(
      (i) => size < 34 || [0, 1, size >> 1, 254, 255, 256, 257, size - 2, size - 1].includes(i),
    )
  const rootOfSize = (size: number): Buffer => roots[size] ?? Buffer.alloc(0)

  test('roots, from tiles and from a growing tree', async () => {
    const tree = growTree()
    for (const size of sizes) {
      expect(sameHash(tree.root(), rootOfSize(size))).toBe(true)
      expect(sameHash(await rootAt(source, size), rootOfSize(size))).toBe(true)
      tree.append(hashLeaf(leaves[size] ?? ''))
    }
    for (const state of states) expect(sameHash(rootOf(state), rootOfSize(state.size))).toBe(true)
  })

  test('a state read back is the state written', async () => {
    for (const state of states) {
      const back = await readState(source, state.size)
      expect(back.size).toBe(state.size)
      expect(back.edge.map((tile) => Buffer.from(tile))).toEqual(state.edge.map((tile) => Buffer.from(tile)))
    }
  })

  test('inclusion proofs', async () => {
    for (const size of sizes) {
      for (const index of placesIn(size)) {
        const proof = await inclusionProof(source, index, size)
        expect(proof.map((one) => Buffer.from(one))).toEqual(pathByDefinition(index, leaves, 0, size))
        const claim = { leafHash: hashLeaf(leaves[index] ?? ''), index, size, root: rootOfSize(size) }
        expect(verifyInclusion(claim, proof)).toBe(true)
      }
    }
  })

  test('consistency proofs', async () => {
    for (const to of sizes) {
      for (const from of placesIn(to + 1)) {
        const proof = await consistencyProof(source, from, to)
        if (from > 0)
          expect(proof.map((one) => Buffer.from(one))).toEqual(subproofByDefinition(from, leaves, 0, to, true))
        const claim = { from: { size: from, root: rootOfSize(from) }, to: { size: to, root: rootOfSize(to) } }
        expect(verifyConsistency(claim, proof)).toBe(true)
      }
    }
  })

  test('nothing but the right proof of the right claim is accepted', async () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 13, 32, 33]) {
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(source, index, size)
        const claim = { leafHash: hashLeaf(leaves[index] ?? ''), index, size, root: rootOfSize(size) }
        const wrong = Buffer.alloc(32, 9)
        for (const other of [...Array(size + 2).keys()].filter((one) => one !== index))
          expect(verifyInclusion({ ...claim, index: other }, proof)).toBe(false)
        expect(verifyInclusion({ ...claim, leafHash: wrong }, proof)).toBe(false)
        expect(verifyInclusion({ ...claim, root: wrong }, proof)).toBe(false)
        expect(verifyInclusion(claim, [...proof, wrong])).toBe(false)
        if (proof.length > 0) expect(verifyInclusion(claim, proof.slice(1))).toBe(false)
        for (const place of proof.keys()) expect(verifyInclusion(claim, proof.with(place, wrong))).toBe(false)
      }
      for (let from = 1; from < size; from += 1) {
        const proof = await consistencyProof(source, from, size)
        const claim = { from: { size: from, root: rootOfSize(from) }, to: { size, root: rootOfSize(size) } }
        const wrong = Buffer.alloc(32, 9)
        expect(verifyConsistency({ ...claim, from: { size: from, root: wrong } }, proof)).toBe(false)
        expect(verifyConsistency({ ...claim, to: { size, root: wrong } }, proof)).toBe(false)
        expect(verifyConsistency({ from: claim.to, to: claim.from }, proof)).toBe(false)
        expect(verifyConsistency(claim, [...proof, wrong])).toBe(false)
        expect(verifyConsistency(claim, proof.slice(1))).toBe(false)
        for (const place of proof.keys()) expect(verifyConsistency(claim, proof.with(place, wrong))).toBe(false)
      }
    }
  })
})

describe('beyond two levels of tiles', () => {
  const size = 70_000
  const hashes = Array.from({ length: size }, (_, i) => hashLeaf(`${i}`))
  const grown = appendLeaves(EMPTY_LOG, hashes)
  const source = keptTiles()
  source.write(grown.tiles)

  test('the tiles of 70,000 leaves are those the specification counts', () => {
    const count = (level: number, width: number): number =>
      grown.tiles.filter((tile) => tile.level === level && tile.hashes.length === 32 * width).length
    expect([count(0, 256), count(0, 112), count(1, 256), count(1, 17), count(2, 1), grown.tiles.length]).toEqual([
      273, 1, 1, 1, 1, 277,
    ])
  })

  test('proofs lead to the root', async () => {
    const tree = growTree()
    for (const hash of hashes) tree.append(hash)
    const root = tree.root()
    expect(sameHash(rootOf(grown.state), root)).toBe(true)
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
      const leafHash = hashes[index] ?? Buffer.alloc(0)
      expect(verifyInclusion({ leafHash, index, size, root }, await inclusionProof(source, index, size))).toBe(true)
    }
    for (const from of [1, 256, 65_535, 65_536, 65_537, 69_999]) {
      const claim = { from: { size: from, root: await rootAt(source, from) }, to: { size, root } }
      expect(verifyConsistency(claim, await consistencyProof(source, from, size))).toBe(true)
    }
  })
})

test('a missing or short tile is said, not guessed', async () => {
  const { source } = tiledLog(300)
  await expect(rootAt(source, 301)).rejects.toThrow(MissingTileError)
  await expect(readState(source, 600)).rejects.toThrow(MissingTileError)
  await expect(inclusionProof(source, 3, 3)).rejects.toThrow(RangeError)
  await expect(consistencyProof(source, 4, 3)).rejects.toThrow(RangeError)
  expect(() => hashNode(Buffer.alloc(31), Buffer.alloc(32))).toThrow(RangeError)
})
