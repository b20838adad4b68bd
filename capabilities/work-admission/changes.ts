/** When a hearing is enough, checks are passed, a vote carried. Pure. @plan P3.3.3; domain 6.2 */
import type { PlainDate } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { AdmissionPart, Votes } from './terms.ts'

type Part = Pick<AdmissionPart, 'asked' | 'answer' | 'due'>

/** Enough communities answered in writing; the streets too, unless their time is over. */
export function heardEnough(parts: readonly Part[], least: number, today: PlainDate): Outcome<void> {
  const answered = parts.filter((one) => one.asked === 'community' && one.answer !== null).length
  if (answered < least) return refuse('hearing-too-small', 'RCOL-2018 art 20', { named: answered, least })
  const silent = parts.filter((one) => one.asked === 'street' && one.answer === null && today <= one.due).length
  return silent ? refuse('streets-not-heard', 'RCOL-2018 art 20', { silent }) : allow()
}

/** Both said yes: it is lawful, and the money is there. */
export function passedChecks(parts: readonly Part[]): Outcome<void> {
  for (const asked of ['legal', 'money'] as const) {
    const found = parts.find((one) => one.asked === asked)
    if (!found?.answer) return refuse('check-not-answered', 'plan P3.3.3', { check: asked })
    if (!found.answer.agrees)
      return asked === 'money'
        ? refuse('funds-not-confirmed', 'plan P3.3.3', { clause: 'F3' })
        : refuse('not-lawful', 'plan P3.3.3', { clause: 'F1' })
  }
  return allow()
}

/** Over half of the members voted, and over half of them for it. Refuses a count that is none. @practice */
export function carried(votes: Omit<Votes, 'minutes'>): Outcome<boolean> {
  const present = votes.for + votes.against + votes.abstained
  if (present > votes.members) return refuse('more-votes-than-members', 'practice', { present, members: votes.members })
  if (2 * present <= votes.members)
    return refuse('leading-group-no-quorum', 'practice', { present, members: votes.members })
  return allow(2 * votes.for > votes.members)
}
