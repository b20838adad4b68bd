/** What the moves of a service case change: shared by its moves, each a pure function of the view. */
import { itemByCode, materialsOf, mayTolerate } from '#capabilities/service-items'
import { addDays, lastDayOf, startClock, stop, type Term } from '#kernel/calendar'
import type { Field } from '#kernel/form'
import { allow, refuse } from '#kernel/outcome'
import type { CaseRow, Change, MoveInput, MoveView, NewCase, Timing, World } from '#kernel/procedure'
import { text } from '#kernel/text'
import * as notices from './notices.ts'
import {
  acceptedBySilenceOn,
  agencyEndsOn,
  type Due,
  missingMaterials,
  nextStages,
  reminderDay,
  reviewDue,
} from './rules.ts'
import { type PartData, type PartState, type ServiceData, serviceData, type Stage } from './terms.ts'

/** What acceptance does: the clock starts, the lead office takes over, the first parts open. */
export function accepted(
  view: MoveView,
  extra: Record<string, unknown>,
  more: Change['documents'] = [],
  from = view.world.today,
): Change {
  const data = serviceData(view.self.data)
  const lead = view.world.officeOf(itemByCode(data.item).owner, view.self.place)
  const clock = startClock(from, data.promised.term)
  const opening = nextStages(data.stages, {})
  const parts: Record<string, PartState> = {}
  for (const stage of opening) parts[stage.id] = { openedOn: view.world.today, suspensions: [] }
  const after: ServiceData = { ...data, ...extra, clock, parts }
  const due = reviewDue(after, view.world.calendar)
  return {
    step: 'reviewing',
    holder: lead.id,
    orgs: [...new Set([...view.self.orgs, ...opening.map((stage) => stage.office)])],
    data: { ...extra, clock, parts },
    documents: [notices.acceptanceNotice(view, due?.day ?? view.world.today), ...more],
    notices: tell(view, 'accepted', { due: due?.day ?? '' }),
    opens: opening.map((stage) => partFor(view.self, stage, view.world)),
  }
}

/** A sub-case for the office of a stage. */
export function partFor(master: CaseRow, stage: Stage, world: World): NewCase {
  const data = serviceData(master.data)
  const part: PartData = {
    item: data.item,
    stage,
    nameMasked: data.nameMasked,
    clock: startClock(world.today, { days: stage.days, unit: 'working-days' }),
    special: null,
    dispute: null,
    answer: null,
  }
  return {
    procedure: 'service-part',
    subject: master.subject,
    step: 'assigned',
    holder: stage.office,
    orgs: [stage.office, master.holder],
    data: part,
  }
}

export function followUp(view: MoveView, score: number, comment: string): NewCase {
  const data = serviceData(view.self.data)
  const rated = data.decision ? data.decision.by : view.self.holder
  const day = (name: string) => lastDayOf(term(view, name), view.world.today, view.world.calendar).day
  const superior = view.world.superiorOf(rated, view.self.place)
  return {
    procedure: 'rating-follow-up',
    subject: view.self.subject,
    step: 'open',
    holder: rated,
    orgs: [rated, superior.id],
    data: {
      item: data.item,
      rated,
      score,
      comment,
      openedOn: view.world.today,
      callBackBy: day('service.callback'),
      correctBy: day('service.bad-rating-simple'),
      complex: false,
      calledBackOn: null,
      correctedOn: null,
      account: '',
      appeal: null,
    },
  }
}

/** An agent's time runs out at any step before the end. */
export function timing(self: CaseRow, world: World): Timing {
  const step = stepTiming(self, world)
  const agency = self.endedOn === null ? agencyEndsOn(serviceData(self.data), self.agent) : null
  const [next] = [step.nextOn, agency].filter((day) => day !== null).sort()
  return { ...step, nextOn: next ?? null }
}

function stepTiming(self: CaseRow, world: World): Timing {
  const data = serviceData(self.data)
  const none: Timing = { dueOn: null, provisional: false, suspended: false, nextOn: null }
  switch (self.step) {
    case 'submitted': {
      const due = lastDayOf(noticeTerm(self, world), data.received, world.calendar)
      return { dueOn: due.day, provisional: due.provisional, suspended: false, nextOn: silenceDay(self, world) }
    }
    case 'correction': {
      const last = data.corrections.at(-1)
      if (!last) return none
      const next =
        last.remindedOn === undefined ? reminderDay(last.deadline, world.calendar) : addDays(last.deadline, 1)
      return { dueOn: last.deadline, provisional: false, suspended: true, nextOn: next }
    }
    case 'reviewing': {
      const due = reviewDue(data, world.calendar)
      if (!due) return none
      const moments = [
        data.remindedOn === undefined ? reminderDay(due.day, world.calendar) : undefined,
        data.markedOverdueOn === undefined ? addDays(due.day, 1) : undefined,
        data.tolerance && data.tolerance.metOn === undefined ? addDays(data.tolerance.deadline, 1) : undefined,
      ].filter((day) => day !== undefined)
      return { dueOn: due.day, provisional: due.provisional, suspended: false, nextOn: moments.sort()[0] ?? null }
    }
    case 'suspended': {
      const until = data.special?.waitsForApplicant ? addDays(data.special.from, waitLimit(self, world) + 1) : null
      const lapse = data.tolerance && data.tolerance.metOn === undefined ? addDays(data.tolerance.deadline, 1) : null
      const days = [until, lapse].filter((day) => day !== null)
      return { dueOn: null, provisional: false, suspended: true, nextOn: days.sort()[0] ?? null }
    }
    case 'decided': {
      const due = deliveryDue(self, world)
      const nextOn = data.deliveryOverdueOn === undefined ? addDays(due.day, 1) : null
      return { dueOn: due.day, provisional: due.provisional, suspended: false, nextOn }
    }
    default:
      return none
  }
}

/** @law ALL art 44 */
export function deliveryDue(self: CaseRow, world: World): Due {
  const data = serviceData(self.data)
  const term = world.value<Term>('service.delivery', data.submittedOn, self.place).value
  return lastDayOf(term, data.decision?.on ?? self.openedOn, world.calendar)
}

export function noticeTerm(self: CaseRow, world: World): Term {
  return world.value<Term>('service.correction-notice', serviceData(self.data).submittedOn, self.place).value
}
export function silenceDay(self: CaseRow, world: World) {
  return acceptedBySilenceOn(serviceData(self.data).received, noticeTerm(self, world), world.calendar)
}
export function waitLimit(self: CaseRow, world: World): number {
  return world.value<Term>('service.applicant-wait', serviceData(self.data).submittedOn, self.place).value.days
}
export function waitedTooLong(self: CaseRow, world: World): boolean {
  const { special } = serviceData(self.data)
  return special !== null && special.waitsForApplicant && world.today > addDays(special.from, waitLimit(self, world))
}
/** Values are those of the day the case was submitted: an open case keeps its own. */
export function term(view: MoveView, name: string): Term {
  return view.world.value<Term>(name, serviceData(view.self.data).submittedOn, view.self.place).value
}
export function extensionLimit(view: MoveView): number {
  const joint = serviceData(view.self.data).stages.length > 1
  return term(view, joint ? 'service.joint-decision-extension' : 'service.decision-extension').days
}
export function toleranceDeadline(view: MoveView) {
  const data = serviceData(view.self.data)
  const days = Math.min(term(view, 'service.tolerance-deadline').days, Math.max(1, data.promised.term.days))
  return lastDayOf({ days, unit: 'working-days' }, view.world.today, view.world.calendar).day
}
export function tolerable(view: MoveView) {
  const data = serviceData(view.self.data)
  return mayTolerate(itemByCode(data.item), missingMaterials(data), data.form, {
    noToleranceUntil: data.noToleranceUntil,
    today: view.world.today,
  })
}

export function tell(view: MoveView, kind: string, content: Record<string, string>): Change['notices'] {
  return view.self.applicant ? [{ person: view.self.applicant, kind, content }] : []
}

export function ended(view: MoveView, step: string, documents: Change['documents']): Change {
  const data = serviceData(view.self.data)
  return {
    step,
    ended: true,
    data: { clock: data.clock && data.clock.stoppedOn === undefined ? stop(data.clock, view.world.today) : data.clock },
    documents: documents ?? [],
    notices: tell(view, step, {}),
  }
}

export function closeParts(view: MoveView, recordedAs: string): NonNullable<Change['others']> {
  return Object.fromEntries(
    view.family
      .filter((one) => one.parent === view.self.id && one.endedOn === null)
      .map((one) => [one.id, { step: 'closed', ended: true, recordedAs }]),
  )
}

export function applicantMaterials(view: MoveView) {
  const data = serviceData(view.self.data)
  return materialOptions(
    view,
    materialsOf(itemByCode(data.item), data.form)
      .filter((material) => material.source === 'applicant')
      .map((material) => material.id),
  )
}
export function missingOptions(view: MoveView) {
  return materialOptions(view, missingMaterials(serviceData(view.self.data)))
}
export function materialOptions(view: MoveView, ids: readonly string[]) {
  const { materials } = itemByCode(serviceData(view.self.data).item)
  return ids.map((id) => ({ value: id, label: materials.find((material) => material.id === id)?.name ?? text(id, id) }))
}
export function suppliedForm(options: ReturnType<typeof materialOptions>): readonly Field[] {
  return [
    { id: 'supplied', label: text('现在提交的材料', 'Materials brought now'), type: 'choices', options },
    { id: 'note', label: text('说明(可不填)', 'Note (optional)'), type: 'long-text', required: false, max: 500 },
  ]
}
/** From a phone a material is a file; paper is seen at the window. @practice */
export function isBrought(view: MoveInput) {
  return view.acting.kind === 'resident' && view.files.length === 0 ? refuse('nothing-attached', 'practice') : allow()
}
export function supplied(
  data: ServiceData,
  ids: readonly string[],
  files: MoveInput['files'],
): ServiceData['materials'] {
  return data.materials.map((material) =>
    ids.includes(material.id) ? { ...material, state: 'supplied', files: [...material.files, ...files] } : material,
  )
}
export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
