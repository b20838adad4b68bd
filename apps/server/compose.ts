/** The composition root: all parts made once and handed to one another. */
import { capabilities } from '../../capabilities/registry.ts'
import { parsePlainDate, plainDate, type PlainDate } from '#kernel/calendar'
import { caseTexts } from '#kernel/case/texts.ts'
import { caseRoutes } from '#kernel/case/routes.ts'
import { sweepDays } from '#kernel/case/sweep.ts'
import { Counter } from '#kernel/indicator-store/counter.ts'
import { indicatorRoutes } from '#kernel/indicator-store/routes.ts'
import { writtenTo } from '#kernel/indicator-store/read-source.ts'
import { indicatorTexts } from '#kernel/indicator/texts.ts'
import type { Context, Services } from '#kernel/context'
import { contextFor } from '#kernel/context'
import type { Route } from '#kernel/context/route.ts'
import { inboxRoutes } from '#kernel/inbox/routes.ts'
import { renderNotice } from '#kernel/document/render.ts'
import { receiptFor } from '#kernel/ledger-store/receipts.ts'
import { Sealer } from '#kernel/ledger-store/sealer.ts'
import type { IdentityCheck } from '#kernel/person/actions.ts'
import { appointmentRoutes } from '#kernel/appointment/routes.ts'
import { appointmentTexts } from '#kernel/appointment/texts.ts'
import { personRoutes } from '#kernel/person/routes.ts'
import { Sessions } from '#kernel/person/sessions.ts'
import { personTexts } from '#kernel/person/texts.ts'
import type { Gateway, MessageTexts } from '#kernel/notice'
import { deliverMessages } from '#kernel/notice/deliver.ts'
import { noticeRoutes } from '#kernel/notice/routes.ts'
import { openingRoutes } from '#kernel/opening/routes.ts'
import { registerRoutes } from '#kernel/register/routes.ts'
import { failInterrupted } from '#kernel/register/store.ts'
import { registerTexts } from '#kernel/register/texts.ts'
import { settingsRoutes } from '#kernel/settings/routes.ts'
import * as settings from '#kernel/settings/store.ts'
import { settingsTexts } from '#kernel/settings/texts.ts'
import { text } from '#kernel/text'
import type { ServerClock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Keys } from '#platform/crypto'
import { openDatabase, SYSTEM_SCOPE } from '#platform/db'
import { createPdfRenderer } from '#platform/pdf'
import { demoPersons } from './demo.ts'
import { serveDescription } from './description.ts'
import type { Pages } from './pages.ts'
import { makeServices } from './services.ts'
import { buildHttp, type HttpMeans } from './http.ts'

export const VERSION = '0.1.0'

export type Server = {
  readonly app: Awaited<ReturnType<typeof buildHttp>>
  readonly services: Services
  readonly sealer: Sealer
  readonly counter: Counter
  readonly sessions: Sessions
  readonly routes: readonly Route[]
  contextAs(acting: Context['acting']): Context
  moveDay(days: number): Promise<{ today: string; moves: number }>
  catchUp(): Promise<number>
  /** One round of the outbox; answers how many messages the gateway took. */
  deliver(): Promise<number>
  close(): Promise<void>
}

/** `url` is a migrated and seeded database. */
export async function composeServer(given: {
  config: Config
  url: string
  keys: Keys
  clock: ServerClock
  quiet?: boolean
  checkAnswers?: boolean
  poolSize?: number
  pages?: Pages
  gateway?: Gateway
  identity?: IdentityCheck
}): Promise<Server> {
  const { config, keys, clock } = given
  const database = openDatabase(given.url, { max: given.poolSize ?? 10 })
  const sealer = new Sealer({ database, keys, origin: config.origin, now: () => clock.now().ms })
  const sources = capabilities.flatMap((capability) => capability.sources ?? [])
  const { services, directory, packs, ahead, reload } = await makeServices({
    database,
    keys,
    packs: capabilities.flatMap((capability) => capability.packs ?? []),
    procedures: capabilities.flatMap((capability) => capability.procedures ?? []),
    asks: Object.assign({}, ...capabilities.map((capability) => capability.asks ?? {})),
    subjectNames: Object.assign({}, ...capabilities.map((capability) => capability.subjectNames ?? {})),
    countedIndicators: new Set(capabilities.flatMap((capability) => Object.keys(capability.formulas ?? {}))),
    publicUrl: config.publicUrl,
    origin: config.origin,
    allowTestIds: config.allowTestIds,
    demo: config.mode === 'demo',
    committed: () => sealer.wake(),
    counted: sources.map(writtenTo),
  })
  clock.setAhead(ahead)

  await database.as(SYSTEM_SCOPE, (db) => failInterrupted(db))
  const sessions = new Sessions(database)
  const pdf = createPdfRenderer()
  const refusals = Object.assign(
    {},
    caseTexts,
    personTexts,
    appointmentTexts,
    settingsTexts,
    registerTexts,
    indicatorTexts,
    ...capabilities.map((capability) => capability.refusals ?? {}),
  )
  const placeName = (code: string) => {
    const place = directory.places.get(code.padEnd(12, '0'))
    return place ? text(place.name, place.nameEn) : text('', '')
  }
  let failed = (error: unknown): void => {
    throw error
  }
  const contextAs = (acting: Context['acting']): Context => {
    const { today, ms } = clock.now()
    return contextFor(services, acting, plainDate(today), ms)
  }

  const registers = capabilities.flatMap((capability) => capability.registers ?? [])
  const counter = new Counter({
    services,
    directory,
    indicators: capabilities.flatMap((capability) => capability.indicators ?? []),
    formulas: Object.assign({}, ...capabilities.map((capability) => capability.formulas ?? {})),
    sources,
    context: () => contextAs({ kind: 'clock' }),
    afterCount: capabilities.flatMap((capability) => capability.afterCount ?? []),
    failed: (error) => failed(error),
  })

  const catchUp = async (): Promise<number> => {
    const { swept_to } = await database.as(SYSTEM_SCOPE, (db) => settings.getDay(db))
    const today = plainDate(clock.now().today)
    const from = parsePlainDate(swept_to ?? undefined) ?? today
    const middayOf = (day: PlainDate): number => (day === today ? clock.now().ms : Date.parse(`${day}T04:00:00Z`))
    const made = await sweepDays(services, from, today, middayOf, async (day) => {
      await database.as(SYSTEM_SCOPE, (db) => settings.setSweptTo(db, day))
    })
    if (!counter.upToDate) await counter.newDay()
    if (swept_to === null) await database.as(SYSTEM_SCOPE, (db) => settings.setSweptTo(db, today))
    return made
  }
  const moveDay = async (days: number): Promise<{ today: string; moves: number }> => {
    await catchUp()
    clock.setAhead(clock.ahead + days)
    await database.as(SYSTEM_SCOPE, (db) => settings.setAhead(db, clock.ahead))
    const moves = await catchUp()
    return { today: clock.now().today, moves }
  }

  const messages: MessageTexts = Object.assign({}, ...capabilities.map((capability) => capability.messages ?? {}))
  const deliver = (): Promise<number> => deliverMessages(contextAs({ kind: 'clock' }), messages, given.gateway)

  const presenter = { refusals, placeName }
  const render = (content: unknown): Promise<Uint8Array> => renderNotice(pdf, content)
  const receipt = (context: Context, county: string, id: string) => receiptFor(context, county, id)
  const titles = Object.assign({}, ...capabilities.map((capability) => capability.valueTitles ?? {}))
  const routes: readonly Route[] = [
    ...personRoutes({
      sessions,
      ahead: () => clock.ahead,
      placeName,
      demoPersons: config.mode === 'demo' ? demoPersons(directory) : [],
      ...(given.gateway ? { deliver: given.gateway } : {}),
      ...(given.identity ? { identity: given.identity } : {}),
    }),
    ...caseRoutes({ presenter, render, receipt }),
    ...inboxRoutes(presenter),
    ...settingsRoutes({
      packs,
      titles,
      reload,
      freshContext: (context) => contextFor(services, context.acting, context.today, context.ms),
      moveDay,
      health: async () => ({
        version: VERSION,
        mode: config.mode,
        pack: [...new Set(packs().map((pack) => pack.id))].join(' '),
        ledger: await sealer.state(),
      }),
    }),
    ...openingRoutes,
    ...appointmentRoutes(directory),
    ...noticeRoutes(messages),
    ...registerRoutes(registers),
    ...indicatorRoutes({ counter, directory, registers, titles }),
    ...capabilities.flatMap(
      (capability) => capability.routes?.({ presenter, directory, registers, render, receipt }) ?? [],
    ),
  ]
  const means: HttpMeans = {
    services,
    sessions,
    clock,
    routes,
    refusals,
    version: VERSION,
    logLevel: config.logLevel,
    secureCookies: config.mode === 'production',
    ...(given.quiet ? { quiet: true } : {}),
    ...(given.checkAnswers ? { checkAnswers: true } : {}),
    ...(given.pages ? { elsewhere: given.pages.elsewhere } : {}),
  }
  const app = await buildHttp(means)
  serveDescription(app)
  await given.pages?.mount(app)
  failed = (error) =>
    app.log.error(
      { name: (error as Error).name, at: (error as Error).stack?.split('\n').slice(1, 4).join(' | ') },
      'not counted',
    )
  sealer.start()
  await counter.start()

  return {
    app,
    services,
    sealer,
    counter,
    sessions,
    routes,
    contextAs,
    moveDay,
    catchUp,
    deliver,
    async close() {
      await app.close()
      await sealer.stop()
      await counter.stop()
      await pdf.close()
      await database.close()
    },
  }
}
