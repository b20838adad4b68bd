/** Taking in a service case (受理阶段): accept, tolerate, correct, refuse. @law ALL arts 29–45; domain 7.3–7.8 */
import { lastDayOf } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { text } from '#kernel/text'
import {
  accepted,
  applicantMaterials,
  ended,
  isBrought,
  missingOptions,
  silenceDay,
  strings,
  supplied,
  suppliedForm,
  tell,
  term,
  tolerable,
  toleranceDeadline,
} from './changes.ts'
import * as notices from './notices.ts'
import { isComplete, isFullNotice, mayAskCorrection, missingMaterials, reminderDay } from './rules.ts'
import { serviceData } from './terms.ts'
import type { ServiceCaseMoves } from './actors.ts'
import { APPLICANT, CLOCK, WINDOW } from './actors.ts'

export const intakeMoves = {
  accept: {
    title: text('受理', 'Accept'),
    tone: 'primary',
    bulk: true,
    from: ['submitted'],
    by: [WINDOW],
    because: 'ALL art 32',
    onlyIf: ({ self }) => isComplete(serviceData(self.data)),
    run: (view) => allow(accepted(view, {})),
  },
  acceptWithTolerance: {
    title: text('容缺受理', 'Accept with tolerance'),
    hint: text(
      '缺少的材料可容缺,申请人承诺限期补齐。',
      'What is missing may be tolerated; the applicant promises to bring it in time.',
    ),
    from: ['submitted'],
    by: [WINDOW],
    because: 'practice',
    onlyIf: (view) =>
      isComplete(serviceData(view.self.data)).ok ? refuse('nothing-to-tolerate', 'practice') : tolerable(view),
    form: () => [
      { id: 'promise', label: text('申请人已签署承诺', 'The applicant has signed the promise'), type: 'yes-no' },
    ],
    run: (view) => {
      if (view.values.promise !== true) return refuse('promise-not-signed', 'practice')
      const data = serviceData(view.self.data)
      const missing = missingMaterials(data)
      const deadline = toleranceDeadline(view)
      return allow(
        accepted(
          view,
          {
            tolerance: { missing, deadline },
            materials: data.materials.map((material) =>
              missing.includes(material.id) ? { ...material, state: 'tolerated' as const } : material,
            ),
          },
          [notices.toleranceNotice(view, missing, deadline)],
        ),
      )
    },
  },
  acceptBySilence: {
    title: text('逾期未告知,视为受理', 'Accepted by silence'),
    from: ['submitted'],
    by: [CLOCK],
    because: 'ALL art 32',
    isDue: ({ self, world }) => world.today >= silenceDay(self, world),
    run: (view) =>
      allow({
        ...accepted(view, {}, [], serviceData(view.self.data).received),
        fact: { because: 'ALL art 32', receivedOn: serviceData(view.self.data).received },
      }),
  },
  requestCorrection: {
    title: text('一次性告知补正', 'Ask for corrections, once'),
    hint: text('须一次告知全部需要补正的内容。', 'Everything must be told at once.'),
    from: ['submitted'],
    by: [WINDOW],
    because: 'ALL art 32',
    onlyIf: ({ self }) => mayAskCorrection(serviceData(self.data)),
    form: (view) => [
      {
        id: 'missing',
        label: text('需要补正的材料', 'Materials to correct or bring'),
        type: 'choices',
        options: applicantMaterials(view),
      },
      { id: 'note', label: text('具体要求', 'What exactly is needed'), type: 'long-text', min: 2, max: 1000 },
    ],
    run: (view) => {
      const data = serviceData(view.self.data)
      const missing = strings(view.values.missing)
      const full = isFullNotice(data, missing)
      if (!full.ok) return full
      const deadline = lastDayOf(term(view, 'service.correction-deadline'), view.world.today, view.world.calendar).day
      const note = String(view.values.note)
      return allow({
        step: 'correction',
        data: {
          corrections: [{ on: view.world.today, missing, note, deadline }],
          materials: data.materials.map((material) =>
            missing.includes(material.id) ? { ...material, state: 'missing' } : material,
          ),
        },
        documents: [notices.correctionNotice(view, missing, note, deadline)],
        notices: tell(view, 'correction', { deadline }),
      })
    },
  },
  supplement: {
    title: text('提交补正', 'Send the corrections'),
    tone: 'primary',
    files: true,
    from: ['correction'],
    by: [APPLICANT, WINDOW],
    because: 'ALL art 32',
    form: (view) => suppliedForm(missingOptions(view)),
    run: (view) => {
      const brought = isBrought(view)
      if (!brought.ok) return brought
      const data = serviceData(view.self.data)
      const materials = supplied(data, strings(view.values.supplied), view.files)
      const last = data.corrections.at(-1)
      return allow({
        step: 'submitted',
        data: {
          materials,
          received: view.world.today,
          corrections: last ? [...data.corrections.slice(0, -1), { ...last, answeredOn: view.world.today }] : [],
        },
        files: view.files,
      })
    },
  },
  remindApplicant: {
    title: text('提醒申请人补正', 'The applicant is reminded'),
    from: ['correction'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => {
      const last = serviceData(self.data).corrections.at(-1)
      return (
        last !== undefined && last.remindedOn === undefined && world.today >= reminderDay(last.deadline, world.calendar)
      )
    },
    run: (view) => {
      const { corrections } = serviceData(view.self.data)
      const last = corrections.at(-1)
      if (!last) return refuse('nothing-outstanding', 'practice')
      return allow({
        data: { corrections: [...corrections.slice(0, -1), { ...last, remindedOn: view.world.today }] },
        notices: tell(view, 'correction-due', { deadline: last.deadline }),
      })
    },
  },
  terminateUncorrected: {
    title: text('逾期未补正,终止', 'Terminated: not corrected in time'),
    from: ['correction'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => world.today > (serviceData(self.data).corrections.at(-1)?.deadline ?? world.today),
    run: (view) =>
      allow(
        ended(view, 'terminated', [
          notices.terminationNotice(view, text('未在告知的期限内补正', 'Not corrected within the time given')),
        ]),
      ),
  },
  refuse: {
    title: text('不予受理', 'Refuse: out of scope'),
    hint: text('写明有权办理的机关。', 'Name the office that is competent.'),
    tone: 'danger',
    from: ['submitted'],
    by: [WINDOW],
    because: 'ALL art 32',
    form: () => [
      { id: 'reason', label: text('不予受理的理由', 'Why it is not accepted'), type: 'long-text', min: 4, max: 1000 },
      { id: 'competent', label: text('应向哪个机关申请', 'The office to apply to'), type: 'text', min: 2, max: 80 },
    ],
    run: (view) =>
      allow(
        ended(view, 'refused', [
          notices.refusalNotice(view, String(view.values.reason), String(view.values.competent)),
        ]),
      ),
  },
} satisfies ServiceCaseMoves
