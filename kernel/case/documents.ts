/** Documents of a case: opened from their seal, checked against their digest, drawn on demand. */
import type { Context } from '#kernel/context'
import { NOTICE_TITLES } from '#kernel/document/titles.ts'
import { text } from '#kernel/text'
import { sameBytes, sha256, unsealText } from '#platform/crypto'
import type * as contract from './contract.ts'
import type { DocumentRow } from './store.ts'

export type RenderDocument = (content: unknown) => Promise<Uint8Array>

export function documentSummary(
  context: Context,
  row: Pick<DocumentRow, 'id' | 'county' | 'kind' | 'number' | 'org' | 'issued_on'>,
): contract.DocumentSummary {
  const office = context.world.office(row.org)
  return {
    id: row.id,
    county: row.county,
    kind: row.kind,
    number: row.number,
    title: NOTICE_TITLES[row.kind] ?? text(row.kind, row.kind),
    office: text(office.name, office.nameEn),
    issuedOn: row.issued_on,
  }
}

export function openContent(context: Context, row: DocumentRow): unknown {
  return JSON.parse(unsealText(context.services.keys, row.content.sealed))
}

/** The kept text is the one whose digest was recorded, and its number is the row's. */
export function isIntact(context: Context, row: DocumentRow): boolean {
  try {
    const body = unsealText(context.services.keys, row.content.sealed)
    const parsed = JSON.parse(body) as { number?: unknown }
    return sameBytes(sha256(body), row.digest) && parsed.number === row.number
  } catch {
    return false
  }
}
