/** The notices of a service case (文书): who is told what, by which article, with which remedies. Pure. @law ALL arts 32, 38, 42, 44, 45 */
import { itemByCode } from '#capabilities/service-items'
import { addMonths, dayText, lastDayOf, type PlainDate, type Term } from '#kernel/calendar'
import type { NoticeDraft, NoticeContent } from '#kernel/document/content.ts'
import { basisText } from '#kernel/law'
import type { DocumentDraft, MoveView } from '#kernel/procedure'
import type { Text } from '#kernel/text'
import { serviceData } from './terms.ts'
import type { Decision } from './terms.ts'

/** What is practice is never printed as law. */
const law = (...bases: Parameters<typeof basisText>[0][]): string[] =>
  bases.filter((basis) => basis !== 'practice').map((basis) => basisText(basis).zh)
const zh = (day: PlainDate | string): string => dayText(day as PlainDate).zh
const en = (day: PlainDate | string): string => dayText(day as PlainDate).en

type Body = Pick<NoticeDraft, 'paragraphs' | 'english'> & Partial<NoticeDraft>

function notice(view: MoveView, kind: string, title: string, body: Body, office = view.self.holder): DocumentDraft {
  const data = serviceData(view.root.data)
  const item = itemByCode(data.item)
  const content: NoticeDraft = {
    title,
    redHead: false,
    addressee: `${data.nameMasked}:`,
    sealed: true,
    ...body,
    facts: [
      { label: '办件编号', value: view.self.number },
      { label: '事项名称', value: `${item.name.zh}(${item.code})` },
      { label: '申请日期', value: zh(data.submittedOn) },
      ...(body.facts ?? []),
    ],
  }
  return { kind, office, content }
}

const itemName = (view: MoveView): string => itemByCode(serviceData(view.root.data).item).name.zh
const itemNameEn = (view: MoveView): string => itemByCode(serviceData(view.root.data).item).name.en
const submitted = (view: MoveView): string => zh(serviceData(view.root.data).submittedOn)

export function acceptanceNotice(view: MoveView, due: PlainDate): DocumentDraft {
  const data = serviceData(view.root.data)
  const { days, unit } = data.promised.term
  return notice(view, 'acceptance', '受理通知书', {
    paragraphs: [
      `你于${submitted(view)}提出的“${itemName(view)}”申请,经审查,符合受理条件,决定予以受理。`,
      days === 0
        ? '本事项为即办件,当日办结。'
        : `本机关承诺自受理之日起${days}${unit === 'working-days' ? '个工作日' : '日'}内作出决定,最迟不晚于${zh(due)}。听证、检验、检测、鉴定、专家评审、公示等所需时间不计算在内,并将书面告知。`,
      '可凭办件编号在网上、手机或任一窗口查询办理进度。',
    ],
    facts: [{ label: '承诺办结日', value: zh(due) }],
    law: law('ALL art 32', data.promised.basis),
    english: `Your application for “${itemNameEn(view)}” is accepted. We promise a decision by ${en(due)}.`,
  })
}

export function toleranceNotice(view: MoveView, missing: readonly string[], deadline: PlainDate): DocumentDraft {
  return notice(view, 'tolerance', '容缺受理承诺书', {
    paragraphs: [
      `申请人承诺于${zh(deadline)}前补齐下列材料。补齐前不出具办理结果;逾期未补齐的,本次办理终止,且十二个月内不再适用容缺受理。`,
    ],
    list: materialList(view, missing, '限期补齐的材料'),
    english: `The applicant promises to bring the materials listed by ${en(deadline)}; otherwise the case ends.`,
  })
}

export function correctionNotice(
  view: MoveView,
  missing: readonly string[],
  note: string,
  deadline: PlainDate,
): DocumentDraft {
  return notice(view, 'correction', '补正告知书', {
    paragraphs: [
      `你于${submitted(view)}提出的“${itemName(view)}”申请,材料不齐全或者不符合要求。现将需要补正的全部内容一次告知如下,请于${zh(deadline)}前补正。`,
      `具体要求:${note}`,
      '补正期间不计入办理时限。本机关不再就本次申请另行要求补正。',
    ],
    list: materialList(view, missing, '需要补正的材料'),
    facts: [{ label: '补正期限', value: zh(deadline) }],
    law: law('ALL art 32'),
    english: `Everything that needs correcting is listed here, once. Please bring it by ${en(deadline)}; the clock has not started.`,
  })
}

export function refusalNotice(view: MoveView, reason: string, competent: string): DocumentDraft {
  return notice(view, 'refusal', '不予受理通知书', {
    paragraphs: [
      `你于${submitted(view)}提出的“${itemName(view)}”申请,依法不属于本机关职权范围或者依法不予受理。`,
      `理由:${reason}`,
      `请向${competent}申请。`,
    ],
    law: law('ALL art 32'),
    remedies: remedies(view),
    english: `The application is not accepted: ${reason}. The office to apply to: ${competent}.`,
  })
}

export function suspensionNotice(view: MoveView, special: string, note: string): DocumentDraft {
  return notice(view, 'suspension', '暂停计时通知书', {
    paragraphs: [
      `“${itemName(view)}”一件,因需要进行${special},自${zh(view.world.today)}起暂停计算办理期限。所需时间不计入办理期限。`,
      `说明:${note}`,
    ],
    law: law('ALL art 45'),
    english: `The clock is suspended from ${en(view.world.today)} for a special step.`,
  })
}

export function resumptionNotice(view: MoveView, due: PlainDate): DocumentDraft {
  return notice(view, 'resumption', '恢复计时通知书', {
    paragraphs: [
      `“${itemName(view)}”一件,特别程序已经结束,自${zh(view.world.today)}起恢复计算办理期限,办结期限顺延至${zh(due)}。`,
    ],
    facts: [{ label: '顺延后的期限', value: zh(due) }],
    law: law('ALL art 45'),
    english: `The clock runs again; the term now ends on ${en(due)}.`,
  })
}

export function extensionNotice(view: MoveView, days: number, reason: string, due: PlainDate): DocumentDraft {
  return notice(view, 'extension', '延长期限告知书', {
    paragraphs: [
      `“${itemName(view)}”一件,不能在规定期限内作出决定。经本机关负责人批准,延长${days}个工作日,至${zh(due)}。`,
      `理由:${reason}`,
    ],
    facts: [{ label: '延长后的期限', value: zh(due) }],
    law: law('ALL art 42'),
    english: `The term is extended by ${days} working days, to ${en(due)}.`,
  })
}

export function decisionNotice(view: MoveView, decision: Decision): DocumentDraft {
  if (decision.outcome === 'approve') {
    return notice(view, 'approval', '准予决定书', {
      redHead: true,
      paragraphs: [
        `你于${submitted(view)}提出的“${itemName(view)}”申请,经审查,符合规定的条件,决定准予办理。`,
        `办理结果:${itemByCode(serviceData(view.root.data).item).result.zh}。`,
      ],
      law: law('ALL art 38'),
      english: `The application for “${itemNameEn(view)}” is granted.`,
    })
  }
  return notice(view, 'denial', '不予决定书', {
    redHead: true,
    paragraphs: [
      `你于${submitted(view)}提出的“${itemName(view)}”申请,经审查,不符合规定的条件,决定不予办理。`,
      `理由:${decision.reason}`,
    ],
    law: [decision.law, ...law('ALL art 38')],
    remedies: remedies(view),
    english: `The application for “${itemNameEn(view)}” is denied. Reasons: ${decision.reason}`,
  })
}

export function deliveryRecord(view: MoveView, way: string): DocumentDraft {
  const data = serviceData(view.root.data)
  return notice(view, 'delivery', '送达回证', {
    paragraphs: [
      `“${itemName(view)}”一件的${data.decision?.outcome === 'deny' ? '不予决定书' : '准予决定书'},已于${zh(view.world.today)}以${way}方式送达。`,
    ],
    facts: [
      { label: '送达方式', value: way },
      { label: '受送达人签收', value: '                ' },
    ],
    law: law('ALL art 44'),
    english: `Delivered on ${en(view.world.today)}.`,
  })
}

export function terminationNotice(view: MoveView, why: Text): DocumentDraft {
  return notice(view, 'termination', '终止办理告知书', {
    paragraphs: [`“${itemName(view)}”一件,${why.zh},现终止办理。本次终止不影响你再次申请。`],
    remedies: remedies(view),
    english: `The case is ended: ${why.en}. You may apply again.`,
  })
}

export function withdrawalNotice(view: MoveView): DocumentDraft {
  return notice(view, 'withdrawal', '撤回确认书', {
    paragraphs: [`你于${zh(view.world.today)}撤回“${itemName(view)}”申请,本机关予以确认。`],
    english: 'The withdrawal by the applicant is confirmed.',
  })
}

export function disputeRecord(view: MoveView, office: string, reason: string): DocumentDraft {
  return notice(view, 'dispute', '权属协调记录', {
    paragraphs: [
      `“${itemName(view)}”一件的办理权属存在异议,两个工作日内未能协商一致,经协调,由${office}办理。`,
      `理由:${reason}`,
    ],
    addressee: '各有关单位:',
    english: `It is settled that ${office} acts.`,
  })
}

/** 收件凭证: drawn on demand from the case, not a numbered document. */
export function applicationReceipt(
  view: MoveView,
  given: { trackUrl: string; leaf: string; next: string },
): NoticeContent {
  const data = serviceData(view.self.data)
  const item = itemByCode(data.item)
  const states: Readonly<Record<string, string>> = {
    supplied: '已提交',
    'to-fetch': '由部门核验,无需提交',
    fetched: '已核验',
    missing: '待提交',
    tolerated: '容缺',
  }
  return {
    kind: 'receipt',
    title: '收件凭证',
    number: view.self.number,
    authority: view.world.officeOf('community', view.self.place).name,
    issuedOn: data.submittedOn,
    verifyCode: view.self.number,
    verifyUrl: given.trackUrl,
    redHead: false,
    sealed: true,
    addressee: `${data.nameMasked}:`,
    paragraphs: [
      `你提出的“${item.name.zh}”申请已收到。${given.next}`,
      '凭编号可在网上、手机或任一窗口查询,不需要注册。',
    ],
    facts: [
      { label: '办件编号', value: view.self.number },
      { label: '事项名称', value: `${item.name.zh}(${item.code})` },
      { label: '收件日期', value: zh(data.submittedOn) },
      {
        label: '承诺时限',
        value:
          data.promised.term.days === 0
            ? '当日办结'
            : `受理后${data.promised.term.days}${data.promised.term.unit === 'working-days' ? '个工作日' : '日'}`,
      },
      { label: '存证', value: given.leaf || '—' },
    ],
    list: {
      title: '材料',
      header: ['材料', '情况'],
      rows: data.materials.map((held) => [
        item.materials.find((one) => one.id === held.id)?.name.zh ?? held.id,
        states[held.state] ?? held.state,
      ]),
    },
    english: `Your application for “${item.name.en}” was received. Follow it by its number; no account is needed.`,
  }
}

/** 救济途径 with the last day of each. @law ALL art 38; ARL; APL */
function remedies(view: MoveView): string[] {
  const { today, calendar } = view.world
  const submittedOn = serviceData(view.root.data).submittedOn
  const days = view.world.value<Term>('service.remedy-reconsideration', submittedOn, view.self.place).value
  const months = view.world.value<number>('service.remedy-lawsuit-months', submittedOn, view.self.place).value
  return [
    `如不服本决定,可自收到之日起${days.days}日内(如当日送达,至${zh(lastDayOf(days, today, calendar).day)})依法申请行政复议;`,
    `也可自收到之日起${months}个月内(如当日送达,至${zh(addMonths(today, months))})依法向人民法院提起行政诉讼。`,
  ]
}

function materialList(view: MoveView, ids: readonly string[], title: string): NonNullable<NoticeDraft['list']> {
  const { materials } = itemByCode(serviceData(view.root.data).item)
  return {
    title,
    header: ['序号', '材料', '形式'],
    rows: ids.map((id, i) => [
      String(i + 1),
      materials.find((one) => one.id === id)?.name.zh ?? id,
      FORMS[materials.find((one) => one.id === id)?.kind ?? ''] ?? '',
    ]),
  }
}

const FORMS: Readonly<Record<string, string>> = {
  form: '表格',
  original: '原件',
  copy: '复印件',
  'e-document': '电子件',
  photo: '照片',
}
