/** When a text is valid, which words do not belong in one, when a council lives. @law VCOL-2018 art 27; RCOL-2018 art 15; D2018-R; @plan P3.2.3 */
import { addMonths, lastDayOf, type PlainDate, plainDate, type Term, type WorkCalendar } from '#kernel/calendar'
import type { AsOf, CheckedRow, Fault } from '#kernel/register/definition.ts'
import { type Text, text } from '#kernel/text'

/**
 * 有效: checked by the street or township before the vote, voted, and in force on the day, first and last day included. An
 * unchecked text may not be put to the vote, a text not voted is void.
 */
export function isValidText(row: CheckedRow, on: PlainDate): boolean {
  return (
    row.checkPassedOn !== undefined &&
    row.checkPassedOn <= (row.adoptedOn ?? '') &&
    String(row.inForceFrom) <= on &&
    (row.inForceTo === undefined || String(row.inForceTo) >= on)
  )
}

/** 村规民约、居民公约: the convention of «一约四会»; a charter is not one. */
export function isConvention(row: CheckedRow): boolean {
  return row.kind === 'village_rules' || row.kind === 'residents_convention'
}

/** The flagged words that a text holds; … in a word stands for up to twenty characters of one sentence. */
export function flaggedWords(summary: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => {
    const [head = '', tail] = word.split('…')
    if (tail === undefined) return summary.includes(head)
    return summary
      .split(head)
      .slice(1)
      .some((after) => (after.split(/[。;!?\n]/u)[0] ?? '').slice(0, BETWEEN + tail.length).includes(tail))
  })
}
const BETWEEN = 20

/** The last day for filing, counted from the vote. @law D2018-R */
export function lastDayOfFiling(adoptedOn: PlainDate, term: Term, calendar: WorkCalendar): PlainDate {
  return lastDayOf(term, adoptedOn, calendar).day
}

/** What cannot be: above all a vote before the check. */
export function conventionFault(row: CheckedRow): Fault | undefined {
  const { adoptedOn = '', checkPassedOn, filedOn, publishedOn, inForceFrom = '', inForceTo } = row
  if (checkPassedOn !== undefined && checkPassedOn > adoptedOn)
    return {
      column: 'adoptedOn',
      text: text('未经乡镇(街道)审核把关不得提交表决', 'voted before the street or township had checked it'),
    }
  if (filedOn !== undefined && filedOn < adoptedOn)
    return { column: 'filedOn', text: text('早于表决通过日期', 'before it was voted') }
  if (publishedOn !== undefined && publishedOn < adoptedOn)
    return { column: 'publishedOn', text: text('早于表决通过日期', 'before it was voted') }
  if (inForceFrom < adoptedOn) return { column: 'inForceFrom', text: text('早于表决通过日期', 'before it was voted') }
  if (inForceTo !== undefined && inForceTo < inForceFrom)
    return { column: 'inForceTo', text: text('早于生效日期', 'before it came into force') }
  return undefined
}

/** What is doubtful about a text. */
export function conventionConcerns(row: CheckedRow, { today, calendar, value }: AsOf): readonly Text[] {
  const found: Text[] = []
  const words = flaggedWords(String(row.summary ?? ''), value<readonly string[]>('charters.flagged-words'))
  if (words.length)
    found.push(
      text(
        `含不宜写入的内容:${words.join('、')}。公约以教育为主,不得罚款或限制合法权益`,
        `Holds what does not belong there: ${words.join(', ')}. A text educates; it may not fine or take rights away`,
      ),
    )
  if (row.checkPassedOn === undefined)
    found.push(
      text('无乡镇(街道)审核记录,不计为有效', 'No check by the street or township on record: not counted as valid'),
    )
  const last = lastDayOfFiling(plainDate(String(row.adoptedOn)), value<Term>('charters.filing'), calendar)
  if (row.filedOn === undefined ? today > last : String(row.filedOn) > last)
    found.push(
      row.filedOn === undefined
        ? text(`尚未备案,期限为${last}`, `Not filed; the last day was ${last}`)
        : text(`备案迟于期限(${last})`, `Filed after the last day (${last})`),
    )
  if (row.womenShare === 0) found.push(text('表决会议没有妇女参加', 'No women took part in the vote'))
  return found
}

/** In its term on the day, first and last day included. */
export function isInTerm(row: CheckedRow, on: PlainDate): boolean {
  return String(row.termFrom) <= on && (row.termTo === undefined || String(row.termTo) >= on)
}

/** At least one activity within so many months of the day; that very day of the month still counts. */
export function hasMet(row: CheckedRow, on: PlainDate, months: number): boolean {
  if (row.lastActivityOn === undefined) return false
  const last = plainDate(String(row.lastActivityOn))
  return last <= on && addMonths(last, months) >= on
}

export type CouncilBar = { readonly members: number; readonly months: number }

/** 健全: in its term, with rules, enough members, and alive. @law domain 5.4 */
export function isComplete(row: CheckedRow, on: PlainDate, bar: CouncilBar): boolean {
  return (
    isInTerm(row, on) &&
    row.rulesDocument !== undefined &&
    Number(row.members) >= bar.members &&
    hasMet(row, on, bar.months)
  )
}

export function councilFault(row: CheckedRow): Fault | undefined {
  if (row.termTo !== undefined && row.termTo < (row.termFrom ?? ''))
    return { column: 'termTo', text: text('早于任期开始', 'before the term begins') }
  return undefined
}

/** Why a council does not count, in words. */
export function councilConcerns(row: CheckedRow, { today, value }: AsOf): readonly Text[] {
  const found: Text[] = []
  const least = value<number>('charters.council-members-least')
  if (!isInTerm(row, today)) found.push(text('不在任期内', 'Not in its term'))
  if (row.rulesDocument === undefined) found.push(text('没有章程或议事规则', 'No rules of its own'))
  if (Number(row.members) < least) found.push(text(`成员少于${least}人`, `Fewer than ${least} members`))
  if (!hasMet(row, today, value<number>('charters.council-active-months')))
    found.push(text('近期没有活动', 'No recent activity'))
  return found
}
