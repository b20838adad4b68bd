/** What the desk's admission forms ask, and how their answers become requests. */
import { CATEGORIES, DEMAND_KINDS } from '#capabilities/duty-lists/terms.ts'
import type {
  applyForAdmission,
  applyForAWhile,
  recordOutside,
  sendFunds,
} from '#capabilities/work-admission/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Text } from '#kernel/text'
import type { ShownField } from '../../pages/form-view.tsx'
import { listWords as w } from '../../pages/lists/words.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'

export type BodyOf<One> =
  One extends Endpoint<infer Types> ? (Types['call'] extends { body: infer Body } ? Body : never) : never
export type Begun = { readonly county: string; readonly id: string; readonly number: string }
export type Outside = (typeof recordOutside)['~types'] extends infer Types
  ? NonNullable<Types> extends { answer: infer Answer }
    ? Answer
    : never
  : never

type Place = { readonly code: string; readonly name: Text }

const options = (names: Readonly<Record<string, Text>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))
const field = (id: string, label: Text, type: string, rest: Partial<ShownField> = {}): ShownField => ({
  id,
  label,
  type,
  ...rest,
})
const category = field('category', w.category, 'choice', { options: options(CATEGORIES) })
const text = (values: FormValues, id: string): string => String(values[id] ?? '').trim()

export const outsideForm: readonly ShownField[] = [
  field('office', w.fromOffice, 'text', { max: 60 }),
  field('title', w.title, 'text', { max: 120 }),
  field('kind', w.kind, 'choice', { options: options(DEMAND_KINDS) }),
  category,
  field('role', w.role, 'choice', {
    options: [
      { value: 'assisting', label: w.assisting },
      { value: 'responsible', label: w.responsible },
    ],
  }),
  field('way', w.way, 'choice', {
    options: [
      { value: 'wechat', label: { zh: '微信群', en: 'In a WeChat group' } },
      { value: 'paper', label: { zh: '纸质文件', en: 'On paper' } },
      { value: 'phone', label: { zh: '电话', en: 'By phone' } },
      { value: 'meeting', label: { zh: '会上布置', en: 'At a meeting' } },
      { value: 'visit', label: { zh: '上门', en: 'In person' } },
    ],
  }),
  field('on', w.receivedOn, 'date'),
  field('item', w.citedItem, 'text', { required: false, max: 30 }),
  field('body', w.body, 'long-text', { required: false, max: 4000 }),
]

export function readOutside(values: FormValues, place: string): BodyOf<typeof recordOutside> {
  return {
    demand: {
      kind: text(values, 'kind'),
      category: text(values, 'category'),
      role: text(values, 'role'),
      title: text(values, 'title'),
      body: text(values, 'body'),
    },
    item: text(values, 'item'),
    place,
    office: text(values, 'office'),
    on: text(values, 'on'),
    way: text(values, 'way'),
  } as BodyOf<typeof recordOutside>
}

export function applyForm(counties: readonly Place[], streets: readonly Place[]): readonly ShownField[] {
  const places = (all: readonly Place[]) => all.map((one) => ({ value: one.code, label: one.name }))
  return [
    field('name', w.name, 'text', { max: 120 }),
    field('county', w.county, 'choice', { options: places(counties) }),
    category,
    field('basis', w.basis, 'long-text', { hint: w.basisHint, max: 1500 }),
    field('duty', w.duty, 'long-text', { max: 500 }),
    field('covers', w.covers, 'choices', { options: options(DEMAND_KINDS) }),
    field('object', w.object, 'text', { max: 300 }),
    field('from', w.from, 'date'),
    field('to', w.to, 'date'),
    field('minutes', w.minutesEach, 'whole-number'),
    field('money', w.moneyEach, 'money'),
    field('source', w.moneySource, 'text', { max: 80 }),
    field('conditions', w.conditions, 'text', { required: false, max: 300 }),
    field('training', w.training, 'text', { required: false, max: 300 }),
    field('systems', w.systems, 'text', { required: false, max: 300 }),
    field('contact', w.contact, 'text', { max: 120 }),
    field('street', w.temporaryStreet, 'choice', { required: false, options: places(streets) }),
    field('reason', w.waitsNot, 'text', { required: false, max: 500 }),
  ]
}

export function readApplication(values: FormValues) {
  const application = {
    list: 'L4' as const,
    name: text(values, 'name'),
    category: text(values, 'category'),
    basis: text(values, 'basis')
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
    duty: text(values, 'duty'),
    covers: (values.covers ?? []) as string[],
    from: text(values, 'from'),
    to: text(values, 'to') || null,
    frequency: '',
    minutes: Number(values.minutes ?? 0),
    money: Number(values.money ?? 0),
    source: text(values, 'source'),
    conditions: text(values, 'conditions'),
    forms: [],
  }
  const street = text(values, 'street')
  return {
    full: {
      ...application,
      county: text(values, 'county').slice(0, 6),
      object: text(values, 'object'),
      training: text(values, 'training'),
      systems: text(values, 'systems'),
      contact: text(values, 'contact'),
    } as BodyOf<typeof applyForAdmission>,
    temporary: street
      ? ({ ...application, street, reason: text(values, 'reason') } as BodyOf<typeof applyForAWhile>)
      : undefined,
  }
}

export function fundsForm(
  items: readonly { readonly code: string; readonly name: Text; readonly standard: number }[],
): readonly ShownField[] {
  return [
    field('item', w.item, 'choice', {
      options: items.map((one) => ({
        value: one.code,
        label: {
          zh: `${one.code} ${one.name.zh}(${one.standard / 100} 元)`,
          en: `${one.code} ${one.name.en} (${one.standard / 100} yuan)`,
        },
      })),
    }),
    field('amount', w.amount, 'money'),
    field('from', w.from, 'date'),
    field('to', w.to, 'date'),
    field('agreement', w.agreement, 'text', { max: 60 }),
    field('transferred-on', w.transferredOn, 'date'),
  ]
}

export function readFunds(values: FormValues, places: readonly string[]): BodyOf<typeof sendFunds> {
  return {
    item: text(values, 'item'),
    places: [...places],
    amount: Number(values.amount ?? 0),
    from: text(values, 'from'),
    to: text(values, 'to'),
    agreement: text(values, 'agreement'),
    transferredOn: text(values, 'transferred-on'),
  }
}
