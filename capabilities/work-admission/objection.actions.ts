/** 公示异议: who may object to what is published, and the case that comes of it. @plan P3.3.3; domain 6.2 step 6 */
import { lastDayOf, plainDate, type Term } from '#kernel/calendar'
import { openCase } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import type { Context } from '#kernel/context'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { OBJECTING_ROLES } from './admission-objection.v1.procedure.ts'
import { mayObject, type Objector } from './changes.ts'
import * as store from './store.ts'
import type { AdmissionObjection } from './terms.ts'

type Who = Omit<Objector, 'before'> & { readonly by: AdmissionObjection['by']; readonly person: string }

/** Refusals: nobody signed in, an office that decides or only keeps the system. */
function whoObjects({ acting, world }: Context): Outcome<Who> {
  if (acting.kind === 'resident') return allow({ by: 'resident', person: acting.person, org: null, places: '-' })
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  if (!(OBJECTING_ROLES as readonly string[]).includes(acting.role))
    return refuse('not-yours-to-do', 'practice', { roles: ['resident', ...OBJECTING_ROLES] })
  const by = world.office(acting.org).kind === 'committee' ? 'community' : 'office'
  return allow({ by, person: acting.person, org: acting.org, places: acting.places })
}

/** For pages: may the caller object to each of these, all of one county? */
export async function objectingTo(
  context: Context,
  county: string,
  admissions: readonly {
    readonly id: string
    readonly place: string
    readonly step: string
    readonly office: string
    readonly until: string
  }[],
): Promise<ReadonlyMap<string, Outcome<void>>> {
  const who = whoObjects(context)
  if (!who.ok) return new Map(admissions.map((one) => [one.id, who]))
  const { person, org } = who.value
  const before = await context.asSystem((db) => store.listObjectedTo(db, county, org === null ? { person } : { org }))
  return new Map(
    admissions.map((one) => [
      one.id,
      mayObject(
        { ...one, publicUntil: plainDate(one.until) },
        { ...who.value, before: before.includes(one.id) },
        context.today,
      ),
    ]),
  )
}

/** Refusals: not published, its days over, one's own application, another county's, a second time. */
export async function objectToAdmission(
  context: Context,
  key: { readonly county: string; readonly id: string },
  reason: string,
  once: Once | undefined,
): Promise<Outcome<{ county: string; id: string; number: string; place: string }>> {
  const { world, today } = context
  const who = whoObjects(context)
  if (!who.ok) return who
  const { by, org, person } = who.value
  const [admission, objectedTo] = await context.asSystem(
    async (db) =>
      [
        await store.findAdmission(db, key.county, key.id),
        await store.listObjectedTo(db, key.county, org === null ? { person } : { org }),
      ] as const,
  )
  if (!admission) return refuse('case-not-found', 'practice')
  const { place, step, office, title, until } = admission
  const may = mayObject(
    { place, step, office, publicUntil: until === null ? null : plainDate(until) },
    { ...who.value, before: objectedTo.includes(key.id) },
    today,
  )
  if (!may.ok) return may
  const term = world.value<Term>('work-admission.objection-answer', today, place).value
  const data: AdmissionObjection = {
    about: title,
    by,
    org,
    reason,
    due: lastDayOf(term, today, world.calendar).day,
    answer: null,
  }
  const made = await openCase(context, {
    county: key.county,
    procedure: 'admission-objection',
    subject: 'admission-objection',
    place,
    step: 'lodged',
    holder: world.officeOf('county', place).id,
    orgs: org === null ? [] : [org],
    applicant: org === null ? person : null,
    agent: null,
    data,
    files: [],
    fact: { admission: key.id, by },
    root: key.id,
    ...(org === null ? { notices: [{ person, kind: 'admission-objection-lodged', content: {} }] } : {}),
    promised: { place },
    ...(once ? { once } : {}),
  })
  if (!made.ok) return made
  const { county, id, number } = made.value
  return allow({ county, id, number, place })
}
