/** What the pages of estate duties and of establishments show. */
import type { MoveView, Section, Shown } from '#kernel/procedure'
import { fill } from '#kernel/outcome/texts.ts'
import { type Text, text } from '#kernel/text'
import type { Term } from '#kernel/calendar'
import { type Duty, type EstateDuty, estateDuty, type Establishment, establishment } from './terms.ts'
import { COVERAGES, DUTY_ROWS } from './words.ts'

const TERM_OF: Readonly<Record<Duty, string>> = {
  E1: 'estates.proposal',
  E2: 'estates.recheck',
  E3: 'estates.entrustment',
  E4: 'estates.escalation',
}

/** The row of the table in words, with the numbers that decided. */
export function dutyReason(
  { rule, seen }: Pick<EstateDuty, 'rule' | 'seen'>,
  value: <Value>(name: string) => Value,
): Text {
  return fill(DUTY_ROWS[rule].reason, {
    dwellings: seen.dwellings,
    movedIn: seen.movedIn,
    scale: value<number>('estates.scale'),
    days: value<Term>(TERM_OF[rule]).days,
  })
}

const row = (id: string, zh: string, en: string, value: Shown['value'], more: Partial<Shown> = {}): Shown => ({
  id,
  label: text(zh, en),
  value,
  ...more,
})

export function presentDuty({ self, world }: MoveView): readonly Section[] {
  const { rule, seen, decision, returnedBecause, checks } = estateDuty(self.data)
  const value = <Value>(name: string): Value => world.value<Value>(name, self.openedOn, self.place).value
  return [
    {
      title: text('小区', 'The estate'),
      rows: [
        row('name', '小区名称', 'Estate', self.subject),
        row(
          'rule',
          '适用规则',
          'Rule',
          text(`${rule} ${DUTY_ROWS[rule].name.zh}`, `${rule} ${DUTY_ROWS[rule].name.en}`),
        ),
        row('because', '说明', 'Why', dutyReason({ rule, seen }, value)),
        row('coverage', '登记的管理覆盖', 'In charge by the register', seen.coverage, { options: COVERAGES }),
      ],
    },
    ...(decision
      ? [
          {
            title: text('街道的方案', 'What the street proposes'),
            rows: [
              row('decision', '由谁管理', 'Who is to be in charge', decision.coverage, { options: COVERAGES }),
              ...(decision.group ? [row('group', '居民小组名称', 'Name of the group', decision.group)] : []),
              ...(decision.entrustedTo
                ? [
                    row('entrustedTo', '代管的居委会', 'Entrusted committee', world.placeName(decision.entrustedTo)),
                    row('scope', '代管范围', 'Scope', decision.scope ?? ''),
                  ]
                : []),
              row('since', '自何日起', 'From', decision.since),
              row('document', '文号', 'Document', decision.document),
            ],
          },
        ]
      : []),
    ...(returnedBecause
      ? [{ title: text('退回', 'Sent back'), rows: [row('returned', '理由', 'Reasons', returnedBecause)] }]
      : []),
    ...(checks.length
      ? [
          {
            title: text('复核', 'Checks'),
            rows: checks.map((one, i) =>
              row(
                `check-${i}`,
                one.on,
                one.on,
                text(`${one.movedIn}户:${one.account}`, `${one.movedIn} households: ${one.account}`),
              ),
            ),
          },
        ]
      : []),
  ]
}

export function presentEstablishment({ self }: MoveView): readonly Section[] {
  const one = establishment(self.data)
  return [
    {
      title: text('方案', 'What is planned'),
      rows: [
        row('name', '名称', 'Name', one.name),
        row('act', '事项', 'What', one.act, { options: ACTS }),
        row('form', '类型', 'Kind', one.form, { options: FORMS }),
        row('households', '户数', 'Households', one.households),
        row('reason', '理由', 'Reasons', one.reason),
        ...(one.successors ? [row('successors', '承接安排', 'Who takes over', one.successors)] : []),
      ],
    },
    {
      title: text('进展', 'How far'),
      rows: [
        row('publicity', '公示至', 'Public until', one.publicity?.lastDay),
        row('heard', '居民意见', 'What residents said', one.heard?.account),
        ...(one.form === 'villagers'
          ? [row('assembly', '村民会议', 'Villagers’ assembly', one.assembly ? assemblyText(one.assembly) : undefined)]
          : []),
        ...(one.returnedBecause ? [row('returned', '退回理由', 'Sent back because', one.returnedBecause)] : []),
        row('approval', '批准文号', 'Approval', one.approval?.document),
        row('division', '区划代码', 'Division code', one.codes?.division),
        row('credit', '统一社会信用代码', 'Credit code', one.codes?.credit),
        row('election', '首次选举', 'First election', one.election?.heldOn),
        row('group', '筹备组', 'Preparatory group', one.preparatoryGroup?.document),
      ],
    },
  ]
}

function assemblyText({ heldOn, eligible, present, inFavour }: NonNullable<Establishment['assembly']>): Text {
  return text(
    `${heldOn},应到${eligible}人,到场${present}人,同意${inFavour}人`,
    `${heldOn}: ${eligible} entitled, ${present} present, ${inFavour} in favour`,
  )
}

export const FORMS = [
  { value: 'residents', label: text('居民委员会', 'Residents’ committee') },
  { value: 'villagers', label: text('村民委员会', 'Villagers’ committee') },
] as const

export const ACTS = [
  { value: 'establish', label: text('设立', 'Establish') },
  { value: 'merge', label: text('合并', 'Merge') },
  { value: 'split', label: text('拆分', 'Split') },
  { value: 'resize', label: text('范围调整', 'Change the area') },
  { value: 'abolish', label: text('撤销', 'Abolish') },
] as const
