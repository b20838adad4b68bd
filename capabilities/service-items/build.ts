/** Short hands for writing items down (事项的写法): each makes plain data of the types in terms.ts. */
import type { Field, FieldType, Option } from '#kernel/form'
import { type Text, text } from '#kernel/text'
import type { FlowStage, Material, OfficeRef, ServiceItem, Situation } from './terms.ts'

type Rest<T, K extends keyof T> = Partial<Omit<T, K>>

/** 表单材料: the form itself, filled in here. */
export const form = (zh = '申请表', en = 'Application form'): Material => ({
  id: 'form',
  name: text(zh, en),
  kind: 'form',
  source: 'applicant',
  necessity: 'required',
})
/** 申请人提交 */
export const brought = (id: string, zh: string, en: string, more: Rest<Material, 'id' | 'name'> = {}): Material => ({
  id,
  name: text(zh, en),
  kind: 'copy',
  source: 'applicant',
  necessity: more.when ? 'conditional' : 'required',
  ...more,
})
/** 共享核验: fetched by an office, never demanded. */
export const shared = (
  id: string,
  zh: string,
  en: string,
  fromZh: string,
  fromEn: string,
  more: Rest<Material, 'id' | 'name'> = {},
): Material => ({
  id,
  name: text(zh, en),
  kind: 'e-document',
  source: 'shared',
  necessity: 'required',
  from: text(fromZh, fromEn),
  ...more,
})
/** 可容缺 */
export const tolerable = (id: string, zh: string, en: string, more: Rest<Material, 'id' | 'name'> = {}): Material => ({
  id,
  name: text(zh, en),
  kind: 'copy',
  source: 'applicant',
  necessity: 'tolerable',
  ...more,
})

export const idCard = shared('id-card', '居民身份证', 'Identity card', '公安机关人口库', 'police population register', {
  identity: true,
})
export const hukou = shared('hukou', '户口簿信息', 'Household register', '公安机关人口库', 'police population register')

export const option = (value: string, zh: string, en: string): Option => ({ value, label: text(zh, en) })
export const field = (
  id: string,
  type: FieldType,
  zh: string,
  en: string,
  more: Rest<Field, 'id' | 'type' | 'label'> = {},
): Field => ({ id, type, label: text(zh, en), ...more })
export const situation = (id: string, zh: string, en: string, options: readonly Option[]): Situation => ({
  id,
  question: text(zh, en),
  options,
})

export const account = field('bank-account', 'bank-account', '申请人本人银行账号', 'The applicant’s own bank account', {
  dataClass: 'sensitive',
  hint: text('补贴只发到申请人本人账户。', 'Money is paid to the applicant’s own account only.'),
})

export const stage = (
  id: string,
  order: number,
  office: OfficeRef,
  zh: string,
  en: string,
  days: number,
): FlowStage => ({ id, order, office, task: text(zh, en), days })

export type Written = Pick<ServiceItem, 'code' | 'name' | 'summary' | 'words' | 'materials' | 'result'> &
  Rest<ServiceItem, 'code' | 'name' | 'summary' | 'words' | 'materials' | 'result'>

/** An item with what most items share filled in; immediate ones are done at the community's own window. */
export function item(written: Written): ServiceItem {
  const handling = written.handling ?? 'immediate'
  const owner = written.owner ?? 'community'
  return {
    field: Number(written.code.slice(3, 5)) as ServiceItem['field'],
    kind: 'public-service',
    objects: 'natural-person',
    basis: ['practice'],
    conditions: [],
    paysMoney: false,
    proof: 1,
    situations: [],
    form: [],
    visits: 0,
    oneOpen: true,
    ...written,
    handling,
    owner,
    flow: written.flow ?? [stage('decide', 1, owner, '办理', 'Handle', 0)],
  }
}

export const named = (zh: string, en: string): Text => text(zh, en)
