import type { Field, FormValues } from '#kernel/form'
import { type Keys, sealText } from '#platform/crypto'

/** Identity numbers, phones, accounts, names on file and sensitive answers are sealed before they are kept. */
export function sealValues(keys: Keys, fields: readonly Field[], values: FormValues): FormValues {
  const secret = new Set(
    fields
      .filter(
        (field) =>
          ['id-number', 'phone', 'bank-account'].includes(field.type) ||
          field.dataClass === 'sensitive' ||
          field.heldBy === 'resident.name',
      )
      .map((field) => field.id),
  )
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      secret.has(id) && typeof value === 'string' ? sealText(keys, value) : value,
    ]),
  )
}
