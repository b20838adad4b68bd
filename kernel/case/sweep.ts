/** The clock's own moves (时限到期): silence accepts, promises lapse, what is late is marked. Day by day, so that every fact bears its day. */
import { addDays, type PlainDate } from '#kernel/calendar'
import { type Context, contextFor, type Services } from '#kernel/context'
import { versionOf } from '#kernel/procedure'
import { loadFamily, moveCase, viewOf } from './actions.ts'
import * as store from './store.ts'

const PAGE = 200
/** An upload whose application does not follow is kept this long, so that a draft can still be sent. */
const LOST_AFTER_MS = 7 * 86_400_000

/** Makes every clock move that is due on a day; answers how many were made. */
export async function sweepDay(services: Services, today: PlainDate, ms: number): Promise<number> {
  const context = contextFor(services, { kind: 'clock' }, today, ms)
  await context.asSystem((db) => store.removeLostFiles(db, new Date(ms - LOST_AFTER_MS)))
  const stuck = new Set<string>()
  let made = 0
  for (;;) {
    const due = (await context.inTransaction((db) => store.listDue(db, today, PAGE + stuck.size))).filter(
      (one) => !stuck.has(one.id),
    )
    if (due.length === 0) return made
    for (let i = 0; i < due.length; i += 16) {
      const answers = await Promise.all(
        due.slice(i, i + 16).map(async (key) => ({ key, moved: await moveIfDue(context, key.county, key.id) })),
      )
      for (const { key, moved } of answers) {
        if (moved) made++
        else stuck.add(key.id)
      }
    }
  }
}

/** Every day from the one after `from` up to `to`. */
export async function sweepDays(
  services: Services,
  from: PlainDate,
  to: PlainDate,
  msOf: (day: PlainDate) => number,
  done: (day: PlainDate) => Promise<void>,
): Promise<number> {
  let made = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    made += await sweepDay(services, day, msOf(day))
    await done(day)
  }
  return made
}

async function moveIfDue(context: Context, county: string, id: string): Promise<boolean> {
  const view = viewOf(context, await loadFamily(context, county, id), id)
  if (!view || view.self.endedOn !== null) return false
  const procedure = versionOf(context.services.procedures, view.self)
  for (const [name, move] of Object.entries(procedure.moves)) {
    if (!move.by.some((actor) => actor.who === 'clock') || !move.from.includes(view.self.step)) continue
    if (!move.isDue?.(view)) continue
    return (await moveCase(context, { county, id, move: name, values: {}, files: [] })).ok
  }
  return false
}
