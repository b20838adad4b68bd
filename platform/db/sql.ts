/** SQL as SQL: a tagged template whose values always travel as parameters, never as text. */
import { createHash } from 'node:crypto'

export type Sql = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string }

const names = new WeakMap<TemplateStringsArray, string>()

/** `sql\`select … where id = ${id}\``; a Sql inside another is spliced in with its parameters renumbered. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  if (!values.some(isSql)) {
    let text = strings[0] ?? ''
    for (let i = 0; i < values.length; i++) text += `$${i + 1}${strings[i + 1]}`
    let name = names.get(strings)
    if (name === undefined) {
      name = nameOf(text)
      names.set(strings, name)
    }
    return { text, values, name }
  }
  const flat: unknown[] = []
  let text = strings[0] ?? ''
  values.forEach((value, i) => {
    if (isSql(value)) {
      const offset = flat.length
      text += value.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`)
      flat.push(...value.values)
    } else {
      flat.push(value)
      text += `$${flat.length}`
    }
    text += strings[i + 1]
  })
  return { text, values: flat, name: nameOf(text) }
}

/** A name for an identifier that comes from our own definitions (a register's column), quoted. */
export function identifier(name: string): Sql {
  if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/.test(name)) throw new Error(`not an identifier: ${name}`)
  return {
    text: name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.'),
    values: [],
  }
}

/** Joins pieces of SQL with a separator that is our own text. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  let text = ''
  const values: unknown[] = []
  pieces.forEach((piece, i) => {
    const offset = values.length
    text += (i ? separator : '') + piece.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`)
    values.push(...piece.values)
  })
  return { text, values }
}

function isSql(value: unknown): value is Sql {
  return (
    typeof value === 'object' && value !== null && 'text' in value && 'values' in value && Array.isArray(value.values)
  )
}

function nameOf(text: string): string {
  return 's' + createHash('sha256').update(text).digest('base64url').slice(0, 20)
}
