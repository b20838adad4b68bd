/** 机构名称沿革: the names that offices had, until when, and what they are called now. @practice domain 20.4 */
import type { RegisterDefinition } from '#kernel/register/definition.ts'
import { plainRegister } from '#kernel/register/plain'
import { text } from '#kernel/text'
import { placeColumn } from './organisation.register.ts'
import { CHANGES, STANDINGS } from './terms.ts'

export const nameRegister: RegisterDefinition = {
  name: 'organisation-names',
  title: text('机构名称沿革', 'Names of offices'),
  placed: 'place',
  roles: ['street_admin', 'county_office', 'city_office'],
  uniqueBy: ['place', 'name', 'office'],
  check: (row) =>
    row.from !== undefined && row.to !== undefined && row.to < row.from
      ? { column: 'to', text: text('早于启用日期', 'before the name was first used') }
      : undefined,
  columns: [
    {
      id: 'name',
      label: text('曾用名', 'Former name'),
      headers: ['原名称', '旧名称'],
      type: 'text',
      required: true,
      max: 80,
      listed: true,
      open: true,
      example: '市法制办',
    },
    {
      id: 'office',
      label: text('现名称', 'Name today'),
      headers: ['现在名称', '新名称'],
      type: 'text',
      required: true,
      max: 80,
      listed: true,
      open: true,
      correctable: true,
      example: '市司法局',
    },
    {
      id: 'change',
      label: text('沿革方式', 'Change'),
      type: 'choice',
      options: CHANGES,
      required: true,
      open: true,
      correctable: true,
      example: '并入',
    },
    {
      id: 'from',
      label: text('启用日期', 'Used from'),
      type: 'date',
      open: true,
      correctable: true,
      example: '',
    },
    {
      id: 'to',
      label: text('用至', 'Used until'),
      headers: ['停用日期'],
      type: 'date',
      listed: true,
      open: true,
      correctable: true,
      example: '2018-12-31',
    },
    {
      id: 'standing',
      label: text('核实情况', 'How sure'),
      type: 'choice',
      options: STANDINGS,
      required: true,
      listed: true,
      open: true,
      correctable: true,
      example: '未核实',
    },
    {
      id: 'document',
      label: text('依据文件', 'Document'),
      headers: ['文号'],
      type: 'text',
      max: 120,
      open: true,
      correctable: true,
      example: '',
    },
    placeColumn,
  ],
}

export const organisationNames = plainRegister(nameRegister)
