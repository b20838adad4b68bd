/** Which fields are asked (显示条件): conditions over the answers already given. Pure; takes any JSON and never throws. */
import type { Condition, Field, FieldValue, FormValues } from '#kernel/form/field.ts'

/**
 * A list answer meets `is` and `in` when it holds the value; against a list, when both hold the same. An answer not
 * given meets nothing.
 */
export function holds(condition: Condition, values: FormValues): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values))
  if ('any' in condition) return condition.any.some((part) => holds(part, values))
  if ('not' in condition) return !holds(condition.not, values)
  const answer = valueOf(values, condition.field)
  if ('in' in condition) return condition.in.some((wanted) => isSame(answer, wanted))
  return isSame(answer, condition.is)
}

/** The fields to ask, in order. An answer to an earlier field that is not asked counts as not given. */
export function visibleFields(fields: readonly Field[], values: FormValues): readonly Field[] {
  const hidden = new Set<string>()
  const asked: Field[] = []
  for (const field of fields) {
    if (field.when === undefined || holds(field.when, without(values, hidden))) asked.push(field)
    else hidden.add(field.id)
  }
  return asked
}

/** The answer given under an id; what objects inherit is no answer. */
export function valueOf(values: FormValues, id: string): FieldValue | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined
}

function without(values: FormValues, hidden: ReadonlySet<string>): FormValues {
  return hidden.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([id]) => !hidden.has(id)))
}

function isSame(answer: FieldValue | undefined, wanted: FieldValue): boolean {
  if (!isList(answer)) return answer === wanted
  if (!isList(wanted)) return typeof wanted === 'string' && answer.includes(wanted)
  return answer.length === wanted.length && wanted.every((one) => answer.includes(one))
}

function isList(value: FieldValue | undefined): value is readonly string[] {
  return Array.isArray(value)
}
