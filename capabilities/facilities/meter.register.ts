/** 能源计量登记册: at which prices the premises are heated, lit and supplied. @plan P3.3.2; domain 2.4 A5 */
import { COMMUNITY_COLUMN, KEEPERS_TO_CITY } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'
import { METER_KINDS, TARIFFS } from './words.ts'

export const meterRegister = plainRegister({
  name: 'meters',
  title: text('能源计量表', 'Meters'),
  placed: 'place',
  uniqueBy: ['place', 'kind', 'number'],
  roles: KEEPERS_TO_CITY,
  columns: [
    COMMUNITY_COLUMN,
    {
      id: 'premises',
      label: text('设施名称', 'Premises'),
      headers: ['所在设施'],
      type: 'text',
      required: true,
      max: 60,
      example: '油娄沟社区服务中心',
    },
    {
      id: 'kind',
      label: text('能源类别', 'Kind'),
      headers: ['类别'],
      type: 'choice',
      required: true,
      open: true,
      example: '供热',
      options: METER_KINDS,
    },
    {
      id: 'number',
      label: text('表号', 'Meter number'),
      headers: ['户号', '用户编号'],
      type: 'text',
      required: true,
      max: 40,
      listed: true,
      example: 'R-000123',
    },
    {
      id: 'tariff',
      label: text('价格类别', 'Tariff'),
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      open: true,
      example: '居民价格',
      options: TARIFFS,
    },
    {
      id: 'supplier',
      label: text('供应单位', 'Supplier'),
      type: 'text',
      max: 60,
      listed: true,
      correctable: true,
      example: '市热力公司',
    },
  ],
})
