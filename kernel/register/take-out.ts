/** 导出留痕: a list leaves as a spreadsheet, and that it left is a fact: what, how many rows, by whom. @law PIPL art 54 */
import { type Acting, roleText } from '#kernel/authority'
import type { Context } from '#kernel/context'
import type { Binary } from '#kernel/context/route.ts'
import { factRecord } from '#kernel/fact'
import { allow, type Outcome } from '#kernel/outcome'
import * as persons from '#kernel/person/store.ts'
import type { Cell } from './check.ts'
import { XLSX, writeSheet } from './spreadsheet.ts'

export type TakenOut = {
  /** Of what list it is (`inbox`), and what was chosen of it. */
  readonly list: string
  readonly chosen: Readonly<Record<string, unknown>>
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Of rows about persons: what they are taken out for, and the mark that says so. */
  readonly marked?: { readonly purpose: string; readonly mark: string }
}

/** Refuses nothing: who may take it is said in the route. Throws for callers who are not staff. */
export async function takeOut(context: Context, acting: Acting, taken: TakenOut): Promise<Outcome<Binary>> {
  if (acting.kind !== 'staff') throw new Error('only staff take lists out')
  const { county } = context.world.office(acting.org)
  const { list, chosen, title, header, rows, marked } = taken
  const fact = factRecord(context, {
    county,
    caseId: null,
    subject: list,
    kind: `${list}-exported`,
    content: { ...chosen, rows: rows.length, ...(marked ? { purpose: marked.purpose } : {}) },
    acting,
    onBehalf: null,
  })
  await context.services.commit({
    scope: context.scope,
    county,
    at: new Date(context.ms).toISOString(),
    cases: [],
    facts: [fact],
    answer: null,
  })
  return allow({
    bytes: await writeSheet(header, rows, marked?.mark),
    mediaType: XLSX,
    fileName: `${title}-${context.today}.xlsx`,
  })
}

/** 水印: who took rows out, on which day, for what. */
export async function markOf(context: Context, purpose: string): Promise<string> {
  const { acting, today, world } = context
  if (acting.kind !== 'staff') throw new Error('only staff take rows out')
  const account = await context.asSystem((db) => persons.findAccountOf(db, acting.person))
  const { zh } = roleText(acting.role)
  return `${today} ${world.office(acting.org).name} ${zh} ${account?.display_name ?? ''} 导出,用途:${purpose}。仅限本用途使用。`
}
