/** Premises, meters, plaques and video points (服务用房与设施), and the tasks that follow from them. */
import type { PlainDate } from '#kernel/calendar'

/** What counts of one facility on a day; areas in 0.01 m². */
export type Premises = {
  readonly floorArea: number
  readonly usable: boolean
  readonly leased: boolean
  readonly leaseUntil: string | null
  /** Percent of it that is this community's: 100 unless an agreed split is recorded. */
  readonly sharePercent: number
}

/** The data of a case of the procedure `premises-shortfall`, which alone writes it. Areas in 0.01 m². */
export type PremisesShortfall = {
  readonly duty: string
  readonly seen: { readonly area: number; readonly required: number }
  /** The last day of the step it is at: first for the plan, then what the plan promises. */
  readonly due: PlainDate
  readonly markedOverdueOn?: PlainDate
  readonly plan: { readonly measures: readonly string[]; readonly account: string; readonly on: PlainDate } | null
  readonly progress: readonly { readonly on: PlainDate; readonly account: string }[]
}

/** The data of a case of the procedure `tariff-complaint`, which alone writes it. */
export type TariffComplaint = {
  /** The row of the meter. */
  readonly duty: string
  readonly seen: { readonly tariff: string }
  readonly meter: {
    readonly premises: string
    readonly kind: string
    readonly number: string
    readonly supplier: string
  }
  readonly due: PlainDate
  readonly markedOverdueOn?: PlainDate
  readonly lodged: { readonly on: PlainDate; readonly account: string } | null
}

export function premisesShortfall(data: unknown): PremisesShortfall {
  return data as PremisesShortfall
}
export function tariffComplaint(data: unknown): TariffComplaint {
  return data as TariffComplaint
}
