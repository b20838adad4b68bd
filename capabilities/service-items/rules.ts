/** Who may apply, what may be tolerated, what may be published (申请、容缺、发布). Pure. @law ALL arts 30, 42; domain 7.2, 7.4 */
import { addMonths, type PlainDate, type Term } from '#kernel/calendar'
import type { FormValues } from '#kernel/form'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { materialsOf } from './form.ts'
import type { ServiceItem } from './terms.ts'

export type ApplicantFacts = {
  /** whole years on the day; undefined when no birth date is known */
  readonly age: number | undefined
  /** open cases of this item */
  readonly openCases: number
  readonly proofRung: number
}

/** 可否申请. An age that is not known is for the clerk to check. @practice */
export function mayApply(item: ServiceItem, facts: ApplicantFacts): Outcome<void> {
  if (facts.proofRung < item.proof) return refuse('proof-needed', 'practice', { needed: item.proof })
  const own = item.appliesFor === undefined || item.appliesFor === 'self'
  if (own && facts.age !== undefined && item.age?.min !== undefined && facts.age < item.age.min)
    return refuse('too-young', 'practice', { age: facts.age, least: item.age.min })
  if (own && facts.age !== undefined && item.age?.max !== undefined && facts.age > item.age.max)
    return refuse('too-old', 'practice', { age: facts.age, most: item.age.max })
  if (item.oneOpen && facts.openCases > 0) return refuse('same-item-open', 'practice')
  return allow()
}

export type ToleranceFacts = { readonly noToleranceUntil: PlainDate | null; readonly today: PlainDate }

/** 容缺受理: only tolerable materials, never an identity document, never all of them, no money before eligibility. @law policy 7.4 */
export function mayTolerate(
  item: ServiceItem,
  missing: readonly string[],
  values: FormValues,
  facts: ToleranceFacts,
): Outcome<void> {
  if (missing.length === 0) return refuse('nothing-to-tolerate', 'practice')
  if (facts.noToleranceUntil !== null && facts.today <= facts.noToleranceUntil)
    return refuse('tolerance-lost', 'practice', { until: facts.noToleranceUntil })
  const applying = materialsOf(item, values)
  const lacking = applying.filter((material) => missing.includes(material.id))
  const identity = lacking.find((material) => material.identity)
  if (identity) return refuse('identity-not-tolerated', 'practice')
  const hard = lacking.filter((material) => material.necessity !== 'tolerable')
  if (hard.length > 0)
    return refuse('material-not-tolerable', 'practice', { materials: hard.map((material) => material.name.zh) })
  const demanded = applying.filter((material) => material.source === 'applicant')
  if (demanded.length > 0 && demanded.every((material) => missing.includes(material.id)))
    return refuse('all-missing', 'practice')
  if (item.paysMoney && lacking.some((material) => material.id === 'eligibility'))
    return refuse('money-before-eligibility', 'practice')
  return allow()
}

/** After a lapse, no tolerance for so many months. @law policy 7.4 */
export function noToleranceUntil(lapsedOn: PlainDate, months: number): PlainDate {
  return addMonths(lapsedOn, months)
}

/** 证明 that no office may ask a community for, by the words they go under. @law D2020-C; domain 6.5 */
const FORBIDDEN_CERTIFICATES =
  /(亲属关系|居民身份信息|户口登记项目|婚姻状况|出生证明|健在|生存|死亡证明|疾病状况|残疾状况|养犬|居住证明|收养|无犯罪|失业证明|经济状况|财产证明|同一人|无违法|遗失|健康状况).{0,4}证明/
const VAGUE = /^(其他|其它)|(等材料|等证明|其他材料)$/

/** 可否发布: promised never above legal, nothing asked that an office holds, nothing vague, no forbidden certificate, a photo only with a basis. @law ALL art 30; D2020-C */
export function mayPublish(item: ServiceItem, promised: Term, legal: Term | undefined): Outcome<void> {
  if (legal && legal.unit === promised.unit && promised.days > legal.days)
    return refuse('promised-above-legal', 'ALL art 42', { promised: promised.days, legal: legal.days })
  for (const material of item.materials) {
    const material_ = { material: material.name.zh }
    if (VAGUE.test(material.name.zh)) return refuse('material-vague', 'ALL art 30', material_)
    if (FORBIDDEN_CERTIFICATES.test(material.name.zh)) return refuse('certificate-forbidden', 'D2020-C', material_)
    if (material.kind === 'photo' && material.why === undefined)
      return refuse('photo-without-basis', 'practice', material_)
    if (material.identity && material.necessity === 'tolerable')
      return refuse('identity-not-tolerated', 'practice', material_)
    if (material.source === 'applicant' && HELD.test(material.name.zh))
      return refuse('asks-what-is-held', 'plan P3.2.5', material_)
  }
  return allow()
}

/** What the registers of the city hold: never demanded of a person. */
const HELD = /^(居民)?(身份证|户口簿|户口本|居住证|营业执照|残疾人证)/
