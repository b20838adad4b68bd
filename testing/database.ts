/** A fresh database for a test file, cloned from the migrated template in some 50 ms. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Database, openDatabase } from '#platform/db'

export type TestDatabase = { url: string; database: Database; owner: pg.Pool }

/** Call at the top of a test file; the fields are there from `beforeAll` on. `owner` is the superuser, past row-level security. */
export function withDatabase(): TestDatabase {
  const found = {} as TestDatabase
  let name = ''
  beforeAll(async () => {
    name = `liren_t_${randomBytes(6).toString('hex')}`
    const admin = new pg.Client({ connectionString: inject('pgAdmin') })
    await admin.connect()
    await admin.query(`create database ${name} template ${inject('pgTemplate')}`)
    await admin.end()
    const url = new URL(inject('pgAdmin'))
    url.pathname = `/${name}`
    found.url = url.href
    found.database = openDatabase(found.url, { max: 6 })
    found.owner = new pg.Pool({ connectionString: found.url, max: 2 })
    found.owner.on('error', () => {})
  })
  afterAll(async () => {
    await found.database.close()
    await found.owner.end()
    const admin = new pg.Client({ connectionString: inject('pgAdmin') })
    await admin.connect()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return found
}
