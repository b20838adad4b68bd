import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { withDatabase } from '#testing/database.ts'
import { borrowALadder } from '#testing/borrow-a-ladder.ts'
import { KEYS, OFFICES, openVillage, PEOPLE, PLACES, settleVillage, type Village } from '#testing/village.ts'
import { openCase } from '#kernel/case/actions.ts'
import { verifyLedger } from '#kernel/ledger/verify.ts'
import { linesOf } from '#kernel/ledger/lines.ts'
import { parseReceipt, verifyReceipt } from '#kernel/ledger/receipt.ts'
import { countStray, exportLedger } from './export.ts'
import { receiptFor } from './receipts.ts'
import { Sealer } from './sealer.ts'
import { readBackup, writeBackup } from '#platform/db/backup.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { MIGRATION_FOLDERS } from '../../apps/server/migrations.ts'
import pg from 'pg'

const db = withDatabase()
let village: Village
beforeAll(async () => {
  await settleVillage(db)
  village = await openVillage(db, { procedures: [borrowALadder] })
})

const ask = async (): Promise<string> => {
  const outcome = await openCase(village.as('resident'), {
    county: '140302',
    procedure: 'borrow-a-ladder',
    subject: 'ladder',
    place: PLACES.community,
    step: 'asked',
    holder: OFFICES.community,
    applicant: PEOPLE.resident,
    agent: null,
    data: { nameMasked: '王*', height: 3, askedOn: '' },
    files: [],
    fact: {},
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.id
}
const exported = async (): Promise<string> => {
  const parts: string[] = []
  for await (const part of exportLedger({ database: db.database, keys: KEYS, origin: 'test.example' })) parts.push(part)
  return parts.join('')
}
const verified = (file: string, brought: Parameters<typeof verifyLedger>[1] = {}) =>
  verifyLedger(linesOf(Readable.from([Buffer.from(file)])), brought)
/** Past row-level security and triggers: somebody who owns the tables. */
const tamper = async (statement: string, values: unknown[] = []): Promise<void> => {
  await db.owner.query(`alter table kernel.fact disable trigger append_only`)
  await db.owner.query(statement, values)
  await db.owner.query(`alter table kernel.fact enable trigger append_only`)
}

describe('the sealed log against somebody who owns the database', () => {
  test('what was done is sealed, exported, verified; a receipt proves itself', async () => {
    const ids = [await ask(), await ask(), await ask()]
    await village.sealer.sealOnce()
    expect(await village.sealer.state()).toMatchObject({ sealed: 3, waiting: 0, refused: 0, forked: [] })
    expect((await verified(await exported())).ok).toBe(true)
    const receipt = await receiptFor(village.as('resident'), '140302', ids[1] ?? '')
    if (!receipt.ok) throw new Error(receipt.code)
    const parsed = parseReceipt(JSON.stringify(receipt.value))
    expect(parsed && verifyReceipt(parsed, receipt.value.vkey)).toMatchObject({ ok: true, state: 'sealed' })
  })

  test('an edit, a removal and a cut tail are found, the last by a checkpoint that somebody kept', async () => {
    const kept =
      (await db.owner.query<{ note: string }>(`select note from kernel.log_checkpoint order by size desc limit 1`))
        .rows[0]?.note ?? ''
    const fact = (
      await db.owner.query<{ id: string; kind: string }>(`select id, kind from kernel.fact order by id limit 1`)
    ).rows[0]
    await tamper(`update kernel.fact set kind = 'refused' where id = $1`, [fact?.id])
    expect((await verified(await exported())).findings.map((one) => one.code)).toContain('leaf-edited')
    await tamper(`update kernel.fact set kind = $2 where id = $1`, [fact?.id, fact?.kind])
    const row = (await db.owner.query(`select to_jsonb(f) as f from kernel.fact f where id = $1`, [fact?.id])).rows[0]
    await tamper(`delete from kernel.fact where id = $1`, [fact?.id])
    expect((await verified(await exported())).findings.map((one) => one.code)).toContain('leaf-missing')
    await tamper(`insert into kernel.fact select * from jsonb_populate_record(null::kernel.fact, $1::jsonb)`, [
      JSON.stringify(row.f),
    ])
    expect((await verified(await exported())).ok).toBe(true)
    const short = (await exported()).trimEnd().split('\n').slice(0, -1).join('\n')
    expect((await verified(`${short}\n`, { checkpoints: [{ name: 'kept', note: kept }] })).ok).toBe(false)
  })

  test('a fact written past the server is refused and reported, never sealed', async () => {
    await tamper(
      `insert into kernel.fact (county, id, case_id, subject, kind, day, at, content, salt, leaf, mac) select county, gen_random_uuid(), case_id, subject, 'forged', day, at, content, salt, leaf, mac from kernel.fact limit 1`,
    )
    expect(await countStray(db.database)).toBe(1)
    await tamper(`insert into kernel.unsealed select county, id from kernel.fact where kind = 'forged'`)
    await village.sealer.sealOnce()
    expect(await village.sealer.state()).toMatchObject({ refused: 1, waiting: 0 })
  })

  test('a log that was set back is not signed on', async () => {
    await ask()
    await tamper(
      `delete from kernel.log_checkpoint where size = (select max(size) from kernel.log_checkpoint where county = '140302')`,
    )
    await village.sealer.sealOnce()
    expect((await village.sealer.state()).forked).toEqual(['140302'])
    const fresh = new Sealer({ database: db.database, keys: KEYS, origin: 'test.example', now: () => 0 })
    expect(fresh.forked.size).toBe(0)
  })
})

describe('back-up', () => {
  test('everything comes back in an empty database; a cut-off file and a full database are refused and change nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liren-backup-'))
    const file = join(folder, 'all.gz')
    const admin = new URL(db.url)
    const name = `${admin.pathname.slice(1)}_copy`
    // The owner of a real database is no superuser: what only a superuser may do is not used.
    await db.owner.query(`create role ${name} login createrole password 'of this test'`)
    await db.owner.query(`grant liren_app to ${name}`)
    await db.owner.query(`grant ${name} to current_user`)
    await db.owner.query(`create database ${name} owner ${name}`)
    Object.assign(admin, { pathname: `/${name}`, username: name, password: 'of this test' })
    try {
      await migrate(admin.href, await readMigrations(process.cwd(), MIGRATION_FOLDERS))
      const written = await writeBackup(db.url, file)
      const cut = join(folder, 'cut.gz')
      writeFileSync(cut, readFileSync(file).subarray(0, -40))
      await expect(readBackup(admin.href, cut)).rejects.toThrow(/cut short/)
      expect(await readBackup(admin.href, file)).toEqual(written)
      const copy = new pg.Client({ connectionString: admin.href })
      await copy.connect()
      const count = async (client: { query(text: string): Promise<{ rows: { n: number }[] }> }) =>
        (
          await client.query(
            `select (select count(*)::int from kernel.fact) + (select count(*)::int from kernel.case) as n`,
          )
        ).rows[0]?.n
      expect(await count(copy)).toBe(await count(db.owner))
      await copy.end()
      await expect(readBackup(admin.href, file)).rejects.toThrow(/not empty/)
    } finally {
      await db.owner.query(`drop database if exists ${name} with (force)`)
      await db.owner.query(`drop role ${name}`)
      rmSync(folder, { recursive: true })
    }
  })
})
