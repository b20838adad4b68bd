/** The audit of one log, leaf by leaf, in constant memory: every signed root must come out of the leaves themselves. */
import { countyOf, openCheckpoint } from './checkpoint.ts'
import { fromBase64 } from './encoding.ts'
import type { LeafLine, SectionHeader } from './export.ts'
import type { Finding, FindingCode, FindingFacts, Warning, WarningCode } from './finding.ts'
import { parseLeaf } from './leaf.ts'
import { type GrowingTree, growTree, hashLeaf } from './merkle.ts'
import { type NoteVerifier, parseVkey } from './note.ts'
import { sameHash } from './proof.ts'
import { disclosureHolds, type Receipt, verifyReceiptWith } from './receipt.ts'
import { type Sequence, watchSequence } from './sequence.ts'

/** What the verifier was given from outside the file for one log; the name is what the report calls it by. */
export type Kept = {
  readonly vkey?: string | undefined
  readonly checkpoints: readonly { readonly name: string; readonly note: string }[]
  readonly receipts: readonly { readonly name: string; readonly receipt: Receipt }[]
}

export type AuditResult = {
  readonly origin: string
  readonly leaves: number
  /** signed roots that the leaves led to */
  readonly checkpoints: number
  readonly receipts: number
  readonly contents: number
  readonly findings: readonly Finding[]
  readonly warnings: readonly Warning[]
}

export type Audit = {
  readonly leaf: (line: LeafLine, lineNumber: number) => void
  readonly report: (code: FindingCode, facts?: FindingFacts) => void
  readonly end: () => AuditResult
}

/** A signed root; `held` once the leaves have come that far. */
type Mark = {
  readonly from: 'header' | 'kept'
  readonly which: string
  readonly size: number
  readonly root: Uint8Array
  held?: 'leaves' | 'hashes' | 'neither'
}
type Wanted = { readonly name: string; readonly leafHash: string; readonly index: number | undefined; found?: number }

const MOST_FINDINGS = 100

export function startAudit(header: SectionHeader, kept: Kept): Audit {
  const { origin } = header
  const findings: Finding[] = []
  const warnings: Warning[] = []
  let unlisted = 0
  const report = (code: FindingCode, facts: FindingFacts = {}): void => {
    if (findings.length < MOST_FINDINGS) findings.push({ code, origin, facts })
    else unlisted += 1
  }
  const warn = (code: WarningCode, facts: FindingFacts = {}): void => void warnings.push({ code, origin, facts })

  const verifier = trustedKey(header, kept, report, warn)
  const { marks, wanted } =
    verifier === undefined ? { marks: [], wanted: [] } : marksOf(header, kept, verifier, report, warn)
  marks.sort((a, b) => a.size - b.size)
  const wantedByHash = Map.groupBy(wanted, (one) => one.leafHash)

  const county = countyOf(origin)
  const tree = growTree()
  let hashes: GrowingTree | undefined // the tree of the stored hashes, from the first line on where it differs
  const edited: number[] = []
  const sequence: Sequence = watchSequence(report)
  let contents = 0
  let next = 0 // the next mark

  const passMarks = (): void => {
    for (let mark = marks[next]; mark !== undefined && mark.size === tree.size(); mark = marks[next]) {
      if (sameHash(tree.root(), mark.root)) mark.held = 'leaves'
      else mark.held = hashes !== undefined && sameHash(hashes.root(), mark.root) ? 'hashes' : 'neither'
      next += 1
    }
  }
  passMarks()

  return {
    report,
    leaf({ i, hash, leaf, disclosed }, lineNumber) {
      sequence.see(i, lineNumber)
      const leafHash = hashLeaf(leaf ?? '')
      const encoded = leafHash.toString('base64')
      if (leaf === null) report('leaf-missing', { index: i })
      if (encoded !== hash) {
        hashes ??= tree.copy()
        if (leaf !== null && edited.length < MOST_FINDINGS) edited.push(i)
      }
      hashes?.append(fromBase64(hash)?.length === leafHash.length ? Buffer.from(hash, 'base64') : leafHash)
      for (const want of wantedByHash.get(encoded) ?? []) {
        if (want.found === undefined || want.found !== want.index) want.found = i
      }
      const read = leaf === null ? undefined : parseLeaf(leaf)
      if (leaf !== null && read?.county !== county) report('leaf-foreign', { index: i })
      if (disclosed !== undefined) {
        if (read === undefined || !disclosureHolds(disclosed.content, disclosed.salt, read))
          report('content-edited', { index: i })
        else contents += 1
      }
      tree.append(leafHash)
      passMarks()
    },
    end() {
      sequence.end()
      const leaves = tree.size()
      reportEdits(edited, marks, report)
      reportRoots(marks, leaves, report)
      for (const { name, index, found } of wanted) {
        if (found === undefined) report('receipt-missing', { receipt: name })
        else if (index !== undefined && found !== index) report('receipt-moved', { receipt: name, index, found })
      }
      const latest = marks.find((mark) => mark.from === 'header' && mark.which === LATEST)
      if (latest !== undefined && leaves > latest.size) report('tail-unsigned', { size: latest.size, leaves })
      if (unlisted > 0) findings.push({ code: 'more-findings', origin, facts: { count: unlisted } })
      const held = marks.filter((mark) => mark.held === 'leaves').length
      return {
        origin,
        leaves,
        checkpoints: held,
        receipts: wanted.filter((one) => one.found !== undefined).length,
        contents,
        findings,
        warnings,
      }
    },
  }
}

type Report = Audit['report']
type Warn = (code: WarningCode, facts?: FindingFacts) => void

function trustedKey(header: SectionHeader, kept: Kept, report: Report, warn: Warn): NoteVerifier | undefined {
  if (kept.vkey === undefined) warn('key-from-file')
  else if (kept.vkey !== header.vkey) report('key-differs')
  const verifier = parseVkey(kept.vkey ?? header.vkey)
  if (verifier === undefined) report('key-unreadable')
  return verifier
}

const LATEST = 'latest'

function marksOf(
  header: SectionHeader,
  kept: Kept,
  verifier: NoteVerifier,
  report: Report,
  warn: Warn,
): { marks: Mark[]; wanted: Wanted[] } {
  const marks: Mark[] = []
  const wanted: Wanted[] = []
  const add = (from: Mark['from'], which: string, note: string): void => {
    const opened = openCheckpoint(note, verifier)
    if (!opened.ok) report('checkpoint-bad', { which, reason: opened.code })
    else if (opened.checkpoint.origin !== header.origin) report('checkpoint-bad', { which, reason: 'origin-other' })
    else marks.push({ from, which, size: opened.checkpoint.size, root: opened.checkpoint.root })
  }
  add('header', LATEST, header.checkpoint)
  for (const [place, note] of header.earlier.entries()) add('header', `earlier ${place}`, note)
  for (const { name, note } of kept.checkpoints) add('kept', name, note)
  if (kept.checkpoints.length + kept.receipts.length === 0) warn('nothing-kept')
  for (const { name, receipt } of kept.receipts) {
    const verdict = verifyReceiptWith(receipt, verifier)
    if (!verdict.ok) {
      report('receipt-bad', { receipt: name, reason: verdict.code })
    } else if (verdict.state === 'sealed') {
      marks.push({ from: 'kept', which: name, size: verdict.checkpoint.size, root: verdict.checkpoint.root })
      wanted.push({ name, leafHash: receipt.leafHash, index: verdict.index })
    } else {
      if (!verdict.promised) warn('receipt-unpromised', { receipt: name })
      wanted.push({ name, leafHash: receipt.leafHash, index: undefined })
    }
  }
  return { marks, wanted }
}

/** Leaf and stored hash differ: the first signed root beyond it tells which of the two was changed. */
function reportEdits(edited: readonly number[], marks: readonly Mark[], report: Report): void {
  for (const index of edited) {
    const deciding = marks.find((mark) => mark.size > index && mark.held !== undefined && mark.held !== 'neither')
    report(deciding?.held === 'leaves' ? 'hash-edited' : 'leaf-edited', { index })
  }
}

function reportRoots(marks: readonly Mark[], leaves: number, report: Report): void {
  const longest = marks.filter((mark) => mark.size > leaves).at(-1)
  if (longest !== undefined) report('log-truncated', { which: longest.which, size: longest.size, leaves })
  const proven = marks.filter((mark) => mark.held === 'leaves').at(-1)?.size ?? -1
  const broken = marks.filter((mark) => mark.held === 'neither')
  for (const { which, size } of broken.filter((mark) => mark.size <= proven)) report('log-forked', { which, size })
  const first = broken.find((mark) => mark.size > proven)
  if (first !== undefined) report('history-differs', { from: Math.max(proven, 0), to: Math.max(first.size - 1, 0) })
}
