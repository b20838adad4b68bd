/** The two web apps: built when their sources changed since, then served compressed from dist/. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const SOURCES = ['apps/resident', 'apps/staff', 'pages', 'ui', 'capabilities', 'kernel', 'platform/http']

export type Pages = {
  readonly mount: (app: FastifyInstance) => Promise<void>
  readonly elsewhere: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined
}

/** Builds if need be (only then loading the builder). The page of a demonstration says so, before anything is asked. */
export async function preparePages(root: string, say: (text: string) => void, demo = false): Promise<Pages> {
  const dist = join(root, 'dist')
  const mark = join(dist, 'built-from')
  const state = stateOf(root)
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== state) {
    say('building the pages')
    const { buildPages } = await import('../../scripts/build.ts')
    await buildPages(root)
    writeFileSync(mark, state)
  }
  const folder = (name: string): string => join(dist, name)
  const shellOf = (name: string): string => {
    const html = readFileSync(join(folder(name), 'index.html'), 'utf8')
    return demo ? html.replace('<html ', '<html data-demo ') : html
  }
  const shells = { resident: shellOf('resident'), staff: shellOf('staff') }
  const send = (reply: FastifyReply, name: keyof typeof shells, status = 200): FastifyReply =>
    reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(shells[name])
  return {
    async mount(app) {
      await app.register(fastifyStatic, {
        root: folder('staff'),
        prefix: '/staff/',
        preCompressed: true,
        index: false,
        setHeaders,
      })
      await app.register(fastifyStatic, {
        root: folder('resident'),
        prefix: '/',
        preCompressed: true,
        index: false,
        decorateReply: false,
        wildcard: false,
        setHeaders,
      })
      app.get('/', { schema: { hide: true } }, (_request, reply) => send(reply, 'resident'))
    },
    elsewhere(request, reply) {
      const [path = ''] = request.url.split('?')
      if (request.method !== 'GET' || path.startsWith('/api/') || /\.\w+$/.test(path)) return undefined
      if (/^\/embed\/city(\/|$)/.test(path)) return send(openToFrames(reply), 'resident')
      if (path === '/staff' || path.startsWith('/staff/')) return send(reply, 'staff')
      return send(
        reply,
        'resident',
        /^\/(services|apply|start|mine|t|v|talk|open|plan|city|certificates|tour|find|family|lists)(\/|$)/.test(path)
          ? 200
          : 404,
      )
    },
  }
}

/** Public figures, and nothing else of ours, may stand in a frame of another site: read-only, and no session goes there. */
function openToFrames(reply: FastifyReply): FastifyReply {
  const policy = String(reply.getHeader('content-security-policy'))
  const open = policy.replace("frame-ancestors 'none'", 'frame-ancestors *')
  if (open === policy) throw new Error('the policy names no frame-ancestors to open')
  return reply.removeHeader('x-frame-options').header('content-security-policy', open)
}

function setHeaders(response: { header(name: string, value: string): unknown }, path: string): void {
  response.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** Names, sizes and times of all sources: cheap, and enough to notice a change. */
function stateOf(root: string): string {
  const hash = createHash('sha256')
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const { size, mtimeMs } = statSync(path)
        hash.update(`${path} ${size} ${mtimeMs}\n`)
      }
    }
  }
  for (const source of SOURCES) if (existsSync(join(root, source))) walk(join(root, source))
  return hash.digest('hex')
}
