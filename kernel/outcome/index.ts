/** What a rule answers: allow with a value, or refuse with a code, a basis and the facts. A bug is thrown instead. */
import type { Basis } from '#kernel/law'

/** The facts a refusal rests on: whole numbers, days and plain words, never personal data. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>

export type Allowed<Value> = { readonly ok: true; readonly value: Value }
export type Refused = { readonly ok: false; readonly code: string; readonly basis: Basis; readonly facts: RefusalFacts }
export type Outcome<Value> = Allowed<Value> | Refused

export function allow<Value>(value: Value): Allowed<Value>
export function allow(): Allowed<void>
export function allow<Value>(value?: Value): Allowed<Value | undefined> {
  return { ok: true, value }
}

/** A "no" (不予): `code` names the sentence in `texts/`, `basis` the article, `facts` the numbers the sentence shows. */
export function refuse(code: string, basis: Basis, facts: RefusalFacts = {}): Refused {
  return { ok: false, code, basis, facts }
}
