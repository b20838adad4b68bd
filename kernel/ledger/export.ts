/**
 * The file `ledger:export` writes (liren-ledger/1): JSON lines, one section for each county: a header, then its leaves in order.
 * Every line has one spelling only; a reader refuses any other.
 */
import { canonicalJson } from './canonical.ts'
import { type Fields, isFields, parseJson, toBase64 } from './encoding.ts'
import { type FactRow, isUnfit, leafOf } from './leaf.ts'

export const FORMAT = 'liren-ledger/1'

export type SectionHeader = {
  readonly origin: string
  readonly vkey: string
  /** signed note of the log as the section holds it */
  readonly checkpoint: string
  /** signed notes of the same log when it was shorter; the last one of each day will do */
  readonly earlier: readonly string[]
}

export type LeafLine = {
  /** from 0 */
  readonly i: number
  /** base64 of the leaf hash as the tiles keep it: shows which line was edited, and is proven by the root itself */
  readonly hash: string
  /** text of the leaf; null where the log has a place and the fact is gone */
  readonly leaf: string | null
  /** only on demand: may hold personal data */
  readonly disclosed?: { readonly content: unknown; readonly salt: string }
}

export function headerLine({ origin, vkey, checkpoint, earlier }: SectionHeader): string {
  return JSON.stringify({ format: FORMAT, origin, vkey, checkpoint, earlier })
}

export function leafLine({ i, hash, leaf, disclosed }: LeafLine): string {
  const shown =
    disclosed === undefined ? '' : `,"content":${canonicalJson(disclosed.content)},"salt":"${disclosed.salt}"`
  return `{"i":${i},"hash":"${hash}","leaf":${JSON.stringify(leaf)}${shown}}`
}

/** Undefined unless the line is, letter for letter, one that `headerLine` or `leafLine` writes. */
export function parseLine(line: string): { readonly header: SectionHeader } | { readonly leaf: LeafLine } | undefined {
  const fields = parseJson(line)?.value
  if (!isFields(fields)) return undefined
  try {
    if ('format' in fields) {
      const header = headerFrom(fields)
      return header !== undefined && headerLine(header) === line ? { header } : undefined
    }
    const leaf = leafFrom(fields)
    return leaf !== undefined && leafLine(leaf) === line ? { leaf } : undefined
  } catch (error) {
    if (isUnfit(error)) return undefined // content that no database gave back
    throw error
  }
}

function headerFrom({ origin, vkey, checkpoint, earlier }: Fields): SectionHeader | undefined {
  if (
    typeof origin !== 'string' ||
    typeof vkey !== 'string' ||
    typeof checkpoint !== 'string' ||
    !Array.isArray(earlier)
  )
    return undefined
  return { origin, vkey, checkpoint, earlier: earlier.filter((note) => typeof note === 'string') }
}

function leafFrom(fields: Fields): LeafLine | undefined {
  const { i, hash, leaf, content, salt } = fields
  if (typeof i !== 'number' || !Number.isSafeInteger(i) || i < 0 || typeof hash !== 'string') return undefined
  if (typeof leaf !== 'string' && leaf !== null) return undefined
  if (!('content' in fields)) return { i, hash, leaf }
  return typeof salt === 'string' ? { i, hash, leaf, disclosed: { content, salt } } : undefined
}

/** A place of the log with the fact it was given to. */
export type SealedFact = { readonly index: number; readonly leafHash: Uint8Array; readonly row: FactRow | undefined }

/** The lines of one section, each with its newline; the leaf is worked out again from the row, not read from the log. */
export async function* writeSection(
  header: SectionHeader,
  facts: AsyncIterable<SealedFact> | Iterable<SealedFact>,
  { withContent = false }: { readonly withContent?: boolean } = {},
): AsyncGenerator<string> {
  yield `${headerLine(header)}\n`
  for await (const { index, leafHash, row } of facts) {
    const leaf = row === undefined ? null : leafIfFit(row)
    const line = { i: index, hash: toBase64(leafHash), leaf }
    const shown = withContent && row !== undefined && leaf !== null
    yield `${leafLine(shown ? { ...line, disclosed: { content: row.content, salt: toBase64(row.salt) } } : line)}\n`
  }
}

/** A row that was spoilt past reading must not keep the rest from being exported: the verifier reports its place. */
function leafIfFit(row: FactRow): string | null {
  try {
    return leafOf(row)
  } catch (error) {
    if (isUnfit(error)) return null
    throw error
  }
}
