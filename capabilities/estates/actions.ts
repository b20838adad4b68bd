/** Duties kept in step with the register of estates, and the two reports: whom nobody is in charge of, and how large communities are. */
import { countHouseholds } from '#capabilities/residents'
import { keepDuties, type Shown } from '#kernel/case/duties.ts'
import type { Context } from '#kernel/context'
import type { Directory } from '#kernel/context/world.ts'
import type { CountedFacts } from '#kernel/indicator'
import { addDays, type Term } from '#kernel/calendar'
import { fill } from '#kernel/outcome/texts.ts'
import type { ResolvedValue } from '#kernel/pack'
import { listOpenRows, type OpenRow } from '#kernel/register/plain/store.ts'
import { basisText } from '#kernel/law'
import { text } from '#kernel/text'
import type { EstateLine, EstateTotals, SizeLine } from './contract.ts'
import { startOf } from './estate-duty.v1.procedure.ts'
import { estateOf, isReviewDue } from './estate.indicator.ts'
import { dutyReason } from './present.ts'
import { dutyOf, isCovered, isFulfilled, sizeGrade, withinLegal } from './rules.ts'
import type { Duty, EstateDuty, LegalRange, SizeScale } from './terms.ts'
import { DUTY_ROWS, SIZE_ROWS } from './words.ts'

/** Raises what the decision table calls for, once for each estate; tells open duties what the register shows now. */
export async function keepEstateDuties(context: Context, counted: readonly CountedFacts[]): Promise<void> {
  const { world, today } = context
  const places = counted.filter(({ place }) => place.level === 'committee').map(({ place }) => place.code)
  if (places.length === 0) return
  const rows = await context.asSystem((db) => listOpenRows(db, 'estates', places, today))
  await keepDuties(
    context,
    'estate-duty',
    places,
    rows.flatMap((row): Shown[] => {
      const seen = estateOf(row.cells)
      const rule = dutyOf(seen, world.value<number>('estates.scale', today, row.place).value)
      if (!rule.ok) return []
      return [
        {
          place: row.place,
          duty: row.id,
          about: String(row.cells.name),
          done: isFulfilled(rule.value, seen.coverage),
          seen,
          begin: () => {
            const { step, due, orgs } = startOf(rule.value, seen, world, row.place)
            const data: EstateDuty = {
              duty: row.id,
              rule: rule.value,
              seen,
              due,
              decision: null,
              returnedBecause: null,
              checks: [],
            }
            return { subject: String(row.cells.name), step, holder: world.officeOf('street', row.place).id, orgs, data }
          },
        },
      ]
    }),
  )
}

/** 管理覆盖报告: every estate with what the table says of it and who is in charge; the totals are of the same lines. */
export async function reportEstates(context: Context): Promise<{ lines: EstateLine[]; totals: EstateTotals }> {
  const { world, today } = context
  const { rows, sizes } = await context.inTransaction(async (db) => ({
    rows: await listOpenRows(db, 'estates', 'all', today),
    sizes: new Map((await countHouseholds(db, 'all', today)).map((one) => [one.place, one.living])),
  }))
  const lines = rows.flatMap((row) => lineOf(context, row, sizes.get(row.place)))
  const count = (holds: (line: EstateLine) => boolean): number => lines.filter(holds).length
  const rules = Object.keys(DUTY_ROWS) as Duty[]
  return {
    lines,
    totals: {
      estates: lines.length,
      covered: count((line) => line.covered),
      uncovered: count((line) => !line.covered),
      fulfilled: count((line) => line.fulfilled),
      unfulfilled: count((line) => !line.fulfilled),
      reviewDue: count((line) => line.reviewDue),
      byRule: Object.fromEntries(rules.map((rule) => [rule, count((line) => line.rule === rule)])),
      byCoverage: Object.fromEntries(
        (['committee', 'group', 'entrusted', 'none'] as const).map((one) => [
          one,
          count((line) => line.coverage === one),
        ]),
      ),
    },
  }
  function lineOf(of: Context, row: OpenRow, living: number | undefined): EstateLine[] {
    const value = <Value>(name: string): Value => of.world.value<Value>(name, today, row.place).value
    const seen = estateOf(row.cells)
    const rule = dutyOf(seen, value<number>('estates.scale'))
    if (!rule.ok) return []
    const { name, basis } = DUTY_ROWS[rule.value]
    const entrusted = row.cells.entrustedTo
    return [
      {
        id: row.id,
        county: row.county,
        place: row.place,
        placeName: world.placeName(row.place),
        name: String(row.cells.name),
        ...seen,
        grade: living === undefined ? null : sizeGrade(living, value<SizeScale>('estates.size')),
        rule: rule.value,
        duty: name,
        because: dutyReason({ rule: rule.value, seen }, value),
        basis: basisText(basis),
        covered: isCovered(seen.coverage),
        fulfilled: isFulfilled(rule.value, seen.coverage),
        entrustedTo: entrusted === undefined ? null : world.placeName(String(entrusted)),
        since: row.cells.coveredSince === undefined ? null : String(row.cells.coveredSince),
        reviewDue: isReviewDue(row.cells, today, value<Term>('estates.review')),
      },
    ]
  }
}

/** 社区规模: the plan's grade of each urban community, and beside it the ranges of the laws, each with its days. */
export async function reportSizes(context: Context, directory: Directory): Promise<SizeLine[]> {
  const { acting, today, world } = context
  const under = acting.kind === 'staff' ? acting.places : '-'
  const counts = new Map(
    (await context.inTransaction((db) => countHouseholds(db, 'all', today))).map((one) => [one.place, one]),
  )
  return [...directory.places.values()]
    .filter((place) => place.level === 'committee' && place.code.startsWith(under))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((place) => {
      const scale = world.value<SizeScale>('estates.size', today, place.code).value
      const households = counts.get(place.code)?.living ?? 0
      const grade = place.kind === 'urban' ? sizeGrade(households, scale) : null
      return {
        place: place.code,
        placeName: text(place.name, place.nameEn),
        kind: place.kind,
        households,
        registered: counts.get(place.code)?.registered ?? 0,
        plan: grade && {
          rule: SIZE_ROWS[grade].rule,
          grade,
          name: SIZE_ROWS[grade].name,
          because: fill(SIZE_ROWS[grade].reason, { households, ...scale }),
          basis: basisText(SIZE_ROWS[grade].basis),
        },
        laws: legalRanges(context, place.code).map(({ value, basis, from, to }) => ({
          basis: basisText(basis),
          validFrom: from,
          validTo: to ?? null,
          inForce: from <= today && (to === undefined || today <= to),
          from: value.from,
          to: value.to,
          within: withinLegal(households, value),
        })),
      }
    })
}

/** The range of the law in force, with the one before it and the one after it. */
function legalRanges({ world, today }: Context, place: string): ResolvedValue<LegalRange>[] {
  const at = (day: typeof today) => world.findValue<LegalRange>('estates.legal-range', day, place)
  const now = at(today)
  if (!now) return []
  const before = at(addDays(now.from, -1))
  const after = now.to === undefined ? undefined : at(addDays(now.to, 1))
  return [before, now, after].flatMap((one) => one ?? [])
}
