/** How long answers leave: in bytes; public ones compressed (压缩): nothing of a person stands in them, so that their length tells nothing. */
import { constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below this compressing is not worth the work. */
const LEAST_BYTES = 4096
const OPTIONS = { level: constants.Z_BEST_SPEED }

export function sendLong(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < LEAST_BYTES) return done(null, payload)
    const { long } = request.routeOptions.config as { long?: boolean }
    // Turned into bytes once: a string would be walked through a second time for its length.
    if (!long || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return done(null, Buffer.from(payload))
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
    gzip(payload, OPTIONS, done)
  })
}
