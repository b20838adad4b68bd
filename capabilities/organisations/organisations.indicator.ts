/** What the registers of organisations count for the plan (指标). @law domain 20.2; @plan P3.1.3, P3.1.4, P3.2.2, P3.2.4, P3.3.4 */
import type { PlainDate } from '#kernel/calendar'
import type { CountedPlace, FactRow, Facts, Formula, Values } from '#kernel/indicator'
import { countIf, type RegisterSource } from '#kernel/indicator/source.ts'
import { isActive, isCommitteeMember, isInOffice, isOpened, isSeparate, isStanding, tierOf } from './rules.ts'

/** Facts of one place, all whole numbers of bodies or of persons in office. */
export const sources: readonly RegisterSource[] = [
  {
    name: 'organisations',
    register: 'organisations',
    count(rows: readonly FactRow[], on: PlainDate, value: Values) {
      const months = value<number>('organisations.active-months')
      const standing = (kind: string): number => countIf(rows, (row) => row.kind === kind && isStanding(row, on))
      const active = (row: FactRow): boolean => isActive(row, on, months)
      return {
        'organisations.social': countIf(rows, (row) => tierOf(row) !== undefined && active(row)),
        'organisations.supervision-bodies': standing('supervision_body'),
        'organisations.mediation-commissions': standing('mediation_commission'),
        'organisations.elderly-associations': standing('elderly_association'),
        'organisations.property-subcommittees': standing('property_subcommittee'),
        'organisations.volunteer-teams': countIf(rows, (row) => row.kind === 'volunteer_team' && active(row)),
        'organisations.units-with-facilities': countIf(rows, (row) => isUnit(row) && row.hasFacilities === 1),
        'organisations.units-opened': countIf(rows, (row) => isUnit(row) && isOpened(row, on)),
        'organisations.collectives': countIf(rows, isCollective),
        'organisations.collectives-separate': countIf(rows, (row) => isCollective(row) && isSeparate(row)),
      }
    },
  },
  {
    name: 'terms-of-office',
    register: 'terms-of-office',
    count(rows: readonly FactRow[], on: PlainDate) {
      const serving = rows.filter((row) => isCommitteeMember(row) && isInOffice(row, on))
      return {
        'terms-of-office.committee-members': serving.length,
        'terms-of-office.local-members': countIf(serving, (row) => row.livesHere === 1),
      }
    },
  },
]

const isUnit = (row: FactRow): boolean => row.kind === 'resident_unit'
const isCollective = (row: FactRow): boolean => row.kind === 'collective_economic_org'
const needs = ['organisations']
const isCommittee = (place: CountedPlace): boolean => place.level === 'committee'
const isUrban = (place: CountedPlace): boolean => isCommittee(place) && place.kind === 'urban'
const isRural = (place: CountedPlace): boolean => isCommittee(place) && place.kind === 'rural'
const ofKind = (kind: string) => ({ organisations: (row: FactRow) => row.kind === kind })
const social = { organisations: (row: FactRow) => tierOf(row) !== undefined }

/** One for the place when it has at least one of them. */
function hasOne(fact: string, kind: string, concerned: (place: CountedPlace) => boolean): Formula {
  return {
    needs,
    count: (facts, place) => (concerned(place) ? { n: (facts[fact] ?? 0) >= 1 ? 1 : 0, d: 1 } : undefined),
    behind: ofKind(kind),
  }
}
const reaches = (facts: Facts, least: number) => ({ n: (facts['organisations.social'] ?? 0) >= least ? 1 : 0, d: 1 })

export const formulas: Readonly<Record<string, Formula>> = {
  // 居委会成员本社区居民比例: members of residents' committees in office who live there, of all in office.
  'I-08': {
    needs: ['terms-of-office'],
    count: (facts, place) =>
      isUrban(place)
        ? { n: facts['terms-of-office.local-members'] ?? 0, d: facts['terms-of-office.committee-members'] ?? 0 }
        : undefined,
    behind: { 'terms-of-office': isCommitteeMember },
  },
  'I-11': hasOne('organisations.supervision-bodies', 'supervision_body', isCommittee),
  // Registered, filed and community-led together, active only.
  'I-14': {
    needs,
    count: (facts, place, value) =>
      isUrban(place) ? reaches(facts, value<number>('organisations.social.urban-least')) : undefined,
    behind: social,
  },
  'I-15': {
    needs: ['organisations', 'households'],
    count: (facts, place, value) =>
      isRural(place) && (facts['households.population'] ?? 0) >= value<number>('organisations.social.rural-population')
        ? reaches(facts, value<number>('organisations.social.rural-least'))
        : undefined,
    behind: social,
  },
  // Wherever the unit is registered: a street's units count for the street.
  'I-19': {
    needs,
    count: (facts) => ({
      n: facts['organisations.units-opened'] ?? 0,
      d: facts['organisations.units-with-facilities'] ?? 0,
    }),
    behind: ofKind('resident_unit'),
  },
  'I-21': hasOne('organisations.elderly-associations', 'elderly_association', isCommittee),
  // Villages whose collective organisation, or every one of them, has accounts and a seal of its own.
  'I-22': {
    needs,
    count(facts, place) {
      const all = facts['organisations.collectives'] ?? 0
      if (!isRural(place) || all === 0) return undefined
      return { n: facts['organisations.collectives-separate'] === all ? 1 : 0, d: 1 }
    },
    behind: ofKind('collective_economic_org'),
  },
  'I-28': hasOne('organisations.volunteer-teams', 'volunteer_team', isCommittee),
  'I-35': hasOne('organisations.mediation-commissions', 'mediation_commission', isCommittee),
  'I-66': hasOne('organisations.property-subcommittees', 'property_subcommittee', isUrban),
}
