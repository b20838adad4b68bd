/**
 * Rule packs (准则参数): every threshold, term and list of the rules, with its basis and its dates.
 * A value is resolved for a day and a place; a matter keeps the day it began on, and so its values.
 */
import { type PlainDate, plainDate } from '#kernel/calendar'
import type { Basis } from '#kernel/law'

export type PackValue<Value> = {
  readonly value: Value // JSON: a Term, a number, a string, a list
  readonly basis: Basis
  readonly from: PlainDate // first day in force
  readonly to?: PlainDate // last day in force
  /** The value was compared with the text of its basis. Values that were not are shown as such to administrators. */
  readonly verified: boolean
  readonly note?: string
  readonly source?: string
  /** How a bare number reads: an area in 0.01 m², a calendar year; else a count. */
  readonly unit?: ValueUnit
}

export type ValueUnit = 'area' | 'year'

/** As written in a pack file: days are plain strings there and checked when the pack is defined. */
export type PackEntry<Value> = Omit<PackValue<Value>, 'from' | 'to'> & { readonly from: string; readonly to?: string }

/** `place` is a division-code prefix (区划代码前缀): '' the whole country, '14' the province, '140302' a district. */
export type Pack = {
  readonly id: string
  readonly place: string
  readonly values: Readonly<Record<string, readonly PackValue<unknown>[]>>
}
/** Packs laid over one another. Order decides only between values of equal place and equal first day: the later pack wins. */
export type PackSet = readonly Pack[]

export type ResolvedValue<Value> = {
  readonly value: Value
  readonly basis: Basis
  readonly pack: string
  readonly place: string
  readonly from: PlainDate
  readonly to: PlainDate | undefined
  readonly verified: boolean
  readonly unit: ValueUnit | undefined
}

export class UnknownPackValueError extends Error {
  override name = 'UnknownPackValueError'
}
export class PackValueNotInForceError extends Error {
  override name = 'PackValueNotInForceError'
}
export class MisdatedPackValueError extends Error {
  override name = 'MisdatedPackValueError'
}

type Entries = Readonly<Record<string, PackEntry<unknown> | readonly PackEntry<unknown>[]>>

/** A pack; a name may have several values, one after the other in time. */
export function definePack(id: string, entries: Entries, { place = '' }: { readonly place?: string } = {}): Pack {
  const values = Object.entries(entries).map(([name, given]) => {
    const dated = (isList(given) ? given : [given]).map((entry) => datedValue(`${id}: ${name}`, entry))
    return [name, dated] as const
  })
  return { id, place, values: Object.fromEntries(values) }
}

export type PackQuestion = { readonly on: PlainDate; readonly place?: string }

/**
 * The value in force on a day, for a place. Longest matching place first, then the latest first day.
 * Without a place only the values of the whole country count.
 */
export function resolve<Value>(packs: PackSet, name: string, question: PackQuestion): ResolvedValue<Value> {
  const found = findValue(packs, name, question)
  if (found !== undefined) return valueOf<Value>(found)
  if (!packs.some((pack) => Object.hasOwn(pack.values, name))) {
    throw new UnknownPackValueError(`no pack holds a value named "${name}"`)
  }
  throw new PackValueNotInForceError(
    `the value "${name}" is not in force on ${question.on} at place "${question.place ?? ''}"`,
  )
}

/** All names held by any pack, in order: for the page of values and for tests. */
export function namesOf(packs: PackSet): readonly string[] {
  return [...new Set(packs.flatMap((pack) => Object.keys(pack.values)))].sort()
}

/** Every value of a name, whatever its days and place: its history (沿革). */
export function historyOf(packs: PackSet, name: string): readonly ResolvedValue<unknown>[] {
  return packs
    .flatMap((pack) => valuesIn(pack, name).map((held) => valueOf<unknown>({ pack, held })))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.place.length - b.place.length))
}

/** A value set at run time (运行中调整): proposed by one person, confirmed by another. */
export type OverrideRow = {
  readonly name: string
  readonly value: unknown
  readonly place: string // division-code prefix
  readonly from: string
  readonly to?: string | null
  readonly basis: Basis
  readonly source: string
  readonly verified?: boolean
  readonly setBy: string
  readonly confirmedBy?: string | null
}

export const OVERRIDE_PACK = 'set-at-run-time'

/**
 * The packs with the values set at run time laid over them. Rows that nobody else has confirmed are left out, and so
 * are rows for names no pack holds: run time changes values, it does not invent them.
 */
export function mergeOverrides(packs: PackSet, rows: readonly OverrideRow[]): PackSet {
  const known = new Set(namesOf(packs))
  const counting = rows.filter((row) => isConfirmed(row) && known.has(row.name))
  const places = [...new Set(counting.map((row) => row.place))].sort()
  const laidOver = places.map((place) => {
    const values: Record<string, PackEntry<unknown>[]> = {}
    for (const row of counting) if (row.place === place) (values[row.name] ??= []).push(entryOf(row))
    return definePack(OVERRIDE_PACK, values, { place })
  })
  return [...packs, ...laidOver]
}

function isConfirmed(row: OverrideRow): boolean {
  return typeof row.confirmedBy === 'string' && row.confirmedBy !== '' && row.confirmedBy !== row.setBy
}

function entryOf({ value, basis, from, to, verified, source }: OverrideRow): PackEntry<unknown> {
  const entry = { value, basis, from, verified: verified === true, source }
  return to === undefined || to === null ? entry : { ...entry, to }
}

type Found = { readonly pack: Pack; readonly held: PackValue<unknown> }

function findValue(packs: PackSet, name: string, { on, place = '' }: PackQuestion): Found | undefined {
  let best: Found | undefined
  for (const pack of packs) {
    if (!place.startsWith(pack.place)) continue
    for (const held of valuesIn(pack, name)) {
      if (held.from > on || (held.to !== undefined && held.to < on)) continue
      if (best === undefined || winsOver(pack, held, best)) best = { pack, held }
    }
  }
  return best
}

function winsOver(pack: Pack, held: PackValue<unknown>, best: Found): boolean {
  if (pack.place.length !== best.pack.place.length) return pack.place.length > best.pack.place.length
  return held.from >= best.held.from
}

function valuesIn(pack: Pack, name: string): readonly PackValue<unknown>[] {
  return Object.hasOwn(pack.values, name) ? (pack.values[name] ?? []) : []
}

/** The one who asks names the type, as with a parser: a pack is data, and only its reader knows the shape meant. */
function valueOf<Value>({ pack, held }: Found): ResolvedValue<Value> {
  const { basis, from, to, verified, unit } = held
  return { value: held.value as Value, basis, pack: pack.id, place: pack.place, from, to, verified, unit }
}

function datedValue(what: string, { from, to, ...rest }: PackEntry<unknown>): PackValue<unknown> {
  const dated = { ...rest, from: plainDate(from) }
  if (to === undefined) return dated
  if (to < from) throw new MisdatedPackValueError(`${what} ends before it begins`)
  return { ...dated, to: plainDate(to) }
}

function isList<Entry>(given: Entry | readonly Entry[]): given is readonly Entry[] {
  return Array.isArray(given)
}
