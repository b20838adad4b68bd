/** 准入公示异议: lodged while an admission is published, answered by the county office one by one before it is entered. @plan P3.3.3; domain 6.2 step 6 */
import { allow, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type Shown } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { admissionObjection } from './terms.ts'
import { OBJECTORS } from './words.ts'

const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const overdue = overdueMoves('lodged', COUNTY)
export const OBJECTING_ROLES = [
  'committee_chair',
  'community_worker',
  'street_admin',
  'street_staff',
  'dept_staff',
  'dept_head',
] as const

export const admissionObjectionV1 = defineProcedure({
  name: 'admission-objection',
  version: 1,
  title: text('准入公示异议', 'Objection to an admission'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.3',
  steps: {
    lodged: text('待答复', 'To be answered'),
    upheld: text('异议成立', 'Upheld'),
    dismissed: text('异议不成立', 'Not upheld'),
    withdrawn: text('已撤回', 'Withdrawn'),
  },
  moves: {
    answer: {
      title: text('答复异议', 'Answer it'),
      hint: text(
        '要点和答复将随公示公开,不得写提出人的姓名或可识别身份的内容。',
        'The summary and the answer are public: write nothing that names or gives away who objected.',
      ),
      tone: 'primary',
      from: ['lodged'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [
        { id: 'upheld', label: text('异议成立', 'Is it right?'), type: 'yes-no' },
        {
          id: 'summary',
          label: text('异议要点(公开)', 'What is objected (public)'),
          type: 'long-text',
          min: 2,
          max: 300,
        },
        { id: 'said', label: text('答复(公开)', 'Answer (public)'), type: 'long-text', min: 4, max: 1000 },
      ],
      run: ({ self, world, values }) => {
        const upheld = values.upheld === true
        return allow<Change>({
          step: upheld ? 'upheld' : 'dismissed',
          ended: true,
          data: {
            answer: { upheld, summary: String(values.summary), said: String(values.said), on: world.today },
          },
          notices: told(self),
        })
      },
    },
    withdraw: {
      title: text('撤回异议', 'Withdraw it'),
      from: ['lodged'],
      by: [{ who: 'applicant' }, { who: 'staff', roles: OBJECTING_ROLES, at: 'taking-part' }],
      because: 'practice',
      onlyIf: ({ self, acting }) => {
        const { org } = admissionObjection(self.data)
        return acting.kind !== 'staff' || acting.org === org
          ? allow()
          : refuse('not-yours-to-do', 'practice', { roles: ['objector'] })
      },
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    giveOverdueReason: overdue.giveOverdueReason,
    markOverdue: {
      ...overdue.markOverdue,
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.officeOf('office:city-office', self.place).id])],
        }),
    },
  },
  timing: (self) => overdueTiming('lodged', self),
  present: ({ self, world }) => {
    const { about, by, org, reason, answer } = admissionObjection(self.data)
    const row = (id: string, zh: string, en: string, value: Shown['value']): Shown => ({
      id,
      label: text(zh, en),
      value,
    })
    return [
      {
        title: text('异议', 'Objection'),
        rows: [
          row('about', '针对的事项', 'To what', about),
          row(
            'by',
            '提出人',
            'By',
            org === null ? OBJECTORS[by] : text(world.office(org).name, world.office(org).nameEn),
          ),
          row('reason', '理由', 'Reasons', reason),
          ...(answer
            ? [
                row('found', '结论', 'Finding', answer.upheld ? text('成立', 'Upheld') : text('不成立', 'Not upheld')),
                row('summary', '异议要点(公开)', 'What is objected (public)', answer.summary),
                row('said', '答复(公开)', 'Answer (public)', answer.said),
              ]
            : []),
        ],
      },
    ]
  },
  ends: { keepYears: 10 },
})

function told({ applicant }: CaseRow): Change['notices'] {
  return applicant ? [{ person: applicant, kind: 'admission-objection-answered', content: {} }] : []
}
