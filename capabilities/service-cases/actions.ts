/** Applying for a service (申请): one identity, any window; what is on file is filled in, what an office can fetch is not demanded. */
import {
  commonFields,
  formOf,
  ITEMS,
  materialsOf,
  mayApply,
  noToleranceUntil,
  type ServiceItem,
} from '#capabilities/service-items'
import { ageBand } from '#capabilities/residents'
import { ageOn, addDays, lastDayOf, parsePlainDate, type PlainDate, type Term } from '#kernel/calendar'
import { openCase, type Opened } from '#kernel/case/actions.ts'
import type { Once } from '#kernel/case/assemble.ts'
import { sealValues } from '#kernel/case/sealed-values.ts'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import type { Answered } from '#kernel/context/route.ts'
import { checkForm, type Field, type FormValues } from '#kernel/form'
import { canonicalJson } from '#kernel/ledger/leaf.ts'
import { allow, refuse } from '#kernel/outcome'
import { vouch } from '#kernel/person/actions.ts'
import { sha256, unseal } from '#platform/crypto'
import * as store from './store.ts'
import type { HeldMaterial, KeptTerm, Mandate, ServiceData, Stage } from './terms.ts'

export type Application = {
  readonly item: string
  readonly place: string
  readonly values: FormValues
  readonly files: readonly { readonly material: string; readonly file: string }[]
  readonly seen: readonly string[]
  readonly channel: 'phone' | 'window'
  readonly applicant: string
  readonly rung: number
  readonly mandate: Mandate | null
  readonly once?: Once
}

export type Applied = Opened & { readonly promisedDays: number /** if accepted today */; readonly promisedBy: string }

/** Refusals: unknown item or place, proof too low, age, open case of the same item, form errors (with each field). */
export async function apply(context: Context, application: Application): Promise<Answered<Applied>> {
  const { services, world, today } = context
  const item = ITEMS.find((one) => one.code === application.item)
  if (!item) return refuse('item-not-found', 'practice')
  if (!isCommunity(world, application.place)) return refuse('place-not-found', 'practice')
  const facts = await store.beforehand(services.database, application.applicant, item.code)
  if (!facts.person) return refuse('sign-in-first', 'practice')
  const birth = parsePlainDate(facts.person.birth ?? undefined)
  const may = mayApply(item, {
    age: birth ? ageOn(birth, today) : undefined,
    openCases: facts.openCases,
    proofRung: application.rung,
  })
  if (!may.ok) return may
  const fields = formOf(item, { agent: application.mandate !== null })
  const known =
    application.rung >= 2 && facts.held
      ? heldFor(fields, {
          'resident.address': facts.held.address,
          'resident.place': facts.held.place,
          'resident.sex': String(facts.held.sex),
          'resident.birth': facts.held.birth ?? undefined,
          'household.members': facts.held.members,
          ...(birth ? { 'resident.age-band': ageBand(ageOn(birth, today)) } : {}),
        })
      : {}
  const identity = identityValues(context, facts.person)
  const values: FormValues = { ...application.values, ...known, ...identity }
  const issues = checkForm(fields, onlyKnown(fields, values, application.values), {
    today,
    allowTestIds: services.allowTestIds,
  })
  if (issues.length) return { ...refuse('form-has-errors', 'practice', { count: issues.length }), issues, fields }
  const materials = heldMaterials(item, values, application)
  const promised = keptTerm(context, `service.promised.${item.code}`, application.place)
  if (!promised) throw new Error(`no promised time for ${item.code}`)
  const stages = stagesOf(context, item, application.place)
  const data: ServiceData = {
    item: item.code,
    itemVersion: today,
    channel: application.channel,
    nameMasked: facts.person.name_masked,
    proofRung: application.rung,
    form: sealValues(context.services.keys, fields, values),
    materials,
    promised,
    legal: keptTerm(context, `service.legal.${item.code}`, application.place),
    submittedOn: today,
    received: today,
    corrections: [],
    clock: null,
    stages,
    parts: {},
    tolerance: null,
    noToleranceUntil: banned(context, facts.lapsedOn, application.place),
    special: null,
    extended: false,
    decision: null,
    deliveredOn: null,
    rating: null,
    mandate: application.mandate,
    ...(item.oneOpen ? { oneOpen: '1' as const } : {}),
  }
  const window = world.officeOf('community', application.place)
  const whenAccepted = {
    promisedDays: promised.term.days,
    promisedBy: promised.term.days === 0 ? today : lastDayOf(promised.term, today, world.calendar).day,
  }
  const opened = await openCase(context, {
    county: application.place.slice(0, 6),
    procedure: 'service-case',
    subject: item.code,
    place: application.place,
    step: 'submitted',
    holder: window.id,
    applicant: application.applicant,
    agent: application.mandate?.agent ?? null,
    data,
    files: application.files.map(({ file }) => file),
    fact: {
      channel: application.channel,
      rung: application.rung,
      form: sha256(canonicalJson(values)).toString('hex'),
      materials: materials.map(({ id, state }) => ({ id, state })),
      promised,
      ...(application.mandate ? { mandate: application.mandate } : {}),
    },
    notices: [{ person: application.applicant, kind: 'submitted', content: {} }],
    promised: whenAccepted,
    ...(application.once ? { once: application.once } : {}),
  })
  return opened.ok ? allow({ ...whenAccepted, ...opened.value }) : opened
}

export type CounterApplication = Omit<Application, 'applicant' | 'rung' | 'mandate' | 'channel'> & {
  readonly name: string
  readonly idNumber: string
  readonly phone?: string | undefined
  readonly mandate?:
    | {
        agentName: string
        agentIdNumber: string
        relation: string
        kind: 'signed' | 'oral-recorded'
        days: number
        ownAccount?: boolean | undefined
      }
    | undefined
}

/** Over the counter: the clerk saw the card and vouches; actor and subject are both recorded. */
export async function applyAtCounter(context: Context, given: CounterApplication): Promise<Answered<Applied>> {
  const { acting, today } = context
  if (acting.kind !== 'staff' || !given.place.startsWith(acting.places))
    return refuse('not-yours-to-do', 'practice', { roles: ['window_clerk'] })
  const subject = await vouch(context, { name: given.name, idNumber: given.idNumber, phone: given.phone })
  if (!subject.ok) return subject
  if (subject.value.person === acting.person) return refuse('own-matter', 'practice')
  let mandate: Mandate | null = null
  if (given.mandate) {
    const agent = await vouch(context, { name: given.mandate.agentName, idNumber: given.mandate.agentIdNumber })
    if (!agent.ok) return agent
    if (agent.value.person === subject.value.person) return refuse('agent-is-principal', 'practice')
    const paysMoney = ITEMS.find((one) => one.code === given.item)?.paysMoney === true
    if (paysMoney && given.mandate.ownAccount !== true) return refuse('account-not-the-principals', 'practice')
    mandate = {
      agent: agent.value.person,
      kind: given.mandate.kind,
      relation: given.mandate.relation,
      from: today,
      to: addDays(today, given.mandate.days),
    }
  }
  return apply(context, { ...given, applicant: subject.value.person, rung: 2, channel: 'window', mandate })
}

/** What is on file, field by field of the form. */
export function heldFor(fields: readonly Field[], held: FormValues): FormValues {
  return Object.fromEntries(
    fields.flatMap((field) =>
      field.heldBy !== undefined && held[field.heldBy] !== undefined ? [[field.id, held[field.heldBy]]] : [],
    ),
  )
}

/** Name and number come from the proved identity, never from what is typed into a form. */
function identityValues(context: Context, person: NonNullable<store.Beforehand['person']>): FormValues {
  const open = (sealedValue: Buffer | null): string | undefined =>
    sealedValue ? unseal(context.services.keys, sealedValue).toString() : undefined
  const byHeld: Readonly<Record<string, string | undefined>> = {
    'resident.name': open(person.name),
    'resident.id-number': open(person.id_number),
    'resident.phone': open(person.phone),
  }
  return Object.fromEntries(
    commonFields.flatMap((field) => (field.heldBy && byHeld[field.heldBy] ? [[field.id, byHeld[field.heldBy]]] : [])),
  )
}

/** Values given for fields that the form does not have stay in, so that they are refused by name. */
function onlyKnown(fields: readonly Field[], values: FormValues, given: FormValues): FormValues {
  const ids = new Set(fields.map((field) => field.id))
  return Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id) || given[id] !== undefined))
}

function heldMaterials(item: ServiceItem, values: FormValues, application: Application): HeldMaterial[] {
  return materialsOf(item, values).map((material): HeldMaterial => {
    const files = application.files.filter((one) => one.material === material.id).map((one) => one.file)
    const state =
      material.source !== 'applicant'
        ? 'to-fetch'
        : material.kind === 'form' || files.length > 0 || application.seen.includes(material.id)
          ? 'supplied'
          : 'missing'
    return { id: material.id, state, files }
  })
}

/** After a tolerance that lapsed: the day until which there is none. */
function banned(context: Context, lapsedOn: string | null, place: string): PlainDate | null {
  const lapsed = parsePlainDate(lapsedOn ?? undefined)
  return lapsed
    ? noToleranceUntil(lapsed, context.world.value<number>('service.tolerance-ban-months', context.today, place).value)
    : null
}

function keptTerm(context: Context, name: string, place: string): KeptTerm | null {
  const found = context.world.findValue<Term>(name, context.today, place)
  return found
    ? { term: found.value, basis: found.basis, pack: found.pack, from: found.from, verified: found.verified }
    : null
}

function stagesOf(context: Context, item: ServiceItem, place: string): Stage[] {
  const owner = context.world.officeOf(item.owner, place).id
  const last = Math.max(...item.flow.map((stage) => stage.order))
  return item.flow.map((stage) => {
    const office = context.world.officeOf(stage.office, place).id
    return {
      id: stage.id,
      order: stage.order,
      office,
      task: stage.task,
      days: stage.days,
      decides: office === owner && stage.order === last,
    }
  })
}
