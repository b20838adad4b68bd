/** What may become of a list, what an item must say, and how two versions differ. Pure. @plan P3.1.2; domain 6.1 */
import type { Acting } from '#kernel/authority'
import { isPlainDate, type PlainDate } from '#kernel/calendar'
import { type Basis, isBasis, LAWS } from '#kernel/law'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import {
  CATEGORIES,
  type CitedItem,
  DEMAND_KINDS,
  type ListId,
  LISTS,
  type ListVersion,
  VERSION_STATES,
  type VersionState,
  type WorkItem,
} from './terms.ts'

const PLAN: Basis = 'plan P3.1.2'

/** A list is kept by the office that owns it, for its own place. */
export function mayKeep(acting: Acting, list: ListId, place: string): Outcome<void> {
  const { owner } = LISTS[list]
  return acting.kind === 'staff' && acting.role === owner && place === acting.places
    ? allow()
    : refuse('list-not-yours', PLAN, { owner })
}

export type Hearing = { readonly communities: number; readonly least: number }

/**
 * Drafts are consulted on, approved by a second person on a recorded decision, then brought into force; never back.
 * @param hearing communities that gave an opinion, and how many must have
 */
export function mayAdvance(
  version: Pick<ListVersion, 'state' | 'madeBy' | 'list'>,
  to: VersionState,
  by: string,
  items: number,
  hearing: Hearing,
): Outcome<void> {
  const at = VERSION_STATES.indexOf(version.state)
  if (VERSION_STATES.indexOf(to) !== at + 1 || to === 'superseded')
    return refuse('list-step-not-next', PLAN, { state: version.state, to })
  if (items === 0) return refuse('list-empty', PLAN)
  if (to === 'approved') {
    if (version.madeBy === by) return refuse('own-list-not-approved', 'practice')
    if ((version.list === 'L3' || version.list === 'L4') && hearing.communities < hearing.least)
      return refuse('list-not-heard', PLAN, { heard: hearing.communities, least: hearing.least })
  }
  return allow()
}

/** 依据: at least one law, regulation or document; local practice is none. */
export function checkBasis(given: readonly string[]): Outcome<readonly Basis[]> {
  const named = given.map((one) => one.trim()).filter(Boolean)
  if (named.length === 0) return refuse('no-basis-no-entry', 'plan P3.3.3')
  const wrong = named.filter((one) => one === 'practice' || !isBasis(one))
  if (wrong.length) return refuse('not-a-basis', 'plan P3.3.3', { wrong })
  return allow(named as Basis[])
}

/** Of two editions of a law the first listed answers to the bare title; the other is named with its edition. */
const byTitle = new Map(
  Object.entries(LAWS)
    .reverse()
    .flatMap(([code, law]) => [
      [law.title.zh, code],
      ...(law.edition ? [[`${law.title.zh}(${law.edition.zh})`, code]] : []),
    ]) as [string, string][],
)
const DIGITS = '零一二三四五六七八九'

/** A citation as spreadsheets have it, 《某法》第二十条, as a code with its article; what is one already stays. */
export function readBasis(typed: string): string {
  const given = typed.normalize('NFKC').trim()
  if (isBasis(given)) return given
  const parts = /^《(.+?)》(\(.*?\))?(?:第([零一二三四五六七八九十百\d]+)条)?$/u.exec(given)
  const title = parts?.[1]?.replace(/^中华人民共和国/u, '') ?? ''
  const code = byTitle.get(`${title}${parts?.[2] ?? ''}`) ?? byTitle.get(title)
  if (code === undefined) return given
  return parts?.[3] ? `${code} art ${wholeNumber(parts[3])}` : code
}

/** 二十 is 20, 一百零三 is 103. */
function wholeNumber(zh: string): number {
  if (/^\d+$/.test(zh)) return Number(zh)
  let sum = 0
  let digit = 0
  for (const sign of zh) {
    if (sign === '百') sum += (digit || 1) * 100
    else if (sign === '十') sum += (digit || 1) * 10
    else {
      digit = DIGITS.indexOf(sign)
      continue
    }
    digit = 0
  }
  return sum + digit
}

/** What every item must say; the first thing wrong. */
export function checkItem(item: WorkItem, list: ListId): Outcome<WorkItem> {
  if (!new RegExp(`^${list}-[0-9A-Z-]{1,20}$`).test(item.code)) return refuse('item-code-wrong', 'practice', { list })
  if (!item.name.zh.trim() || !Object.hasOwn(CATEGORIES, item.category))
    return refuse('item-incomplete', PLAN, { code: item.code })
  const basis = checkBasis(item.basis)
  if (!basis.ok) return basis
  if (item.covers.some((kind) => !Object.hasOwn(DEMAND_KINDS, kind)))
    return refuse('item-incomplete', PLAN, { code: item.code })
  if (!isPlainDate(item.from) || (item.to !== null && (!isPlainDate(item.to) || item.to < item.from)))
    return refuse('item-period-wrong', 'practice', { code: item.code })
  if (list === 'L4' && (item.funds === null || item.funds.standard <= 0 || !item.funds.source))
    return refuse('assistance-without-funds', 'plan P3.3.3', { clause: 'F3' })
  if (list === 'L6' && item.steps.length < 2) return refuse('power-without-flow', PLAN, { code: item.code })
  return allow(item)
}

export type Changed = {
  readonly code: string
  readonly fields: readonly { readonly field: keyof WorkItem; readonly before: unknown; readonly after: unknown }[]
}
export type Differences = {
  readonly added: readonly WorkItem[]
  readonly removed: readonly WorkItem[]
  readonly changed: readonly Changed[]
}

/** 版本对比: by code; an item that says the same in both is not mentioned. */
export function differences(before: readonly WorkItem[], after: readonly WorkItem[]): Differences {
  const then = new Map(before.map((item) => [item.code, item]))
  const now = new Map(after.map((item) => [item.code, item]))
  return {
    added: after.filter((item) => !then.has(item.code)),
    removed: before.filter((item) => !now.has(item.code)),
    changed: after.flatMap((item): Changed[] => {
      const old = then.get(item.code)
      if (!old) return []
      const fields = (Object.keys(item) as (keyof WorkItem)[])
        .filter((field) => !same(old[field], item[field]))
        .map((field) => ({ field, before: old[field], after: item[field] }))
      return fields.length ? [{ code: item.code, fields }] : []
    }),
  }
}

/** Compared by what they say: keys in any order. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => same(value, right.get(key)))
}

/**
 * A draft was made from one version, and admissions have made another meanwhile: what came in is taken over, what went out
 * goes out of the draft too, unless the draft itself changed it.
 */
export function rebase(
  base: readonly WorkItem[],
  current: readonly WorkItem[],
  draft: readonly WorkItem[],
): readonly WorkItem[] {
  const moved = differences(base, current)
  const gone = new Set(moved.removed.map((item) => item.code))
  const known = new Set(draft.map((item) => item.code))
  return [...draft.filter((item) => !gone.has(item.code)), ...moved.added.filter((item) => !known.has(item.code))]
}

/** In force on a day, in a place: of its version, and within its own period. */
export function holdsOn(item: Pick<CitedItem, 'from' | 'to' | 'place'>, on: PlainDate, place: string): boolean {
  return place.startsWith(item.place) && item.from <= on && (item.to === null || on <= item.to)
}
