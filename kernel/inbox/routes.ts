/** 待办: what waits for an office, read and handled in numbers. */
import { type Acting, mayRead } from '#kernel/authority'
import { isPlainDate } from '#kernel/calendar'
import { moveCase } from '#kernel/case/actions.ts'
import { type Cursor, listCases } from '#kernel/case/listing.ts'
import { listedFrom, listOf, type Presenter } from '#kernel/case/present.ts'
import type { Listed } from '#kernel/case/rows.ts'
import { findByNumber } from '#kernel/case/store.ts'
import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { parseTracking } from '#kernel/document/number.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { nameKeys } from '#kernel/case/names.ts'
import { fill } from '#kernel/outcome/texts.ts'
import { takeOut } from '#kernel/register/take-out.ts'
import { text } from '#kernel/text'
import * as contract from './contract.ts'
import * as store from './store.ts'

/** More rows than this are narrowed first. */
const MOST_EXPORTED = 20_000

export function inboxRoutes(presenter: Presenter): readonly Route[] {
  return [
    route(contract.listInbox, async (context, { query }) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      if (query.number)
        return allow({ ...listOf(context, presenter, await byNumber(context, query.number)), next: null })
      const after = cursorOf(query.after)
      if (!after.ok) return after
      const rows = await listCases(context, {
        view: query.view,
        ...viewerOf(context, acting),
        after: after.value,
        subject: query.subject,
        limit: query.limit,
      })
      return allow({ ...listOf(context, presenter, rows), next: nextCursor(rows, query.limit, query.view) })
    }),
    route(contract.countInbox, async (context) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      return allow(
        await store.countInbox(context.services.database, context.scope, acting.org, acting.person, context.today),
      )
    }),
    route(contract.makeMoves, async (context, { params, body }) => {
      const done: { county: string; id: string }[] = []
      const refused: { county: string; id: string; code: string; text: { zh: string; en: string } }[] = []
      for (const key of body.cases) {
        const outcome = await moveCase(context, { ...key, move: params.move, values: body.values, files: [] })
        if (outcome.ok) done.push(key)
        else
          refused.push({
            ...key,
            code: outcome.code,
            text: fill(presenter.refusals[outcome.code]?.text ?? text(outcome.code, outcome.code), outcome.facts),
          })
      }
      return allow({ done, refused })
    }),
    route(contract.listInboxSubjects, async (context) => {
      const { acting, services } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const rows = await store.countSubjects(services.database, context.scope, acting.org)
      return allow(
        rows.map(({ subject, procedure, n }) => ({
          subject,
          name: services.subjectName(procedure, subject),
          count: n,
        })),
      )
    }),
    binaryRoute(contract.exportInbox, async (context, { body }) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const rows = await listCases(context, {
        ...viewerOf(context, acting),
        ...body,
        limit: MOST_EXPORTED + 1,
      })
      if (rows.length > MOST_EXPORTED) return refuse('too-many-to-export', 'practice', { most: MOST_EXPORTED })
      const { rows: listed, names } = listOf(context, presenter, rows)
      const say = (key: string): string => names[key]?.zh ?? key
      return takeOut(context, acting, {
        list: 'inbox',
        chosen: { view: body.view, subject: body.subject ?? null },
        title: '待办',
        header: ['编号', '事项', '申请人', '环节', '承办单位', '社区(村)', '申请日期', '期限', '红绿灯'],
        rows: listed.map((row) => {
          const keys = nameKeys(row)
          return [
            row.number,
            say(keys.subjectName),
            row.who,
            say(keys.stepText),
            say(keys.holderName),
            say(keys.placeName),
            row.openedOn,
            row.dueOn ?? '',
            LIGHTS[row.light],
          ]
        }),
      })
    }),
    route(contract.listStandardTexts, async (context) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      return allow(
        await context.inTransaction((db) => store.listStandardTexts(db, countyOf(context, acting), acting.org)),
      )
    }),
    route(contract.addStandardText, async (context, { body }) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const id = context.services.newId(context.ms)
      const kept = { ...body, id, county: countyOf(context, acting), org: acting.org, by: acting.person }
      await context.inTransaction((db) => store.insertStandardText(db, { ...kept, at: new Date(context.ms) }))
      return allow({ id })
    }),
    route(contract.endStandardText, async (context, { params }) => {
      const ended = await context.inTransaction((db) =>
        store.endStandardText(db, params.county, params.id, new Date(context.ms)),
      )
      return ended ? allow({ ok: true as const }) : refuse('row-not-found', 'practice')
    }),
    route(contract.listSavedViews, async (context) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      return allow(
        await context.inTransaction((db) => store.listSavedViews(db, countyOf(context, acting), acting.person)),
      )
    }),
    route(contract.saveView, async (context, { body }) => {
      const { acting } = context
      if (acting.kind !== 'staff') return refuse('sign-in-first', 'practice')
      const id = context.services.newId(context.ms)
      const kept = { ...body, id, county: countyOf(context, acting), person: acting.person }
      await context.inTransaction((db) => store.insertSavedView(db, { ...kept, at: new Date(context.ms) }))
      return allow({ id })
    }),
    route(contract.endSavedView, async (context, { params }) => {
      const ended = await context.inTransaction((db) =>
        store.endSavedView(db, params.county, params.id, new Date(context.ms)),
      )
      return ended ? allow({ ok: true as const }) : refuse('row-not-found', 'practice')
    }),
  ]
}

const LIGHTS = { green: '按时', yellow: '过半', orange: '即将到期', red: '超期', suspended: '暂停计时', done: '已办结' }

type Staff = Extract<Acting, { kind: 'staff' }>

function countyOf({ world }: Context, acting: Staff): string {
  return world.office(acting.org).county
}

function viewerOf({ today }: Context, acting: Staff): { org: string; person: string; today: string } {
  return { org: acting.org, person: acting.person, today }
}

async function byNumber(context: Context, raw: string): Promise<Listed[]> {
  const number = parseTracking(raw)
  if (!number.ok) return []
  const rows = await context.inTransaction((db) => findByNumber(db, number.value))
  return rows.filter((row) => mayRead(context.acting, row)).map(listedFrom)
}

/** In place of the due day of a case that has none. */
const NO_DAY = '9999-12-31'

function cursorOf(after: string | undefined): Outcome<Cursor | undefined> {
  if (after === undefined) return allow(undefined)
  const [day, county = '', id = ''] = after.split('|')
  if (!isPlainDate(day) || !/^\d{6}$/.test(county) || !/^[0-9a-f-]{36}$/.test(id))
    return refuse('request-not-as-described', 'practice')
  return allow({ day: day === NO_DAY ? null : day, county, id })
}

function nextCursor(rows: readonly Listed[], limit: number, view: contract.InboxView): string | null {
  const last = rows.at(-1)
  return rows.length === limit && last
    ? `${(view === 'ended' ? last.endedOn : last.dueOn) ?? NO_DAY}|${last.county}|${last.id}`
    : null
}
