/** What may become of a list, what an item must say, and how two versions differ. Pure. @plan P3.1.2; domain 6.1 */
import type { Acting } from '#kernel/authority'
import { isPlainDate, type PlainDate } from '#kernel/calendar'
import { type Basis, isBasis, lawOf, LAWS } from '#kernel/law'
import { allow, type Outcome, refuse, type Refused } from '#kernel/outcome'
import {
  CATEGORIES,
  CERTIFICATE_BLANKS,
  CERTIFICATE_FOR,
  type CertificateForm,
  type CitedItem,
  DEMAND_KINDS,
  type ListId,
  LISTS,
  type ListVersion,
  OTHER_CERTIFICATE,
  VERSION_STATES,
  type VersionState,
  type WorkItem,
} from './terms.ts'
import { FORBIDDEN_CERTIFICATES, forbiddenCertificate } from './words.ts'

const PLAN: Basis = 'plan P3.1.2'

/** A list is kept by the office that owns it, for its own place; that of certificates by the city, for itself or for one county. */
export function mayKeep(acting: Acting, list: ListId, place: string): Outcome<void> {
  const { owner } = LISTS[list]
  if (acting.kind !== 'staff' || acting.role !== owner) return refuse('list-not-yours', PLAN, { owner })
  const ofCounty = list === 'L7' && /^\d{6}$/.test(place) && place.startsWith(acting.places)
  return place === acting.places || ofCounty ? allow() : refuse('list-not-yours', PLAN, { owner })
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
  // To retain no certificate at all is a decision; any other list with nothing in it is a slip.
  if (items === 0 && version.list !== 'L7') return refuse('list-empty', PLAN)
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

/** A field of an item, as forms and spreadsheets have it, and what is wrong with it. */
export type ItemIssue = { readonly field: string; readonly refused: Refused }

/** What every item must say: all that is wrong, each at its field. */
export function wrongIn(item: WorkItem, list: ListId): readonly ItemIssue[] {
  const { code } = item
  const basis = checkBasis(item.basis)
  const from = isPlainDate(item.from)
  const found: readonly (readonly [field: string, refused: Refused | false])[] = [
    ['code', !new RegExp(`^${list}-[0-9A-Z-]{1,20}$`).test(code) && refuse('item-code-wrong', 'practice', { list })],
    ['name', !item.name.zh.trim() && refuse('item-incomplete', PLAN, { code })],
    ['category', !Object.hasOwn(CATEGORIES, item.category) && refuse('item-incomplete', PLAN, { code })],
    ['basis', !basis.ok && basis],
    [
      'covers',
      item.covers.some((kind) => !Object.hasOwn(DEMAND_KINDS, kind)) && refuse('item-incomplete', PLAN, { code }),
    ],
    ['from', !from && refuse('item-period-wrong', 'practice', { code })],
    [
      'to',
      from &&
        item.to !== null &&
        (!isPlainDate(item.to) || item.to < item.from) &&
        refuse('item-period-wrong', 'practice', { code }),
    ],
    [
      'money',
      list === 'L4' &&
        (item.funds === null || item.funds.standard <= 0 || !item.funds.source) &&
        refuse('assistance-without-funds', 'plan P3.3.3', { clause: 'F3' }),
    ],
    ['steps', list === 'L6' && item.steps.length < 2 && refuse('power-without-flow', PLAN, { code })],
  ]
  const certificate =
    (list === 'L7') !== (item.certificate !== undefined)
      ? { field: 'certificate', refused: refuse('certificate-form-wrong', 'D2020-C', { code }) }
      : item.certificate && wrongInCertificate(item, item.certificate)
  return [
    ...found.flatMap(([field, refused]) => (refused ? [{ field, refused }] : [])),
    ...(certificate ? [certificate] : []),
  ]
}

/** The first thing wrong with an item. */
export function checkItem(item: WorkItem, list: ListId): Outcome<WorkItem> {
  return wrongIn(item, list)[0]?.refused ?? allow(item)
}

/** 证明保留清单 as it may be published: every item for itself, and no kind of certificate twice. */
export function checkList(items: readonly WorkItem[], list: ListId): Outcome<void> {
  const kinds = new Set<string>()
  for (const item of items) {
    const checked = checkItem(item, list)
    if (!checked.ok) return checked
    const kind = item.certificate?.kind
    if (kind !== undefined && kinds.has(kind))
      return refuse('certificate-kind-twice', 'practice', { code: item.code, kind })
    if (kind !== undefined) kinds.add(kind)
  }
  return allow()
}

/**
 * 保留的证明: none of the twenty, by its code or by its name; asked for by a law or regulation; a text that leaves no gap.
 * @law D2020-C; plan P3.3.3
 */
function wrongInCertificate(item: WorkItem, { kind, facts, ...form }: CertificateForm): ItemIssue | undefined {
  const { code } = item
  const forbidden = FORBIDDEN_CERTIFICATES.find((one) => one.code === kind) ?? forbiddenCertificate(item.name.zh)
  if (forbidden) {
    const said = { clause: 'F6', code, name: forbidden.name.zh, goTo: forbidden.goTo.zh }
    return { field: 'name', refused: refuse('certificate-forbidden', 'D2020-C', said) }
  }
  if (!item.basis.some((one) => lawOf(one)?.kind === 'act'))
    return { field: 'basis', refused: refuse('certificate-without-law', 'D2020-C', { code }) }
  const labels = facts.map(({ label }) => label.zh)
  const blanks: readonly string[] = [...Object.values(CERTIFICATE_BLANKS), ...labels]
  const used = [...form.template.matchAll(/\{([^{}]*)\}/gu)].map((found) => found[1] ?? '')
  const wrong = [
    ...used.filter((one) => !blanks.includes(one)),
    ...[CERTIFICATE_BLANKS.name, ...labels].filter((one) => !used.includes(one)),
  ]
  if (wrong.length || /[{}]/u.test(form.template.replace(/\{[^{}]*\}/gu, '')))
    return { field: 'template', refused: refuse('certificate-template-wrong', 'practice', { code, wrong }) }
  const days = form.validDays
  const good =
    /^[A-Za-z][\w-]{1,39}$/u.test(kind) &&
    kind !== OTHER_CERTIFICATE &&
    Object.hasOwn(CERTIFICATE_FOR, form.for) &&
    facts.length > 0 &&
    new Set(facts.map(({ id }) => id)).size === facts.length &&
    new Set(blanks).size === blanks.length &&
    labels.every(Boolean) &&
    (days === null || (Number.isInteger(days) && days >= 1))
  return good ? undefined : { field: 'facts', refused: refuse('certificate-form-wrong', 'D2020-C', { code }) }
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
      const fields = ([...new Set([...Object.keys(old), ...Object.keys(item)])] as (keyof WorkItem)[])
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
