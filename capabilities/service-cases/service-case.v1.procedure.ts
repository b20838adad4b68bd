/** 政务服务办件: from the application to delivery. @law ALL arts 29–45; domain 7.3–7.8 */
import { extend, lastDayOf, stop, suspend } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { defineProcedure } from '#kernel/procedure'
import { text } from '#kernel/text'
import { accepted, applicantMaterials, closeParts, ended, extensionLimit, followUp, materialOptions, missingOptions, silenceDay, strings, supplied, suppliedForm, tell, term, timing, tolerable, toleranceDeadline, waitedTooLong } from './changes.ts'
import * as notices from './notices.ts'
import { presentServiceCase } from './present.ts'
import { isComplete, isFullNotice, mayAskCorrection, mayDecide, mayExtend, missingMaterials, reminderDay, resumed, reviewDue } from './rules.ts'
import { serviceData } from './terms.ts'
import { SCORES, SPECIAL, specialName, WAYS } from './words.ts'

const WINDOW = { who: 'staff', roles: ['window_clerk'], at: 'holder' } as const
const DECIDERS = { who: 'staff', roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'community_worker', 'committee_chair'], at: 'holder' } as const
const HEADS = { who: 'staff', roles: ['dept_head', 'street_admin', 'committee_chair'], at: 'holder' } as const
const CLOCK = { who: 'clock' } as const
const APPLICANT = { who: 'applicant' } as const
const OPEN = ['submitted', 'correction', 'reviewing', 'suspended'] as const

export const serviceCaseV1 = defineProcedure({
  name: 'service-case',
  version: 1,
  title: text('政务服务办件', 'Service case'),
  inForceFrom: '2018-11-09',
  because: 'ALL art 32',
  steps: {
    submitted: text('待受理', 'Awaiting acceptance'),
    correction: text('待补正', 'Awaiting correction'),
    reviewing: text('办理中', 'Under review'),
    suspended: text('暂停计时', 'Clock suspended'),
    decided: text('已决定', 'Decided'),
    delivered: text('已送达', 'Delivered'),
    refused: text('不予受理', 'Not accepted'),
    withdrawn: text('已撤回', 'Withdrawn'),
    terminated: text('已终止', 'Terminated'),
  },
  moves: {
    accept: {
      title: text('受理', 'Accept'), tone: 'primary', bulk: true, from: ['submitted'], by: [WINDOW], because: 'ALL art 32',
      onlyIf: ({ self }) => isComplete(serviceData(self.data)),
      run: (view) => allow(accepted(view, {})),
    },
    acceptWithTolerance: {
      title: text('容缺受理', 'Accept with tolerance'), hint: text('缺少的材料可容缺,申请人承诺限期补齐。', 'What is missing may be tolerated; the applicant promises to bring it in time.'),
      from: ['submitted'], by: [WINDOW], because: 'practice',
      onlyIf: (view) => (isComplete(serviceData(view.self.data)).ok ? refuse('nothing-to-tolerate', 'practice') : tolerable(view)),
      form: () => [{ id: 'promise', label: text('申请人已签署承诺', 'The applicant has signed the promise'), type: 'yes-no' }],
      run: (view) => {
        if (view.values.promise !== true) return refuse('promise-not-signed', 'practice')
        const data = serviceData(view.self.data)
        const missing = missingMaterials(data)
        const deadline = toleranceDeadline(view)
        return allow(
          accepted(view, {
            tolerance: { missing, deadline },
            materials: data.materials.map((material) => (missing.includes(material.id) ? { ...material, state: 'tolerated' as const } : material)),
          }, [notices.toleranceNotice(view, missing, deadline)]),
        )
      },
    },
    acceptBySilence: {
      title: text('逾期未告知,视为受理', 'Accepted by silence'), from: ['submitted'], by: [CLOCK], because: 'ALL art 32',
      isDue: ({ self, world }) => world.today >= silenceDay(self, world),
      run: (view) => allow({ ...accepted(view, {}, [], serviceData(view.self.data).received), fact: { because: 'ALL art 32', receivedOn: serviceData(view.self.data).received } }),
    },
    requestCorrection: {
      title: text('一次性告知补正', 'Ask for corrections, once'), hint: text('须一次告知全部需要补正的内容。', 'Everything must be told at once.'),
      from: ['submitted'], by: [WINDOW], because: 'ALL art 32',
      onlyIf: ({ self }) => mayAskCorrection(serviceData(self.data)),
      form: (view) => [
        { id: 'missing', label: text('需要补正的材料', 'Materials to correct or bring'), type: 'choices', options: applicantMaterials(view) },
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
            materials: data.materials.map((material) => (missing.includes(material.id) ? { ...material, state: 'missing' } : material)),
          },
          documents: [notices.correctionNotice(view, missing, note, deadline)],
          notices: tell(view, 'correction', { deadline }),
        })
      },
    },
    supplement: {
      title: text('提交补正', 'Send the corrections'), tone: 'primary', files: true, from: ['correction'], by: [APPLICANT, WINDOW], because: 'ALL art 32',
      form: (view) => suppliedForm(missingOptions(view)),
      run: (view) => {
        const data = serviceData(view.self.data)
        const materials = supplied(data, strings(view.values.supplied), view.files)
        const last = data.corrections.at(-1)
        return allow({
          step: 'submitted',
          data: { materials, received: view.world.today, corrections: last ? [...data.corrections.slice(0, -1), { ...last, answeredOn: view.world.today }] : [] },
          files: view.files,
        })
      },
    },
    terminateUncorrected: {
      title: text('逾期未补正,终止', 'Terminated: not corrected in time'), from: ['correction'], by: [CLOCK], because: 'practice',
      isDue: ({ self, world }) => world.today > (serviceData(self.data).corrections.at(-1)?.deadline ?? world.today),
      run: (view) => allow(ended(view, 'terminated', [notices.terminationNotice(view, text('未在告知的期限内补正', 'Not corrected within the time given'))])),
    },
    refuse: {
      title: text('不予受理', 'Refuse: out of scope'), hint: text('写明有权办理的机关。', 'Name the office that is competent.'), tone: 'danger',
      from: ['submitted'], by: [WINDOW], because: 'ALL art 32',
      form: () => [
        { id: 'reason', label: text('不予受理的理由', 'Why it is not accepted'), type: 'long-text', min: 4, max: 1000 },
        { id: 'competent', label: text('应向哪个机关申请', 'The office to apply to'), type: 'text', min: 2, max: 80 },
      ],
      run: (view) =>
        allow(ended(view, 'refused', [notices.refusalNotice(view, String(view.values.reason), String(view.values.competent))])),
    },
    withdraw: {
      title: text('撤回申请', 'Withdraw the application'), tone: 'danger', from: OPEN, by: [APPLICANT], because: 'practice',
      run: (view) => allow({ ...ended(view, 'withdrawn', [notices.withdrawalNotice(view)]), others: closeParts(view, 'master-withdrawn') }),
    },
    suspend: {
      title: text('特别程序(暂停计时)', 'Special step (clock suspended)'), from: ['reviewing'], by: [DECIDERS], because: 'ALL art 45',
      form: () => [
        { id: 'name', label: text('特别程序', 'Special step'), type: 'choice', options: SPECIAL },
        { id: 'note', label: text('说明与所需时间', 'What for, and how long'), type: 'long-text', min: 2, max: 500 },
      ],
      run: (view) => {
        const data = serviceData(view.self.data)
        const name = String(view.values.name)
        return allow({
          step: 'suspended',
          data: (numbers) => ({
            clock: data.clock && suspend(data.clock, { on: view.world.today, cause: name, documentNumber: numbers.suspension ?? '' }),
            special: { name, from: view.world.today, waitsForApplicant: name === 'applicant' },
          }),
          documents: [notices.suspensionNotice(view, specialName(name), String(view.values.note))],
          notices: tell(view, 'suspended', {}),
        })
      },
    },
    resume: {
      title: text('恢复计时', 'Resume the clock'), tone: 'primary', from: ['suspended'], by: [DECIDERS], because: 'ALL art 45',
      run: (view) => {
        const data = serviceData(view.self.data)
        if (!data.clock) return refuse('clock-not-running', 'practice')
        const clock = resumed(data.clock, view.world.today)
        const due = reviewDue({ ...data, clock }, view.world.calendar)
        return allow({ step: 'reviewing', data: { clock, special: null }, documents: [notices.resumptionNotice(view, due?.day ?? view.world.today)], notices: tell(view, 'resumed', { due: due?.day ?? '' }) })
      },
    },
    terminateWaiting: {
      title: text('因申请人原因超期,终止', 'Terminated: waited too long for the applicant'), from: ['suspended'], by: [CLOCK], because: 'practice',
      isDue: ({ self, world }) => waitedTooLong(self, world),
      run: (view) => allow({ ...ended(view, 'terminated', [notices.terminationNotice(view, text('因申请人原因暂停已超过期限', 'Suspended for the applicant beyond the limit'))]), others: closeParts(view, 'master-terminated') }),
    },
    supplyTolerated: {
      title: text('补交容缺材料', 'Bring the tolerated materials'), tone: 'primary', files: true, from: ['reviewing', 'suspended'], by: [APPLICANT, WINDOW_OF_CASE()], because: 'practice',
      onlyIf: ({ self }) => {
        const { tolerance } = serviceData(self.data)
        return tolerance && tolerance.metOn === undefined ? allow() : refuse('nothing-outstanding', 'practice')
      },
      form: (view) => suppliedForm(materialOptions(view, serviceData(view.self.data).tolerance?.missing ?? [])),
      run: (view) => {
        const data = serviceData(view.self.data)
        const materials = supplied(data, strings(view.values.supplied), view.files)
        const outstanding = materials.filter((material) => material.state === 'tolerated')
        return allow({
          data: { materials, tolerance: data.tolerance && { ...data.tolerance, ...(outstanding.length === 0 ? { metOn: view.world.today } : {}) } },
          files: view.files,
        })
      },
    },
    lapseTolerance: {
      title: text('容缺逾期,终止', 'Terminated: tolerance lapsed'), from: ['reviewing', 'suspended'], by: [CLOCK], because: 'practice',
      isDue: ({ self, world }) => {
        const { tolerance } = serviceData(self.data)
        return tolerance !== null && tolerance.metOn === undefined && world.today > tolerance.deadline
      },
      run: (view) => {
        const end = ended(view, 'terminated', [notices.terminationNotice(view, text('容缺材料未在承诺期限内补齐', 'Tolerated materials did not come in time'))])
        return allow({ ...end, data: { ...(end.data as object), lapsedTolerance: true }, others: closeParts(view, 'master-terminated') })
      },
    },
    extend: {
      title: text('延长办理期限', 'Extend the term'), hint: text('经负责人批准,并书面告知申请人。', 'With the head\'s approval and written notice.'), from: ['reviewing'], by: [HEADS], because: 'ALL art 42',
      onlyIf: ({ self }) => mayExtend(serviceData(self.data)),
      form: (view) => [
        { id: 'days', label: text('延长工作日数', 'Working days added'), type: 'whole-number', min: 1, max: extensionLimit(view) },
        { id: 'reason', label: text('延长的理由', 'Why'), type: 'long-text', min: 4, max: 500 },
      ],
      run: (view) => {
        const data = serviceData(view.self.data)
        if (!data.clock) return refuse('clock-not-running', 'practice')
        const clock = extend(data.clock, Number(view.values.days), 'ALL art 42')
        const due = reviewDue({ ...data, clock }, view.world.calendar)
        return allow({ data: { clock, extended: true }, documents: [notices.extensionNotice(view, Number(view.values.days), String(view.values.reason), due?.day ?? view.world.today)], notices: tell(view, 'extended', { due: due?.day ?? '' }) })
      },
    },
    decide: {
      title: text('作出决定', 'Decide'), tone: 'primary', from: ['reviewing'], by: [DECIDERS], because: 'ALL art 34',
      onlyIf: ({ self }) => mayDecide(serviceData(self.data)),
      form: () => [
        { id: 'outcome', label: text('决定', 'Decision'), type: 'choice', options: [{ value: 'approve', label: text('准予', 'Grant') }, { value: 'deny', label: text('不予', 'Deny') }] },
        { id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 2000, when: { field: 'outcome', is: 'deny' } },
        { id: 'law', label: text('依据', 'Legal basis'), type: 'text', min: 2, max: 300, when: { field: 'outcome', is: 'deny' } },
      ],
      run: (view) => {
        const data = serviceData(view.self.data)
        const decision = {
          outcome: view.values.outcome === 'deny' ? ('deny' as const) : ('approve' as const),
          on: view.world.today, reason: String(view.values.reason ?? ''), law: String(view.values.law ?? ''), by: view.self.holder,
        }
        return allow({
          step: 'decided',
          data: { decision, clock: data.clock && stop(data.clock, view.world.today) },
          documents: [notices.decisionNotice(view, decision)],
          notices: tell(view, decision.outcome === 'approve' ? 'approved' : 'denied', {}),
        })
      },
    },
    deliver: {
      title: text('送达', 'Deliver'), tone: 'primary', bulk: true, from: ['decided'], by: [DECIDERS, WINDOW_OF_CASE()], because: 'ALL art 44',
      form: () => [{ id: 'way', label: text('送达方式', 'How'), type: 'choice', options: WAYS }],
      run: (view) => allow({ step: 'delivered', ended: true, data: { deliveredOn: view.world.today }, documents: [notices.deliveryRecord(view, WAYS.find((way) => way.value === view.values.way)?.label.zh ?? '')], notices: tell(view, 'delivered', {}) }),
    },
    rate: {
      title: text('评价', 'Rate'), from: ['delivered', 'refused', 'terminated', 'withdrawn'], by: [APPLICANT], because: 'D2019-E',
      onlyIf: ({ self }) => (serviceData(self.data).rating === null ? allow() : refuse('rated-already', 'D2019-E')),
      form: () => [
        { id: 'score', label: text('对本次办理的评价', 'How was it'), type: 'choice', options: SCORES },
        { id: 'comment', label: text('意见(可不填)', 'Comment (optional)'), type: 'long-text', required: false, max: 1000 },
      ],
      run: (view) => {
        const score = Number(view.values.score) as 1 | 2 | 3 | 4 | 5
        const comment = String(view.values.comment ?? '')
        return allow({ data: { rating: { score, comment, on: view.world.today } }, ...(score <= 2 ? { opens: [followUp(view, score, comment)] } : {}) })
      },
    },
    giveOverdueReason: {
      title: text('说明超期原因', 'Explain the delay'), from: ['reviewing', 'decided'], by: [DECIDERS], because: 'practice',
      onlyIf: ({ self }) => (serviceData(self.data).markedOverdueOn ? allow() : refuse('not-overdue', 'practice')),
      form: () => [{ id: 'reason', label: text('超期原因', 'Reason for the delay'), type: 'long-text', min: 4, max: 500 }],
      run: (view) => allow({ overdueReason: String(view.values.reason) }),
    },
    remind: {
      title: text('临期提醒', 'Reminder: due soon'), from: ['reviewing'], by: [CLOCK], because: 'practice',
      isDue: ({ self, world }) => {
        const data = serviceData(self.data)
        const due = reviewDue(data, world.calendar)
        return data.remindedOn === undefined && due !== null && world.today >= reminderDay(due.day, world.calendar)
      },
      run: (view) => allow({ data: { remindedOn: view.world.today } }),
    },
    markOverdue: {
      title: text('标记超期', 'Marked overdue'), from: ['reviewing'], by: [CLOCK], because: 'practice',
      isDue: ({ self, world }) => {
        const data = serviceData(self.data)
        const due = reviewDue(data, world.calendar)
        return data.markedOverdueOn === undefined && due !== null && world.today > due.day
      },
      run: (view) => {
        const superior = view.world.superiorOf(view.self.holder, view.self.place)
        return allow({ data: { markedOverdueOn: view.world.today }, orgs: [...new Set([...view.self.orgs, superior.id])], notices: tell(view, 'overdue', {}) })
      },
    },
  },
  timing,
  present: presentServiceCase,
  ends: { keepYears: 5 },
})

/** The window that took the application stays able to hand out and to take in. */
function WINDOW_OF_CASE() {
  return { who: 'staff', roles: ['window_clerk'], at: 'taking-part' } as const
}
