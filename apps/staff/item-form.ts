/** What the desk asks of an item of a draft list, and how the answers become the item. Pure. */
import type { putDutyItem, SaidItem } from '#capabilities/duty-lists/contract.ts'
import {
  CATEGORIES,
  CERTIFICATE_BLANKS,
  CERTIFICATE_FOR,
  DEMAND_KINDS,
  type ItemStep,
  type ListId,
} from '#capabilities/duty-lists/terms.ts'
import type { Field, FormValues } from '#kernel/form'
import { type Basis, basisText, LAWS } from '#kernel/law'
import { type Text, text } from '#kernel/text'
import { listWords as w } from '../../pages/lists/words.ts'
import type { BodyOf } from './admission-forms.ts'

export type { SaidItem }
export type PutItem = NonNullable<BodyOf<typeof putDutyItem>['item']>
type Certificate = NonNullable<PutItem['certificate']>
type Option = { readonly value: string; readonly label: Text }

const options = (names: Readonly<Record<string, Text>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** `offices` may lead; the code of an item that stands is not changed. */
export function itemFields(list: ListId, offices: readonly Option[], stands: boolean): readonly Field[] {
  const assistance = list === 'L4'
  return [
    ...(stands
      ? []
      : ([
          { id: 'code', label: w.code, hint: text(`如${list}-001`, `Such as ${list}-001`), type: 'text', max: 23 },
        ] as const)),
    { id: 'name', label: w.itemName, type: 'text', min: 2, max: 120 },
    { id: 'name-en', label: w.nameEnglish, type: 'text', required: false, max: 200 },
    { id: 'category', label: w.category, type: 'choice', options: options(CATEGORIES) },
    { id: 'lead', label: w.leadOffice, type: 'choice', options: offices },
    { id: 'duty', label: w.duty, type: 'long-text', min: 2, max: 500 },
    { id: 'frequency', label: w.frequency, type: 'text', required: false, max: 40 },
    { id: 'from', label: w.from, type: 'date' },
    { id: 'to', label: w.to, hint: w.toHint, type: 'date', required: false },
    { id: 'minutes', label: w.minutesEach, type: 'whole-number', required: false, min: 0, max: 100_000 },
    {
      id: 'money',
      label: w.moneyEach,
      type: 'money',
      required: assistance,
      min: assistance ? 1 : 0,
      max: 1_000_000_000,
    },
    { id: 'unit', label: w.unit, type: 'text', required: false, max: 40 },
    { id: 'source', label: w.moneySource, type: 'text', required: assistance, max: 80 },
    { id: 'conditions', label: w.conditions, type: 'text', required: false, max: 300 },
    { id: 'forms', label: w.forms, hint: w.oneALine, type: 'long-text', required: false, max: 1000 },
    {
      id: 'covers',
      label: w.covers,
      type: 'choices',
      required: list === 'L3' || assistance,
      options: options(DEMAND_KINDS),
    },
    ...(list === 'L7' ? CERTIFICATE_FIELDS : []),
  ]
}

const BLANKS = Object.values(CERTIFICATE_BLANKS)
  .map((one) => `{${one}}`)
  .join('')
/** What stands on a certificate that is retained. */
const CERTIFICATE_FIELDS: readonly Field[] = [
  { id: 'for', label: w.certificateFor, type: 'choice', options: options(CERTIFICATE_FOR) },
  { id: 'facts', label: w.certificateFacts, hint: w.oneALine, type: 'long-text', max: 500 },
  {
    id: 'template',
    label: w.certificateText,
    hint: text(
      `每个核实事项写作{事项},另可用${BLANKS}`,
      `Each fact stands as {fact}, by its Chinese name; besides, there are ${BLANKS}`,
    ),
    type: 'long-text',
    min: 5,
    max: 1000,
  },
  { id: 'validDays', label: w.certificateDays, type: 'whole-number', required: false, min: 1, max: 3650 },
  { id: 'words', label: w.certificateWords, hint: w.oneALine, type: 'long-text', required: false, max: 300 },
]

const lines = (value: FormValues[string]): string[] =>
  String(value ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** Facts keep the names they go by while their words stay. */
function certificateOf(code: string, values: FormValues, kept: Certificate | undefined): Certificate {
  const known = new Map(kept?.facts.map((fact) => [fact.label.zh, fact]))
  const taken = new Set(kept?.facts.map(({ id }) => id))
  const free = (): string => {
    for (let n = 1; ; n++) if (!taken.has(`fact-${n}`)) return taken.add(`fact-${n}`) && `fact-${n}`
  }
  return {
    kind: kept?.kind ?? code,
    words: lines(values.words),
    for: String(values.for) as Certificate['for'],
    facts: lines(values.facts).map((label) => known.get(label) ?? { id: free(), label: text(label, label) }),
    template: String(values.template ?? '').trim(),
    validDays: values.validDays === undefined || values.validDays === '' ? null : Number(values.validDays),
  }
}

export const stepFields: readonly Field[] = [
  { id: 'who', label: w.stepWho, type: 'text', max: 60 },
  { id: 'does', label: w.stepDoes, type: 'text', min: 2, max: 300 },
  { id: 'within', label: w.stepWithin, type: 'text', required: false, max: 40 },
  { id: 'form', label: w.stepForm, type: 'text', required: false, max: 80 },
  { id: 'risk', label: w.stepRisk, type: 'text', required: false, max: 200 },
  { id: 'disclosed', label: w.stepDisclosed, type: 'yes-no', required: false },
]

/** A legal basis as it is chosen: the text, and where in it. */
export type ChosenBasis = { readonly law: string; readonly place: string }
const PLAN = 'plan'
const LAW_OPTIONS: readonly Option[] = [
  { value: PLAN, label: text('《关于加强和完善城乡社区治理的实施方案》', 'The Implementation Plan') },
  ...Object.keys(LAWS).map((code) => ({ value: code, label: basisText(code as Basis) })),
]
/** Every text that can be a basis, the plan first. */
export const lawOptions = (): readonly Option[] => LAW_OPTIONS

export function chosenBasis(code: string): ChosenBasis {
  if (code.startsWith('plan P')) return { law: PLAN, place: code.slice(6) }
  const [law = '', place = ''] = code.split(' art ')
  return { law, place }
}
export function basisCode({ law, place }: ChosenBasis): string {
  if (law === PLAN) return `plan P${place.trim()}`
  return place.trim() ? `${law} art ${place.trim()}` : law
}

/** The next free code of a list, in three digits or more. */
export function nextCode(list: ListId, items: readonly { readonly code: string }[]): string {
  const numbers = items.map(({ code }) => /^L\d-(\d{1,6})$/.exec(code)?.[1]).map(Number)
  return `${list}-${String(Math.max(0, ...numbers.filter(Number.isFinite)) + 1).padStart(3, '0')}`
}

export function valuesOf(item: SaidItem): FormValues {
  return {
    name: item.name.zh,
    'name-en': item.name.en === item.name.zh ? undefined : item.name.en,
    category: item.category,
    lead: item.lead,
    duty: item.duty,
    covers: item.covers,
    frequency: item.frequency || undefined,
    from: item.from,
    to: item.to ?? undefined,
    minutes: item.minutes,
    money: item.funds?.standard,
    unit: item.funds?.unit,
    source: item.funds?.source,
    conditions: item.conditions || undefined,
    forms: item.forms.join('\n') || undefined,
    for: item.certificate?.for,
    facts: item.certificate?.facts.map(({ label }) => label.zh).join('\n'),
    template: item.certificate?.template,
    validDays: item.certificate?.validDays ?? undefined,
    words: item.certificate?.words.join('\n') || undefined,
  }
}

export function stepValues(step: ItemStep): FormValues {
  return Object.fromEntries(Object.entries(step).filter(([, value]) => value !== ''))
}

/** What is asked beside the plain fields. */
export type Besides = {
  readonly basis: readonly ChosenBasis[]
  readonly assist: readonly string[]
  readonly steps: readonly FormValues[]
}

/** @param stands the item as it is in the draft, when it is changed */
export function itemOf(
  list: ListId,
  code: string,
  values: FormValues,
  { basis, assist, steps }: Besides,
  stands: SaidItem | undefined,
): PutItem {
  const said = (id: string, from: FormValues = values): string => String(from[id] ?? '').trim()
  const money = Number(values.money ?? 0)
  const name = said('name')
  return {
    code,
    name: { zh: name, en: said('name-en') || name },
    category: said('category') as PutItem['category'],
    basis: basis.filter(({ law }) => law).map(basisCode),
    lead: said('lead'),
    assist: [...assist],
    duty: said('duty'),
    covers: [...((values.covers ?? []) as PutItem['covers'])],
    steps: steps.map((step) => ({
      who: said('who', step),
      does: said('does', step),
      within: said('within', step),
      form: said('form', step),
      disclosed: step.disclosed === true,
      risk: said('risk', step),
    })),
    frequency: said('frequency'),
    from: said('from'),
    to: said('to') || null,
    minutes: Number(values.minutes ?? 0),
    funds: money > 0 ? { standard: money, unit: said('unit') || '社区·年', source: said('source') } : null,
    conditions: said('conditions'),
    forms: lines(values.forms),
    path: stands?.path ?? 'full',
    ...(list === 'L7' ? { certificate: certificateOf(code, values, stands?.certificate) } : {}),
  }
}
