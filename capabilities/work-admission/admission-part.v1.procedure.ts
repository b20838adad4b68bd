/** 准入征求意见与审核: what one community or street says, and what justice and finance find. @law RCOL-2018 art 20; domain 6.2 steps 3, 4 */
import { allow } from '#kernel/outcome'
import { defineProcedure, type MoveInput } from '#kernel/procedure'
import { text } from '#kernel/text'
import { itemRows } from './present.ts'
import { admissionPart, workAdmission } from './terms.ts'

export const admissionPartV1 = defineProcedure({
  name: 'admission-part',
  version: 1,
  title: text('准入意见与审核', 'Opinion or check of an admission'),
  inForceFrom: '2018-11-09',
  because: 'RCOL-2018 art 20',
  steps: {
    'opinion-asked': text('待提意见', 'Opinion asked'),
    'check-asked': text('待审核', 'Check asked'),
    answered: text('已答复', 'Answered'),
    closed: text('未答复,已关闭', 'Closed unanswered'),
  },
  moves: {
    giveOpinion: {
      title: text('提出书面意见', 'Give an opinion'),
      tone: 'primary',
      from: ['opinion-asked'],
      by: [{ who: 'staff', roles: ['committee_chair', 'street_admin', 'street_staff'], at: 'holder' }],
      because: 'RCOL-2018 art 20',
      form: () => [
        { id: 'agrees', label: text('同意准入', 'Should it be admitted?'), type: 'yes-no' },
        { id: 'said', label: text('意见', 'Opinion'), type: 'long-text', min: 2, max: 1000 },
      ],
      run: answered,
    },
    giveFinding: {
      title: text('提出审核结论', 'Give the finding'),
      tone: 'primary',
      from: ['check-asked'],
      by: [{ who: 'staff', roles: ['dept_staff', 'dept_head'], at: 'holder' }],
      because: 'plan P3.3.3',
      form: ({ self }) => [
        {
          id: 'agrees',
          label:
            admissionPart(self.data).asked === 'money'
              ? text('经费已落实', 'Is the money there?')
              : text('依据充分、合法', 'Is it lawful?'),
          type: 'yes-no',
        },
        { id: 'said', label: text('结论', 'Finding'), type: 'long-text', min: 2, max: 1000 },
      ],
      run: answered,
    },
  },
  timing: (self) => ({
    dueOn: self.endedOn === null ? admissionPart(self.data).due : null,
    provisional: false,
    suspended: false,
    nextOn: null,
  }),
  present: ({ self, root }) => {
    const { answer } = admissionPart(self.data)
    return [
      { title: text('申请准入的事项', 'What is to be admitted'), rows: itemRows(workAdmission(root.data).item) },
      ...(answer
        ? [
            {
              title: text('答复', 'Answer'),
              rows: [
                {
                  id: 'said',
                  label: answer.agrees ? text('同意', 'Agrees') : text('不同意', 'Disagrees'),
                  value: answer.said,
                },
              ],
            },
          ]
        : []),
    ]
  },
  ends: { keepYears: 10 },
})

function answered({ world, values }: MoveInput) {
  return allow({
    step: 'answered',
    ended: true,
    data: { answer: { agrees: values.agrees === true, said: String(values.said), on: world.today } },
  })
}
