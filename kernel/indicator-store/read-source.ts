/** What a source counts, place by place, on a day. */
import type { PlainDate } from '#kernel/calendar'
import type { FactRow, Facts, Values } from '#kernel/indicator'
import type { TreePlace } from '#kernel/indicator/figures.ts'
import type { FactSource } from '#kernel/indicator/source.ts'
import { listOpenRows } from '#kernel/register/plain/store.ts'
import type { Db } from '#platform/db'
import * as store from './store.ts'

/** What has to be written to for the source to count anew: a register, a procedure, or the source's own name. */
export function writtenTo(source: FactSource): string {
  return source.register ?? source.procedure ?? source.name
}

/** Places that hold nothing are left out. */
export async function readSource(
  db: Db,
  source: FactSource,
  places: readonly string[] | 'all',
  on: PlainDate,
  tree: readonly TreePlace[],
  valuesAt: (place: string) => Values,
): Promise<Map<string, Facts>> {
  if (source.register !== undefined) {
    const rows = await listOpenRows(db, source.register, places, on)
    const grouped = groupByPlace(rows, (row): FactRow => row.cells)
    return mapEach(grouped, (of, place) => source.count(of, on, valuesAt(place)))
  }
  if (source.procedure !== undefined) {
    const grouped = groupByPlace(await store.listCases(db, source.procedure, places, on), (one) => one.fact)
    return mapEach(grouped, (of, place) => source.count(of, on, valuesAt(place)))
  }
  if ('read' in source) return new Map((await source.read(db, places, on)).map(({ place, facts }) => [place, facts]))
  const found = new Map<string, Facts>()
  for (const place of tree) {
    if (places !== 'all' && !places.includes(place.code)) continue
    const facts = source.fixed(place)
    if (facts) found.set(place.code, facts)
  }
  return found
}

function groupByPlace<Row extends { readonly place: string }, One>(
  rows: readonly Row[],
  of: (row: Row) => One,
): Map<string, One[]> {
  const grouped = new Map<string, One[]>()
  for (const row of rows) {
    const found = grouped.get(row.place)
    if (found) found.push(of(row))
    else grouped.set(row.place, [of(row)])
  }
  return grouped
}

function mapEach<One>(grouped: ReadonlyMap<string, One[]>, count: (of: One[], place: string) => Facts) {
  return new Map([...grouped].map(([place, of]) => [place, count(of, place)] as const))
}
