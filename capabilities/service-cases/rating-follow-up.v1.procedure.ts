/** 差评整改: a bad rating is called back, corrected and closed by the superior, never by the rated alone. @law D2019-E; domain 7.6 */
import { addDays, lastDayOf, type Term } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type CaseRow, defineProcedure, type Timing, type World } from '#kernel/procedure'
import { text } from '#kernel/text'
import { presentFollowUp } from './present.ts'
import { followUpData } from './terms.ts'

const RATED = {
  who: 'staff',
  roles: [
    'dept_staff',
    'dept_head',
    'street_staff',
    'street_admin',
    'community_worker',
    'committee_chair',
    'window_clerk',
  ],
  at: 'holder',
} as const
const SUPERIOR = {
  who: 'staff',
  roles: ['street_admin', 'county_office', 'city_office', 'dept_head'],
  at: 'taking-part',
} as const
const CLOCK = { who: 'clock' } as const

export const ratingFollowUpV1 = defineProcedure({
  name: 'rating-follow-up',
  version: 1,
  title: text('差评核实整改', 'Follow-up of a bad rating'),
  inForceFrom: '2019-12-17',
  because: 'D2019-E',
  steps: {
    open: text('待回访', 'To be called back'),
    correcting: text('整改中', 'Being corrected'),
    checking: text('待上级核实', 'Superior to check'),
    appealed: text('申诉待裁定', 'Appeal to be settled'),
    closed: text('已办结', 'Closed'),
    cancelled: text('评价认定无效', 'Rating found mistaken'),
  },
  moves: {
    callBack: {
      title: text('回访', 'Call back'),
      tone: 'primary',
      from: ['open'],
      by: [RATED],
      because: 'D2019-E',
      form: () => [
        { id: 'account', label: text('回访情况', 'What the person said'), type: 'long-text', min: 4, max: 1000 },
        { id: 'complex', label: text('情况复杂,需较长整改时间', 'Complex: needs the longer term'), type: 'yes-no' },
      ],
      run: (view) => {
        const complex = view.values.complex === true
        const term = view.world.value<Term>(
          complex ? 'service.bad-rating-complex' : 'service.bad-rating-simple',
          view.self.openedOn,
          view.self.place,
        ).value
        return allow({
          step: 'correcting',
          data: {
            calledBackOn: view.world.today,
            complex,
            account: String(view.values.account),
            correctBy: lastDayOf(term, view.self.openedOn, view.world.calendar).day,
          },
        })
      },
    },
    correct: {
      title: text('报告整改结果', 'Report the correction'),
      tone: 'primary',
      from: ['correcting'],
      by: [RATED],
      because: 'D2019-E',
      form: () => [
        { id: 'done', label: text('整改措施与结果', 'What was done'), type: 'long-text', min: 4, max: 1000 },
      ],
      run: (view) => {
        const superior = view.world.superiorOf(followUpData(view.self.data).rated, view.self.place)
        return allow({ step: 'checking', holder: superior.id, data: { correctedOn: view.world.today } })
      },
    },
    appeal: {
      title: text('申诉(误评、恶意评价)', 'Appeal: mistaken or malicious'),
      from: ['open', 'correcting'],
      by: [RATED],
      because: 'D2019-E',
      onlyIf: ({ self }) => (followUpData(self.data).appeal === null ? allow() : refuse('appealed-already', 'D2019-E')),
      form: () => [{ id: 'reason', label: text('申诉理由', 'Grounds'), type: 'long-text', min: 4, max: 1000 }],
      run: (view) => {
        const superior = view.world.superiorOf(followUpData(view.self.data).rated, view.self.place)
        return allow({
          step: 'appealed',
          holder: superior.id,
          data: { appeal: { on: view.world.today, reason: String(view.values.reason) } },
        })
      },
    },
    settleAppeal: {
      title: text('裁定申诉', 'Settle the appeal'),
      tone: 'primary',
      from: ['appealed'],
      by: [SUPERIOR],
      because: 'D2019-E',
      onlyIf: (view) => notTheRated(view.acting.kind === 'staff' ? view.acting.org : '', view.self),
      form: () => [
        { id: 'upheld', label: text('申诉成立', 'The appeal is right'), type: 'yes-no' },
        { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 1000 },
      ],
      run: (view) =>
        view.values.upheld === true
          ? allow({ step: 'cancelled', ended: true })
          : allow({ step: 'open', holder: followUpData(view.self.data).rated }),
    },
    close: {
      title: text('核实并办结', 'Check and close'),
      tone: 'primary',
      from: ['checking'],
      by: [SUPERIOR],
      because: 'D2019-E',
      onlyIf: (view) => notTheRated(view.acting.kind === 'staff' ? view.acting.org : '', view.self),
      form: () => [{ id: 'finding', label: text('核实结论', 'Finding'), type: 'long-text', min: 4, max: 1000 }],
      run: () => allow({ step: 'closed', ended: true }),
    },
    sendBack: {
      title: text('退回重新整改', 'Send back'),
      tone: 'danger',
      from: ['checking'],
      by: [SUPERIOR],
      because: 'D2019-E',
      onlyIf: (view) => notTheRated(view.acting.kind === 'staff' ? view.acting.org : '', view.self),
      form: () => [{ id: 'reason', label: text('退回理由', 'Why'), type: 'long-text', min: 4, max: 1000 }],
      run: (view) =>
        allow({ step: 'correcting', holder: followUpData(view.self.data).rated, data: { correctedOn: null } }),
    },
    markOverdue: {
      title: text('标记超期', 'Marked overdue'),
      from: ['open', 'correcting'],
      by: [CLOCK],
      because: 'D2019-E',
      isDue: ({ self, world }) => followUpData(self.data).markedOverdueOn === undefined && world.today > dueOf(self),
      run: (view) => allow({ data: { markedOverdueOn: view.world.today } }),
    },
  },
  timing,
  present: presentFollowUp,
  ends: { keepYears: 5 },
})

/** 被评价人不得自行了结. @law D2019-E */
function notTheRated(org: string, self: CaseRow) {
  return org === followUpData(self.data).rated ? refuse('rated-may-not-close', 'D2019-E') : allow()
}

function dueOf(self: CaseRow) {
  const data = followUpData(self.data)
  return self.step === 'open' ? data.callBackBy : data.correctBy
}

function timing(self: CaseRow, world: World): Timing {
  const data = followUpData(self.data)
  if (self.step === 'open' || self.step === 'correcting') {
    const due = dueOf(self)
    return {
      dueOn: due,
      provisional: false,
      suspended: false,
      nextOn: data.markedOverdueOn === undefined ? addDays(due, 1) : null,
    }
  }
  if (self.step === 'checking' || self.step === 'appealed') {
    return {
      dueOn: lastDayOf({ days: 5, unit: 'working-days' }, world.today, world.calendar).day,
      provisional: false,
      suspended: false,
      nextOn: null,
    }
  }
  return { dueOn: null, provisional: false, suspended: false, nextOn: null }
}
