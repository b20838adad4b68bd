/** Pages of lists of cases: asked for with others' in one statement, and read from one string a page (migration 0015). */
import type { PlainDate } from '#kernel/calendar'
import type { Context } from '#kernel/context'
import type { Listed } from './rows.ts'

export type ListView = 'office' | 'mine' | 'unassigned' | 'overdue' | 'waiting' | 'ended' | 'own'

/** The last row of the page before: its due day, in `ended` the day of its end, in `own` the day it was opened. */
export type Cursor = { readonly day: string | null; readonly county: string; readonly id: string }

export type ListQuery = {
  readonly view: ListView
  readonly person: string
  readonly org?: string
  readonly today?: string
  readonly subject?: string | undefined
  readonly after?: Cursor | undefined
  readonly limit: number
}

const ROW = '\u001e'
const CELL = '\u001f'

/** Under the caller's scope, in order. */
export async function listCases({ services, scope }: Context, query: ListQuery): Promise<Listed[]> {
  const page = await services.list({ scope, ...query })
  return page === null ? [] : page.split(ROW).map(listed)
}

/** The cells of kernel.listed, in its order. */
function listed(row: string): Listed {
  const [county, id, number, procedure, version, subject, place, step, revision, parent, holder, assignee, ...more] =
    row.split(CELL) as Cells
  const [openedOn, dueOn, provisional, suspended, endedOn, nameMasked] = more
  return {
    county,
    id,
    number,
    procedure,
    version: Number(version),
    subject,
    place,
    step,
    revision: Number(revision),
    parent: parent || null,
    holder,
    assignee: assignee || null,
    openedOn,
    dueOn: dueOn || null,
    provisional: provisional === 't',
    suspended: suspended === 't',
    endedOn: endedOn || null,
    nameMasked,
  }
}

type Cells = [
  ...cells: [string, string, string, string, string, string, string, string, string, string, string, string],
  openedOn: PlainDate,
  dueOn: PlainDate | '',
  provisional: string,
  suspended: string,
  endedOn: PlainDate | '',
  nameMasked: string,
]
