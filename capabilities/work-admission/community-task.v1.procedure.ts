/** 下达社区的工作任务: reaches a community only through the gate; refused by it in one tap where it may not be asked. @plan P3.3.3; domain 6.2 */
import { DEMAND_KINDS, CATEGORIES } from '#capabilities/duty-lists'
import { addDays, lastDayOf, type Term } from '#kernel/calendar'
import { basisText } from '#kernel/law'
import { allow, refuse } from '#kernel/outcome'
import { type Change, defineProcedure, type MoveView, type Shown } from '#kernel/procedure'
import { text } from '#kernel/text'
import { fill } from '#kernel/outcome/texts.ts'
import { refusalNotice } from './notices.ts'
import type { Agreement } from './rules.ts'
import { type Admitted, communityTask } from './terms.ts'
import { workAdmissionTexts } from './texts.ts'
import { REFUSED_BECAUSE, ROLE_NAMES, WAYS } from './words.ts'

/** What letting a task go out asks: the whole gate, on the day it would arrive. */
export const GATE = 'community-gate'
/** What keeping work on record asks: the agreement cited, if one is. */
export const AGREEMENT = 'service-agreement'

const COMMUNITY = { who: 'staff', roles: ['committee_chair', 'community_worker'], at: 'holder' } as const
const CHAIR = { who: 'staff', roles: ['committee_chair'], at: 'holder' } as const
const COUNTY = { who: 'staff', roles: ['county_office'], at: 'holder' } as const
const STREET = { who: 'staff', roles: ['street_admin', 'street_staff'], at: 'above' } as const
const SENDER = {
  who: 'staff',
  roles: ['dept_staff', 'dept_head', 'street_staff', 'street_admin', 'county_office', 'city_office'],
  at: 'taking-part',
} as const

export const communityTaskV1 = defineProcedure({
  name: 'community-task',
  version: 1,
  title: text('下达社区的任务', 'Task for a community'),
  inForceFrom: '2018-11-09',
  because: 'plan P3.3.3',
  steps: {
    'in-review': text('用词待核', 'Wording to be looked at'),
    received: text('已下达', 'Received'),
    recorded: text('体系外要求', 'Demanded outside the system'),
    done: text('已完成', 'Done'),
    refused: text('已拒绝,待县(区)社区办知悉', 'Refused; the county office to see it'),
    seen: text('拒绝已知悉', 'Refusal seen'),
    stopped: text('已拦下', 'Stopped'),
    withdrawn: text('已撤回', 'Withdrawn'),
    kept: text('已留存', 'Kept on record'),
  },
  moves: {
    release: {
      title: text('放行', 'Let it go out'),
      hint: text('用词经人工核对,不含禁止内容。', 'The wording was looked at and asks for nothing forbidden.'),
      tone: 'primary',
      from: ['in-review'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      onlyIf: ({ self, world }) => {
        const { reviewDue } = communityTask(self.data)
        return reviewDue !== null && world.today > reviewDue
          ? refuse('verdict-lapsed', 'plan P3.3.3', { clause: 'access' })
          : allow()
      },
      asks: GATE,
      form: () => [{ id: 'found', label: text('核对结论', 'What was found'), type: 'long-text', min: 2, max: 500 }],
      run: ({ self, world, asked }) => {
        if (!asked?.ok) return asked ?? refuse('verdict-lapsed', 'plan P3.3.3', { clause: 'access' })
        const { item } = asked.value as Admitted
        return allow({
          step: 'received',
          holder: world.officeOf('community', self.place).id,
          data: { item, arrivedOn: world.today },
          fact: { item: item?.code ?? '', version: item?.version ?? '' },
        })
      },
    },
    stop: {
      title: text('拦下', 'Stop it'),
      tone: 'danger',
      from: ['in-review'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [{ id: 'reason', label: text('理由', 'Reasons'), type: 'long-text', min: 4, max: 500 }],
      run: ({ self, world, values }) =>
        allow({
          step: 'stopped',
          holder: communityTask(self.data).sender,
          ended: true,
          data: { outcome: { said: String(values.reason), on: world.today } },
        }),
    },
    finish: {
      title: text('完成并反馈', 'Done'),
      tone: 'primary',
      from: ['received'],
      by: [COMMUNITY],
      because: 'plan P3.3.3',
      files: true,
      form: () => [{ id: 'result', label: text('完成情况', 'What was done'), type: 'long-text', min: 2, max: 1000 }],
      run: ({ world, values, files }) =>
        allow({
          step: 'done',
          ended: true,
          files,
          data: { outcome: { said: String(values.result), on: world.today } },
        }),
    },
    refuseOutside: {
      title: text('拒绝(未准入)', 'Refuse: not admitted'),
      hint: text(
        '一键拒绝。理由由系统按条款填写,出具编号告知书;拒绝不影响对社区的任何评价。',
        'One tap. The reason is filled in from the rule and a numbered notice is issued; a refusal never counts against the community.',
      ),
      tone: 'primary',
      from: ['recorded'],
      by: [CHAIR],
      because: 'plan P3.3.3',
      onlyIf: ({ self }) => {
        const { wrong, item } = communityTask(self.data)
        return wrong ? allow() : refuse('demand-is-admitted', 'plan P3.3.3', { item: item?.code ?? '' })
      },
      run: (view) => {
        const { wrong } = communityTask(view.self.data)
        if (!wrong) return refuse('demand-is-admitted', 'plan P3.3.3', { item: '' })
        return refused(
          view,
          wrong.code,
          fill(workAdmissionTexts[wrong.code]?.text ?? text(wrong.code, wrong.code), {
            ...wrong.facts,
            clause: wrong.clause,
          }).zh,
        )
      },
    },
    refuse: {
      title: text('拒绝', 'Refuse'),
      hint: text(
        '超出清单事项、经费或条件没有到位的,可以拒绝。',
        'For what goes beyond its item, or came without the money or the conditions.',
      ),
      tone: 'danger',
      from: ['received'],
      by: [CHAIR],
      because: 'plan P3.3.3',
      form: () => [
        { id: 'because', label: text('理由', 'Why'), type: 'choice', options: REFUSED_BECAUSE },
        { id: 'account', label: text('说明', 'Details'), type: 'long-text', required: false, max: 500 },
      ],
      run: (view) => {
        const because = String(view.values.because)
        const label = REFUSED_BECAUSE.find((one) => one.value === because)?.label.zh ?? because
        const account = String(view.values.account ?? '')
        return refused(view, because, account ? `${label}。${account}` : `${label}。`)
      },
    },
    keep: {
      title: text('仅留存,不拒绝', 'Only keep it on record'),
      from: ['recorded'],
      by: [COMMUNITY],
      because: 'practice',
      form: () => [
        {
          id: 'contract',
          label: text('购买服务合同编号', 'Number of the contract'),
          hint: text(
            '清单外事项只能通过购买服务取得:填写双方已确认、在有效期内的协议编号;没有的留空。',
            'What no list has may only be bought: the number of an agreement that both confirmed and that is in force; leave it empty if there is none.',
          ),
          type: 'text',
          required: false,
          max: 60,
        },
      ],
      asks: AGREEMENT,
      run: ({ world, values, asked }) => {
        if (!asked?.ok) return asked ?? refuse('no-such-agreement', 'plan P3.1.2', { cited: '' })
        const agreement = asked.value as Agreement | null
        return allow({
          step: 'kept',
          ended: true,
          data: {
            outcome: { said: String(values.contract ?? ''), on: world.today },
            ...(agreement ? { agreement: { id: agreement.id, number: agreement.number } } : {}),
          },
        })
      },
    },
    comment: {
      title: text('街道意见', 'What the street says'),
      hint: text('可以说明情况,不能推翻社区的拒绝。', 'It may say what it thinks, not override the community.'),
      from: ['refused'],
      by: [STREET],
      because: 'practice',
      form: () => [{ id: 'said', label: text('意见', 'Comment'), type: 'long-text', min: 2, max: 500 }],
      run: ({ self, world, values, acting }) =>
        allow({
          data: {
            comments: [
              ...communityTask(self.data).comments,
              {
                office: acting.kind === 'staff' ? world.office(acting.org).name : '',
                said: String(values.said),
                on: world.today,
              },
            ],
          },
        }),
    },
    see: {
      title: text('已知悉并处理', 'Seen'),
      tone: 'primary',
      from: ['refused'],
      by: [COUNTY],
      because: 'plan P3.3.3',
      form: () => [
        {
          id: 'action',
          label: text('处理', 'What is done about it'),
          type: 'choice',
          options: [
            { value: 'told', label: text('告知对方停止要求', 'The office is told to stop') },
            { value: 'apply', label: text('告知对方申请准入', 'The office is told to apply for admission') },
            { value: 'superior', label: text('报告市社区办', 'Reported to the city office') },
          ],
        },
        { id: 'account', label: text('说明', 'Details'), type: 'long-text', required: false, max: 500 },
      ],
      run: ({ world, values }) =>
        allow({
          step: 'seen',
          ended: true,
          data: { outcome: { said: String(values.account ?? ''), on: world.today } },
        }),
    },
    withdraw: {
      title: text('撤回', 'Withdraw'),
      from: ['in-review', 'received'],
      by: [SENDER],
      because: 'practice',
      onlyIf: ({ self, acting }) =>
        acting.kind === 'staff' && acting.org === communityTask(self.data).sender
          ? allow()
          : refuse('not-yours-to-do', 'practice', { roles: ['sender'] }),
      run: () => allow({ step: 'withdrawn', ended: true }),
    },
    markUnseen: {
      title: text('逾期未知悉,报市社区办', 'Not seen in time: the city office is told'),
      from: ['refused'],
      by: [{ who: 'clock' }],
      because: 'practice',
      isDue: ({ self, world }) => {
        const { refusal, markedOverdueOn } = communityTask(self.data)
        return markedOverdueOn === undefined && refusal !== null && world.today > refusal.seeBy
      },
      run: ({ self, world }) =>
        allow({
          data: { markedOverdueOn: world.today },
          orgs: [...new Set([...self.orgs, world.officeOf('office:city-office', self.place).id])],
        }),
    },
  },
  timing: (self) => {
    const { due, reviewDue, refusal, markedOverdueOn } = communityTask(self.data)
    const open = { provisional: false, suspended: false, nextOn: null }
    if (self.step === 'in-review') return { ...open, dueOn: reviewDue }
    if (self.step === 'received') return { ...open, dueOn: due }
    if (self.step === 'refused' && refusal)
      return {
        ...open,
        dueOn: refusal.seeBy,
        nextOn: markedOverdueOn === undefined ? addDays(refusal.seeBy, 1) : null,
      }
    return { ...open, dueOn: null }
  },
  present: ({ self }) => {
    const task = communityTask(self.data)
    const { demand, item, wrong, refusal, received } = task
    const row = (id: string, zh: string, en: string, value: Shown['value']): Shown => ({
      id,
      label: text(zh, en),
      value,
    })
    return [
      {
        title: text('要求什么', 'What is asked'),
        rows: [
          row('title', '标题', 'Title', demand.title),
          row('sender', '来自', 'From', task.senderName),
          row('kind', '方式', 'Way', DEMAND_KINDS[demand.kind]),
          row('category', '类别', 'Category', CATEGORIES[demand.category]),
          row('role', '社区的角色', 'The community’s part', ROLE_NAMES[demand.role]),
          row('body', '内容', 'Text', demand.body),
          ...(received
            ? [
                row(
                  'received',
                  '收到',
                  'Received',
                  `${received.on} ${WAYS.find((one) => one.value === received.way)?.label.zh ?? ''}`,
                ),
              ]
            : []),
          ...(task.flags.length ? [row('flags', '用词提示', 'Words flagged', [...task.flags])] : []),
        ],
      },
      {
        title: text('准入核对', 'Admission'),
        rows: [
          item
            ? row('item', '清单事项', 'Item of the list', `${item.code} ${item.name}(${item.list}第${item.number}版)`)
            : row(
                'item',
                '清单事项',
                'Item of the list',
                demand.emergency ? text('应急,依法免予准入', 'Emergency: exempt by law') : text('无', 'None'),
              ),
          ...(demand.emergency ? [row('law', '应急依据', 'Emergency law', basisText(demand.emergency))] : []),
          ...(item?.to ? [row('until', '事项截止', 'Item ends', item.to)] : []),
          ...(wrong
            ? [
                row(
                  'wrong',
                  '为何不能要求',
                  'Why it may not be asked',
                  fill(workAdmissionTexts[wrong.code]?.text ?? text(wrong.code, wrong.code), {
                    ...wrong.facts,
                    clause: wrong.clause,
                  }),
                ),
                row('basis', '依据', 'Basis', basisText(wrong.basis)),
              ]
            : []),
          ...(refusal ? [row('refusal', '告知书', 'Notice', `${refusal.number} ${refusal.on}`)] : []),
          ...(refusal ? [row('because', '拒绝理由', 'Why refused', refusal.because)] : []),
          ...task.comments.map((one, i) =>
            row(`comment-${i}`, `${one.office}意见`, `Comment of ${one.office}`, `${one.on} ${one.said}`),
          ),
          ...(task.outcome?.said ? [row('outcome', '结果', 'Outcome', task.outcome.said)] : []),
        ],
      },
    ]
  },
  ends: { keepYears: 5 },
})

/** 不予承接: a numbered notice to whoever demanded it, copied to the street; the county office has a working day to see it. */
function refused(view: MoveView, code: string, because: string) {
  const { self, world } = view
  const term = world.value<Term>('work-admission.refusal-seen', world.today, self.place).value
  const seeBy = lastDayOf(term, world.today, world.calendar).day
  const community = world.officeOf('community', self.place)
  return allow<Change>({
    step: 'refused',
    holder: world.officeOf('county', self.place).id,
    documents: [refusalNotice(view, community.id, because)],
    data: (numbers) => ({
      refusal: { number: numbers['work-refusal'] ?? '', because, on: world.today, seeBy },
    }),
    fact: { refusedBecause: code },
  })
}
