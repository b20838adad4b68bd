/** The catalogue counted for the plan (事项目录指标): I-26, I-40, I-41, from its own data. @plan P3.2.2, P3.2.5; @law domain 20.2 */
import type { CountedPlace, Facts, Formula } from '#kernel/indicator'
import type { FactSource } from '#kernel/indicator/source.ts'
import { FIELDS, ITEMS } from './index.ts'
import type { ServiceItem } from './terms.ts'

const CATALOGUE = 'service-catalogue'
/** The rung of proof that the phone itself gives: a code, and the match with the register. */
const ON_THE_PHONE = 2

/** 移动端可办: everybody reaches the rung it needs with the phone alone. */
export function isOnThePhone(item: Pick<ServiceItem, 'proof'>): boolean {
  return item.proof <= ON_THE_PHONE
}

/**
 * 一号一窗一网: asked for with the identity number alone, at any window, and on the net to its end: nobody has to come, and
 * no original has to be shown.
 */
export function isAllOnTheNet(item: Pick<ServiceItem, 'proof' | 'visits' | 'materials'>): boolean {
  return (
    isOnThePhone(item) &&
    item.visits === 0 &&
    !item.materials.some(
      ({ source, kind, necessity }) => source === 'applicant' && kind === 'original' && necessity === 'required',
    )
  )
}

export const catalogueSource: FactSource = {
  name: CATALOGUE,
  fixed: ({ level }): Facts | undefined =>
    level === 'city' || level === 'county'
      ? {
          'service-catalogue.items': ITEMS.length,
          'service-catalogue.fields': FIELDS.filter(({ field }) => ITEMS.some((one) => one.field === field)).length,
          'service-catalogue.on-the-net': ITEMS.filter(isAllOnTheNet).length,
          'service-catalogue.on-the-phone': ITEMS.filter(isOnThePhone).length,
        }
      : undefined,
}

function share(level: CountedPlace['level'], of: string, over: (facts: Facts) => number): Formula {
  return {
    needs: [CATALOGUE],
    count: (facts, place) => (place.level === level ? { n: facts[of] ?? 0, d: over(facts) } : undefined),
  }
}

const items = (facts: Facts): number => facts['service-catalogue.items'] ?? 0

export const catalogueFormulas: Readonly<Record<string, Formula>> = {
  // One directory for the whole city: every county covers what it covers.
  'I-26': share('county', 'service-catalogue.fields', () => FIELDS.length),
  'I-40': share('county', 'service-catalogue.on-the-net', items),
  'I-41': share('city', 'service-catalogue.on-the-phone', items),
}
