/** A village for tests: two communities of two streets, their offices, a few people with hats, a day that stands still. */
import { makeServices, type MadeServices } from '../apps/server/services.ts'
import type { Acting, Role } from '#kernel/authority'
import { plainDate } from '#kernel/calendar'
import { type Context, contextFor } from '#kernel/context'
import { Sealer } from '#kernel/ledger-store/sealer.ts'
import { definePack, type PackSet } from '#kernel/pack'
import { newPerson } from '#kernel/person/actions.ts'
import * as persons from '#kernel/person/store.ts'
import type { AnyProcedure } from '#kernel/procedure'
import * as settings from '#kernel/settings/store.ts'
import type { Text } from '#kernel/text'
import { deriveKeys, type Keys } from '#platform/crypto'
import { SYSTEM_SCOPE } from '#platform/db'
import type { TestDatabase } from './database.ts'

export const KEYS: Keys = deriveKeys('a secret for tests only, 48 characters and more long')

export const PLACES = {
  city: '140300000000',
  county: '140302000000',
  street: '140302001000',
  community: '140302001001',
  neighbour: '140302001002',
  otherStreet: '140302002000',
  far: '140302002001',
} as const

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const OFFICES = {
  cityOffice: uuid(1),
  countyOffice: uuid(2),
  street: uuid(3),
  community: uuid(4),
  neighbour: uuid(5),
  otherStreet: uuid(6),
  far: uuid(7),
  dept: uuid(8),
  secondDept: uuid(9),
} as const
export const PEOPLE = {
  resident: uuid(101),
  neighbour: uuid(102),
  worker: uuid(201),
  clerk: uuid(202),
  neighbourClerk: uuid(203),
  streetAdmin: uuid(204),
  officer: uuid(205),
  head: uuid(206),
  secondOfficer: uuid(207),
  cityOffice: uuid(208),
  secondCityOffice: uuid(209),
  auditor: uuid(210),
  secAdmin: uuid(211),
  sysAdmin: uuid(212),
  chair: uuid(213),
  countyOffice: uuid(214),
  streetStaff: uuid(215),
} as const

export const HATS: readonly { person: string; role: Role; org: string; place: string }[] = [
  { person: PEOPLE.worker, role: 'community_worker', org: OFFICES.community, place: PLACES.community },
  { person: PEOPLE.chair, role: 'committee_chair', org: OFFICES.community, place: PLACES.community },
  { person: PEOPLE.clerk, role: 'window_clerk', org: OFFICES.community, place: PLACES.community },
  { person: PEOPLE.neighbourClerk, role: 'window_clerk', org: OFFICES.neighbour, place: PLACES.neighbour },
  { person: PEOPLE.streetAdmin, role: 'street_admin', org: OFFICES.street, place: '140302001' },
  { person: PEOPLE.streetStaff, role: 'street_staff', org: OFFICES.street, place: '140302001' },
  { person: PEOPLE.officer, role: 'dept_staff', org: OFFICES.dept, place: '-' },
  { person: PEOPLE.head, role: 'dept_head', org: OFFICES.dept, place: '-' },
  { person: PEOPLE.secondOfficer, role: 'dept_staff', org: OFFICES.secondDept, place: '-' },
  { person: PEOPLE.countyOffice, role: 'county_office', org: OFFICES.countyOffice, place: '140302' },
  { person: PEOPLE.cityOffice, role: 'city_office', org: OFFICES.cityOffice, place: '1403' },
  { person: PEOPLE.secondCityOffice, role: 'city_office', org: OFFICES.cityOffice, place: '1403' },
  { person: PEOPLE.auditor, role: 'auditor', org: OFFICES.cityOffice, place: '-' },
  { person: PEOPLE.secAdmin, role: 'sec_admin', org: OFFICES.cityOffice, place: '-' },
  { person: PEOPLE.sysAdmin, role: 'sys_admin', org: OFFICES.cityOffice, place: '-' },
]

/** Writes the village into an empty database. */
export async function settleVillage(test: TestDatabase): Promise<void> {
  await test.database.as(SYSTEM_SCOPE, async (db) => {
    const place = (code: string, name: string, level: string, parent: string | null) => ({
      code,
      name,
      name_en: name,
      initials: '',
      level,
      parent,
      form: level === 'committee' ? 'residents' : null,
      kind: level === 'committee' ? 'urban' : null,
    })
    await settings.insertPlaces(db, [
      place(PLACES.city, '阳泉市', 'city', null),
      place(PLACES.county, '城区', 'county', PLACES.city),
      place(PLACES.street, '上站街道', 'street', PLACES.county),
      place(PLACES.otherStreet, '下站街道', 'street', PLACES.county),
      place(PLACES.community, '油娄沟社区', 'committee', PLACES.street),
      place(PLACES.neighbour, '窑坡社区', 'committee', PLACES.street),
      place(PLACES.far, '小河社区', 'committee', PLACES.otherStreet),
    ])
    const office = (
      id: string,
      code: string,
      kind: string,
      name: string,
      at: string,
      parent: string | null,
      series: string,
    ) => ({
      county: at === PLACES.city ? '140300' : at.slice(0, 6),
      id,
      code,
      kind,
      name,
      name_en: `${name} office`,
      short_name: name,
      place: at,
      parent,
      series,
    })
    await settings.insertOffices(db, [
      office(OFFICES.cityOffice, 'city-office', 'gov_dept', '市社区办', PLACES.city, null, '阳社'),
      office(
        OFFICES.countyOffice,
        'county-office-140302',
        'gov_dept',
        '城区社区办',
        PLACES.county,
        OFFICES.cityOffice,
        '城社',
      ),
      office(
        OFFICES.street,
        'street-140302001',
        'street',
        '上站街道办事处',
        PLACES.street,
        OFFICES.countyOffice,
        '城上站',
      ),
      office(
        OFFICES.otherStreet,
        'street-140302002',
        'street',
        '下站街道办事处',
        PLACES.otherStreet,
        OFFICES.countyOffice,
        '城下站',
      ),
      office(
        OFFICES.community,
        'committee-140302001001',
        'committee',
        '油娄沟社区居委会',
        PLACES.community,
        OFFICES.street,
        '油娄沟',
      ),
      office(
        OFFICES.neighbour,
        'committee-140302001002',
        'committee',
        '窑坡社区居委会',
        PLACES.neighbour,
        OFFICES.street,
        '窑坡',
      ),
      office(
        OFFICES.far,
        'committee-140302002001',
        'committee',
        '小河社区居委会',
        PLACES.far,
        OFFICES.otherStreet,
        '小河',
      ),
      office(OFFICES.dept, 'civil-affairs', 'gov_dept', '市民政局', PLACES.city, OFFICES.cityOffice, '阳民'),
      office(OFFICES.secondDept, 'human-resources', 'gov_dept', '市人社局', PLACES.city, OFFICES.cityOffice, '阳人社'),
    ])
    await settings.insertAppointments(
      db,
      HATS.map((hat, i) => ({
        id: uuid(900 + i),
        person: hat.person,
        role: hat.role,
        org: hat.org,
        place: hat.place,
        valid_from: '2018-01-01',
        valid_to: null,
      })),
    )
    await settings.insertStaff(
      db,
      HATS.map((hat, i) => ({
        person: hat.person,
        login: `${hat.role}${i}`,
        display_name: hat.role,
        display_name_en: hat.role,
        password: null,
        totp: null,
        demo: true,
      })),
    )
    await persons.insertPerson(
      db,
      newPerson(KEYS, PEOPLE.resident, {
        name: '王秀兰',
        idNumber: '140399195601010020',
        phone: '+8613800000001',
        birth: '1956-01-01',
        sex: 2,
        rung: 2,
      }),
    )
    await persons.insertPerson(
      db,
      newPerson(KEYS, PEOPLE.neighbour, {
        name: '李建国',
        idNumber: '140399199008151234',
        phone: '+8613800000002',
        birth: '1990-08-15',
        sex: 1,
        rung: 2,
      }),
    )
  })
}

export type Village = MadeServices & {
  sealer: Sealer
  as(acting: Acting | keyof typeof PEOPLE, today?: string): Context
  close(): Promise<void>
}

/** The means of a server without HTTP, on a fixed day. */
export async function openVillage(
  test: TestDatabase,
  given: {
    procedures: readonly AnyProcedure[]
    packs?: PackSet
    subjectNames?: Readonly<Record<string, Text>>
    today?: string
  },
): Promise<Village> {
  const sealer = new Sealer({
    database: test.database,
    keys: KEYS,
    origin: 'test.example',
    now: () => Date.parse(`${given.today ?? '2026-03-02'}T02:00:00Z`),
  })
  const made = await makeServices({
    database: test.database,
    keys: KEYS,
    packs: given.packs ?? [definePack('test', {})],
    procedures: given.procedures,
    subjectNames: given.subjectNames ?? {},
    publicUrl: 'http://localhost',
    origin: 'test.example',
    allowTestIds: true,
    demo: true,
    committed: () => {},
  })
  return {
    ...made,
    sealer,
    as(who, today = given.today ?? '2026-03-02') {
      return contextFor(
        made.services,
        typeof who === 'string' ? actingOf(who) : who,
        plainDate(today),
        Date.parse(`${today}T02:00:00Z`),
      )
    },
    close: async () => {},
  }
}

export function actingOf(who: keyof typeof PEOPLE): Acting {
  const hat = HATS.find((one) => one.person === PEOPLE[who])
  if (!hat) return { kind: 'resident', person: PEOPLE[who], rung: 2 }
  return {
    kind: 'staff',
    person: hat.person,
    role: hat.role,
    org: hat.org,
    places: hat.place,
    appointment: uuid(900 + HATS.indexOf(hat)),
  }
}
