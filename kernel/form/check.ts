/** The check of a filled-in form (表单校验): every issue at its field, with the limits the sentence shows. Pure. */
import { type PlainDate, parsePlainDate } from '#kernel/calendar'
import type { Field, FormValues } from '#kernel/form/field.ts'
import { valueOf, visibleFields } from '#kernel/form/visible.ts'
import { checkCreditCode, checkIdNumber, compact, normalisePhone } from '#kernel/identity-number'
import { isFen } from '#kernel/money'
import type { RefusalFacts } from '#kernel/outcome'

export type FormIssueCode =
  | 'unknown-field'
  | 'hidden-field'
  | 'missing'
  | 'not-text'
  | 'not-yes-or-no'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'not-a-date'
  | 'before-limit'
  | 'after-limit'
  | 'not-an-option'
  | 'not-a-phone'
  | 'not-an-id-number'
  | 'not-a-credit-code'
  | 'not-an-account'
  | 'not-a-place'

/** `facts` hold limits and reasons, never what was typed. */
export type FormIssue = { readonly field: string; readonly code: FormIssueCode; readonly facts: RefusalFacts }

export type FormRules = { readonly today: PlainDate; readonly allowTestIds?: boolean }

type Finding = { readonly code: FormIssueCode; readonly facts?: RefusalFacts }

/** All issues, in the order of the fields; answers to fields the form does not have come last. Throws on no JSON. */
export function checkForm(fields: readonly Field[], given: FormValues, rules: FormRules): readonly FormIssue[] {
  const values = isRecord(given) ? given : {}
  const asked = new Set(visibleFields(fields, values))
  const issues: FormIssue[] = []
  for (const field of fields) {
    const found = asked.has(field) ? checkField(field, valueOf(values, field.id), rules) : checkHidden(field, values)
    if (found !== undefined) issues.push({ field: field.id, code: found.code, facts: found.facts ?? {} })
  }
  const known = new Set(fields.map((field) => field.id))
  for (const [id, value] of Object.entries(values)) {
    if (!known.has(id) && value !== undefined) issues.push({ field: id, code: 'unknown-field', facts: {} })
  }
  return issues
}

function isRecord(given: unknown): boolean {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function checkHidden(field: Field, values: FormValues): Finding | undefined {
  return isEmpty(valueOf(values, field.id)) ? undefined : { code: 'hidden-field' }
}

function checkField(field: Field, value: unknown, rules: FormRules): Finding | undefined {
  if (isEmpty(value)) return field.required === false ? undefined : { code: 'missing' }
  switch (field.type) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? checkLength(field, value) : { code: 'not-text' }
    case 'whole-number':
    case 'money':
      return isFen(value) ? checkSize(field, value) : { code: 'not-a-number' }
    case 'date':
      return checkDate(field, value, rules.today)
    case 'choice':
      return isOption(field, value) ? undefined : { code: 'not-an-option' }
    case 'choices':
      return isOptions(field, value) ? undefined : { code: 'not-an-option' }
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : { code: 'not-yes-or-no' }
    case 'phone':
      return checkPhone(value)
    case 'id-number':
      return checkIdNumberField(value, rules)
    case 'credit-code':
      return checkCreditCodeField(value)
    case 'bank-account':
      return matches(value, /^\d{12,19}$/u) ? undefined : { code: 'not-an-account' }
    case 'place':
      return isPlaceCode(value) ? undefined : { code: 'not-a-place' }
  }
}

/** 未填: nothing, blanks only, an empty list. `false` and 0 are answers. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
}

/** Counted in characters as people count them, without the blanks around. */
function checkLength({ min, max }: Field, value: string): Finding | undefined {
  const length = Array.from(value.trim()).length
  if (min !== undefined && length < min) return { code: 'too-short', facts: { min, length } }
  if (max !== undefined && length > max) return { code: 'too-long', facts: { max, length } }
  return undefined
}

function checkSize({ min, max }: Field, value: number): Finding | undefined {
  if (min !== undefined && value < min) return { code: 'too-small', facts: { min } }
  if (max !== undefined && value > max) return { code: 'too-large', facts: { max } }
  return undefined
}

function checkDate({ notBefore, notAfter }: Field, value: unknown, today: PlainDate): Finding | undefined {
  const day = parsePlainDate(value)
  if (day === undefined) return { code: 'not-a-date' }
  const first = notBefore === 'today' ? today : notBefore
  const last = notAfter === 'today' ? today : notAfter
  if (first !== undefined && day < first) return { code: 'before-limit', facts: { limit: first } }
  if (last !== undefined && day > last) return { code: 'after-limit', facts: { limit: last } }
  return undefined
}

function isOption(field: Field, value: unknown): boolean {
  return (field.options ?? []).some((option) => option.value === value)
}

function isOptions(field: Field, value: unknown): boolean {
  return Array.isArray(value) && new Set(value).size === value.length && value.every((one) => isOption(field, one))
}

function checkPhone(value: unknown): Finding | undefined {
  const outcome = typeof value === 'string' ? normalisePhone(value) : undefined
  if (outcome?.ok === true) return undefined
  return { code: 'not-a-phone', facts: reasonOf(outcome?.code) }
}

function checkIdNumberField(value: unknown, { today, allowTestIds }: FormRules): Finding | undefined {
  const outcome =
    typeof value === 'string' ? checkIdNumber(value, { today, allowTest: allowTestIds === true }) : undefined
  if (outcome?.ok === true) return undefined
  return { code: 'not-an-id-number', facts: { ...outcome?.facts, ...reasonOf(outcome?.code) } }
}

function checkCreditCodeField(value: unknown): Finding | undefined {
  const outcome = typeof value === 'string' ? checkCreditCode(value) : undefined
  if (outcome?.ok === true) return undefined
  return { code: 'not-a-credit-code', facts: { ...outcome?.facts, ...reasonOf(outcome?.code) } }
}

/** The code of the finer refusal, whose sentence is shown instead of the general one. */
function reasonOf(code: string | undefined): RefusalFacts {
  return code === undefined ? {} : { reason: code }
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(compact(value))
}

/** 区划代码: 12 digits; below an empty level all levels are empty. Whether the place exists is for the register. */
function isPlaceCode(value: unknown): boolean {
  return typeof value === 'string' && /^[1-9]\d{11}$/u.test(value) && !/000(?!000)\d{3}$/u.test(value)
}
