/** Values set at run time, the published calendar, and the rehearsal's day. */
import { type Db, sql } from '#platform/db'
import { z } from 'zod'
import { CITY } from '#kernel/person/store.ts'

export const OverrideRecord = z.object({
  id: z.string(),
  name: z.string(),
  value: z.unknown(),
  place: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  basis: z.string(),
  source: z.string(),
  verified: z.boolean(),
  proposed_by: z.string(),
  proposed_on: z.string(),
  confirmed_by: z.string().nullable(),
  confirmed_on: z.string().nullable(),
})
export type OverrideRecord = z.infer<typeof OverrideRecord>

export function listOverrides(db: Db): Promise<OverrideRecord[]> {
  return db.many(
    OverrideRecord,
    sql`select id, name, value, place, valid_from, valid_to, basis, source, verified, proposed_by, proposed_on, confirmed_by, confirmed_on from kernel.override order by proposed_on desc, id desc`,
  )
}
export function insertOverride(
  db: Db,
  o: {
    id: string
    name: string
    value: unknown
    place: string
    from: string
    to: string | null
    basis: string
    source: string
    by: string
    on: string
  },
): Promise<number> {
  return db.run(sql`insert into kernel.override (county, id, name, value, place, valid_from, valid_to, basis, source, proposed_by, proposed_on)
    values (${CITY}, ${o.id}, ${o.name}, ${JSON.stringify(o.value)}::jsonb, ${o.place}, ${o.from}, ${o.to}, ${o.basis}, ${o.source}, ${o.by}, ${o.on})`)
}
export function confirmOverride(db: Db, id: string, by: string, on: string): Promise<number> {
  return db.run(
    sql`update kernel.override set confirmed_by = ${by}, confirmed_on = ${on} where county = ${CITY} and id = ${id} and confirmed_by is null and proposed_by <> ${by}`,
  )
}

export const CalendarRecord = z.object({
  day: z.string(),
  kind: z.enum(['holiday', 'makeup']),
  name: z.string(),
  source: z.string(),
})
export function listCalendar(db: Db) {
  return db.many(CalendarRecord, sql`select day, kind, name, source from kernel.calendar_day order by day`)
}
export function listCalendarYears(db: Db): Promise<{ year: number; source: string }[]> {
  return db.many(
    z.object({ year: z.number(), source: z.string() }),
    sql`select year, source from kernel.calendar_year order by year`,
  )
}
export async function replaceCalendarYear(
  db: Db,
  year: number,
  source: string,
  on: string,
  days: readonly { day: string; kind: 'holiday' | 'makeup'; name: string }[],
): Promise<void> {
  await db.run(
    sql`insert into kernel.calendar_year (year, source, loaded_on) values (${year}, ${source}, ${on}) on conflict (year) do update set source = excluded.source, loaded_on = excluded.loaded_on`,
  )
  for (const one of days) {
    await db.run(sql`insert into kernel.calendar_day (day, kind, name, source) values (${one.day}, ${one.kind}, ${one.name}, ${source})
      on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source`)
  }
}

const DayRow = z.object({ ahead: z.number(), swept_to: z.string().nullable() })
export function getDay(db: Db): Promise<z.infer<typeof DayRow>> {
  return db.one(DayRow, sql`select ahead, swept_to from kernel.day`)
}
export function setAhead(db: Db, ahead: number): Promise<number> {
  return db.run(sql`update kernel.day set ahead = ${ahead}`)
}
export function setSweptTo(db: Db, day: string): Promise<number> {
  return db.run(sql`update kernel.day set swept_to = ${day}`)
}

const PlaceRow = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  initials: z.string(),
  level: z.enum(['city', 'county', 'street', 'committee']),
  parent: z.string().nullable(),
  form: z.enum(['residents', 'villagers']).nullable(),
  kind: z.enum(['urban', 'rural']).nullable(),
})
export function listPlaces(db: Db): Promise<z.infer<typeof PlaceRow>[]> {
  return db.many(
    PlaceRow,
    sql`select code, name, name_en as "nameEn", initials, level, parent, form, kind from kernel.place where valid_to is null order by code`,
  )
}
const OfficeRow = z.object({
  id: z.string(),
  code: z.string(),
  county: z.string(),
  kind: z.string(),
  name: z.string(),
  nameEn: z.string(),
  place: z.string(),
  parent: z.string().nullable(),
  series: z.string(),
})
export function listOffices(db: Db): Promise<z.infer<typeof OfficeRow>[]> {
  return db.many(
    OfficeRow,
    sql`select id, code, county, kind, name, name_en as "nameEn", place, parent, series from kernel.organisation where valid_to is null order by code`,
  )
}
export function insertPlaces(db: Db, places: readonly unknown[]): Promise<number> {
  return db.run(sql`insert into kernel.place (code, name, name_en, initials, level, parent, form, kind) select code, name, name_en, initials, level, parent, form, kind
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(code text, name text, name_en text, initials text, level text, parent text, form text, kind text)`)
}
export function insertOffices(db: Db, offices: readonly unknown[]): Promise<number> {
  return db.run(sql`insert into kernel.organisation (county, id, code, kind, name, name_en, short_name, place, parent, series) select county, id, code, kind, name, name_en, short_name, place, parent, series
    from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as o(county text, id uuid, code text, kind text, name text, name_en text, short_name text, place text, parent uuid, series text)`)
}
export function insertStaff(db: Db, rows: readonly unknown[]): Promise<number> {
  return db.run(sql`insert into kernel.staff_account (county, person, login, display_name, display_name_en, password, totp, demo) select ${CITY}, person, login, display_name, display_name_en, password, decode(totp, 'base64'), demo
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(person uuid, login text, display_name text, display_name_en text, password text, totp text, demo boolean) on conflict do nothing`)
}
export function insertAppointments(db: Db, rows: readonly unknown[]): Promise<number> {
  return db.run(sql`insert into kernel.appointment (county, id, person, role, org, place, valid_from, valid_to) select ${CITY}, id, person, role, org, place, valid_from, valid_to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, person uuid, role text, org uuid, place text, valid_from date, valid_to date) on conflict do nothing`)
}

/** Open cases whose due day lies past the last published calendar. */
export function listProvisional<Row>(db: Db, row: z.ZodType<Row>): Promise<Row[]> {
  return db.many(row, sql`select * from kernel.case where due_provisional and ended_on is null order by county, id`)
}
