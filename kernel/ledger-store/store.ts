/** Tables of the sealed log. */
import { type Db, sql } from '#platform/db'
import { z } from 'zod'
import type { FactRow as LedgerFact } from '#kernel/ledger/leaf.ts'
import type { Tile, TileSource } from '#kernel/ledger/tiles.ts'

const bytes = z.instanceof(Buffer)
const StoredFact = z.object({
  county: z.string(),
  id: z.string(),
  case_id: z.string().nullable(),
  subject: z.string(),
  kind: z.string(),
  day: z.string(),
  at: z.date(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  org: z.string().nullable(),
  on_behalf: z.string().nullable(),
  content: z.unknown(),
  salt: bytes,
  leaf: bytes,
  mac: bytes,
})
export type StoredFact = z.infer<typeof StoredFact>

export function ledgerFact(row: StoredFact): LedgerFact {
  return {
    county: row.county,
    id: row.id,
    caseId: row.case_id,
    subject: row.subject,
    kind: row.kind,
    day: row.day,
    at: row.at.toISOString(),
    actor: row.actor,
    role: row.role,
    org: row.org,
    onBehalf: row.on_behalf,
    content: row.content,
    salt: row.salt,
  }
}

/** The oldest that wait, of counties that may be sealed; a queue entry with no fact is passed over. */
export function listUnsealed(
  db: Db,
  limit: number,
  without: readonly string[],
): Promise<(StoredFact & { sealed: boolean })[]> {
  return db.many(
    StoredFact.extend({ sealed: z.boolean() }),
    sql`select f.*, exists (select from kernel.log_entry e where e.county = f.county and e.fact = f.id) as sealed from kernel.unsealed u join kernel.fact f on f.county = u.county and f.id = u.fact where u.county <> all (${without}::text[]) order by u.county, u.fact limit ${limit}`,
  )
}

/** One sealer at a time. */
export async function lockLog(db: Db): Promise<boolean> {
  return (await db.one(z.object({ locked: z.boolean() }), sql`select pg_try_advisory_xact_lock(7140301) as locked`))
    .locked
}

export function tilesOf(db: Db, county: string): TileSource {
  return {
    async read(level, index) {
      return (
        await db.maybe(
          z.object({ hashes: bytes }),
          sql`select hashes from kernel.log_tile where county = ${county} and level = ${level} and position = ${index}`,
        )
      )?.hashes
    },
  }
}

export async function writeSeal(
  db: Db,
  given: {
    county: string
    from: number
    sealed: readonly { id: string; leaf: Buffer }[]
    tiles: readonly Tile[]
    size: number
    note: string
    at: Date
  },
): Promise<void> {
  const ids = given.sealed.map((one) => one.id)
  const leaves = given.sealed.map((one) => one.leaf)
  await db.run(
    sql`insert into kernel.log_entry (county, position, fact, leaf) select ${given.county}, ${given.from}::bigint + n - 1, fact, leaf from unnest(${ids}::uuid[], ${leaves}::bytea[]) with ordinality as e(fact, leaf, n)`,
  )
  for (const tile of given.tiles) {
    await db.run(sql`insert into kernel.log_tile (county, level, position, hashes) values (${given.county}, ${tile.level}, ${tile.index}, ${Buffer.from(tile.hashes)})
      on conflict (county, level, position) do update set hashes = excluded.hashes`)
  }
  await db.run(
    sql`insert into kernel.log_checkpoint (county, size, note, at) values (${given.county}, ${given.size}, ${given.note}, ${given.at})`,
  )
  await db.run(sql`delete from kernel.unsealed where county = ${given.county} and fact = any (${ids}::uuid[])`)
}

export async function refuseFacts(
  db: Db,
  county: string,
  refused: readonly { id: string; reason: string }[],
  at: Date,
): Promise<void> {
  for (const one of refused) {
    await db.run(
      sql`insert into kernel.log_refused (county, fact, reason, found_at) values (${county}, ${one.id}, ${one.reason}, ${at}) on conflict do nothing`,
    )
    await db.run(sql`delete from kernel.unsealed where county = ${county} and fact = ${one.id}`)
  }
}

export function getState(db: Db): Promise<{ sealed: number; waiting: number; refused: number }> {
  return db.one(
    z.object({ sealed: z.number(), waiting: z.number(), refused: z.number() }),
    sql`select (select coalesce(sum(size), 0)::bigint from (select max(size) as size from kernel.log_checkpoint group by county) c) as sealed,
    (select count(*) from kernel.unsealed) as waiting, (select count(*) from kernel.log_refused) as refused`,
  )
}

const Entry = z.object({ position: z.number(), leaf: bytes })
export function findEntry(db: Db, county: string, fact: string) {
  return db.maybe(Entry, sql`select position, leaf from kernel.log_entry where county = ${county} and fact = ${fact}`)
}
export function lastCheckpoint(db: Db, county: string) {
  return db.maybe(
    z.object({ size: z.number(), note: z.string() }),
    sql`select size, note from kernel.log_checkpoint where county = ${county} order by size desc limit 1`,
  )
}
export function listCheckpoints(db: Db, county: string) {
  return db.many(
    z.object({ size: z.number(), note: z.string() }),
    sql`select size, note from kernel.log_checkpoint where county = ${county} order by size`,
  )
}
export function listCounties(db: Db): Promise<{ county: string }[]> {
  return db.many(
    z.object({ county: z.string() }),
    sql`select distinct county from kernel.log_checkpoint order by county`,
  )
}
export function firstFactOf(db: Db, county: string, caseId: string): Promise<StoredFact | undefined> {
  return db.maybe(
    StoredFact,
    sql`select * from kernel.fact where county = ${county} and case_id = ${caseId} and kind = 'opened' order by id limit 1`,
  )
}
/** Sealed places of a county in their order, each with its fact unless somebody took it away, for export. */
export async function listSealed(db: Db, county: string, after: number, limit: number) {
  const places = await db.many(
    z.object({ position: z.number(), fact: z.string(), leaf: bytes }),
    sql`select position, fact, leaf from kernel.log_entry where county = ${county} and position > ${after} order by position limit ${limit}`,
  )
  const facts = await db.many(
    StoredFact,
    sql`select * from kernel.fact where county = ${county} and id = any (${places.map((one) => one.fact)}::uuid[])`,
  )
  const byId = new Map(facts.map((one) => [one.id, one]))
  return places.map((one) => ({ position: one.position, leaf: one.leaf, fact: byId.get(one.fact) }))
}

/** Facts that are in no log, wait for none and were refused by none: written past the server, or kept from sealing. */
export function countStray(db: Db): Promise<{ stray: number }> {
  return db.one(
    z.object({ stray: z.number() }),
    sql`select count(*)::int as stray from kernel.fact f
      where not exists (select from kernel.log_entry e where e.county = f.county and e.fact = f.id)
        and not exists (select from kernel.unsealed u where u.county = f.county and u.fact = f.id)
        and not exists (select from kernel.log_refused r where r.county = f.county and r.fact = f.id)`,
  )
}
