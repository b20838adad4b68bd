/** 开户与任职: the operator opens and ends accounts at the machine itself; what it did is a fact. @law GB/T 22239-2019 via domain 19.6 */
import { isRole, SEPARATED } from '#kernel/authority'
import { addDays } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { prefixOf } from '#kernel/context/world.ts'
import type { Office } from '#kernel/procedure'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { hashPassword } from '#platform/crypto'
import { recordOfAccount } from './account.ts'
import { newPerson } from './actions.ts'
import * as store from './store.ts'

const PASSWORD_BYTES = 12

export type NewAccount = {
  readonly login: string
  readonly name: string
  readonly nameEn: string
  readonly role: string
  readonly office: Office
}

/** Opens an account, or gives one that exists a further post. The first password is answered once and kept as a hash. */
export async function openAccount(
  context: Context,
  given: NewAccount,
): Promise<Outcome<{ password: string | undefined }>> {
  const { services, ms, today } = context
  const { role, office } = given
  if (!isRole(role)) return refuse('no-such-role', 'practice', { role })
  if (!/^[a-z][a-z0-9.-]{2,30}$/.test(given.login)) return refuse('not-a-login', 'practice')
  const places = SEPARATED.includes(role) || role.startsWith('dept_') ? '-' : prefixOf(office.place)
  const password = firstPassword(context)
  const hash = await hashPassword(password)
  const opened = await context.asSystem(async (db) => {
    const account = await store.findAccount(db, given.login)
    const hats = account ? await store.listHats(db, account.person, today) : []
    if (hats.length > 0 && [role, ...hats.map((hat) => hat.role)].some(isSeparated))
      return refuse('administrators-are-separate', 'practice')
    const person = account?.person ?? services.newId(ms)
    if (!account) {
      await store.insertPerson(db, newPerson(services.keys, person, { name: given.name, rung: 3 }))
      await store.insertAccount(db, { ...given, person, password: hash })
    }
    await store.insertAppointment(db, {
      id: services.newId(ms),
      person,
      role,
      org: office.id,
      place: places,
      from: today,
    })
    return allow({ person, isNew: account === undefined })
  })
  if (!opened.ok) return opened
  await recordOfAccount(context, opened.value.person, 'account-opened')
  return allow({ password: opened.value.isNew ? password : undefined })
}

/** A lost phone or a forgotten password: a new first password, the second factor to be enrolled anew, all sessions ended. */
export async function resetAccount(context: Context, login: string): Promise<Outcome<{ password: string }>> {
  const password = firstPassword(context)
  const hash = await hashPassword(password)
  const done = await closeAccount(context, login, 'account-reset', hash)
  return done.ok ? allow({ password }) : done
}

/** Ends all posts yesterday, and with them every session; what the person did stays theirs. */
export async function endAccount(context: Context, login: string): Promise<Outcome<void>> {
  return closeAccount(context, login, 'account-ended', null)
}

async function closeAccount(
  context: Context,
  login: string,
  kind: string,
  password: string | null,
): Promise<Outcome<void>> {
  const done = await context.asSystem(async (db) => {
    const account = await store.findAccount(db, login)
    if (!account) return refuse('no-such-account', 'practice')
    await store.resetAccount(db, account.person, password)
    await store.endSessionsOf(db, account.person, new Date(context.ms))
    if (password === null) await store.endAppointments(db, account.person, addDays(context.today, -1))
    return allow(account.person)
  })
  if (!done.ok) return done
  await recordOfAccount(context, done.value, kind)
  return allow()
}

function isSeparated(role: string): boolean {
  return isRole(role) && SEPARATED.includes(role)
}

function firstPassword(context: Context): string {
  return Buffer.from(context.services.randomBytes(PASSWORD_BYTES)).toString('base64url')
}
