/** Issuing a document (公文): its number from the office's series, its digest, its verification code. */
import type { Context, Services } from '#kernel/context'
import type { CaseRow, DocumentDraft, Office } from '#kernel/procedure'
import { canonicalJson } from '#kernel/ledger/leaf.ts'
import { certificateNumber, documentNumber, trackingNumber, verificationCode } from './number.ts'
import { sealText, sha256 } from '#platform/crypto'

/** The character that stands for the kind in a number: 阳民受字〔2026〕1号. */
export const SERIES_MARK: Readonly<Record<string, string>> = {
  receipt: '收',
  acceptance: '受',
  correction: '补',
  refusal: '退',
  suspension: '停',
  resumption: '复',
  extension: '延',
  approval: '准',
  denial: '驳',
  delivery: '达',
  tolerance: '容',
  termination: '终',
  withdrawal: '撤',
  dispute: '协',
  'work-refusal': '拒',
  referral: '引',
  rectification: '改',
}

export type IssuedDocument = {
  readonly county: string
  readonly id: string
  readonly case_id: string
  readonly kind: string
  readonly number: string
  readonly org: string
  readonly issued_on: string
  readonly person: string | null
  readonly content: { readonly sealed: string }
  readonly digest: string
  readonly verify_code: string
}

/** 机关代字 + the kind's character + 字; certificates of a committee count by its division code. */
export function seriesOf(office: Office, kind: string): string {
  if (kind === 'certificate') return `${office.place}-ZM`
  const mark = SERIES_MARK[kind]
  if (mark === undefined) throw new Error(`no series for documents of kind ${kind}`)
  return `${office.series}${mark}字`
}

export function issueDocument(
  context: Pick<Context, 'services' | 'today' | 'ms'>,
  row: CaseRow,
  draft: DocumentDraft,
  office: Office,
  next: (series: string) => number,
): IssuedDocument {
  const { services, today, ms } = context
  const series = seriesOf(office, draft.kind)
  const year = Number(today.slice(0, 4))
  const number =
    draft.kind === 'certificate'
      ? certificateNumber(series, year, next(series))
      : documentNumber(series, year, next(series))
  const code = verificationCode(services.randomBytes(20))
  const text = {
    ...(draft.content as object),
    kind: draft.kind,
    number,
    authority: office.name,
    issuedOn: today,
    verifyCode: code,
    verifyUrl: `${services.publicUrl}/v/${code}`,
  }
  const body = canonicalJson(text)
  return {
    county: row.county,
    id: services.newId(ms),
    case_id: row.id,
    kind: draft.kind,
    number,
    org: office.id,
    issued_on: today,
    person: row.applicant,
    content: { sealed: sealText(services.keys, body) },
    digest: sha256(body).toString('hex'),
    verify_code: code,
  }
}

export function newTrackingNumber(services: Pick<Services, 'randomBytes'>, today: string): string {
  return trackingNumber(services.randomBytes(8), Number(today.slice(0, 4)))
}
