/** 工作人员账号: password and second factor (动态口令), enrolled and changed by who holds the account. @law GB/T 22239-2019 via domain 19.6 */
import type { Acting } from '#kernel/authority'
import { isRole } from '#kernel/authority'
import type { Context } from '#kernel/context'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import {
  base32,
  hashPassword,
  seal,
  sealText,
  sha256,
  totp,
  totpStep,
  unseal,
  unsealText,
  verifyPassword,
} from '#platform/crypto'
import type { Db } from '#platform/db'
import QRCode from 'qrcode'
import { z } from 'zod'
import * as store from './store.ts'

const LOCK_AFTER = 5
const LOCK_MS = 15 * 60_000
const DRIFT_MS = [0, -30_000, 30_000]
const SECRET_BYTES = 20
const ENROL_MS = 10 * 60_000
const LEAST_PASSWORD = 10

export type Proof = { readonly login: string; readonly password: string; readonly code?: string | undefined }

/** Password, and the second factor once one is enrolled. Refusals: the same one for a wrong account, password or code; locked after five. */
async function prove(context: Context, db: Db, given: Proof): Promise<Outcome<store.AccountRow>> {
  const { ms } = context
  const account = await store.findAccount(db, given.login.toLowerCase())
  if (!account || account.password === null) return refuse('sign-in-failed', 'practice')
  if (account.locked_until && account.locked_until.getTime() > ms)
    return refuse('account-locked', 'practice', { minutes: Math.ceil((account.locked_until.getTime() - ms) / 60_000) })
  const right = await verifyPassword(given.password, account.password)
  const second = account.totp === null || (await takeCode(context, db, account.person, account.totp, given.code))
  if (!right || !second) {
    const failures = account.failures + 1
    const until = failures >= LOCK_AFTER ? new Date(ms + LOCK_MS) : null
    await store.setFailures(db, account.person, failures % LOCK_AFTER, until)
    return refuse('sign-in-failed', 'practice')
  }
  await store.setFailures(db, account.person, 0, null)
  return allow(account)
}

/** True once for a code of the enrolled secret. */
async function takeCode(
  { services, ms }: Context,
  db: Db,
  person: string,
  enrolled: Buffer,
  code: string | undefined,
): Promise<boolean> {
  const step = stepOf(unseal(services.keys, enrolled), code, ms)
  return step !== undefined && (await store.takeTotpStep(db, person, step)) === 1
}

/** The step whose password this is, half a minute to either side allowed. */
function stepOf(secret: Uint8Array, code: string | undefined, ms: number): number | undefined {
  const drift = DRIFT_MS.find((one) => totp(secret, ms + one) === code?.trim())
  return drift === undefined ? undefined : totpStep(ms + drift)
}

/** Outside demonstrations nobody signs in by password alone: who has no second factor is told to enrol one first. */
export async function staffSignIn(
  context: Context,
  given: Proof,
): Promise<Outcome<{ person: string; appointment: string | null }>> {
  return context.asSystem(async (db) => {
    const proved = await prove(context, db, given)
    if (!proved.ok) return proved
    const { person, totp: enrolled } = proved.value
    if (enrolled === null && !context.services.demo) return refuse('second-factor-needed', 'practice')
    const hats = await store.listHats(db, person, context.today)
    return allow({ person, appointment: hats[0]?.id ?? null })
  })
}

const Pending = z.object({ person: z.string(), secret: z.string(), before: z.string(), until: z.number() })

/**
 * A fresh secret for an authenticator app; nothing is kept until a code of it is shown. `code` is one of the present secret, where
 * there is one. `pending` is sealed, holds for ten minutes, and comes back with the code.
 */
export async function beginSecondFactor(
  context: Context,
  given: Proof,
): Promise<Outcome<{ secret: string; qr: string; pending: string }>> {
  const { services, ms } = context
  const proved = await context.asSystem((db) => prove(context, db, given))
  if (!proved.ok) return proved
  const { person, login, totp: before } = proved.value
  const secret = Buffer.from(services.randomBytes(SECRET_BYTES))
  const text = base32(secret)
  const uri = `otpauth://totp/Liren:${encodeURIComponent(login)}?secret=${text}&issuer=Liren`
  const qr = await QRCode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const pending: z.infer<typeof Pending> = {
    person,
    secret: secret.toString('base64'),
    before: digestOf(before),
    until: ms + ENROL_MS,
  }
  return allow({
    secret: text.replace(/(.{4})(?=.)/g, '$1 '),
    qr: `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`,
    pending: sealText(services.keys, JSON.stringify(pending)),
  })
}

/** Refusals: begun too long ago, or overtaken by another change; a code that is not of the new secret. */
export async function confirmSecondFactor(
  context: Context,
  given: { pending: string; code: string },
): Promise<Outcome<{ ok: true }>> {
  const { services, ms } = context
  const pending = openPending(context, given.pending)
  if (!pending || pending.until < ms) return refuse('second-factor-begun-too-long-ago', 'practice')
  const secret = Buffer.from(pending.secret, 'base64')
  const step = stepOf(secret, given.code, ms)
  if (step === undefined) return refuse('second-factor-code-wrong', 'practice')
  const outcome = await context.asSystem(async (db) => {
    const account = await store.findAccountOf(db, pending.person)
    if (!account || digestOf(account.totp) !== pending.before)
      return refuse('second-factor-begun-too-long-ago', 'practice')
    await store.setTotp(db, account.person, seal(services.keys, secret), step)
    return allow()
  })
  if (!outcome.ok) return outcome
  await recordOfAccount(context, pending.person, 'second-factor-set')
  return allow({ ok: true as const })
}

export async function changePassword(
  context: Context,
  given: Proof & { newPassword: string },
): Promise<Outcome<{ ok: true }>> {
  const { newPassword } = given
  if (newPassword.length < LEAST_PASSWORD || newPassword.toLowerCase().includes(given.login.toLowerCase()))
    return refuse('password-too-simple', 'practice', { least: LEAST_PASSWORD })
  const hash = await hashPassword(newPassword)
  const outcome = await context.asSystem(async (db) => {
    const proved = await prove(context, db, given)
    if (proved.ok) await store.setPassword(db, proved.value.person, hash)
    return proved
  })
  if (!outcome.ok) return outcome
  await recordOfAccount(context, outcome.value.person, 'password-changed')
  return allow({ ok: true as const })
}

function openPending(context: Context, sealed: string): z.infer<typeof Pending> | undefined {
  try {
    return Pending.parse(JSON.parse(unsealText(context.services.keys, sealed)))
  } catch {
    return undefined // not of our making, or altered on the way
  }
}

function digestOf(totpSealed: Buffer | null): string {
  return totpSealed ? sha256(totpSealed).toString('hex') : ''
}

/** That it was done, by the administrator or else by whom the account belongs to; nothing of what was set. */
export async function recordOfAccount(
  context: Context,
  person: string,
  kind: string,
  content: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { services, ms } = context
  const acting = context.acting.kind === 'staff' ? context.acting : await holderOf(context, person)
  const fact = factRecord(context, {
    county: store.CITY,
    caseId: null,
    subject: 'account',
    kind,
    content: { account: person, ...content },
    acting,
    onBehalf: null,
  })
  const done = await services.commit({
    scope: { places: 'all', org: '', person: '' },
    county: store.CITY,
    at: new Date(ms).toISOString(),
    facts: [fact],
    answer: null,
  })
  if (!done.ok) throw new Error(`the record of ${kind} was not kept`)
  services.committed()
}

async function holderOf(context: Context, person: string): Promise<Acting> {
  const [hat] = await context.asSystem((db) => store.listHats(db, person, context.today))
  return hat && isRole(hat.role)
    ? { kind: 'staff', person, role: hat.role, org: hat.org, places: hat.place, appointment: hat.id }
    : { kind: 'nobody' }
}
