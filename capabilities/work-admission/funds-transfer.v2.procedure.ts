/** 经费拨付与到位确认, second version: money that was taken back is no money; no task passes on it from that day. @plan P3.3.3; domain 6.2 step 7 */
import { allow } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { fundsTransferV1 } from './funds-transfer.v1.procedure.ts'

export const fundsTransferV2 = defineProcedure<string>({
  ...fundsTransferV1,
  version: 2,
  inForceFrom: '2026-01-01',
  steps: { ...fundsTransferV1.steps, 'taken-back': text('已收回', 'Taken back') },
  moves: {
    ...fundsTransferV1.moves,
    takeBack: {
      title: text('经费已收回', 'The money was taken back'),
      hint: text(
        '由拨付单位或社区据实记录;自当日起,该事项的任务不得再下达。',
        'Recorded by whoever sent it or by the community; from this day no task of the item may be sent.',
      ),
      tone: 'danger',
      from: ['confirmed'],
      by: [
        { who: 'staff', roles: ['committee_chair', 'community_worker'], at: 'holder' },
        { who: 'staff', roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin'], at: 'taking-part' },
      ],
      because: 'plan P3.3.3',
      form: () => [{ id: 'account', label: text('说明', 'Details'), type: 'long-text', min: 2, max: 500 }],
      run: ({ world, values }) =>
        allow({
          step: 'taken-back',
          ended: true,
          data: { answer: { said: String(values.account), on: world.today } },
        }),
    },
  },
})
