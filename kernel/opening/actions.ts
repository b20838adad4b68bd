/** 发起: a case begun by the opening of its procedure; what it asks, who may, and where is data. */
import { openCase, type Opened } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import { mayAttach } from '#kernel/case/files.ts'
import { sealValues } from '#kernel/case/sealed-values.ts'
import type { Context } from '#kernel/context'
import { ageOn, plainDate } from '#kernel/calendar'
import { levelOf } from '#kernel/context/world.ts'
import type { Answered } from '#kernel/context/route.ts'
import { checkForm, type FormValues } from '#kernel/form'
import { canonicalJson } from '#kernel/ledger/leaf.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type AnyProcedure, inForce, type Opening, type OpeningView, type PlaceLevel } from '#kernel/procedure'
import * as persons from '#kernel/person/store.ts'
import { sha256 } from '#platform/crypto'

type Openable = AnyProcedure & { readonly opening: Opening }

/** The procedures, in the version in force today, that whoever acts may begin somewhere. */
export function openingsOf({ services, acting, today }: Context): readonly Openable[] {
  return [...new Set(services.procedures.map((one) => one.name))]
    .filter((name) => services.procedures.some((one) => one.name === name && one.inForceFrom <= today))
    .map((name) => inForce(services.procedures, name, today))
    .filter((one): one is Openable => one.opening !== undefined && mayBegin(acting, one.opening).ok)
}

function mayBegin(acting: Context['acting'], { by, proof }: Opening): Outcome<void> {
  if (by === 'resident') {
    if (acting.kind !== 'resident') return refuse('not-yours-to-do', 'practice', { roles: ['resident'] })
    return acting.rung >= (proof ?? 1) ? allow() : refuse('proof-needed', 'practice', { needed: proof ?? 1 })
  }
  return acting.kind === 'staff' && by.includes(acting.role)
    ? allow()
    : refuse('not-yours-to-do', 'practice', { roles: by })
}

/** Where it may begin. */
export function levelsOf({ at }: Opening): readonly PlaceLevel[] {
  return at ?? ['community']
}

/** Refusals: no such opening, not yours, a place that is none, is of another level, or is not within yours. */
export function findOpening(
  context: Context,
  name: string,
  place: string,
): Outcome<{ readonly procedure: Openable; readonly view: OpeningView }> {
  const { services, acting, today, world } = context
  const known = services.procedures.some((one) => one.name === name && one.opening && one.inForceFrom <= today)
  const procedure = known ? inForce(services.procedures, name, today) : undefined
  if (!procedure?.opening) return refuse('no-such-opening', 'practice')
  const may = mayBegin(acting, procedure.opening)
  if (!may.ok) return may
  const level = levelOf(world, place)
  if (level === undefined) return refuse('place-not-found', 'practice')
  if (!levelsOf(procedure.opening).includes(level)) return refuse('not-begun-at-this-level', 'practice')
  if (acting.kind === 'staff' && !place.startsWith(acting.places) && place !== world.office(acting.org).place)
    return refuse('not-yours-to-do', 'practice', { roles: procedure.opening.by })
  return allow({ procedure: procedure as Openable, view: { acting, world, place, level } })
}

/** 成年人. @law CC art 17 */
const ADULT = 18

export type BeginRequest = {
  readonly procedure: string
  readonly place: string
  readonly values: FormValues
  readonly files: readonly string[]
  readonly once?: Once
}

/** Refusals besides those of `findOpening`: form errors with each field, files where none are taken, the rule's own. */
export async function beginCase(context: Context, request: BeginRequest): Promise<Answered<Opened>> {
  const { services, acting, today } = context
  const found = findOpening(context, request.procedure, request.place)
  if (!found.ok) return found
  const { procedure, view } = found.value
  const { name, opening } = procedure
  const fields = opening.form(view)
  const issues = checkForm(fields, request.values, { today, allowTestIds: services.allowTestIds })
  if (issues.length) return { ...refuse('form-has-errors', 'practice', { count: issues.length }), issues, fields }
  if (request.files.length && !opening.files) return refuse('no-files-here', 'practice')
  const attached = await mayAttach(context, request.place.slice(0, 6), request.files)
  if (!attached.ok) return attached
  const applicant = acting.kind === 'resident' ? acting.person : null
  const person = applicant ? await context.asSystem((db) => persons.findPerson(db, applicant)) : undefined
  if (opening.adults && person?.birth && ageOn(plainDate(person.birth), today) < ADULT)
    return refuse('adults-only', 'CC art 17', { years: ADULT })
  const begun = opening.run({
    ...view,
    values: sealValues(services.keys, fields, request.values),
    files: request.files,
  })
  if (!begun.ok) return begun
  return openCase(context, {
    ...begun.value,
    data: { ...begun.value.data, nameMasked: person?.name_masked ?? '' },
    county: request.place.slice(0, 6),
    procedure: name,
    place: request.place,
    ...(acting.kind === 'staff' ? { orgs: [acting.org] } : {}),
    applicant,
    agent: null,
    files: request.files,
    fact: { form: sha256(canonicalJson(request.values)).toString('hex') },
    notices: applicant && opening.told ? [{ person: applicant, kind: opening.told, content: {} }] : [],
    ...(request.once ? { once: request.once } : {}),
  })
}
