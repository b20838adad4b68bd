/** What becomes of a form, and what an office's claims cost the communities in minutes. Pure. @plan P3.3.3; domain 6.3 F5 */
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { FieldAnswer } from './match.ts'
import type { Claim, Frequency, Measures, OfficeBurden } from './terms.ts'

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

/** 用时: fields and photos by their median, meetings by whoever sat in them; whole seconds. */
export function secondsOf(claim: Claim, { secondsPerField, secondsPerPhoto }: Measures): number {
  const { times, fields, photos, minutes, people } = claim
  return times * (fields * secondsPerField + photos * secondsPerPhoto + minutes * 60 * people)
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
      const seconds = all.reduce((sum, one) => sum + secondsOf(one, measures), 0)
      const communities = new Set(all.map((one) => one.community)).size
      const count = (kind: Claim['kind']): number =>
        all.reduce((sum, one) => sum + (one.kind === kind ? one.times : 0), 0)
      return {
        office,
        minutes: Math.floor(seconds / 60),
        meetings: count('meeting'),
        ledgers: count('ledger'),
        forms: count('form'),
        tasks: count('task'),
        fields: all.reduce((sum, one) => sum + one.times * one.fields, 0),
        held: all.reduce((sum, one) => sum + one.times * one.held, 0),
        communities,
        overCap: seconds > measures.capMinutes * 60 * communities,
      }
    })
    .sort((a, b) => b.minutes - a.minutes || (a.office < b.office ? -1 : 1))
}
