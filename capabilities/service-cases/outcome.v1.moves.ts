/** Ending a service case (决定与送达): decide, deliver, rate, and what the clock does to the late. @law ALL arts 29–45; domain 7.3–7.8 */
import { itemByCode } from '#capabilities/service-items'
import { stop } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { text } from '#kernel/text'
import { deliveryDue, followUp, tell } from './changes.ts'
import * as notices from './notices.ts'
import { isExplained, mayDecide, reminderDay, reviewDue } from './rules.ts'
import { type ServiceData, serviceData } from './terms.ts'
import { SCORES, WAYS } from './words.ts'
import type { ServiceCaseMoves } from './actors.ts'
import { APPLICANT, CLOCK, DECIDERS, WINDOW_OF_CASE } from './actors.ts'

export const outcomeMoves = {
  decide: {
    title: text('作出决定', 'Decide'),
    tone: 'primary',
    from: ['reviewing'],
    by: [DECIDERS],
    because: 'ALL art 34',
    onlyIf: ({ self }) => {
      const explained = isExplained(serviceData(self.data), self.overdueReason)
      return explained.ok ? mayDecide(serviceData(self.data)) : explained
    },
    form: (view) => [
      {
        id: 'outcome',
        label: text('决定', 'Decision'),
        type: 'choice',
        options: [
          { value: 'approve', label: text('准予', 'Grant') },
          { value: 'deny', label: text('不予', 'Deny') },
        ],
      },
      {
        id: 'reason',
        label: text('理由', 'Reasons'),
        type: 'long-text',
        min: 4,
        max: 2000,
        when: { field: 'outcome', is: 'deny' },
      },
      {
        id: 'law',
        label: text('依据', 'Legal basis'),
        type: 'text',
        min: 2,
        max: 300,
        when: { field: 'outcome', is: 'deny' },
      },
      ...(accountToConfirm(serviceData(view.self.data))
        ? [
            {
              id: 'ownAccount',
              label: text('已核对:收款账户是申请人本人的', 'Checked: the account is the applicant’s own'),
              type: 'yes-no' as const,
              when: { field: 'outcome', is: 'approve' },
            },
          ]
        : []),
    ],
    run: (view) => {
      const data = serviceData(view.self.data)
      if (view.values.outcome === 'approve' && accountToConfirm(data) && view.values.ownAccount !== true)
        return refuse('account-not-the-principals', 'practice')
      const decision = {
        outcome: view.values.outcome === 'deny' ? ('deny' as const) : ('approve' as const),
        on: view.world.today,
        reason: String(view.values.reason ?? ''),
        law: String(view.values.law ?? ''),
        by: view.self.holder,
      }
      return allow({
        step: 'decided',
        data: { decision, clock: data.clock && stop(data.clock, view.world.today) },
        documents: [notices.decisionNotice(view, decision)],
        notices: tell(view, decision.outcome === 'approve' ? 'approved' : 'denied', {}),
      })
    },
  },
  deliver: {
    title: text('送达', 'Deliver'),
    tone: 'primary',
    bulk: true,
    from: ['decided'],
    by: [DECIDERS, WINDOW_OF_CASE],
    because: 'ALL art 44',
    onlyIf: ({ self }) => isExplained(serviceData(self.data), self.overdueReason),
    form: () => [{ id: 'way', label: text('送达方式', 'How'), type: 'choice', options: WAYS }],
    run: (view) =>
      allow({
        step: 'delivered',
        ended: true,
        data: { deliveredOn: view.world.today },
        documents: [notices.deliveryRecord(view, WAYS.find((way) => way.value === view.values.way)?.label.zh ?? '')],
        notices: tell(view, 'delivered', {}),
      }),
  },
  rate: {
    title: text('评价', 'Rate'),
    from: ['delivered', 'refused', 'terminated', 'withdrawn'],
    by: [APPLICANT],
    because: 'D2019-E',
    onlyIf: ({ self }) => (serviceData(self.data).rating === null ? allow() : refuse('rated-already', 'D2019-E')),
    form: () => [
      { id: 'score', label: text('对本次办理的评价', 'How was it'), type: 'choice', options: SCORES },
      {
        id: 'comment',
        label: text('意见(可不填)', 'Comment (optional)'),
        type: 'long-text',
        required: false,
        max: 1000,
      },
    ],
    run: (view) => {
      const score = Number(view.values.score) as 1 | 2 | 3 | 4 | 5
      const comment = String(view.values.comment ?? '')
      return allow({
        data: { rating: { score, comment, on: view.world.today } },
        ...(score <= 2 ? { opens: [followUp(view, score, comment)] } : {}),
      })
    },
  },
  giveOverdueReason: {
    title: text('说明超期原因', 'Explain the delay'),
    from: ['reviewing', 'decided'],
    by: [DECIDERS],
    because: 'practice',
    onlyIf: ({ self }) => {
      const { markedOverdueOn, deliveryOverdueOn } = serviceData(self.data)
      return (markedOverdueOn ?? deliveryOverdueOn) ? allow() : refuse('not-overdue', 'practice')
    },
    form: () => [
      { id: 'reason', label: text('超期原因', 'Reason for the delay'), type: 'long-text', min: 4, max: 500 },
    ],
    run: (view) => allow({ overdueReason: String(view.values.reason) }),
  },
  remind: {
    title: text('临期提醒', 'Reminder: due soon'),
    from: ['reviewing'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => {
      const data = serviceData(self.data)
      const due = reviewDue(data, world.calendar)
      return data.remindedOn === undefined && due !== null && world.today >= reminderDay(due.day, world.calendar)
    },
    run: (view) => allow({ data: { remindedOn: view.world.today } }),
  },
  markOverdue: {
    title: text('标记超期', 'Marked overdue'),
    from: ['reviewing', 'decided'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => {
      const data = serviceData(self.data)
      if (self.step === 'decided')
        return data.deliveryOverdueOn === undefined && world.today > deliveryDue(self, world).day
      const due = reviewDue(data, world.calendar)
      return data.markedOverdueOn === undefined && due !== null && world.today > due.day
    },
    run: (view) => {
      const { self, world } = view
      const superior = world.superiorOf(self.holder, self.place)
      return allow({
        data: self.step === 'decided' ? { deliveryOverdueOn: world.today } : { markedOverdueOn: world.today },
        orgs: [...new Set([...self.orgs, superior.id])],
        notices: tell(view, 'overdue', {}),
      })
    },
  },
} satisfies ServiceCaseMoves

/** Money applied for by a member of the family: the account is confirmed by whoever grants it. @law domain 7.5 */
function accountToConfirm(data: ServiceData): boolean {
  return data.mandate?.kind === 'family' && itemByCode(data.item).paysMoney === true
}
