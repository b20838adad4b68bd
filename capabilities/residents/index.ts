/** Front door of the residents' register (人口与住户). */
import { ageOn, plainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { FormValues } from '#kernel/form'
import type { HeldDatum } from '#kernel/form/lint.ts'
import { maskIdNumber, maskName, maskPhone } from '#kernel/identity-number'
import { idNumberHash, phoneHash } from '#kernel/person/actions.ts'
import { CITY } from '#kernel/person/store.ts'
import { type Keys, seal, unseal } from '#platform/crypto'
import type { Db } from '#platform/db'
import * as store from './store.ts'

/** What is on file of a person, by register column; columns that are not held are absent. Plain values: for the person, or for a purpose. */
export async function heldValues(
  context: Pick<Context, 'services' | 'today'>,
  db: Db,
  person: string,
): Promise<FormValues> {
  const row = await store.findHeld(db, person)
  if (!row) return {}
  const open = (sealed: Buffer | null): string | undefined =>
    sealed ? unseal(context.services.keys, sealed).toString() : undefined
  return {
    'resident.name': open(row.name),
    'resident.id-number': open(row.id_number),
    'resident.phone': open(row.phone),
    'resident.birth': row.birth ?? undefined,
    'resident.sex': String(row.sex),
    'resident.address': row.address,
    'resident.place': row.place,
    'household.members': row.members,
    ...(row.birth ? { 'resident.age-band': ageBand(ageOn(plainDate(row.birth), context.today)) } : {}),
  }
}

/** Since when the register has been kept; undefined when it is empty. `db` runs as the system. */
export const keptSince = (db: Db): Promise<string | undefined> => store.firstEntry(db)

/** The persons of one household with this one, who do not handle their matters (回避). */
export async function householdOf(db: Db, person: string): Promise<readonly string[]> {
  return (await store.listHousehold(db, person)).filter((one) => one !== person)
}

/** Ages by tens from eighty, as allowances for the old are graded; below that none. */
export function ageBand(age: number): string | undefined {
  return age >= 100 ? '100' : age >= 90 ? '90' : age >= 80 ? '80' : undefined
}

/** Of these identity numbers, those that live in the place by the register. */
export async function heldNumbers(
  context: Pick<Context, 'services'>,
  db: Db,
  place: string,
  numbers: readonly string[],
): Promise<readonly string[]> {
  const byHash = new Map(
    numbers.map((number) => [idNumberHash(context.services.keys, number).toString('base64'), number]),
  )
  const found = await store.listHeldHashes(db, place, [...byHash.keys()])
  return found.flatMap((hash) => byHash.get(hash) ?? [])
}

/** Living and registered households by place (居住户、户籍户), for those who have to judge the size of a community. */
export { countHouseholds } from './store.ts'

/** What the register holds of everybody, and how forms ask for it: such a field is filled in, never asked (数据字典). */
export const HELD: readonly HeldDatum[] = [
  { name: 'resident.name', asks: /^(?:本人|申请人)?姓名$/u },
  { name: 'resident.id-number', asks: /^(?:本人|申请人)?(?:公民)?身份证?号码?$/u },
  { name: 'resident.phone', asks: /^(?:本人|申请人)?(?:手机|联系电话|联系方式|电话)(?:号码?)?$/u },
  { name: 'resident.birth', asks: /^(?:本人|申请人)?出生(?:日期|年月)$/u },
  { name: 'resident.age-band', asks: /^(?:本人|申请人)?(?:年龄段?|周岁)$/u },
  { name: 'resident.sex', asks: /^(?:本人|申请人)?性别$/u },
  { name: 'resident.address', asks: /^(?:本人|申请人|现|家庭|居住|户籍)?(?:住址|地址|居住地)$/u },
  { name: 'resident.place', asks: /^(?:所属|所在)(?:社区|村)/u },
  { name: 'household.members', asks: /^(?:家庭|共同生活的?家庭)(?:成员)?(?:人口数?|人数|成员数|户内人数)$/u },
]

export type Entered = {
  readonly address: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly members: readonly EnteredMember[]
}
export type EnteredMember = {
  readonly name: string
  readonly idNumber: string
  readonly sex: number
  readonly birth: string
  readonly phone: string | undefined
  readonly relation: string
  readonly status: 'R1' | 'R2' | 'R3' | 'R4'
  readonly since: string | null
  /** A person known already; else one is made. */
  readonly person?: string
}

/** Enters households of one community, and their members as persons of the city. `db` runs as the system. */
export async function enterHouseholds(
  given: { keys: Keys; newId: () => string },
  db: Db,
  place: string,
  households: readonly Entered[],
): Promise<number> {
  const { keys, newId } = given
  const rows: store.NewHousehold[] = []
  const residents: store.NewResident[] = []
  const persons: unknown[] = []
  const b64 = (bytes: Buffer): string => bytes.toString('base64')
  const dwelling = (one: Omit<store.NewHousehold, 'id' | 'place'>): string =>
    JSON.stringify([one.address, one.building, one.unit, one.room])
  const known = await store.listDwellings(
    db,
    place,
    households.map(({ address, building, unit, room }) => ({ address, building, unit, room })),
  )
  const lived = new Map(known.map((one) => [dwelling(one), one.id]))
  for (const one of households) {
    const id = lived.get(dwelling(one)) ?? newId()
    if (!lived.has(dwelling(one))) {
      lived.set(dwelling(one), id)
      rows.push({ id, place, address: one.address, building: one.building, unit: one.unit, room: one.room })
    }
    for (const member of one.members) {
      const person = member.person ?? newId()
      const same = {
        name: b64(seal(keys, member.name)),
        name_masked: maskName(member.name),
        id_number: b64(seal(keys, member.idNumber)),
        id_number_hash: b64(idNumberHash(keys, member.idNumber)),
        phone: member.phone ? b64(seal(keys, member.phone)) : null,
        phone_hash: member.phone ? b64(phoneHash(keys, member.phone)) : null,
        sex: member.sex,
        birth: member.birth,
      }
      persons.push({ id: person, rung: 2, ...same })
      residents.push({
        id: newId(),
        place,
        household: id,
        person,
        relation: member.relation,
        status: member.status,
        since: member.since,
        id_number_masked: maskIdNumber(member.idNumber),
        phone_masked: member.phone ? maskPhone(member.phone) : null,
        ...same,
      })
    }
  }
  if (residents.length === 0) return 0
  await store.insertPersons(db, CITY, persons)
  // Whoever the city knew already keeps their identity: the register's row points to it.
  const numbered = await store.listPersonsByHash(
    db,
    residents.flatMap((one) => one.id_number_hash ?? []),
  )
  const linked = residents.map((one) => ({ ...one, person: numbered.get(one.id_number_hash ?? '') ?? one.person }))
  await store.insertHouseholds(db, place.slice(0, 6), rows, linked)
  return residents.length
}
