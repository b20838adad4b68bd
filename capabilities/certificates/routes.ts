import { FORBIDDEN_CERTIFICATES, sizesOfRetained } from '#capabilities/duty-lists'
import type { CapabilityMeans } from '#kernel/capability'
import type { Context } from '#kernel/context'
import { prefixOf } from '#kernel/context/world.ts'
import { route, type Route } from '#kernel/context/route.ts'
import { basisText } from '#kernel/law'
import { allow, refuse } from '#kernel/outcome'
import { DEMAND_STEPS } from './absurd-demand.v1.procedure.ts'
import { reportDemand, requestAtCounter, requestCertificate, retainedHere } from './actions.ts'
import { certificateV1 } from './certificate.v1.procedure.ts'
import * as contract from './contract.ts'
import { demandState, sizeTrend } from './rules.ts'
import { kindsMeant } from './search.ts'
import * as store from './store.ts'
import { certificateData, demandData } from './terms.ts'

const PAGE = 50
const CITY = '140300000000'

export function certificateRoutes({ directory, presenter }: CapabilityMeans): readonly Route[] {
  const formOf = (place: string): 'urban' | 'rural' => directory.places.get(place)?.kind ?? 'urban'
  const basis = basisText('D2020-C')
  return [
    route(contract.findCertificateKinds, async (context, { query }) => {
      const place = query.place ?? CITY
      const { kinds, demonstration, list } = await retainedHere(context, place, formOf(place))
      const all = [...FORBIDDEN_CERTIFICATES, ...kinds]
      const found = query.q?.trim() ? kindsMeant(all, query.q) : all
      return allow({
        rows: found.map(
          (one): contract.KindAnswer => ({
            code: one.code,
            name: one.name,
            ...('goTo' in one
              ? { answer: 'not-ours', goTo: one.goTo, basis }
              : { answer: 'on-list', basis: one.basis[0] ? basisText(one.basis[0]) : basis }),
          }),
        ),
        retained: kinds.length,
        list,
        demonstration,
      })
    }),
    route(contract.requestCertificate, async (context, { body }, { once }) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const more = { form: formOf(body.place), channel: 'phone' as const, applicant: acting.person }
      return requestCertificate(context, { ...body, ...more, ...(once ? { once } : {}) })
    }),
    route(contract.requestCertificateAtCounter, async (context, { body }, { once }) =>
      requestAtCounter(context, { ...body, form: formOf(body.place), ...(once ? { once } : {}) }),
    ),
    route(contract.listCertificates, async (context, { query }) => {
      const rows = await context.inTransaction((db) =>
        store.listIssued(db, prefixOf(query.place ?? ''), query.after, PAGE),
      )
      return allow({
        rows: rows.flatMap((row) => {
          const data = certificateData(row.data)
          const { issued, sealUsed } = data
          if (!issued || !sealUsed) return []
          const standing = certificateV1.standing?.(
            row as never,
            { kind: 'certificate', number: issued.number },
            context.today,
          )
          return [
            {
              county: row.county,
              id: row.id,
              number: issued.number,
              kind: data.title,
              who: data.nameMasked,
              issuedOn: issued.on,
              until: issued.until,
              sealedOn: sealUsed.on,
              state: standing?.state ?? 'in-force',
            },
          ]
        }),
        next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
      })
    }),
    route(contract.listDemanders, async (context) =>
      allow(
        (await context.inTransaction((db) => store.listDemanders(db, placesOf(context)))).map((one) => ({
          ...one,
          kinds: one.kinds.map((subject) => context.services.subjectName('certificate', subject)),
        })),
      ),
    ),
    route(contract.reportDemand, async (context, { body }, { once }) => {
      const opened = await reportDemand(context, { ...body, ...(once ? { once } : {}) })
      if (!opened.ok) return opened
      const { county, id, number, dueOn, again } = opened.value
      return allow({ county, id, number, dueOn, again })
    }),
    route(contract.listDemands, async (context) => {
      const rows = await context.inTransaction((db) => store.listDemands(db, placesOf(context)))
      const listed = rows.map((row) => {
        const { title, demander, verified, due } = demandData(row.data)
        const open = row.step === 'reported' || row.step === 'rectifying'
        return {
          county: row.county,
          id: row.id,
          number: row.number,
          kind: title,
          organisation: verified?.organisation ?? demander,
          step: DEMAND_STEPS[row.step as keyof typeof DEMAND_STEPS],
          dueOn: open ? due : null,
          overdue: open && context.today > due,
        }
      })
      return allow(listed.sort((a, b) => Number(b.overdue) - Number(a.overdue)))
    }),
    route(contract.listExposures, async (context) => {
      const found = await context.asSystem((db) => store.listVerified(db))
      const demands = found.map((row) => demandData(row.data))
      return allow({
        rows: demands.flatMap(({ verified, exposed, title, due, result }) =>
          verified && exposed
            ? [
                {
                  organisation: verified.organisation,
                  kind: title,
                  text: exposed.text,
                  exposedOn: exposed.on,
                  due,
                  state: demandState({ due, result }, context.today),
                },
              ]
            : [],
        ),
        ranking: rankingOf(demands, context.today),
      })
    }),
    route(contract.countCertificates, async (context) => {
      const { figures, versions } = await context.asSystem(async (db) => ({
        figures: await store.countFigures(db, context.today),
        versions: await sizesOfRetained(db),
      }))
      const lists = [...new Set(versions.map(({ version }) => version.place))].flatMap((place) => {
        const ofPlace = versions.filter(({ version }) => version.place === place)
        const now = ofPlace.at(-1)?.version
        const sizes = ofPlace.map(({ version, items }) => ({
          number: version.number,
          from: version.inForceFrom ?? '',
          items,
        }))
        return now
          ? [
              {
                place,
                name: presenter.placeName(place),
                county: now.county,
                id: now.id,
                trend: sizeTrend(sizes),
                sizes,
              },
            ]
          : []
      })
      return allow({ ...figures, lists })
    }),
  ]
}

/** 要求单位排名: by verified demands; organisations only. */
function rankingOf(demands: readonly ReturnType<typeof demandData>[], today: Context['today']) {
  const byName = new Map<string, { organisation: string; verified: number; inTime: number; overdue: number }>()
  for (const { verified, sentOn, due, result } of demands) {
    if (!verified) continue
    const one = byName.get(verified.organisation) ?? {
      organisation: verified.organisation,
      verified: 0,
      inTime: 0,
      overdue: 0,
    }
    one.verified++
    if (result?.rectified && result.on <= due) one.inTime++
    if (sentOn && today > due && !(result?.rectified && result.on <= due)) one.overdue++
    byName.set(verified.organisation, one)
  }
  return [...byName.values()].sort((a, b) => b.verified - a.verified || (a.organisation < b.organisation ? -1 : 1))
}

const placesOf = ({ acting }: Context): string => (acting.kind === 'staff' ? acting.places : '-')
