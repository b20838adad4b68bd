/** 表单检查: a form that asks for what a register holds, or for "other materials", is refused before anybody sees it. Pure. @plan P3.2.5 一次采集、多方利用 */
import type { Field } from './field.ts'

/** A datum that a register of the city holds, and the words by which forms ask for it. */
export type HeldDatum = { readonly name: string; readonly asks: RegExp }

export type FormFault = {
  readonly field: string
  readonly rule: 'asks-what-is-held' | 'other-materials' | 'held-by-nobody' | 'sensitive-without-reason'
  readonly datum?: string
}

const VAGUE = /其他(?:相关)?(?:材料|证明|资料)|(?:材料|证明)等|other (?:materials|documents)/iu
const SENSITIVE = /宗教|信仰|政治面貌|血型|指纹|人脸|基因/u

/** Faults of one form, in the order of its fields; empty when it may be used. */
export function lintForm(fields: readonly Field[], held: readonly HeldDatum[]): readonly FormFault[] {
  const names = new Set(held.map((one) => one.name))
  return fields.flatMap((field): FormFault[] => {
    const words = `${field.label.zh} ${field.hint?.zh ?? ''} ${field.label.en}`
    const datum = held.find((one) => one.asks.test(field.label.zh))
    return [
      ...(datum && field.heldBy === undefined && field.askedBecause === undefined
        ? [{ field: field.id, rule: 'asks-what-is-held' as const, datum: datum.name }]
        : []),
      ...(field.heldBy !== undefined && !names.has(field.heldBy)
        ? [{ field: field.id, rule: 'held-by-nobody' as const, datum: field.heldBy }]
        : []),
      ...(VAGUE.test(words) ? [{ field: field.id, rule: 'other-materials' as const }] : []),
      ...(SENSITIVE.test(words) && field.askedBecause === undefined
        ? [{ field: field.id, rule: 'sensitive-without-reason' as const }]
        : []),
    ]
  })
}
