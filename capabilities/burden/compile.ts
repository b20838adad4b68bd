/** 表格查重: which fields of a form are held, where and since when; and what a field takes. */
import { HELD, keptSince } from '#capabilities/residents'
import type { Context } from '#kernel/context'
import { allow, type Outcome } from '#kernel/outcome'
import type { Register } from '#kernel/register/register.ts'
import type { Db } from '#platform/db'
import type { FormView } from './contract.ts'
import { buildDictionary, type Datum } from './dictionary.ts'
import { answerFields, type FieldAnswer } from './match.ts'
import { verdictOf } from './rules.ts'
import * as store from './store.ts'
import type { Measures, Median } from './terms.ts'

const CITY = '140300000000'
/** Rows that one spreadsheet holds at most. */
export const MOST_TAKEN_OUT = 20_000

export const number = ({ world }: Context, name: string): number => world.value<number>(name, world.today, CITY).value

export function answersOf(context: Context, registers: readonly Register[], headers: readonly string[]) {
  const dictionary = buildDictionary(
    registers.map((one) => one.definition),
    HELD,
  )
  return answerFields(headers, dictionary, number(context, 'burden.match-overlap'))
}

/** Field by field: where it is held and since when. */
export async function compileForm(
  context: Context,
  registers: readonly Register[],
  headers: readonly string[],
): Promise<Outcome<FormView>> {
  const answers = answersOf(context, registers, headers)
  const share = number(context, 'burden.generated-share')
  const { fields, held, becomes } = verdictOf(answers, share)
  const named = new Set(answers.flatMap(dataOf).flatMap((one) => one.held.map((where) => where.register)))
  const since = await context.asSystem(async (db) => {
    const found = new Map<string, { rows: number | null; since: string }>()
    for (const register of named) {
      if (register === 'residents') {
        const on = await keptSince(db)
        if (on) found.set(register, { rows: null, since: on })
        continue
      }
      const one = await store.heldSince(db, register)
      if (one) found.set(register, one)
    }
    return found
  })
  return allow({
    count: fields,
    held,
    becomes,
    share,
    fields: answers.map((answer, i) => ({
      header: headers[i] ?? '',
      kind: answer.kind,
      data: dataOf(answer).map((datum) => ({
        label: datum.label,
        where: [...new Map(datum.held.map((one) => [one.register, one])).values()].map((one) => ({
          register: one.register,
          title: one.title,
          rows: since.get(one.register)?.rows ?? null,
          since: since.get(one.register)?.since ?? null,
        })),
      })),
    })),
  })
}

export function dataOf(answer: FieldAnswer): readonly Datum[] {
  return answer.kind === 'held' ? [answer.datum] : answer.kind === 'ambiguous' ? answer.among : []
}

/** The dated values, and what was measured up to the end of a month. `db` runs as the system. */
export async function measuresOf(context: Context, db: Db, month: string): Promise<Measures> {
  const rows = await store.listMedians(db, month)
  const by = (key: 'form' | 'office'): Map<string, Median> =>
    new Map(rows.flatMap((row) => (row[key] === null ? [] : [[row[key], row] as const])))
  return {
    medians: {
      forms: by('form'),
      offices: by('office'),
      city: rows.find((row) => row.form === null && row.office === null),
    },
    measuredLeast: number(context, 'burden.measured-least'),
    secondsPerField: number(context, 'burden.seconds-per-field'),
    secondsPerPhoto: number(context, 'burden.seconds-per-photo'),
    capMinutes: number(context, 'burden.cap-minutes'),
  }
}
