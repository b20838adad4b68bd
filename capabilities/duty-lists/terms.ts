/** The nouns of the lists (权责清单、事项清单): what may be asked of a community, on which basis, by whom, with what money. @plan P3.1.2; domain 6.1 */
import type { Basis } from '#kernel/law'
import { type Text, text } from '#kernel/text'

export const LIST_IDS = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9'] as const
export type ListId = (typeof LIST_IDS)[number]

/** `owner` keeps and approves it. */
export const LISTS: Readonly<
  Record<ListId, { readonly name: Text; readonly owner: 'county_office' | 'city_office'; readonly about: Text }>
> = {
  L1: {
    name: text('部门社区治理权责清单', 'Powers and duties of departments'),
    owner: 'county_office',
    about: text('县(区)部门在社区治理中的职权与责任。', 'What county departments may and must do.'),
  },
  L2: {
    name: text('街道(乡镇)权责清单', 'Powers and duties of streets and townships'),
    owner: 'county_office',
    about: text('街道(乡镇)在社区治理中的职权与责任。', 'What streets and townships may and must do.'),
  },
  L3: {
    name: text('社区自治事项清单', 'The community’s own work'),
    owner: 'county_office',
    about: text('居(村)委会依法自行承担的事项。', 'What the committee does by itself, by law.'),
  },
  L4: {
    name: text('社区协助政府事项清单', 'Work in which the community assists'),
    owner: 'county_office',
    about: text(
      '依法协助政府的事项:协助什么、谁牵头、给多少经费。',
      'Assistance by law: in what, led by whom, with what money.',
    ),
  },
  L5: {
    name: text('社区工作负面清单', 'What must not be asked'),
    owner: 'county_office',
    about: text('不得要求社区承担的事项。', 'What nobody may put on a community.'),
  },
  L6: {
    name: text('小微权力清单', 'Small powers'),
    owner: 'county_office',
    about: text('村(社区)小微权力与规范流程。', 'Small powers of villages and communities, each with its flow.'),
  },
  L7: {
    name: text('社区证明保留清单', 'Certificates kept'),
    owner: 'city_office',
    about: text('社区可以出具的证明。', 'The few certificates a community may issue.'),
  },
  L8: {
    name: text('公共服务指导目录', 'Public-service directory'),
    owner: 'county_office',
    about: text('十个领域的公共服务。', 'Public services in ten fields.'),
  },
  L9: {
    name: text('政府购买服务指导目录', 'Purchase-of-services directory'),
    owner: 'city_office',
    about: text('可以购买的社区服务。', 'Community services that may be bought.'),
  },
}

/** Names as the plan and the offices use them; the first five are those of plan 三(三)3 for which nobody makes a community responsible. */
export const CATEGORIES = {
  'law-enforcement': text('行政执法', 'Administrative law enforcement'),
  demolition: text('拆迁拆违', 'Demolition and illegal buildings'),
  'environmental-rectification': text('环境整治', 'Environmental rectification'),
  'urban-management': text('城市管理', 'Urban management'),
  'investment-attraction': text('招商引资', 'Investment attraction'),
  'self-government': text('居(村)民自治', 'Self-government'),
  'civil-affairs': text('民政与救助', 'Civil affairs and assistance'),
  health: text('卫生健康', 'Health'),
  employment: text('就业与社会保障', 'Employment and social security'),
  'public-order': text('平安与调解', 'Public order and mediation'),
  'legal-services': text('法律服务', 'Legal services'),
  culture: text('文化教育体育', 'Culture, education, sport'),
  safety: text('安全与应急', 'Safety and emergencies'),
  statistics: text('统计与普查', 'Statistics and census'),
  housing: text('住房与物业', 'Housing and property'),
  finance: text('财务与资产', 'Money and assets'),
  certificates: text('证明', 'Certificates'),
  evaluation: text('考核评比', 'Evaluation'),
} as const satisfies Readonly<Record<string, Text>>
export type Category = keyof typeof CATEGORIES
export const CATEGORY_IDS = Object.keys(CATEGORIES) as Category[]

/** What an office can address to a community (下达方式). */
export const DEMAND_KINDS = {
  task: text('工作任务', 'Task'),
  form: text('报表', 'Form'),
  ledger: text('工作台账', 'Ledger'),
  'meeting-series': text('会议', 'Meetings'),
  inspection: text('检查', 'Inspection'),
  assessment: text('考核评比', 'Assessment'),
  plaque: text('挂牌、设机构', 'Plaque or body'),
  'responsibility-letter': text('责任书(状)', 'Responsibility letter'),
  certificate: text('出具证明', 'Certificate'),
} as const satisfies Readonly<Record<string, Text>>
export type DemandKind = keyof typeof DEMAND_KINDS
export const DEMAND_KIND_IDS = Object.keys(DEMAND_KINDS) as DemandKind[]

/** A step of an item's flow, in order. */
export type ItemStep = {
  readonly who: string
  readonly does: string
  readonly within: string // in words; empty when there is no term
  readonly form: string // what is filled in; empty for none
  readonly disclosed: boolean // its outcome is made public
  readonly risk: string // 廉政风险点; empty for none
}

/** Money that goes with an item (费随事转): `standard` in fen for each community and `unit`. */
export type ItemFunds = { readonly standard: number; readonly unit: string; readonly source: string }

export type WorkItem = {
  readonly code: string // L4-003, unique in its list
  readonly name: Text
  readonly category: Category
  readonly basis: readonly Basis[]
  readonly lead: string // code of an office; 'street' and 'county' for those of the place
  readonly assist: readonly string[]
  readonly duty: string // what the community does, and no more
  readonly covers: readonly DemandKind[]
  readonly steps: readonly ItemStep[]
  readonly frequency: string
  readonly from: string // first day
  readonly to: string | null // last day
  readonly minutes: number // estimated for each community and time
  readonly funds: ItemFunds | null
  readonly conditions: string
  readonly forms: readonly string[]
  /** How it came in: by the full procedure, or for a short time by the street. */
  readonly path: 'full' | 'temporary'
  /** 保留证明: of L7 alone, where every item has one. */
  readonly certificate?: CertificateForm
}

/** 证明事项: what is on the certificate that an item of L7 retains; name and basis are the item's. @law D2020-C */
export type CertificateForm = {
  /** Code of the kind, the same in every version: what a request names. */
  readonly kind: string
  /** Everyday wordings, without 证明. */
  readonly words: readonly string[]
  readonly for: 'urban' | 'rural' | 'both'
  readonly facts: readonly FactAsked[]
  /** The body: {姓名} and the others of `CERTIFICATE_BLANKS`, and each fact by its Chinese label. */
  readonly template: string
  /** Days it is valid; null: the dated value of the place. */
  readonly validDays: number | null
}

/** A fact that staff state from what they know (工作人员掌握的情况). */
export type FactAsked = { readonly id: string; readonly label: Text }

/** What the register and the request put into a certificate, by the blank it fills. */
export const CERTIFICATE_BLANKS = {
  name: '姓名',
  idNumber: '公民身份号码',
  address: '住址',
  community: '社区',
  purpose: '用途',
  demander: '要求单位',
} as const

/** What is asked for and stands on no list at all. */
export const OTHER_CERTIFICATE = 'other'

export const CERTIFICATE_FOR = {
  urban: text('城市社区', 'Urban communities'),
  rural: text('村', 'Villages'),
  both: text('城市社区和村', 'Urban communities and villages'),
} as const satisfies Readonly<Record<CertificateForm['for'], Text>>

/** One of the twenty that no committee may issue (不应出具证明). @law D2020-C */
export type ForbiddenCertificate = {
  readonly code: string
  readonly name: Text
  /** Where it is issued, or what stands in its place. @practice */
  readonly goTo: Text
  /** Everyday wordings, without 证明. */
  readonly words: readonly string[]
}

export const VERSION_STATES = ['draft', 'consulting', 'approved', 'in_force', 'superseded'] as const
export type VersionState = (typeof VERSION_STATES)[number]
export const STATE_NAMES: Readonly<Record<VersionState, Text>> = {
  draft: text('草案', 'Draft'),
  consulting: text('征求意见', 'Being consulted on'),
  approved: text('已批准', 'Approved'),
  in_force: text('施行中', 'In force'),
  superseded: text('已被替代', 'Superseded'),
}

/** One version of one list of a place; `place` is a prefix of the codes it is for. */
export type ListVersion = {
  readonly county: string
  readonly id: string
  readonly place: string
  readonly list: ListId
  readonly number: number
  readonly state: VersionState
  readonly basedOn: string | null
  readonly demonstration: boolean
  readonly madeBy: string
  readonly inForceFrom: string | null
  readonly supersededOn: string | null
  readonly because: string
}

/** An item as it is cited: in one version, which never changes. */
export type CitedItem = WorkItem & {
  readonly list: ListId
  readonly version: string
  readonly number: number
  readonly place: string
}

export type Clause = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8'
export type Forbidden = {
  readonly clause: Clause
  readonly name: Text
  /** Nobody makes a community responsible for these. */
  readonly categories?: readonly Category[]
}

/** 禁止事项 F1–F8: with the plan itself, whatever a county's own list adds. @plan P3.3.3; domain 6.3 */
export const FORBIDDEN: readonly Forbidden[] = [
  {
    clause: 'F1',
    name: text(
      '应当由基层政府履行的法定职责,不得要求基层群众性自治组织承担',
      'Duties that the law gives to government are not put on self-governing bodies',
    ),
  },
  {
    clause: 'F2',
    name: text(
      '不得将自治组织作为行政执法、拆迁拆违、环境整治、城市管理、招商引资等事项的责任主体',
      'No responsibility for law enforcement, demolition, environmental rectification, urban management, investment attraction',
    ),
    categories: [
      'law-enforcement',
      'demolition',
      'environmental-rectification',
      'urban-management',
      'investment-attraction',
    ],
  },
  {
    clause: 'F3',
    name: text(
      '依法需要协助办理的事项,应当提供经费和必要工作条件',
      'Work to be assisted in by law comes with money and conditions',
    ),
  },
  {
    clause: 'F4',
    name: text(
      '清理规范部门在社区设立的工作机构和加挂的牌子',
      'No departmental bodies and plaques beyond what is admitted',
    ),
  },
  { clause: 'F5', name: text('精简社区会议和工作台账', 'Fewer meetings and ledgers') },
  { clause: 'F6', name: text('清理要求社区出具的各类证明', 'No certificates beyond those kept') },
  { clause: 'F7', name: text('各职能部门不再单独组织考核评比', 'No separate evaluations by departments') },
  { clause: 'F8', name: text('取消对社区工作的“一票否决”事项', 'Nothing in community work vetoes the rest') },
]

/** The clause that keeps this category from being a community's responsibility. */
export function forbiddenFor(category: Category): Clause | undefined {
  return FORBIDDEN.find((one) => one.categories?.includes(category))?.clause
}
