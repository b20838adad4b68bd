/**
 * 派生任务: what the registers call for becomes a case of the office that has to see to it, one at a time for each thing; a case
 * that is open is told what the registers show now, and by its own rules goes on or ends. Run after counting, as the clock.
 */
import type { Context } from '#kernel/context'
import type { FormValues } from '#kernel/form'
import { canonicalJson } from '#kernel/ledger/leaf.ts'
import { moveCase, type NewApplication, openCase } from './actions.ts'
import * as store from './store.ts'

/** The clock's moves of such a procedure: `see` takes what is shown now, `cease` ends it when the thing itself is gone. */
export const SEE = 'see'
export const CEASE = 'cease'

/** What its case keeps of it. */
export type DutyData = { readonly duty: string; readonly seen: FormValues }

export type Shown = {
  readonly place: string
  /** What it is about, once in a place: a row of a register. */
  readonly duty: string
  /** Its name in lists, without persons; default: the place. */
  readonly about?: string
  /** The registers show that nothing is owed. */
  readonly done: boolean
  readonly seen: FormValues
  readonly begin: () => Pick<NewApplication, 'subject' | 'step' | 'holder' | 'orgs'> & { readonly data: DutyData }
}

const AT_ONCE = 8

/** `shown` is all there is in these places; open cases about anything else there cease. */
export async function keepDuties(
  context: Context,
  procedure: string,
  places: readonly string[],
  shown: readonly Shown[],
): Promise<void> {
  await context.asSystem(async (db) => {
    await store.lockDuties(db, procedure)
    const open = new Map(
      (await store.listOpenDuties(db, procedure, places)).map((one) => [keyOf(one.place, one.duty), one]),
    )
    const work: (() => Promise<unknown>)[] = []
    for (const one of shown) {
      const key = keyOf(one.place, one.duty)
      const found = open.get(key)
      open.delete(key)
      if (!found) {
        if (!one.done) work.push(() => begin(context, procedure, one))
      } else if (one.done || canonicalJson(found.seen) !== canonicalJson(one.seen))
        work.push(() => moveCase(context, { ...found, move: SEE, values: one.seen, files: [] }))
    }
    for (const gone of open.values())
      work.push(() => moveCase(context, { ...gone, move: CEASE, values: {}, files: [] }))
    for (let i = 0; i < work.length; i += AT_ONCE) await Promise.all(work.slice(i, i + AT_ONCE).map((run) => run()))
  })
}

const keyOf = (place: string, duty: string): string => `${place} ${duty}`

function begin(context: Context, procedure: string, { place, begin: made, seen, about }: Shown): Promise<unknown> {
  const begun = made()
  return openCase(context, {
    ...begun,
    data: { ...begun.data, about: about ?? context.world.placeName(place).zh },
    county: place.slice(0, 6),
    procedure,
    place,
    applicant: null,
    agent: null,
    files: [],
    fact: { seen },
  })
}
