/** 子办件: the part of one office in a joint case. @law ALL arts 26, 45; domain 7.8 */
import { addDays, dueDay, resume, stop, suspend, type PlainDate, type Term, lastDayOf } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type MoveView, type Timing, type World } from '#kernel/procedure'
import { text } from '#kernel/text'
import * as notices from './notices.ts'
import { nextStages, reminderDay } from './rules.ts'
import { presentPart } from './present.ts'
import { partFor } from './changes.ts'
import { SPECIAL, specialName } from './words.ts'
import { partData, type PartState, serviceData } from './terms.ts'

const OFFICERS = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'community_worker', 'committee_chair'],
  at: 'holder',
} as const
const STREET = { who: 'staff', roles: ['street_admin', 'street_staff'], at: 'holder' } as const
const CLOCK = { who: 'clock' } as const

export const servicePartV1 = defineProcedure({
  name: 'service-part',
  version: 1,
  title: text('联办事项子办件', 'Part of a joint case'),
  inForceFrom: '2018-11-09',
  because: 'ALL art 26',
  steps: {
    assigned: text('办理中', 'In hand'),
    suspended: text('特别程序中', 'In a special step'),
    disputed: text('权属争议', 'Ownership disputed'),
    settling: text('街道协调中', 'Street settles ownership'),
    answered: text('已答复', 'Answered'),
    closed: text('随主办件关闭', 'Closed with the master case'),
  },
  moves: {
    answer: {
      title: text('答复意见', 'Answer'),
      tone: 'primary',
      bulk: true,
      from: ['assigned'],
      by: [OFFICERS],
      because: 'ALL art 26',
      form: () => [
        {
          id: 'opinion',
          label: text('意见', 'Opinion'),
          type: 'choice',
          options: [
            { value: 'agree', label: text('同意', 'Agree') },
            { value: 'disagree', label: text('不同意', 'Disagree') },
          ],
        },
        {
          id: 'reason',
          label: text('理由', 'Reasons'),
          type: 'long-text',
          min: 2,
          max: 1000,
          when: { field: 'opinion', is: 'disagree' },
        },
      ],
      run: (view) => {
        const data = partData(view.self.data)
        const opinion = view.values.opinion === 'disagree' ? ('disagree' as const) : ('agree' as const)
        const reason = String(view.values.reason ?? '')
        const { change, opens } = tellMaster(view, { answeredOn: view.world.today, opinion, reason }, 'part-answered')
        return allow({
          step: 'answered',
          ended: true,
          data: { answer: { opinion, reason, on: view.world.today }, clock: stop(data.clock, view.world.today) },
          others: change,
          opens,
        })
      },
    },
    suspend: {
      title: text('特别程序(暂停计时)', 'Special step (clock suspended)'),
      from: ['assigned'],
      by: [OFFICERS],
      because: 'ALL art 45',
      form: () => [
        { id: 'name', label: text('特别程序', 'Special step'), type: 'choice', options: SPECIAL },
        { id: 'note', label: text('说明与所需时间', 'What for, and how long'), type: 'long-text', min: 2, max: 500 },
      ],
      run: (view) => {
        const data = partData(view.self.data)
        const name = String(view.values.name)
        const suspension = { from: view.world.today, cause: name, document: 'part' }
        const { change } = tellMaster(view, { suspensions: [...data.clock.suspensions, suspension] }, 'part-suspended')
        return allow({
          step: 'suspended',
          data: (numbers) => ({
            clock: suspend(data.clock, { on: view.world.today, cause: name, documentNumber: numbers.suspension ?? '' }),
            special: { name, from: view.world.today },
          }),
          documents: [notices.suspensionNotice(view, specialName(name), String(view.values.note))],
          others: change,
        })
      },
    },
    resume: {
      title: text('恢复计时', 'Resume the clock'),
      tone: 'primary',
      from: ['suspended'],
      by: [OFFICERS],
      because: 'ALL art 45',
      run: (view) => {
        const clock = resume(partData(view.self.data).clock, view.world.today)
        const { change } = tellMaster(view, { suspensions: clock.suspensions }, 'part-resumed')
        return allow({
          step: 'assigned',
          data: { clock, special: null },
          documents: [notices.resumptionNotice(view, dueDay(clock, view.world.calendar).day)],
          others: change,
        })
      },
    },
    dispute: {
      title: text('提出权属异议', 'Dispute ownership'),
      hint: text(
        '写明应由哪个机关办理;两个工作日内协商不成由街道决定。',
        'Name the office that should act; unsettled after two working days the street decides.',
      ),
      tone: 'danger',
      from: ['assigned'],
      by: [OFFICERS],
      because: 'practice',
      onlyIf: ({ self }) => (partData(self.data).dispute === null ? allow() : refuse('disputed-already', 'practice')),
      form: () => [
        { id: 'reason', label: text('不属于本机关的理由', 'Why it is not ours'), type: 'long-text', min: 4, max: 500 },
        { id: 'proposed', label: text('建议的办理机关', 'Office that should act'), type: 'text', min: 2, max: 80 },
      ],
      run: (view) =>
        allow({
          step: 'disputed',
          data: {
            dispute: {
              on: view.world.today,
              reason: String(view.values.reason),
              proposed: String(view.values.proposed),
            },
          },
        }),
    },
    acceptAfterAll: {
      title: text('撤回异议,继续办理', 'Take it after all'),
      from: ['disputed'],
      by: [OFFICERS],
      because: 'practice',
      run: () => allow({ step: 'assigned', data: { dispute: null } }),
    },
    escalate: {
      title: text('提请街道协调', 'Street asked to settle'),
      from: ['disputed'],
      by: [CLOCK],
      because: 'practice',
      isDue: ({ self, world }) => world.today > disputeLimit(self, world),
      run: (view) => {
        const street = view.world.officeOf('street', view.self.place)
        return allow({ step: 'settling', holder: street.id, orgs: [...new Set([...view.self.orgs, street.id])] })
      },
    },
    settle: {
      title: text('裁定办理机关', 'Settle who acts'),
      tone: 'primary',
      from: ['settling'],
      by: [STREET],
      because: 'practice',
      form: (view) => [
        { id: 'office', label: text('由哪个机关办理', 'Office that acts'), type: 'choice', options: candidates(view) },
        { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 },
      ],
      run: (view) => {
        const office = String(view.values.office)
        return allow({
          step: 'assigned',
          holder: office,
          orgs: [...new Set([...view.self.orgs, office])],
          documents: [notices.disputeRecord(view, view.world.office(office).name, String(view.values.reason))],
          others: {
            [view.root.id]: {
              orgs: [...new Set([...view.root.orgs, office, view.self.holder])],
              recordedAs: 'part-owner-settled',
            },
          },
        })
      },
    },
    remind: {
      title: text('临期提醒', 'Reminder: due soon'),
      from: ['assigned'],
      by: [CLOCK],
      because: 'practice',
      isDue: ({ self, world }) =>
        partData(self.data).remindedOn === undefined &&
        world.today >= reminderDay(dueDay(partData(self.data).clock, world.calendar).day, world.calendar),
      run: (view) => allow({ data: { remindedOn: view.world.today } }),
    },
    markOverdue: {
      title: text('标记超期', 'Marked overdue'),
      from: ['assigned'],
      by: [CLOCK],
      because: 'practice',
      isDue: ({ self, world }) =>
        partData(self.data).markedOverdueOn === undefined &&
        world.today > dueDay(partData(self.data).clock, world.calendar).day,
      run: (view) => {
        const superior = view.world.superiorOf(view.self.holder, view.self.place)
        return allow({
          data: { markedOverdueOn: view.world.today },
          orgs: [...new Set([...view.self.orgs, superior.id])],
        })
      },
    },
    giveOverdueReason: {
      title: text('说明超期原因', 'Explain the delay'),
      from: ['assigned'],
      by: [OFFICERS],
      because: 'practice',
      onlyIf: ({ self }) => (partData(self.data).markedOverdueOn ? allow() : refuse('not-overdue', 'practice')),
      form: () => [
        { id: 'reason', label: text('超期原因', 'Reason for the delay'), type: 'long-text', min: 4, max: 500 },
      ],
      run: (view) => allow({ overdueReason: String(view.values.reason) }),
    },
  },
  timing,
  present: presentPart,
  ends: { keepYears: 5 },
})

/** The master learns of it in the same commit, and the next stages open. */
function tellMaster(
  view: MoveView,
  state: Partial<PartState>,
  recordedAs: string,
): { change: NonNullable<Change['others']>; opens: NonNullable<Change['opens']> } {
  const master = serviceData(view.root.data)
  const { stage } = partData(view.self.data)
  const before = master.parts[stage.id] ?? { suspensions: [] }
  const parts: Record<string, PartState> = { ...master.parts, [stage.id]: { ...before, ...state } }
  const opening = state.answeredOn === undefined ? [] : nextStages(master.stages, parts)
  for (const next of opening) parts[next.id] = { openedOn: view.world.today, suspensions: [] }
  return {
    change: {
      [view.root.id]: {
        data: { parts },
        orgs: [...new Set([...view.root.orgs, view.self.holder, ...opening.map((next) => next.office)])],
        recordedAs,
      },
    },
    opens: opening.map((next) => ({ ...partFor(view.root, next, view.world), parent: view.root.id })),
  }
}

function candidates(view: MoveView) {
  const ids = [
    ...new Set([
      ...serviceData(view.root.data).stages.map((stage) => stage.office),
      view.root.holder,
      partData(view.self.data).stage.office,
    ]),
  ]
  const proposed = partData(view.self.data).dispute?.proposed
  const named = view.world.officeNamed(proposed ?? '')
  return (named && !ids.includes(named.id) ? [...ids, named.id] : ids).map((id) => {
    const office = view.world.office(id)
    return { value: id, label: text(office.name, office.nameEn) }
  })
}

function disputeLimit(self: CaseRow, world: World): PlainDate {
  const dispute = partData(self.data).dispute
  return lastDayOf(
    world.value<Term>('service.ownership-dispute', self.openedOn, self.place).value,
    dispute?.on ?? self.openedOn,
    world.calendar,
  ).day
}

function timing(self: CaseRow, world: World): Timing {
  const data = partData(self.data)
  switch (self.step) {
    case 'assigned': {
      const due = dueDay(data.clock, world.calendar)
      const moments = [
        data.remindedOn === undefined ? reminderDay(due.day, world.calendar) : undefined,
        data.markedOverdueOn === undefined ? addDays(due.day, 1) : undefined,
      ].filter((day) => day !== undefined)
      return { dueOn: due.day, provisional: due.provisional, suspended: false, nextOn: moments.sort()[0] ?? null }
    }
    case 'disputed': {
      const limit = disputeLimit(self, world)
      return { dueOn: limit, provisional: false, suspended: false, nextOn: addDays(limit, 1) }
    }
    case 'settling':
      return {
        dueOn: lastDayOf(
          world.value<Term>('service.ownership-dispute', self.openedOn, self.place).value,
          world.today,
          world.calendar,
        ).day,
        provisional: false,
        suspended: false,
        nextOn: null,
      }
    case 'suspended':
      return { dueOn: null, provisional: false, suspended: true, nextOn: null }
    default:
      return { dueOn: null, provisional: false, suspended: false, nextOn: null }
  }
}
