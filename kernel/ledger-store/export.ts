/** Writes the sealed log as a file that anyone can check without us. */
import { originOf } from '#kernel/ledger/checkpoint.ts'
import { writeSection } from '#kernel/ledger/export.ts'
import { noteSigner } from '#kernel/ledger/note.ts'
import type { Keys } from '#platform/crypto'
import { type Database, SYSTEM_SCOPE } from '#platform/db'
import * as store from './store.ts'

const PAGE = 2000

/** Line by line, county by county. Content stays at home unless asked for. */
export async function* exportLedger(given: {
  database: Database
  keys: Keys
  origin: string
  withContent?: boolean
}): AsyncGenerator<string> {
  const { database, keys } = given
  const counties = await database.as(SYSTEM_SCOPE, (db) => store.listCounties(db))
  for (const { county } of counties) {
    const signer = noteSigner(originOf(given.origin, county), keys.ledger.privateKey)
    const checkpoints = await database.as(SYSTEM_SCOPE, (db) => store.listCheckpoints(db, county))
    const last = checkpoints.at(-1)
    if (!last) continue
    const header = {
      origin: signer.name,
      vkey: signer.vkey,
      checkpoint: last.note,
      earlier: thinned(checkpoints.slice(0, -1)).map((one) => one.note),
    }
    yield* writeSection(header, facts(database, county, last.size), { withContent: given.withContent === true })
  }
}

/** Facts that stand in the database but in no log: an export cannot show them, so it says how many there are. */
export async function countStray(database: Database): Promise<number> {
  return (await database.as(SYSTEM_SCOPE, (db) => store.countStray(db))).stray
}

async function* facts(database: Database, county: string, size: number) {
  let after = -1
  while (after < size - 1) {
    const rows = await database.as(SYSTEM_SCOPE, (db) => store.listSealed(db, county, after, PAGE))
    if (rows.length === 0) return
    for (const row of rows) {
      if (row.position >= size) return
      yield { index: row.position, leafHash: row.leaf, row: row.fact && store.ledgerFact(row.fact) }
    }
    after = rows.at(-1)?.position ?? size
  }
}

/** A file needs not carry each of a busy year's checkpoints: the first of every thousandth part is kept. */
function thinned<One>(all: readonly One[]): One[] {
  const step = Math.max(1, Math.ceil(all.length / 1000))
  return all.filter((_, i) => i % step === 0)
}
