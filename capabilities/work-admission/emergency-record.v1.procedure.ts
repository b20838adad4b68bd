/** 应急免予准入的补录: the law lets an emergency pass the gate; within five working days the office records what it was. @practice domain 6.2 */
import { addDays } from '#kernel/calendar'
import { basisText } from '#kernel/law'
import { allow } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { emergencyRecord } from './terms.ts'

const SENDER = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office'],
  at: 'holder',
} as const

export const emergencyRecordV1 = defineProcedure({
  name: 'emergency-record',
  version: 1,
  title: text('应急下达补录', 'Record of an emergency'),
  inForceFrom: '2018-11-09',
  because: 'practice',
  steps: { owed: text('待补录', 'To be recorded'), recorded: text('已补录', 'Recorded') },
  moves: {
    record: {
      title: text('补录', 'Record it'),
      tone: 'primary',
      from: ['owed'],
      by: [SENDER],
      because: 'practice',
      files: true,
      form: () => [
        {
          id: 'declared',
          label: text('谁依据什么宣布', 'Who declared it, under what'),
          type: 'long-text',
          min: 4,
          max: 500,
        },
        {
          id: 'asked',
          label: text('要求社区做了什么', 'What was asked of communities'),
          type: 'long-text',
          min: 4,
          max: 1000,
        },
        { id: 'until', label: text('到哪天为止', 'Until when'), type: 'date' },
      ],
      run: ({ world, values, files }) =>
        allow({
          step: 'recorded',
          ended: true,
          files,
          data: {
            record: {
              declared: String(values.declared),
              asked: String(values.asked),
              until: String(values.until),
              on: world.today,
            },
          },
        }),
    },
    markOverdue: {
      title: text('逾期未补录', 'Not recorded in time'),
      from: ['owed'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => {
        const { due, markedOverdueOn } = emergencyRecord(self.data)
        return markedOverdueOn === undefined && world.today > due
      },
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.officeOf('county', self.place).id])],
        }),
    },
  },
  timing: (self) => {
    const { due, markedOverdueOn } = emergencyRecord(self.data)
    const open = self.step === 'owed'
    return {
      dueOn: open ? due : null,
      provisional: false,
      suspended: false,
      nextOn: open && markedOverdueOn === undefined ? addDays(due, 1) : null,
    }
  },
  present: ({ self }) => {
    const one = emergencyRecord(self.data)
    return [
      {
        title: text('应急下达', 'The emergency'),
        rows: [
          { id: 'title', label: text('事项', 'Matter'), value: one.about },
          { id: 'law', label: text('依据', 'Basis'), value: basisText(one.basis) },
          ...(one.record
            ? [
                { id: 'declared', label: text('宣布', 'Declared'), value: one.record.declared },
                { id: 'asked', label: text('要求', 'Asked'), value: one.record.asked },
                { id: 'until', label: text('截止', 'Until'), value: one.record.until },
              ]
            : []),
        ],
      },
    ]
  },
  ends: { keepYears: 10 },
})
