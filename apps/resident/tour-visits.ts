/** Which stops of the tour were visited, and whether it is wanted: kept on the device only. */
const KEPT = 'liren-tour'

export function visitedStops(): readonly number[] | undefined {
  const kept = localStorage.getItem(KEPT)
  return kept === null ? undefined : kept.split(' ').filter(Boolean).map(Number)
}

export function visitStop(stop: number): void {
  localStorage.setItem(KEPT, [...new Set([...(visitedStops() ?? []), stop])].join(' '))
}

/** 不用了: not offered again on this device; the tour stays in its place. */
export function declineTour(): void {
  localStorage.setItem(KEPT, (visitedStops() ?? []).join(' '))
}
