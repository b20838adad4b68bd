/** 临时准入: the street lets in what cannot wait, for three months at most, with its money; never renewed. @practice domain 6.2 */
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { itemRows } from './present.ts'
import { temporaryAdmission } from './terms.ts'

const STREET = { who: 'staff', roles: ['street_admin'], at: 'holder' } as const

export const temporaryAdmissionV1 = defineProcedure({
  name: 'temporary-admission',
  version: 1,
  title: text('临时准入', 'Temporary admission'),
  inForceFrom: '2018-11-09',
  because: 'practice',
  steps: {
    asked: text('待街道决定', 'Street to decide'),
    admitted: text('已临时准入', 'Admitted for a while'),
    declined: text('不予临时准入', 'Declined'),
  },
  moves: {
    admit: {
      title: text('同意临时准入', 'Admit it'),
      tone: 'primary',
      from: ['asked'],
      by: [STREET],
      because: 'practice',
      form: () => [
        { id: 'funds', label: text('经费已落实到社区', 'The money is there for the communities'), type: 'yes-no' },
        { id: 'said', label: text('决定理由', 'Reasons'), type: 'long-text', min: 2, max: 500 },
      ],
      run: ({ self, world, values }) => {
        if (values.funds !== true) return refuse('assistance-without-funds', 'plan P3.3.3', { clause: 'F3' })
        const { item } = temporaryAdmission(self.data)
        if (item.to !== null && item.to < world.today)
          return refuse('item-period-wrong', 'practice', { code: item.name.zh })
        const code = `L4-T${self.number.slice(5).replaceAll('-', '')}`
        return allow({
          step: 'admitted',
          ended: true,
          data: { item: { ...item, code }, decision: { said: String(values.said), on: world.today } },
          fact: { code },
        })
      },
    },
    decline: {
      title: text('不同意', 'Decline'),
      tone: 'danger',
      from: ['asked'],
      by: [STREET],
      because: 'practice',
      form: () => [{ id: 'said', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: ({ world, values }) =>
        allow({ step: 'declined', ended: true, data: { decision: { said: String(values.said), on: world.today } } }),
    },
  },
  timing: (self) => ({
    dueOn: self.endedOn === null ? temporaryAdmission(self.data).due : null,
    provisional: false,
    suspended: false,
    nextOn: null,
  }),
  present: ({ self, world }) => {
    const { item, reason, office, decision } = temporaryAdmission(self.data)
    return [
      {
        title: text('临时准入的事项', 'What is to be admitted'),
        rows: [
          { id: 'office', label: text('申请部门', 'Applicant'), value: world.office(office).name },
          ...itemRows(item),
          { id: 'reason', label: text('为何不能等', 'Why it cannot wait'), value: reason },
          ...(item.code ? [{ id: 'code', label: text('清单编号', 'Code in the list'), value: item.code }] : []),
          ...(decision ? [{ id: 'decision', label: text('决定', 'Decision'), value: decision.said }] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 10 },
})
