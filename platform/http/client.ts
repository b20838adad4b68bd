/** The typed web client: no generated code, the contract objects themselves are the types. */
import type { Endpoint, EndpointTypes } from './endpoint.ts'

/** The body of every refusal over HTTP. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly basis?: string
  readonly basisText?: { zh: string; en: string }
  readonly facts?: Readonly<Record<string, unknown>>
  readonly text: { zh: string; en: string }
  readonly next?: { zh: string; en: string }
  readonly issues?: readonly { field: string; code: string; text: { zh: string; en: string } }[]
}

export class Refusal extends Error {
  override name = 'Refusal'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

type Call = {
  params?: Record<string, string | number>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
}

export function createClient(options: { base?: string; fetch?: typeof fetch } = {}) {
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init))
  return async function call<Types extends EndpointTypes>(
    endpoint: Endpoint<Types>,
    given: NoInfer<Types['call']>,
    more: { signal?: AbortSignal; key?: string } = {},
  ): Promise<Types['answer']> {
    const { params = {}, query = {}, body } = given as Call
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') search.set(name, String(value))
    const text = search.toString()
    let response: Response
    try {
      response = await send(`${options.base ?? ''}${path}${text ? `?${text}` : ''}`, {
        method: endpoint.method,
        credentials: 'same-origin',
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(more.key ? { 'idempotency-key': more.key } : {}),
          ...(endpoint.method === 'GET' ? {} : { 'x-liren': '1' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(more.signal ? { signal: more.signal } : {}),
      })
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
      throw new Refusal({
        status: 0,
        code: 'offline',
        text: { zh: '网络连接不上,请稍后再试。', en: 'No connection. Please try again shortly.' },
      })
    }
    const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
    if (!response.ok) {
      throw new Refusal(
        (answer as Problem | undefined) ?? {
          status: response.status,
          code: 'unexpected',
          text: { zh: '系统繁忙,请稍后再试。', en: 'The system is busy. Please try again.' },
        },
      )
    }
    return answer as Types['answer']
  }
}

export type Client = ReturnType<typeof createClient>
