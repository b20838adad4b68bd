import { citedItems } from '#capabilities/duty-lists'
import { plainDate } from '#kernel/calendar'
import type { CapabilityMeans } from '#kernel/capability'
import { route, type Route } from '#kernel/context/route.ts'
import { type Basis, basisText, isBasis } from '#kernel/law'
import { fen } from '#kernel/money'
import { allow, type Outcome, refuse, type RefusalFacts } from '#kernel/outcome'
import { fill } from '#kernel/outcome/texts.ts'
import { inForce } from '#kernel/procedure'
import { text } from '#kernel/text'
import { applyForAdmission, applyForAWhile, beginReview, recordOutside, sendFunds, sendTask } from './actions.ts'
import * as contract from './contract.ts'
import { askGate, limitsOf } from './gate.ts'
import { objectingTo, objectToAdmission } from './objection.actions.ts'
import { isOf } from './rules.ts'
import { countRefusals, listObjections, listOverview, listPublished } from './store.ts'
import type { Demand } from './terms.ts'
import { clauseText, OBJECTORS } from './words.ts'

const MOST_ROWS = 200

type GivenDemand = Omit<Demand, 'emergency'> & { readonly emergency: string | null }

/** Refuses an emergency law that is none. */
function demandOf(given: GivenDemand): Outcome<Demand> {
  const { emergency } = given
  if (emergency !== null && (emergency === 'practice' || !isBasis(emergency)))
    return refuse('not-a-basis', 'plan P3.3.3', { wrong: [emergency] })
  return allow({ ...given, emergency: emergency as Basis | null })
}

/** 先查重: a form goes out from where its fields are checked, not as a task by hand; in an emergency it may. */
function taskOf(given: GivenDemand): Outcome<Demand> {
  return given.kind === 'form' && given.emergency === null
    ? refuse('form-is-checked-first', 'plan P3.3.3', { clause: 'F5' })
    : demandOf(given)
}

export function workAdmissionRoutes({ presenter, directory }: CapabilityMeans): readonly Route[] {
  const shown = (one: { code: string; basis: Basis; facts: RefusalFacts }): contract.RefusalShape => {
    const known = presenter.refusals[one.code]
    return {
      code: one.code,
      clause: clauseText(String(one.facts.clause ?? 'access')),
      text: fill(known?.text ?? text(one.code, one.code), one.facts),
      next: known?.next ? fill(known.next, one.facts) : null,
      basis: basisText(one.basis),
    }
  }
  return [
    route(contract.listAdmittedItems, async (context, { query }) => {
      const { acting, today } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const office = directory.office(acting.org)
      const place = acting.places.length > 6 ? acting.places : `${query.county}000000`
      const items = await context.inTransaction((db) => citedItems(db, place, today))
      const { emergencyLaws } = limitsOf(context, place)
      return allow({
        items: items.map((item) => ({
          code: item.code,
          name: item.name,
          list: item.list,
          category: item.category,
          covers: [...item.covers],
          duty: item.duty,
          standard: item.funds?.standard ?? 0,
          unit: item.funds?.unit ?? '',
          to: item.to,
          mine: isOf(item, office),
        })),
        emergencyLaws: emergencyLaws.filter(isBasis).map((law) => ({ law, name: basisText(law) })),
      })
    }),
    route(contract.checkTask, async (context, { body }) => {
      if (context.acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const demand = taskOf(body.demand)
      if (!demand.ok) return demand
      const places = body.places.filter((place) => directory.places.get(place)?.level === 'committee')
      const verdicts = await askGate(context, context.acting.org, demand.value, body.item, places)
      const refused = new Map<
        string,
        { refusal: contract.RefusalShape; places: { code: string; name: { zh: string; en: string } }[] }
      >()
      for (const { place, outcome } of verdicts) {
        if (outcome.ok) continue
        const refusal = shown(outcome)
        const group = refused.get(refusal.text.zh) ?? { refusal, places: [] }
        group.places.push({ code: place, name: presenter.placeName(place) })
        refused.set(refusal.text.zh, group)
      }
      const allowed = verdicts.flatMap(({ place, outcome }) =>
        outcome.ok ? [{ place, flags: outcome.value.flags }] : [],
      )
      return allow({
        allowed: allowed.map((one) => one.place),
        flags: [...(allowed[0]?.flags ?? [])],
        refused: [...refused.values()],
      })
    }),
    route(contract.sendTask, async (context, { body }, { once }) => {
      const demand = taskOf(body.demand)
      if (!demand.ok) return demand
      return sendTask(context, {
        demand: demand.value,
        item: body.item,
        places: body.places,
        due: body.due === null ? null : plainDate(body.due),
        ...(once ? { once } : {}),
      })
    }),
    route(contract.recordOutside, async (context, { body }, { once }) => {
      const demand = demandOf(body.demand)
      if (!demand.ok) return demand
      const made = await recordOutside(context, {
        demand: demand.value,
        item: body.item,
        place: body.place,
        from: { office: body.office, name: body.office },
        on: plainDate(body.on),
        way: body.way,
        files: body.files,
        ...(once ? { once } : {}),
      })
      return made.ok ? allow({ ...made.value, wrong: made.value.wrong && shown(made.value.wrong) }) : made
    }),
    route(contract.sendFunds, async (context, { body }, { once }) =>
      sendFunds(context, {
        item: body.item,
        places: body.places,
        amount: fen(body.amount),
        from: plainDate(body.from),
        to: plainDate(body.to),
        agreement: body.agreement,
        transferredOn: plainDate(body.transferredOn),
        ...(once ? { once } : {}),
      }),
    ),
    route(contract.applyForAdmission, async (context, { body }, { once }) =>
      applyForAdmission(context, { ...body, ...(once ? { once } : {}) }),
    ),
    route(contract.applyForAWhile, async (context, { body }, { once }) =>
      applyForAWhile(context, { ...body, ...(once ? { once } : {}) }),
    ),
    route(contract.beginReview, async (context) => beginReview(context)),
    route(contract.getAdmissionOverview, async (context) => {
      const { acting, services } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const { rows, offices } = await context.inTransaction(async (db) => ({
        rows: await listOverview(db, acting.places, MOST_ROWS),
        offices: await countRefusals(db, acting.places),
      }))
      return allow({
        rows: rows.map(({ title, sender, opened_on, due_on, ...row }) => {
          const procedure = inForce(services.procedures, row.procedure, context.today)
          return {
            ...row,
            title,
            sender,
            openedOn: opened_on,
            dueOn: due_on,
            procedureTitle: procedure.title,
            placeName: presenter.placeName(row.place),
            stepText: procedure.steps[row.step] ?? text(row.step, row.step),
          }
        }),
        offices,
      })
    }),
    route(contract.listPublishedAdmissions, async (context, { query }) => {
      const { rows, objections } = await context.asSystem(async (db) => ({
        rows: await listPublished(db, query.county),
        objections: await listObjections(db, query.county),
      }))
      const may = await objectingTo(context, query.county, rows)
      return allow(
        rows.map(({ id, number, title, until, duty, ...row }) => {
          const office = directory.office(row.office)
          const closed = may.get(id)
          const refused = closed?.ok === false ? shown(closed) : undefined
          return {
            county: query.county,
            id,
            number,
            title,
            until,
            duty,
            office: text(office.name, office.nameEn),
            basis: row.basis.filter(isBasis).map((one) => basisText(one)),
            objections: objections
              .filter((one) => one.root === id)
              .map(({ by, answer }) => ({ by: OBJECTORS[by], answer })),
            closed: refused ? { code: refused.code, text: refused.text, next: refused.next } : null,
          }
        }),
      )
    }),
    route(contract.objectToAdmission, async (context, { params, body }, { once }) =>
      objectToAdmission(context, params, body.reason, once),
    ),
  ]
}
