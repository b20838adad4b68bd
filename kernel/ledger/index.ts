/** 存证账本: facts sealed in a Merkle log for each county, receipts, export and verification. Pure; the store is elsewhere. */
export type { AuditResult } from './audit.ts'
export {
  type Checkpoint,
  claimedOrigin,
  countyOf,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  originOf,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export { fromBase64, toBase64 } from './encoding.ts'
export {
  FORMAT,
  headerLine,
  leafLine,
  type LeafLine,
  parseLine,
  type SealedFact,
  type SectionHeader,
  writeSection,
} from './export.ts'
export {
  type Finding,
  type FindingCode,
  FINDINGS,
  REASONS,
  sentenceOf,
  type Warning,
  type WarningCode,
  WARNINGS,
} from './finding.ts'
export {
  canonicalJson,
  digestOf,
  type FactHead,
  type FactKey,
  type FactRow,
  hasMac,
  type Leaf,
  leafOf,
  leafWith,
  NotAFactError,
  NotCanonicalError,
  parseLeaf,
  prepareFact,
  type PreparedFact,
  SALT_BYTES,
} from './leaf.ts'
export { linesOf } from './lines.ts'
export { EMPTY_ROOT, type GrowingTree, growTree, HASH_BYTES, hashLeaf, hashNode } from './merkle.ts'
export {
  type NoteSigner,
  noteSigner,
  type NoteVerifier,
  type OpenedNote,
  openNote,
  parseVkey,
  signNote,
  vkeyOf,
} from './note.ts'
export { type GrowthClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './proof.ts'
export {
  formatReceipt,
  type LogFault,
  parseReceipt,
  type Receipt,
  type ReceiptFault,
  type ReceiptVerdict,
  type Recorded,
  type RecordedReceipt,
  recordedReceipt,
  type SealedReceipt,
  sealedReceipt,
  verifyReceipt,
  verifyReceiptAgainstLog,
  verifyReceiptWith,
} from './receipt.ts'
export {
  type Continuation,
  continuationOf,
  planSeal,
  type SealEntry,
  type SealPlan,
  type SealRefusal,
  type UnsealedFact,
} from './seal.ts'
export {
  appendLeaves,
  consistencyProof,
  EMPTY_LOG,
  inclusionProof,
  type LogState,
  MissingTileError,
  readState,
  rootAt,
  rootOf,
  type Tile,
  TILE_WIDTH,
  type TileSource,
} from './tiles.ts'
export { type Brought, type LedgerReport, verifyLedger } from './verify.ts'
