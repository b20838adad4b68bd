/** Cells of a row in the reader's language: choices and yes and no come in Chinese words, as a spreadsheet has them. */
import type { RegisterShape } from '#kernel/register/contract.ts'
import { type Text, text } from '#kernel/text'
import { words } from '../../pages/words.ts'

export function cellWords(register: RegisterShape, column: string, value: string | null | undefined): Text | undefined {
  if (value === null || value === undefined) return undefined
  const field = register.form.find(({ id }) => id === column)
  if (field?.type === 'yes-no') return value === words.yes.zh ? words.yes : words.no
  return field?.options?.find(({ label }) => label.zh === value)?.label ?? text(value, value)
}
