/** Estates (小区), the size of communities, and the duties that follow from both. */
import type { PlainDate } from '#kernel/calendar'

/** The plan's numbers for the size of a community, in living households. @plan P3.1.3 */
export type SizeScale = {
  readonly floor: number
  readonly advisableFrom: number
  readonly advisableTo: number
}

/** What a law says of the size of a committee's area: "generally", so nothing is unlawful by it alone. */
export type LegalRange = { readonly from: number; readonly to: number }

/** 社区规模四档 (S1–S4): the plan's words, not the law's. */
export type SizeGrade = 'below-floor' | 'below-advisable' | 'advisable' | 'above-advisable'

export type Estate = {
  /** Planned dwellings handed over or to be (H). */
  readonly dwellings: number
  /** Households that have moved in. */
  readonly movedIn: number
  /** An adjacent residents' committee that could take it on exists. */
  readonly adjacent: boolean
}

/** Who is in charge of an estate: exactly one of these. */
export type Coverage = 'committee' | 'group' | 'entrusted' | 'none'

/** The rows of the decision table for new estates. */
export type Duty = 'E1' | 'E2' | 'E3' | 'E4'

/** What the register shows of an estate. */
export type EstateSeen = Estate & { readonly coverage: Coverage }

export type EstateDecision = {
  readonly coverage: Exclude<Coverage, 'none'>
  readonly document: string
  readonly since: string
  readonly group: string | null
  readonly entrustedTo: string | null
  readonly scope: string | null
  readonly on: PlainDate
}

/** The data of a case of the procedure `estate-duty`, which alone writes it. */
export type EstateDuty = {
  /** The row of the register. */
  readonly duty: string
  readonly rule: Duty
  readonly seen: EstateSeen
  readonly due: PlainDate
  readonly markedOverdueOn?: PlainDate
  readonly decision: EstateDecision | null
  readonly returnedBecause: string | null
  readonly checks: readonly { readonly on: PlainDate; readonly movedIn: number; readonly account: string }[]
}

export function estateDuty(data: unknown): EstateDuty {
  return data as EstateDuty
}

/** What is to happen to a committee's area: a new one, or a change of those there are. */
export type EstablishmentAct = 'establish' | 'merge' | 'split' | 'resize' | 'abolish'

/** The data of a case of the procedure `committee-establishment`, which alone writes it. */
export type Establishment = {
  readonly name: string
  readonly form: 'residents' | 'villagers'
  readonly act: EstablishmentAct
  readonly households: number
  readonly reason: string
  /** Who takes over residents, assets, archives and certificates; only of a new one there is nothing to take over. */
  readonly successors: string | null
  readonly publicity: { readonly from: PlainDate; readonly lastDay: PlainDate } | null
  readonly heard: { readonly on: PlainDate; readonly opinions: number; readonly account: string } | null
  readonly assembly: {
    readonly heldOn: string
    readonly eligible: number
    readonly present: number
    readonly inFavour: number
  } | null
  readonly returnedBecause: string | null
  readonly approval: { readonly document: string; readonly on: PlainDate } | null
  readonly codes: { readonly credit: string; readonly division: string } | null
  readonly election: { readonly heldOn: string; readonly account: string } | null
  readonly preparatoryGroup: { readonly document: string; readonly on: PlainDate } | null
}

export function establishment(data: unknown): Establishment {
  return data as Establishment
}
