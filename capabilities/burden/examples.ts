/** 表头样例: headers as they stand in forms that communities are sent, each with the datum it asks for; a third is never used for tuning. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Datum, isDatum } from './dictionary.ts'
import { answerFields } from './match.ts'

export type LabelledHeader = { readonly form: string; readonly header: string; readonly datum: string }

export function labelledHeaders(): readonly LabelledHeader[] {
  return readFileSync(join(import.meta.dirname, 'seed/headers.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [form = '', header = '', datum = ''] = line.split(',')
      return { form, header, datum }
    })
}

/** By a fixed hash of the header, so that the same header is never on both sides. */
export function isHeldOut(header: string): boolean {
  return (createHash('sha256').update(header.normalize('NFKC')).digest()[0] ?? 0) % 3 === 0
}

export type Scored = {
  readonly headers: number
  readonly right: number
  readonly wrong: number
  readonly missed: number
  readonly asked: number
}

/** How the compiler does on one side of the split. A label that no register of this city holds counts as «not held». */
export function scoreHeaders(
  dictionary: readonly Datum[],
  threshold: number,
  heldOut: boolean,
  told?: (row: LabelledHeader, said: string) => void,
): Scored {
  const rows = labelledHeaders()
  const count = { headers: 0, right: 0, wrong: 0, missed: 0, asked: 0 }
  for (const form of new Set(rows.map((row) => row.form))) {
    const ofForm = rows.filter((row) => row.form === form)
    const answers = answerFields(
      ofForm.map((row) => row.header),
      dictionary,
      threshold,
    )
    for (const [i, row] of ofForm.entries()) {
      if (isHeldOut(row.header) !== heldOut) continue
      count.headers++
      const answer = answers[i]
      const expected = dictionary.some((one) => isDatum(one, row.datum))
      const right = answer?.kind === 'held' && isDatum(answer.datum, row.datum)
      if (answer?.kind === 'ambiguous') count.asked++
      if (right) count.right++
      else if (answer?.kind === 'held') count.wrong++
      if (expected && !right) count.missed++
      if (right !== expected || (answer?.kind === 'held' && !right))
        told?.(row, answer?.kind === 'held' ? answer.datum.id : (answer?.kind ?? ''))
    }
  }
  return count
}
