/** What has to be counted anew is told through the database, so that every server hears it, and only when it is committed. */
import { type Db, sql } from '#platform/db'

/** Told when more was written than single registers say: all is counted anew, and ended months are put on record. */
export const EVERYTHING = 'everything'
const MOST_TOLD = 200

/** `source` is a register, a procedure, or a source of its own tables; of more than a few places all are counted anew. */
export function tellChanged(db: Db, source: string, places: Iterable<string>): Promise<number> {
  const all = [...new Set(places)]
  const told = all.length > MOST_TOLD ? 'all' : all.join(',')
  return db.run(sql`select pg_notify('liren_count', ${`${source} ${told}`})`)
}
