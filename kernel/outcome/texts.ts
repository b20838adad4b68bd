/** The sentence of every refusal (不予理由): what is wrong, and what to do next. `{name}` takes a fact. */
import type { Text } from '#kernel/text'

export type RefusalText = { readonly text: Text; readonly next?: Text }
export type RefusalTexts = Readonly<Record<string, RefusalText>>

/** Fills a sentence with the facts; lists are joined the way each language does. */
export function fill(template: Text, facts: Readonly<Record<string, unknown>>): Text {
  const put = (text: string, separator: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = facts[name]
      return value === undefined ? whole : Array.isArray(value) ? value.join(separator) : asText(value)
    })
  return { zh: put(template.zh, '、'), en: put(template.en, ', ') }
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
