/** The nouns of the burden meter (减负计量). */
import type { Text } from '#kernel/text'

export type Frequency = 'once' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
export const FREQUENCIES: readonly {
  readonly value: Frequency
  readonly label: Text
  readonly also?: readonly string[]
}[] = [
  { value: 'once', label: { zh: '一次', en: 'Once' } },
  { value: 'daily', label: { zh: '每日', en: 'Daily' }, also: ['每天', '日报'] },
  { value: 'weekly', label: { zh: '每周', en: 'Weekly' }, also: ['周报'] },
  { value: 'monthly', label: { zh: '每月', en: 'Monthly' }, also: ['月报'] },
  { value: 'quarterly', label: { zh: '每季度', en: 'Quarterly' }, also: ['季报'] },
  { value: 'yearly', label: { zh: '每年', en: 'Yearly' }, also: ['年报'] },
]

/**
 * What an office asked of one community in a month (向社区提出的要求). The other capabilities that let offices ask something of
 * communities bring theirs in this shape.
 */
export type Claim = {
  readonly office: string // its name
  readonly community: string // 12 digits
  readonly kind: 'meeting' | 'ledger' | 'form' | 'task'
  readonly times: number
  /** Fields filled in by hand each time. */
  readonly fields: number
  /** Of these, what a register holds already. */
  readonly held: number
  readonly photos: number
  /** Meetings: minutes each, and how many people sat in them. */
  readonly minutes: number
  readonly people: number
  /** The minutes stand in a register; otherwise they were estimated when the work was admitted. */
  readonly recorded?: true
  /** The form that was sent, whose own measured time counts first. */
  readonly form?: string
}

/** 实测中位用时: of a field, over so many answers; of two in the middle the shorter. */
export type Median = { readonly n: number; readonly milliseconds: number }
/** What was measured, by the id of the form, by the name of the office, and of all. */
export type Medians = {
  readonly forms: ReadonlyMap<string, Median>
  readonly offices: ReadonlyMap<string, Median>
  readonly city: Median | undefined
}
/** Of what a field's time is the median, or that it is the dated estimate. */
export type Timed = Median & { readonly basis: 'form' | 'office' | 'city' | 'estimate' }

/** What the measure rests on: medians, and dated values where there are too few answers. */
export type Measures = {
  readonly medians: Medians
  readonly measuredLeast: number
  readonly secondsPerField: number
  readonly secondsPerPhoto: number
  readonly capMinutes: number
}

/** What one office took of the communities in a month; never of which. */
export type OfficeBurden = {
  readonly office: string
  readonly minutes: number
  /** Of these: fields by medians that were measured, each over so many answers or more; meetings by the register. */
  readonly measured: number
  readonly answers: number
  readonly recorded: number
  readonly estimated: number
  readonly meetings: number
  readonly ledgers: number
  readonly forms: number
  readonly tasks: number
  readonly fields: number
  readonly held: number
  readonly communities: number
  /** Minutes for each community are above the cap. */
  readonly overCap: boolean
}
