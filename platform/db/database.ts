/** The connection to PostgreSQL: typed rows, scoped transactions, one role that may not change history. */
import type { Socket } from 'node:net'
import pg from 'pg'
import type { z } from 'zod'
import type { Sql } from './sql.ts'

// Days are plain text all the way; bigints that we store (counts, indexes) fit a number.
pg.types.setTypeParser(1082, (value) => value)
pg.types.setTypeParser(20, Number)

/** What row-level security lets a statement see (ARCHITECTURE 4): set for one transaction, deny when absent. */
export type Scope = {
  /** A division-code prefix (`1403`, `140302`, …), `all` for the system itself, `-` for no place at all. */
  readonly places: string
  readonly org: string
  readonly person: string
}

export const NO_SCOPE: Scope = { places: '-', org: '', person: '' }
export const SYSTEM_SCOPE: Scope = { places: 'all', org: '', person: '' }

export interface Db {
  many<Row>(row: z.ZodType<Row>, query: Sql): Promise<Row[]>
  maybe<Row>(row: z.ZodType<Row>, query: Sql): Promise<Row | undefined>
  one<Row>(row: z.ZodType<Row>, query: Sql): Promise<Row>
  /** For writes: how many rows were touched. */
  run(query: Sql): Promise<number>
}

export interface Database {
  /** Runs in one transaction under the given scope, as the app role. */
  as<Result>(scope: Scope, work: (db: Db) => Promise<Result>): Promise<Result>
  /** One read in one trip: the scope, the query and the end of the transaction are sent together. */
  read<Row>(scope: Scope, row: z.ZodType<Row>, query: Sql): Promise<Row[]>
  /** One statement with no transaction of our own: for functions that set the scope themselves. */
  readonly direct: Db
  /** A connection of its own, for LISTEN; `lost` when it ended by itself. Answers how to end it. */
  listen(channel: string, hear: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** The socket under a client: what is written while it is corked leaves in one piece. */
type Wire = { connection: { stream: Pick<Socket, 'cork' | 'uncork'> } }

type Client = { query(config: { text: string; values: unknown[]; name?: string }): Promise<pg.QueryResult> }

function dbOn(client: Client): Db {
  const query = async (q: Sql): Promise<pg.QueryResult> =>
    client.query({ text: q.text, values: q.values as unknown[], ...(q.name === undefined ? {} : { name: q.name }) })
  const many = async <Row>(row: z.ZodType<Row>, q: Sql): Promise<Row[]> =>
    (await query(q)).rows.map((value) => row.parse(value))
  return {
    many,
    async maybe(row, q) {
      const rows = await many(row, q)
      if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`)
      return rows[0]
    },
    async one(row, q) {
      const rows = await many(row, q)
      if (rows.length !== 1 || rows[0] === undefined) throw new Error(`expected one row, got ${rows.length}`)
      return rows[0]
    },
    async run(q) {
      return (await query(q)).rowCount ?? 0
    },
  }
}

/** Division codes, uuids, `all`, `-`: anything else is a bug. */
function plain(value: string): string {
  if (!/^[0-9a-z-]*$/.test(value)) throw new Error('not a scope')
  return value
}

/** The values are our own identifiers, checked to be nothing else. */
function beginAs(scope: Scope): string {
  return `begin; set local liren.places = '${plain(scope.places)}'; set local liren.org = '${plain(scope.org)}'; set local liren.person = '${plain(scope.person)}'`
}

/** Opens a pool whose connections act as `liren_app` from their first statement. */
export function openDatabase(url: string, options: { max?: number; role?: string | undefined } = {}): Database {
  const role = options.role === undefined ? 'liren_app' : options.role
  const settings = {
    connectionString: url,
    max: options.max ?? 10,
    // What is sent without waiting is answered in order: one trip instead of three.
    pipeline: true,
    application_name: 'liren',
    ...(role ? { options: `-c role=${role} -c timezone=Asia/Shanghai` } : { options: '-c timezone=Asia/Shanghai' }),
  }
  const pool = new pg.Pool(settings)
  pool.on('error', () => {}) // an idle connection lost; the next query opens another
  pool.on('connect', (client) => client.on('error', () => {})) // one in use: its query is refused, which is told to whoever asked
  return {
    direct: dbOn(pool),
    async as(scope, work) {
      const client = await pool.connect()
      try {
        await client.query(beginAs(scope))
        const result = await work(dbOn(client))
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        )
        throw error
      }
    },
    async read(scope, row, q) {
      const client = await pool.connect()
      try {
        const { stream } = (client as unknown as Wire).connection
        stream.cork()
        const sent = [client.query(beginAs(scope)), dbOn(client).many(row, q), client.query('commit')] as const
        stream.uncork()
        const [, found] = await Promise.all(sent)
        client.release()
        return found
      } catch (error) {
        // The transaction was ended with the others in flight; a connection in doubt is not used again.
        client.release(true)
        throw error
      }
    },
    async listen(channel, hear, lost) {
      const client = new pg.Client({ ...settings, keepAlive: true })
      client.on('error', () => {})
      await client.connect()
      client.on('notification', (message) => hear(message.payload ?? ''))
      await client.query(`listen ${channel}`)
      let ending = false
      client.on('end', () => {
        if (!ending) lost()
      })
      return () => {
        ending = true
        return client.end()
      }
    },
    async close() {
      await pool.end()
    },
  }
}
