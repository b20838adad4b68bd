/** A table as CSV that spreadsheets open as it is meant: UTF-8 with its mark, and nothing that is taken for a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (value: string | number): string => {
    const safe = typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : String(value)
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`)
}
