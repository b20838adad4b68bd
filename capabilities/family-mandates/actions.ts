/** 家人代办: offered with a code, taken once, ended by either side. @law domain 7.5, 19.7 */
import { addDays } from '#kernel/calendar'
import { moveCase } from '#kernel/case/actions.ts'
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { searchHash } from '#platform/crypto'
import type { MandateView } from './contract.ts'
import * as store from './store.ts'
import { CODE_MINUTES, RELATIONS } from './terms.ts'

const hashOf = ({ services }: Context, code: string): Buffer => searchHash(services.keys, 'family-mandate', code)

/** Eight digits, shown once, kept as a keyed hash. Refusals: proof below rung 2. */
export async function offerMandate(context: Context): Promise<Outcome<{ code: string; minutes: number }>> {
  const { acting, services, ms } = context
  if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
  if (acting.rung < 2) return refuse('proof-needed', 'practice')
  const code = String(Buffer.from(services.randomBytes(6)).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
  await context.inTransaction((db) =>
    store.insertOffer(db, {
      id: services.newId(ms),
      principal: acting.person,
      codeHash: hashOf(context, code),
      until: new Date(ms + CODE_MINUTES * 60_000),
      at: new Date(ms),
    }),
  )
  return allow({ code, minutes: CODE_MINUTES })
}

/** Refusals: proof below rung 2; a code that is wrong, late or used; one's own code. */
export async function takeMandate(
  context: Context,
  given: { code: string; relation: string },
): Promise<Outcome<MandateView>> {
  const { acting, services, ms, today, world } = context
  if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
  if (acting.rung < 2) return refuse('proof-needed', 'practice')
  const codeHash = hashOf(context, given.code.normalize('NFKC').replace(/\D/g, ''))
  const to = addDays(today, world.value<number>('family-mandates.days', today, '140300000000').value)
  return context.asSystem(async (db) => {
    if (await store.isOwnOffer(db, codeHash, acting.person)) return refuse('mandate-of-oneself', 'practice')
    const taken = await store.takeOffer(db, {
      codeHash,
      now: new Date(ms),
      agent: acting.person,
      relation: given.relation,
      from: today,
      to,
    })
    if (!taken) return refuse('mandate-code-wrong', 'practice')
    const message = { id: services.newId(ms), person: taken.principal, kind: 'mandate-taken', content: { to } }
    await store.tell(db, { ...message, at: new Date(ms) })
    const row = await store.findMandate(db, taken.id, today)
    if (!row) throw new Error('a mandate just taken is in force')
    return allow(viewOf(row))
  })
}

/** Both sides may; every open case goes on without the agent, recorded in each. */
export async function endMandate(context: Context, id: string): Promise<Outcome<{ ok: true; cases: number }>> {
  const { acting, services, today, ms } = context
  if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
  const found = await context.asSystem((db) => store.findMandate(db, id, today))
  if (!found || ![found.principal, found.agent].includes(acting.person))
    return refuse('mandate-not-in-force', 'practice')
  const open = await context.asSystem(async (db) => {
    await store.setEnded(db, id, acting.person, today)
    const other = acting.person === found.principal ? found.agent : found.principal
    const message = { id: services.newId(ms), person: other, kind: 'mandate-ended', content: {} }
    await store.tell(db, { ...message, at: new Date(ms) })
    return store.listOpenCases(db, found.principal, found.agent)
  })
  let cases = 0
  for (const one of open) {
    const moved = await moveCase(context, { ...one, move: 'endAgency', values: {}, files: [] })
    if (moved.ok) cases++
  }
  return allow({ ok: true as const, cases })
}

export async function listMandates(
  context: Context,
): Promise<Outcome<{ given: MandateView[]; received: MandateView[] }>> {
  const { acting, today } = context
  if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
  const rows = await context.asSystem((db) => store.listMandates(db, acting.person, today))
  return allow({
    given: rows.filter((one) => one.principal === acting.person).map(viewOf),
    received: rows.filter((one) => one.agent === acting.person).map(viewOf),
  })
}

function viewOf(row: store.MandateRow): MandateView {
  const relation = RELATIONS.find((one) => one.value === row.relation)?.label ?? { zh: row.relation, en: row.relation }
  return { county: row.county, id: row.id, name: row.other, relation, from: row.valid_from, to: row.valid_to }
}
