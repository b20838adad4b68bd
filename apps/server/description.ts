/** `/api/docs` and `/api/openapi.json`: the API as it validates, with who may call. No script, no foreign address. */
import type { FastifyInstance } from 'fastify'

type Operation = {
  operationId: string
  summary?: string
  tags?: string[]
  'x-access'?: unknown
  parameters?: { name: string; in: string; required?: boolean }[]
}
type Description = { paths: Record<string, Record<string, Operation>> }

export function serveDescription(app: FastifyInstance): void {
  const describe = (): Description => app.swagger() as unknown as Description
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => describe())
  app.get('/api/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(page(describe())),
  )
}

function page(description: Description): string {
  const rows = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const tags = [...new Set(rows.map((row) => row.operation.tags?.[0] ?? 'other'))].sort()
  const body = tags.map(
    (tag) =>
      `<h2 id="${escape(tag)}">${escape(tag)}</h2><table><tr><th>Call</th><th>What it does</th><th>Who may</th><th>Parameters</th></tr>${rows
        .filter((row) => (row.operation.tags?.[0] ?? 'other') === tag)
        .map(
          ({ path, method, operation }) =>
            `<tr id="${escape(operation.operationId)}"><td><code>${method} ${escape(path)}</code></td><td>${escape(operation.summary ?? '')}</td><td>${escape(access(operation['x-access']))}</td><td>${(operation.parameters ?? []).map((one) => `<code>${escape(one.name)}</code>${one.required ? '' : '?'} `).join('')}</td></tr>`,
        )
        .join('')}</table>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Liren API</title><h1>Liren API</h1><p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Send <code>x-liren: 1</code> with every call that changes something, and an <code>idempotency-key</code> so that it may be retried. A refusal is a problem with <code>code</code>, <code>text</code>, <code>basisText</code> and <code>next</code>.</p>${body.join('')}</html>`
}

function access(given: unknown): string {
  return typeof given === 'string' ? given : ((given as { roles?: string[] } | undefined)?.roles ?? []).join(', ')
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
