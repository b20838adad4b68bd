/**
 * The 93 indicators of the plan (指标目录), as domain 20.2 has them. The plan gives a number and a year for ten only
 * (`stated`); the other targets are our reading of 全部, 建立健全, 推行, and are shown as such. @plan P2–P4
 */
import type { Indicator } from '#kernel/indicator'
import { GAPS } from './indicators/gaps.ts'
import { LEVEL } from './indicators/level.ts'
import { SAFEGUARDS } from './indicators/safeguards.ts'
import { SYSTEM } from './indicators/system.ts'

export const CATALOGUE: readonly Indicator[] = [...SYSTEM, ...LEVEL, ...GAPS, ...SAFEGUARDS].sort((a, b) =>
  a.id.localeCompare(b.id),
)

const byId = new Map(CATALOGUE.map((one) => [one.id, one]))

/** Undefined when there is no such indicator. */
export function indicatorOf(id: string): Indicator | undefined {
  return byId.get(id)
}
