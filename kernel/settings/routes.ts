import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { type Basis, basisText } from '#kernel/law'
import { allow, refuse } from '#kernel/outcome'
import { historyOf, namesOf, type PackSet, type ResolvedValue } from '#kernel/pack'
import { XLSX, writeSheet } from '#kernel/register/spreadsheet.ts'
import { type Text, text } from '#kernel/text'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'
import { valueText } from './terms.ts'

export type SettingsRoutesMeans = {
  readonly packs: () => PackSet
  /** What the values are called. */
  readonly titles: Readonly<Record<string, Text>>
  readonly reload: () => Promise<void>
  readonly freshContext: (context: Context) => Context
  readonly moveDay: (days: number) => Promise<{ today: string; moves: number }>
  readonly health: () => Promise<{
    version: string
    mode: string
    pack: string
    ledger: { sealed: number; waiting: number; refused: number; forked: readonly string[] }
  }>
}

export function settingsRoutes(means: SettingsRoutesMeans): readonly Route[] {
  const settings = { isKnown: (name: string) => namesOf(means.packs()).includes(name), reload: means.reload }
  return [
    route(contract.getHealth, async (context) => allow({ ready: true, day: context.today, ...(await means.health()) })),
    route(contract.listValues, async (context, { query }) =>
      allow(
        namesOf(means.packs())
          .filter((name) => query.prefix === undefined || name.startsWith(query.prefix))
          .map((name) => {
            const now = context.world.findValue<unknown>(name, context.today, '140300000000')
            return {
              name,
              title: means.titles[name] ?? text(name, name),
              now: now ? held(now) : null,
              history: historyOf(means.packs(), name).map(held),
            }
          }),
      ),
    ),
    binaryRoute(contract.getValuesSheet, async (context) =>
      allow({
        bytes: await writeSheet(
          ['名称', '现行值', '依据', '施行日期', '已核实'],
          namesOf(means.packs()).map((name) => {
            const now = context.world.findValue<unknown>(name, context.today, '140300000000')
            return [
              (means.titles[name] ?? text(name, name)).zh,
              now ? valueText(now.value, now.unit).zh : '',
              now ? basisText(now.basis).zh : '',
              now?.from ?? '',
              now?.verified ? '是' : '否',
            ]
          }),
        ),
        mediaType: XLSX,
        fileName: `时限与依据-${context.today}.xlsx`,
      }),
    ),
    route(contract.listOverrides, async (context) => {
      const person = context.acting.kind === 'staff' ? context.acting.person : ''
      const rows = await context.asSystem((db) => store.listOverrides(db))
      return allow(
        rows.map((row) => ({
          id: row.id,
          name: row.name,
          value: row.value,
          place: row.place,
          from: row.valid_from,
          to: row.valid_to,
          basis: row.basis,
          source: row.source,
          proposedOn: row.proposed_on,
          mine: row.proposed_by === person,
          confirmedOn: row.confirmed_on,
        })),
      )
    }),
    route(contract.proposeValue, (context, { body }) => actions.proposeValue(context, settings, body)),
    route(contract.confirmValue, (context, { params }) => actions.confirmValue(context, settings, params.id)),
    route(contract.getCalendar, async (context) => {
      const { calendar } = context.world
      return allow({
        publishedThrough: calendar.publishedThrough,
        days: [...calendar.days].map(([day, kind]) => ({ day, kind })),
      })
    }),
    route(contract.loadCalendar, (context, { body }) =>
      actions.loadCalendar(context, { ...settings, freshContext: () => means.freshContext(context) }, body),
    ),
    route(contract.moveDay, async (context, { body }) =>
      context.services.demo ? allow(await means.moveDay(body.days)) : refuse('demo-only', 'practice'),
    ),
  ]
}

function held(value: ResolvedValue<unknown>) {
  return {
    value: value.value,
    basis: basisText(value.basis as Basis),
    pack: value.pack,
    place: value.place,
    from: value.from,
    to: value.to ?? null,
    verified: value.verified,
    unit: value.unit ?? null,
  }
}
