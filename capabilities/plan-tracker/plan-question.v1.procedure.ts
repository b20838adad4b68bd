/** 问进展: anybody asks of any sentence of the plan how far it is; who leads answers, and the answer is public. @practice domain 20.3 */
import { lastDayOf, type Term } from '#kernel/calendar'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Change, defineProcedure, type MoveInput, type World } from '#kernel/procedure'
import { overdueMoves, overdueTiming } from '#kernel/procedure/overdue.ts'
import { text } from '#kernel/text'
import { cityOffice, leadOf } from './actors.ts'
import { PLAN, sentenceOf } from './seed/plan.ts'
import { taskOf } from './seed/tasks.ts'
import { type QuestionData, questionData } from './terms.ts'

const ANSWERER = { who: 'staff', roles: ['dept_staff', 'dept_head', 'city_office'], at: 'holder' } as const

/** The sentences one can ask of: the plan itself, not its letterhead. */
const ASKABLE = PLAN.filter(({ id }) => id !== 'P0' && id !== 'P0.1').flatMap((section) => section.sentences)

export const planQuestionV1 = defineProcedure({
  name: 'plan-question',
  version: 1,
  title: text('问进展', 'How far is this?'),
  inForceFrom: '2018-11-09',
  because: 'practice',
  steps: {
    asked: text('待答复', 'To be answered'),
    answered: text('已答复', 'Answered'),
    declined: text('不予公开答复', 'Not answered in public'),
    withdrawn: text('已撤回', 'Withdrawn'),
  },
  opening: {
    title: text('问问实施方案的进展', 'Ask how far the plan is'),
    hint: text(
      '对方案中的任意一句提问,由牵头单位答复;问与答公开,不显示您的姓名。',
      'Ask about any sentence; who leads answers. Question and answer are public, your name is not.',
    ),
    because: 'practice',
    by: 'resident',
    proof: 1,
    adults: true,
    at: ['city'],
    told: 'plan-question-asked',
    form: () => [
      {
        id: 'sentence',
        label: text('哪一句', 'Which sentence'),
        type: 'choice',
        options: ASKABLE.map(({ id, text: words }) => {
          const short = `${id} ${words.slice(0, 28)}${words.length > 28 ? '…' : ''}`
          return { value: id, label: text(short, short) }
        }),
      },
      {
        id: 'question',
        label: text('想问什么', 'What do you want to know'),
        hint: text('不要写姓名、电话和住址。', 'No names, phones or addresses, please.'),
        type: 'long-text',
        min: 4,
        max: 500,
      },
    ],
    run: ({ values, world, place }) => {
      const sentence = sentenceOf(String(values.sentence))
      if (!sentence) throw new Error('the form offers sentences that exist')
      const question = String(values.question).trim()
      if (/\d{7,}/u.test(question.normalize('NFKC').replace(/[\s-]/gu, '')))
        return refuse('personal-number-in-text', 'practice')
      const term = world.value<Term>('plan.question', world.today, place).value
      const data: QuestionData = {
        sentence: sentence.id,
        question,
        due: lastDayOf(term, world.today, world.calendar).day,
        answer: null,
        declined: null,
      }
      return allow({ subject: sentence.id, step: 'asked', holder: answererOf(sentence.tasks[0], world, place), data })
    },
  },
  moves: {
    answer: {
      title: text('答复', 'Answer'),
      tone: 'primary',
      from: ['asked'],
      by: [ANSWERER],
      because: 'practice',
      form: () => [
        {
          id: 'answer',
          label: text('答复(公开)', 'Answer (public)'),
          type: 'long-text',
          min: 10,
          max: 2000,
        },
        {
          id: 'show-question',
          label: text('问题不含个人信息,可以一并公开', 'The question holds no personal data and may be shown'),
          hint: text('选“否”则只公开答复。', 'If not, the answer alone is shown.'),
          type: 'yes-no',
        },
      ],
      run: (view) =>
        ended(view, 'answered', {
          answer: {
            text: String(view.values.answer),
            showQuestion: view.values['show-question'] === true,
            on: view.world.today,
          },
        }),
    },
    decline: {
      title: text('不予公开答复', 'Do not answer in public'),
      hint: text(
        '与方案无关、辱骂或涉及他人隐私的,说明理由。',
        'For what is not about the plan, abusive, or about others’ private life.',
      ),
      tone: 'danger',
      from: ['asked'],
      by: [ANSWERER],
      because: 'practice',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 8, max: 500 }],
      run: (view) => ended(view, 'declined', { declined: String(view.values.reason) }),
    },
    withdraw: {
      title: text('撤回', 'Withdraw'),
      from: ['asked'],
      by: [{ who: 'applicant' }],
      because: 'practice',
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    ...overdueMoves('asked', ANSWERER),
  },
  timing: (self) => overdueTiming('asked', self),
  present: ({ self }) => {
    const { sentence, question, answer, declined } = questionData(self.data)
    return [
      {
        title: text('提问', 'The question'),
        rows: [
          { id: 'sentence', label: text('方案原文', 'The plan says'), value: sentenceOf(sentence)?.text },
          { id: 'question', label: text('问题', 'Question'), value: question },
          ...(answer ? [{ id: 'answer', label: text('答复', 'Answer'), value: answer.text }] : []),
          ...(declined ? [{ id: 'declined', label: text('理由', 'Reasons'), value: declined }] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 3 },
})

/** The office that leads the sentence's task; a sentence without a task is the city office's. */
function answererOf(task: string | undefined, world: World, place: string): string {
  const found = taskOf(task ?? '')
  return (found ? leadOf(found, world, place) : cityOffice(world, place)).id
}

function ended({ self }: MoveInput, step: 'answered' | 'declined', data: Partial<QuestionData>): Outcome<Change> {
  return allow({
    step,
    ended: true,
    data,
    notices: self.applicant ? [{ person: self.applicant, kind: `plan-question-${step}`, content: {} }] : [],
  })
}
