/** 社区工作事项准入: form check, hearing, legal and money check, vote, publicity, entry into the list. @plan P3.3.3; @law RCOL-2018 art 20; domain 6.2 */
import { addDays, dayText, lastDayOf, type PlainDate, type Term } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type MoveView, type NewCase, type World } from '#kernel/procedure'
import { text } from '#kernel/text'
import { carried, heardEnough, mayRejectForObjection, objectionsSettled, passedChecks } from './changes.ts'
import { presentAdmission } from './present.ts'
import { admissionObjection, admissionPart, type AdmissionPart, workAdmission } from './terms.ts'

const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const DEPARTMENT = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin'],
  at: 'taking-part',
} as const
const LAW = 'RCOL-2018 art 20'
const STEPS = {
  applied: text('待形式审查', 'Form check'),
  hearing: text('听取意见', 'Hearing'),
  checking: text('合法性与经费审核', 'Legal and money check'),
  deciding: text('待领导小组决定', 'Leading group to decide'),
  publicity: text('公示中', 'Published'),
  listed: text('已列入清单', 'In the list'),
  returned: text('退回申请', 'Returned'),
  rejected: text('不予准入', 'Not admitted'),
  withdrawn: text('已撤回', 'Withdrawn'),
} as const

export const workAdmissionV1 = defineProcedure({
  name: 'work-admission',
  version: 1,
  title: text('社区工作事项准入', 'Admission of work'),
  inForceFrom: '2018-11-09',
  because: LAW,
  steps: STEPS,
  moves: {
    passForm: {
      title: text('形式审查通过,听取意见', 'The form is right; hear communities'),
      tone: 'primary',
      from: ['applied'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [
        {
          id: 'communities',
          label: text('听取哪些社区(村)的意见', 'Which communities are heard'),
          hint: text(
            '每行一个名称或12位代码;所属街道(乡镇)一并征求。',
            'One a line, by name or code; their streets are asked too.',
          ),
          type: 'long-text',
          max: 4000,
        },
      ],
      run: (view) => hear(view, String(view.values.communities)),
    },
    returnForm: {
      title: text('退回', 'Return it'),
      tone: 'danger',
      from: ['applied'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [reasonField],
      run: (view) => ended(view, 'returned'),
    },
    closeHearing: {
      title: text('意见已收齐,送审核', 'Heard; to the checks'),
      tone: 'primary',
      from: ['hearing'],
      by: [COUNTY],
      because: LAW,
      onlyIf: ({ self, family, world }) =>
        heardEnough(partsOf(self, family), value<number>(world, self, 'communities-heard'), world.today),
      run: ({ self, family, world }) => {
        const due = dueIn(world, self, 'checks')
        const open = partsOf(self, family).filter((one) => one.answer === null)
        return allow<Change>({
          step: 'checking',
          data: { due },
          orgs: [...new Set([...self.orgs, ...CHECKERS.map(([, office]) => world.officeOf(office, self.place).id)])],
          opens: CHECKERS.map(([asked, office]) => part(self, asked, world.officeOf(office, self.place).id, due)),
          others: Object.fromEntries(
            open.map((one) => [one.id, { step: 'closed', ended: true, recordedAs: 'closed-unanswered' }]),
          ),
        })
      },
    },
    closeChecks: {
      title: text('审核通过,提请决定', 'Checked; to the leading group'),
      tone: 'primary',
      from: ['checking'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      onlyIf: ({ self, family }) => passedChecks(partsOf(self, family)),
      run: ({ self, world }) => allow({ step: 'deciding', data: { due: dueIn(world, self, 'decision') } }),
    },
    rejectUnchecked: {
      title: text('审核未通过,不予准入', 'Not admitted after the checks'),
      tone: 'danger',
      from: ['checking'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [reasonField],
      run: (view) => ended(view, 'rejected'),
    },
    decide: {
      title: text('记录领导小组表决', 'Record the leading group’s vote'),
      tone: 'primary',
      from: ['deciding'],
      by: [COUNTY],
      because: LAW,
      form: () => [
        { id: 'members', label: text('应到人数', 'Members'), type: 'whole-number', min: 1, max: 200 },
        { id: 'for', label: text('同意', 'For'), type: 'whole-number', min: 0, max: 200 },
        { id: 'against', label: text('不同意', 'Against'), type: 'whole-number', min: 0, max: 200 },
        { id: 'abstained', label: text('弃权', 'Abstained'), type: 'whole-number', min: 0, max: 200 },
        { id: 'minutes', label: text('会议纪要文号', 'Number of the minutes'), type: 'text', min: 2, max: 60 },
      ],
      run: (view) => {
        const { self, world, values } = view
        const votes = {
          members: Number(values.members),
          for: Number(values.for),
          against: Number(values.against),
          abstained: Number(values.abstained),
          minutes: String(values.minutes),
        }
        const outcome = carried(votes)
        if (!outcome.ok) return outcome
        if (!outcome.value)
          return allow({
            step: 'rejected',
            ended: true,
            data: { votes, reason: `领导小组表决未通过(${votes.minutes})` },
          })
        const publicUntil = dueIn(world, self, 'publicity')
        const due = lastDayOf(value<Term>(world, self, 'entry'), publicUntil, world.calendar).day
        return allow({ step: 'publicity', data: { votes, publicUntil, due } })
      },
    },
    enterList: {
      title: text('公示期满,列入清单', 'Published long enough; enter it'),
      tone: 'primary',
      from: ['publicity'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      onlyIf: ({ self, family, world }) => {
        const { publicUntil } = workAdmission(self.data)
        return publicUntil !== null && world.today > publicUntil
          ? objectionsSettled(objectionsIn(family))
          : refuse('publicity-not-over', 'practice', { until: publicUntil ?? '' })
      },
      run: ({ self, world }) => {
        const { item, list } = workAdmission(self.data)
        const code = `${list}-${self.number.slice(5).replaceAll('-', '')}`
        const from = item.from > world.today ? item.from : world.today
        return allow({ step: 'listed', ended: true, data: { item: { ...item, code, from } }, fact: { code } })
      },
    },
    rejectAfterObjection: {
      title: text('公示有异议成立,不予准入', 'An objection is right: not admitted'),
      tone: 'danger',
      from: ['publicity'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      onlyIf: ({ family }) => mayRejectForObjection(objectionsIn(family)),
      form: () => [reasonField],
      run: (view) => ended(view, 'rejected'),
    },
    withdraw: {
      title: text('撤回申请', 'Withdraw'),
      from: ['applied', 'hearing', 'checking', 'deciding', 'publicity'],
      by: [DEPARTMENT],
      because: 'practice',
      onlyIf: ({ self, acting }) =>
        acting.kind === 'staff' && acting.org === workAdmission(self.data).office
          ? allow()
          : refuse('not-yours-to-do', 'practice', { roles: ['applicant'] }),
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    markOverdue: {
      title: text('标记超期', 'Marked overdue'),
      from: ['applied', 'hearing', 'checking', 'deciding', 'publicity'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => {
        const { due, markedOverdueOn } = workAdmission(self.data)
        return world.today > due && (markedOverdueOn === undefined || markedOverdueOn <= due)
      },
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.officeOf('office:city-office', self.place).id])],
        }),
    },
  },
  timing: (self) => {
    const { due, markedOverdueOn } = workAdmission(self.data)
    const open = self.endedOn === null
    const marked = markedOverdueOn !== undefined && markedOverdueOn > due
    return {
      dueOn: open ? due : null,
      provisional: false,
      suspended: false,
      nextOn: open && !marked ? addDays(due, 1) : null,
    }
  },
  present: presentAdmission,
  ends: { keepYears: 10 },
})

const reasonField = { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 1000 } as const
const CHECKERS = [
  ['legal', 'office:justice'],
  ['money', 'office:finance'],
] as const

function value<Value>(world: World, self: CaseRow, name: string): Value {
  return world.value<Value>(`work-admission.${name}`, self.openedOn, self.place).value
}
function dueIn(world: World, self: CaseRow, name: string): PlainDate {
  return lastDayOf(value<Term>(world, self, name), world.today, world.calendar).day
}

function partsOf(self: CaseRow, family: readonly CaseRow[]) {
  return family
    .filter((one) => one.parent === self.id && one.procedure === 'admission-part')
    .map((one) => ({ id: one.id, holder: one.holder, ...admissionPart(one.data) }))
}

/** Those that were not taken back. */
function objectionsIn(family: readonly CaseRow[]) {
  return family
    .filter((one) => one.procedure === 'admission-objection' && one.step !== 'withdrawn')
    .map((one) => admissionObjection(one.data))
}

function part(self: CaseRow, asked: AdmissionPart['asked'], holder: string, due: PlainDate): NewCase {
  const data: AdmissionPart = { about: workAdmission(self.data).about, asked, due, answer: null }
  const step = asked === 'legal' || asked === 'money' ? 'check-asked' : 'opinion-asked'
  return { procedure: 'admission-part', subject: 'admission-part', step, holder, orgs: [holder], data }
}

/** 听取意见: every community named, and the street of each. */
function hear({ self, world }: MoveView, typed: string) {
  const lines = typed
    .split(/[\n、,,;;]+/u)
    .map((one) => one.trim())
    .filter(Boolean)
  const found = lines.map((one) => world.communityNamed(one, self.place))
  const wrong = lines.filter((_, i) => typeof found[i] === 'string')
  if (wrong.length) return refuse('communities-not-found', 'practice', { names: wrong })
  const communities = [...new Set(found.flatMap((one) => (typeof one === 'string' ? [] : [one.code])))]
  const least = value<number>(world, self, 'communities-heard')
  if (communities.length < least) return refuse('hearing-too-small', 'practice', { named: communities.length, least })
  const due = dueIn(world, self, 'hearing')
  const streets = [...new Set(communities.map((one) => world.officeOf('street', one).id))]
  const offices = communities.map((one) => world.officeOf('community', one).id)
  return allow<Change>({
    step: 'hearing',
    data: { due, hearing: communities },
    orgs: [...new Set([...self.orgs, ...offices, ...streets])],
    opens: [
      ...offices.map((one) => part(self, 'community', one, due)),
      ...streets.map((one) => part(self, 'street', one, due)),
    ],
    fact: { hearing: communities, until: dayText(due).zh },
  })
}

function ended(
  { self, values }: MoveView & { readonly values: Readonly<Record<string, unknown>> },
  step: 'returned' | 'rejected',
) {
  return allow<Change>({
    step,
    ended: true,
    holder: workAdmission(self.data).office,
    data: { reason: String(values.reason) },
  })
}
