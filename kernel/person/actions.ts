/** The ladder of proof (身份核验): a phone by one-time code, a match with the register, a clerk who vouches. */
import type { Context } from '#kernel/context'
import { checkIdNumber, maskName, normalisePhone } from '#kernel/identity-number'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { type Keys, sameBytes, seal, searchHash, unseal } from '#platform/crypto'
import type { Db } from '#platform/db'
import * as store from './store.ts'

const CODE_MS = 5 * 60_000
const RESEND_MS = 60_000
const CODE_ATTEMPTS = 5

export const phoneHash = (keys: Keys, e164: string): Buffer => searchHash(keys, 'phone', e164)
export const idNumberHash = (keys: Keys, number: string): Buffer => searchHash(keys, 'id-number', number)

/** Hands a message to the city's gateway; false when it was not taken. */
export type Deliver = (message: { id: string; to: string; kind: string; text: string }) => Promise<boolean>

/**
 * Sends a code: at most one a minute for a phone. In demo mode it is answered and leaves the machine nowhere; otherwise it goes out
 * by the message gateway. Refusals: no gateway, a gateway that does not take it, a code sent just now.
 */
export async function sendCode(
  context: Context,
  phone: string,
  deliver?: Deliver,
): Promise<Outcome<{ sent: true; seconds: number; demoCode?: string }>> {
  const { services, ms } = context
  const normal = mobileOf(phone)
  if (!normal.ok) return normal
  if (!services.demo && !deliver) return refuse('no-codes-by-phone', 'practice')
  const { e164 } = normal.value
  const hash = phoneHash(services.keys, e164)
  const code = String(Buffer.from(services.randomBytes(4)).readUInt32BE(0) % 1_000_000).padStart(6, '0')
  const kept = await context.asSystem(async (db) => {
    const before = await store.findCode(db, hash)
    const since = before ? ms - before.sent_at.getTime() : RESEND_MS
    if (!services.demo && since >= 0 && since < RESEND_MS)
      return refuse('code-sent-just-now', 'practice', { seconds: Math.ceil((RESEND_MS - since) / 1000) })
    await store.keepCode(db, hash, codeHash(services.keys, e164, code), new Date(ms), new Date(ms + CODE_MS))
    return allow()
  })
  if (!kept.ok) return kept
  const sent = { sent: true as const, seconds: RESEND_MS / 1000 }
  if (services.demo) return allow({ ...sent, demoCode: code })
  const text = `验证码${code},5分钟内有效。请勿告诉他人。`
  const taken = await deliver?.({ id: services.newId(ms), to: e164, kind: 'one-time-code', text }).catch(() => false)
  if (taken) return allow(sent)
  await context.asSystem((db) => store.dropCode(db, hash))
  return refuse('code-not-sent', 'practice')
}

/** 实名核验(三要素): is this phone registered in this name and number? `unknown` when the service cannot say. */
export type IdentityCheck = (given: {
  name: string
  idNumber: string
  phone: string
}) => Promise<'same' | 'different' | 'unknown'>

/**
 * Proves the phone and names the person. Rung 3 when the real-name service confirms the three together, rung 2 when the register
 * holds this phone for that number, else rung 1.
 */
export async function verifyCode(
  context: Context,
  given: { phone: string; code: string; name: string; idNumber: string },
  check?: IdentityCheck,
): Promise<Outcome<{ person: string; rung: number; matched: boolean }>> {
  const { services, today } = context
  const phone = mobileOf(given.phone)
  if (!phone.ok) return phone
  const identity = checkIdNumber(given.idNumber, { today, allowTest: services.allowTestIds })
  if (!identity.ok) return identity
  const { number, birth, sex } = identity.value
  const { e164 } = phone.value
  const hash = phoneHash(services.keys, e164)
  const proved = await context.asSystem((db) => checkCode(context, db, e164, given.code))
  if (!proved.ok) return proved
  const verdict = check
    ? await check({ name: given.name, idNumber: number, phone: e164 }).catch(() => 'unknown')
    : 'unknown'
  if (verdict === 'different') return refuse('name-does-not-match', 'practice')
  const real = verdict === 'same'
  return context.asSystem(async (db) => {
    const contact = { sealed: seal(services.keys, e164), hash }
    const person = await store.findPersonByIdNumber(db, idNumberHash(services.keys, number))
    if (!person) {
      await store.dropCode(db, hash)
      const id = services.newId(context.ms)
      const rung = real ? 3 : 1
      const fresh = { name: given.name, idNumber: number, phone: e164, birth, sex, rung }
      await store.insertPerson(db, newPerson(services.keys, id, fresh))
      return allow({ person: id, rung, matched: false })
    }
    const matched = person.phone_hash !== null && sameBytes(person.phone_hash, hash)
    if (person.phone_hash !== null && !matched && !real) return refuse('identity-held-by-other-phone', 'practice')
    if (unseal(services.keys, person.name).toString() !== given.name) return refuse('name-does-not-match', 'practice')
    // Without a phone on file, a name and a number prove too little to take over what a clerk vouched for.
    if (!matched && !real && person.rung >= 2) return refuse('identity-held-by-other-phone', 'practice')
    await store.dropCode(db, hash)
    const rung = real ? 3 : matched ? Math.max(2, person.rung) : 1
    await store.setProof(db, person.id, rung, matched ? undefined : contact)
    return allow({ person: person.id, rung, matched })
  })
}

async function checkCode({ services, ms }: Context, db: Db, phone: string, code: string): Promise<Outcome<void>> {
  const hash = phoneHash(services.keys, phone)
  const kept = await store.findCode(db, hash)
  if (!kept || kept.expires_at.getTime() < ms) return refuse('code-expired', 'practice')
  if (kept.attempts >= CODE_ATTEMPTS) return refuse('code-tried-too-often', 'practice')
  if (sameBytes(kept.code_hash, codeHash(services.keys, phone, code.trim()))) return allow()
  await store.countAttempt(db, hash)
  return refuse('code-wrong', 'practice', { left: CODE_ATTEMPTS - 1 - kept.attempts })
}

/** A clerk who saw the person and the card vouches for them: rung 2. Finds the person or enters them. */
export async function vouch(
  context: Context,
  given: { name: string; idNumber: string; phone?: string | undefined },
): Promise<Outcome<{ person: string; nameMasked: string; isNew: boolean }>> {
  const { services, ms, today } = context
  const identity = checkIdNumber(given.idNumber, { today, allowTest: services.allowTestIds })
  if (!identity.ok) return identity
  const phone = given.phone ? normalisePhone(given.phone) : undefined
  if (phone && !phone.ok) return phone
  const contact = phone?.ok
    ? { sealed: seal(services.keys, phone.value.e164), hash: phoneHash(services.keys, phone.value.e164) }
    : undefined
  return context.asSystem(async (db) => {
    const person = await store.findPersonByIdNumber(db, idNumberHash(services.keys, identity.value.number))
    if (person) {
      if (unseal(services.keys, person.name).toString() !== given.name) return refuse('name-does-not-match', 'practice')
      await store.setProof(db, person.id, 2, contact)
      return allow({ person: person.id, nameMasked: person.name_masked, isNew: false })
    }
    const id = services.newId(ms)
    const fresh = newPerson(services.keys, id, {
      name: given.name,
      idNumber: identity.value.number,
      phone: phone?.ok ? phone.value.e164 : undefined,
      birth: identity.value.birth,
      sex: identity.value.sex,
      rung: 2,
    })
    await store.insertPerson(db, fresh)
    return allow({ person: id, nameMasked: fresh.nameMasked, isNew: true })
  })
}

/** A person as kept: sealed, with keyed hashes and a masked name for lists. */
export function newPerson(
  keys: Keys,
  id: string,
  given: {
    name: string
    idNumber?: string | undefined
    phone?: string | undefined
    birth?: string | undefined
    sex?: number
    rung: number
  },
): store.NewPerson {
  return {
    id,
    name: seal(keys, given.name),
    nameMasked: maskName(given.name),
    idNumber: given.idNumber ? seal(keys, given.idNumber) : null,
    idNumberHash: given.idNumber ? idNumberHash(keys, given.idNumber) : null,
    phone: given.phone ? seal(keys, given.phone) : null,
    phoneHash: given.phone ? phoneHash(keys, given.phone) : null,
    birth: given.birth ?? null,
    sex: given.sex ?? 0,
    rung: given.rung,
  }
}

/** A code can only reach a mobile phone. */
function mobileOf(phone: string): Outcome<{ e164: string }> {
  const normal = normalisePhone(phone)
  return normal.ok && normal.value.kind !== 'mobile' ? refuse('not-a-mobile-phone', 'practice') : normal
}

function codeHash(keys: Keys, phone: string, code: string): Buffer {
  return searchHash(keys, 'one-time-code', `${phone}\0${code}`)
}
