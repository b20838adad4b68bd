import { type Db, sql } from '#platform/db'
import { z } from 'zod'

/** Has anybody entered premises anywhere? */
export async function holdsPremises(db: Db): Promise<boolean> {
  const { held } = await db.one(
    z.object({ held: z.boolean() }),
    sql`select exists (select from kernel.register_row where register = 'premises') as held`,
  )
  return held
}
