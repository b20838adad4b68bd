/** 更正个人信息: a person finds what is held of them wrong or incomplete, and it is put right or refused with reasons. @law PIPL arts 46, 50 */
import { lastDayOf, type Term } from '#kernel/calendar'
import { allow } from '#kernel/outcome'
import { type CaseRow, type Change, defineProcedure, type MoveView } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { type DataCorrection, dataCorrection } from './terms.ts'

const KEEPER = { who: 'staff', roles: ['community_worker', 'window_clerk'], at: 'holder' } as const
const STEPS = {
  asked: text('待核实', 'To be checked'),
  corrected: text('已更正', 'Put right'),
  declined: text('不予更正', 'Declined'),
  withdrawn: text('已撤回', 'Withdrawn'),
} as const

const WHAT = [
  { value: 'name', label: text('姓名', 'Name') },
  { value: 'birth', label: text('出生日期或性别', 'Birth date or sex') },
  { value: 'phone', label: text('电话', 'Phone') },
  { value: 'address', label: text('住址', 'Address') },
  { value: 'household', label: text('同住人员', 'Who lives with me') },
  { value: 'not-me', label: text('登记的不是我', 'What is held is not about me') },
] as const

export const dataCorrectionV1 = defineProcedure({
  name: 'data-correction',
  version: 1,
  title: text('更正个人信息', 'Correction of personal data'),
  inForceFrom: '2021-11-01',
  because: 'PIPL art 46',
  steps: STEPS,
  opening: {
    title: text('登记的信息不对?申请更正', 'Something wrong? Ask for a correction'),
    hint: text(
      '说明哪里不对、应当是什么;由居住地社区核实,不需要您再跑一趟。',
      'Say what is wrong and what it should be; your community checks it, no visit needed.',
    ),
    because: 'PIPL art 46',
    by: 'resident',
    files: true,
    told: 'data-correction-asked',
    form: () => [
      { id: 'what', label: text('哪里不对', 'What is wrong'), type: 'choices', options: [...WHAT] },
      {
        id: 'should',
        label: text('应当是什么', 'What it should say'),
        type: 'long-text',
        min: 2,
        max: 1000,
        dataClass: 'sensitive',
      },
    ],
    run: ({ values, world, place }) => {
      const term = world.value<Term>('residents.data-correction', world.today, place).value
      const data: DataCorrection = {
        what: values.what as readonly string[],
        should: String(values.should),
        due: lastDayOf(term, world.today, world.calendar).day,
        answer: null,
      }
      return allow({ subject: 'data-correction', step: 'asked', holder: world.officeOf('community', place).id, data })
    },
  },
  moves: {
    correct: {
      title: text('已更正', 'It is put right'),
      hint: text('先在人口与住户中更正,再在此说明。', 'Put it right in the register first, then say so here.'),
      tone: 'primary',
      from: ['asked'],
      by: [KEEPER],
      because: 'PIPL art 46',
      form: () => [
        { id: 'account', label: text('更正了什么', 'What was put right'), type: 'long-text', min: 4, max: 500 },
      ],
      run: (view) => answered(view, 'corrected', String(view.values.account)),
    },
    decline: {
      title: text('不予更正', 'Decline'),
      tone: 'danger',
      from: ['asked'],
      by: [KEEPER],
      because: 'PIPL art 50',
      form: () => [
        {
          id: 'reason',
          label: text('理由', 'Reasons'),
          hint: text('申请人可据此向人民法院起诉。', 'The person may go to court over them.'),
          type: 'long-text',
          min: 8,
          max: 1000,
        },
      ],
      run: (view) => answered(view, 'declined', String(view.values.reason)),
    },
    withdraw: {
      title: text('撤回', 'Withdraw'),
      from: ['asked'],
      by: [{ who: 'applicant' }],
      because: 'practice',
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    ...overdueMoves('asked', KEEPER),
  },
  timing: (self) => overdueTiming('asked', self),
  present: ({ self }) => {
    const { what, should, answer } = dataCorrection(self.data)
    return [
      {
        title: text('请求更正', 'What is asked'),
        rows: [
          { id: 'what', label: text('哪里不对', 'What is wrong'), value: [...what], type: 'choices', options: WHAT },
          { id: 'should', label: text('应当是什么', 'What it should say'), value: should },
          ...(answer ? [{ id: 'account', label: text('答复', 'Answer'), value: answer.account }] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 3 },
})

function answered({ self, world }: MoveView, step: 'corrected' | 'declined', account: string) {
  return allow<Change>({
    step,
    ended: true,
    data: { answer: { corrected: step === 'corrected', account, on: world.today } },
    notices: told(self, `data-correction-${step}`),
  })
}

function told({ applicant }: CaseRow, kind: string): Change['notices'] {
  return applicant ? [{ person: applicant, kind, content: {} }] : []
}
