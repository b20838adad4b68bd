/** 演示清单: plausible items for the demonstration, marked as such wherever they are shown; no county decided them (domain 22, U8). */
import type { Basis } from '#kernel/law'
import type { Text } from '#kernel/text'
import { type Category, FORBIDDEN, type ItemStep, type ListId, type WorkItem } from '../terms.ts'
import { L7 } from './certificates.ts'
import { L3, L4 } from './community.ts'
import { item, step } from './entry.ts'

const power = (
  n: number,
  zh: string,
  en: string,
  category: Category,
  basis: readonly Basis[],
  steps: readonly ItemStep[],
) =>
  item(`L6-${String(n).padStart(3, '0')}`, zh, en, category, basis, {
    lead: 'community',
    duty: '按流程办理，全程留痕',
    covers: [],
    steps,
  })

const L6: readonly WorkItem[] = [
  power(
    1,
    '重大事项决策',
    'Deciding what matters most',
    'self-government',
    ['VCOL-2018 art 24', 'plan P3.1.2'],
    [
      step('党组织', '提议', '', '提议表'),
      step('两委联席会议', '商议，形成方案', '5个工作日', '会议记录'),
      step('党员大会', '审议', '', '会议记录'),
      step('村（居）民会议或代表会议', '决议，过半数通过', '', '表决票', false, '到会人数不足'),
      step('居（村）委会', '公开决议', '当日', '', true),
      step('居（村）委会', '组织实施，公开结果', '按方案', '', true, '擅自变更决议'),
    ],
  ),
  power(
    2,
    '集体资金支出审批',
    'Spending common money',
    'finance',
    ['VCOL-2018 art 30'],
    [
      step('经办人', '填报支出，附票据', '', '支出审批单', false, '票据不实'),
      step('居（村）委会主任', '审签', '2个工作日'),
      step('监督委员会', '审核盖章', '2个工作日', '', false, '人情审核'),
      step('报账员', '付款记账', '3个工作日'),
      step('居（村）委会', '按季公开', '每季', '财务公开表', true),
    ],
  ),
  power(
    3,
    '工程项目发包',
    'Letting works',
    'finance',
    ['VCOL-2018 art 24', 'plan P3.1.2'],
    [
      step('居（村）委会', '提出项目和预算', '', '项目申请表'),
      step('村（居）民代表会议', '表决', '', '会议记录'),
      step('街道（乡镇）', '核对并公告', '5个工作日', '', true),
      step('监督委员会', '现场监督开标', '', '开标记录', false, '围标串标'),
      step('居（村）委会', '签订合同，公开结果', '3个工作日', '合同', true),
      step('监督委员会', '验收', '完工后10日', '验收单', true, '验收走过场'),
    ],
  ),
  power(
    4,
    '集体资产资源出租',
    'Letting common property',
    'finance',
    ['VCOL-2018 art 24'],
    [
      step('居（村）委会', '清点、提出底价', '', '资产登记表', false, '低价出租'),
      step('村（居）民代表会议', '表决', '', '会议记录'),
      step('居（村）委会', '公告招租', '7日', '', true),
      step('居（村）委会', '签约、公开', '3个工作日', '租赁合同', true),
    ],
  ),
  power(
    5,
    '印章使用',
    'Use of the seal',
    'self-government',
    ['plan P3.1.2'],
    [
      step('申请人', '填写用印申请', '', '用印登记表'),
      step('经办人', '核对内容', '当日', '', false, '越权证明'),
      step('居（村）委会主任', '批准', '当日'),
      step('印章保管人', '盖章、登记', '当日', '用印登记表', true),
    ],
  ),
  power(
    6,
    '低保等救助申请初核',
    'First check of assistance',
    'civil-affairs',
    ['MCA-2021-57'],
    [
      step('申请人', '向街道（乡镇）提出', '', '申请书'),
      step('街道（乡镇）', '入户调查，社区随同', '10个工作日', '调查表', false, '优亲厚友'),
      step('居（村）委会', '公示', '7日', '', true),
      step('街道（乡镇）', '确认', '5个工作日', '', true),
    ],
  ),
]

/** 负面清单 as 6.3 F1–F8 has it: one entry for a clause, and one for each category of F2. */
const L5: readonly WorkItem[] = FORBIDDEN.flatMap(({ clause, name, categories }) =>
  (categories ?? (['self-government'] as const)).map((category, i) =>
    item(`L5-${clause}${categories ? `-${i + 1}` : ''}`, name.zh, name.en, category, ['plan P3.3.3'], {
      lead: 'county',
      duty: '不得要求社区承担',
      covers: [],
      frequency: '',
    }),
  ),
)

const duties = (
  list: ListId,
  rows: readonly (readonly [zh: string, en: string, category: Category, lead: string, basis: Basis, duty: string])[],
) =>
  rows.map(([zh, en, category, lead, basis, duty], i) =>
    item(`${list}-${String(i + 1).padStart(3, '0')}`, zh, en, category, [basis], { lead, duty, covers: [] }),
  )

const L1 = duties('L1', [
  [
    '指导居（村）民委员会工作',
    'Guiding the committees',
    'self-government',
    'civil-affairs',
    'RCOL-2018 art 2',
    '给予指导、支持和帮助，不得干预自治事项',
  ],
  [
    '最低生活保障审核确认',
    'Deciding minimum living allowances',
    'civil-affairs',
    'civil-affairs',
    'MCA-2021-57',
    '受理、调查、确认',
  ],
  ['基本公共卫生服务', 'Public health', 'health', 'health', 'plan P3.2.2', '组织实施'],
  ['就业服务', 'Employment services', 'employment', 'human-resources', 'plan P3.2.2', '组织实施'],
  ['人民调解工作指导', 'Guiding mediation', 'public-order', 'justice', 'PML', '指导与培训'],
  ['法律援助', 'Legal aid', 'legal-services', 'justice', 'LAL', '受理与指派'],
])
const L2 = duties('L2', [
  ['统筹社区建设', 'Leading community building', 'self-government', 'street', 'plan P3.1.2', '统筹下达社区的各项工作'],
  [
    '对社区工作进行综合考核',
    'The one evaluation of a year',
    'evaluation',
    'street',
    'plan P3.3.3',
    '每年一次，部门不得另行考核',
  ],
  [
    '环境卫生和市容管理',
    'Clean streets',
    'urban-management',
    'street',
    'plan P3.3.1',
    '由街道（乡镇）组织实施，社区不作责任主体',
  ],
  ['违法建设巡查处置', 'Illegal buildings', 'demolition', 'street', 'plan P3.3.3', '由有权机关实施，社区不作责任主体'],
  ['社会救助受理', 'Taking in assistance', 'civil-affairs', 'street', 'MCA-2021-57', '受理与初审'],
])
const L9 = duties('L9', [
  ['社区养老服务', 'Care for the old', 'civil-affairs', 'civil-affairs', 'MOF-102', '可以购买'],
  ['社区文体活动', 'Culture and sport', 'culture', 'culture', 'MOF-102', '可以购买'],
  ['社区矫正帮教', 'Help after offences', 'legal-services', 'justice', 'MOF-102', '可以购买'],
  [
    '入户信息采集',
    'Collecting data house by house',
    'statistics',
    'civil-affairs',
    'MOF-102',
    '清单外事项可以向居（村）委会购买',
  ],
])

export const DEMONSTRATION: Readonly<Partial<Record<ListId, readonly WorkItem[]>>> = { L1, L2, L3, L4, L5, L6 }
export const CITY_DEMONSTRATION: Readonly<Partial<Record<ListId, readonly WorkItem[]>>> = { L7, L9 }

const FIELDS: readonly Category[] = [
  'employment',
  'employment',
  'health',
  'culture',
  'civil-affairs',
  'civil-affairs',
  'housing',
  'safety',
  'culture',
  'civil-affairs',
]

/** One entry of L8 for a service of the catalogue. */
export function directoryItem(service: {
  readonly code: string
  readonly name: Text
  readonly field: number
  readonly result: Text
}): WorkItem {
  return item(
    `L8-${service.code}`,
    service.name.zh,
    service.name.en,
    FIELDS[service.field - 1] ?? 'civil-affairs',
    ['plan P3.2.2'],
    {
      duty: `办理结果:${service.result.zh}`,
      covers: [],
    },
  )
}
