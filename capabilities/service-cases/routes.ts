import { type FamilyMandate, mandateOf } from '#capabilities/family-mandates'
import { heldValues } from '#capabilities/residents'
import { FIELDS, formOf, ITEMS, searchItems, type ServiceItem } from '#capabilities/service-items'
import type { Term } from '#kernel/calendar'
import type { CapabilityMeans } from '#kernel/capability'
import { loadFamily, viewOf } from '#kernel/case/actions.ts'
import { fieldShape, nextInWords, valueText } from '#kernel/case/present.ts'
import { sealValues } from '#kernel/case/sealed-values.ts'
import type { Context } from '#kernel/context'
import { isCommunity } from '#kernel/context/world.ts'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { checkIdNumber } from '#kernel/identity-number'
import { basisText } from '#kernel/law'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { idNumberHash } from '#kernel/person/actions.ts'
import * as persons from '#kernel/person/store.ts'
import type { FormValues } from '#kernel/form'
import { text } from '#kernel/text'
import { apply, applyAtCounter, heldFor } from './actions.ts'
import * as contract from './contract.ts'
import { applicationReceipt } from './notices.ts'
import * as store from './store.ts'

export function serviceCaseRoutes({ directory, render, receipt }: CapabilityMeans): readonly Route[] {
  const nameOf = (code: string) => {
    const place = directory.places.get(code)
    return place ? text(place.name, place.nameEn) : null
  }
  return [
    route(contract.listServices, async (context, { query }) => {
      const found = query.q ? searchItems(query.q) : ITEMS
      return allow({
        fields: FIELDS.map(({ field, name, icon }) => ({ field, name, icon })),
        rows: found
          .filter((item) => query.field === undefined || item.field === query.field)
          .map((item) => summary(context, item)),
      })
    }),
    route(contract.getService, async (context, { params, query }) =>
      guide(context, params.code, query.place ?? '140302001001'),
    ),
    route(contract.getHeld, async (context, { params, query }) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const mandate = await familyMandate(context, query.mandate)
      if (!mandate.ok) return mandate
      const held = await context.asSystem((db) => heldValues(context, db, mandate.value?.principal ?? acting.person))
      return allow(
        shownHeld(
          context,
          params.code,
          acting.rung >= 2 ? held : pick(held, ['resident.name', 'resident.id-number', 'resident.phone']),
          nameOf,
        ),
      )
    }),
    route(contract.lookUpPerson, async (context, { body }) => lookUp(context, body, nameOf)),
    route(contract.apply, async (context, { body }, request) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const mandate = await familyMandate(context, body.mandate)
      if (!mandate.ok) return mandate
      const { principal, ...kept } = mandate.value ?? { principal: acting.person }
      return apply(context, {
        ...body,
        seen: [],
        channel: 'phone',
        applicant: principal,
        rung: acting.rung,
        mandate: 'agent' in kept ? { ...kept, kind: 'family' } : null,
        ...(request.once ? { once: request.once } : {}),
      })
    }),
    route(contract.applyAtCounter, async (context, { body }, request) =>
      applyAtCounter(context, { ...body, ...(request.once ? { once: request.once } : {}) }),
    ),
    binaryRoute(contract.applicationReceipt, async (context, { params }) => {
      const family = await loadFamily(context, params.county, params.id)
      const view = viewOf(context, family, params.id)
      const self = family.find((one) => one.id === params.id)
      if (!view || !self || self.procedure !== 'service-case') return refuse('case-not-found', 'practice')
      const proof = await receipt(context, params.county, params.id)
      const leaf = proof.ok && typeof proof.value.leafHash === 'string' ? proof.value.leafHash : ''
      const bytes = await render(
        applicationReceipt(view, {
          trackUrl: `${context.services.publicUrl}/t/${self.number}`,
          leaf,
          next: nextInWords(context, self).zh,
        }),
      )
      return allow({ bytes, mediaType: 'application/pdf', fileName: `${self.number}.pdf`, inline: true })
    }),
  ]
}

/** For whom one asks: an authorisation of the family, if one is named. Refusals: not in force, or somebody else's. */
async function familyMandate(context: Context, id: string | undefined): Promise<Outcome<FamilyMandate | undefined>> {
  const { acting, today } = context
  if (id === undefined) return allow(undefined)
  if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
  const found = await context.asSystem((db) => mandateOf(db, id, acting.person, today))
  return found ? allow(found) : refuse('mandate-not-in-force', 'practice')
}

function promisedOf(context: Context, item: ServiceItem, place: string) {
  return context.world.value<Term>(`service.promised.${item.code}`, context.today, place)
}

function summary(context: Context, item: ServiceItem): contract.ServiceSummary {
  return {
    code: item.code,
    field: item.field,
    name: item.name,
    summary: item.summary,
    handling: item.handling,
    days: promisedOf(context, item, '140300000000').value.days,
    proof: item.proof,
    visits: item.visits,
  }
}

async function guide(context: Context, code: string, place: string): Promise<Outcome<contract.ServiceGuide>> {
  const { world, today } = context
  const item = ITEMS.find((one) => one.code === code)
  if (!item) return refuse('item-not-found', 'practice')
  if (!isCommunity(world, place)) return refuse('place-not-found', 'practice')
  const shown = (found: ReturnType<typeof promisedOf>) => ({
    ...found.value,
    basis: basisText(found.basis),
    pack: found.pack,
    from: found.from,
    verified: found.verified,
  })
  const legal = world.findValue<Term>(`service.legal.${code}`, today, place)
  const officeName = (reference: string) => {
    const office = world.officeOf(reference, place)
    return text(office.name, office.nameEn)
  }
  return allow({
    code,
    field: item.field,
    name: item.name,
    summary: item.summary,
    owner: officeName(item.owner),
    basis: item.basis.map(basisText),
    conditions: [...item.conditions],
    handling: item.handling,
    promised: shown(promisedOf(context, item, place)),
    legal: legal ? shown(legal) : null,
    publicity: item.publicity ?? null,
    proof: item.proof,
    paysMoney: item.paysMoney === true,
    visits: item.visits,
    situations: item.situations.map((one) => ({ ...one, options: [...one.options] })),
    materials: item.materials.map((material) => ({
      id: material.id,
      name: material.name,
      kind: material.kind,
      source: material.source,
      necessity: material.necessity,
      demanded: material.source === 'applicant' && material.kind !== 'form',
      ...(material.when ? { when: material.when } : {}),
      ...(material.from ? { from: material.from } : {}),
      ...(material.identity ? { identity: true } : {}),
    })),
    form: formOf(item, { agent: false }).map(fieldShape),
    flow: item.flow.map((stage) => ({
      order: stage.order,
      task: stage.task,
      days: stage.days,
      office: officeName(stage.office),
    })),
    result: item.result,
    appliesFor: item.appliesFor ?? 'self',
    ...(item.note ? { note: item.note } : {}),
  })
}

type NameOf = (code: string) => { zh: string; en: string } | null

function shownHeld(context: Context, code: string, held: FormValues, nameOf: NameOf) {
  const item = ITEMS.find((one) => one.code === code)
  const fields = item ? formOf(item, { agent: false }) : []
  const values = sealValues(context.services.keys, fields, heldFor(fields, held))
  const place = typeof held['resident.place'] === 'string' ? held['resident.place'] : null
  return {
    place,
    placeName: place ? nameOf(place) : null,
    held: fields
      .filter((field) => values[field.id] !== undefined)
      .map((field) => {
        const asPlace =
          field.type === 'place' && typeof values[field.id] === 'string' ? nameOf(String(values[field.id])) : null
        return {
          field: field.id,
          label: field.label,
          shown:
            asPlace?.zh ??
            valueText(
              context,
              {
                id: field.id,
                label: field.label,
                value: values[field.id],
                type: field.type,
                ...(field.options ? { options: field.options } : {}),
              },
              false,
            ).value.zh,
        }
      }),
  }
}

function pick(held: FormValues, names: readonly string[]): FormValues {
  return Object.fromEntries(Object.entries(held).filter(([name]) => names.includes(name)))
}

/** The clerk sees masked values; the look is recorded and the person will see it. */
async function lookUp(context: Context, given: { name: string; idNumber: string }, nameOf: NameOf) {
  const { acting, services, today, ms } = context
  if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
  const identity = checkIdNumber(given.idNumber, { today, allowTest: services.allowTestIds })
  if (!identity.ok) return identity
  return context.asSystem(async (db) => {
    const person = await persons.findPersonByIdNumber(db, idNumberHash(services.keys, identity.value.number))
    if (!person)
      return allow({ known: false, nameMasked: given.name, place: null, placeName: null, held: [], openCases: [] })
    const held = await heldValues(context, db, person.id)
    if (held['resident.name'] !== undefined && held['resident.name'] !== given.name)
      return refuse('name-does-not-match', 'practice')
    await persons.insertLook(db, {
      county: acting.places.slice(0, 6).padEnd(6, '0'),
      id: services.newId(ms),
      at: new Date(ms),
      day: today,
      subject: person.id,
      actor: acting.person,
      role: acting.role,
      org: acting.org,
      purpose: '窗口受理核对 / counter check',
      fields: Object.keys(held),
      caseId: null,
    })
    const open = await store.listOpenOf(db, person.id)
    const shown = shownHeld(context, 'YQ-05-005', held, nameOf)
    return allow({
      known: true,
      nameMasked: person.name_masked,
      ...shown,
      openCases: open.map((one) => ({
        number: one.number,
        subjectName: services.subjectName(one.procedure, one.subject),
      })),
    })
  })
}
