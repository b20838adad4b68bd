/** The first start of a demonstration: the city as it is, its offices, people to be, and a year of cases made by the engine itself. */
import { officeId } from '../../../capabilities/organisations/seed/offices.ts'
import { enterDemonstrationLists } from '#capabilities/duty-lists'
import { formerNames, organisationNames, PRINTED } from '#capabilities/organisations'
import { type Entered, enterHouseholds } from '#capabilities/residents'
import { type Role, ROLES } from '#kernel/authority'
import { plainDate } from '#kernel/calendar'
import { newPerson } from '#kernel/person/actions.ts'
import * as persons from '#kernel/person/store.ts'
import * as settings from '#kernel/settings/store.ts'
import { type Keys, sha256, uuidv7 } from '#platform/crypto'
import { type Database, SYSTEM_SCOPE } from '#platform/db'
import { enterCity, readPlaces, type SeedPlace } from '../city.ts'
import { HOME, RESIDENTS, STAFF } from './cast.ts'
import { householdsOf, maker } from './people.ts'

const CITY_CODE = '140300000000'

/** A stable id for a login of the cast. */
export function castId(login: string): string {
  const hex = sha256(`liren cast ${login}`).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export type Worker = {
  readonly person: string
  readonly login: string
  readonly name: string
  readonly nameEn: string
  readonly role: Role
  readonly office: string
  readonly places: string
}

/** Communities that work in the demonstration: those of two streets, with a clerk and a worker each. */
export function workingCommunities(places: readonly SeedPlace[]): SeedPlace[] {
  return places.filter(
    (place) =>
      place.level === 'committee' && (place.code.startsWith('140302001') || place.code.startsWith('140321106')),
  )
}

/** All hats of the demonstration: the cast's, and a clerk and a worker for every working community. */
export function demoWorkers(places: readonly SeedPlace[]): Worker[] {
  const made = STAFF.flatMap((one): Worker[] => {
    const base = { person: castId(one.login), login: one.login, name: one.name, nameEn: one.nameEn }
    return [
      { ...base, role: one.role, office: one.office, places: one.places },
      ...(one.also ? [{ ...base, role: one.also.role, office: one.also.office, places: one.also.places }] : []),
    ]
  })
  for (const place of workingCommunities(places)) {
    for (const role of ['window_clerk', 'community_worker'] as const) {
      if (made.some((one) => one.role === role && one.places === place.code)) continue
      const login = `${role === 'window_clerk' ? 'clerk' : 'worker'}-${place.code}`
      made.push({
        person: castId(login),
        login,
        name: role === 'window_clerk' ? '窗口受理员' : '社区工作者',
        nameEn: role === 'window_clerk' ? 'Window clerk' : 'Community worker',
        role,
        office: `committee-${place.code}`,
        places: place.code,
      })
    }
  }
  // Departments and county offices without one of the cast: an officer each, so that all can report.
  const staffed = new Set(STAFF.map((one) => one.office))
  for (const { code } of PRINTED) if (!staffed.has(code)) made.push(officer(code, 'dept_staff', '-'))
  for (const { code } of places.filter((one) => one.level === 'county')) {
    const office = `county-office-${code.slice(0, 6)}`
    if (!staffed.has(office)) made.push(officer(office, 'county_office', code.slice(0, 6)))
  }
  return made
}

function officer(office: string, role: Role, of: string): Worker {
  const login = `officer-${office}`
  return {
    person: castId(login),
    login,
    name: ROLES[role].zh,
    nameEn: ROLES[role].en,
    role,
    office,
    places: of,
  }
}

/** One transaction: a first start that is killed leaves an empty database, and is made again. */
export async function seedCity(
  database: Database,
  keys: Keys,
  root: string,
  today: string,
  ms: number,
  who: 'everybody' | 'cast' = 'everybody',
): Promise<{ residents: number }> {
  const places = readPlaces(root)
  const newId = (): string => uuidv7(ms)
  return database.as(SYSTEM_SCOPE, async (db) => {
    await enterCity(db, places)
    const writer = { ms, today: plainDate(today), services: { keys, newId: uuidv7 } }
    await organisationNames.write(writer, db, CITY_CODE, formerNames(), async () => {})
    const workers = demoWorkers(places)
    const accounts = new Map(workers.map((one) => [one.person, one]))
    for (const one of accounts.values())
      await persons.insertPerson(db, newPerson(keys, one.person, { name: one.name, rung: 3 }))
    await settings.insertStaff(
      db,
      [...accounts.values()].map((one) => ({
        person: one.person,
        login: one.login,
        display_name: one.name,
        display_name_en: one.nameEn,
        password: null,
        totp: null,
        demo: true,
      })),
    )
    await settings.insertAppointments(
      db,
      workers.map((one) => ({
        id: castId(`${one.login} ${one.role}`),
        person: one.person,
        role: one.role,
        org: officeId(one.office),
        place: one.places,
        valid_from: '2018-11-09',
        valid_to: null,
      })),
    )

    await enterDemonstrationLists(
      db,
      places.filter((one) => one.level === 'county').map((one) => one.code.slice(0, 6)),
      newId,
    )
    const make = maker(140300, today)
    let residents = 0
    for (const place of workingCommunities(places)) {
      const cast = RESIDENTS.filter((one) => one.place === place.code).map(
        (one): Entered => ({
          address: place.code === HOME ? '油娄沟小区' : place.name,
          building: '1号楼',
          unit: '1单元',
          room: `${RESIDENTS.indexOf(one) + 1}01`,
          members: [
            {
              name: one.name,
              idNumber: one.idNumber,
              sex: one.sex,
              birth: one.birth,
              phone: one.phone,
              relation: one.relation,
              status: 'R1',
              since: null,
              person: castId(one.login),
            },
          ],
        }),
      )
      residents += await enterHouseholds({ keys, newId }, db, place.code, [
        ...cast,
        ...(who === 'cast' ? [] : householdsOf(make, place, 40 + Math.floor(make.random() * 30))),
      ])
    }
    if (who === 'cast') return { residents }
    for (const place of places.filter((one) => one.level === 'committee' && !workingCommunities(places).includes(one)))
      residents += await enterHouseholds(
        { keys, newId },
        db,
        place.code,
        householdsOf(make, place, 2 + Math.floor(make.random() * 3)),
      )
    return { residents }
  })
}
