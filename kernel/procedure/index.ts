/**
 * Procedures (办事流程) as data: steps, and for every move who makes it, from where, because of what.
 * A published version is never edited; a case keeps the version it began under. Pure.
 */
import type { Acting, Actor, Role } from '#kernel/authority'
import type { PlainDate, WorkCalendar } from '#kernel/calendar'
import type { Field, FieldType, FieldValue, FormValues, Option } from '#kernel/form'
import type { Basis } from '#kernel/law'
import type { Outcome } from '#kernel/outcome'
import type { ResolvedValue } from '#kernel/pack'
import type { Text } from '#kernel/text'

/** Where a case stands. `data` belongs to the procedure; the columns beside it are what lists need. */
export type CaseRow<Data = unknown> = {
  readonly county: string
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly version: number
  readonly subject: string
  readonly place: string
  readonly step: string
  readonly revision: number
  readonly root: string
  readonly parent: string | null
  readonly holder: string
  readonly orgs: readonly string[]
  readonly assignee: string | null
  readonly applicant: string | null
  readonly agent: string | null
  readonly openedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly overdueReason: string | null
  readonly data: Data
}

/** What a procedure says of a case's time after each move; kept as columns. */
export type Timing = {
  readonly dueOn: PlainDate | null
  readonly provisional: boolean
  readonly suspended: boolean
  /** The first day on which a move of the clock is due. */
  readonly nextOn: PlainDate | null
}

export type Office = {
  readonly id: string
  readonly code: string
  readonly county: string
  readonly kind: string
  readonly name: string
  readonly nameEn: string
  readonly place: string
  readonly parent: string | null
  readonly series: string
}

/** One community or other place, or why it is not one. */
export type FoundCommunity = { readonly code: string } | 'none' | 'several'

/** All that a rule may know besides the case: the day, the calendar, the dated values, the offices. */
export type World = {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  value<Value>(name: string, on: PlainDate, place: string): ResolvedValue<Value>
  /** The same, for values that need not exist. */
  findValue<Value>(name: string, on: PlainDate, place: string): ResolvedValue<Value> | undefined
  office(id: string): Office
  /** The office of a reference: 'community' and 'street' from the place, 'county', or `office:code`. */
  officeOf(reference: string, place: string): Office
  /** The city or county office with exactly this name, if there is one. */
  officeNamed(name: string): Office | undefined
  /** The name of a place; its code when there is none. */
  placeName(code: string): Text
  /** The code of a community, or of a street or county where none has that name, by its code or by a name that is its own below `under`. */
  communityNamed(typed: string, under: string): FoundCommunity
  /** Some register counts this indicator (有登记数据), so that nobody gives its value by hand. */
  isCounted(indicator: string): boolean
  /** The office that watches over another one. */
  superiorOf(officeId: string, place: string): Office
}

/** A document to be issued with the move; its number and verification code are given by the kernel. */
export type DocumentDraft = { readonly kind: string; readonly office: string; readonly content: unknown }
export type NoticeDraft = {
  readonly person: string
  readonly kind: string
  readonly content: Readonly<Record<string, string>>
}

/** A sub-case for another office, or a follow-up. */
export type NewCase = {
  readonly procedure: string
  readonly subject: string
  readonly step: string
  readonly holder: string
  readonly orgs: readonly string[]
  readonly data: unknown
  readonly applicant?: string | null
  /** The case it is part of; default the one that moves. */
  readonly parent?: string
}

export type DataPatch = Readonly<Record<string, unknown>>

/** What a move changes. Left out means: as it was. */
export type Change = {
  readonly step?: string
  readonly holder?: string
  readonly orgs?: readonly string[]
  readonly assignee?: string | null
  readonly overdueReason?: string | null
  /** Nobody acts for the applicant any more. */
  readonly agent?: null
  readonly ended?: boolean
  /** Replaces whole keys of data; as a function it gets the numbers of the documents issued with the move, by kind. */
  readonly data?: DataPatch | ((numbers: Readonly<Record<string, string>>) => DataPatch)
  readonly documents?: readonly DocumentDraft[]
  readonly notices?: readonly NoticeDraft[]
  readonly opens?: readonly NewCase[]
  /** Changes of other cases of the family, by id. */
  readonly others?: Readonly<
    Record<string, Omit<Change, 'opens' | 'others' | 'documents' | 'notices'> & { readonly recordedAs: string }>
  >
  /** What the record says besides the values given: never needed twice, may hold personal data. */
  readonly fact?: Readonly<Record<string, unknown>>
  /** Ids of files that now belong to the case. */
  readonly files?: readonly string[]
}

export type MoveView = {
  readonly self: CaseRow
  readonly root: CaseRow
  readonly family: readonly CaseRow[]
  readonly acting: Acting
  readonly world: World
}
export type MoveInput = MoveView & {
  readonly values: FormValues
  readonly files: readonly string[]
  /** A value that is kept sealed, in full: for what goes on paper, or must not be said in public. */
  readonly open: (value: string) => string
  /** What was answered to `asks`, for moves that ask. */
  readonly asked?: Outcome<unknown>
}

/** Does what a document says still hold (文书效力)? `day`: the last day it holds, or the day it was revoked. */
export type Standing = { readonly state: 'in-force' | 'expired' | 'revoked'; readonly day: PlainDate }

export type Move<Step extends string = string> = {
  readonly title: Text
  readonly hint?: Text
  readonly from: readonly Step[]
  readonly by: readonly Actor[]
  readonly because: Basis
  readonly tone?: 'primary' | 'plain' | 'danger'
  /** Takes uploaded files. */
  readonly files?: boolean
  /** May be made for many cases at once with the same values. */
  readonly bulk?: boolean
  readonly form?: (view: MoveView) => readonly Field[]
  readonly onlyIf?: (view: MoveView) => Outcome<void>
  /** Clock moves: is it due? Asked from the day of `timing.nextOn` on. */
  readonly isDue?: (view: MoveView) => boolean
  /** 再核: by name, what a capability has to look up when the move is made, because the case does not hold it. */
  readonly asks?: string
  /** The move that the clock makes when what was asked forbids this one, so that the refusal is on record. */
  readonly otherwise?: string
  readonly run: (input: MoveInput) => Outcome<Change>
}

/** A row of a case page (办件页面); sealed values are shown masked until a purpose is given. */
export type Shown = {
  readonly id: string
  readonly label: Text
  readonly value: FieldValue | Text | undefined
  readonly type?: FieldType
  readonly options?: readonly Option[]
}
export type Section = { readonly title: Text; readonly rows: readonly Shown[] }

/** Who begins a case where, before there is one. */
export type OpeningView = {
  readonly acting: Acting
  readonly world: World
  readonly place: string
  readonly level: PlaceLevel
}
export type OpeningInput = OpeningView & { readonly values: FormValues; readonly files: readonly string[] }
/** What the case begins with; whoever is a resident is its applicant. */
export type Begun = Pick<NewCase, 'subject' | 'step' | 'holder'> & Pick<Change, 'documents'> & { readonly data: object }

/** The levels of the tree of places (层级): a community or village, a street or township, a county, the city. */
export type PlaceLevel = 'community' | 'street' | 'county' | 'city'

/** How a case begins from a screen (发起). Procedures that begin inside others, or by an action of their own, have none. */
export type Opening = {
  readonly title: Text
  readonly hint?: Text
  readonly because: Basis
  readonly by: 'resident' | readonly Role[]
  /** Rung of the ladder of proof that a resident must have reached. */
  readonly proof?: number
  /** Whoever is known to be a minor may not begin it. */
  readonly adults?: true
  /** Where it may begin; default: in a community. */
  readonly at?: readonly PlaceLevel[]
  readonly files?: boolean
  /** What the applicant is told, by kind of message. */
  readonly told?: string
  readonly form: (view: OpeningView) => readonly Field[]
  /** Values that are personal come sealed, and are kept so. */
  readonly run: (input: OpeningInput) => Outcome<Begun>
}

export type Procedure<Step extends string = string> = {
  readonly name: string
  readonly version: number
  readonly title: Text
  readonly inForceFrom: string
  readonly because: Basis
  readonly steps: Readonly<Record<Step, Text>>
  readonly opening?: Opening
  readonly moves: Readonly<Record<string, Move<NoInfer<Step>>>>
  readonly timing: (self: CaseRow, world: World) => Timing
  /** What its page shows besides history, documents and moves. */
  readonly present: (view: MoveView) => readonly Section[]
  /** For documents that hold until a day, or may be revoked; the others stand as issued. */
  readonly standing?: (
    self: CaseRow,
    document: { readonly kind: string; readonly number: string },
    today: PlainDate,
  ) => Standing | undefined
  readonly ends: { readonly keepYears: number }
}

/** A procedure as the registry keeps it, its step names checked where it was written. */
export type AnyProcedure = Procedure<string>

export function defineProcedure<const Step extends string>(procedure: Procedure<Step>): AnyProcedure {
  for (const [name, move] of Object.entries(procedure.moves)) {
    for (const step of move.from)
      if (!Object.hasOwn(procedure.steps, step))
        throw new Error(`${procedure.name}: move ${name} starts at unknown step ${step}`)
  }
  return procedure as unknown as AnyProcedure
}

/** The newest version in force on a day, for a case that begins. */
export function inForce(all: readonly AnyProcedure[], name: string, on: PlainDate): AnyProcedure {
  const found = all.filter((one) => one.name === name && one.inForceFrom <= on).sort((a, b) => b.version - a.version)[0]
  if (!found) throw new Error(`no procedure ${name} in force on ${on}`)
  return found
}

/** The version a case began under. */
export function versionOf(all: readonly AnyProcedure[], row: Pick<CaseRow, 'procedure' | 'version'>): AnyProcedure {
  const found = all.find((one) => one.name === row.procedure && one.version === row.version)
  if (!found) throw new Error(`procedure ${row.procedure} v${row.version} is not registered`)
  return found
}

/** The text a version is locked by: its structure, so that a published version is never edited unnoticed. */
export function structureOf(procedure: AnyProcedure): unknown {
  return {
    name: procedure.name,
    version: procedure.version,
    inForceFrom: procedure.inForceFrom,
    steps: Object.keys(procedure.steps),
    ...(procedure.opening ? { opening: { by: procedure.opening.by, because: procedure.opening.because } } : {}),
    moves: Object.entries(procedure.moves).map(([name, move]) => ({
      name,
      from: move.from,
      by: move.by,
      because: move.because,
    })),
  }
}
