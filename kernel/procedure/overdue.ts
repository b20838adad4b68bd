/** 超期: a case of one day by which it must be answered; what is late is marked, its superior told, and a reason is owed. */
import type { Actor } from '#kernel/authority'
import { addDays, type PlainDate } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import type { CaseRow, Move, Timing } from '#kernel/procedure'
import { text } from '#kernel/text'

/** What such a case keeps in its data. */
export type Dated = { readonly due: PlainDate; readonly markedOverdueOn?: PlainDate }

const dated = (self: CaseRow): Dated => self.data as Dated

export function overdueMoves<const Step extends string>(step: Step | readonly Step[], keeper: Actor) {
  const from = listOf(step)
  return {
    markOverdue: {
      title: text('标记超期', 'Marked overdue'),
      from,
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => dated(self).markedOverdueOn === undefined && world.today > dated(self).due,
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.superiorOf(self.holder, self.place).id])],
        }),
    },
    giveOverdueReason: {
      title: text('说明超期原因', 'Explain the delay'),
      from,
      by: [keeper],
      because: 'practice',
      onlyIf: ({ self }) => (dated(self).markedOverdueOn ? allow() : refuse('not-overdue', 'practice')),
      form: () => [
        { id: 'reason', label: text('超期原因', 'Reason for the delay'), type: 'long-text', min: 4, max: 500 },
      ],
      run: (view) => allow({ overdueReason: String(view.values.reason) }),
    },
  } as const satisfies Record<string, Move<Step>>
}

/** Due while it stands at this step, or one of these. */
export function overdueTiming(step: string | readonly string[], self: CaseRow): Timing {
  const { due, markedOverdueOn } = dated(self)
  const open = listOf(step).includes(self.step)
  return {
    dueOn: open ? due : null,
    provisional: false,
    suspended: false,
    nextOn: open && markedOverdueOn === undefined ? addDays(due, 1) : null,
  }
}

function listOf<Step extends string>(step: Step | readonly Step[]): readonly Step[] {
  return typeof step === 'string' ? [step] : step
}
