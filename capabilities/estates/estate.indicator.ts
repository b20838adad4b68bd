/** What the estates and the households say of the plan: I-01 to I-06, I-45, I-50. @plan P3.1.3, P3.3.2, P3.3.4; domain 20.2 */
import { addDays, type PlainDate, plainDate, type Term } from '#kernel/calendar'
import type { Counted, CountedPlace, FactRow, Facts, Formula, Values } from '#kernel/indicator'
import { countIf, type FactSource } from '#kernel/indicator/source.ts'
import { dutyOf, halfMovedIn, isCovered, isFulfilled, perHouseholds, sizeGrade } from './rules.ts'
import type { Coverage, EstateSeen, SizeScale } from './terms.ts'

/** A row of the register as the rules see it. */
export function estateOf(row: FactRow): EstateSeen {
  return {
    dwellings: Number(row.dwellings),
    movedIn: Number(row.movedIn),
    adjacent: row.adjacent === 1,
    coverage: row.coverage as Coverage,
  }
}

const isProject = (row: FactRow): boolean => row.quarter === 'new' || row.quarter === 'renewal'
const isChecked = (row: FactRow): boolean =>
  isProject(row) && (row.handoverArea !== undefined || row.acceptedArea !== undefined)
const isOldUnmanaged = (row: FactRow): boolean => row.quarter === 'old' && row.propertyCompany !== 1

/** 代管每年复核: a residents' group or an entrustment that nobody has looked at for a year. @practice domain 2.2 E3 */
export function isReviewDue(row: FactRow, on: PlainDate, term: Term): boolean {
  if (row.coverage !== 'entrusted') return false
  const last = row.reviewedOn ?? row.coveredSince
  return last === undefined || addDays(plainDate(String(last)), term.days) < on
}

export function countEstates(rows: readonly FactRow[], on: PlainDate, value: Values): Facts {
  const scale = value<number>('estates.scale')
  const perHundred = value<number>('estates.premises-per-hundred')
  const review = value<Term>('estates.review')
  const enough = (area: string | number | undefined, row: FactRow): boolean =>
    area !== undefined && perHouseholds(Number(area), Number(row.dwellings), perHundred)
  const isDue = (row: FactRow): boolean => Number(row.dwellings) >= scale && halfMovedIn(estateOf(row))
  const count = (holds: (row: FactRow) => boolean): number => countIf(rows, holds)
  return {
    'estates.count': rows.length,
    'estates.dwellings': rows.reduce((sum, row) => sum + Number(row.dwellings), 0),
    'estates.committee-due': count(isDue),
    'estates.committee-formed': count((row) => isDue(row) && row.coverage === 'committee'),
    'estates.checked': count(isChecked),
    'estates.checked-enough': count((row) => isChecked(row) && enough(row.handoverArea ?? row.acceptedArea, row)),
    'estates.without-committee': count((row) => row.coverage !== 'committee'),
    'estates.covered-otherwise': count((row) => row.coverage === 'group' || row.coverage === 'entrusted'),
    'estates.uncovered': count((row) => !isCovered(estateOf(row).coverage)),
    'estates.unfulfilled': count((row) => {
      const duty = dutyOf(estateOf(row), scale)
      return duty.ok && !isFulfilled(duty.value, estateOf(row).coverage)
    }),
    'estates.review-due': count((row) => isReviewDue(row, on, review)),
    'estates.special': count((row) => row.special !== undefined),
    'estates.special-formed': count((row) => row.special !== undefined && row.coverage === 'committee'),
    'estates.old-unmanaged': count(isOldUnmanaged),
    'estates.old-self-governed': count((row) => isOldUnmanaged(row) && row.management !== undefined),
    'estates.projects': count(isProject),
    'estates.projects-planned': count((row) => isProject(row) && enough(row.planArea, row)),
    'estates.new-dwellings': rows.reduce((sum, row) => sum + (isProject(row) ? Number(row.dwellings) : 0), 0),
  }
}

export const estateSource: FactSource = { name: 'estates', register: 'estates', count: countEstates }

/** A share of estates, added up from the communities where they stand. */
function ofEstates(n: string, d: string, behind?: (row: FactRow) => boolean): Formula {
  return {
    needs: ['estates'],
    count: (facts, { level }) =>
      level === 'committee' ? { n: facts[`estates.${n}`] ?? 0, d: facts[`estates.${d}`] ?? 0 } : undefined,
    ...(behind ? { behind: { estates: behind } } : {}),
    duties: ['estate-duty'],
  }
}

/** A share of the urban communities: those whose living households satisfy. */
function ofUrban(holds: (households: number, scale: SizeScale) => boolean): Formula {
  return {
    needs: ['households'],
    count: (facts: Facts, { level, kind }: CountedPlace, value: Values): Counted | undefined =>
      level === 'committee' && kind === 'urban'
        ? { n: holds(facts['households.living'] ?? 0, value<SizeScale>('estates.size')) ? 1 : 0, d: 1 }
        : undefined,
  }
}

export const estateFormulas: Readonly<Record<string, Formula>> = {
  'I-01': ofUrban((households, scale) => sizeGrade(households, scale) === 'advisable'),
  'I-02': ofUrban((households, scale) => sizeGrade(households, scale) !== 'below-floor'),
  'I-03': ofEstates('committee-formed', 'committee-due'),
  'I-04': ofEstates('checked-enough', 'checked', isChecked),
  'I-05': ofEstates('covered-otherwise', 'without-committee', (row) => row.coverage !== 'committee'),
  'I-06': ofEstates('special-formed', 'special', (row) => row.special !== undefined),
  'I-45': ofEstates('old-self-governed', 'old-unmanaged', isOldUnmanaged),
  'I-50': ofEstates('projects-planned', 'projects', isProject),
}
