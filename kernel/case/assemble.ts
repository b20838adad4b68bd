/**
 * Turns the changes that a rule decided into one call of kernel.commit: rows, facts, documents, notices.
 * All that a move does is in that one statement, or nothing is.
 */
import type { Acting } from '#kernel/authority'
import type { Context } from '#kernel/context'
import { type IssuedDocument, issueDocument } from '#kernel/document/issue.ts'
import { newTrackingNumber } from '#kernel/document/issue.ts'
import { factRecord } from '#kernel/fact'
import type { CaseRow, Change, DocumentDraft, NewCase, NoticeDraft } from '#kernel/procedure'
import { inForce, versionOf } from '#kernel/procedure'
import { toRecord } from './rows.ts'

export type Counters = Readonly<Record<string, number>>

export type Once = { readonly key: string; readonly digest: string }

/** Collects what one commit writes. */
export class Assembly {
  readonly cases: Record<string, unknown>[] = []
  readonly facts: Record<string, unknown>[] = []
  readonly documents: IssuedDocument[] = []
  readonly notices: Record<string, unknown>[] = []
  readonly numbers: { county: string; series: string; year: number; n: number }[] = []
  files: { case: string; ids: readonly string[] } | undefined
  private readonly context: Context
  private readonly counters: ReadonlyMap<string, number>
  private readonly at: string

  constructor(context: Context, counters: Counters) {
    this.context = context
    this.counters = new Map(Object.entries(counters))
    this.at = new Date(context.ms).toISOString()
  }

  /** The row with its timing, as it will stand. */
  row(row: CaseRow): void {
    const procedure = versionOf(this.context.services.procedures, row)
    this.cases.push(toRecord(row, procedure.timing(row, this.context.world), this.at))
  }

  fact(
    row: CaseRow,
    kind: string,
    content: Readonly<Record<string, unknown>>,
    acting: Acting = this.context.acting,
  ): string {
    const record = factRecord(this.context, {
      county: row.county,
      caseId: row.id,
      subject: 'case',
      kind,
      content,
      acting,
      onBehalf: onBehalfOf(acting, row),
    })
    this.facts.push(record)
    return String(record.leaf)
  }

  /** Numbers the document, records that it was issued, and returns it. */
  document(row: CaseRow, draft: DocumentDraft): IssuedDocument {
    const office = this.context.world.office(draft.office)
    const year = Number(this.context.today.slice(0, 4))
    const issued = issueDocument(this.context, row, draft, office, (series) => {
      const { lastNumbers } = this.context.services
      const n = Math.max(this.counters.get(series) ?? 0, lastNumbers.get(`${series} ${year}`) ?? 0) + 1
      lastNumbers.set(`${series} ${year}`, n)
      this.numbers.push({ county: office.county, series, year, n })
      return n
    })
    this.documents.push(issued)
    this.fact(row, 'document-issued', {
      document: issued.id,
      kind: issued.kind,
      number: issued.number,
      digest: issued.digest,
      office: office.id,
    })
    return issued
  }

  notice(row: CaseRow, draft: NoticeDraft): void {
    this.notices.push({
      county: row.county,
      id: this.context.services.newId(this.context.ms),
      case_id: row.id,
      person: draft.person,
      kind: draft.kind,
      content: { number: row.number, ...draft.content },
      created_at: this.at,
    })
  }

  /** A sub-case in the family of `parent`. */
  open(parent: CaseRow, fresh: NewCase): CaseRow {
    const { services, today, ms } = this.context
    const procedure = inForce(services.procedures, fresh.procedure, today)
    const row: CaseRow = {
      county: parent.county,
      id: services.newId(ms),
      number: newTrackingNumber(services, today),
      procedure: procedure.name,
      version: procedure.version,
      subject: fresh.subject,
      place: parent.place,
      step: fresh.step,
      revision: 1,
      root: parent.root,
      parent: fresh.parent ?? parent.id,
      holder: fresh.holder,
      orgs: fresh.orgs,
      assignee: null,
      applicant: fresh.applicant ?? null,
      agent: null,
      openedOn: today,
      endedOn: null,
      overdueReason: null,
      data: fresh.data,
    }
    this.row(row)
    this.fact(row, 'opened', {
      procedure: `${procedure.name}.v${procedure.version}`,
      subject: fresh.subject,
      holder: fresh.holder,
      parent: parent.id,
    })
    return row
  }

  /** Applies a change to a row that exists and records it under `kind`. */
  apply(
    row: CaseRow,
    change: Change,
    kind: string,
    content: Readonly<Record<string, unknown>>,
  ): { row: CaseRow; leaf: string } {
    const numbers: Record<string, string> = {}
    for (const draft of change.documents ?? []) numbers[draft.kind] = this.document(row, draft).number
    const next = changed(row, change, numbers, this.context.today)
    const step = next.step === row.step ? {} : { from: row.step, to: next.step }
    const holder = next.holder === row.holder ? {} : { holder: next.holder }
    const leaf = this.fact(row, kind, { ...content, ...change.fact, ...step, ...holder })
    for (const draft of change.notices ?? []) this.notice(next, draft)
    this.row(next)
    for (const fresh of change.opens ?? []) this.open(next, fresh)
    if (change.files?.length) this.files = { case: row.root, ids: change.files }
    return { row: next, leaf }
  }

  /** After a refusal: what was claimed may not have been given, so the next asks the database. */
  giveUp(): void {
    for (const { series, year } of this.numbers) this.context.services.lastNumbers.delete(`${series} ${year}`)
  }

  /** The call for kernel.commit. */
  call(county: string, answer: unknown, once: (Once & { caller: string }) | undefined): object {
    return {
      scope: this.context.scope,
      county,
      at: this.at,
      cases: this.cases,
      facts: this.facts,
      ...(this.documents.length ? { documents: this.documents } : {}),
      ...(this.notices.length ? { notices: this.notices } : {}),
      ...(this.numbers.length ? { numbers: this.numbers } : {}),
      ...(this.files ? { files: this.files } : {}),
      ...(once ? { once } : {}),
      answer,
    }
  }
}

/** The next state of a row: a fold of one change. */
export function changed(
  row: CaseRow,
  change: Change,
  numbers: Readonly<Record<string, string>>,
  today: CaseRow['openedOn'],
): CaseRow {
  return {
    ...row,
    revision: row.revision + 1,
    step: change.step ?? row.step,
    holder: change.holder ?? row.holder,
    orgs: withHolder(change.orgs ?? row.orgs, change.holder ?? row.holder),
    assignee: change.assignee === undefined ? row.assignee : change.assignee,
    agent: change.agent === undefined ? row.agent : change.agent,
    overdueReason: change.overdueReason === undefined ? row.overdueReason : change.overdueReason,
    endedOn: change.ended === undefined ? row.endedOn : change.ended ? today : null,
    data:
      change.data === undefined
        ? row.data
        : { ...(row.data as object), ...(typeof change.data === 'function' ? change.data(numbers) : change.data) },
  }
}

function withHolder(orgs: readonly string[], holder: string): readonly string[] {
  return orgs.includes(holder) ? orgs : [...orgs, holder]
}

/** The subject of an act is the applicant when somebody else acts for them (actor ≠ subject, both recorded). */
function onBehalfOf(acting: Acting, row: CaseRow): string | null {
  if (row.applicant === null) return null
  if (acting.kind === 'staff') return row.applicant
  return acting.kind === 'resident' && acting.person !== row.applicant ? row.applicant : null
}
