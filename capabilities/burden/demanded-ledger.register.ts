/** 台账登记册: what communities are made to keep: for whom, how many fields, how often. @plan P3.3.3 精简工作台账; domain 6.3 F5 */
import type { CheckedRow } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'
import { FREQUENCIES } from './terms.ts'

export const demandedLedgerRegister = plainRegister({
  name: 'demanded-ledgers',
  title: text('要求报送的台账', 'Ledgers demanded'),
  placed: 'place',
  uniqueBy: ['place', 'office', 'name'],
  columns: [
    {
      id: 'place',
      label: text('社区', 'Community'),
      headers: ['所属社区', '区划代码'],
      type: 'place',
      required: true,
      example: '140302001001',
    },
    {
      id: 'name',
      label: text('台账名称', 'Ledger'),
      headers: ['报表名称'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      example: '高龄老人花名册',
    },
    {
      id: 'office',
      label: text('要求单位', 'Demanded by'),
      headers: ['责任部门', '报送部门'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      example: '市民政局',
    },
    {
      id: 'frequency',
      label: text('报送频次', 'How often'),
      headers: ['频次', '报送周期'],
      type: 'choice',
      required: true,
      listed: true,
      correctable: true,
      example: '每月',
      options: FREQUENCIES,
    },
    {
      id: 'fields',
      label: text('字段数', 'Fields'),
      headers: ['字段数量'],
      type: 'whole-number',
      required: true,
      min: 1,
      max: 5000,
      correctable: true,
      example: '12',
    },
    {
      id: 'held',
      label: text('其中登记册已有', 'Of these, held'),
      type: 'whole-number',
      max: 5000,
      correctable: true,
      example: '11',
    },
    {
      id: 'photos',
      label: text('要求照片数', 'Photos'),
      headers: ['照片数'],
      type: 'whole-number',
      max: 500,
      correctable: true,
      example: '0',
    },
    {
      id: 'from',
      label: text('开始日期', 'From'),
      type: 'date',
      required: true,
      correctable: true,
      example: '2025-1-1',
    },
    { id: 'until', label: text('停止日期', 'Until'), type: 'date', correctable: true, example: '' },
  ],
  check: (row: CheckedRow) => {
    if (Number(row.held ?? 0) > Number(row.fields))
      return { column: 'held', text: text('已有的字段多于全部字段', 'more fields held than there are') }
    return row.until !== undefined && String(row.until) < String(row.from)
      ? { column: 'until', text: text('停止日期早于开始日期', 'it ends before it begins') }
      : undefined
  },
})
