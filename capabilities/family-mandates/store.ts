import { CITY } from '#kernel/person/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

export const MandateRow = z.object({
  county: z.string(),
  id: z.string(),
  principal: z.string(),
  agent: z.string(),
  relation: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
  other: z.string(),
})
export type MandateRow = z.infer<typeof MandateRow>

export function insertOffer(
  db: Db,
  one: { id: string; principal: string; codeHash: Buffer; until: Date; at: Date },
): Promise<number> {
  return db.run(sql`insert into family_mandates.mandate (county, id, principal, code_hash, code_until, at)
    values (${CITY}, ${one.id}, ${one.principal}, ${one.codeHash}, ${one.until}, ${one.at})`)
}

/** The code of an offer that still runs is used up; undefined when there is none. */
export function takeOffer(
  db: Db,
  one: { codeHash: Buffer; now: Date; agent: string; relation: string; from: string; to: string },
): Promise<{ id: string; principal: string } | undefined> {
  return db.maybe(
    z.object({ id: z.string(), principal: z.string() }),
    sql`update family_mandates.mandate set agent = ${one.agent}, relation = ${one.relation}, valid_from = ${one.from}, valid_to = ${one.to}, code_hash = null
      where county = ${CITY} and code_hash = ${one.codeHash} and code_until > ${one.now} and agent is null and ended_on is null and principal <> ${one.agent}
      returning id, principal`,
  )
}
export function isOwnOffer(db: Db, codeHash: Buffer, person: string): Promise<unknown> {
  return db.maybe(
    z.object({ id: z.string() }),
    sql`select id from family_mandates.mandate where county = ${CITY} and code_hash = ${codeHash} and principal = ${person} limit 1`,
  )
}

const columns = sql`m.county, m.id, m.principal, m.agent, m.relation, m.valid_from, m.valid_to`
/** In force on a day, both ways, with the other one's masked name. */
export function listMandates(db: Db, person: string, today: string): Promise<MandateRow[]> {
  return db.many(
    MandateRow,
    sql`select ${columns}, p.name_masked as other from family_mandates.mandate m
      join kernel.person p on p.county = m.county and p.id = case when m.principal = ${person} then m.agent else m.principal end
      where m.county = ${CITY} and (m.principal = ${person} or m.agent = ${person}) and m.agent is not null and m.ended_on is null and m.valid_to >= ${today} order by m.at`,
  )
}
export function findMandate(db: Db, id: string, today: string): Promise<MandateRow | undefined> {
  return db.maybe(
    MandateRow,
    sql`select ${columns}, p.name_masked as other from family_mandates.mandate m join kernel.person p on p.county = m.county and p.id = m.principal
      where m.county = ${CITY} and m.id = ${id} and m.agent is not null and m.ended_on is null and m.valid_to >= ${today}`,
  )
}
export function setEnded(db: Db, id: string, person: string, today: string): Promise<number> {
  return db.run(
    sql`update family_mandates.mandate set ended_on = ${today}, ended_by = ${person} where county = ${CITY} and id = ${id} and ended_on is null and (principal = ${person} or agent = ${person})`,
  )
}
/** Open cases in which the one acts for the other. */
export function listOpenCases(db: Db, principal: string, agent: string): Promise<{ county: string; id: string }[]> {
  return db.many(
    z.object({ county: z.string(), id: z.string() }),
    sql`select county, id from kernel.case where applicant = ${principal} and agent = ${agent} and ended_on is null and parent is null order by id`,
  )
}
export function tell(
  db: Db,
  one: { id: string; person: string; kind: string; content: Record<string, string>; at: Date },
): Promise<number> {
  return db.run(
    sql`insert into kernel.notice (county, id, person, kind, content, created_at) values (${CITY}, ${one.id}, ${one.person}, ${one.kind}, ${JSON.stringify(one.content)}::jsonb, ${one.at})`,
  )
}
