/** 字段比对: which datum a header of a form asks for. Deterministic, pure. @plan P3.3.3; domain 6.3 */
import type { Datum, Level } from './dictionary.ts'

/** Whose header it is, when it is the person the form is about. */
const SUBJECT =
  /^(?:本人|申请人|户主|被登记人|居民|村民|老人|老年人|儿童|残疾人|党员|志愿者|住户|犬主|申报人|领取人|您的|你的)(?=.)/u
/** Of somebody else, whom the register of the person asked does not hold. */
const SOMEBODY_ELSE =
  /^(?:子女|配偶|父亲|母亲|父母|监护人|家属|亲属|房东|房主|出租人|承租人|联系人|紧急联系人|代领人|代办人|当事人|楼栋长|楼长|网格员|经办人|填报人|审核人|调解员|业委会)/u
const ASKING = /^(?:是否有|是否为|是否|有无|有没有|请填写|请输入|填写)(?=.)/u

/** Full width, blanks, marks, units and notes in brackets, the person it is about, 是否 and 有无: away. */
export function plainHeader(header: string): string {
  const bare = header
    .normalize('NFKC')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/^\d+(?=\p{Script=Han})/u, '')
    .toLowerCase()
  return bare.replace(SUBJECT, '').replace(ASKING, '')
}

/** 重合度 in percent: pairs of characters that both have, of all they have (Dice). */
export function overlap(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  if (one.length === 0 || other.length === 0) return a === b ? 100 : 0
  const left = [...other]
  let both = 0
  for (const pair of one) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    both++
  }
  return Math.floor((200 * both) / (one.length + other.length))
}

function pairsOf(text: string): string[] {
  const signs = [...text]
  return signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`)
}

export type FieldAnswer =
  | { readonly kind: 'held'; readonly datum: Datum }
  | { readonly kind: 'not-held' }
  | { readonly kind: 'ambiguous'; readonly among: readonly Datum[] }

/** All data that a header may mean: those that are called exactly so, else the nearest within the threshold. */
export function candidatesOf(header: string, dictionary: readonly Datum[], threshold: number): readonly Datum[] {
  const plain = plainHeader(header)
  if (plain === '') return []
  const exact = dictionary.filter((one) => one.names.includes(plain))
  if (exact.length > 0) return exact
  if (SOMEBODY_ELSE.test(plain)) return []
  let best = threshold
  let near: Datum[] = []
  for (const datum of dictionary)
    for (const name of datum.names) {
      const score = overlap(plain, name)
      if (score < best) continue
      if (score > best) near = []
      best = score
      if (!near.includes(datum)) near.push(datum)
    }
  return near
}

/** What a form is most often about, the commonest first; the others are asked about only by forms that are about them. */
const USUAL: readonly Level[] = ['person', 'estate', 'premises', 'organisation', 'plaque', 'video-point', 'community']
/** Besides its own, what a form about this also asks. */
const ALSO: Readonly<Partial<Record<Level, readonly Level[]>>> = {
  person: ['household', 'community'],
  household: ['person', 'community'],
  officer: ['person', 'social-worker', 'community'],
  'social-worker': ['person', 'community'],
}

/** A form as a whole: what it is about settles what a header that may mean several things means. */
export function answerFields(
  headers: readonly string[],
  dictionary: readonly Datum[],
  threshold: number,
): readonly FieldAnswer[] {
  const all = headers.map((header) => candidatesOf(header, dictionary, threshold))
  const about = levelOf(all)
  return all.map((found) => answerOf(found, about))
}

function answerOf(found: readonly Datum[], about: Level | undefined): FieldAnswer {
  if (found.length === 0) return { kind: 'not-held' }
  if (about === undefined) {
    const usual = found.filter((one) => USUAL.includes(one.level))
    return answerAmong(usual.length > 0 ? usual : found)
  }
  for (const level of [about, ...(ALSO[about] ?? ['community'])]) {
    const fitting = found.filter((one) => one.level === level)
    if (fitting.length > 0) return answerAmong(fitting)
  }
  // Held of everybody, but the form is about something else: whose is it? Held only of a few: not of these.
  return found.some((one) => USUAL.includes(one.level)) ? { kind: 'ambiguous', among: found } : { kind: 'not-held' }
}

function answerAmong(found: readonly Datum[]): FieldAnswer {
  const [only, ...more] = found
  return only && more.length === 0 ? { kind: 'held', datum: only } : { kind: 'ambiguous', among: found }
}

/** What most headers may be about; undefined when that says nothing. The place itself is asked in every form. */
function levelOf(all: readonly (readonly Datum[])[]): Level | undefined {
  const counts = new Map<Level, number>()
  for (const found of all)
    for (const level of new Set(found.map((one) => one.level)))
      if (level !== 'community') counts.set(level, (counts.get(level) ?? 0) + 1)
  const rank = (level: Level): number => (USUAL.includes(level) ? USUAL.indexOf(level) : USUAL.length)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]))
  if (!first) return undefined
  return second && second[1] === first[1] && first[1] === 1 ? undefined : first[0]
}
