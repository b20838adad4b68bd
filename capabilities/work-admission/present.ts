/** What the page of an admission shows. Pure. */
import { CATEGORIES, DEMAND_KINDS, type WorkItem } from '#capabilities/duty-lists'
import { basisText } from '#kernel/law'
import { fen, formatYuan } from '#kernel/money'
import type { MoveView, Section, Shown } from '#kernel/procedure'
import { text } from '#kernel/text'
import { admissionObjection, admissionPart, workAdmission } from './terms.ts'
import { OBJECTORS } from './words.ts'

const row = (id: string, zh: string, en: string, value: Shown['value']): Shown => ({ id, label: text(zh, en), value })

export function itemRows(item: WorkItem): readonly Shown[] {
  return [
    row('name', '事项', 'Item', item.name),
    row('category', '类别', 'Category', CATEGORIES[item.category]),
    row('basis', '依据', 'Basis', {
      zh: item.basis.map((one) => basisText(one).zh).join('、'),
      en: item.basis.map((one) => basisText(one).en).join('; '),
    }),
    row('duty', '社区做什么', 'What the community does', item.duty),
    row('covers', '方式', 'Ways', {
      zh: item.covers.map((one) => DEMAND_KINDS[one].zh).join('、'),
      en: item.covers.map((one) => DEMAND_KINDS[one].en).join(', '),
    }),
    row('days', '期限', 'Days', `${item.from} — ${item.to ?? ''}`),
    row('minutes', '每次预计用时(分钟)', 'Minutes each time', item.minutes),
    row(
      'funds',
      '经费',
      'Money',
      item.funds ? `${formatYuan(fen(item.funds.standard))}元/${item.funds.unit}(${item.funds.source})` : undefined,
    ),
  ]
}

export function presentAdmission({ self, family, world }: MoveView): readonly Section[] {
  const { item, object, training, systems, contact, votes, publicUntil, reason, office } = workAdmission(self.data)
  const parts = family.filter((one) => one.parent === self.id)
  const objections = family.filter((one) => one.procedure === 'admission-objection' && one.step !== 'withdrawn')
  return [
    {
      title: text('申请准入的事项', 'What is to be admitted'),
      rows: [
        row('office', '申请部门', 'Applicant', world.office(office).name),
        ...itemRows(item),
        row('object', '服务对象', 'For whom', object),
        row('training', '培训', 'Training', training),
        row('systems', '信息系统', 'Systems', systems),
        row('contact', '联系方式', 'Contact', contact),
        ...(item.code ? [row('code', '清单编号', 'Code in the list', item.code)] : []),
        ...(reason ? [row('reason', '理由', 'Reasons', reason)] : []),
        ...(votes
          ? [
              row(
                'votes',
                '领导小组表决',
                'Vote',
                text(
                  `应到${votes.members}人,同意${votes.for},不同意${votes.against},弃权${votes.abstained}(${votes.minutes})`,
                  `${votes.members} members: ${votes.for} for, ${votes.against} against, ${votes.abstained} abstained (${votes.minutes})`,
                ),
              ),
            ]
          : []),
        ...(publicUntil ? [row('public', '公示至', 'Published until', publicUntil)] : []),
      ],
    },
    ...(parts.length
      ? [
          {
            title: text('意见与审核', 'Opinions and checks'),
            rows: parts.map((one) => {
              const { answer } = admissionPart(one.data)
              const name = world.office(one.holder)
              return {
                id: one.id,
                label: text(name.name, name.nameEn),
                value: answer
                  ? text(
                      `${answer.agrees ? '同意' : '不同意'}:${answer.said}`,
                      `${answer.agrees ? 'Agrees' : 'Disagrees'}: ${answer.said}`,
                    )
                  : text('未答复', 'No answer yet'),
              }
            }),
          },
        ]
      : []),
    ...(objections.length
      ? [
          {
            title: text('公示异议', 'Objections'),
            rows: objections.map((one) => {
              const { by, answer } = admissionObjection(one.data)
              const found = answer?.upheld ? text('成立', 'Upheld') : text('不成立', 'Not upheld')
              return {
                id: one.id,
                label: OBJECTORS[by],
                value: answer
                  ? text(
                      `${answer.summary}——${found.zh}:${answer.said}`,
                      `${answer.summary} — ${found.en}: ${answer.said}`,
                    )
                  : text(`${one.number} 待答复`, `${one.number} to be answered`),
              }
            }),
          },
        ]
      : []),
  ]
}
