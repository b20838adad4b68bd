/** 计划任务: one of the nineteen tasks, from the day it was handed out until the city office has verified it. @plan P3.1.1–P4.4; domain 20.3 */
import { parsePlainDate } from '#kernel/calendar'
import type { Field } from '#kernel/form'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Change, defineProcedure, type MoveInput, type MoveView, type NewCase } from '#kernel/procedure'
import { text } from '#kernel/text'
import { cityOffice, CITY, CLOCK, othersThan, partiesOf, type Party } from './actors.ts'
import { reportDay, reportMoves } from './changes.ts'
import { taskSections } from './present.ts'
import { documented, lateQuarters, mayClose, quarterOf, reportDays } from './rules.ts'
import { taskOf } from './seed/tasks.ts'
import { partData, type TaskData, taskData } from './terms.ts'

const LEAD = { who: 'staff', roles: ['dept_staff', 'dept_head'], at: 'holder' } as const
const COUNTY = { who: 'staff', roles: ['county_office'], at: 'taking-part' } as const
const VERIFIER = { who: 'staff', roles: ['city_office'], at: 'holder' } as const

const REASON = { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 1000 } as const
const DOCUMENT: Field = {
  id: 'document',
  label: text('批准文件文号', 'Number of the approving document'),
  hint: text('如 阳社建〔2026〕3号', 'Like 阳社建〔2026〕3号'),
  type: 'text',
  max: 40,
}

export const planTaskV1 = defineProcedure({
  name: 'plan-task',
  version: 1,
  title: text('实施方案任务', 'Task of the plan'),
  inForceFrom: '2018-11-09',
  because: 'plan P4.1',
  steps: {
    prepared: text('待分工', 'To be handed out'),
    running: text('推进中', 'Under way'),
    verifying: text('待核验', 'To be verified'),
    done: text('已核验办结', 'Verified and closed'),
  },
  moves: {
    handOut: {
      title: text('分工', 'Handed out'),
      from: ['prepared'],
      by: [CLOCK],
      because: 'plan P4.1',
      isDue: () => true,
      run: ({ self, world }) => {
        const data = taskData(self.data)
        const task = taskOf(data.task)
        if (!task) throw new Error(`no task ${data.task}`)
        return allow({
          step: 'running',
          opens: partiesOf(task, data.counties, world, self.place).map((party) => partFor(data, party)),
        })
      },
    },
    ...reportMoves('running'),
    addMilestone: {
      title: text('增加节点', 'Add a milestone'),
      from: ['running'],
      by: [LEAD],
      because: 'practice',
      form: () => [
        { id: 'text', label: text('节点', 'Milestone'), type: 'text', min: 2, max: 80 },
        { id: 'due', label: text('完成日期', 'Due day'), type: 'date', notBefore: 'today' },
      ],
      run: ({ self, values }) => {
        const { milestones } = taskData(self.data)
        const due = parsePlainDate(values.due)
        if (!due) throw new Error('a day was checked by the form')
        const fresh = {
          id: `m${milestones.length + 1}`,
          text: String(values.text),
          due,
          reachedOn: null,
          moves: [],
        }
        return allow({ data: { milestones: [...milestones, fresh] } })
      },
    },
    reachMilestone: {
      title: text('节点已达到', 'Milestone reached'),
      from: ['running'],
      by: [LEAD],
      because: 'practice',
      files: true,
      onlyIf: hasOpenMilestone,
      form: (view) => [
        milestoneField(view),
        { id: 'evidence', label: text('佐证', 'Evidence'), type: 'long-text', min: 4, max: 1000 },
      ],
      run: ({ self, values, world, files }) =>
        allow({
          data: changedMilestone(self.data, String(values.milestone), {
            reachedOn: world.today,
            evidence: String(values.evidence),
          }),
          files,
        }),
    },
    moveDue: {
      title: text('节点改期', 'Move a due date'),
      hint: text(
        '须有批准文件:填写文号并上传文件。',
        'Only with an approving document: give its number and upload it.',
      ),
      tone: 'danger',
      from: ['running'],
      by: [LEAD],
      because: 'practice',
      files: true,
      onlyIf: hasOpenMilestone,
      form: (view) => [
        milestoneField(view),
        { id: 'due', label: text('新的完成日期', 'New due day'), type: 'date' },
        DOCUMENT,
        REASON,
      ],
      run: movedDue,
    },
    nameUnit: {
      title: text('确定配合单位', 'Name an office that cooperates'),
      hint: text(
        '方案未逐一列名(“等…”“各相关单位”)的,由牵头单位确定。',
        'Where the plan does not name everybody, the lead says who is meant.',
      ),
      from: ['running'],
      by: [LEAD],
      because: 'practice',
      onlyIf: ({ self }) =>
        taskOf(taskData(self.data).task)?.andOthers ? allow() : refuse('list-is-closed', 'practice'),
      form: ({ self, family, world }) => [
        {
          id: 'office',
          label: text('配合单位', 'Office'),
          type: 'choice',
          options: othersThan(
            family.map((one) => one.holder),
            world,
            self.place,
          ),
        },
      ],
      run: ({ self, values, world }) => {
        const office = world.office(String(values.office))
        return allow({
          orgs: [...new Set([...self.orgs, office.id])],
          opens: [
            partFor(
              { ...taskData(self.data), first: quarterOf(world.today) },
              { office: office.id, party: office.name, role: 'named' },
            ),
          ],
        })
      },
    },
    recordMeasures: {
      title: text('登记本县(区)配套措施', 'Record the county’s own measures'),
      from: ['running', 'verifying'],
      by: [COUNTY],
      because: 'practice',
      files: true,
      form: () => [
        { id: 'title', label: text('文件名称', 'Title'), type: 'text', min: 2, max: 100 },
        {
          ...DOCUMENT,
          label: text('文号', 'Document number'),
          hint: text('如 城政发〔2026〕3号', 'Like 城政发〔2026〕3号'),
        },
        { id: 'issued', label: text('印发日期', 'Issued on'), type: 'date', notAfter: 'today' },
      ],
      run: ({ self, acting, values, world, files }) => {
        const written = documented(String(values.document), files.length)
        if (!written.ok) return written
        const { countyMeasures } = taskData(self.data)
        const county = acting.kind === 'staff' ? world.office(acting.org).place.slice(0, 6) : ''
        if (countyMeasures.some((one) => one.number === values.document))
          return refuse('measures-recorded-already', 'practice', { number: String(values.document) })
        const fresh = {
          county,
          number: String(values.document),
          title: String(values.title),
          issuedOn: String(values.issued),
        }
        return allow({ data: { countyMeasures: [...countyMeasures, fresh] }, files })
      },
    },
    close: {
      title: text('申请办结', 'Ask to close'),
      hint: text(
        '须有全部配合单位的确认;由市社区建设领导小组办公室核验。',
        'Needs the confirmation of everybody who has a part; the city office verifies it.',
      ),
      from: ['running'],
      by: [LEAD],
      because: 'practice',
      files: true,
      onlyIf: (view) => mayClose(closingOf(view)),
      form: () => [
        { id: 'summary', label: text('完成情况', 'What was achieved'), type: 'long-text', min: 10, max: 2000 },
      ],
      run: ({ self, values, world, files }) =>
        allow({
          step: 'verifying',
          holder: cityOffice(world, self.place).id,
          data: { closing: { summary: String(values.summary), on: world.today }, sentBack: null },
          files,
        }),
    },
    verify: {
      title: text('核验通过', 'Verified'),
      tone: 'primary',
      from: ['verifying'],
      by: [VERIFIER],
      because: 'practice',
      form: () => [{ id: 'finding', label: text('核验意见', 'Finding'), type: 'long-text', min: 4, max: 1000 }],
      run: ({ self, family }) =>
        allow({
          step: 'done',
          ended: true,
          others: Object.fromEntries(
            family
              .filter((one) => one.id !== self.id && one.endedOn === null)
              .map((one) => [one.id, { step: 'closed', ended: true, recordedAs: 'task-verified' }]),
          ),
        }),
    },
    sendBack: {
      title: text('退回', 'Send back'),
      tone: 'danger',
      from: ['verifying'],
      by: [VERIFIER],
      because: 'practice',
      form: () => [REASON],
      run: ({ self, values, world }) =>
        allow({
          step: 'running',
          holder: taskData(self.data).lead,
          data: { closing: null, sentBack: { reason: String(values.reason), on: world.today } },
        }),
    },
    remind: {
      title: text('督办', 'Press for it'),
      hint: text('写明要求,牵头单位可见。', 'Says what is wanted; the lead sees it.'),
      from: ['running'],
      by: [CITY],
      because: 'practice',
      form: () => [{ id: 'demand', label: text('督办要求', 'What is wanted'), type: 'long-text', min: 4, max: 1000 }],
      run: ({ self, values, world }) =>
        allow({
          data: { demand: { text: String(values.demand), on: world.today } },
          orgs: [...new Set([...self.orgs, cityOffice(world, self.place).id])],
        }),
    },
  },
  timing: (self, world) => {
    const none = { dueOn: null, provisional: false, suspended: false, nextOn: null }
    if (self.step === 'prepared') return { ...none, nextOn: self.openedOn }
    return self.step === 'running' ? { ...none, ...reportDays(taskData(self.data), reportDay({ self, world })) } : none
  },
  present: ({ self, world }) => taskSections(taskData(self.data), (county) => world.placeName(`${county}000000`).zh),
  ends: { keepYears: 10 },
})

function partFor(data: Pick<TaskData, 'task' | 'first' | 'lead'>, { office, party, role }: Party): NewCase {
  const { task, first, lead } = data
  return {
    procedure: 'plan-part',
    subject: task,
    step: 'running',
    holder: office,
    orgs: [...new Set([office, lead])],
    data: { task, first, party, role, reports: [], marked: {}, confirmation: null },
  }
}

function closingOf({ self, family, world }: MoveView) {
  const data = taskData(self.data)
  const parts = family.filter((one) => one.parent === self.id)
  const task = taskOf(data.task)
  return {
    unconfirmed: parts
      .filter((one) => partData(one.data).confirmation === null)
      .map((one) => world.office(one.holder).name),
    unnamed:
      task?.andOthers !== null &&
      task?.cooperating.length === 0 &&
      !parts.some((one) => partData(one.data).role === 'named'),
    milestones: data.milestones,
    late: lateQuarters(data, world.today, reportDay({ self, world })),
  }
}

function hasOpenMilestone({ self }: MoveView): Outcome<void> {
  return taskData(self.data).milestones.some((one) => one.reachedOn === null)
    ? allow()
    : refuse('no-open-milestone', 'practice')
}

function milestoneField({ self }: MoveView): Field {
  return {
    id: 'milestone',
    label: text('节点', 'Milestone'),
    type: 'choice',
    options: taskData(self.data)
      .milestones.filter((one) => one.reachedOn === null)
      .map((one) => ({ value: one.id, label: text(`${one.text}(${one.due})`, `${one.text} (${one.due})`) })),
  }
}

function changedMilestone(data: unknown, id: string, change: Partial<TaskData['milestones'][number]>) {
  return { milestones: taskData(data).milestones.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

function movedDue({ self, values, files }: MoveInput): Outcome<Change> {
  const written = documented(String(values.document), files.length)
  if (!written.ok) return written
  const milestone = taskData(self.data).milestones.find((one) => one.id === values.milestone)
  const due = parsePlainDate(values.due)
  if (!milestone || !due) throw new Error('both were checked by the form')
  if (due === milestone.due) return refuse('same-day-as-before', 'practice', { day: due })
  const move = { from: milestone.due, to: due, document: String(values.document), reason: String(values.reason) }
  return allow({
    data: changedMilestone(self.data, milestone.id, { due, moves: [...milestone.moves, move] }),
    files,
  })
}
