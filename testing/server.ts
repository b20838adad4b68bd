/** A whole server on a fresh database with the real city and the demo's people, on a day that stands still until it is moved. */
import { afterAll, beforeAll } from 'vitest'
import { composeServer, type Server } from '../apps/server/compose.ts'
import { seedCity } from '../apps/server/demo/seed.ts'
import { serveLive } from '../apps/server/live.ts'
import { preparePages } from '../apps/server/pages.ts'
import type { Gateway } from '#kernel/notice'
import type { IdentityCheck } from '#kernel/person/actions.ts'
import { readConfig } from '#platform/config'
import { type ServerClock, serverClock } from '#platform/clock'
import { join } from 'node:path'
import { type TestDatabase, withDatabase } from './database.ts'
import { KEYS } from './village.ts'

const ROOT = join(import.meta.dirname, '..')

export type TestServer = TestDatabase & {
  server: Server
  clock: ServerClock
  base: string
  /** Sends as somebody (a cookie), with the header of our own pages. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    options?: { as?: string; body?: unknown; key?: string },
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown>; raw: Buffer }>
  /** Sends one file to an address that takes one, as a browser does. */
  upload(as: string, url: string, name: string, bytes: Buffer): Promise<{ status: number; body: unknown }>
  /** A small PDF uploaded as somebody: its id. */
  uploadEvidence(as: string, county: string): Promise<string>
  /** A cookie of one of the demo's people. */
  be(login: string): Promise<string>
}

/** The least that is a picture. */
export const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001',
  'hex',
)

/** Noon in Asia/Shanghai on `today`. */
export function withServer(options: {
  today: string
  listen?: boolean
  production?: boolean
  gateway?: Gateway
  identity?: IdentityCheck
}): TestServer {
  const found = withDatabase() as TestServer
  beforeAll(async () => {
    const noon = Date.parse(`${options.today}T04:00:00Z`)
    found.clock = serverClock({ fixed: () => noon })
    await seedCity(found.database, KEYS, ROOT, options.today, noon, 'cast')
    const mode = options.production ? { LIREN_MODE: 'production' } : {}
    const config = { ...readConfig({ PORT: '0', ALLOW_TEST_IDS: 'true', ...mode }), origin: 'test.example' }
    const pages = options.listen ? await preparePages(ROOT, () => {}, !options.production) : undefined
    found.server = await composeServer({
      config,
      url: found.url,
      keys: KEYS,
      clock: found.clock,
      quiet: true,
      checkAnswers: true,
      poolSize: 6,
      ...(pages ? { pages } : {}),
      ...(options.gateway ? { gateway: options.gateway } : {}),
      ...(options.identity ? { identity: options.identity } : {}),
    })
    serveLive(found.server)
    await found.server.catchUp()
    if (options.listen) found.base = await found.server.app.listen({ host: '127.0.0.1', port: 0 })
    found.send = async (method, url, { as, body, key } = {}) => {
      const answer = await found.server.app.inject({
        method,
        url,
        headers: { 'x-liren': '1', ...(as ? { cookie: as } : {}), ...(key ? { 'idempotency-key': key } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const text = answer.headers['content-type']?.toString().includes('json')
        ? (JSON.parse(answer.body) as unknown)
        : answer.body
      return { status: answer.statusCode, body: text, headers: answer.headers, raw: answer.rawPayload }
    }
    found.upload = async (as, url, name, bytes) => {
      const boundary = 'a-file-of-a-test'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const answer = await found.server.app.inject({
        method: 'POST',
        url,
        headers: { cookie: as, 'x-liren': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      })
      return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown }
    }
    found.uploadEvidence = async (as, county) => {
      const pdf = Buffer.from(`%PDF-1.4\n${'1 0 obj<<>>endobj\n'.repeat(8)}trailer<<>>\n%%EOF`)
      const { body } = await found.upload(as, `/api/files?county=${county}&material=attachment`, 'document.pdf', pdf)
      return (body as { id: string }).id
    }
    found.be = async (login) => {
      const answer = await found.send('POST', '/api/demo/sign-in', { body: { login } })
      return String(answer.headers['set-cookie']).split(';')[0] ?? ''
    }
  }, 120_000)
  afterAll(async () => {
    await found.server?.close()
  })
  return found
}
