/** Long public answers leave compressed (压缩): nothing of a person stands in them, so that their length tells nothing. */
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below this it is not worth the work. */
const LEAST_BYTES = 4096
const compress = promisify(gzip)

export function compressLong(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { long } = request.routeOptions.config as { long?: boolean }
    if (!long || typeof payload !== 'string' || payload.length < LEAST_BYTES) return payload
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
    return compress(payload, { level: constants.Z_BEST_SPEED })
  })
}
