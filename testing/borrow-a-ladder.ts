/** The made-up procedure that tests the engine: a neighbour asks the community for its ladder. */
import { addDays, lastDayOf, workingDays } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'

type LadderData = {
  readonly nameMasked: string
  readonly height: number
  readonly askedOn: string
  readonly oneOpen?: '1'
}

const KEEPER = { who: 'staff', roles: ['community_worker'], at: 'holder' } as const

export const borrowALadder = defineProcedure({
  name: 'borrow-a-ladder',
  version: 1,
  title: text('借梯子', 'Borrow a ladder'),
  inForceFrom: '2018-01-01',
  because: 'practice',
  steps: {
    asked: text('已申请', 'Asked'),
    lent: text('已借出', 'Lent'),
    returned: text('已归还', 'Returned'),
    lapsed: text('已失效', 'Lapsed'),
  },
  moves: {
    lend: {
      title: text('借出', 'Lend'),
      from: ['asked'],
      by: [KEEPER],
      because: 'practice',
      bulk: true,
      onlyIf: ({ self }) =>
        (self.data as LadderData).height <= 5 ? allow() : refuse('ladder-too-high', 'practice', { most: 5 }),
      form: () => [{ id: 'note', label: text('备注', 'Note'), type: 'text', max: 20, required: false }],
      run: ({ self, values, world }) =>
        allow({
          step: 'lent',
          data: { lentOn: world.today, note: values.note ?? '' },
          documents: [{ kind: 'acceptance', office: self.holder, content: { title: '借梯单' } }],
          notices: self.applicant ? [{ person: self.applicant, kind: 'lent', content: { number: self.number } }] : [],
        }),
    },
    split: {
      title: text('请街道会签', 'Ask the street'),
      from: ['asked'],
      by: [KEEPER],
      because: 'practice',
      run: ({ self, world }) => {
        const street = world.officeOf('street', self.place)
        return allow({
          orgs: [...self.orgs, street.id],
          opens: [
            {
              procedure: 'borrow-a-ladder',
              subject: self.subject,
              step: 'asked',
              holder: street.id,
              orgs: [street.id, self.holder],
              data: { nameMasked: '张*', height: 1, askedOn: world.today },
            },
          ],
        })
      },
    },
    giveBack: {
      title: text('归还', 'Give back'),
      from: ['lent'],
      by: [{ who: 'applicant' }, KEEPER],
      because: 'practice',
      run: () => allow({ step: 'returned', ended: true }),
    },
    lapse: {
      title: text('失效', 'Lapse'),
      from: ['asked'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => world.today > lastDayOf(workingDays(2), self.openedOn, world.calendar).day,
      run: () => allow({ step: 'lapsed', ended: true }),
    },
  },
  timing: (self, world) => {
    if (self.step !== 'asked') return { dueOn: null, provisional: false, suspended: false, nextOn: null }
    const due = lastDayOf(workingDays(2), self.openedOn, world.calendar)
    return { dueOn: due.day, provisional: due.provisional, suspended: false, nextOn: addDays(due.day, 1) }
  },
  present: ({ self }) => [
    {
      title: text('梯子', 'Ladder'),
      rows: [{ id: 'height', label: text('高度', 'Height'), value: (self.data as LadderData).height }],
    },
  ],
  ends: { keepYears: 1 },
})
