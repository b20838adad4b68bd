/** Draws any form from its description; the server checks it again. */
import { type ComponentChildren, Fragment } from 'preact'
import { useSay } from './language.tsx'
import { words } from './words.ts'
import { type Condition, type FieldValue, type FormValues, holds } from '#kernel/form'
import type { Text } from '#kernel/text'
import { Choices, Select, TextArea, TextInput } from '#ui/kit.tsx'

/** A field as it comes over HTTP. */
export type ShownField = {
  id: string
  label: Text
  type: string
  hint?: Text | undefined
  required?: boolean | undefined
  options?: readonly { value: string; label: Text }[] | undefined
  when?: unknown
  min?: number | undefined
  max?: number | undefined
  notBefore?: string | undefined
  notAfter?: string | undefined
  heldBy?: string | undefined
}
export type Aside = (field: string, typed: string, put: (text: string) => void) => ComponentChildren
export type Issues = Readonly<Record<string, Text>>

/** Fields whose condition holds for the answers so far. */
export function asked<One extends ShownField>(fields: readonly One[], values: FormValues): readonly One[] {
  return fields.filter((field) => field.when === undefined || holds(field.when as Condition, values))
}

export function FormView({
  fields,
  values,
  onChange,
  issues,
  prefix,
  aside,
}: {
  fields: readonly ShownField[]
  values: FormValues
  onChange: (values: FormValues) => void
  issues: Issues
  prefix: string
  /** Stands under a long text: what helps to write it. */
  aside?: Aside | undefined
}) {
  const set = (id: string, value: FieldValue | undefined): void => {
    const next: Record<string, FieldValue | undefined> = { ...values, [id]: value }
    const still = new Set(asked(fields, next).map((field) => field.id))
    onChange(
      Object.fromEntries(
        Object.entries(next).filter(
          ([name, one]) => one !== undefined && (still.has(name) || !fields.some((field) => field.id === name)),
        ),
      ),
    )
  }
  return (
    <>
      {asked(fields, values).map((field) => (
        <Fragment key={field.id}>
          <One
            field={field}
            value={values[field.id]}
            set={(value) => set(field.id, value)}
            error={issues[field.id]}
            prefix={prefix}
          />
          {aside && field.type === 'long-text'
            ? aside(field.id, String(values[field.id] ?? ''), (typed) => set(field.id, typed))
            : null}
        </Fragment>
      ))}
    </>
  )
}

function One({
  field,
  value,
  set,
  error,
  prefix,
}: {
  field: ShownField
  value: FieldValue | undefined
  set: (value: FieldValue | undefined) => void
  error: Text | undefined
  prefix: string
}) {
  const say = useSay()
  const id = `${prefix}-${field.id}`
  const same = {
    id,
    label: say(field.label),
    hint: field.hint && say(field.hint),
    error: error && say(error),
    optional: field.required === false ? say(words.optional) : undefined,
  }
  const text = value === undefined ? '' : String(value)
  const put = (typed: string): void => set(typed === '' ? undefined : typed)
  switch (field.type) {
    case 'long-text':
      return <TextArea {...same} value={text} onChange={put} max={field.max} />
    case 'date':
      return <TextInput {...same} type="date" value={text} onChange={put} />
    case 'whole-number':
      return (
        <TextInput
          {...same}
          inputMode="numeric"
          value={text}
          onChange={(typed) => set(typed === '' ? undefined : /^-?\d+$/.test(typed.trim()) ? Number(typed) : typed)}
        />
      )
    case 'money':
      return (
        <TextInput
          {...same}
          inputMode="decimal"
          value={typeof value === 'number' ? String(value / 100) : text}
          onChange={(typed) =>
            set(
              typed === ''
                ? undefined
                : /^\d+(\.\d{1,2})?$/.test(typed.trim())
                  ? Math.round(Number(typed) * 100)
                  : typed,
            )
          }
          hint={same.hint ?? '元 / yuan'}
        />
      )
    case 'phone':
      return <TextInput {...same} type="tel" autoComplete="tel" value={text} onChange={put} />
    case 'yes-no':
      return (
        <Choices
          {...same}
          options={[
            { value: 'yes', label: say(words.yes) },
            { value: 'no', label: say(words.no) },
          ]}
          chosen={value === undefined ? [] : [value === true ? 'yes' : 'no']}
          onChange={([one]) => set(one === 'yes')}
        />
      )
    case 'choices':
      return (
        <Choices
          {...same}
          many
          options={(field.options ?? []).map((one) => ({ value: one.value, label: say(one.label) }))}
          chosen={Array.isArray(value) ? (value as readonly string[]) : []}
          onChange={(all) => set(all.length ? all : undefined)}
        />
      )
    case 'choice': {
      const options = (field.options ?? []).map((one) => ({ value: one.value, label: say(one.label) }))
      return options.length > 6 ? (
        <Select {...same} options={options} none={say(words.chooseOne)} value={text} onChange={put} />
      ) : (
        <Choices
          {...same}
          options={options}
          chosen={value === undefined ? [] : [text]}
          onChange={([one]) => set(one)}
        />
      )
    }
    default:
      return (
        <TextInput
          {...same}
          value={text}
          onChange={put}
          {...(field.type === 'id-number' || field.type === 'bank-account' ? { inputMode: 'text' as const } : {})}
        />
      )
  }
}
