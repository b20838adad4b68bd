/**
 * The receipt (存证回执): what a person takes home to prove, without us, that something was recorded.
 * Recorded: the log’s signed promise to seal the leaf. Sealed: the leaf, its place, and the proof up to a signed checkpoint.
 */
import { type Checkpoint, countyOf, openCheckpoint } from './checkpoint.ts'
import { type Fields, fromBase64, isFields, parseJson, toBase64 } from './encoding.ts'
import { digestOf, isUnfit, type Leaf, parseLeaf, SALT_BYTES } from './leaf.ts'
import { hashLeaf } from './merkle.ts'
import { type NoteSigner, type NoteVerifier, openNote, parseVkey, signNote } from './note.ts'
import { sameHash, verifyInclusion } from './proof.ts'
import { inclusionProof, MissingTileError, rootAt, type TileSource } from './tiles.ts'

/** What was recorded, for the one it concerns: with content and salt the receipt also proves what the content was. */
export type Recorded = {
  readonly origin: string
  /** text of the leaf */
  readonly leaf: string
  readonly disclosed?: { readonly content: unknown; readonly salt: Uint8Array } | undefined
}

type Common = {
  readonly v: 1
  readonly origin: string
  readonly leaf: string
  /** base64 */
  readonly leafHash: string
  readonly content?: unknown
  /** base64, there if content is */
  readonly salt?: string
}

export type RecordedReceipt = Common & {
  readonly state: 'recorded'
  /** signed note; without it the receipt proves nothing by itself */
  readonly promise?: string
}

export type SealedReceipt = Common & {
  readonly state: 'sealed'
  readonly index: number
  readonly size: number
  /** base64, nearest sibling first */
  readonly proof: readonly string[]
  /** signed note */
  readonly checkpoint: string
}

export type Receipt = RecordedReceipt | SealedReceipt

/** The signature costs some 60 µs: leave the signer out where no receipt is handed over before the sealing. */
export function recordedReceipt(recorded: Recorded, signer?: NoteSigner): RecordedReceipt {
  const common = commonOf(recorded)
  const promise = signer === undefined ? {} : { promise: signNote(promiseText(common), signer) }
  return { v: 1, state: 'recorded', ...common, ...promise }
}

/** @param checkpoint signed note of the log at `size` leaves */
export async function sealedReceipt(
  source: TileSource,
  {
    index,
    size,
    checkpoint,
    ...recorded
  }: Recorded & { readonly index: number; readonly size: number; readonly checkpoint: string },
): Promise<SealedReceipt> {
  const proof = (await inclusionProof(source, index, size)).map(toBase64)
  return { v: 1, state: 'sealed', ...commonOf(recorded), index, size, proof, checkpoint }
}

function commonOf({ origin, leaf, disclosed }: Recorded): Omit<Common, 'v'> {
  const leafHash = toBase64(hashLeaf(leaf))
  return disclosed === undefined
    ? { origin, leaf, leafHash }
    : { origin, leaf, leafHash, content: disclosed.content, salt: toBase64(disclosed.salt) }
}

/** Cannot be taken for a checkpoint: its second line is not a number. */
function promiseText({ origin, leafHash }: Pick<Common, 'origin' | 'leafHash'>): string {
  return `${origin}\nrecorded\n${leafHash}\n`
}

/** For paper and download: JSON, one field a line. */
export function formatReceipt(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 1)}\n`
}

/** Undefined for anything that has not the shape of a receipt; says nothing of its truth. */
export function parseReceipt(text: string): Receipt | undefined {
  const fields = parseJson(text)?.value
  if (!isFields(fields) || fields.v !== 1) return undefined
  const { origin, leaf, leafHash, salt } = fields
  if (typeof origin !== 'string' || typeof leaf !== 'string' || typeof leafHash !== 'string') return undefined
  if ('content' in fields !== (typeof salt === 'string')) return undefined
  const common = {
    v: 1,
    origin,
    leaf,
    leafHash,
    ...(typeof salt === 'string' ? { content: fields.content, salt } : {}),
  } as const
  return fields.state === 'sealed'
    ? sealedFrom(common, fields)
    : fields.state === 'recorded'
      ? recordedFrom(common, fields)
      : undefined
}

function recordedFrom(common: Common, { promise }: Fields): RecordedReceipt | undefined {
  if (promise === undefined) return { ...common, state: 'recorded' }
  return typeof promise === 'string' ? { ...common, state: 'recorded', promise } : undefined
}

function sealedFrom(common: Common, { index, size, proof, checkpoint }: Fields): SealedReceipt | undefined {
  if (typeof index !== 'number' || typeof size !== 'number' || typeof checkpoint !== 'string' || !Array.isArray(proof))
    return undefined
  const siblings = proof.filter((one) => typeof one === 'string')
  return siblings.length === proof.length
    ? { ...common, state: 'sealed', index, size, proof: siblings, checkpoint }
    : undefined
}

export type ReceiptFault =
  | 'leaf-unreadable' // the leaf is not the leaf of a fact, or of another county than the log
  | 'leaf-hash-differs' // the leaf was changed after it was hashed
  | 'content-differs' // the content or salt shown is not what was recorded
  | 'key-unreadable'
  | 'key-other' // the key given is of another log
  | 'promise-bad' // the promise is not signed by the log, or promises another leaf
  | 'checkpoint-bad' // the checkpoint is not signed by the log
  | 'proof-bad' // the proof does not lead from the leaf to the checkpoint

export type ReceiptVerdict =
  | { readonly ok: true; readonly state: 'recorded'; readonly leaf: Leaf; readonly promised: boolean }
  | {
      readonly ok: true
      readonly state: 'sealed'
      readonly leaf: Leaf
      readonly index: number
      readonly checkpoint: Checkpoint
    }
  | { readonly ok: false; readonly code: ReceiptFault }

/** Needs nothing but the published key of the log. */
export function verifyReceipt(receipt: Receipt, vkey: string): ReceiptVerdict {
  const verifier = parseVkey(vkey)
  return verifier === undefined ? { ok: false, code: 'key-unreadable' } : verifyReceiptWith(receipt, verifier)
}

export function verifyReceiptWith(receipt: Receipt, verifier: NoteVerifier): ReceiptVerdict {
  const leaf = parseLeaf(receipt.leaf)
  if (leaf === undefined || countyOf(receipt.origin) !== leaf.county) return { ok: false, code: 'leaf-unreadable' }
  const leafHash = hashLeaf(receipt.leaf)
  if (toBase64(leafHash) !== receipt.leafHash) return { ok: false, code: 'leaf-hash-differs' }
  if (receipt.salt !== undefined && !disclosureHolds(receipt.content, receipt.salt, leaf))
    return { ok: false, code: 'content-differs' }
  if (verifier.name !== receipt.origin) return { ok: false, code: 'key-other' }
  if (receipt.state === 'recorded') {
    const { promise } = receipt
    if (promise === undefined) return { ok: true, state: 'recorded', leaf, promised: false }
    const opened = openNote(promise, verifier)
    if (!opened.ok || opened.body !== promiseText(receipt)) return { ok: false, code: 'promise-bad' }
    return { ok: true, state: 'recorded', leaf, promised: true }
  }
  const opened = openCheckpoint(receipt.checkpoint, verifier)
  if (!opened.ok) return { ok: false, code: 'checkpoint-bad' }
  const { checkpoint } = opened
  const proof = receipt.proof.map(fromBase64).filter((one) => one !== undefined)
  const { index, size } = receipt
  const proven =
    size === checkpoint.size &&
    proof.length === receipt.proof.length &&
    verifyInclusion({ leafHash, index, size, root: checkpoint.root }, proof)
  return proven ? { ok: true, state: 'sealed', leaf, index, checkpoint } : { ok: false, code: 'proof-bad' }
}

/** Is this content, with this salt (base64), the one whose digest the leaf holds? */
export function disclosureHolds(content: unknown, salt: string, leaf: Leaf): boolean {
  const bytes = fromBase64(salt)
  if (bytes?.length !== SALT_BYTES) return false
  try {
    return digestOf(content, bytes).toString('hex') === leaf.digest
  } catch (error) {
    if (isUnfit(error)) return false
    throw error
  }
}

export type LogFault =
  | 'log-checkpoint-bad' // the log’s own checkpoint is not signed by its key, or is not of its tiles
  | 'log-shorter' // the log has fewer leaves than the receipt’s checkpoint
  | 'log-forked' // at the size of the receipt the log has another root: its history was rewritten
  | 'leaf-not-in-log'

/**
 * Against the log as it stands now: does it still hold the leaf, and does it continue the tree of the receipt?
 * @param log.index where the leaf of a recorded receipt is said to be, if it was sealed since
 */
export async function verifyReceiptAgainstLog(
  receipt: Receipt,
  log: {
    readonly source: TileSource
    readonly checkpoint: string
    readonly vkey: string
    readonly index?: number | undefined
  },
): Promise<ReceiptVerdict | { readonly ok: false; readonly code: LogFault }> {
  const verifier = parseVkey(log.vkey)
  if (verifier === undefined) return { ok: false, code: 'key-unreadable' }
  const verdict = verifyReceiptWith(receipt, verifier)
  if (!verdict.ok) return verdict
  const opened = openCheckpoint(log.checkpoint, verifier)
  if (!opened.ok) return { ok: false, code: 'log-checkpoint-bad' }
  const { size, root } = opened.checkpoint
  try {
    if (verdict.state === 'sealed' && verdict.checkpoint.size > size) return { ok: false, code: 'log-shorter' }
    if (!sameHash(await rootAt(log.source, size), root)) return { ok: false, code: 'log-checkpoint-bad' }
    if (
      verdict.state === 'sealed' &&
      !sameHash(await rootAt(log.source, verdict.checkpoint.size), verdict.checkpoint.root)
    ) {
      return { ok: false, code: 'log-forked' }
    }
    const index = verdict.state === 'sealed' ? verdict.index : log.index
    if (index === undefined || index >= size) return { ok: false, code: 'leaf-not-in-log' }
    const claim = { leafHash: hashLeaf(receipt.leaf), index, size, root }
    return verifyInclusion(claim, await inclusionProof(log.source, index, size))
      ? verdict
      : { ok: false, code: 'leaf-not-in-log' }
  } catch (error) {
    if (error instanceof MissingTileError) return { ok: false, code: 'log-checkpoint-bad' }
    throw error
  }
}
