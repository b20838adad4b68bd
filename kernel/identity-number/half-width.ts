/** Full-width characters (全角) as Chinese keyboards type them, turned into the half-width ones (半角) that are meant. */

/** Digits, letters, signs and the wide space; nothing else is touched. */
export function toHalfWidth(value: string): string {
  return value
    .replace(/[！-～]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** Half-width, upper case, without any white space: the form in which numbers are checked and kept. */
export function compact(value: string): string {
  return toHalfWidth(value)
    .replace(/[\s\u200b\ufeff]/gu, '')
    .toUpperCase()
}
