/** 部门单独考核登记册: evaluations that a department held of its own, which the plan ends; kept by the communities that met them. @plan P3.3.3; domain 6.3 F7 */
import { plainRegister } from '#kernel/register/plain/index.ts'
import { text } from '#kernel/text'

export const separateEvaluationRegister = plainRegister({
  name: 'separate-evaluations',
  title: text('部门单独考核评比', 'Departments’ own evaluations'),
  placed: 'place',
  uniqueBy: ['place', 'office', 'name', 'on'],
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
      label: text('考核评比名称', 'Evaluation'),
      headers: ['考核名称'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      example: '垃圾分类工作考核',
    },
    {
      id: 'office',
      label: text('组织单位', 'Held by'),
      headers: ['考核单位', '组织部门'],
      type: 'text',
      required: true,
      max: 60,
      listed: true,
      correctable: true,
      example: '市住建局',
    },
    {
      id: 'on',
      label: text('考核日期', 'Day'),
      type: 'date',
      required: true,
      listed: true,
      correctable: true,
      example: '2026-3-2',
    },
  ],
})
