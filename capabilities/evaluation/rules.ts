/** One evaluation a year at each level, opened by its government alone, its points counted from the system. Pure. @plan P3.3.3, P4.4; domain 6.3 F7, F8; 6.4 */
import type { Acting } from '#kernel/authority'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { Evidence, Level, PlanIndicator } from './terms.ts'

export const WHOLE = 100
const ALL_OR_NOTHING = /一票否决|一票否定|单项否决|否决项|否决指标|veto/iu

/** 谁可以开: the county's office and the head of a street, each for their own place. A department proposes (F7). */
export function mayOpen(acting: Acting): Outcome<{ level: Level; place: string }> {
  if (acting.kind === 'staff' && acting.role === 'county_office')
    return allow({ level: 'county' as const, place: acting.places.padEnd(12, '0') })
  if (acting.kind === 'staff' && acting.role === 'street_admin')
    return allow({ level: 'street' as const, place: acting.places.padEnd(12, '0') })
  return refuse('evaluation-not-yours-to-open', 'plan P3.3.3', { clause: 'F7' })
}

/** The whole plan: weights make 100, every point has evidence that the system holds, none outweighs all the others (F8). */
export function decidePlan(
  indicators: readonly PlanIndicator[],
  isHeld: (evidence: Evidence) => boolean,
): Outcome<readonly PlanIndicator[]> {
  if (indicators.length === 0) return refuse('plan-without-indicators', 'practice')
  const names = indicators.map((one) => one.name.normalize('NFKC').replace(/\s/gu, ''))
  const strict = names.find((name) => ALL_OR_NOTHING.test(name))
  if (strict !== undefined) return refuse('no-all-or-nothing', 'plan P3.3.3', { clause: 'F8', name: strict })
  if (new Set(names).size < names.length) return refuse('indicator-twice', 'practice')
  const loose = indicators.find((one) => !isHeld(one.evidence))
  if (loose) return refuse('evidence-not-in-system', 'plan P3.3.3', { name: loose.name })
  if (indicators.some((one) => !Number.isInteger(one.weight) || one.weight < 1))
    return refuse('weights-are-not-100', 'practice', { sum: sumOf(indicators) })
  return sumOf(indicators) === WHOLE
    ? allow(indicators)
    : refuse('weights-are-not-100', 'practice', { sum: sumOf(indicators) })
}

function sumOf(indicators: readonly PlanIndicator[]): number {
  return indicators.reduce((sum, one) => sum + one.weight, 0)
}
