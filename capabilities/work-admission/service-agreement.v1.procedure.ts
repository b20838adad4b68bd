/** 购买服务协议: recorded by the community that serves, confirmed by the office that buys; what no list has is done only under one. @plan P3.1.2; @law MOF-102 art 24; domain 6.1, 11.1 */
import { addMonths, lastDayOf, plainDate, type Term } from '#kernel/calendar'
import { fen, formatYuan } from '#kernel/money'
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure, type Shown } from '#kernel/procedure'
import { text } from '#kernel/text'
import { officeCalled } from './rules.ts'
import { type ServiceAgreement, serviceAgreement } from './terms.ts'

/** What confirming asks: is the number free in the city? */
export const AGREEMENT_NUMBER = 'agreement-number'

const COMMUNITY = ['committee_chair', 'community_worker'] as const
const BUYER = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin'],
  at: 'holder',
} as const
const ending = (label: string, en: string) =>
  ({ id: 'account', label: text(label, en), type: 'long-text', min: 2, max: 500 }) as const

export const serviceAgreementV1 = defineProcedure({
  name: 'service-agreement',
  version: 1,
  title: text('购买服务协议', 'Service agreement'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.1.2',
  steps: {
    offered: text('待购买单位确认', 'The buyer to confirm'),
    'in-force': text('已生效', 'Agreed'),
    declined: text('购买单位未确认', 'Not confirmed'),
    ended: text('已终止', 'Ended'),
  },
  opening: {
    title: text('登记购买服务协议', 'Record a service agreement'),
    hint: text(
      '清单外事项只能通过购买服务取得;登记后由购买单位确认,确认后才能引用。',
      'What no list has may only be bought; the buyer confirms the record, and only then may it be cited.',
    ),
    because: 'plan P3.1.2',
    by: COMMUNITY,
    files: true,
    form: () => [
      { id: 'number', label: text('合同编号', 'Number of the contract'), type: 'text', min: 2, max: 60 },
      { id: 'office', label: text('购买单位(现用全称)', 'Buyer, by its present name'), type: 'text', min: 2, max: 60 },
      { id: 'item', label: text('购买的服务事项', 'What is bought'), type: 'text', min: 2, max: 120 },
      { id: 'from', label: text('起始日期', 'From'), type: 'date' },
      { id: 'to', label: text('终止日期', 'Until'), type: 'date' },
      { id: 'money', label: text('合同金额', 'Money'), type: 'money', min: 1, max: 10_000_000_000 },
      {
        id: 'document',
        label: text('采购或批准文号', 'Document of the purchase'),
        type: 'text',
        required: false,
        max: 80,
      },
    ],
    run: ({ values, world, place }) => {
      const [number, name] = [String(values.number).trim(), String(values.office).trim()]
      const office = officeCalled(world, name, place)
      if (!office) return refuse('office-not-known', 'practice', { name })
      const [from, to] = [plainDate(String(values.from)), plainDate(String(values.to))]
      if (to < from) return refuse('item-period-wrong', 'practice', { code: number })
      const { value: months, basis } = world.value<number>('work-admission.agreement-months', world.today, place)
      if (to >= addMonths(from, months)) return refuse('agreement-too-long', basis, { months })
      const term = world.value<Term>('work-admission.agreement-confirmation', world.today, place).value
      const data: ServiceAgreement = {
        about: `${number} ${String(values.item).trim()}`,
        number,
        office: office.id,
        item: String(values.item).trim(),
        from,
        to,
        money: Number(values.money),
        document: String(values.document ?? ''),
        due: lastDayOf(term, world.today, world.calendar).day,
        ending: null,
      }
      return allow({ subject: 'service-agreement', step: 'offered', holder: office.id, data })
    },
  },
  moves: {
    confirm: {
      title: text('确认属实,协议生效', 'It is so: agreed'),
      tone: 'primary',
      from: ['offered'],
      by: [BUYER],
      because: 'plan P3.1.2',
      asks: AGREEMENT_NUMBER,
      run: ({ asked }) => (asked?.ok === false ? asked : allow({ step: 'in-force' })),
    },
    decline: {
      title: text('不属实', 'It is not so'),
      tone: 'danger',
      from: ['offered'],
      by: [BUYER],
      because: 'practice',
      form: () => [ending('理由', 'Reasons')],
      run: ({ world, values }) =>
        allow({ step: 'declined', ended: true, data: { ending: { said: String(values.account), on: world.today } } }),
    },
    terminate: {
      title: text('终止协议', 'End it'),
      tone: 'danger',
      from: ['in-force'],
      by: [BUYER, { who: 'staff', roles: COMMUNITY, at: 'taking-part' }],
      because: 'practice',
      form: () => [ending('原因', 'Why')],
      run: ({ world, values }) =>
        allow({ step: 'ended', ended: true, data: { ending: { said: String(values.account), on: world.today } } }),
    },
  },
  timing: (self) => ({
    dueOn: self.step === 'offered' ? serviceAgreement(self.data).due : null,
    provisional: false,
    suspended: false,
    nextOn: null,
  }),
  present: ({ self, world }) => {
    const one = serviceAgreement(self.data)
    const row = (id: string, zh: string, en: string, value: Shown['value']): Shown => ({
      id,
      label: text(zh, en),
      value,
    })
    const buyer = world.office(one.office)
    return [
      {
        title: text('协议', 'Agreement'),
        rows: [
          row('number', '合同编号', 'Number', one.number),
          row('office', '购买单位', 'Buyer', text(buyer.name, buyer.nameEn)),
          row('place', '承接社区(村)', 'Community', world.placeName(self.place)),
          row('item', '服务事项', 'What is bought', one.item),
          row('days', '期限', 'Days', `${one.from} — ${one.to}`),
          row('money', '金额(元)', 'Money (yuan)', formatYuan(fen(one.money))),
          ...(one.document ? [row('document', '文号', 'Document', one.document)] : []),
          ...(one.ending ? [row('ending', '说明', 'Why', one.ending.said)] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 15 },
})
