/** A made-up log for the tests and the documentation: a county, its key, and facts that are sealed batch by batch. */
import { createPrivateKey } from 'node:crypto'
import { originOf, signCheckpoint } from './checkpoint.ts'
import { type SealedFact, type SectionHeader, writeSection } from './export.ts'
import { type FactRow, leafOf, prepareFact } from './leaf.ts'
import { sha256 } from './merkle.ts'
import { type NoteSigner, noteSigner } from './note.ts'
import { type Receipt, sealedReceipt } from './receipt.ts'
import { planSeal, type UnsealedFact } from './seal.ts'
import { EMPTY_LOG, type LogState, rootOf, type Tile, type TileSource } from './tiles.ts'

export const COUNTY = '140302'
export const FACT_KEY = sha256('fact key of the examples')

/** The same seed gives the same key. */
export function exampleSigner(seed = 'log key', county = COUNTY): NoteSigner {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(seed)])
  return noteSigner(originOf('liren.example', county), createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
}

export function exampleId(seed: string): string {
  const hex = sha256(seed).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function exampleFact(n: number, changes: Partial<FactRow> = {}): FactRow {
  return {
    county: COUNTY,
    id: exampleId(`fact ${n}`),
    caseId: n % 3 === 0 ? null : exampleId(`case ${n}`),
    subject: 'service-case/allowance',
    kind: n % 2 === 0 ? 'submitted' : 'accepted',
    day: '2026-02-13',
    at: new Date(Date.UTC(2026, 1, 13, 1, 0, 0, n)).toISOString(),
    actor: exampleId(`person ${n % 5}`),
    role: n % 2 === 0 ? 'resident' : 'window_clerk',
    org: n % 2 === 0 ? null : exampleId('street office'),
    onBehalf: null,
    content: { amount: n * 100, note: `第 ${n} 件 "quoted" \u2028 é`, list: [n, null, true, 0.5] },
    salt: sha256(`salt ${n}`).subarray(0, 16),
    ...changes,
  }
}

/** The facts of a history in which one was changed. */
export function rewrite(changed: number): (n: number) => FactRow {
  return (n) => exampleFact(n, n === changed ? { kind: 'rewritten' } : {})
}

export function unsealedFact(row: FactRow, factKey = FACT_KEY): UnsealedFact {
  const { leaf, mac } = prepareFact(row, { factKey })
  return { ...row, leaf, mac }
}

export type ExampleLog = {
  readonly signer: NoteSigner
  readonly facts: readonly SealedFact[]
  readonly source: TileSource
  readonly state: LogState
  /** one after every batch */
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[]
}

/** Seals facts in batches of the given sizes. */
export function exampleLog(
  batches: readonly number[],
  signer = exampleSigner(),
  fact: (n: number) => FactRow = exampleFact,
): ExampleLog {
  const tiles = keptTiles()
  const facts: SealedFact[] = []
  const checkpoints = [{ size: 0, note: signCheckpoint({ size: 0, root: rootOf(EMPTY_LOG) }, signer) }]
  let state = EMPTY_LOG
  for (const batch of batches) {
    const rows = Array.from({ length: batch }, (_, i) => fact(state.size + i))
    const plan = planSeal(
      state,
      rows.map((row) => unsealedFact(row)),
      FACT_KEY,
    )
    for (const { index, leafHash } of plan.entries) facts.push({ index, leafHash, row: rows[index - state.size] })
    tiles.write(plan.tiles)
    state = plan.newState
    checkpoints.push({ size: state.size, note: signCheckpoint({ size: state.size, root: plan.root }, signer) })
  }
  return { signer, facts, source: tiles, state, checkpoints }
}

export function keptTiles(): TileSource & { readonly write: (tiles: readonly Tile[]) => void } {
  const kept = new Map<string, Uint8Array>()
  return {
    read: async (level, index) => kept.get(`${level}/${index}`),
    write(tiles) {
      for (const { level, index, hashes } of tiles) kept.set(`${level}/${index}`, Uint8Array.from(hashes))
    },
  }
}

export function lastCheckpoint(log: ExampleLog): { readonly size: number; readonly note: string } {
  const last = log.checkpoints.at(-1)
  if (last === undefined) throw new Error('a log begins with the checkpoint of no leaves')
  return last
}

export function exampleReceipt(log: ExampleLog, index: number, at = lastCheckpoint(log)): Promise<Receipt> {
  const row = log.facts[index]?.row
  if (row === undefined) throw new Error(`no fact ${index} in the example`)
  const disclosed = { content: row.content, salt: row.salt }
  return sealedReceipt(log.source, {
    origin: log.signer.name,
    leaf: leafOf(row),
    disclosed,
    index,
    size: at.size,
    checkpoint: at.note,
  })
}

/** Lines of the export, without their newlines. */
export async function exampleExport(
  log: ExampleLog,
  options: { readonly withContent?: boolean } = {},
): Promise<string[]> {
  const header: SectionHeader = {
    origin: log.signer.name,
    vkey: log.signer.vkey,
    checkpoint: lastCheckpoint(log).note,
    earlier: log.checkpoints.slice(0, -1).map(({ note }) => note),
  }
  const lines: string[] = []
  for await (const line of writeSection(header, log.facts, options)) lines.push(line.slice(0, -1))
  return lines
}
