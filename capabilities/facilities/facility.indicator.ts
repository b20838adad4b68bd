/** What premises, meters, plaques and video points say of the plan: I-33, I-42 to I-44, I-47, I-49, I-51, I-52, I-58. @plan P3.2.3, P3.2.5, P3.3.1 to P3.3.3; domain 18, 20.2 */
import type { PlainDate } from '#kernel/calendar'
import type { Counted, CountedPlace, FactRow, Facts, Formula, Values } from '#kernel/indicator'
import { countIf, type FactSource } from '#kernel/indicator/source.ts'
import { countedArea, isOutsidePlaque, isRegistered, isResidentsPrice, reachesFloor } from './rules.ts'

const sumOf = (rows: readonly FactRow[], of: (row: FactRow) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)
const asText = (cell: string | number | undefined): string => (cell === undefined ? '' : String(cell))

/** What one facility adds to a community's area on a day, in 0.01 m². */
export function areaOf(row: FactRow, on: PlainDate): number {
  const premises = {
    floorArea: Number(row.floorArea),
    usable: row.usable === 1,
    leased: row.source === 'leased',
    leaseUntil: row.leaseUntil === undefined ? null : String(row.leaseUntil),
    sharePercent: Number(row.sharePercent ?? 100),
  }
  return countedArea(premises, on)
}

const registered = (row: FactRow): boolean =>
  isRegistered({ certificate: asText(row.certificate), rightHolder: asText(row.rightHolder) })

export function countPremises(rows: readonly FactRow[], on: PlainDate, value: Values): Facts {
  const counted = value<readonly string[]>('facilities.counted-kinds')
  const usable = (kind: string): number => countIf(rows, (row) => row.kind === kind && row.usable === 1)
  const shelters = rows.filter((row) => row.kind === 'shelter' && row.usable === 1)
  return {
    'premises.count': rows.length,
    'premises.counted-area': sumOf(
      rows.filter((row) => counted.includes(asText(row.kind))),
      (row) => areaOf(row, on),
    ),
    'premises.service': countIf(rows, (row) => row.kind === 'service-premises'),
    'premises.service-registered': countIf(rows, (row) => row.kind === 'service-premises' && registered(row)),
    'premises.culture-centres': usable('culture-centre'),
    'premises.newspaper-boards': usable('newspaper-board'),
    'premises.fitness-paths': usable('fitness-path'),
    'premises.elderly-centres': usable('elderly-centre'),
    'premises.shelters': shelters.length,
    'premises.shelter-area': sumOf(shelters, (row) => areaOf(row, on) + Number(row.outdoorArea ?? 0)),
  }
}

export function countMeters(rows: readonly FactRow[]): Facts {
  return {
    'meters.count': rows.length,
    'meters.resident': countIf(rows, (row) => isResidentsPrice(asText(row.tariff))),
  }
}

export function countPlaques(rows: readonly FactRow[], _on: PlainDate, value: Values): Facts {
  const allowed = value<readonly string[]>('facilities.plaques-by')
  const outside = rows.filter((row) =>
    isOutsidePlaque({ issuerKind: asText(row.issuerKind), approval: asText(row.approval) }, allowed),
  )
  return {
    'plaques.count': rows.length,
    'plaques.outside': outside.length,
    'plaques.outside-institutions': countIf(outside, (row) => row.kind === 'institution'),
  }
}

const isInstalled = (row: FactRow): boolean => row.installedOn !== undefined

export function countVideoPoints(rows: readonly FactRow[], on: PlainDate): Facts {
  const standing = rows.filter((row) => isInstalled(row) && String(row.installedOn) <= on)
  return {
    'video-points.count': rows.length,
    'video-points.installed': standing.length,
    'video-points.key': countIf(rows, (row) => row.keyPoint === 1),
    'video-points.covered': countIf(standing, (row) => row.keyPoint === 1),
    'video-points.should-network': countIf(rows, (row) => row.shouldNetwork === 1),
    'video-points.networked': countIf(standing, (row) => row.shouldNetwork === 1 && row.networked === 1),
    'video-points.due-days': sumOf(standing, (row) => Number(row.dueDays ?? 0)),
    'video-points.working-days': sumOf(standing, (row) => Number(row.workingDays ?? 0)),
    'video-points.controllable': countIf(standing, (row) => row.controllable === 1),
    'video-points.controlled-days': sumOf(standing, (row) =>
      row.controllable === 1 ? Number(row.workingDays ?? 0) : 0,
    ),
  }
}

export const facilitySources: readonly FactSource[] = [
  { name: 'premises', register: 'premises', count: countPremises },
  { name: 'meters', register: 'meters', count: countMeters },
  { name: 'plaques', register: 'plaques', count: countPlaques },
  { name: 'video-points', register: 'video-points', count: countVideoPoints },
]

type Count = (facts: Facts, place: CountedPlace, value: Values) => Counted | undefined

/** Asked of communities alone. */
const ofCommunities =
  (count: Count): Count =>
  (facts, place, value) =>
    place.level === 'committee' ? count(facts, place, value) : undefined
const shareOf = (n: string, d: string): Count => ofCommunities((facts) => ({ n: facts[n] ?? 0, d: facts[d] ?? 0 }))

const CULTURE = ['premises.culture-centres', 'premises.newspaper-boards', 'premises.fitness-paths'] as const

export const facilityFormulas: Readonly<Record<string, Formula>> = {
  'I-33': {
    needs: ['premises'],
    count: ofCommunities((facts) => ({ n: CULTURE.every((one) => (facts[one] ?? 0) > 0) ? 1 : 0, d: 1 })),
    behind: {
      premises: ({ kind }) => kind === 'culture-centre' || kind === 'newspaper-board' || kind === 'fitness-path',
    },
  },
  'I-42': {
    needs: ['video-points'],
    count: shareOf('video-points.covered', 'video-points.key'),
    behind: { 'video-points': (row) => row.keyPoint === 1 },
  },
  'I-43': {
    needs: ['video-points'],
    count: shareOf('video-points.networked', 'video-points.should-network'),
    behind: { 'video-points': (row) => row.shouldNetwork === 1 },
  },
  // Available and controlled at once: days on which a controllable point worked, of all days on which points should have.
  'I-44': {
    needs: ['video-points'],
    count: shareOf('video-points.controlled-days', 'video-points.due-days'),
    behind: { 'video-points': isInstalled },
  },
  'I-47': {
    needs: ['premises', 'households'],
    count: shareOf('premises.shelter-area', 'households.population'),
    behind: { premises: ({ kind }) => kind === 'shelter' },
  },
  'I-49': {
    needs: ['premises'],
    duties: ['premises-shortfall'],
    count: ofCommunities((facts, { kind }, value) =>
      kind === 'urban'
        ? {
            n: reachesFloor(facts['premises.counted-area'] ?? 0, value<number>('facilities.urban-floor')) ? 1 : 0,
            d: 1,
          }
        : undefined,
    ),
  },
  'I-51': {
    needs: ['premises'],
    count: shareOf('premises.service-registered', 'premises.service'),
    behind: { premises: ({ kind }) => kind === 'service-premises' },
  },
  'I-52': { needs: ['meters'], duties: ['tariff-complaint'], count: shareOf('meters.resident', 'meters.count') },
  'I-58': {
    needs: ['plaques'],
    count: ofCommunities((facts) => ({ n: facts['plaques.outside'] ?? 0, d: 1 })),
  },
}
