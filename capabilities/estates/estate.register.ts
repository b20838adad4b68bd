/** 小区登记册: every housing estate, who is in charge of it, and the three records of its service premises. @plan P3.1.3, P3.3.2, P3.3.4 */
import {
  type CheckedRow,
  COMMUNITY_COLUMN,
  type Fault,
  KEEPERS_TO_CITY,
  type RegisterDefinition,
} from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'
import { COVERAGES } from './words.ts'

const estates: RegisterDefinition = {
  name: 'estates',
  title: text('小区登记册', 'Estates'),
  placed: 'place',
  uniqueBy: ['place', 'name'],
  roles: KEEPERS_TO_CITY,
  columns: [
    { ...COMMUNITY_COLUMN, open: true },
    {
      id: 'name',
      label: text('小区名称', 'Estate'),
      headers: ['小区', '名称'],
      type: 'text',
      required: true,
      max: 40,
      listed: true,
      open: true,
      example: '油娄沟小区',
    },
    {
      id: 'dwellings',
      label: text('规划户数', 'Planned dwellings'),
      headers: ['总户数', '户数'],
      type: 'whole-number',
      required: true,
      min: 1,
      max: 50_000,
      listed: true,
      correctable: true,
      open: true,
      example: '1620',
    },
    {
      id: 'movedIn',
      label: text('已入住户数', 'Households moved in'),
      headers: ['入住户数'],
      type: 'whole-number',
      required: true,
      max: 50_000,
      listed: true,
      correctable: true,
      open: true,
      example: '900',
    },
    {
      id: 'quarter',
      label: text('小区类别', 'Kind of quarter'),
      headers: ['新旧'],
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '新建小区',
      options: [
        { value: 'new', label: text('新建小区', 'New quarter'), also: ['新', '新建'] },
        { value: 'renewal', label: text('旧城连片改造', 'Renewal quarter'), also: ['改造'] },
        { value: 'old', label: text('老旧小区', 'Old quarter'), also: ['旧', '老旧'] },
      ],
    },
    { id: 'builtOn', label: text('竣工日期', 'Completed on'), type: 'date', correctable: true, example: '2019-6-30' },
    {
      id: 'handedOverOn',
      label: text('交付日期', 'Handed over on'),
      type: 'date',
      correctable: true,
      example: '2019-10-1',
    },
    {
      id: 'special',
      label: text('特殊区域', 'Special area'),
      type: 'choice',
      correctable: true,
      example: '',
      options: [
        { value: 'industrial-mining', label: text('工矿企业所在地', 'Industrial or mining site'), also: ['工矿'] },
        { value: 'state-farm', label: text('国有农(林)场', 'State farm or forest farm'), also: ['国有农(林)场'] },
        { value: 'new-residential', label: text('城市新建住宅区', 'New residential area') },
        { value: 'floating-population', label: text('流动人口聚居地', 'Floating-population area') },
        { value: 'relocation', label: text('易地搬迁安置区', 'Relocation resettlement'), also: ['易地扶贫搬迁安置区'] },
      ],
    },
    {
      id: 'coverage',
      label: text('管理覆盖', 'In charge'),
      headers: ['管理归属'],
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '已设居委会',
      options: COVERAGES,
    },
    {
      id: 'coveredSince',
      label: text('覆盖起始日期', 'In charge since'),
      headers: ['代管起始日期'],
      type: 'date',
      correctable: true,
      example: '2020-1-1',
    },
    {
      id: 'entrustedTo',
      label: text('代管居委会', 'Entrusted committee'),
      type: 'place',
      correctable: true,
      open: true,
      example: '',
    },
    {
      id: 'entrustedScope',
      label: text('代管范围', 'Scope of the entrustment'),
      type: 'text',
      max: 200,
      correctable: true,
      example: '',
    },
    {
      id: 'reviewedOn',
      label: text('上次复核日期', 'Last reviewed on'),
      type: 'date',
      correctable: true,
      example: '',
    },
    {
      id: 'adjacent',
      label: text('有相邻居委会', 'Adjacent committee'),
      type: 'yes-no',
      required: true,
      correctable: true,
      example: '是',
    },
    {
      id: 'propertyCompany',
      label: text('有物业服务企业', 'Property company'),
      headers: ['有无物业', '物业'],
      type: 'yes-no',
      required: true,
      correctable: true,
      open: true,
      example: '是',
    },
    {
      id: 'management',
      label: text('自主管理方式', 'Management by residents'),
      headers: ['管理方式'],
      type: 'choice',
      correctable: true,
      open: true,
      example: '',
      options: [
        { value: 'self', label: text('自管', 'Self-managed') },
        { value: 'entrusted', label: text('托管', 'Entrusted') },
        { value: 'shared', label: text('共管', 'Shared') },
      ],
    },
    {
      id: 'planArea',
      label: text('规划用房面积', 'Premises in the plan'),
      type: 'area',
      correctable: true,
      example: '486.00',
    },
    {
      id: 'planOn',
      label: text('纳入规划日期', 'Written in the plan on'),
      type: 'date',
      correctable: true,
      example: '2017-3-1',
    },
    {
      id: 'planDocument',
      label: text('规划文号', 'Planning document'),
      type: 'text',
      max: 60,
      correctable: true,
      example: '',
    },
    {
      id: 'acceptedArea',
      label: text('验收用房面积', 'Premises at acceptance'),
      type: 'area',
      correctable: true,
      example: '486.00',
    },
    { id: 'acceptedOn', label: text('验收日期', 'Accepted on'), type: 'date', correctable: true, example: '2019-8-1' },
    {
      id: 'handoverArea',
      label: text('移交用房面积', 'Premises handed over'),
      type: 'area',
      correctable: true,
      example: '486.00',
    },
    {
      id: 'handoverOn',
      label: text('用房移交日期', 'Premises handed over on'),
      type: 'date',
      correctable: true,
      example: '2019-9-1',
    },
  ],
  check: faultOf,
}

const RECORDS = [
  ['planArea', 'planOn'],
  ['acceptedArea', 'acceptedOn'],
  ['handoverArea', 'handoverOn'],
] as const

function faultOf(row: CheckedRow): Fault | undefined {
  if (Number(row.movedIn) > Number(row.dwellings))
    return { column: 'movedIn', text: text('入住户数多于规划户数', 'more households than dwellings') }
  if (row.coverage === 'entrusted')
    for (const column of ['entrustedTo', 'entrustedScope', 'coveredSince'])
      if (row[column] === undefined)
        return {
          column,
          text: text(
            '由相邻居委会代管的,须填代管居委会、范围和起始日期',
            'an entrusted estate needs the committee, the scope and the first day',
          ),
        }
  if (row.coverage === 'group' && row.coveredSince === undefined)
    return { column: 'coveredSince', text: text('居民小组须填起始日期', 'a residents’ group needs its first day') }
  if (row.management !== undefined && row.propertyCompany === 1)
    return {
      column: 'management',
      text: text('有物业服务企业的小区不填自主管理方式', 'an estate with a property company is not managed by itself'),
    }
  for (const [area, on] of RECORDS)
    if ((row[area] === undefined) !== (row[on] === undefined))
      return { column: on, text: text('面积和日期须同时填写', 'area and date go together') }
  return undefined
}

export const estateRegister = plainRegister(estates)
