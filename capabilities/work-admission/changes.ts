/** When a hearing is enough, checks are passed, a vote carried; who objects while it is published, and when it may be entered. Pure. @plan P3.3.3; domain 6.2 */
import type { PlainDate } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { AdmissionObjection, AdmissionPart, Votes, WorkAdmission } from './terms.ts'

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

export type Objector = {
  /** The office that objects; null for a resident. */
  readonly org: string | null
  /** What it answers for, as a prefix; '-' for all of the city. */
  readonly places: string
  /** An objection of the same is on record. */
  readonly before: boolean
}

/** 公示期内提出异议: from the day it is published to the last day of the term, once, never by whoever applied. @plan P3.3.3; domain 6.2 step 6 */
export function mayObject(
  admission: Pick<WorkAdmission, 'publicUntil' | 'office'> & { readonly step: string; readonly place: string },
  by: Objector,
  today: PlainDate,
): Outcome<void> {
  const { publicUntil, step, office, place } = admission
  if (publicUntil === null) return refuse('admission-not-published', 'plan P3.3.3')
  if (today > publicUntil) return refuse('objection-too-late', 'plan P3.3.3', { lastDay: publicUntil })
  if (step !== 'publicity') return refuse('admission-not-published', 'plan P3.3.3')
  if (by.org === office) return refuse('own-application', 'practice')
  if (by.places !== '-' && !by.places.startsWith(place.slice(0, 6))) return refuse('not-of-this-county', 'practice')
  return by.before ? refuse('objected-already', 'practice') : allow()
}

/** Every objection has its answer, and none was found right. */
export function objectionsSettled(all: readonly Pick<AdmissionObjection, 'answer'>[]): Outcome<void> {
  const open = all.filter((one) => one.answer === null).length
  if (open) return refuse('objections-unanswered', 'plan P3.3.3', { open })
  const upheld = all.filter((one) => one.answer?.upheld).length
  return upheld ? refuse('objection-upheld', 'plan P3.3.3', { upheld }) : allow()
}

/** Refused because of an objection: one of those on record was found right; one that came on paper is told in the reasons. */
export function mayRejectForObjection(all: readonly Pick<AdmissionObjection, 'answer'>[]): Outcome<void> {
  const open = all.filter((one) => one.answer === null).length
  if (open) return refuse('objections-unanswered', 'plan P3.3.3', { open })
  return all.length === 0 || all.some((one) => one.answer?.upheld) ? allow() : refuse('no-objection-upheld', 'practice')
}
