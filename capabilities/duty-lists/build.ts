/** An existing list from a spreadsheet (导入): which columns, under which headers, and how a row becomes an item. Pure. @practice domain 21.2 */
import { type Outcome, refuse } from '#kernel/outcome'
import { type Text, text } from '#kernel/text'
import { checkItem, readBasis } from './rules.ts'
import {
  CATEGORIES,
  type Category,
  CERTIFICATE_FOR,
  type CertificateForm,
  DEMAND_KIND_IDS,
  DEMAND_KINDS,
  type DemandKind,
  type ItemStep,
  type ListId,
  type WorkItem,
} from './terms.ts'

type Cells = Readonly<Record<string, string | number>>

/** As kernel registers describe columns; the type is theirs. */
export const ITEM_COLUMNS = [
  {
    id: 'code',
    label: text('编号', 'Code'),
    headers: ['事项编码', '序号'],
    type: 'text',
    required: true,
    unique: true,
    max: 30,
    example: 'L4-001',
  },
  {
    id: 'name',
    label: text('事项名称', 'Item'),
    headers: ['名称', '事项', '工作事项', '权力名称'],
    type: 'text',
    required: true,
    max: 120,
    example: '高龄津贴对象走访核实',
  },
  {
    id: 'category',
    label: text('类别', 'Category'),
    headers: ['事项类别'],
    type: 'choice',
    required: true,
    options: Object.entries(CATEGORIES).map(([value, label]) => ({ value, label })),
    example: '民政与救助',
  },
  {
    id: 'basis',
    label: text('依据', 'Basis'),
    headers: ['法律依据', '政策依据', '设定依据', '法律政策依据'],
    type: 'text',
    required: true,
    max: 600,
    example: '《城市居民委员会组织法》第三条;《行政许可法》第三十二条',
  },
  {
    id: 'lead',
    label: text('牵头部门', 'Lead department'),
    headers: ['责任部门', '牵头单位', '主管部门'],
    type: 'text',
    required: true,
    max: 60,
    example: '市民政局',
  },
  {
    id: 'assist',
    label: text('配合部门', 'Assisting departments'),
    headers: ['配合单位', '协办单位'],
    type: 'text',
    max: 200,
    example: '街道办事处',
  },
  {
    id: 'duty',
    label: text('社区职责', 'What the community does'),
    headers: ['社区承担内容', '协助内容', '工作内容'],
    type: 'text',
    required: true,
    max: 500,
    example: '核对在册老人是否健在,报告变化',
  },
  {
    id: 'covers',
    label: text('方式', 'How it may be asked'),
    headers: ['下达方式'],
    type: 'text',
    max: 100,
    example: '工作任务、报表',
  },
  {
    id: 'steps',
    label: text('流程', 'Flow'),
    headers: ['办理流程', '工作流程', '运行流程'],
    type: 'text',
    max: 3000,
    example: '经办人|受理申请|当日;两委|集体研究|5个工作日',
  },
  { id: 'frequency', label: text('频次', 'Frequency'), headers: ['办理频次'], type: 'text', max: 40, example: '每年' },
  {
    id: 'from',
    label: text('起始日期', 'From'),
    headers: ['开始时间', '起始时间'],
    type: 'date',
    required: true,
    example: '2026-01-01',
  },
  { id: 'to', label: text('终止日期', 'To'), headers: ['结束时间', '终止时间'], type: 'date', example: '2026-12-31' },
  {
    id: 'minutes',
    label: text('预计用时(分钟)', 'Minutes'),
    headers: ['预计用时', '工作量'],
    type: 'whole-number',
    max: 100_000,
    example: '120',
  },
  {
    id: 'money',
    label: text('经费标准(元)', 'Money (yuan)'),
    headers: ['经费标准', '经费'],
    type: 'whole-number',
    max: 10_000_000,
    example: '2000',
  },
  { id: 'unit', label: text('计费单位', 'Unit'), type: 'text', max: 40, example: '社区·年' },
  {
    id: 'source',
    label: text('经费来源', 'Source of money'),
    headers: ['资金来源'],
    type: 'text',
    max: 80,
    example: '县级财政预算',
  },
  {
    id: 'conditions',
    label: text('工作条件', 'Conditions'),
    headers: ['保障条件'],
    type: 'text',
    max: 300,
    example: '每年培训一次',
  },
  { id: 'forms', label: text('表单', 'Forms'), headers: ['表格'], type: 'text', max: 300, example: '走访登记表' },
  {
    id: 'kind',
    label: text('证明编码', 'Certificate code'),
    type: 'text',
    max: 40,
    example: '',
  },
  {
    id: 'for',
    label: text('适用范围', 'Where it applies'),
    headers: ['适用对象'],
    type: 'choice',
    options: Object.entries(CERTIFICATE_FOR).map(([value, label]) => ({ value, label })),
    example: '',
  },
  {
    id: 'facts',
    label: text('核实事项', 'Facts stated'),
    headers: ['核实内容'],
    type: 'text',
    max: 300,
    example: '',
  },
  {
    id: 'template',
    label: text('证明正文', 'Text of the certificate'),
    headers: ['证明内容', '证明模板'],
    type: 'text',
    max: 1000,
    example: '',
  },
  {
    id: 'validDays',
    label: text('有效天数', 'Days valid'),
    headers: ['有效期'],
    type: 'whole-number',
    min: 1,
    max: 3650,
    example: '',
  },
  { id: 'words', label: text('群众说法', 'In everyday words'), type: 'text', max: 300, example: '' },
] as const

/** The example row of the template for L7; the other lists have that of the columns. */
const CERTIFICATE_EXAMPLE: Readonly<Record<string, string>> = {
  code: 'L7-001',
  name: '实际居住情况证明',
  category: '证明',
  basis: '《居住证暂行条例》',
  lead: '居(村)委会',
  duty: '只证明本社区(村)知道并能核实的事',
  from: '2026-01-01',
  kind: 'residence',
  for: '城市社区和村',
  facts: '自何时起居住;居住的房屋',
  template:
    '兹证明{姓名}(公民身份号码{公民身份号码})自{自何时起居住}起实际居住在{社区}{住址},居住的房屋为{居住的房屋}。本证明用于{用途},由{要求单位}要求提供。',
  validDays: '30',
  words: '居住;常住;现住址',
}
const OF_CERTIFICATES: readonly string[] = ['kind', 'for', 'facts', 'template', 'validDays', 'words']

/** The columns that a list is filled in with, each with its example. */
export function columnsOf(list: ListId | undefined) {
  return list === 'L7'
    ? ITEM_COLUMNS.filter(({ id }) => Object.hasOwn(CERTIFICATE_EXAMPLE, id)).map((column) => ({
        ...column,
        example: CERTIFICATE_EXAMPLE[column.id] ?? '',
      }))
    : ITEM_COLUMNS.filter(({ id }) => !OF_CERTIFICATES.includes(id))
}

/** Several in one cell: by 、 , ; or a new line. */
const several = (cell: string | number | undefined): string[] =>
  String(cell ?? '')
    .split(/[、;,,;\n]+/u)
    .map((one) => one.trim())
    .filter(Boolean)

/** 谁|做什么|期限|表单|公开|风险点, one step a line or between semicolons. */
export function readSteps(cell: string): ItemStep[] {
  return cell
    .split(/[;;\n]+/u)
    .map((one) => one.trim().replace(/^\d+[.、)]\s*/u, ''))
    .filter(Boolean)
    .map((one) => {
      const [who = '', does = '', within = '', form = '', disclosed = '', risk = ''] = one
        .split(/[||]/u)
        .map((part) => part.trim())
      return does
        ? { who, does, within, form, disclosed: /^(是|公开)$/u.test(disclosed), risk }
        : { who: '', does: who, within: '', form: '', disclosed: false, risk: '' }
    })
}

/** One checked row as an item. `officeCode` finds an office by its name; what it does not find stays as it was written. */
export function itemOfRow(row: Cells, list: ListId, officeCode: (name: string) => string): Outcome<WorkItem> {
  const covers = several(row.covers).map(kindOf)
  if (covers.includes(undefined)) return refuse('item-incomplete', 'plan P3.1.2', { code: String(row.code) })
  const money = Number(row.money ?? 0)
  return checkItem(
    {
      code: String(row.code),
      name: same(String(row.name)),
      category: row.category as Category,
      basis: several(row.basis).map((one) => readBasis(one)) as unknown as WorkItem['basis'],
      lead: officeCode(String(row.lead)),
      assist: several(row.assist).map(officeCode),
      duty: String(row.duty),
      covers: covers.length || list === 'L7' ? (covers as DemandKind[]) : ['task'],
      steps: readSteps(String(row.steps ?? '')),
      frequency: String(row.frequency ?? ''),
      from: String(row.from),
      to: row.to === undefined ? null : String(row.to),
      minutes: Number(row.minutes ?? 0),
      funds:
        money > 0
          ? { standard: money * 100, unit: String(row.unit ?? '社区·年'), source: String(row.source ?? '') }
          : null,
      conditions: String(row.conditions ?? ''),
      forms: several(row.forms),
      path: 'full',
      ...(list === 'L7' ? { certificate: certificateOf(row) } : {}),
    },
    list,
  )
}

/** What is on a certificate; without a code of its own it goes by that of the item. */
function certificateOf(row: Cells): CertificateForm {
  return {
    kind: String(row.kind ?? row.code),
    words: several(row.words),
    for: (row.for ?? 'both') as CertificateForm['for'],
    facts: several(row.facts).map((label, i) => ({ id: `fact-${i + 1}`, label: same(label) })),
    template: String(row.template ?? ''),
    validDays: row.validDays === undefined ? null : Number(row.validDays),
  }
}

function kindOf(typed: string): DemandKind | undefined {
  return DEMAND_KIND_IDS.find((kind) => kind === typed || DEMAND_KINDS[kind].zh === typed)
}

/** The column of the spreadsheet that a refusal of `checkItem` is about. */
export function columnOf(code: string): string {
  switch (code) {
    case 'item-code-wrong':
      return 'code'
    case 'no-basis-no-entry':
    case 'not-a-basis':
    case 'certificate-without-law':
      return 'basis'
    case 'certificate-forbidden':
      return 'name'
    case 'certificate-template-wrong':
    case 'certificate-form-wrong':
      return 'template'
    case 'item-period-wrong':
      return 'from'
    case 'assistance-without-funds':
      return 'money'
    case 'power-without-flow':
      return 'steps'
    default:
      return 'covers'
  }
}

const same = (value: string): Text => text(value, value)
