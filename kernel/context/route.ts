/** A route: a contract and the action behind it. Parses nothing itself, decides nothing, replies with an Outcome. */
import type { Field, FormIssue } from '#kernel/form'
import type { Outcome, Refused } from '#kernel/outcome'
import type { Endpoint, EndpointTypes } from '#platform/http/endpoint.ts'
import type { Context } from './index.ts'

export type Upload = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly fields: Readonly<Record<string, string>>
}

/** What an action may need of the request itself; the rest is parsed. */
export type Request = {
  /** Idempotency key of the client and the digest of what was asked. */
  readonly once?: { readonly key: string; readonly digest: string }
  readonly token: string | undefined
  readonly userAgent: string
  setSession(token: string | undefined): void
  upload(): Promise<Outcome<Upload>>
}

/** Answers that are files. */
export type Binary = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
  readonly inline?: boolean
}

/** With what is wrong in a form, and the form's fields for the sentences. */
export type Answered<Value> = Outcome<Value> & {
  readonly issues?: readonly FormIssue[]
  readonly fields?: readonly Field[]
  /** All that is wrong, each at its field, where a rule found it and not the form. */
  readonly beside?: readonly { readonly field: string; readonly refused: Refused }[]
}

export type Route = {
  readonly endpoint: Endpoint
  readonly kind: 'json' | 'binary' | 'upload'
  readonly run: (
    context: Context,
    input: { params: unknown; query: unknown; body: unknown },
    request: Request,
  ) => Promise<Answered<unknown>>
}

export function route<Types extends EndpointTypes>(
  endpoint: Endpoint<Types>,
  run: (
    context: Context,
    input: NoInfer<Types['handle']>,
    request: Request,
  ) => Promise<Answered<NoInfer<Types['given']>>>,
): Route {
  return { endpoint: endpoint as Endpoint, kind: 'json', run: run as Route['run'] }
}

export function binaryRoute<Types extends EndpointTypes>(
  endpoint: Endpoint<Types>,
  run: (context: Context, input: NoInfer<Types['handle']>, request: Request) => Promise<Outcome<Binary>>,
): Route {
  return { endpoint: endpoint as Endpoint, kind: 'binary', run: run as Route['run'] }
}

export function uploadRoute<Types extends EndpointTypes>(
  endpoint: Endpoint<Types>,
  run: (
    context: Context,
    input: NoInfer<Types['handle']>,
    request: Request,
  ) => Promise<Answered<NoInfer<Types['given']>>>,
): Route {
  return { endpoint: endpoint as Endpoint, kind: 'upload', run: run as Route['run'] }
}
