/** Rows of kernel.case as they travel: snake_case in the database, camelCase in rules. */
import { z } from 'zod'
import { plainDate, type PlainDate } from '#kernel/calendar'
import type { CaseRow, Timing } from '#kernel/procedure'

const day = z.string().transform((value): PlainDate => plainDate(value.slice(0, 10)))

export const CaseRecord = z
  .object({
    county: z.string(),
    id: z.string(),
    number: z.string(),
    procedure: z.string(),
    version: z.number(),
    subject: z.string(),
    place: z.string(),
    step: z.string(),
    revision: z.number(),
    root: z.string(),
    parent: z.string().nullable(),
    holder: z.string(),
    orgs: z.array(z.string()),
    assignee: z.string().nullable(),
    applicant: z.string().nullable(),
    agent: z.string().nullable(),
    opened_on: day,
    due_on: day.nullable(),
    due_provisional: z.boolean(),
    suspended: z.boolean(),
    next_on: day.nullable(),
    ended_on: day.nullable(),
    overdue_reason: z.string().nullable(),
    data: z.unknown(),
    changed_at: z.union([z.string(), z.date()]),
  })
  .transform((r): CaseRow & Timing => ({
    county: r.county,
    id: r.id,
    number: r.number,
    procedure: r.procedure,
    version: r.version,
    subject: r.subject,
    place: r.place,
    step: r.step,
    revision: r.revision,
    root: r.root,
    parent: r.parent,
    holder: r.holder,
    orgs: r.orgs,
    assignee: r.assignee,
    applicant: r.applicant,
    agent: r.agent,
    openedOn: r.opened_on,
    endedOn: r.ended_on,
    overdueReason: r.overdue_reason,
    data: r.data,
    dueOn: r.due_on,
    provisional: r.due_provisional,
    suspended: r.suspended,
    nextOn: r.next_on,
  }))

/** A case as lists know it. */
export type Listed = Pick<
  CaseRow & Timing,
  | 'county'
  | 'id'
  | 'number'
  | 'procedure'
  | 'version'
  | 'subject'
  | 'place'
  | 'step'
  | 'revision'
  | 'parent'
  | 'holder'
  | 'assignee'
  | 'openedOn'
  | 'endedOn'
  | 'dueOn'
  | 'provisional'
  | 'suspended'
> & { readonly nameMasked: string }

/** What kernel.commit takes. */
export function toRecord(row: CaseRow, timing: Timing, at: string): Record<string, unknown> {
  return {
    county: row.county,
    id: row.id,
    number: row.number,
    procedure: row.procedure,
    version: row.version,
    subject: row.subject,
    place: row.place,
    step: row.step,
    revision: row.revision,
    root: row.root,
    parent: row.parent,
    holder: row.holder,
    orgs: row.orgs,
    assignee: row.assignee,
    applicant: row.applicant,
    agent: row.agent,
    opened_on: row.openedOn,
    due_on: timing.dueOn,
    due_provisional: timing.provisional,
    suspended: timing.suspended,
    next_on: timing.nextOn,
    ended_on: row.endedOn,
    overdue_reason: row.overdueReason,
    data: row.data,
    changed_at: at,
  }
}
