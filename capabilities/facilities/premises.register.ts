/** 服务用房与设施登记册: what a community has to serve its residents in. @plan P3.3.2; domain 2.4, 13.1 */
import {
  type CheckedRow,
  COMMUNITY_COLUMN,
  type Fault,
  KEEPERS_TO_CITY,
  type RegisterDefinition,
} from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'

const premises: RegisterDefinition = {
  name: 'premises',
  title: text('服务用房与设施', 'Premises and facilities'),
  placed: 'place',
  uniqueBy: ['place', 'kind', 'name'],
  roles: KEEPERS_TO_CITY,
  columns: [
    { ...COMMUNITY_COLUMN, open: true },
    {
      id: 'kind',
      label: text('设施类别', 'Kind'),
      headers: ['类别', '类型'],
      type: 'choice',
      required: true,
      open: true,
      example: '服务用房',
      options: [
        { value: 'service-premises', label: text('服务用房', 'Service premises'), also: ['社区服务用房'] },
        { value: 'activity-room', label: text('活动室', 'Activity room'), also: ['活动场所'] },
        { value: 'culture-centre', label: text('综合文化服务中心', 'Culture centre') },
        {
          value: 'newspaper-board',
          label: text('阅报栏(屏)', 'Newspaper board or screen'),
          also: ['阅报栏', '阅报屏'],
        },
        { value: 'fitness-path', label: text('健身路径', 'Fitness path'), also: ['户外健身路径'] },
        { value: 'elderly-centre', label: text('日间照料中心', 'Elderly centre'), also: ['养老服务设施'] },
        { value: 'shelter', label: text('应急避难场所', 'Shelter') },
        { value: 'other', label: text('其他', 'Other') },
      ],
    },
    {
      id: 'name',
      label: text('设施名称', 'Name'),
      headers: ['名称'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      open: true,
      example: '油娄沟社区服务中心',
    },
    {
      id: 'floorArea',
      label: text('建筑面积', 'Floor area'),
      headers: ['面积', '建筑面积(平方米)', '建筑面积平方米', '建筑面积㎡'],
      type: 'area',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '420.50',
    },
    {
      id: 'outdoorArea',
      label: text('室外面积', 'Outdoor area'),
      type: 'area',
      correctable: true,
      open: true,
      example: '',
    },
    { id: 'builtOn', label: text('建成日期', 'Built on'), type: 'date', correctable: true, example: '2019-6-30' },
    {
      id: 'source',
      label: text('来源', 'Source'),
      type: 'choice',
      required: true,
      correctable: true,
      example: '移交',
      options: [
        { value: 'built', label: text('自建', 'Built') },
        { value: 'handed-over', label: text('移交', 'Handed over') },
        { value: 'purchased', label: text('购置', 'Purchased') },
        { value: 'leased', label: text('租赁', 'Leased') },
        { value: 'shared', label: text('共用', 'Shared') },
      ],
    },
    { id: 'leaseUntil', label: text('租期至', 'Lease until'), type: 'date', correctable: true, example: '' },
    {
      id: 'sharePercent',
      label: text('共用份额', 'Share in percent'),
      headers: ['共用份额%', '份额'],
      type: 'whole-number',
      min: 1,
      max: 100,
      correctable: true,
      example: '',
    },
    {
      id: 'handoverDocument',
      label: text('移交文件', 'Hand-over document'),
      headers: ['移交文号'],
      type: 'text',
      max: 60,
      correctable: true,
      example: '',
    },
    {
      id: 'rightHolder',
      label: text('权利人', 'Right holder'),
      headers: ['产权人'],
      type: 'choice',
      correctable: true,
      example: '政府',
      options: [
        { value: 'government', label: text('政府', 'Government'), also: ['县(区)人民政府', '人民政府'] },
        { value: 'committee', label: text('居(村)委会', 'Committee') },
        { value: 'developer', label: text('建设单位', 'Developer') },
        { value: 'owners', label: text('业主共有', 'Owners together') },
        { value: 'other', label: text('其他', 'Other') },
      ],
    },
    {
      id: 'certificate',
      label: text('不动产权证号', 'Certificate of title'),
      headers: ['产权证号'],
      type: 'text',
      max: 60,
      correctable: true,
      example: '',
    },
    {
      id: 'operator',
      label: text('运营方式', 'Run by'),
      type: 'choice',
      correctable: true,
      open: true,
      example: '居(村)委会自管',
      options: [
        { value: 'self', label: text('居(村)委会自管', 'The committee'), also: ['自管'] },
        { value: 'residents', label: text('居民协商管理', 'Residents together') },
        { value: 'entrusted', label: text('委托社会组织', 'An entrusted organisation') },
      ],
    },
    {
      id: 'openingHours',
      label: text('开放时间', 'Opening hours'),
      type: 'text',
      max: 100,
      correctable: true,
      open: true,
      example: '周一至周日 8:00-20:00',
    },
    {
      id: 'usable',
      label: text('可以使用', 'Usable'),
      headers: ['在用', '是否可用'],
      type: 'yes-no',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '是',
    },
    {
      id: 'estate',
      label: text('配建小区', 'For which estate'),
      headers: ['小区'],
      type: 'text',
      max: 60,
      correctable: true,
      example: '',
    },
  ],
  check: faultOf,
}

function faultOf(row: CheckedRow): Fault | undefined {
  if (row.source === 'leased' && row.leaseUntil === undefined)
    return { column: 'leaseUntil', text: text('租赁的须填租期', 'a leased one needs the end of its lease') }
  if (row.source === 'shared' && row.sharePercent === undefined)
    return {
      column: 'sharePercent',
      text: text('共用的须填约定的份额', 'a shared one needs the share that was agreed'),
    }
  if (row.source !== 'shared' && row.sharePercent !== undefined && row.sharePercent !== 100)
    return { column: 'sharePercent', text: text('不共用的不填份额', 'only a shared one has a share') }
  if (row.source === 'handed-over' && row.handoverDocument === undefined)
    return { column: 'handoverDocument', text: text('移交的须填移交文件', 'one handed over needs its document') }
  if (row.certificate !== undefined && row.rightHolder === undefined)
    return { column: 'rightHolder', text: text('有产权证的须填权利人', 'a certificate needs its right holder') }
  return undefined
}

export const premisesRegister = plainRegister(premises)
