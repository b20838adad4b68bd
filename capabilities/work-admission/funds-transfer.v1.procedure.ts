/** 经费拨付与到位确认: money before work (费随事转); a task of the item starts once the community says that it has it. @plan P3.3.3; domain 6.2 step 7 */
import { addDays } from '#kernel/calendar'
import { fen, formatYuan } from '#kernel/money'
import { allow } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { fundsTransfer } from './terms.ts'

const COMMUNITY = { who: 'staff', roles: ['committee_chair', 'community_worker'], at: 'holder' } as const

export const fundsTransferV1 = defineProcedure({
  name: 'funds-transfer',
  version: 1,
  title: text('协助事项经费拨付', 'Money for assistance'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.3',
  steps: {
    sent: text('已拨付,待社区确认', 'Sent; the community to confirm'),
    confirmed: text('已到位', 'Arrived'),
    'not-received': text('社区未收到', 'Not received'),
  },
  moves: {
    confirm: {
      title: text('确认到位', 'It has arrived'),
      tone: 'primary',
      bulk: true,
      from: ['sent'],
      by: [COMMUNITY],
      because: 'plan P3.3.3',
      run: ({ world }) => allow({ step: 'confirmed', ended: true, data: { answer: { said: '', on: world.today } } }),
    },
    deny: {
      title: text('没有收到', 'It has not'),
      tone: 'danger',
      from: ['sent'],
      by: [COMMUNITY],
      because: 'plan P3.3.3',
      form: () => [{ id: 'account', label: text('说明', 'Details'), type: 'long-text', min: 2, max: 500 }],
      run: ({ self, world, values }) =>
        allow({
          step: 'not-received',
          holder: fundsTransfer(self.data).sender,
          ended: true,
          data: { answer: { said: String(values.account), on: world.today } },
        }),
    },
    remind: {
      title: text('逾期未确认,街道提醒', 'Not confirmed in time: the street is told'),
      from: ['sent'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) =>
        !('remindedOn' in (self.data as object)) && world.today > fundsTransfer(self.data).due,
      run: ({ self, world }) =>
        allow({
          data: { remindedOn: world.today },
          orgs: [...new Set([...self.orgs, world.officeOf('street', self.place).id])],
        }),
    },
  },
  timing: (self) => {
    const { due } = fundsTransfer(self.data)
    const open = self.step === 'sent'
    return {
      dueOn: open ? due : null,
      provisional: false,
      suspended: false,
      nextOn: open && !('remindedOn' in (self.data as object)) ? addDays(due, 1) : null,
    }
  },
  present: ({ self, world }) => {
    const one = fundsTransfer(self.data)
    return [
      {
        title: text('经费', 'Money'),
        rows: [
          { id: 'item', label: text('清单事项', 'Item of the list'), value: `${one.item.code} ${one.item.name}` },
          { id: 'sender', label: text('拨付单位', 'From'), value: world.office(one.sender).name },
          { id: 'amount', label: text('金额(元)', 'Amount (yuan)'), value: formatYuan(fen(one.amount)) },
          { id: 'days', label: text('期限', 'For the days'), value: `${one.from} — ${one.to}` },
          { id: 'agreement', label: text('协议编号', 'Agreement'), value: one.agreement },
          { id: 'on', label: text('拨付日期', 'Transferred on'), value: one.transferredOn },
          ...(one.answer?.said
            ? [{ id: 'said', label: text('社区说明', 'The community says'), value: one.answer.said }]
            : []),
        ],
      },
    ]
  },
  ends: { keepYears: 10 },
})
