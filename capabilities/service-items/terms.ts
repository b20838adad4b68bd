/** The nouns of the service catalogue (政务服务事项目录). @law ALL art 30 (what must be published of an item); domain 7.2 */
import type { Condition, Field, Option } from '#kernel/form'
import type { Basis } from '#kernel/law'
import type { Text } from '#kernel/text'

/** The ten fields (十个领域) of plan 3.2.2, in its order. */
export type ServiceField = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

export type ItemKind = 'licence' | 'payment' | 'confirmation' | 'reward' | 'public-service' | 'other'

/** 材料: a shared material is fetched by an office and never demanded of the applicant. */
export type Material = {
  readonly id: string // kebab-case, unique within the item
  readonly name: Text
  readonly kind: 'form' | 'original' | 'copy' | 'e-document' | 'photo'
  readonly source: 'applicant' | 'shared' | 'third-party'
  /** required 必要; conditional 有条件 (see `when`); tolerable 可容缺 */
  readonly necessity: 'required' | 'conditional' | 'tolerable'
  readonly when?: Condition // on form answers and situations
  readonly identity?: boolean // an identity document: never tolerated
  readonly from?: Text // for shared: which office's data it is
  readonly why?: Basis // a photo needs a basis
}

/** 办理情形: a question whose answer decides materials, form fields and flow. Answers live in the form values under its id. */
export type Situation = {
  readonly id: string
  readonly question: Text
  readonly options: readonly Option[]
  readonly when?: Condition
}

/** One office's part (环节). Stages with the same `order` run in parallel; a higher order waits for the lower ones. */
export type FlowStage = {
  readonly id: string
  readonly order: number
  readonly office: OfficeRef
  readonly task: Text
  readonly days: number // working days of this part
}

/** 'community' and 'street' are found from the place of the case; others are office codes of `organisations`. */
export type OfficeRef = 'community' | 'street' | 'county' | `office:${string}`

export type Term = { readonly days: number; readonly unit: 'working-days' | 'days' }

export type ServiceItem = {
  readonly code: string // YQ-01-001
  readonly field: ServiceField
  readonly name: Text
  readonly summary: Text // one plain sentence: who, what for
  readonly words: readonly string[] // everyday wordings and search words, Chinese
  readonly kind: ItemKind
  readonly objects: 'natural-person' | 'legal-person' | 'both'
  readonly owner: OfficeRef // the office that owns the result (责任部门)
  readonly basis: readonly Basis[]
  readonly conditions: readonly Text[] // who qualifies, in words
  readonly handling: 'immediate' | 'promised' | 'batch' // 即办件 | 承诺件 | 批次办理
  /** Names of pack values: `service.promised.<code>` and `service.legal.<code>`; the numbers live in packs/. */
  readonly publicity?: Term // special step 公示, not counted (R7)
  readonly batchDue?: string // '--10-31' month-day for yearly batches
  readonly paysMoney: boolean
  readonly appliesFor?: 'self' | 'minor' | 'deceased' | 'household'
  readonly age?: { readonly min?: number; readonly max?: number } // whole years on the day of application
  readonly proof: 1 | 2 | 3 // rung of the ladder needed: 1 phone, 2 vouched in person or register match, 3 real name
  readonly situations: readonly Situation[]
  readonly materials: readonly Material[]
  readonly form: readonly Field[] // the item's own fields; the common ones are added by `formOf`
  readonly flow: readonly FlowStage[]
  readonly result: Text // what the applicant gets
  readonly visits: 0 | 1
  readonly oneOpen: boolean // one applicant, same item, one open case
  readonly note?: Text
  readonly secret?: boolean // never in a public list (children)
}
