import { roleText } from '#kernel/authority'
import { addDays } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { binaryRoute, route, type Route } from '#kernel/context/route.ts'
import { maskIdNumber, maskPhone } from '#kernel/identity-number'
import { allow, refuse } from '#kernel/outcome'
import { takeOut } from '#kernel/register/take-out.ts'
import { type Text, text } from '#kernel/text'
import { unseal } from '#platform/crypto'
import * as account from './account.ts'
import * as actions from './actions.ts'
import * as contract from './contract.ts'
import { LOOKS_A_DAY } from './looks.ts'
import type { SessionKind, Sessions } from './sessions.ts'
import * as store from './store.ts'

/** The auditor's page goes back so many days. */
const AUDITED_DAYS = 90

export type PersonMeans = {
  readonly sessions: Sessions
  readonly ahead: () => number
  readonly placeName: (prefix: string) => Text
  /** Who one can be in demo mode; empty in production. */
  readonly demoPersons: readonly (contract.DemoPerson & { person: string })[]
  /** Absent: one-time codes reach nobody. */
  readonly deliver?: actions.Deliver
  /** Absent: nobody gets to rung 3 by phone. */
  readonly identity?: actions.IdentityCheck
}

export function personRoutes(means: PersonMeans): readonly Route[] {
  const begin = async (
    context: Context,
    person: string,
    kind: SessionKind,
    rung: number,
    appointment: string | null,
  ): Promise<string> => means.sessions.begin(person, kind, rung, appointment, context.ms)

  return [
    route(contract.getMe, async (context) => allow(await me(context, means))),
    route(contract.sendCode, (context, { body }) => actions.sendCode(context, body.phone, means.deliver)),
    route(contract.verifyCode, async (context, { body }, request) => {
      const outcome = await actions.verifyCode(context, body, means.identity)
      if (!outcome.ok) return outcome
      request.setSession(await begin(context, outcome.value.person, 'resident', outcome.value.rung, null))
      return allow({ rung: outcome.value.rung, matched: outcome.value.matched })
    }),
    route(contract.signOut, async (context, _input, request) => {
      if (request.token) await means.sessions.end(request.token, context.ms)
      request.setSession(undefined)
      return allow({ ok: true as const })
    }),
    route(contract.staffSignIn, async (context, { body }, request) => {
      const outcome = await account.staffSignIn(context, body)
      if (!outcome.ok) return outcome
      request.setSession(await begin(context, outcome.value.person, 'staff', 3, outcome.value.appointment))
      return allow({ ok: true as const })
    }),
    route(contract.beginSecondFactor, (context, { body }) => account.beginSecondFactor(context, body)),
    route(contract.confirmSecondFactor, (context, { body }) => account.confirmSecondFactor(context, body)),
    route(contract.changePassword, (context, { body }) => account.changePassword(context, body)),
    route(contract.wearHat, async (context, { body }, request) => {
      const { acting } = context
      if (acting.kind !== 'staff' || !request.token) return refuse('sign-in-first', 'practice')
      const hats = await context.asSystem((db) => store.listHats(db, acting.person, context.today))
      if (!hats.some((hat) => hat.id === body.appointment)) return refuse('not-your-hat', 'practice')
      await means.sessions.wear(request.token, body.appointment)
      return allow({ ok: true as const })
    }),
    route(contract.listDemoPersons, async (context) =>
      context.services.demo
        ? allow(
            means.demoPersons.map(({ login, kind, name, role, office, tryThis }) => ({
              login,
              kind,
              name,
              role,
              office,
              tryThis,
            })),
          )
        : refuse('demo-only', 'practice'),
    ),
    route(contract.demoSignIn, async (context, { body }, request) => {
      const found = context.services.demo ? means.demoPersons.find((one) => one.login === body.login) : undefined
      if (!found) return refuse('demo-only', 'practice')
      const hats =
        found.kind === 'staff' ? await context.asSystem((db) => store.listHats(db, found.person, context.today)) : []
      const rung = found.kind === 'staff' ? 3 : 2
      request.setSession(await begin(context, found.person, found.kind, rung, hats[0]?.id ?? null))
      return allow({ ok: true as const })
    }),
    route(contract.listMyLooks, async (context) => {
      const { acting } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const rows = await context.inTransaction((db) => store.listLooks(db, acting.person))
      return allow(
        rows.map((row) => {
          const office = context.world.office(row.org)
          return {
            at: row.at.toISOString(),
            role: roleText(row.role),
            office: text(office.name, office.nameEn),
            purpose: row.purpose,
            fields: row.fields,
            caseNumber: row.number,
          }
        }),
      )
    }),
    route(contract.listLookers, async (context) => allow({ aDay: LOOKS_A_DAY, rows: await lookers(context) })),
    binaryRoute(contract.exportLookers, async (context) =>
      takeOut(context, context.acting, {
        list: 'looks',
        chosen: { days: AUDITED_DAYS },
        title: '查看个人信息的情况',
        header: ['日期', '姓名', '单位', '岗位', '查看次数', '涉及人数', '目的', '次数异常'],
        rows: (await lookers(context)).map((one) => [
          one.day,
          one.name,
          one.office.zh,
          one.role.zh,
          one.looks,
          one.people,
          one.purposes.join(';'),
          one.tooMany ? '是' : '',
        ]),
      }),
    ),
    route(contract.getMyData, async (context) => {
      const { acting, services } = context
      if (acting.kind !== 'resident') return refuse('sign-in-first', 'practice')
      const row = await context.inTransaction((db) => store.findPerson(db, acting.person))
      if (!row) return refuse('sign-in-first', 'practice')
      const open = (sealed: Buffer | null): string | null => (sealed ? unseal(services.keys, sealed).toString() : null)
      const idNumber = open(row.id_number)
      const phone = open(row.phone)
      return allow({
        name: acting.rung >= 2 ? unseal(services.keys, row.name).toString() : row.name_masked,
        idNumber: idNumber && maskIdNumber(idNumber),
        phone: phone && maskPhone(phone),
        birth: acting.rung >= 2 ? row.birth : null,
        rung: acting.rung,
      })
    }),
  ]
}

async function me(context: Context, means: PersonMeans): Promise<contract.Me> {
  const { acting, services } = context
  const always = { demo: services.demo, today: context.today, ahead: means.ahead(), secondFactor: false }
  if (acting.kind === 'resident') {
    const row = await context.inTransaction((db) => store.findPerson(db, acting.person))
    return {
      kind: 'resident',
      name: row ? (acting.rung >= 2 ? unseal(services.keys, row.name).toString() : row.name_masked) : null,
      rung: acting.rung,
      hat: null,
      hats: [],
      ...always,
    }
  }
  if (acting.kind === 'staff') {
    const { account, rows } = await context.asSystem(async (db) => ({
      account: await store.findAccountOf(db, acting.person),
      rows: await store.listHats(db, acting.person, context.today),
    }))
    const hats = rows.map((row): contract.Hat => {
      const office = context.world.office(row.org)
      return {
        id: row.id,
        role: row.role,
        roleText: roleText(row.role),
        org: row.org,
        orgName: text(office.name, office.nameEn),
        place: row.place,
        placeName: means.placeName(row.place),
      }
    })
    return {
      kind: 'staff',
      name: account?.display_name ?? null,
      rung: 3,
      hat: hats.find((hat) => hat.id === acting.appointment) ?? null,
      hats,
      ...always,
      secondFactor: (account?.totp ?? null) !== null,
    }
  }
  return { kind: 'nobody', name: null, rung: 0, hat: null, hats: [], ...always }
}

/** The last days, person by person and day by day; never whose data it was. */
async function lookers(context: Context): Promise<contract.Looker[]> {
  const rows = await context.asSystem((db) => store.listLookers(db, addDays(context.today, -AUDITED_DAYS)))
  return rows.map(({ day, actor_name, role, org, looks, people, purposes }) => {
    const office = context.world.office(org)
    return {
      day,
      name: unseal(context.services.keys, actor_name).toString(),
      role: roleText(role),
      office: text(office.name, office.nameEn),
      looks,
      people,
      purposes,
      tooMany: looks >= LOOKS_A_DAY,
    }
  })
}
