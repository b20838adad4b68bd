/** Live screens (实时): a stream of what changed, each told only to those who may see it. */
import type { FastifyReply } from 'fastify'
import type { Acting } from '#kernel/authority'
import { mayRead } from '#kernel/authority'
import type { Change } from '#kernel/ledger-store/sealer.ts'
import type { CaseRow } from '#kernel/procedure'
import { loadFamily } from '#kernel/case/actions.ts'
import type { Server } from './compose.ts'

const BEAT_MS = 20_000
/** One person may hold this many streams: tabs and devices. */
const MOST_STREAMS = 20

/** `GET /api/live`: server-sent events `change` with county, case, kind; the page then asks for what it shows. */
export function serveLive(server: Server): void {
  const listeners = new Map<FastifyReply, Acting>()
  const pending = new Map<string, Change>()
  let timer: NodeJS.Timeout | undefined

  const flush = async (): Promise<void> => {
    timer = undefined
    const changes = [...pending.values()]
    pending.clear()
    if (listeners.size === 0) return
    const system = server.contextAs({ kind: 'clock' })
    for (const change of changes) {
      const family = await loadFamily(system, change.county, change.caseId).catch(() => [])
      const row = family.find((one) => one.id === change.caseId)
      if (!row) continue
      for (const [reply, acting] of listeners) {
        if (maySee(acting, family, row))
          reply.raw.write(
            `event: change\ndata: ${JSON.stringify({ county: change.county, id: change.caseId, root: row.root })}\n\n`,
          )
      }
    }
  }
  server.sealer.changes.on('change', (change) => {
    pending.set(change.caseId, change)
    timer ??= setTimeout(() => void flush(), 10)
  })

  server.app.get('/api/live', { config: { access: 'signed-in' }, schema: { hide: true } }, async (request, reply) => {
    const { acting } = request
    if (acting.kind === 'nobody')
      return reply.status(401).send({
        status: 401,
        code: 'sign-in-first',
        text: { zh: '请先验证身份。', en: 'Please prove who you are first.' },
      })
    const person = acting.kind === 'clock' ? '' : acting.person
    if (
      [...listeners.values()].filter((one) => one.kind !== 'nobody' && one.kind !== 'clock' && one.person === person)
        .length >= MOST_STREAMS
    )
      return reply
        .status(429)
        .send({ status: 429, code: 'too-many-requests', text: { zh: '打开的页面太多。', en: 'Too many pages open.' } })
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 1000\n\nevent: hello\ndata: {}\n\n')
    listeners.set(reply, acting)
    const beat = setInterval(() => reply.raw.write(': beat\n\n'), BEAT_MS)
    request.raw.on('close', () => {
      clearInterval(beat)
      listeners.delete(reply)
    })
  })
  server.app.addHook('preClose', async () => {
    for (const reply of listeners.keys()) reply.raw.end()
  })
}

function maySee(acting: Acting, family: readonly CaseRow[], row: CaseRow): boolean {
  return mayRead(acting, row) || family.some((one) => one.id === row.root && mayRead(acting, one))
}
