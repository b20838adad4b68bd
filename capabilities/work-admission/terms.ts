/** The nouns of admission (准入): what an office demands of a community, what was admitted, money that was sent, work refused. @plan P3.3.3; domain 6.2, 6.3 */
import type { Category, Clause, DemandKind, ListId, WorkItem } from '#capabilities/duty-lists'
import type { PlainDate } from '#kernel/calendar'
import type { Basis } from '#kernel/law'

/** 承担方式: the community answers for it, or helps whoever does. */
export type DemandRole = 'responsible' | 'assisting'

/** What an office would put to a community (拟下达事项). */
export type Demand = {
  readonly kind: DemandKind
  readonly category: Category
  readonly role: DemandRole
  readonly title: string
  readonly body: string
  /** Meetings a month, for a series of them. */
  readonly meetings: number
  /** 应急: the law under which it needs no admission. */
  readonly emergency: Basis | null
}

/** Who sends it: code and kind of an office, and the level it works for. */
export type Sender = { readonly code: string; readonly kind: string }

/** Money that the community said it has (到位确认), for these days. */
export type Transfer = { readonly from: string; readonly to: string }

/** An item as a task cites it. */
export type Cited = {
  readonly list: ListId
  readonly code: string
  readonly name: string
  readonly version: string
  readonly number: number
  readonly from: string
  readonly to: string | null
  readonly path: WorkItem['path']
  readonly minutes: number
}

/** What the gate lets through, and what a human has to look at first. */
export type Admitted = {
  readonly item: Cited | null
  readonly emergency: Basis | null
  readonly flags: readonly string[]
}

/** A clause of 6.3, or the admission procedure itself (6.2). */
export type GateClause = Clause | 'access'

export type Refusal = {
  readonly code: string
  readonly basis: Basis
  readonly clause: GateClause
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export type CommunityTask = {
  readonly about: string // its title: what a list shows beside the procedure
  readonly source: 'system' | 'outside'
  readonly batch: string
  readonly sender: string // office; of an outside demand, where it is one of ours
  readonly senderName: string
  readonly demand: Demand
  readonly item: Cited | null
  readonly flags: readonly string[]
  readonly due: PlainDate | null // by when the community does it
  readonly reviewDue: PlainDate | null
  /** The day on which a task that waited reached the community; of the others, the day it was sent. */
  readonly arrivedOn?: PlainDate
  /** Why it may not be asked: of demands from outside the system, and of tasks that were sent back. */
  readonly wrong: Refusal | null
  readonly received: { readonly on: string; readonly way: string } | null
  readonly refusal: {
    readonly number: string
    readonly because: string
    readonly on: PlainDate
    readonly seeBy: PlainDate
  } | null
  readonly comments: readonly { readonly office: string; readonly said: string; readonly on: PlainDate }[]
  readonly outcome: { readonly said: string; readonly on: PlainDate } | null
  /** The agreement on record under which the community did what no list has. */
  readonly agreement?: { readonly id: string; readonly number: string }
  readonly markedOverdueOn?: PlainDate
}
export function communityTask(data: unknown): CommunityTask {
  return data as CommunityTask
}

export type FundsTransfer = {
  readonly about: string
  readonly item: Cited
  readonly sender: string
  readonly amount: number // fen
  readonly from: string
  readonly to: string
  readonly agreement: string
  readonly transferredOn: string
  readonly due: PlainDate
  readonly answer: { readonly said: string; readonly on: PlainDate } | null
}
export function fundsTransfer(data: unknown): FundsTransfer {
  return data as FundsTransfer
}

export type EmergencyRecord = {
  readonly about: string
  readonly basis: Basis
  readonly due: PlainDate
  readonly record: {
    readonly declared: string
    readonly asked: string
    readonly until: string
    readonly on: PlainDate
  } | null
  readonly markedOverdueOn?: PlainDate
}
export function emergencyRecord(data: unknown): EmergencyRecord {
  return data as EmergencyRecord
}

/** 准入申请: what is to be put in a list, and what was found of it. `item.code` is given when it is entered. */
export type WorkAdmission = {
  readonly about: string
  readonly office: string
  readonly list: 'L3' | 'L4'
  readonly item: WorkItem
  readonly object: string // 服务对象
  readonly training: string
  readonly systems: string // 信息系统
  readonly contact: string
  readonly due: PlainDate
  readonly hearing: readonly string[] // communities that are asked
  readonly votes: Votes | null
  readonly publicUntil: PlainDate | null
  readonly reason: string
  readonly markedOverdueOn?: PlainDate
}
export type Votes = {
  readonly members: number
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly minutes: string
}
export function workAdmission(data: unknown): WorkAdmission {
  return data as WorkAdmission
}

/** 公示异议: who objects is known by its office, of a resident by nothing at all. */
export type AdmissionObjection = {
  readonly about: string
  readonly by: ObjectorKind
  readonly org: string | null
  readonly reason: string
  readonly due: PlainDate
  readonly answer: {
    readonly upheld: boolean
    /** What was objected, in words of the county office that name nobody: shown to all. */
    readonly summary: string
    readonly said: string
    readonly on: PlainDate
  } | null
  readonly markedOverdueOn?: PlainDate
}
export type ObjectorKind = 'resident' | 'community' | 'office'
export function admissionObjection(data: unknown): AdmissionObjection {
  return data as AdmissionObjection
}

export type AdmissionPart = {
  readonly about: string
  readonly asked: 'community' | 'street' | 'legal' | 'money'
  readonly due: PlainDate
  readonly answer: { readonly agrees: boolean; readonly said: string; readonly on: PlainDate } | null
}
export function admissionPart(data: unknown): AdmissionPart {
  return data as AdmissionPart
}

export type TemporaryAdmission = {
  readonly about: string
  readonly office: string
  readonly item: WorkItem
  readonly reason: string
  readonly due: PlainDate
  readonly decision: { readonly said: string; readonly on: PlainDate } | null
}
export function temporaryAdmission(data: unknown): TemporaryAdmission {
  return data as TemporaryAdmission
}

export type ListReview = {
  readonly about: string
  readonly year: number
  readonly due: PlainDate
  readonly items: readonly {
    readonly code: string
    readonly list: ListId
    readonly name: string
    readonly to: string | null
  }[]
  readonly retired: readonly {
    readonly code: string
    readonly list: ListId
    readonly cause: string
    readonly account: string
    readonly on: PlainDate
  }[]
}
export function listReview(data: unknown): ListReview {
  return data as ListReview
}

/** 购买服务协议: between an office and a self-governing body; work that no list has may only be bought. */
export type ServiceAgreement = {
  readonly about: string
  readonly number: string
  readonly office: string // who buys
  readonly item: string // what is bought
  readonly from: string
  readonly to: string
  readonly money: number // fen
  readonly document: string
  readonly due: PlainDate
  readonly ending: { readonly said: string; readonly on: PlainDate } | null
}
export function serviceAgreement(data: unknown): ServiceAgreement {
  return data as ServiceAgreement
}
