/** Form fields (表单项): the one description from which forms are drawn, checked and documented. Pure data. */
import type { Text } from '#kernel/text'

export type FieldType =
  | 'text' // one line
  | 'long-text' // several lines
  | 'whole-number'
  | 'money' // yuan with two decimals, kept in whole fen
  | 'date'
  | 'choice' // one of options
  | 'choices' // several of options
  | 'yes-no'
  | 'phone'
  | 'id-number' // GB 11643
  | 'credit-code' // GB 32100
  | 'bank-account' // 12 to 19 digits
  | 'place' // 12-digit division code

export type FieldValue = string | number | boolean | readonly string[]
export type FormValues = Readonly<Record<string, FieldValue | undefined>>

/** Shown, asked and checked only when the condition holds; compared with the answers already given. */
export type Condition =
  | { readonly field: string; readonly is: FieldValue }
  | { readonly field: string; readonly in: readonly FieldValue[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export type Option = { readonly value: string; readonly label: Text }

export type Field = {
  readonly id: string // kebab-case, unique in its form
  readonly label: Text
  readonly type: FieldType
  readonly hint?: Text
  readonly required?: boolean // default true
  readonly options?: readonly Option[]
  readonly when?: Condition
  readonly min?: number // whole-number, money (fen); text: least characters
  readonly max?: number // whole-number, money (fen); text: most characters
  readonly notBefore?: string // date: a day, or 'today'
  readonly notAfter?: string // date: a day, or 'today'
  /** The register column that holds it (e.g. 'resident.name'); what is held is filled in and not asked again. */
  readonly heldBy?: string
  /** Why it is asked although a register holds something like it: it is another person's, or may differ in fact. */
  readonly askedBecause?: Text
  readonly dataClass?: 'public' | 'internal' | 'personal' | 'sensitive'
}
