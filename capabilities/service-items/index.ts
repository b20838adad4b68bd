/** Front door of the service catalogue (政务服务事项目录). */
import { benefits } from './items/field-10.ts'
import { education } from './items/field-04.ts'
import { employment } from './items/field-01.ts'
import { health } from './items/field-03.ts'
import { assistance } from './items/field-06.ts'
import { housing } from './items/field-07.ts'
import { publicSafety } from './items/field-08.ts'
import { socialSecurity } from './items/field-02.ts'
import { socialServices } from './items/field-05.ts'
import { cultureAndSport } from './items/field-09.ts'
import { type Text, text } from '#kernel/text'
import { searchAmong } from './search.ts'
import type { ServiceField, ServiceItem } from './terms.ts'

export { commonFields, formOf, materialsOf } from './form.ts'
export { cataloguePack, servicePacks, valueTitlesOf } from './packs.ts'
export { mayApply, mayPublish, mayTolerate, noToleranceUntil } from './rules.ts'
export { catalogueTexts } from './texts.ts'
export type { ServiceField, ServiceItem } from './terms.ts'

/** 十个领域 of plan 3.2.2, in its order. */
export const FIELDS: readonly { readonly field: ServiceField; readonly name: Text; readonly icon: string }[] = [
  { field: 1, name: text('劳动就业', 'Employment'), icon: 'work' },
  { field: 2, name: text('社会保障', 'Social security'), icon: 'shield' },
  { field: 3, name: text('卫生计生', 'Health and family'), icon: 'health' },
  { field: 4, name: text('教育事业', 'Education'), icon: 'school' },
  { field: 5, name: text('社会服务', 'Social services'), icon: 'people' },
  { field: 6, name: text('社会救助', 'Social assistance'), icon: 'hand-heart' },
  { field: 7, name: text('住房保障', 'Housing'), icon: 'house' },
  { field: 8, name: text('公共安全', 'Public safety'), icon: 'safety' },
  { field: 9, name: text('文体服务', 'Culture and sport'), icon: 'culture' },
  { field: 10, name: text('惠民政策', 'Benefits'), icon: 'wheat' },
]

export const ITEMS: readonly ServiceItem[] = [
  employment,
  socialSecurity,
  health,
  education,
  socialServices,
  assistance,
  housing,
  publicSafety,
  cultureAndSport,
  benefits,
].flat()

const byCode = new Map(ITEMS.map((item) => [item.code, item]))

/** Throws for a code that a case cannot have. */
export function itemByCode(code: string): ServiceItem {
  const found = byCode.get(code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

export function searchItems(query: string): readonly ServiceItem[] {
  return searchAmong(ITEMS, query)
}
