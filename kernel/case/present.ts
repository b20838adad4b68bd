/** What people see of a case: rows of lists, pages, history; sealed values masked until a purpose is given. */
import { ROLES } from '#kernel/authority'
import { type PlainDate, workingDaysBetween } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { Field, FieldType, FieldValue, Option } from '#kernel/form'
import { maskAccount, maskIdNumber, maskPhone } from '#kernel/identity-number'
import { basisText } from '#kernel/law'
import { fen, formatYuan } from '#kernel/money'
import { fill, type RefusalTexts } from '#kernel/outcome/texts.ts'
import { type CaseRow, type MoveView, type Shown, type Timing, versionOf } from '#kernel/procedure'
import { type Text, text } from '#kernel/text'
import { isSealedText, type Keys, unsealText } from '#platform/crypto'
import { describeMoves } from './actions.ts'
import type * as contract from './contract.ts'
import { nameKeys } from './names.ts'
import type { Listed } from './rows.ts'
import type { HistoryFact } from './store.ts'

export type Row = CaseRow & Timing

export type Presenter = { readonly refusals: RefusalTexts; readonly placeName: (code: string) => Text }

/** 红绿灯 of a list row: from the due day alone. */
export function lightOf(
  row: Pick<Row, 'endedOn' | 'suspended' | 'dueOn' | 'openedOn'>,
  today: PlainDate,
  world: Context['world'],
): contract.CaseSummary['light'] {
  if (row.endedOn !== null) return 'done'
  if (row.suspended) return 'suspended'
  if (row.dueOn === null) return 'green'
  if (today > row.dueOn) return 'red'
  const left = workingDaysBetween(world.calendar, today, row.dueOn)
  if (left <= 1) return 'orange'
  return 2 * left > workingDaysBetween(world.calendar, row.openedOn, row.dueOn) ? 'green' : 'yellow'
}

export function summaryOf(context: Context, presenter: Presenter, row: Row): contract.CaseSummary {
  const listed = listedFrom(row)
  const names = Object.fromEntries(
    NAME_KINDS.map((name) => [name, NAMES[name](context, presenter, listed)]),
  ) as contract.Names
  return { ...listedOf(context, listed), ...names }
}

export function listedFrom(row: Row): Listed {
  const nameMasked = (row.data as { nameMasked?: unknown } | null)?.nameMasked
  return { ...row, nameMasked: typeof nameMasked === 'string' ? nameMasked : '' }
}

/** A page of a list: the words its rows share travel once. */
export function listOf(
  context: Context,
  presenter: Presenter,
  rows: readonly Listed[],
): { rows: contract.ListedCase[]; names: Record<string, Text> } {
  const names: Record<string, Text> = {}
  const listed = rows.map((row) => {
    const one = listedOf(context, row)
    const keys = nameKeys(one)
    for (const name of NAME_KINDS) names[keys[name]] ??= NAMES[name](context, presenter, row)
    return one
  })
  return { rows: listed, names }
}

function listedOf({ world, today, acting }: Context, row: Listed): contract.ListedCase {
  return {
    county: row.county,
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    version: row.version,
    subject: row.subject,
    place: row.place,
    step: row.step,
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    provisional: row.provisional || undefined,
    suspended: row.suspended || undefined,
    light: lightOf(row, today, world),
    holder: row.holder,
    endedOn: row.endedOn ?? undefined,
    who: row.nameMasked,
    assignee: row.assignee ?? undefined,
    assigneeIsMe: (acting.kind === 'staff' && row.assignee === acting.person) || undefined,
    isPart: row.parent !== null || undefined,
    revision: row.revision,
  }
}

type NameKind = keyof contract.Names
const NAMES: Readonly<Record<NameKind, (context: Context, presenter: Presenter, row: Listed) => Text>> = {
  procedureTitle: ({ services }, _presenter, row) => versionOf(services.procedures, row).title,
  subjectName: ({ services }, _presenter, row) => services.subjectName(row.procedure, row.subject),
  placeName: (_context, presenter, row) => presenter.placeName(row.place),
  stepText: ({ services }, _presenter, row) => versionOf(services.procedures, row).steps[row.step] ?? same(row.step),
  holderName: ({ world }, _presenter, row) => {
    const holder = world.office(row.holder)
    return text(holder.name, holder.nameEn)
  },
}
const NAME_KINDS = Object.keys(NAMES) as NameKind[]

export function movesOf(context: Context, presenter: Presenter, view: MoveView): contract.MoveView[] {
  return describeMoves(context, view).map(({ name, move, fields, outcome }) => {
    const base = {
      name,
      title: move.title,
      tone: move.tone ?? 'plain',
      files: move.files === true,
      bulk: move.bulk === true,
      basis: basisText(move.because),
      open: outcome.ok,
      fields: fields.map(fieldShape),
      ...(move.hint ? { hint: move.hint } : {}),
    }
    return outcome.ok ? base : { ...base, refusal: refusalShown(presenter, outcome) }
  })
}

export function fieldShape(field: Field): contract.MoveView['fields'][number] {
  const { options, ...rest } = field
  return { ...rest, ...(options ? { options: [...options] } : {}) }
}

function refusalShown(
  presenter: Presenter,
  refusal: { code: string; basis: Parameters<typeof basisText>[0]; facts: Readonly<Record<string, unknown>> },
) {
  const known = presenter.refusals[refusal.code]
  return {
    code: refusal.code,
    text: fill(known?.text ?? text(refusal.code, refusal.code), refusal.facts),
    ...(known?.next ? { next: fill(known.next, refusal.facts) } : {}),
    ...(refusal.basis === 'practice' ? {} : { basis: basisText(refusal.basis) }),
  }
}

/** A value in words; sealed ones masked unless `open`. */
export function valueText(context: Context, shown: Shown, open: boolean): { value: Text; masked: boolean } {
  const { value } = shown
  if (value === undefined || value === '') return { value: text('—', '—'), masked: false }
  if (typeof value === 'object' && 'zh' in value) return { value, masked: false }
  if (isSealedText(value)) {
    const { keys } = context.services
    return open
      ? { value: same(unsealText(keys, value)), masked: false }
      : { value: same(maskedOf(keys, value, shown.type)), masked: true }
  }
  return { value: inWords(value, shown.type, shown.options), masked: false }
}

const masks = new Map<string, string>()
const MASKS_KEPT = 10_000

/** Opened once to be masked; what is kept for the next look is the mask alone. */
function maskedOf(keys: Keys, sealed: string, type: FieldType | undefined): string {
  const key = `${type ?? ''} ${sealed}`
  const known = masks.get(key)
  if (known !== undefined) return known
  const mask = maskOf(unsealText(keys, sealed), type)
  if (masks.size >= MASKS_KEPT) masks.clear()
  masks.set(key, mask)
  return mask
}

function maskOf(plain: string, type: FieldType | undefined): string {
  if (type === 'id-number') return maskIdNumber(plain)
  if (type === 'phone') return maskPhone(plain)
  if (type === 'bank-account') return maskAccount(plain)
  return plain.length <= 1 ? '*' : `${[...plain][0]}${'*'.repeat(Math.min(6, [...plain].length - 1))}`
}

function inWords(value: FieldValue, type: FieldType | undefined, options: readonly Option[] | undefined): Text {
  if (typeof value === 'boolean') return value ? text('是', 'Yes') : text('否', 'No')
  const label = (one: string): Text => options?.find((option) => option.value === one)?.label ?? same(one)
  if (Array.isArray(value))
    return { zh: value.map((one) => label(one).zh).join('、'), en: value.map((one) => label(one).en).join(', ') }
  if (typeof value === 'number') return same(type === 'money' ? formatYuan(fen(value)) : String(value))
  return options ? label(String(value)) : same(String(value))
}

export function same(value: string): Text {
  return text(value, value)
}

/** One line of the history; facts say what was done, offices and roles by whom, never names of staff to residents. */
export function historyEntry(context: Context, family: readonly Row[], fact: HistoryFact): contract.HistoryEntry {
  const office = fact.org === null ? null : context.world.office(fact.org)
  const row = family.find((one) => one.id === fact.case_id)
  const move = row && versionOf(context.services.procedures, row).moves[fact.kind]
  return {
    at: fact.at,
    day: fact.day,
    kind: fact.kind,
    title: move?.title ?? FACT_TITLES[fact.kind] ?? same(fact.kind),
    office: office && text(office.name, office.nameEn),
    role:
      fact.role === 'clock'
        ? text('系统时钟', 'The clock')
        : fact.role === 'resident'
          ? text('申请人', 'Applicant')
          : ((ROLES as Record<string, Text>)[fact.role ?? ''] ?? null),
    onBehalf: fact.on_behalf !== null,
    sealed: fact.sealed,
    ...(fact.kind === 'document-issued' && fact.number ? { detail: fact.number } : {}),
  }
}

const FACT_TITLES: Readonly<Record<string, Text>> = {
  opened: text('提交', 'Submitted'),
  'document-issued': text('出具文书', 'Document issued'),
  noted: text('内部备注', 'Internal note'),
  assigned: text('认领', 'Taken on'),
  unassigned: text('退回本单位待办', 'Laid back for the office'),
  'part-answered': text('联办单位答复', 'A joint office answered'),
  'part-suspended': text('联办单位特别程序', 'A joint office suspended its clock'),
  'part-resumed': text('联办单位恢复计时', 'A joint office resumed'),
  'part-owner-settled': text('办理机关已裁定', 'Who acts was settled'),
  'master-withdrawn': text('主办件已撤回', 'The master case was withdrawn'),
  'master-terminated': text('主办件已终止', 'The master case was terminated'),
}

/** What comes next, in words for the person waiting. */
export function nextInWords(context: Context, row: Row): Text {
  const office = context.world.office(row.holder)
  if (row.endedOn !== null) return text('已办结。', 'Finished.')
  if (row.suspended && row.step === 'correction')
    return text(`请在${row.dueOn ?? ''}前补正材料。`, `Please send the corrections by ${row.dueOn ?? ''}.`)
  if (row.suspended)
    return text(
      `${office.name}正在进行特别程序,期间不计时。`,
      `${office.nameEn} is taking a special step; the clock is suspended.`,
    )
  return text(
    `由${office.name}办理${row.dueOn ? `,${row.dueOn}前完成本环节` : ''}。`,
    `${office.nameEn} is acting${row.dueOn ? `; this step is due by ${row.dueOn}` : ''}.`,
  )
}
