/** For the tests: an export in pieces, and what a forger does to it. */
import { exampleFact, unsealedFact } from './examples.ts'
import { toBase64 } from './encoding.ts'
import { headerLine, leafLine, parseLine, type SectionHeader } from './export.ts'
import { leafOf } from './leaf.ts'
import { linesOf } from './lines.ts'
import { hashLeaf } from './merkle.ts'
import { type Brought, type LedgerReport, verifyLedger } from './verify.ts'

export async function* piecesOf(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
export const verifyText = (text: string | Uint8Array, brought?: Brought, size?: number): Promise<LedgerReport> =>
  verifyLedger(linesOf(piecesOf(text, size)), brought)
export const verifyLines = (lines: readonly string[], brought?: Brought): Promise<LedgerReport> =>
  verifyText(lines.map((line) => `${line}\n`).join(''), brought)
function headerOf(lines: readonly string[]): SectionHeader {
  const parsed = parseLine(lines[0] ?? '')
  if (parsed === undefined || !('header' in parsed)) throw new Error('no header')
  return parsed.header
}
export const withHeader = (lines: readonly string[], change: Partial<SectionHeader>): string[] => [
  headerLine({ ...headerOf(lines), ...change }),
  ...lines.slice(1),
]

/** What a forger with the database but without the key writes: numbers and hashes made to fit again. */
export function fitted(lines: readonly string[]): string[] {
  return lines.map((line, n) => {
    const parsed = parseLine(line)
    if (parsed === undefined || !('leaf' in parsed)) return line
    return leafLine({ ...parsed.leaf, i: n - 1, hash: hashLeaf(parsed.leaf.leaf ?? '').toString('base64') })
  })
}
export const forgedLine = (n: number): string =>
  leafLine({
    i: n,
    hash: toBase64(unsealedFact(exampleFact(n + 1000)).leaf),
    leaf: leafOf(exampleFact(n + 1000)),
  })
export const edited = (line = ''): string => line.replace('service-case/allowance', 'service-case/nothing')
export const without = (lines: readonly string[], n: number): string[] => lines.toSpliced(n, 1)
export const swapped = (lines: readonly string[], a: number, b: number): string[] =>
  lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
