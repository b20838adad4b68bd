/** The nouns of certificates issued by self-governing bodies (证明). */
import type { CertificateForm } from '#capabilities/duty-lists'
import type { PlainDate } from '#kernel/calendar'
import type { Basis } from '#kernel/law'
import type { Text } from '#kernel/text'

/** A kind that the list of a place retains (保留证明), as its item says it, with the version it is cited from. */
export type RetainedKind = CertificateForm & {
  readonly code: string
  readonly name: Text
  readonly basis: readonly Basis[]
  readonly cited: {
    readonly county: string
    readonly version: string
    readonly number: number
    readonly item: string
  }
}

export const HOW_KNOWN = [
  { value: 'register', label: { zh: '登记册所载', en: 'By the register' } },
  { value: 'seen', label: { zh: '查看了原件', en: 'Originals were seen' } },
  { value: 'visited', label: { zh: '入户核实', en: 'Visited' } },
  { value: 'not-verifiable', label: { zh: '无法核实', en: 'Cannot be verified' } },
] as const

export const REVOKED_BECAUSE = [
  { value: 'fact-wrong', label: { zh: '所载情况不属实', en: 'What it says is wrong' } },
  { value: 'not-ours', label: { zh: '不属于应当出具的证明', en: 'It should never have been issued' } },
  { value: 'asked', label: { zh: '本人申请撤销', en: 'The person asked' } },
] as const

export type StatedFact = { readonly id: string; readonly text: string; readonly how: string }
export type Hand = { readonly by: string; readonly on: PlainDate }

export type CertificateData = {
  readonly kind: string
  /** What it was called on the day it was asked for. */
  readonly title: Text
  /** 办件依据: the item of the list as it stood on the day of the request; null for what is not issued. */
  readonly retained: RetainedKind | null
  /** Sealed: what was typed when no kind fits. */
  readonly words: string
  /** Who demanded it, as typed. */
  readonly demander: string
  readonly purpose: string // sealed
  readonly channel: 'phone' | 'window'
  readonly nameMasked: string
  readonly name: string // sealed
  readonly idNumber: string // sealed
  readonly phone: string // sealed
  readonly address: string // sealed
  /** Persons of the applicant's household: none of them handles it. */
  readonly kin: readonly string[]
  readonly validDays: number
  readonly due: PlainDate
  readonly prepared: (Hand & { readonly facts: readonly StatedFact[] }) | null
  readonly signed: Hand | null
  /** 用印: who put the seal to it. */
  readonly sealUsed: Hand | null
  readonly issued: { readonly number: string; readonly on: PlainDate; readonly until: PlainDate } | null
  readonly revoked: { readonly on: PlainDate; readonly because: string; readonly reason: string } | null
}

/** The data of a row of the procedure `certificate`, which alone writes it. */
export function certificateData(data: unknown): CertificateData {
  return data as CertificateData
}

export type DemandData = {
  /** The organisation as the reporter typed it: for the office alone until it is confirmed. */
  readonly demander: string
  readonly kind: string
  readonly title: Text
  /** What happened: a resident's is sealed; the desk's is not, for it names nobody and every office of the case has to read it. */
  readonly account: string
  /** Its row in the register of organisations, where it was chosen from there, with what it is subordinate to. */
  readonly organisation: { readonly county: string; readonly id: string; readonly parent: string } | null
  readonly nameMasked: string
  /** The day on which somebody was told of it. */
  readonly reportedOn: PlainDate
  /** How many files the copy of the demand has; they open for the reporter and the verifying office alone. */
  readonly copies: number
  /** Sealed: what no exposure may hold. */
  readonly neverSaid: readonly string[]
  readonly reportedBy: 'resident' | 'community'
  readonly due: PlainDate
  readonly verified: { readonly on: PlainDate; readonly organisation: string; readonly superior: string } | null
  readonly sentOn: PlainDate | null
  readonly result: { readonly rectified: boolean; readonly account: string; readonly on: PlainDate } | null
  readonly draft: (Hand & { readonly text: string }) | null
  readonly exposed: { readonly text: string; readonly on: PlainDate } | null
  readonly markedOverdueOn: PlainDate | null
}

/** The data of a row of the procedure `absurd-demand`, which alone writes it. */
export function demandData(data: unknown): DemandData {
  return data as DemandData
}

/** 要求复制件: what the copy of a demand is uploaded as; names on it cannot be covered by a program, so who opens it is narrowed. */
export const DEMAND_COPY = 'restricted-demand-copy'

/** Who reports a demand at the desk, besides residents by phone. */
export const DEMAND_REPORTERS: readonly string[] = [
  'window_clerk',
  'community_worker',
  'committee_chair',
  'committee_member',
]
