/** The nouns of the residents' own requests about their data (个人信息权利). */
import type { PlainDate } from '#kernel/calendar'
import type { Dated } from '#kernel/procedure/overdue.ts'

export type DataCorrection = Dated & {
  readonly what: readonly string[]
  readonly should: string // sealed: what the entry should say
  readonly answer: { readonly corrected: boolean; readonly account: string; readonly on: PlainDate } | null
}

/** The data of a row of the procedure `data-correction`, which alone writes it. */
export function dataCorrection(data: unknown): DataCorrection {
  return data as DataCorrection
}
