/**
 * The tree at rest: tiles of up to 256 hashes (C2SP tlog-tiles, height 8), and the proofs read from them.
 * Tile n of level l holds the roots of the subtrees of 256^l leaves from n·256 on; level 0 holds the leaf hashes.
 */
import { HASH_BYTES, joinRoots, powerWithin, rootOfPerfect } from './merkle.ts'

export const TILE_WIDTH = 256
const TILE_BYTES = TILE_WIDTH * HASH_BYTES
const TILE_HEIGHT = 8

/** A tile only grows until it is full; a longer one than asked for serves as well. */
export type Tile = { readonly level: number; readonly index: number; readonly hashes: Uint8Array }
export type TileSource = { readonly read: (level: number, index: number) => Promise<Uint8Array | undefined> }

/** A log where it stands: its number of leaves, and for each level the last tile while it is not full (maybe empty). */
export type LogState = { readonly size: number; readonly edge: readonly Uint8Array[] }

export const EMPTY_LOG: LogState = { size: 0, edge: [] }

export class MissingTileError extends Error {
  override name = 'MissingTileError'
}

/** Adds leaf hashes at the end. `tiles` are the new and the grown tiles, whole, each once. */
export function appendLeaves(
  state: LogState,
  leafHashes: readonly Uint8Array[],
): { state: LogState; tiles: readonly Tile[] } {
  if (leafHashes.some((one) => one.length !== HASH_BYTES)) throw new RangeError('a leaf hash has 32 bytes')
  const edge = [...state.edge]
  const tiles: Tile[] = []
  let added = leafHashes
  for (let level = 0; added.length > 0; level += 1) {
    const bytes = Buffer.concat([edge[level] ?? Buffer.alloc(0), ...added])
    let index = Math.floor(state.size / TILE_WIDTH ** (level + 1))
    const full: Uint8Array[] = []
    let from = 0
    for (; from + TILE_BYTES <= bytes.length; from += TILE_BYTES, index += 1) {
      const hashes = bytes.subarray(from, from + TILE_BYTES)
      tiles.push({ level, index, hashes })
      full.push(rootOfPerfect(hashes))
    }
    const rest = bytes.subarray(from)
    if (rest.length > 0) tiles.push({ level, index, hashes: rest })
    edge[level] = rest
    added = full
  }
  return { state: { size: state.size + leafHashes.length, edge }, tiles }
}

/** Reads where a log of that size stands. The caller compares `rootOf` with the last signed checkpoint. */
export async function readState(source: TileSource, size: number): Promise<LogState> {
  const edge: Uint8Array[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    const nodes = Math.floor(size / TILE_WIDTH ** level)
    const bytes = (nodes % TILE_WIDTH) * HASH_BYTES
    const tile = bytes === 0 ? Buffer.alloc(0) : await readTile(source, level, Math.floor(nodes / TILE_WIDTH))
    if (tile.length < bytes) throw new MissingTileError(`the last tile of level ${level} is too short`)
    edge.push(tile.subarray(0, bytes))
  }
  return { size, edge }
}

export function rootOf(state: LogState): Uint8Array {
  const roots: Uint8Array[] = []
  for (const hashes of [...state.edge].reverse()) {
    let from = 0
    for (let rest = hashes.length / HASH_BYTES; rest > 0; ) {
      const width = powerWithin(rest)
      roots.push(rootOfPerfect(hashes.subarray(from, from + width * HASH_BYTES)))
      from += width * HASH_BYTES
      rest -= width
    }
  }
  return joinRoots(roots)
}

/** Root of the log when it had `size` leaves. */
export function rootAt(source: TileSource, size: number): Promise<Uint8Array> {
  return rangeRoot(source, 0, size)
}

/** Proof that leaf `index` is in the tree of `size` leaves (RFC 6962 section 2.1.1), nearest sibling first. */
export async function inclusionProof(tiles: TileSource, index: number, size: number): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`no leaf ${index} in a log of ${size}`)
  const source = readOnce(tiles)
  const proof: Uint8Array[] = []
  let [lo, hi] = [0, size]
  while (hi - lo > 1) {
    const middle = lo + powerWithin(hi - lo - 1)
    if (index < middle) {
      proof.push(await rangeRoot(source, middle, hi))
      hi = middle
    } else {
      proof.push(await rangeRoot(source, lo, middle))
      lo = middle
    }
  }
  return proof.reverse()
}

/** Proof that the tree of `to` leaves begins with the tree of `from` leaves (RFC 6962 section 2.1.2). */
export async function consistencyProof(tiles: TileSource, from: number, to: number): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(from) || from < 0 || from > to)
    throw new RangeError(`a log of ${to} does not contain one of ${from}`)
  if (from === 0 || from === to) return []
  const source = readOnce(tiles)
  const proof: Uint8Array[] = []
  let [lo, hi] = [0, to]
  while (hi !== from) {
    const middle = lo + powerWithin(hi - lo - 1)
    if (from <= middle) {
      proof.push(await rangeRoot(source, middle, hi))
      hi = middle
    } else {
      proof.push(await rangeRoot(source, lo, middle))
      lo = middle
    }
  }
  if (lo > 0) proof.push(await rangeRoot(source, lo, hi)) // else it is the earlier root itself, which the verifier holds
  return proof.reverse()
}

/** Root over the leaves lo to hi − 1; `lo` is where RFC 6962 would cut, so every part is a perfect subtree in place. */
async function rangeRoot(source: TileSource, lo: number, hi: number): Promise<Uint8Array> {
  const roots: Uint8Array[] = []
  for (let from = lo; from < hi; ) {
    const width = powerWithin(hi - from)
    roots.push(await subtreeRoot(source, from, width))
    from += width
  }
  return joinRoots(roots)
}

/** Root of the perfect subtree of `width` leaves (a power of two) from leaf `from` on. */
async function subtreeRoot(source: TileSource, from: number, width: number): Promise<Uint8Array> {
  const level = Math.floor(Math.log2(width) / TILE_HEIGHT)
  const unit = TILE_WIDTH ** level
  const node = from / unit
  const tile = await readTile(source, level, Math.floor(node / TILE_WIDTH))
  const start = (node % TILE_WIDTH) * HASH_BYTES
  const end = start + (width / unit) * HASH_BYTES
  if (tile.length < end) throw new MissingTileError(`tile ${level}/${Math.floor(node / TILE_WIDTH)} is too short`)
  return rootOfPerfect(tile.subarray(start, end))
}

async function readTile(source: TileSource, level: number, index: number): Promise<Uint8Array> {
  const tile = await source.read(level, index)
  if (tile === undefined) throw new MissingTileError(`tile ${level}/${index} is missing`)
  return tile
}

function readOnce(source: TileSource): TileSource {
  const seen = new Map<string, Promise<Uint8Array | undefined>>()
  return {
    read(level, index) {
      const key = `${level}/${index}`
      const found = seen.get(key) ?? source.read(level, index)
      seen.set(key, found)
      return found
    },
  }
}
