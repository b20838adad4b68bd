/** Tables of persons, accounts, sessions, one-time codes and looks. */
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

/** Persons belong to the city: one identity serves at any window. */
export const CITY = '140300'

const bytes = z.instanceof(Buffer)
export const PersonRow = z.object({
  id: z.string(),
  name: bytes,
  name_masked: z.string(),
  id_number: bytes.nullable(),
  phone: bytes.nullable(),
  phone_hash: bytes.nullable(),
  birth: z.string().nullable(),
  sex: z.number(),
  rung: z.number(),
  no_tolerance_until: z.string().nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

const columns = sql`id, name, name_masked, id_number, phone, phone_hash, birth, sex, rung, no_tolerance_until`

export function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  return db.maybe(PersonRow, sql`select ${columns} from kernel.person where county = ${CITY} and id = ${id}`)
}

export function findPersonByIdNumber(db: Db, hash: Buffer): Promise<PersonRow | undefined> {
  return db.maybe(
    PersonRow,
    sql`select ${columns} from kernel.person where county = ${CITY} and id_number_hash = ${hash}`,
  )
}

export function listPersonsByPhone(db: Db, hash: Buffer): Promise<PersonRow[]> {
  return db.many(
    PersonRow,
    sql`select ${columns} from kernel.person where phone_hash = ${hash} order by birth nulls last, id limit 20`,
  )
}

export type NewPerson = {
  id: string
  name: Buffer
  nameMasked: string
  idNumber: Buffer | null
  idNumberHash: Buffer | null
  phone: Buffer | null
  phoneHash: Buffer | null
  birth: string | null
  sex: number
  rung: number
}

export function insertPerson(db: Db, p: NewPerson): Promise<number> {
  return db.run(sql`insert into kernel.person (county, id, name, name_masked, id_number, id_number_hash, phone, phone_hash, birth, sex, rung)
    values (${CITY}, ${p.id}, ${p.name}, ${p.nameMasked}, ${p.idNumber}, ${p.idNumberHash}, ${p.phone}, ${p.phoneHash}, ${p.birth}, ${p.sex}, ${p.rung})`)
}

export function setProof(
  db: Db,
  id: string,
  rung: number,
  phone: { sealed: Buffer; hash: Buffer } | undefined,
): Promise<number> {
  return db.run(sql`update kernel.person set rung = greatest(rung, ${rung}), phone = coalesce(${phone?.sealed ?? null}, phone),
    phone_hash = coalesce(${phone?.hash ?? null}, phone_hash) where county = ${CITY} and id = ${id}`)
}

export function setNoToleranceUntil(db: Db, id: string, day: string): Promise<number> {
  return db.run(sql`update kernel.person set no_tolerance_until = ${day} where county = ${CITY} and id = ${id}`)
}

export const CodeRow = z.object({ code_hash: bytes, attempts: z.number(), sent_at: z.date(), expires_at: z.date() })

export function findCode(db: Db, phoneHash: Buffer): Promise<z.infer<typeof CodeRow> | undefined> {
  return db.maybe(
    CodeRow,
    sql`select code_hash, attempts, sent_at, expires_at from kernel.one_time_code where phone_hash = ${phoneHash} for update`,
  )
}

export function keepCode(db: Db, phoneHash: Buffer, codeHash: Buffer, sentAt: Date, expiresAt: Date): Promise<number> {
  return db.run(sql`insert into kernel.one_time_code (phone_hash, code_hash, attempts, sent_at, expires_at) values (${phoneHash}, ${codeHash}, 0, ${sentAt}, ${expiresAt})
    on conflict (phone_hash) do update set code_hash = excluded.code_hash, attempts = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at`)
}

export function countAttempt(db: Db, phoneHash: Buffer): Promise<number> {
  return db.run(sql`update kernel.one_time_code set attempts = attempts + 1 where phone_hash = ${phoneHash}`)
}

export function dropCode(db: Db, phoneHash: Buffer): Promise<number> {
  return db.run(sql`delete from kernel.one_time_code where phone_hash = ${phoneHash}`)
}

export const SessionRow = z.object({
  person: z.string(),
  kind: z.enum(['resident', 'staff']),
  appointment: z.string().nullable(),
  rung: z.number(),
  seen_at: z.date(),
  expires_at: z.date(),
  ended_at: z.date().nullable(),
  role: z.string().nullable(),
  org: z.string().nullable(),
  places: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
})
export type SessionRow = z.infer<typeof SessionRow>

export function findSession(db: Db, tokenHash: Buffer): Promise<SessionRow | undefined> {
  return db.maybe(
    SessionRow,
    sql`select s.person, s.kind, s.appointment, s.rung, s.seen_at, s.expires_at, s.ended_at, a.role, a.org, a.place as places, a.valid_from, a.valid_to
    from kernel.session s left join kernel.appointment a on a.county = ${CITY} and a.id = s.appointment where s.token_hash = ${tokenHash}`,
  )
}

export function insertSession(
  db: Db,
  s: {
    tokenHash: Buffer
    person: string
    kind: 'resident' | 'staff'
    appointment: string | null
    rung: number
    at: Date
    expiresAt: Date
  },
): Promise<number> {
  return db.run(sql`insert into kernel.session (token_hash, person, kind, appointment, rung, created_at, seen_at, expires_at)
    values (${s.tokenHash}, ${s.person}, ${s.kind}, ${s.appointment}, ${s.rung}, ${s.at}, ${s.at}, ${s.expiresAt})`)
}

export function touchSession(db: Db, tokenHash: Buffer, at: Date, expiresAt: Date): Promise<number> {
  return db.run(
    sql`update kernel.session set seen_at = ${at}, expires_at = ${expiresAt} where token_hash = ${tokenHash}`,
  )
}

export function endSession(db: Db, tokenHash: Buffer, at: Date): Promise<number> {
  return db.run(sql`update kernel.session set ended_at = ${at} where token_hash = ${tokenHash} and ended_at is null`)
}

export function setSessionHat(db: Db, tokenHash: Buffer, appointment: string): Promise<number> {
  return db.run(sql`update kernel.session set appointment = ${appointment} where token_hash = ${tokenHash}`)
}

export const AccountRow = z.object({
  person: z.string(),
  login: z.string(),
  display_name: z.string(),
  display_name_en: z.string(),
  password: z.string().nullable(),
  totp: bytes.nullable(),
  totp_step: z.coerce.number().nullable(),
  demo: z.boolean(),
  failures: z.number(),
  locked_until: z.date().nullable(),
})
export type AccountRow = z.infer<typeof AccountRow>
const account = sql`person, login, display_name, display_name_en, password, totp, totp_step, demo, failures, locked_until`

export function findAccount(db: Db, login: string): Promise<AccountRow | undefined> {
  return db.maybe(
    AccountRow,
    sql`select ${account} from kernel.staff_account where county = ${CITY} and login = ${login}`,
  )
}

export function findAccountOf(db: Db, person: string): Promise<AccountRow | undefined> {
  return db.maybe(
    AccountRow,
    sql`select ${account} from kernel.staff_account where county = ${CITY} and person = ${person}`,
  )
}

export function setFailures(db: Db, person: string, failures: number, lockedUntil: Date | null): Promise<number> {
  return db.run(
    sql`update kernel.staff_account set failures = ${failures}, locked_until = ${lockedUntil} where county = ${CITY} and person = ${person}`,
  )
}

export function setTotp(db: Db, person: string, secret: Buffer, step: number): Promise<number> {
  return db.run(
    sql`update kernel.staff_account set totp = ${secret}, totp_step = ${step} where county = ${CITY} and person = ${person}`,
  )
}

/** None when a code of this step or a later one was taken before. */
export function takeTotpStep(db: Db, person: string, step: number): Promise<number> {
  return db.run(
    sql`update kernel.staff_account set totp_step = ${step} where county = ${CITY} and person = ${person} and (totp_step is null or totp_step < ${step})`,
  )
}

export function setPassword(db: Db, person: string, password: string): Promise<number> {
  return db.run(
    sql`update kernel.staff_account set password = ${password} where county = ${CITY} and person = ${person}`,
  )
}

export function insertAccount(
  db: Db,
  a: { person: string; login: string; name: string; nameEn: string; password: string },
): Promise<number> {
  return db.run(sql`insert into kernel.staff_account (county, person, login, display_name, display_name_en, password, demo)
    values (${CITY}, ${a.person}, ${a.login}, ${a.name}, ${a.nameEn}, ${a.password}, false)`)
}

export function insertAppointment(
  db: Db,
  a: { id: string; person: string; role: string; org: string; place: string; from: string },
): Promise<number> {
  return db.run(sql`insert into kernel.appointment (county, id, person, role, org, place, valid_from)
    values (${CITY}, ${a.id}, ${a.person}, ${a.role}, ${a.org}, ${a.place}, ${a.from})`)
}

/** Without a password nobody signs in. */
export function resetAccount(db: Db, person: string, password: string | null): Promise<number> {
  return db.run(
    sql`update kernel.staff_account set password = ${password}, totp = null, failures = 0, locked_until = null where county = ${CITY} and person = ${person}`,
  )
}

export function endSessionsOf(db: Db, person: string, at: Date): Promise<number> {
  return db.run(sql`update kernel.session set ended_at = ${at} where person = ${person} and ended_at is null`)
}

export function endAppointments(db: Db, person: string, on: string): Promise<number> {
  return db.run(
    sql`update kernel.appointment set valid_to = ${on} where county = ${CITY} and person = ${person} and (valid_to is null or valid_to > ${on})`,
  )
}

export const HatRow = z.object({ id: z.string(), role: z.string(), org: z.string(), place: z.string() })
export type HatRow = z.infer<typeof HatRow>

export function listHats(db: Db, person: string, today: string): Promise<HatRow[]> {
  return db.many(
    HatRow,
    sql`select id, role, org, place from kernel.appointment where county = ${CITY} and person = ${person}
    and valid_from <= ${today} and (valid_to is null or valid_to >= ${today}) order by valid_from, id`,
  )
}

export function insertLook(
  db: Db,
  look: {
    county: string
    id: string
    at: Date
    day: string
    subject: string
    actor: string
    role: string
    org: string
    purpose: string
    fields: readonly string[]
    caseId: string | null
  },
): Promise<number> {
  return db.run(sql`insert into kernel.look (county, id, at, day, subject, actor, role, org, purpose, fields, case_id)
    values (${look.county}, ${look.id}, ${look.at}, ${look.day}, ${look.subject}, ${look.actor}, ${look.role}, ${look.org}, ${look.purpose}, ${look.fields}, ${look.caseId})`)
}

export const LookRow = z.object({
  at: z.date(),
  role: z.string(),
  org: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
  number: z.string().nullable(),
})

/** Who looked at a person's data; for that person alone. */
export function listLooks(db: Db, subject: string): Promise<z.infer<typeof LookRow>[]> {
  return db.many(
    LookRow,
    sql`select l.at, l.role, l.org, l.purpose, l.fields, c.number from kernel.look l
    left join kernel.case c on c.county = l.county and c.id = l.case_id where l.subject = ${subject} order by l.at desc limit 200`,
  )
}

export async function countLooks(db: Db, actor: string, day: string): Promise<number> {
  const row = await db.one(
    z.object({ n: z.number() }),
    sql`select count(*)::int as n from kernel.look where actor = ${actor} and day = ${day}`,
  )
  return row.n
}

export const LookerRow = z.object({
  day: z.string(),
  actor_name: z.instanceof(Buffer),
  role: z.string(),
  org: z.string(),
  looks: z.number(),
  people: z.number(),
  purposes: z.array(z.string()),
})
/** Looks by actor and day since a day; whose data it was stays with the persons themselves. */
export function listLookers(db: Db, since: string): Promise<z.infer<typeof LookerRow>[]> {
  return db.many(
    LookerRow,
    sql`select l.day, p.name as actor_name, l.role, l.org, count(*)::int as looks, count(distinct l.subject)::int as people,
      (array_agg(distinct l.purpose))[1:3] as purposes
    from kernel.look l join kernel.person p on p.county = ${CITY} and p.id = l.actor
    where l.day >= ${since} group by l.day, p.name, l.role, l.org, l.actor order by count(*) desc, l.day desc limit 100`,
  )
}
