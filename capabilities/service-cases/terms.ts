/** The nouns of a service case (办件). */
import type { Clock, PlainDate, Term } from '#kernel/calendar'
import type { FormValues } from '#kernel/form'
import type { Basis } from '#kernel/law'

export type MaterialState = 'supplied' | 'to-fetch' | 'fetched' | 'missing' | 'tolerated'
export type HeldMaterial = {
  readonly id: string
  readonly state: MaterialState
  readonly files: readonly string[]
  /** What an office's data said of a shared material. */
  readonly checked?: { readonly on: PlainDate; readonly finding: string }
}

/** A dated value as it was when the case began; the case keeps it (ARCHITECTURE law 1). */
export type KeptTerm = {
  readonly term: Term
  readonly basis: Basis
  readonly pack: string
  readonly from: string
  readonly verified: boolean
}

export type Stage = {
  readonly id: string
  readonly order: number
  readonly office: string
  readonly task: { readonly zh: string; readonly en: string }
  readonly days: number /** the decision itself, taken on the master */
  readonly decides: boolean
}

/** What the master knows of a part (子办件), so that its own due day follows. */
export type PartState = {
  readonly openedOn?: PlainDate
  readonly suspensions: Clock['suspensions']
  readonly answeredOn?: PlainDate
  readonly opinion?: 'agree' | 'disagree'
  readonly reason?: string
}

/** 代办授权. Acts free of charge; money goes to the principal's own account only. */
export type Mandate = {
  readonly agent: string
  readonly kind: 'signed' | 'oral-recorded' | 'family'
  readonly relation: string
  readonly from: PlainDate
  readonly to: PlainDate
}

export type Decision = {
  readonly outcome: 'approve' | 'deny'
  readonly on: PlainDate
  readonly reason: string
  readonly law: string
  readonly by: string
}

export type ServiceData = {
  readonly item: string
  readonly itemVersion: string // day from which this definition of the item holds
  readonly channel: 'phone' | 'window'
  readonly nameMasked: string
  readonly proofRung: number
  readonly form: FormValues // identity numbers, accounts and phones sealed
  readonly materials: readonly HeldMaterial[]
  readonly promised: KeptTerm
  readonly legal: KeptTerm | null
  readonly submittedOn: PlainDate
  readonly received: PlainDate // restarts when a correction comes in
  readonly corrections: readonly {
    readonly on: PlainDate
    readonly missing: readonly string[]
    readonly note: string
    readonly deadline: PlainDate
    readonly remindedOn?: PlainDate
    readonly answeredOn?: PlainDate
  }[]
  readonly clock: Clock | null
  readonly stages: readonly Stage[]
  readonly parts: Readonly<Record<string, PartState>>
  readonly tolerance: {
    readonly missing: readonly string[]
    readonly deadline: PlainDate
    readonly metOn?: PlainDate
  } | null
  readonly noToleranceUntil: PlainDate | null
  readonly lapsedTolerance?: boolean
  readonly special: { readonly name: string; readonly from: PlainDate; readonly waitsForApplicant: boolean } | null
  readonly extended: boolean
  readonly decision: Decision | null
  readonly deliveredOn: PlainDate | null
  readonly rating: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment: string; readonly on: PlainDate } | null
  readonly mandate: Mandate | null
  readonly remindedOn?: PlainDate
  readonly markedOverdueOn?: PlainDate
  readonly deliveryOverdueOn?: PlainDate
  /** Present when only one case of the item may be open for an applicant. */
  readonly oneOpen?: '1'
}

export type PartData = {
  readonly item: string
  readonly stage: Stage
  readonly nameMasked: string
  readonly clock: Clock
  readonly special: { readonly name: string; readonly from: PlainDate } | null
  readonly dispute: { readonly on: PlainDate; readonly reason: string; readonly proposed: string } | null
  readonly answer: { readonly opinion: 'agree' | 'disagree'; readonly reason: string; readonly on: PlainDate } | null
  readonly remindedOn?: PlainDate
  readonly markedOverdueOn?: PlainDate
}

export type FollowUpData = {
  readonly item: string
  readonly rated: string // the office that was rated
  readonly score: number
  readonly comment: string
  readonly openedOn: PlainDate
  readonly callBackBy: PlainDate
  readonly correctBy: PlainDate
  readonly complex: boolean
  readonly calledBackOn: PlainDate | null
  readonly correctedOn: PlainDate | null
  readonly account: string
  readonly appeal: { readonly on: PlainDate; readonly reason: string } | null
  readonly markedOverdueOn?: PlainDate
}

/** Narrowing at the one place where a procedure meets its own data. */
export function serviceData(data: unknown): ServiceData {
  return data as ServiceData
}
export function partData(data: unknown): PartData {
  return data as PartData
}
export function followUpData(data: unknown): FollowUpData {
  return data as FollowUpData
}
