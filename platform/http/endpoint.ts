/**
 * Contracts (接口): one description of an endpoint validates the server, documents it, and types the client.
 * Runs in the browser too: no Node module here.
 */
import type { z } from 'zod'

type Schema = z.core.$ZodType

export type EndpointTypes = { call: unknown; handle: unknown; answer: unknown; given: unknown }

/** Who may call, before any rule of the matter is asked; shown in the API description. */
export type Access =
  | 'anyone'
  | 'resident' // somebody who proved a phone or more
  | 'staff' // any appointment but the three administrators
  | 'signed-in'
  | { readonly roles: readonly string[] }

export type Endpoint<Types extends EndpointTypes = EndpointTypes> = {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly tags: readonly string[]
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly answer: Schema
  /** Requests a minute from one address; default none but the global one. */
  readonly perMinute?: number
  /** Long, public, and the same for everybody: it leaves compressed. */
  readonly long?: boolean
  readonly '~types'?: Types
}

type Key<K extends string, S> = S extends Schema ? { [k in K]: z.input<S> } : unknown
type Out<S> = S extends Schema ? z.output<S> : undefined

export function endpoint<
  A extends Schema,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(definition: {
  id: string
  method: Endpoint['method']
  path: string
  summary: string
  access: Access
  tags: readonly string[]
  params?: P
  query?: Q
  body?: B
  answer: A
  perMinute?: number
  long?: boolean
}): Endpoint<{
  call: Key<'params', P> & Key<'query', Q> & Key<'body', B>
  handle: { params: Out<P>; query: Out<Q>; body: Out<B> }
  answer: z.output<A>
  given: z.input<A>
}> {
  return definition as never
}
