/** What the pages of service cases show. Pure. */
import { formOf, itemByCode } from '#capabilities/service-items'
import type { Term } from '#kernel/calendar'
import { basisText } from '#kernel/law'
import type { MoveView, Section, Shown } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import { SCORES } from './words.ts'
import { followUpData, type KeptTerm, partData, serviceData } from './terms.ts'

const STATES: Readonly<Record<string, Text>> = {
  supplied: text('已提交', 'Supplied'),
  'to-fetch': text('由系统或部门核验,无需提交', 'Checked by the offices; not asked of you'),
  fetched: text('已核验', 'Checked'),
  missing: text('待提交', 'Missing'),
  tolerated: text('容缺,待补交', 'Tolerated, to be brought'),
}

export function presentServiceCase({ self }: MoveView): readonly Section[] {
  const data = serviceData(self.data)
  const item = itemByCode(data.item)
  const fields = formOf(item, { agent: data.mandate !== null })
  const situations = item.situations.map(
    (one): Shown => ({ id: one.id, label: one.question, value: data.form[one.id], options: one.options }),
  )
  const sections: Section[] = [
    {
      title: text('申请内容', 'Application'),
      rows: [
        ...situations,
        ...fields
          .filter((field) => !item.situations.some((one) => one.id === field.id))
          .map(
            (field): Shown => ({
              id: field.id,
              label: field.label,
              value: data.form[field.id],
              type: field.type,
              ...(field.options ? { options: field.options } : {}),
            }),
          ),
      ].filter((row) => row.value !== undefined && row.value !== ''),
    },
    {
      title: text('材料', 'Materials'),
      rows: data.materials.map(
        (held): Shown => ({
          id: held.id,
          label: item.materials.find((one) => one.id === held.id)?.name ?? text(held.id, held.id),
          value: held.checked
            ? text(
                `已核验(${held.checked.on}):${held.checked.finding}`,
                `Checked on ${held.checked.on}: ${held.checked.finding}`,
              )
            : STATES[held.state],
        }),
      ),
    },
    {
      title: text('时限与依据', 'Time limits and their basis'),
      rows: [
        { id: 'promised', label: text('承诺时限', 'Promised'), value: termText(data.promised) },
        ...(data.legal ? [{ id: 'legal', label: text('法定时限', 'By law'), value: termText(data.legal) }] : []),
        {
          id: 'kept',
          label: text('适用版本', 'Version that holds'),
          value: text(
            `${data.submittedOn}提交时有效的版本;之后的调整不影响本办件。`,
            `The version in force on ${data.submittedOn}; later changes do not touch this case.`,
          ),
        },
      ],
    },
  ]
  if (data.decision) {
    sections.push({
      title: text('决定', 'Decision'),
      rows: [
        {
          id: 'outcome',
          label: text('结果', 'Outcome'),
          value: data.decision.outcome === 'approve' ? text('准予', 'Granted') : text('不予', 'Denied'),
        },
        ...(data.decision.reason
          ? [{ id: 'reason', label: text('理由', 'Reasons'), value: data.decision.reason }]
          : []),
        ...(data.decision.law ? [{ id: 'law', label: text('依据', 'Basis'), value: data.decision.law }] : []),
      ],
    })
  }
  if (data.corrections.length) {
    const [notice] = data.corrections
    sections.push({
      title: text('补正', 'Corrections'),
      rows: [
        { id: 'note', label: text('要求', 'Asked for'), value: notice?.note ?? '' },
        { id: 'deadline', label: text('期限', 'By'), value: notice?.deadline ?? '' },
      ],
    })
  }
  if (data.rating)
    sections.push({
      title: text('评价', 'Rating'),
      rows: [
        {
          id: 'score',
          label: text('满意度', 'Satisfaction'),
          value: SCORES.find((one) => one.value === String(data.rating?.score))?.label,
        },
        { id: 'comment', label: text('意见', 'Comment'), value: data.rating.comment },
      ],
    })
  return sections
}

export function presentPart({ self }: MoveView): readonly Section[] {
  const data = partData(self.data)
  return [
    {
      title: text('本环节', 'This part'),
      rows: [
        { id: 'task', label: text('任务', 'Task'), value: data.stage.task },
        {
          id: 'days',
          label: text('本环节时限', 'Days for this part'),
          value: text(`${data.stage.days}个工作日`, `${data.stage.days} working days`),
        },
        ...(data.dispute
          ? [
              {
                id: 'dispute',
                label: text('权属异议', 'Ownership dispute'),
                value: `${data.dispute.reason}(${data.dispute.proposed})`,
              },
            ]
          : []),
        ...(data.answer
          ? [
              {
                id: 'answer',
                label: text('意见', 'Opinion'),
                value:
                  data.answer.opinion === 'agree'
                    ? text('同意', 'Agree')
                    : text(`不同意:${data.answer.reason}`, `Disagree: ${data.answer.reason}`),
              },
            ]
          : []),
      ],
    },
  ]
}

export function presentFollowUp({ self, world }: MoveView): readonly Section[] {
  const data = followUpData(self.data)
  const office = world.office(data.rated)
  return [
    {
      title: text('差评', 'Bad rating'),
      rows: [
        {
          id: 'score',
          label: text('满意度', 'Satisfaction'),
          value: SCORES.find((one) => one.value === String(data.score))?.label,
        },
        { id: 'comment', label: text('意见', 'Comment'), value: data.comment },
        { id: 'rated', label: text('被评价单位', 'Office rated'), value: text(office.name, office.nameEn) },
        { id: 'callBackBy', label: text('回访期限', 'Call back by'), value: data.callBackBy },
        { id: 'correctBy', label: text('整改期限', 'Correct by'), value: data.correctBy },
        ...(data.account ? [{ id: 'account', label: text('回访情况', 'What was said'), value: data.account }] : []),
        ...(data.appeal
          ? [{ id: 'appeal', label: text('申诉理由', 'Grounds of appeal'), value: data.appeal.reason }]
          : []),
      ],
    },
  ]
}

export function termText(kept: KeptTerm): Text {
  const { zh, en } = termInWords(kept.term)
  const basis = basisText(kept.basis)
  return text(
    `${zh}(${basis.zh};自${kept.from}起${kept.verified ? '' : ',待核实'})`,
    `${en} (${basis.en}; from ${kept.from}${kept.verified ? '' : ', unverified'})`,
  )
}

export function termInWords(term: Term): Text {
  if (term.days === 0) return text('当日办结', 'same day')
  return term.unit === 'working-days'
    ? text(`${term.days}个工作日`, `${term.days} working days`)
    : text(`${term.days}日`, `${term.days} days`)
}
