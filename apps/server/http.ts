/** HTTP: mounts routes, finds out who acts, and turns refusals into problems with article and next step. */
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { fileTypeFromBuffer } from 'file-type'
import { type Acting, SEPARATED } from '#kernel/authority'
import { plainDate } from '#kernel/calendar'
import { earlierAnswer } from '#kernel/case/actions.ts'
import { type Context, contextFor, type Services } from '#kernel/context'
import type { Answered, Binary, Request, Route } from '#kernel/context/route.ts'
import { issueText } from '#kernel/form'
import { type Basis, basisText } from '#kernel/law'
import { allow, type Outcome, refuse, type Refused } from '#kernel/outcome'
import { fill, type RefusalTexts } from '#kernel/outcome/texts.ts'
import type { Sessions } from '#kernel/person/sessions.ts'
import type { ServerClock } from '#platform/clock'
import { sha256 } from '#platform/crypto'
import type { Access } from '#platform/http/endpoint.ts'
import { z } from 'zod'
import { sendLong } from './long-answers.ts'
import { securityHeaders } from './security-headers.ts'

/** Uploads of one file; larger ones are refused while they arrive. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
const COOKIE = 'liren'

export type HttpMeans = {
  readonly services: Services
  readonly sessions: Sessions
  readonly clock: ServerClock
  readonly routes: readonly Route[]
  readonly refusals: RefusalTexts
  readonly version: string
  readonly logLevel: string
  readonly secureCookies: boolean
  readonly quiet?: boolean
  readonly checkAnswers?: boolean
  readonly elsewhere?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined
}

const TextShape = z.object({ zh: z.string(), en: z.string() })
const ProblemShape = z
  .object({
    status: z.number(),
    code: z.string(),
    basis: z.string().optional(),
    basisText: TextShape.optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    text: TextShape,
    next: TextShape.optional(),
    issues: z.array(z.object({ field: z.string(), code: z.string(), text: TextShape })).optional(),
  })
  .meta({ id: 'Problem' })

declare module 'fastify' {
  interface FastifyRequest {
    acting: Acting
  }
}

export async function buildHttp(means: HttpMeans): Promise<FastifyInstance> {
  const { services } = means
  const app = Fastify({
    logger: means.quiet
      ? false
      : {
          level: means.logLevel,
          serializers: {
            req: (req: FastifyRequest) => ({ method: req.method, route: req.routeOptions?.url }),
            res: (res) => ({ status: res.statusCode }),
          },
        },
    bodyLimit: 1 << 20,
    trustProxy: 'loopback',
    forceCloseConnections: true,
  })
  app.setValidatorCompiler(validatorCompiler)
  // Types keep our own answers to their contracts; the tests check every one of them as it is sent.
  app.setSerializerCompiler(means.checkAnswers ? serializerCompiler : () => (answer) => JSON.stringify(answer))
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10, fieldSize: 2000 } })
  await app.register(rateLimit, {
    global: false,
    // A whole village may stand behind one address: who has signed in is counted alone.
    keyGenerator: (request) => ('person' in request.acting ? request.acting.person : request.ip),
    errorResponseBuilder: (_request, limit) =>
      Object.assign(new Error('too many'), { statusCode: 429, seconds: Math.ceil(limit.ttl / 1000) }),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liren 里仁',
        version: means.version,
        description:
          'Every route says who may call it (x-access). Refusals are problems with a code, an article and the next step.',
      },
    },
    transform: (given) => {
      const transformed = jsonSchemaTransform(given as never)
      const access = (given.route.config as { access?: Access } | undefined)?.access
      return { ...transformed, schema: { ...transformed.schema, ...(access ? { 'x-access': access } : {}) } }
    },
    transformObject: jsonSchemaTransformObject,
  })
  app.decorateRequest('acting')
  sendLong(app)

  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const { ms, today } = means.clock.now()
    return contextFor(services, request.acting, plainDate(today), ms)
  }

  const headers = securityHeaders(means.secureCookies)
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers)
    request.acting = { kind: 'nobody' }
    if (!request.url.startsWith('/api/')) return
    // A page of another site can neither read our answers nor set this header.
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers['x-liren'] === undefined) {
      return reply.status(403).send(problem(means, 403, refuse('not-from-our-pages', 'practice')))
    }
    const { ms, today } = means.clock.now()
    request.acting = await means.sessions.acting(request.cookies[COOKIE], ms, today)
  })

  app.setErrorHandler((error: Error & { statusCode?: number; code?: string; seconds?: number }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const issues = error.validation.map((one) => ({
        field: one.instancePath.replace(/^\//, '').replaceAll('/', '.'),
        code: 'not-as-described',
        text: { zh: one.message ?? '', en: one.message ?? '' },
      }))
      return reply.status(400).send({ ...problem(means, 400, refuse('request-not-as-described', 'practice')), issues })
    }
    if (error.statusCode === 429)
      return reply
        .status(429)
        .send(problem(means, 429, refuse('too-many-requests', 'practice', { seconds: error.seconds ?? 60 })))
    if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return reply
        .status(413)
        .send(problem(means, 413, refuse('file-too-large', 'practice', { megabytes: MAX_UPLOAD_BYTES / 1048576 })))
    if (error.statusCode && error.statusCode < 500)
      return reply
        .status(error.statusCode)
        .send(problem(means, error.statusCode, refuse('request-not-as-described', 'practice')))
    // The message of a bug may quote data: the log gets its name and place only.
    request.log.error(
      { name: error.name, code: error.code, at: error.stack?.split('\n').slice(1, 6).join(' | ') },
      'unexpected error',
    )
    if (means.logLevel === 'debug') console.error(error)
    return reply.status(500).send(problem(means, 500, refuse('unexpected', 'practice')))
  })
  // What no route answers: the pages take their own addresses, everything else is refused.
  app.setNotFoundHandler(
    (request, reply) =>
      means.elsewhere?.(request, reply) ??
      reply.status(404).send(problem(means, 404, refuse('no-such-page', 'practice'))),
  )

  for (const one of means.routes) mount(app, means, one, contextOf)
  return app
}

function mount(
  app: FastifyInstance,
  means: HttpMeans,
  one: Route,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const { endpoint } = one
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: {
      access: endpoint.access,
      long: endpoint.long === true,
      ...(endpoint.perMinute ? { rateLimit: { max: endpoint.perMinute, timeWindow: '1 minute' } } : {}),
    },
    schema: {
      operationId: endpoint.id,
      summary: endpoint.summary,
      tags: [...endpoint.tags],
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      ...(one.kind === 'binary'
        ? {}
        : { response: { 200: endpoint.answer, '4xx': ProblemShape, '5xx': ProblemShape } }),
    },
    // Who may call is asked before the body is read: a stranger learns nothing from validation, and uses up nobody's limit.
    onRequest: async (request, reply) => {
      const allowed = mayCall(request.acting, endpoint.access)
      if (!allowed.ok) {
        const status = request.acting.kind === 'nobody' ? 401 : 403
        return reply.status(status).send(problem(means, status, allowed))
      }
    },
    handler: async (request, reply) => {
      const context = await contextOf(request)
      const input = { params: request.params, query: request.query, body: request.body }
      const asked = requestOf(request, reply, means)
      const outcome = await one.run(context, input, asked)
      if (!outcome.ok) {
        const earlier = await earlierAnswer(context, asked.once)
        if (earlier) return earlier
        const status = STATUS[outcome.code] ?? (outcome.code.endsWith('-not-found') ? 404 : 409)
        return reply.status(status).send(problem(means, status, outcome, outcome))
      }
      if (one.kind === 'binary') return sendBinary(reply, outcome.value as Binary)
      return outcome.value
    },
  })
}

const STATUS: Readonly<Record<string, number>> = {
  'month-not-counted': 404,
  'sign-in-first': 401,
  'sign-in-failed': 401,
  'demo-only': 403,
  'not-yours-to-do': 403,
  'own-matter': 403,
  'not-your-hat': 403,
  'not-yours-to-see': 403,
  'form-has-errors': 400,
  'request-not-as-described': 400,
  'file-too-large': 413,
}

/** Default deny: an endpoint names who may call it; the three administrators are staff nowhere unless they are named. */
export function mayCall(acting: Acting, access: Access): Outcome<void> {
  if (access === 'anyone') return allow()
  if (acting.kind === 'nobody') return refuse('sign-in-first', 'practice')
  if (access === 'signed-in') return allow()
  if (access === 'resident')
    return acting.kind === 'resident' ? allow() : refuse('not-yours-to-do', 'practice', { roles: ['resident'] })
  if (access === 'staff')
    return acting.kind === 'staff' && !SEPARATED.includes(acting.role)
      ? allow()
      : refuse('not-yours-to-do', 'practice', { roles: ['staff'] })
  return acting.kind === 'staff' && access.roles.includes(acting.role)
    ? allow()
    : refuse('not-yours-to-do', 'practice', { roles: access.roles })
}

function requestOf(request: FastifyRequest, reply: FastifyReply, means: HttpMeans): Request {
  const key = request.headers['idempotency-key']
  return {
    ...(typeof key === 'string' && key.length >= 8 && key.length <= 100
      ? {
          once: {
            key,
            digest: sha256(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`).toString('hex'),
          },
        }
      : {}),
    token: request.cookies[COOKIE],
    userAgent: request.headers['user-agent'] ?? '',
    setSession(token) {
      if (token === undefined) void reply.clearCookie(COOKIE, { path: '/' })
      else
        void reply.setCookie(COOKIE, token, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: means.secureCookies,
          maxAge: 30 * 86_400,
        })
    },
    async upload() {
      const part = await request.file()
      if (!part) return refuse('no-file', 'practice')
      const bytes = await part.toBuffer()
      const fields: Record<string, string> = {}
      for (const [name, field] of Object.entries(part.fields)) {
        if (field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string')
          fields[name] = field.value
      }
      return allow({ name: part.filename, bytes, fields })
    },
  }
}

function sendBinary(reply: FastifyReply, file: Binary): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes))
}

function problem(
  means: HttpMeans,
  status: number,
  refusal: Refused,
  answered?: Answered<unknown>,
): z.infer<typeof ProblemShape> {
  const known = means.refusals[refusal.code]
  const sentence = known?.text ?? { zh: `不能办理(${refusal.code})。`, en: `Not possible (${refusal.code}).` }
  return {
    status,
    code: refusal.code,
    ...(refusal.basis === 'practice' ? {} : { basis: refusal.basis, basisText: basisText(refusal.basis as Basis) }),
    facts: refusal.facts,
    text: fill(sentence, refusal.facts),
    ...(known?.next ? { next: fill(known.next, refusal.facts) } : {}),
    ...(answered && 'issues' in answered && answered.issues
      ? {
          issues: answered.issues.map((issue) => ({
            field: issue.field,
            code: issue.code,
            text: issueText(
              issue,
              answered.fields?.find((field) => field.id === issue.field),
            ),
          })),
        }
      : {}),
    ...(answered?.beside
      ? {
          issues: answered.beside.map(({ field, refused }) => ({
            field,
            code: refused.code,
            text: problem(means, status, refused).text,
          })),
        }
      : {}),
  }
}

export { fileTypeFromBuffer }
