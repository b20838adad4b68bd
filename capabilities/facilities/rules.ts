/** Standards of community premises (服务用房标准), A3 to A6. Areas in whole 0.01 m². Pure. @plan P3.3.2, P3.3.3; domain 2.4 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { Premises, PremisesShortfall } from './terms.ts'

/** A3: 社区活动场所和公益性服务设施达到500平方米. @plan P3.3.2 */
export function reachesFloor(area: number, floor: number): boolean {
  return area >= floor
}

/** What an urban community has to have: the floor, or its share for the dwellings of new quarters when that is more. */
export function requiredArea(newDwellings: number, floor: number, perHundred: number): number {
  return Math.max(floor, Math.ceil((perHundred * newDwellings) / 100))
}

/** The area that counts on a day: usable, by its share (cut), a leased one to the last day of its lease. */
export function countedArea({ floorArea, usable, leased, leaseUntil, sharePercent }: Premises, on: string): number {
  if (!usable) return 0
  if (leased && (leaseUntil === null || leaseUntil < on)) return 0
  return Math.floor((floorArea * sharePercent) / 100)
}

/** A4: 不动产权利为政府所有, with the number of its certificate. @plan P3.3.2 */
export function isRegistered(one: { readonly certificate: string; readonly rightHolder: string }): boolean {
  return one.certificate !== '' && one.rightHolder === 'government'
}

/** A5: 按居民使用价格收取. @plan P3.3.2 */
export function isResidentsPrice(tariff: string): boolean {
  return tariff === 'resident'
}

/** F4: 违规挂牌, neither by one of those who belong there nor approved. @plan P3.3.3 */
export function isOutsidePlaque(
  one: { readonly issuerKind: string; readonly approval: string },
  allowed: readonly string[],
): boolean {
  return !allowed.includes(one.issuerKind) && one.approval === ''
}

/** What is missing, in 0.01 m²; 0 when nothing is. */
export function gapOf({ area, required }: PremisesShortfall['seen']): number {
  return Math.max(0, required - area)
}

/** Closed only when the register shows the area: the refusal says what is missing. @plan P3.3.2 */
export function areaReached(seen: PremisesShortfall['seen']): Outcome<void> {
  const gap = gapOf(seen)
  return gap === 0
    ? allow()
    : refuse('area-still-short', 'plan P3.3.2', {
        area: inSquareMetres(seen.area),
        required: inSquareMetres(seen.required),
        gap: inSquareMetres(gap),
      })
}

/** 0.01 m² in words. */
export function inSquareMetres(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
