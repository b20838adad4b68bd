/** Facility radar (设施短板): what communities are short of and what they overpay for becomes a task of the county. */
import type { Term } from '#kernel/calendar'
import { lastDayOf } from '#kernel/calendar'
import { keepDuties, type Shown } from '#kernel/case/duties.ts'
import type { Context } from '#kernel/context'
import type { CountedFacts } from '#kernel/indicator'
import { listOpenRows } from '#kernel/register/plain/store.ts'
import { shortfallDue } from './premises-shortfall.v1.procedure.ts'
import { isResidentsPrice, requiredArea } from './rules.ts'
import * as store from './store.ts'
import type { PremisesShortfall, TariffComplaint } from './terms.ts'

export async function keepFacilityDuties(context: Context, counted: readonly CountedFacts[]): Promise<void> {
  const communities = counted.filter(({ place }) => place.level === 'committee')
  if (communities.length === 0) return
  await keepShortfalls(context, communities)
  await keepComplaints(
    context,
    communities.map(({ place }) => place.code),
  )
}

/** While nobody has entered any premises, nothing can be said to be missing. */
async function keepShortfalls(context: Context, counted: readonly CountedFacts[]): Promise<void> {
  const { world, today } = context
  if (!(await context.asSystem((db) => store.holdsPremises(db)))) return
  const shown = counted.flatMap(({ place, facts }): Shown[] => {
    if (place.kind !== 'urban') return []
    const value = (name: string): number => world.value<number>(name, today, place.code).value
    const area = facts['premises.counted-area'] ?? 0
    const required = requiredArea(
      facts['estates.new-dwellings'] ?? 0,
      value('facilities.urban-floor'),
      value('estates.premises-per-hundred'),
    )
    const seen = { area, required }
    return [
      {
        place: place.code,
        duty: 'premises',
        done: area >= required,
        seen,
        begin: () => {
          const due = shortfallDue('facilities.shortfall-plan', today, world, place.code)
          const data: PremisesShortfall = { duty: 'premises', seen, due, plan: null, progress: [] }
          const holder = world.officeOf('county', place.code).id
          return { subject: 'premises-shortfall', step: 'raised', holder, data }
        },
      },
    ]
  })
  await keepDuties(
    context,
    'premises-shortfall',
    counted.map(({ place }) => place.code),
    shown,
  )
}

async function keepComplaints(context: Context, places: readonly string[]): Promise<void> {
  const { world, today } = context
  const rows = await context.asSystem((db) => listOpenRows(db, 'meters', places, today))
  await keepDuties(
    context,
    'tariff-complaint',
    places,
    rows.map(({ id, place, cells }): Shown => {
      const seen = { tariff: String(cells.tariff) }
      return {
        place,
        duty: id,
        about: String(cells.premises),
        done: isResidentsPrice(seen.tariff),
        seen,
        begin: () => {
          const term = world.value<Term>('facilities.tariff-complaint', today, place).value
          const meter = {
            premises: String(cells.premises),
            kind: String(cells.kind),
            number: String(cells.number),
            supplier: String(cells.supplier ?? ''),
          }
          const due = lastDayOf(term, today, world.calendar).day
          const data: TariffComplaint = { duty: id, seen, meter, due, lodged: null }
          return { subject: 'tariff-complaint', step: 'raised', holder: world.officeOf('county', place).id, data }
        },
      }
    }),
  )
}
