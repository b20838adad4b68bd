/**
 * 开户与授权: accounts are opened by the system administrator, posts given by the security administrator, so that neither
 * alone puts anybody to work; the first of them are opened at the machine itself. What was done is a fact. @law GB/T 22239-2019 via domain 19.6
 */
import { isRole, roleText, SEPARATED } from '#kernel/authority'
import { addDays } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import { prefixOf } from '#kernel/context/world.ts'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { recordOfAccount } from '#kernel/person/account.ts'
import { newPerson } from '#kernel/person/actions.ts'
import * as persons from '#kernel/person/store.ts'
import type { Office } from '#kernel/procedure'
import { text } from '#kernel/text'
import { hashPassword } from '#platform/crypto'
import type { Account } from './contract.ts'
import { mayAppoint } from './rules.ts'
import * as store from './store.ts'

const PASSWORD_BYTES = 12
const LISTED = 50

export type NewAccount = { readonly login: string; readonly name: string; readonly nameEn: string }
export type Post = { readonly role: string; readonly office: Office }

/** Opens an account that has no post yet. The first password is answered once and kept as a hash. Refusals: not a login, taken. */
export async function openAccount(context: Context, given: NewAccount): Promise<Outcome<{ password: string }>> {
  const { services, ms } = context
  if (!/^[a-z][a-z0-9.-]{2,30}$/.test(given.login)) return refuse('not-a-login', 'practice')
  const password = firstPassword(context)
  const hash = await hashPassword(password)
  const opened = await context.asSystem(async (db) => {
    if (await persons.findAccount(db, given.login)) return refuse('login-taken', 'practice')
    const person = services.newId(ms)
    await persons.insertPerson(db, newPerson(services.keys, person, { name: given.name, rung: 3 }))
    await persons.insertAccount(db, { ...given, person, password: hash })
    return allow(person)
  })
  if (!opened.ok) return opened
  await recordOfAccount(context, opened.value, 'account-opened')
  return allow({ password })
}

/** At the machine: opens an account with its post, or gives one that exists a further post; administrators too. */
export async function openAtMachine(
  context: Context,
  given: NewAccount & Post,
): Promise<Outcome<{ password: string | undefined }>> {
  if (!isRole(given.role)) return refuse('no-such-role', 'practice', { role: given.role })
  const known = await context.asSystem((db) => persons.findAccount(db, given.login))
  const opened = known ? allow({ password: undefined }) : await openAccount(context, given)
  if (!opened.ok) return opened
  const account = known ?? (await context.asSystem((db) => persons.findAccount(db, given.login)))
  if (!account) return refuse('no-such-account', 'practice')
  const post = await insertPost(context, account.person, given)
  return post.ok ? opened : post
}

/** Gives a post from today on. Refusals: no such office or account; one's own; an administrator's; not a post of this office; held already. */
export async function givePost(
  context: Context,
  person: string,
  { role, office }: { readonly role: string; readonly office: Office | undefined },
): Promise<Outcome<{ id: string }>> {
  if (!office) return refuse('no-such-office', 'practice')
  const post = mayAppoint(role, office)
  if (!post.ok) return post
  const account = await keptHere(context, person)
  if (!account.ok) return account
  if (isEnded(account.value)) return refuse('account-ended', 'practice')
  return insertPost(context, person, { role: post.value, office })
}

async function insertPost(context: Context, person: string, { role, office }: Post): Promise<Outcome<{ id: string }>> {
  const { services, ms, today } = context
  const id = services.newId(ms)
  const done = await context.asSystem(async (db) => {
    const hats = await persons.listHats(db, person, today)
    if (hats.length > 0 && [role, ...hats.map((hat) => hat.role)].some(isSeparated))
      return refuse('administrators-are-separate', 'practice')
    if (hats.some((hat) => hat.role === role && hat.org === office.id)) return refuse('post-held-already', 'practice')
    await persons.insertAppointment(db, {
      id,
      person,
      role,
      org: office.id,
      place: isSeparated(role) || role.startsWith('dept_') ? '-' : prefixOf(office.place),
      from: today,
    })
    return allow()
  })
  if (!done.ok) return done
  await recordOfAccount(context, person, 'post-given', { post: id, role, office: office.code })
  return allow({ id })
}

/** Ends one post yesterday. Refusals: no such account or post; one's own; an administrator's. */
export async function endPost(context: Context, person: string, id: string): Promise<Outcome<{ ok: true }>> {
  const account = await keptHere(context, person)
  if (!account.ok) return account
  const ended = await context.asSystem((db) => store.endAppointment(db, person, id, addDays(context.today, -1)))
  if (ended === 0) return refuse('post-not-found', 'practice')
  await recordOfAccount(context, person, 'post-ended', { post: id })
  return allow({ ok: true })
}

/** Accounts by login, those whose login or name has what was typed. */
export async function listAccounts(
  context: Context,
  asked: { typed?: string | undefined; after?: string | undefined },
): Promise<{ rows: Account[]; next: string | null }> {
  const { world, ms, acting } = context
  const rows = await context.asSystem((db) => store.listAccounts(db, { ...asked, today: context.today, limit: LISTED }))
  return {
    rows: rows.map((row) => ({
      person: row.person,
      login: row.login,
      name: row.display_name,
      posts: row.posts.map((post) => {
        const office = world.office(post.org)
        return {
          id: post.id,
          role: roleText(post.role),
          office: text(office.name, office.nameEn),
          from: post.from,
          to: post.to,
        }
      }),
      secondFactor: row.second_factor,
      locked: row.locked_until !== null && row.locked_until.getTime() > ms,
      ended: row.ended,
      administrator: row.posts.some((post) => isSeparated(post.role)),
      mine: 'person' in acting && acting.person === row.person,
    })),
    next: rows.length === LISTED ? (rows.at(-1)?.login ?? null) : null,
  }
}

/** An account that an administrator may touch on the screen: not their own, and none of an administrator. */
async function keptHere(context: Context, person: string): Promise<Outcome<persons.AccountRow>> {
  const { acting, today } = context
  if ('person' in acting && acting.person === person) return refuse('own-account', 'practice')
  const { account, hats } = await context.asSystem(async (db) => ({
    account: await persons.findAccountOf(db, person),
    hats: await persons.listHats(db, person, today),
  }))
  if (!account) return refuse('account-not-found', 'practice')
  return hats.some((hat) => isSeparated(hat.role))
    ? refuse('administrators-at-the-machine', 'practice')
    : allow(account)
}

/** On the screen: a new first password for somebody else's account. */
export async function resetKept(context: Context, person: string): Promise<Outcome<{ password: string }>> {
  const account = await keptHere(context, person)
  if (!account.ok) return account
  if (isEnded(account.value)) return refuse('account-ended', 'practice')
  return resetAccount(context, account.value.login)
}

export async function endKept(context: Context, person: string): Promise<Outcome<{ ok: true }>> {
  const account = await keptHere(context, person)
  if (!account.ok) return account
  const ended = await endAccount(context, account.value.login)
  return ended.ok ? allow({ ok: true }) : ended
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
    const account = await persons.findAccount(db, login)
    if (!account) return refuse('no-such-account', 'practice')
    await persons.resetAccount(db, account.person, password)
    await persons.endSessionsOf(db, account.person, new Date(context.ms))
    if (password === null) await persons.endAppointments(db, account.person, addDays(context.today, -1))
    return allow(account.person)
  })
  if (!done.ok) return done
  await recordOfAccount(context, done.value, kind)
  return allow()
}

/** Without a password nobody signs in, but in demonstrations. */
function isEnded({ password, demo }: persons.AccountRow): boolean {
  return password === null && !demo
}

function isSeparated(role: string): boolean {
  return isRole(role) && SEPARATED.includes(role)
}

function firstPassword(context: Context): string {
  return Buffer.from(context.services.randomBytes(PASSWORD_BYTES)).toString('base64url')
}
