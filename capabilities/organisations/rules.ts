/** When a body counts, what is doubtful about it, and what an office was called on a day. @law domain 1.7, 3.1, 10, 20.4; @plan P3.1.4 */
import { addMonths, addYears, dayText, type PlainDate, plainDate } from '#kernel/calendar'
import type { AsOf, CheckedRow, Fault } from '#kernel/register/definition.ts'
import { type Text, text } from '#kernel/text'
import type { Change, Standing } from './terms.ts'

/** The tier of a social organisation (T1–T3), of any kind that has one; undefined for other bodies. @law D2017-O */
export function tierOf(row: CheckedRow): string | undefined {
  return row.tier === undefined ? (row.kind === 'social_org_registered' ? 'T1' : undefined) : String(row.tier)
}

/**
 * 活跃: in the active state, with an activity within so many months of the day; that very day of the month still counts,
 * an activity to come does not. @law domain 10 (4)
 */
export function isActive(row: CheckedRow, on: PlainDate, months: number): boolean {
  if (row.state !== 'active' || row.lastActivityOn === undefined) return false
  const last = plainDate(String(row.lastActivityOn))
  return last <= on && addMonths(last, months) >= on
}

/** Stands on the day: not in preparation, not dormant, founded already. */
export function isStanding(row: CheckedRow, on: PlainDate): boolean {
  return row.state === 'active' && (row.foundedOn === undefined || String(row.foundedOn) <= on)
}

/** 驻区单位开放: facilities open to residents by an agreement that runs on the day, its last day included. */
export function isOpened(row: CheckedRow, on: PlainDate): boolean {
  return row.hasFacilities === 1 && row.agreementUntil !== undefined && String(row.agreementUntil) >= on
}

/** 事务分离: accounts and seal of its own, apart from the committee's. @plan P3.1.4 */
export function isSeparate(row: CheckedRow): boolean {
  return row.separateAccounts === 1 && row.separateSeal === 1
}

/** What cannot be true of an organisation. */
export function organisationFault(row: CheckedRow): Fault | undefined {
  const no = (column: string, zh: string, en: string): Fault => ({ column, text: text(zh, en) })
  const tier = row.tier
  if (row.kind === 'social_org_registered' && tier !== undefined && tier !== 'T1')
    return no('tier', '登记的社会组织属于登记管理', 'a registered organisation is of the registered tier')
  if (row.kind === 'social_org_filed' && tier !== 'T2' && tier !== 'T3')
    return no(
      'tier',
      '未登记的须为街道(乡镇)备案或社区党组织领导',
      'unregistered ones are filed with the street or led by the community',
    )
  if (tier === 'T2' && row.filingNumber === undefined)
    return no('filingNumber', '备案的社会组织须有备案号', 'a filed organisation has a filing number')
  if (row.filedOn !== undefined && row.filingNumber === undefined)
    return no('filingNumber', '有备案日期须有备案号', 'a day of filing needs its number')
  if (row.agreementUntil !== undefined && row.hasFacilities !== 1)
    return no('agreementUntil', '没有可开放设施的单位不填开放协议', 'a unit without facilities opens none')
  if (row.lastActivityOn !== undefined && row.foundedOn !== undefined && row.lastActivityOn < row.foundedOn)
    return no('lastActivityOn', '早于成立日期', 'before it was founded')
  return undefined
}

/** What is doubtful about an organisation that stands. @law domain 10 (5), (6) */
export function organisationConcerns(row: CheckedRow, { today, value }: AsOf): readonly Text[] {
  const found: Text[] = []
  if (tierOf(row) !== undefined && !isActive(row, today, value<number>('organisations.active-months')))
    found.push(text('近期无活动,不计入社会组织数', 'No recent activity: not counted among the social organisations'))
  if (row.kind === 'social_org_registered' && row.creditCode === undefined)
    found.push(text('登记的社会组织缺统一社会信用代码', 'A registered organisation without its credit code'))
  if (row.filedOn !== undefined) {
    const until = addYears(plainDate(String(row.filedOn)), value<number>('organisations.filing-years'))
    if (until < today) found.push(text(`备案已于${until}到期`, `The filing ran out on ${until}`))
  }
  if (row.kind === 'resident_unit' && row.hasFacilities === 1 && !isOpened(row, today))
    found.push(text('有设施,无有效开放协议', 'Has facilities, and no agreement in force to open them'))
  if (row.kind === 'collective_economic_org' && !isSeparate(row))
    found.push(text('账目、印章未与村委会分开', 'Accounts or seal not separate from the committee’s'))
  return found
}

/** In office on the day, first and last day included. */
export function isInOffice(row: CheckedRow, on: PlainDate): boolean {
  return String(row.from) <= on && (row.to === undefined || String(row.to) >= on)
}

const COMMITTEE_POSTS: readonly unknown[] = ['chair', 'vice_chair', 'member']

/** 居(村)委会成员: chair, vice-chairs and members of the committee itself. @law RCOL-2018 art 7; VCOL-2018 art 6 */
export function isCommitteeMember(row: CheckedRow): boolean {
  return row.body === 'committee' && COMMITTEE_POSTS.includes(row.post)
}

export function termFault(row: CheckedRow): Fault | undefined {
  if (row.to !== undefined && row.to < (row.from ?? ''))
    return { column: 'to', text: text('早于任职日期', 'before the term begins') }
  return undefined
}

/** What is doubtful about a term. @law VCOL-2018 art 11 */
export function termConcerns(row: CheckedRow, { today, value }: AsOf): readonly Text[] {
  const found: Text[] = []
  if (isCommitteeMember(row)) {
    if (row.way === 'appointed')
      found.push(
        text('居(村)委会成员由选举产生,不得委派', 'Members of a committee are elected; nobody may appoint them'),
      )
    const longest = addYears(plainDate(String(row.from)), value<number>('organisations.committee-term-years'))
    if (row.to !== undefined && String(row.to) > longest)
      found.push(text(`任期超过法定年限(至${longest})`, `The term is longer than the law's (to ${longest})`))
    else if (row.to === undefined && today > longest)
      found.push(text(`任期已于${longest}届满`, `The term ran out on ${longest}`))
  }
  return found
}

/** A name an office had (曾用名): null where the first or last day is not known. */
export type DatedName = {
  readonly name: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly standing: Standing
  readonly change: Change
}
export type NamedOffice = { readonly name: string; readonly names: readonly DatedName[] }
export type NameThen = { readonly name: string; readonly until: PlainDate | null; readonly standing: Standing }

/**
 * What an office was called on a day: the name it had then, else today's; `until` is the last day of a name that ended. An
 * office that only took work over from another one had no name before.
 */
export function nameOn(office: NamedOffice, day: PlainDate): NameThen {
  const had = office.names
    .filter(({ from, to, change }) => change !== 'split' && (from === null || from <= day) && to !== null && to >= day)
    .reduce<DatedName | undefined>(
      (first, one) => (first && (first.to ?? '') <= (one.to ?? '') ? first : one),
      undefined,
    )
  return had
    ? { name: had.name, until: had.to, standing: had.standing }
    : { name: office.name, until: null, standing: 'confirmed' }
}

const DOUBTS: Readonly<Record<Standing, Text>> = {
  confirmed: text('', ''),
  practice: text('(待本地确认)', ' (to be confirmed locally)'),
  unverified: text('(未核实)', ' (unverified)'),
}

/** «此名用至2018年12月31日,今为市司法局(法制)» */
export function namedSoUntil({ to, standing, change }: DatedName, today: string): Text {
  const doubt = DOUBTS[standing]
  const day = to === null ? text('', '') : dayText(to)
  if (change === 'split')
    return text(
      `部分职责${day.zh}后划入${today}${doubt.zh}`,
      `part of its work went to ${today} after ${day.en}${doubt.en}`,
    )
  return to === null
    ? text(`今为${today}${doubt.zh}`, `now ${today}${doubt.en}`)
    : text(`此名用至${day.zh},今为${today}${doubt.zh}`, `named so until ${day.en}, now ${today}${doubt.en}`)
}
