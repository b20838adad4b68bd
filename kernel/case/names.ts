/** The words of a list travel once for a page: where each row finds its own. Used by the server and by the screens. */
import type { CaseList, CaseSummary, ListedCase, Names } from './contract.ts'
import type { z } from 'zod'

/** Where the words of a row stand in `names` of its page. */
export function nameKeys(row: ListedCase): Readonly<Record<keyof Names, string>> {
  const procedure = `${row.procedure}.v${row.version}`
  return {
    procedureTitle: procedure,
    subjectName: row.subject,
    placeName: row.place,
    stepText: `${procedure}.${row.step}`,
    holderName: row.holder,
  }
}

/** The rows of a page with their words, as screens draw them. */
export function summariesOf({ rows, names }: Pick<z.infer<typeof CaseList>, 'rows' | 'names'>): CaseSummary[] {
  return rows.map((row) => {
    const words = Object.entries(nameKeys(row)).map(([name, key]) => [name, names[key] ?? { zh: key, en: key }])
    return { ...row, ...(Object.fromEntries(words) as Names) }
  })
}
