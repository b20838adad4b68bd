/** When a service case is due, what it still lacks, what it may do next. Pure. @law ALL arts 32, 42, 44, 45, 82; domain 7.3–7.8 */
import {
  addDays,
  type Clock,
  dueDay,
  lastDayOf,
  type PlainDate,
  resume,
  startClock,
  type Term,
  type WorkCalendar,
} from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import type { ServiceData, Stage, PartState } from './terms.ts'

export type Due = { readonly day: PlainDate; readonly provisional: boolean }

/**
 * The master's due day (总时限): parallel parts count once, by the longest; serial parts add up; suspensions of a part move it.
 * @law domain 7.8 [practice]
 */
export function chainDue(
  acceptedOn: PlainDate,
  stages: readonly Stage[],
  parts: Readonly<Record<string, PartState>>,
  calendar: WorkCalendar,
): Due {
  let start = acceptedOn
  let provisional = false
  for (const order of ordersOf(stages)) {
    let end = start
    for (const stage of stages.filter((one) => one.order === order)) {
      const clock: Clock = {
        ...startClock(start, { days: stage.days, unit: 'working-days' }),
        suspensions: parts[stage.id]?.suspensions ?? [],
      }
      const due = dueDay(clock, calendar)
      provisional ||= due.provisional
      if (due.day > end) end = due.day
    }
    start = end
  }
  return { day: start, provisional }
}

export function ordersOf(stages: readonly Stage[]): number[] {
  return [...new Set(stages.map((stage) => stage.order))].sort((a, b) => a - b)
}

/** The stages to open next: those of the lowest order not yet answered, and not yet opened. */
export function nextStages(stages: readonly Stage[], parts: Readonly<Record<string, PartState>>): readonly Stage[] {
  for (const order of ordersOf(stages)) {
    const group = stages.filter((stage) => stage.order === order && !stage.decides)
    if (group.every((stage) => parts[stage.id]?.answeredOn !== undefined)) continue
    return group.filter((stage) => parts[stage.id]?.openedOn === undefined)
  }
  return []
}

export function allAnswered(data: ServiceData): boolean {
  return data.stages.every((stage) => stage.decides || data.parts[stage.id]?.answeredOn !== undefined)
}

/** The due day of a case under review: its own clock, or its parts' chain, whichever is later; extensions and suspensions included. */
export function reviewDue(data: ServiceData, calendar: WorkCalendar): Due | null {
  if (!data.clock) return null
  const own = dueDay(data.clock, calendar)
  if (data.stages.length < 2) return own
  const chain = chainDue(data.clock.startedOn, data.stages, data.parts, calendar)
  return chain.day > own.day ? chain : own
}

/** Shared materials that nobody has checked yet. @plan P3.2.5; domain 7.8 */
export function toFetch(data: ServiceData): readonly string[] {
  return data.materials.filter((material) => material.state === 'to-fetch').map((material) => material.id)
}

/** Nothing that the applicant must bring is missing. */
export function missingMaterials(data: ServiceData): readonly string[] {
  return data.materials.filter((material) => material.state === 'missing').map((material) => material.id)
}

export function isComplete(data: ServiceData): Outcome<void> {
  const missing = missingMaterials(data)
  return missing.length === 0 ? allow() : refuse('materials-missing', 'ALL art 32', { missing })
}

/** 一次性告知: everything that is missing is told once; a second notice is refused. @law ALL art 32 */
export function mayAskCorrection(data: ServiceData): Outcome<void> {
  return data.corrections.length === 0
    ? allow()
    : refuse('told-once-already', 'ALL art 32', { on: data.corrections[0]?.on ?? '' })
}

/** A notice that leaves out something known to be missing is not complete. @law ALL art 32 */
export function isFullNotice(data: ServiceData, told: readonly string[]): Outcome<void> {
  const forgotten = missingMaterials(data).filter((id) => !told.includes(id))
  return forgotten.length === 0 ? allow() : refuse('notice-not-complete', 'ALL art 32', { forgotten })
}

/** Silence is acceptance from the day of receipt, when the time for a notice has passed. @law ALL art 32 */
export function acceptedBySilenceOn(received: PlainDate, term: Term, calendar: WorkCalendar): PlainDate {
  return addDays(lastDayOf(term, received, calendar).day, 1)
}

/** An extension is given once, by the head, within the law's days. @law ALL art 42 */
export function mayExtend(data: ServiceData): Outcome<void> {
  return data.extended ? refuse('extended-already', 'ALL art 42') : allow()
}

/** A result is not given out before tolerated materials have come in. @law policy 7.4 */
export function mayDecide(data: ServiceData): Outcome<void> {
  if (data.tolerance && data.tolerance.metOn === undefined)
    return refuse('tolerated-materials-outstanding', 'practice', {
      missing: data.tolerance.missing,
      deadline: data.tolerance.deadline,
    })
  if (!allAnswered(data)) {
    return refuse('parts-outstanding', 'practice', {
      count: data.stages.filter((stage) => !stage.decides && data.parts[stage.id]?.answeredOn === undefined).length,
    })
  }
  return allow()
}

/** Closes the running suspension on a day. */
export function resumed(clock: Clock, on: PlainDate): Clock {
  return resume(clock, on)
}

/** What is late is explained before it goes on; the superior sees the reason. @practice domain 7.3 */
export function isExplained(data: ServiceData, overdueReason: string | null): Outcome<void> {
  const late = data.deliveryOverdueOn ?? data.markedOverdueOn
  return late === undefined || overdueReason !== null ? allow() : refuse('overdue-not-explained', 'practice', { late })
}

/** 代办期限: the day after an agent's mandate, from which they act no more; none without an agent. @practice domain 7.5 */
export function agencyEndsOn(data: ServiceData, agent: string | null): PlainDate | null {
  return agent !== null && data.mandate ? addDays(data.mandate.to, 1) : null
}

/** Days before the due day on which the holder is reminded: when one working day is left. @practice */
export function reminderDay(due: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = addDays(due, -1)
  while (!isWorking(day, calendar)) day = addDays(day, -1)
  return day
}

function isWorking(day: PlainDate, calendar: WorkCalendar): boolean {
  return lastDayOf({ days: 1, unit: 'working-days' }, addDays(day, -1), calendar).day === day
}
