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

/** In a list, where no header stands above it: yes and no say of what. */
export function cellInList(
  register: RegisterShape,
  column: { readonly id: string; readonly label: Text },
  value: string | null | undefined,
): Text | undefined {
  const shown = cellWords(register, column.id, value)
  const field = register.form.find(({ id }) => id === column.id)
  return shown && field?.type === 'yes-no'
    ? text(`${column.label.zh}:${shown.zh}`, `${column.label.en}: ${shown.en}`)
    : shown
}
