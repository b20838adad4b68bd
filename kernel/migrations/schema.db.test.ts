import { expect, test } from 'vitest'
import { withDatabase } from '#testing/database.ts'

const db = withDatabase()
const column = async <Row extends object>(text: string): Promise<Row[]> => (await db.owner.query<Row>(text)).rows

const OURS = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
  and n.nspname not in ('information_schema', 'public')`

/** What is the city's own and small, or is looked up by a secret alone; everything else is keyed by county first. */
const NOT_BY_COUNTY: Readonly<Record<string, string>> = {
  'kernel.place': 'the tree itself',
  'kernel.session': 'found by the hash of its token',
  'kernel.one_time_code': 'found by the hash of a phone',
  'kernel.override': 'dated values of the city',
  'kernel.calendar_day': 'the calendar of the country',
  'kernel.calendar_year': 'the calendar of the country',
  'kernel.day': 'one row',
}

test('every key and every unique index starts with the county, or says why not', async () => {
  const keys = await column<{ name: string; index: string; first: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name, i.indexrelid::regclass::text as index, a.attname as first
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisunique and n.nspname not like 'pg\\_%' and n.nspname <> 'public'`,
  )
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter(({ name, first }) => first !== 'county' && NOT_BY_COUNTY[name] === undefined)).toEqual([])
  for (const name of Object.keys(NOT_BY_COUNTY)) expect(keys.map((key) => key.name)).toContain(name)
})

test('row-level security is on for every table, with a policy where the server may read or write', async () => {
  const tables = await column<{ name: string; rls: boolean; policies: number }>(
    `select format('%s.%s', n.nspname, c.relname) as name, c.relrowsecurity as rls,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies ${OURS}`,
  )
  expect(tables.length).toBeGreaterThan(20)
  expect(tables.filter(({ rls, policies }) => !rls || policies === 0)).toEqual([])
})

test('the server’s role cannot change or remove what was recorded, nor make or own anything', async () => {
  const may = await column<{ table: string; privilege: string }>(
    `select format('%s.%s', table_schema, table_name) as table, privilege_type as privilege
     from information_schema.role_table_grants where grantee = 'liren_app' and privilege_type <> 'SELECT'`,
  )
  const on = (table: string): string[] =>
    may
      .filter((one) => one.table === table)
      .map((one) => one.privilege)
      .sort()
  for (const table of ['fact', 'look', 'document', 'register_change', 'log_entry', 'log_checkpoint', 'log_refused'])
    expect(on(`kernel.${table}`), table).toEqual(['INSERT'])
  for (const table of ['case', 'person', 'appointment', 'staff_account'])
    expect(on(`kernel.${table}`), table).toEqual(['INSERT', 'UPDATE'])
  // Only what was never part of anything is ever deleted.
  expect(
    may
      .filter(({ privilege }) => privilege === 'DELETE')
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['kernel.file', 'kernel.one_time_code', 'kernel.unsealed'])
  expect(may.filter(({ privilege }) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(privilege))).toEqual([])
  const [role] = await column(
    `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin from pg_roles where rolname = 'liren_app'`,
  )
  expect(role).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolbypassrls: false,
    rolcanlogin: false,
  })
  const owned = await column(`select relname from pg_class where relowner = 'liren_app'::regrole`)
  expect(owned).toEqual([])
})

test('functions that run with their owner’s rights are few, named, and search no schema of a caller', async () => {
  const functions = await column<{ name: string; path: string }>(
    `select format('%s.%s', n.nspname, p.proname) as name, coalesce(array_to_string(p.proconfig, ' '), '') as path
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not like 'pg\\_%'`,
  )
  expect(functions.map(({ name }) => name).sort()).toEqual([
    'kernel.held_keys',
    'kernel.held_periods',
    'kernel.in_family',
    'kernel.taking_part',
  ])
  for (const { name, path } of functions) expect(path, name).toContain('search_path')
})
