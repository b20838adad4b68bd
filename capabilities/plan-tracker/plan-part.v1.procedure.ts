/** 任务分工: the part of a task that another lead, or an office that cooperates, answers for. @plan P3.1.1–P4.4 */
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { OFFICERS } from './actors.ts'
import { reportDay, reportMoves } from './changes.ts'
import { reportSections } from './present.ts'
import { reportDays } from './rules.ts'
import { partData, type PartRole } from './terms.ts'

const ROLES = {
  'co-lead': text('共同牵头', 'Also leads'),
  cooperating: text('配合', 'Cooperates'),
  named: text('配合(由牵头单位确定)', 'Cooperates (named by the lead)'),
} as const satisfies Record<PartRole, unknown>

export const planPartV1 = defineProcedure({
  name: 'plan-part',
  version: 1,
  title: text('任务分工', 'Part of a task'),
  inForceFrom: '2018-11-09',
  because: 'practice',
  steps: {
    running: text('推进中', 'Under way'),
    confirmed: text('已确认完成', 'Confirmed'),
    closed: text('随任务办结', 'Closed with the task'),
  },
  moves: {
    ...reportMoves('running'),
    confirm: {
      title: text('确认本单位部分已完成', 'Confirm that our part is done'),
      hint: text(
        '没有全部配合单位的确认,牵头单位不能办结任务。',
        'Without the confirmation of all, the lead cannot close the task.',
      ),
      from: ['running'],
      by: [OFFICERS],
      because: 'practice',
      files: true,
      form: () => [{ id: 'note', label: text('完成情况', 'What was done'), type: 'long-text', min: 4, max: 1000 }],
      run: ({ values, world, files }) =>
        allow({
          step: 'confirmed',
          data: { confirmation: { note: String(values.note), on: world.today } },
          files,
        }),
    },
    takeBack: {
      title: text('撤回确认', 'Take the confirmation back'),
      from: ['confirmed'],
      by: [OFFICERS],
      because: 'practice',
      onlyIf: ({ root }) => (root.step === 'running' ? allow() : refuse('task-being-verified', 'practice')),
      run: () => allow({ step: 'running', data: { confirmation: null } }),
    },
  },
  timing: (self, world) => {
    const none = { dueOn: null, provisional: false, suspended: false, nextOn: null }
    return self.step === 'running' ? { ...none, ...reportDays(partData(self.data), reportDay({ self, world })) } : none
  },
  present: ({ self }) => {
    const { party, role, reports, marked, confirmation } = partData(self.data)
    return [
      {
        title: text('分工', 'Part'),
        rows: [
          { id: 'party', label: text('方案所列名称', 'As the plan names it'), value: party },
          { id: 'role', label: text('职责', 'Role'), value: ROLES[role] },
          ...(confirmation ? [{ id: 'note', label: text('完成情况', 'What was done'), value: confirmation.note }] : []),
        ],
      },
      ...reportSections(reports, marked),
    ]
  },
  ends: { keepYears: 10 },
})
