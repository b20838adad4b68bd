import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const content = z.record(z.string(), z.unknown())
const Message = z.object({
  id: z.string(),
  county: z.string(),
  case_id: z.string().nullable(),
  kind: z.string(),
  content,
  created_at: z.date(),
})

/** What a person was told, the newest first. */
export function listMessages(db: Db, person: string, limit: number): Promise<z.infer<typeof Message>[]> {
  return db.many(
    Message,
    sql`select id, county, case_id, kind, content, created_at from kernel.notice where person = ${person} order by created_at desc, id desc limit ${limit}`,
  )
}

const Unsent = z.object({
  county: z.string(),
  id: z.string(),
  kind: z.string(),
  content,
  attempts: z.number(),
  phone: z.instanceof(Buffer).nullable(),
})
export type Unsent = z.infer<typeof Unsent>

/** Takes messages for delivery and counts the attempt; one that is taken rests for a while before it is taken again. */
export function takeUnsent(db: Db, city: string, now: Date, limit: number): Promise<Unsent[]> {
  return db.many(
    Unsent,
    sql`with taken as (
      update kernel.notice n set attempts = n.attempts + 1, tried_at = ${now}
      where (n.county, n.id) in (select county, id from kernel.notice where sent_at is null and attempts < 10
        and (tried_at is null or tried_at < ${now}::timestamptz - make_interval(secs => 30 * power(2, attempts))) order by created_at limit ${limit} for update skip locked)
      returning n.county, n.id, n.kind, n.content, n.attempts, n.person)
    select t.county, t.id, t.kind, t.content, t.attempts, p.phone from taken t left join kernel.person p on p.county = ${city} and p.id = t.person`,
  )
}
export function setSent(db: Db, county: string, id: string, at: Date, channel: string): Promise<number> {
  return db.run(
    sql`update kernel.notice set sent_at = ${at}, channel = ${channel} where county = ${county} and id = ${id}`,
  )
}

export function leaveOnPages(db: Db, at: Date): Promise<number> {
  return db.run(sql`update kernel.notice set sent_at = ${at}, channel = 'page' where sent_at is null`)
}
