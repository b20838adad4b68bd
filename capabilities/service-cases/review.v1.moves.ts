/** Acting on a service case (办理阶段): withdraw, suspend, resume, outstanding materials, extend. @law ALL arts 29–45; domain 7.3–7.8 */
import { itemByCode } from '#capabilities/service-items'
import { extend, suspend } from '#kernel/calendar'
import { allow, refuse } from '#kernel/outcome'
import { text } from '#kernel/text'
import {
  closeParts,
  ended,
  extensionLimit,
  isBrought,
  materialOptions,
  strings,
  supplied,
  suppliedForm,
  tell,
  waitedTooLong,
} from './changes.ts'
import * as notices from './notices.ts'
import { agencyEndsOn, mayExtend, resumed, reviewDue, toFetch } from './rules.ts'
import { serviceData } from './terms.ts'
import { SPECIAL, specialName } from './words.ts'
import type { ServiceCaseMoves } from './actors.ts'
import { APPLICANT, CLOCK, DECIDERS, HEADS, OPEN, WINDOW, WINDOW_OF_CASE } from './actors.ts'

export const reviewMoves = {
  withdraw: {
    title: text('撤回申请', 'Withdraw the application'),
    tone: 'danger',
    from: OPEN,
    by: [APPLICANT],
    because: 'practice',
    run: (view) =>
      allow({
        ...ended(view, 'withdrawn', [notices.withdrawalNotice(view)]),
        others: closeParts(view, 'master-withdrawn'),
      }),
  },
  endAgency: {
    title: text('不再由他人代办', 'Nobody acts for the applicant any more'),
    from: [...OPEN, 'decided'],
    by: [APPLICANT],
    because: 'practice',
    onlyIf: ({ self }) => (self.agent === null ? refuse('no-agent', 'practice') : allow()),
    run: () => allow({ agent: null, data: { mandate: null } }),
  },
  lapseAgency: {
    title: text('代办期满', 'The agent’s time is over'),
    from: [...OPEN, 'decided'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => {
      const day = agencyEndsOn(serviceData(self.data), self.agent)
      return day !== null && world.today >= day
    },
    run: (view) => allow({ agent: null, data: { mandate: null }, notices: tell(view, 'agency-over', {}) }),
  },
  checkShared: {
    title: text('记录共享核验', 'Record what an office’s data say'),
    hint: text(
      '只核验本事项清单上的材料,目的与依据一并留痕。',
      'Only what is on the item’s list; purpose and basis are recorded.',
    ),
    from: ['submitted', 'reviewing'],
    by: [WINDOW, DECIDERS],
    because: 'plan P3.2.5',
    onlyIf: ({ self }) => (toFetch(serviceData(self.data)).length ? allow() : refuse('nothing-to-fetch', 'practice')),
    form: (view) => [
      {
        id: 'materials',
        label: text('核验的材料', 'What was checked'),
        type: 'choices',
        options: materialOptions(view, toFetch(serviceData(view.self.data))),
      },
      { id: 'finding', label: text('核验结果', 'What was found'), type: 'long-text', min: 2, max: 500 },
    ],
    run: (view) => {
      const data = serviceData(view.self.data)
      const item = itemByCode(data.item)
      const checked = strings(view.values.materials)
      return allow({
        data: {
          materials: data.materials.map((one) =>
            checked.includes(one.id)
              ? { ...one, state: 'fetched', checked: { on: view.world.today, finding: String(view.values.finding) } }
              : one,
          ),
        },
        fact: {
          exchange: {
            purpose: item.name.zh,
            basis: item.basis,
            materials: checked.map((id) => ({
              id,
              from: item.materials.find((one) => one.id === id)?.from?.zh ?? null,
            })),
          },
        },
      })
    },
  },
  suspend: {
    title: text('特别程序(暂停计时)', 'Special step (clock suspended)'),
    from: ['reviewing'],
    by: [DECIDERS],
    because: 'ALL art 45',
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
          clock:
            data.clock &&
            suspend(data.clock, { on: view.world.today, cause: name, documentNumber: numbers.suspension ?? '' }),
          special: { name, from: view.world.today, waitsForApplicant: name === 'applicant' },
        }),
        documents: [notices.suspensionNotice(view, specialName(name), String(view.values.note))],
        notices: tell(view, 'suspended', {}),
      })
    },
  },
  resume: {
    title: text('恢复计时', 'Resume the clock'),
    tone: 'primary',
    from: ['suspended'],
    by: [DECIDERS],
    because: 'ALL art 45',
    run: (view) => {
      const data = serviceData(view.self.data)
      if (!data.clock) return refuse('clock-not-running', 'practice')
      const clock = resumed(data.clock, view.world.today)
      const due = reviewDue({ ...data, clock }, view.world.calendar)
      return allow({
        step: 'reviewing',
        data: { clock, special: null },
        documents: [notices.resumptionNotice(view, due?.day ?? view.world.today)],
        notices: tell(view, 'resumed', { due: due?.day ?? '' }),
      })
    },
  },
  terminateWaiting: {
    title: text('因申请人原因超期,终止', 'Terminated: waited too long for the applicant'),
    from: ['suspended'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => waitedTooLong(self, world),
    run: (view) =>
      allow({
        ...ended(view, 'terminated', [
          notices.terminationNotice(
            view,
            text('因申请人原因暂停已超过期限', 'Suspended for the applicant beyond the limit'),
          ),
        ]),
        others: closeParts(view, 'master-terminated'),
      }),
  },
  supplyTolerated: {
    title: text('补交容缺材料', 'Bring the tolerated materials'),
    tone: 'primary',
    files: true,
    from: ['reviewing', 'suspended'],
    by: [APPLICANT, WINDOW_OF_CASE],
    because: 'practice',
    onlyIf: ({ self }) => {
      const { tolerance } = serviceData(self.data)
      return tolerance && tolerance.metOn === undefined ? allow() : refuse('nothing-outstanding', 'practice')
    },
    form: (view) => suppliedForm(materialOptions(view, serviceData(view.self.data).tolerance?.missing ?? [])),
    run: (view) => {
      const brought = isBrought(view)
      if (!brought.ok) return brought
      const data = serviceData(view.self.data)
      const materials = supplied(data, strings(view.values.supplied), view.files)
      const outstanding = materials.filter((material) => material.state === 'tolerated')
      return allow({
        data: {
          materials,
          tolerance: data.tolerance && {
            ...data.tolerance,
            ...(outstanding.length === 0 ? { metOn: view.world.today } : {}),
          },
        },
        files: view.files,
      })
    },
  },
  lapseTolerance: {
    title: text('容缺逾期,终止', 'Terminated: tolerance lapsed'),
    from: ['reviewing', 'suspended'],
    by: [CLOCK],
    because: 'practice',
    isDue: ({ self, world }) => {
      const { tolerance } = serviceData(self.data)
      return tolerance !== null && tolerance.metOn === undefined && world.today > tolerance.deadline
    },
    run: (view) => {
      const end = ended(view, 'terminated', [
        notices.terminationNotice(view, text('容缺材料未在承诺期限内补齐', 'Tolerated materials did not come in time')),
      ])
      return allow({
        ...end,
        data: { ...(end.data as object), lapsedTolerance: true },
        others: closeParts(view, 'master-terminated'),
      })
    },
  },
  extend: {
    title: text('延长办理期限', 'Extend the term'),
    hint: text('经负责人批准,并书面告知申请人。', "With the head's approval and written notice."),
    from: ['reviewing'],
    by: [HEADS],
    because: 'ALL art 42',
    onlyIf: ({ self }) => mayExtend(serviceData(self.data)),
    form: (view) => [
      {
        id: 'days',
        label: text('延长工作日数', 'Working days added'),
        type: 'whole-number',
        min: 1,
        max: extensionLimit(view),
      },
      { id: 'reason', label: text('延长的理由', 'Why'), type: 'long-text', min: 4, max: 500 },
    ],
    run: (view) => {
      const data = serviceData(view.self.data)
      if (!data.clock) return refuse('clock-not-running', 'practice')
      const clock = extend(data.clock, Number(view.values.days), 'ALL art 42')
      const due = reviewDue({ ...data, clock }, view.world.calendar)
      return allow({
        data: { clock, extended: true },
        documents: [
          notices.extensionNotice(
            view,
            Number(view.values.days),
            String(view.values.reason),
            due?.day ?? view.world.today,
          ),
        ],
        notices: tell(view, 'extended', { due: due?.day ?? '' }),
      })
    },
  },
} satisfies ServiceCaseMoves
