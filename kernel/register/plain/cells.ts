/** Cells of a plain register as people read them, and as a form takes them. Pure. */
import { maskIdNumber, maskName, maskPhone } from '#kernel/identity-number'
import { isSealedText, type Keys, unsealText } from '#platform/crypto'
import { areaText, type Column } from '../definition.ts'

/** A cell in words: masked when it is personal. */
export function cellText(
  column: Column,
  keys: Keys,
  value: string | number,
  placeName: (code: string) => { zh: string },
): string {
  const plain = isSealedText(value) ? unsealText(keys, value) : undefined
  if (plain !== undefined) {
    if (column.type === 'id-number') return maskIdNumber(plain)
    return column.type === 'phone' ? maskPhone(plain) : maskName(plain)
  }
  switch (column.type) {
    case 'area':
      return areaText(Number(value))
    case 'yes-no':
      return Number(value) ? '是' : '否'
    case 'choice':
      return column.options?.find((one) => one.value === value)?.label.zh ?? String(value)
    case 'place':
      return placeName(String(value)).zh
    default:
      return String(value)
  }
}

/** A cell as a form takes it. */
export function formValue(column: Column, value: string | number): string | number | boolean {
  if (column.type === 'yes-no') return Number(value) === 1
  return column.type === 'area' ? areaText(Number(value)) : value
}
