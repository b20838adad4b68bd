/** Changing dated values and the calendar: what changes holds for cases that begin later; provisional days are worked out anew. */
import { parsePlainDate, type PlainDate } from '#kernel/calendar'
import { Assembly } from '#kernel/case/assemble.ts'
import { CaseRecord } from '#kernel/case/rows.ts'
import type { Context } from '#kernel/context'
import { isBasis } from '#kernel/law'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { factRecord } from '#kernel/fact'
import { CITY } from '#kernel/person/store.ts'
import * as store from './store.ts'

export type Proposal = {
  readonly name: string
  readonly value: unknown
  readonly place: string
  readonly from: string
  readonly to?: string | undefined
  readonly basis: string
  readonly source: string
}

export type SettingsMeans = { readonly isKnown: (name: string) => boolean; readonly reload: () => Promise<void> }

/** Refuses unknown names, days already begun (open history is not rewritten), and a basis that names no act. */
export async function proposeValue(
  context: Context,
  means: SettingsMeans,
  body: Proposal,
): Promise<Outcome<{ id: string }>> {
  const { acting, services, today, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  if (!means.isKnown(body.name)) return refuse('no-such-value', 'practice', { name: body.name })
  const from = parsePlainDate(body.from)
  const to = body.to === undefined ? undefined : parsePlainDate(body.to)
  if (!from || (body.to !== undefined && (!to || to < from))) return refuse('not-a-day', 'practice')
  if (from <= today) return refuse('value-must-begin-later', 'practice', { today })
  if (!isBasis(body.basis)) return refuse('unknown-basis', 'practice')
  const tooLong = promisedAboveLegal(context, body.name, body.value, from, body.place)
  if (tooLong) return tooLong
  const id = services.newId(ms)
  await context.asSystem((db) =>
    store.insertOverride(db, {
      id,
      name: body.name,
      value: body.value,
      place: body.place,
      from,
      to: to ?? null,
      basis: body.basis,
      source: body.source,
      by: acting.person,
      on: today,
    }),
  )
  await record(context, 'value-proposed', { id, name: body.name, value: body.value, place: body.place, from })
  return allow({ id })
}

export async function confirmValue(context: Context, means: SettingsMeans, id: string): Promise<Outcome<{ ok: true }>> {
  const { acting, today } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const touched = await context.asSystem((db) => store.confirmOverride(db, id, acting.person, today))
  if (touched === 0) return refuse('second-person-confirms', 'practice')
  await record(context, 'value-confirmed', { id })
  await means.reload()
  return allow({ ok: true as const })
}

/** @law domain 7.2: promised days never above the legal ones */
function promisedAboveLegal(context: Context, name: string, value: unknown, from: PlainDate, place: string) {
  const match = /^service\.(promised|legal)\.(.+)$/.exec(name)
  const days = (value as { days?: unknown }).days
  if (!match || typeof days !== 'number') return undefined
  const other = context.world.findValue<{ days: number; unit: string }>(
    `service.${match[1] === 'promised' ? 'legal' : 'promised'}.${match[2]}`,
    from,
    place,
  )?.value
  if (!other || other.unit !== (value as { unit?: unknown }).unit) return undefined
  const [promised, legal] = match[1] === 'promised' ? [days, other.days] : [other.days, days]
  return promised > legal ? refuse('promised-above-legal', 'ALL art 42', { promised, legal }) : undefined
}

/** Loads a year's calendar and works out every provisional due day again; answers how many moved. */
export async function loadCalendar(
  context: Context,
  means: SettingsMeans & { freshContext: () => Context },
  given: { year: number; source: string; days: readonly { day: string; kind: 'holiday' | 'makeup'; name: string }[] },
): Promise<Outcome<{ moved: number }>> {
  for (const one of given.days) {
    if (!parsePlainDate(one.day) || !one.day.startsWith(String(given.year)))
      return refuse('not-a-day', 'practice', { day: one.day })
  }
  await context.asSystem((db) => store.replaceCalendarYear(db, given.year, given.source, context.today, given.days))
  await record(context, 'calendar-loaded', { year: given.year, source: given.source, days: given.days.length })
  await means.reload()
  return allow({ moved: await recompute(means.freshContext()) })
}

async function recompute(context: Context): Promise<number> {
  const system = { ...context, acting: { kind: 'clock' as const }, scope: { places: 'all', org: '', person: '' } }
  const rows = await context.asSystem((db) => store.listProvisional(db, CaseRecord))
  let moved = 0
  for (const row of rows) {
    const assembly = new Assembly(system, {})
    const { row: next } = assembly.apply(row, {}, 'calendar-loaded', {})
    const dueOn = assembly.cases[0]?.due_on
    if (dueOn === row.dueOn && assembly.cases[0]?.due_provisional === true) continue
    if ((await context.services.commit(assembly.call(next.county, null, undefined))).ok) moved++
  }
  context.services.committed()
  return moved
}

async function record(context: Context, kind: string, content: Record<string, unknown>): Promise<void> {
  const fact = factRecord(context, {
    county: CITY,
    caseId: null,
    subject: 'settings',
    kind,
    content,
    acting: context.acting,
    onBehalf: null,
  })
  const done = await context.services.commit({
    scope: context.scope,
    county: CITY,
    at: new Date(context.ms).toISOString(),
    facts: [fact],
    answer: null,
  })
  if (!done.ok) throw new Error(`the record of ${kind} was not kept`)
  context.services.committed()
}
