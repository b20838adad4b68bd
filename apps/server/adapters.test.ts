/** What a message gateway and a real-name service must do for us, and what ours do when they do not. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpGateway } from './gateway.ts'
import { httpIdentity } from './identity.ts'

let server: Server
let url = ''
let reply: { status: number; body: string } = { status: 200, body: '{}' }
const asked: { body: unknown; key: string | undefined }[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const key = request.headers['idempotency-key']
      asked.push({
        body: JSON.parse(Buffer.concat(parts).toString()) as unknown,
        key: typeof key === 'string' ? key : undefined,
      })
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())
const answering = (status: number, body = '{}'): void => {
  reply = { status, body }
}

describe('a message gateway', () => {
  const message = { id: '00000000-0000-7000-8000-000000000001', to: '+8619903530001', kind: 'accepted', text: '已受理' }

  test('gets the message as it is, with its id as the key of a repeat', async () => {
    answering(204, '')
    expect(await httpGateway(url)(message)).toBe(true)
    expect(asked.at(-1)).toEqual({ body: message, key: message.id })
  })
  test.each([
    ['busy', 503],
    ['not willing', 400],
  ])('that is %s has not taken it', async (_because, status) => {
    answering(status)
    expect(await httpGateway(url)(message)).toBe(false)
  })
  test('that is not there is an error, which the outbox takes for not taken', async () => {
    await expect(httpGateway('http://127.0.0.1:1/')(message)).rejects.toThrow(/fetch failed|ECONNREFUSED/)
  })
})

describe('a real-name service', () => {
  const person = { name: '李建国', idNumber: '140399195601010012', phone: '+8619903530002' }

  test.each([
    ['the three belong together', 200, '{"result":"same"}', 'same'],
    ['they do not', 200, '{"result":"different"}', 'different'],
    ['it does not know', 200, '{"result":"unknown"}', 'unknown'],
    ['it answers with something else', 200, '{"result":"maybe"}', 'unknown'],
    ['it answers with no JSON', 200, '<html>', 'unknown'],
    ['it fails', 500, '{"result":"same"}', 'unknown'],
  ])('%s', async (_because, status, body, verdict) => {
    answering(status, body)
    expect(await httpIdentity(url)(person)).toBe(verdict)
    expect(asked.at(-1)?.body).toEqual(person)
  })
  test('that is not there does not know', async () => {
    expect(await httpIdentity('http://127.0.0.1:1/')(person)).toBe('unknown')
  })
})
