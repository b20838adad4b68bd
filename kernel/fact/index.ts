/** 留痕: what was done, by whom, for whom, on which day; written once, sealed within seconds (kernel/ledger). */
import type { Acting } from '#kernel/authority'
import type { Context } from '#kernel/context'
import { prepareFact } from '#kernel/ledger/leaf.ts'

export type FactDraft = {
  readonly county: string
  readonly caseId: string | null
  readonly subject: string
  readonly kind: string
  readonly content: Readonly<Record<string, unknown>>
  readonly acting: Acting
  readonly onBehalf: string | null
}

/** A row for kernel.fact with its salted digest in the leaf, and the mark that this server wrote it. */
export function factRecord(
  context: Pick<Context, 'services' | 'today' | 'ms'>,
  draft: FactDraft,
): Record<string, unknown> {
  const { services, today, ms } = context
  const salt = services.randomBytes(16)
  const { acting } = draft
  const fact = {
    county: draft.county,
    id: services.newId(ms),
    caseId: draft.caseId,
    subject: draft.subject,
    kind: draft.kind,
    day: today,
    at: new Date(ms).toISOString(),
    actor: acting.kind === 'resident' || acting.kind === 'staff' ? acting.person : null,
    role: acting.kind === 'staff' ? acting.role : acting.kind,
    org: acting.kind === 'staff' ? acting.org : null,
    onBehalf: draft.onBehalf,
    content: draft.content,
    salt,
  }
  const { leaf, mac } = prepareFact(fact, { factKey: services.keys.fact })
  return {
    county: fact.county,
    id: fact.id,
    case_id: fact.caseId,
    subject: fact.subject,
    kind: fact.kind,
    day: fact.day,
    at: fact.at,
    actor: fact.actor,
    role: fact.role,
    org: fact.org,
    on_behalf: fact.onBehalf,
    content: fact.content,
    salt: Buffer.from(salt).toString('hex'),
    leaf: Buffer.from(leaf).toString('hex'),
    mac: Buffer.from(mac).toString('hex'),
  }
}
