/** What becomes of a form, and what an office's claims cost the communities in minutes. Pure. @plan P3.3.3; domain 6.3 F5 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { FieldAnswer } from './match.ts'
import type { Claim, Frequency, Measures, OfficeBurden, Timed } from './terms.ts'

export type FormVerdict = {
  readonly fields: number
  readonly held: number
  readonly becomes: 'generated' | 'shortened' | 'sent'
}

/** 系统生成: when so many percent of its fields are held; shortened when some are; sent as it is when none is. */
export function verdictOf(answers: readonly Pick<FieldAnswer, 'kind'>[], generatedShare: number): FormVerdict {
  const fields = answers.length
  const held = answers.filter((one) => one.kind === 'held').length
  const generated = fields > 0 && held * 100 >= generatedShare * fields
  return { fields, held, becomes: generated ? 'generated' : held > 0 ? 'shortened' : 'sent' }
}

/** May it go out to communities as it stands? */
export function decideSending(verdict: FormVerdict): Outcome<void> {
  const { fields, held, becomes } = verdict
  if (fields === 0) return refuse('form-without-fields', 'practice')
  if (becomes === 'generated') return refuse('form-is-generated', 'plan P3.3.3', { fields, held })
  return becomes === 'shortened' ? refuse('form-asks-what-is-held', 'plan P3.3.3', { fields, held }) : allow()
}

/** How often something is due in a month of so many working days. */
export function timesIn(frequency: Frequency, month: string, workingDays: number): number {
  const number = Number(month.slice(5, 7))
  switch (frequency) {
    case 'once':
      return 0 // counted in the month it was asked
    case 'daily':
      return workingDays
    case 'weekly':
      return 4
    case 'monthly':
      return 1
    case 'quarterly':
      return number % 3 === 0 ? 1 : 0
    case 'yearly':
      return number === 12 ? 1 : 0
  }
}

/**
 * 每个字段用时: the median of the form itself, else of the office's forms, else of all, from `measuredLeast` answers on;
 * otherwise the dated estimate.
 */
export function timedBy({ form, office }: Pick<Claim, 'form' | 'office'>, measures: Measures): Timed {
  const { medians, measuredLeast, secondsPerField } = measures
  const found = [
    ['form', form === undefined ? undefined : medians.forms.get(form)],
    ['office', medians.offices.get(office)],
    ['city', medians.city],
  ] as const
  for (const [basis, median] of found) if (median && median.n >= measuredLeast) return { basis, ...median }
  return { basis: 'estimate', n: 0, milliseconds: secondsPerField * 1000 }
}

/** 用时: whole milliseconds, by what they rest on. Meetings are minutes times whoever sat in them. */
export type Cost = { readonly measured: number; readonly recorded: number; readonly estimated: number }

export function costOf(claim: Claim, measures: Measures): Cost {
  const { times, fields, photos, minutes, people, recorded } = claim
  const { basis, milliseconds } = timedBy(claim, measures)
  const ofFields = times * fields * milliseconds
  const sat = times * minutes * 60_000 * people
  return {
    measured: basis === 'estimate' ? 0 : ofFields,
    recorded: recorded ? sat : 0,
    estimated:
      times * photos * measures.secondsPerPhoto * 1000 + (basis === 'estimate' ? ofFields : 0) + (recorded ? 0 : sat),
  }
}

/**
 * 有效用时: what is kept of the seconds that a screen sends with an answer. Never more than passed between opening and answering
 * by the server's clock; null, no measurement, where nothing was filled in, no time passed, or a field took longer than anybody
 * needs.
 */
export function secondsKept(
  sent: number | null,
  { opened, answered }: { readonly opened: number; readonly answered: number },
  filled: number,
  mostPerField: number,
): number | null {
  if (sent === null) return null
  const seconds = Math.min(sent, Math.floor((answered - opened) / 1000))
  return seconds > 0 && filled > 0 && seconds <= mostPerField * filled ? seconds : null
}

/** 填报内容: each row with one cell for each field, none of them empty throughout. Answers with how many fields were filled in. */
export function countFilled(rows: readonly (readonly string[])[], fields: number): Outcome<number> {
  if (rows.length === 0) return refuse('answer-without-rows', 'practice')
  const wrong = rows.findIndex((row) => row.length !== fields)
  if (wrong >= 0) return refuse('answer-not-of-this-form', 'practice', { row: wrong + 1, fields })
  const counts = rows.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const empty = counts.indexOf(0)
  if (empty >= 0) return refuse('answer-row-empty', 'practice', { row: empty + 1 })
  return allow(counts.reduce((sum, one) => sum + one, 0))
}

/** 部门减负账: offices by what they took, the most first. The communities stay a number. */
export function league(claims: readonly Claim[], measures: Measures): readonly OfficeBurden[] {
  const byOffice = new Map<string, Claim[]>()
  for (const one of claims) {
    if (one.times === 0) continue
    const known = byOffice.get(one.office)
    if (known) known.push(one)
    else byOffice.set(one.office, [one])
  }
  return [...byOffice]
    .map(([office, all]): OfficeBurden => {
      const costs = all.map((one) => costOf(one, measures))
      const sum = (part: keyof Cost): number => costs.reduce((of, one) => of + one[part], 0)
      const took = sum('measured') + sum('recorded') + sum('estimated')
      const minutes = Math.floor(took / 60_000)
      const measured = Math.floor(sum('measured') / 60_000)
      const recorded = Math.floor(sum('recorded') / 60_000)
      const communities = new Set(all.map((one) => one.community)).size
      const count = (kind: Claim['kind']): number =>
        all.reduce((of, one) => of + (one.kind === kind ? one.times : 0), 0)
      return {
        office,
        minutes,
        measured,
        answers: answersBehind(all, measures),
        recorded,
        estimated: minutes - measured - recorded,
        meetings: count('meeting'),
        ledgers: count('ledger'),
        forms: count('form'),
        tasks: count('task'),
        fields: all.reduce((of, one) => of + one.times * one.fields, 0),
        held: all.reduce((of, one) => of + one.times * one.held, 0),
        communities,
        overCap: took > measures.capMinutes * 60_000 * communities,
      }
    })
    .sort((a, b) => b.minutes - a.minutes || (a.office < b.office ? -1 : 1))
}

/** The fewest answers behind a median that counts for these claims; 0 where nothing was measured. */
function answersBehind(claims: readonly Claim[], measures: Measures): number {
  const behind = claims.filter((one) => one.fields > 0).map((one) => timedBy(one, measures).n)
  const measured = behind.filter((n) => n > 0)
  return measured.length === 0 ? 0 : Math.min(...measured)
}
