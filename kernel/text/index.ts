/** A text in both languages of the house. Chinese is the original; English is complete. */
export type Text = { readonly zh: string; readonly en: string }
export type Language = 'zh' | 'en'

/** Builds a text; the Chinese comes first because it is the one that counts. */
export function text(zh: string, en: string): Text {
  return { zh, en }
}
