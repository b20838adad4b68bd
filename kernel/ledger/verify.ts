/** Checking an exported ledger with no database: every section, against what was kept outside the file. */
import { type Audit, type AuditResult, type Kept, startAudit } from './audit.ts'
import { claimedOrigin } from './checkpoint.ts'
import { parseLine } from './export.ts'
import type { Finding, Warning } from './finding.ts'
import type { Receipt } from './receipt.ts'

/** What somebody brings along to check the file with; `name` is what the report calls it by (a file name). */
export type Brought = {
  /** one for each log, from elsewhere than the file */
  readonly vkeys?: readonly string[]
  /** signed notes from earlier days */
  readonly checkpoints?: readonly { readonly name: string; readonly note: string }[]
  readonly receipts?: readonly { readonly name: string; readonly receipt: Receipt }[]
}

export type LedgerReport = {
  /** nothing was found */
  readonly ok: boolean
  readonly logs: readonly Omit<AuditResult, 'findings' | 'warnings'>[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly Warning[]
}

/** @param lines as `linesOf` gives them: undefined for a line that cannot be read */
export async function verifyLedger(
  lines: AsyncIterable<string | undefined>,
  brought: Brought = {},
): Promise<LedgerReport> {
  const keptFor = sortByLog(brought)
  const results: AuditResult[] = []
  const loose: Finding[] = []
  const seen = new Set<string>()
  let audit: Audit | undefined
  let lineNumber = 0
  let headless = false
  for await (const line of lines) {
    lineNumber += 1
    const parsed = line === undefined ? undefined : parseLine(line)
    if (parsed !== undefined && 'header' in parsed) {
      if (audit !== undefined) results.push(audit.end())
      const { origin } = parsed.header
      audit = startAudit(parsed.header, keptFor.get(origin) ?? NOTHING)
      if (seen.has(origin)) audit.report('section-twice')
      seen.add(origin)
    } else if (audit === undefined) {
      if (!headless) loose.push({ code: 'header-missing', origin: '', facts: { line: lineNumber } })
      headless = true
    } else if (parsed === undefined) {
      audit.report('line-unreadable', { line: lineNumber })
    } else {
      audit.leaf(parsed.leaf, lineNumber)
    }
  }
  if (audit !== undefined) results.push(audit.end())
  if (lineNumber === 0) loose.push({ code: 'file-empty', origin: '', facts: {} })
  for (const [origin, kept] of keptFor)
    if (!seen.has(origin)) loose.push({ code: 'log-missing', origin, facts: { what: nameOf(kept) } })
  const findings = [...loose, ...results.flatMap((result) => result.findings)]
  const warnings = results.flatMap((result) => result.warnings)
  const logs = results.map(({ origin, leaves, checkpoints, receipts, contents }) => ({
    origin,
    leaves,
    checkpoints,
    receipts,
    contents,
  }))
  return { ok: findings.length === 0, logs, findings, warnings }
}

const NOTHING: Kept = { checkpoints: [], receipts: [] }

function sortByLog({ vkeys = [], checkpoints = [], receipts = [] }: Brought): Map<string, Kept> {
  const origins = [
    ...vkeys.map(vkeyName),
    ...checkpoints.map(({ note }) => claimedOrigin(note)),
    ...receipts.map(({ receipt }) => receipt.origin),
  ]
  return new Map(
    origins.map((origin) => [
      origin,
      {
        vkey: vkeys.find((vkey) => vkeyName(vkey) === origin),
        checkpoints: checkpoints.filter(({ note }) => claimedOrigin(note) === origin),
        receipts: receipts.filter(({ receipt }) => receipt.origin === origin),
      },
    ]),
  )
}

function vkeyName(vkey: string): string {
  return vkey.slice(0, Math.max(0, vkey.indexOf('+')))
}

function nameOf({ vkey, checkpoints, receipts }: Kept): string {
  return checkpoints[0]?.name ?? receipts[0]?.name ?? vkey ?? ''
}
