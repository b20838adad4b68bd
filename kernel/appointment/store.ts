/** Accounts with their posts, for the administrators. */
import { CITY } from '#kernel/person/store.ts'
import { type Db, sql } from '#platform/db'
import { z } from 'zod'

const PostRow = z.object({
  id: z.string(),
  role: z.string(),
  org: z.string(),
  from: z.string(),
  to: z.string().nullable(),
})
const AccountRow = z.object({
  person: z.string(),
  login: z.string(),
  display_name: z.string(),
  second_factor: z.boolean(),
  ended: z.boolean(),
  locked_until: z.date().nullable(),
  posts: z.array(PostRow),
})

/** Ended posts are not listed: they stand in the record. In demonstrations people sign in without a password. */
export function listAccounts(
  db: Db,
  q: { typed?: string | undefined; after?: string | undefined; today: string; limit: number },
): Promise<z.infer<typeof AccountRow>[]> {
  const typed = `%${(q.typed ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`
  return db.many(
    AccountRow,
    sql`select a.person, a.login, a.display_name, a.totp is not null as second_factor, a.password is null and not a.demo as ended, a.locked_until,
      (select coalesce(json_agg(json_build_object('id', p.id, 'role', p.role, 'org', p.org, 'from', p.valid_from, 'to', p.valid_to) order by p.valid_from, p.id), '[]')
        from kernel.appointment p where p.county = ${CITY} and p.person = a.person and (p.valid_to is null or p.valid_to >= ${q.today})) as posts
    from kernel.staff_account a
    where a.county = ${CITY} and a.login > ${q.after ?? ''} and (a.login like ${typed} or a.display_name like ${typed})
    order by a.login limit ${q.limit}`,
  )
}

/** None when there is no such post that still holds. */
export function endAppointment(db: Db, person: string, id: string, on: string): Promise<number> {
  return db.run(
    sql`update kernel.appointment set valid_to = ${on} where county = ${CITY} and person = ${person} and id = ${id} and (valid_to is null or valid_to > ${on})`,
  )
}
