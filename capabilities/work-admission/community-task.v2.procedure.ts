/** 下达社区的任务, second version: what may not arrive any more when a human has looked at it goes back to its sender, with the clause. @plan P3.3.3; domain 6.2 */
import { addDays } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { type Change, defineProcedure, type Move } from '#kernel/procedure'
import { text } from '#kernel/text'
import { communityTaskV1, GATE } from './community-task.v1.procedure.ts'
import { communityTask, type GateClause, type Refusal } from './terms.ts'

const { release } = communityTaskV1.moves as { readonly release: Move }

export const communityTaskV2 = defineProcedure<string>({
  ...communityTaskV1,
  version: 2,
  inForceFrom: '2026-01-01',
  steps: { ...communityTaskV1.steps, 'sent-back': text('未能下达,已退回', 'Did not go out; sent back') },
  moves: {
    ...communityTaskV1.moves,
    release: { ...release, otherwise: 'sendBack' },
    sendBack: {
      title: text('不符合规定,退回下达单位', 'May not arrive: sent back'),
      from: ['in-review'],
      by: [{ who: 'clock' }],
      because: 'plan P3.3.3',
      isDue: ({ self, world }) => {
        const { reviewDue } = communityTask(self.data)
        return reviewDue !== null && world.today > reviewDue
      },
      asks: GATE,
      run: ({ self, world, asked }) => {
        const { reviewDue, sender } = communityTask(self.data)
        const late = reviewDue !== null && world.today > reviewDue
        if (asked?.ok !== false && !late) return refuse('not-at-this-step', 'practice', { step: self.step })
        const wrong: Refusal =
          asked?.ok === false
            ? { code: asked.code, basis: asked.basis, clause: asked.facts.clause as GateClause, facts: asked.facts }
            : { code: 'verdict-lapsed', basis: 'plan P3.3.3', clause: 'access', facts: {} }
        return allow<Change>({
          step: 'sent-back',
          holder: sender,
          data: { wrong },
          fact: { refused: wrong.code, clause: wrong.clause },
        })
      },
    },
    acknowledge: {
      title: text('知悉', 'Seen'),
      hint: text(
        '社区没有收到。按提示处理后可以重新下达。',
        'The community never received it. Put right what is said, then send it again.',
      ),
      tone: 'primary',
      bulk: true,
      from: ['sent-back'],
      by: [
        {
          who: 'staff',
          roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office'],
          at: 'holder',
        },
      ],
      because: 'practice',
      run: () => allow({ step: 'stopped', ended: true }),
    },
  },
  timing: (self, world) => {
    const { reviewDue } = communityTask(self.data)
    const timing = communityTaskV1.timing(self, world)
    return self.step === 'in-review' && reviewDue ? { ...timing, nextOn: addDays(reviewDue, 1) } : timing
  },
})
