/** The two web apps: built when their sources changed since, then served compressed from dist/. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const SOURCES = ['apps/resident', 'apps/staff', 'pages', 'ui', 'capabilities', 'kernel', 'platform/http']

/** Builds if need be (in this process, only then loading the builder); answers a function that mounts the pages. */
export async function servePages(root: string, say: (text: string) => void): Promise<(app: FastifyInstance) => Promise<void>> {
  const dist = join(root, 'dist')
  const mark = join(dist, 'built-from')
  const state = stateOf(root)
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== state) {
    say('building the pages')
    const { buildPages } = await import('../../scripts/build.ts')
    await buildPages(root)
    writeFileSync(mark, state)
  }
  return async (app) => {
    const page = (folder: string): string => join(dist, folder)
    await app.register(fastifyStatic, { root: page('staff'), prefix: '/staff/', preCompressed: true, index: false, decorateReply: true, immutable: false, setHeaders })
    await app.register(fastifyStatic, { root: page('resident'), prefix: '/', preCompressed: true, index: false, decorateReply: false, wildcard: false, setHeaders })
    const shell = (folder: 'resident' | 'staff'): string => readFileSync(join(page(folder), 'index.html'), 'utf8')
    const shells = { resident: shell('resident'), staff: shell('staff') }
    const send = (folder: 'resident' | 'staff') => async (_request: unknown, reply: import('fastify').FastifyReply) =>
      reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(shells[folder])
    for (const path of ['/staff', '/staff/']) app.get(path, { schema: { hide: true } }, send('staff'))
    for (const path of ['/', '/services/:code', '/apply/:code', '/mine', '/mine/*', '/t', '/t/:number', '/v/:code', '/open']) app.get(path, { schema: { hide: true } }, send('resident'))
    app.setNotFoundHandler((request, reply) => {
      if (request.method === 'GET' && request.url.startsWith('/staff')) return reply.header('content-type', 'text/html; charset=utf-8').send(shells.staff)
      if (request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url)) return reply.status(404).header('content-type', 'text/html; charset=utf-8').send(shells.resident)
      return reply.status(404).send({ status: 404, code: 'no-such-page', text: { zh: '没有这个页面。', en: 'There is no such page.' } })
    })
  }
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
