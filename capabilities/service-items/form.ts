/** The form of an item and the materials that apply (表单、材料): one question is asked once, what an office holds is not asked. Pure. */
import { type Field, type FormValues, holds } from '#kernel/form'
import { text } from '#kernel/text'
import { field, option } from './build.ts'
import type { Material, ServiceItem } from './terms.ts'

/** 通用表单项: on every form, held by the register where it can be. @law domain 7.9 */
export const commonFields: readonly Field[] = [
  field('applicant-name', 'text', '姓名', 'Name', { heldBy: 'resident.name', dataClass: 'personal', max: 50 }),
  field('applicant-id-number', 'id-number', '公民身份号码', 'Identity number', {
    heldBy: 'resident.id-number',
    dataClass: 'personal',
  }),
  field('applicant-phone', 'phone', '手机号', 'Phone', {
    heldBy: 'resident.phone',
    dataClass: 'personal',
    required: false,
  }),
  field('applicant-address', 'text', '住址', 'Address', {
    heldBy: 'resident.address',
    dataClass: 'personal',
    max: 120,
    required: false,
  }),
  field('delivery', 'choice', '结果领取方式', 'How to get the result', {
    options: [
      option('window', '窗口领取', 'At the window'),
      option('post', '邮寄', 'By post'),
      option('online', '网上送达', 'On line'),
      option('home', '上门送达', 'At home'),
    ],
  }),
  field('consent', 'yes-no', '同意有关部门为办理本事项核验我的信息', 'The offices may check my data for this matter', {
    hint: text('只用于本事项;查看记录可在“我的”中看到。', 'For this matter only; you can see who looked under “Mine”.'),
  }),
]

/** Situations first, then the item's own fields, then the common ones. */
export function formOf(item: ServiceItem, given: { readonly agent: boolean }): readonly Field[] {
  const situations = item.situations.map(
    (one): Field => ({
      id: one.id,
      label: one.question,
      type: 'choice',
      options: one.options,
      ...(one.when ? { when: one.when } : {}),
    }),
  )
  const consent = given.agent
    ? commonFields.map((one) =>
        one.id === 'consent'
          ? {
              ...one,
              label: text(
                '申请人同意有关部门为办理本事项核验其信息',
                'The applicant lets the offices check the data for this matter',
              ),
            }
          : one,
      )
    : commonFields
  return [...situations, ...item.form, ...consent]
}

/** The materials that apply to these answers. */
export function materialsOf(item: ServiceItem, values: FormValues): readonly Material[] {
  return item.materials.filter((material) => material.when === undefined || holds(material.when, values))
}
