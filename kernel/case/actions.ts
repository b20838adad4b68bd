/** Opening and moving cases (事): load, decide, commit. Two round trips to the database, both gathered with others'. */
import type { Answered } from '#kernel/context/route.ts'
import { mayAct, mayRead } from '#kernel/authority'
import { type CommitAnswer, type Context, contextFor } from '#kernel/context'
import { newTrackingNumber, seriesOf } from '#kernel/document/issue.ts'
import { checkForm, type Field, type FormValues } from '#kernel/form'
import { tellChanged } from '#kernel/indicator/store.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type CaseRow, type Change, inForce, type Move, type MoveView, type Timing, versionOf } from '#kernel/procedure'
import { isSealedText, unsealText } from '#platform/crypto'
import { z } from 'zod'
import { Assembly, type Once } from './assemble.ts'
import { mayAttach } from './files.ts'
import { CaseRecord } from './rows.ts'
import * as store from './store.ts'

export type PageLoaded = z.infer<typeof store.PageRows>

const Loaded = z.object({ family: z.array(CaseRecord), counters: z.record(z.string(), z.number()) })

export type NewApplication = {
  readonly county: string
  readonly procedure: string
  readonly subject: string
  readonly place: string
  readonly step: string
  readonly holder: string
  /** Offices that take part from the beginning, besides the holder. */
  readonly orgs?: readonly string[]
  readonly applicant: string | null
  readonly agent: string | null
  readonly data: unknown
  readonly files: readonly string[]
  /** Recorded with the opening; no personal data that is not needed for proof. */
  readonly fact: Readonly<Record<string, unknown>>
  readonly documents?: Change['documents']
  readonly notices?: Change['notices']
  readonly once?: Once
  /** What else the caller is answered, kept for when the same comes again. */
  readonly promised?: Readonly<Record<string, unknown>>
  /** It is answered at once, and closed. */
  readonly ended?: true
  /** Joins the family of this case without being a part of it: whoever may see that one does not see this. */
  readonly root?: string
}

export type Opened = {
  readonly id: string
  readonly county: string
  readonly number: string
  readonly leaf: string
  readonly dueOn: string | null
  readonly again: boolean
}

/** Opens a case. The same key and content again answers with the case of the first time. */
export async function openCase(context: Context, input: NewApplication): Promise<Outcome<Opened>> {
  const { services, today, ms, acting } = context
  const procedure = inForce(services.procedures, input.procedure, today)
  for (let attempt = 0; ; attempt++) {
    const id = services.newId(ms)
    const row: CaseRow = {
      county: input.county,
      id,
      number: newTrackingNumber(services, today),
      procedure: procedure.name,
      version: procedure.version,
      subject: input.subject,
      place: input.place,
      step: input.step,
      revision: 1,
      root: input.root ?? id,
      parent: null,
      holder: input.holder,
      orgs: [...new Set([input.holder, ...(input.orgs ?? [])])],
      assignee: null,
      applicant: input.applicant,
      agent: input.agent,
      openedOn: today,
      endedOn: input.ended ? today : null,
      overdueReason: null,
      data: input.data,
    }
    const series = seriesNeeded(context, input.documents)
    const counters = series.length
      ? Loaded.parse(
          await services.load({
            scope: context.scope,
            county: row.county,
            id,
            year: Number(today.slice(0, 4)),
            series,
          }),
        ).counters
      : {}
    const assembly = new Assembly(context, counters)
    assembly.row(row)
    const leaf = assembly.fact(row, 'opened', {
      procedure: `${procedure.name}.v${procedure.version}`,
      subject: row.subject,
      number: row.number,
      ...input.fact,
    })
    for (const draft of input.documents ?? []) assembly.document(row, draft)
    for (const draft of input.notices ?? []) assembly.notice(row, draft)
    if (input.files.length) assembly.files = { case: id, ids: input.files }
    const answer = {
      id,
      county: row.county,
      number: row.number,
      leaf,
      dueOn: procedure.timing(row, context.world).dueOn,
      ...input.promised,
    }
    const caller = acting.kind === 'resident' || acting.kind === 'staff' ? acting.person : undefined
    const done = await services.commit(
      assembly.call(row.county, answer, input.once && caller ? { ...input.once, caller } : undefined),
    )
    if (done.ok) {
      services.committed()
      await tellCounted(context, procedure.name, [row.place])
      return allow({ ...(done.answer as unknown as Omit<Opened, 'again'>), again: done.again === true })
    }
    assembly.giveUp()
    const refusal = conflict(done, attempt)
    if (refusal) return refusal
  }
}

export type MoveRequest = {
  readonly county: string
  readonly id: string
  readonly move: string
  readonly revision?: number
  readonly values: FormValues
  readonly files: readonly string[]
  readonly once?: Once
}

export type Moved = {
  readonly id: string
  readonly county: string
  readonly step: string
  readonly revision: number
  readonly leaf: string
  readonly documents: { id: string; kind: string; number: string }[]
  readonly again: boolean
}

/** Makes a move. Refusals: not found (also when it may not be seen), stale, not yours, rule's own, form. */
export async function moveCase(context: Context, request: MoveRequest): Promise<Answered<Moved>> {
  const { services, today, acting } = context
  for (let attempt = 0; ; attempt++) {
    const series = acting.kind === 'staff' ? allSeries(context, [acting.org]) : []
    const loaded = Loaded.parse(
      await services.load({
        scope: context.scope,
        county: request.county,
        id: request.id,
        year: Number(today.slice(0, 4)),
        series,
      }),
    )
    const view = viewOf(context, loaded.family, request.id)
    if (!view) return refuse('case-not-found', 'practice')
    const procedure = versionOf(services.procedures, view.self)
    const move = Object.hasOwn(procedure.moves, request.move) ? procedure.moves[request.move] : undefined
    if (!move) return refuse('no-such-move', 'practice', { move: request.move })
    const open = mayMove(move, view)
    if (!open.ok) return open
    if (request.revision !== undefined && request.revision !== view.self.revision) {
      return refuse('case-changed-meanwhile', 'practice', { revision: view.self.revision })
    }
    const fields = move.form?.(view) ?? []
    const issues = checkForm(fields, request.values, { today, allowTestIds: services.allowTestIds })
    if (issues.length) return { ...refuse('form-has-errors', 'practice', { count: issues.length }), issues, fields }
    if (request.files.length && !move.files) return refuse('no-files-here', 'practice')
    const attached = await mayAttach(context, request.county, request.files)
    if (!attached.ok) return attached
    const asked = move.asks === undefined ? undefined : await askFor(context, move.asks, view.self, request.values)
    const decided = move.run({
      ...view,
      ...(asked ? { asked } : {}),
      values: request.values,
      files: request.files,
      open: (value) => (isSealedText(value) ? unsealText(services.keys, value) : value),
    })
    if (!decided.ok) {
      if (asked?.ok === false && move.otherwise !== undefined)
        await moveCase(contextFor(services, { kind: 'clock' }, today, context.ms), {
          county: request.county,
          id: request.id,
          move: move.otherwise,
          values: {},
          files: [],
        })
      return decided
    }
    const counters = await countersFor(context, loaded.counters, series, decided.value)
    const assembly = new Assembly(context, counters)
    const { row, leaf } = assembly.apply(view.self, decided.value, request.move, { values: request.values })
    for (const [id, change] of Object.entries(decided.value.others ?? {})) {
      const other = view.family.find((one) => one.id === id)
      if (!other) throw new Error(`move ${request.move} changes a case outside its family`)
      assembly.apply(other, change, change.recordedAs, {})
    }
    const answer = {
      id: row.id,
      county: row.county,
      step: row.step,
      revision: row.revision,
      leaf,
      documents: assembly.documents.map(({ id, kind, number }) => ({ id, kind, number })),
    }
    const caller = acting.kind === 'resident' || acting.kind === 'staff' ? acting.person : undefined
    const done = await services.commit(
      assembly.call(row.county, answer, request.once && caller ? { ...request.once, caller } : undefined),
    )
    if (done.ok) {
      services.committed()
      await tellCounted(context, procedure.name, [row.place])
      return allow({ ...(done.answer as unknown as Omit<Moved, 'again'>), again: done.again === true })
    }
    assembly.giveUp()
    const refusal = conflict(done, attempt)
    if (refusal) return refusal
  }
}

function askFor(context: Context, name: string, self: CaseRow, values: FormValues): Promise<Outcome<unknown>> {
  const ask = context.services.asks[name]
  if (!ask) throw new Error(`nobody answers what moves ask as ${name}`)
  return ask(context, self, values)
}

/** Is the move open to the caller, the form aside? The same answer serves the page and the move itself. */
export function mayMove(move: Move, view: MoveView): Outcome<void> {
  if (view.self.endedOn !== null && !move.from.includes(view.self.step))
    return refuse('case-is-closed', 'practice', { day: view.self.endedOn })
  const entitled = mayAct(view.acting, move.by, view.self)
  if (!entitled.ok) return entitled
  if (!move.from.includes(view.self.step)) return refuse('not-at-this-step', 'practice', { step: view.self.step })
  return move.onlyIf?.(view) ?? allow()
}

/** The move's fields and whether it is open, for pages: they do not decide. */
export function describeMoves(
  context: Context,
  view: MoveView,
): { name: string; move: Move; fields: readonly Field[]; outcome: Outcome<void> }[] {
  const procedure = versionOf(context.services.procedures, view.self)
  return Object.entries(procedure.moves)
    .filter(
      ([, move]) =>
        mayAct(view.acting, move.by, view.self).ok ||
        (view.acting.kind === 'staff' &&
          move.by.some(
            (actor) => actor.who === 'staff' && view.acting.kind === 'staff' && actor.roles.includes(view.acting.role),
          )),
    )
    .filter(([, move]) => move.from.includes(view.self.step))
    .map(([name, move]) => {
      const outcome = mayMove(move, view)
      return { name, move, fields: outcome.ok ? (move.form?.(view) ?? []) : [], outcome }
    })
}

export function viewOf(context: Context, family: readonly (CaseRow & Timing)[], id: string): MoveView | undefined {
  const self = family.find((one) => one.id === id)
  const root = self && family.find((one) => one.id === self.root)
  if (!self || !mayRead(context.acting, self)) return undefined
  return { self, root: root ?? self, family, acting: context.acting, world: context.world }
}

/** Loads a family under the caller's scope; undefined when there is none that may be seen. */
export async function loadFamily(context: Context, county: string, id: string): Promise<readonly (CaseRow & Timing)[]> {
  return Loaded.parse(await context.services.load({ scope: context.scope, county, id, year: 0, series: [] })).family
}

/** A case's page in one read: its family, facts, documents and files, as far as the caller may see them. */
export async function loadPage(context: Context, county: string, id: string): Promise<PageLoaded> {
  return store.PageRows.parse(
    await context.services.load({ scope: context.scope, county, id, year: 0, series: [], page: true }),
  )
}

function seriesNeeded(context: Context, drafts: Change['documents']): { county: string; series: string }[] {
  const wanted = new Map<string, { county: string; series: string }>()
  for (const draft of drafts ?? []) {
    const office = context.world.office(draft.office)
    const series = seriesOf(office, draft.kind)
    wanted.set(series, { county: office.county, series })
  }
  return [...wanted.values()]
}

function allSeries(context: Context, offices: readonly string[]): { county: string; series: string }[] {
  return offices.flatMap((id) => {
    const office = context.world.office(id)
    return ALL_KINDS.map((kind) => ({ county: office.county, series: seriesOf(office, kind) }))
  })
}

/** The counters come with the first read when the caller's own office issues; another office's cost one more. */
async function countersFor(
  context: Context,
  known: Record<string, number>,
  asked: readonly { series: string }[],
  change: Change,
): Promise<Record<string, number>> {
  const missing = seriesNeeded(context, change.documents).filter(
    ({ series }) => !asked.some((one) => one.series === series),
  )
  if (missing.length === 0) return known
  const more = Loaded.parse(
    await context.services.load({
      scope: context.scope,
      county: '',
      id: '00000000-0000-0000-0000-000000000000',
      year: Number(context.today.slice(0, 4)),
      series: missing,
    }),
  )
  return { ...known, ...more.counters }
}

const ALL_KINDS = [
  'receipt',
  'acceptance',
  'correction',
  'refusal',
  'suspension',
  'resumption',
  'extension',
  'approval',
  'denial',
  'delivery',
  'tolerance',
  'termination',
  'withdrawal',
  'dispute',
] as const

/** Cases that stand behind a figure: what was lost on the way is counted at the next start. */
async function tellCounted(context: Context, procedure: string, places: readonly string[]): Promise<void> {
  if (context.services.counted.has(procedure)) await context.asSystem((db) => tellChanged(db, procedure, places))
}

/** A lost race is run again; what stays refused is said. */
function conflict(
  answer: Extract<CommitAnswer, { ok: false }>,
  attempt: number,
): ReturnType<typeof refuse> | undefined {
  switch (answer.conflict) {
    case 'number':
    case 'again':
    case 'revision':
      if (attempt < 20) return undefined
      return refuse('too-busy', 'practice')
    case 'once':
      return refuse('key-used-for-another', 'practice')
    case 'open':
      return refuse('same-item-open', 'practice')
  }
}

/** The answer of the first time, for what is refused now because it was done then: the network lost only the answer. */
export async function earlierAnswer(context: Context, once: Once | undefined): Promise<object | undefined> {
  const { acting } = context
  if (!once || !('person' in acting)) return undefined
  const answer = await context.inTransaction((db) => store.findEarlierAnswer(db, acting.person, once.key, once.digest))
  return answer && { ...answer, again: true }
}
