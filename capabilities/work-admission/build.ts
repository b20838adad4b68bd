/** An application as an item of a list, and what is wrong with it at the door. Pure. @plan P3.3.3; domain 6.2 step 1 */
import {
  type CitedItem,
  type Category,
  checkBasis,
  checkItem,
  type DemandKind,
  forbiddenFor,
  readBasis,
  type WorkItem,
} from '#capabilities/duty-lists'
import { allow, type Outcome, refuse } from '#kernel/outcome'
import { text } from '#kernel/text'

export type Application = {
  readonly list: 'L3' | 'L4'
  readonly name: string
  readonly category: Category
  readonly basis: readonly string[]
  readonly duty: string
  readonly covers: readonly DemandKind[]
  readonly from: string
  readonly to: string | null
  readonly frequency: string
  readonly minutes: number
  readonly money: number // fen for each community and year
  readonly source: string
  readonly conditions: string
  readonly forms: readonly string[]
}

/** Refusals: no basis; forbidden by F2 or the county's own list; in a list already; assistance without money. */
export function itemApplied(
  given: Application,
  office: string,
  known: readonly CitedItem[],
  path: WorkItem['path'],
): Outcome<WorkItem> {
  const basis = checkBasis(given.basis.map(readBasis))
  if (!basis.ok) return basis
  const clause = given.list === 'L3' ? forbiddenFor(given.category) : undefined
  if (clause) return refuse('forbidden-responsibility', 'plan P3.3.3', { clause })
  const negative = known.find(
    (one) =>
      one.list === 'L5' && one.category === given.category && one.covers.some((kind) => given.covers.includes(kind)),
  )
  if (negative) return refuse('in-negative-list', 'plan P3.3.3', { clause: 'F1', item: negative.code })
  const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '')
  const twin = known.find((one) => one.list !== 'L5' && plain(one.name.zh) === plain(given.name))
  if (twin) return refuse('listed-already', 'plan P3.3.3', { clause: 'access', item: twin.code })
  const item: WorkItem = {
    code: `${given.list}-0`,
    name: text(given.name, given.name),
    category: given.category,
    basis: basis.value,
    lead: office,
    assist: [],
    duty: given.duty,
    covers: given.covers,
    steps: [],
    frequency: given.frequency,
    from: given.from,
    to: given.to,
    minutes: given.minutes,
    funds: given.money > 0 ? { standard: given.money, unit: '社区·年', source: given.source } : null,
    conditions: given.conditions,
    forms: given.forms,
    path,
  }
  const checked = checkItem(item, given.list)
  return checked.ok ? allow({ ...item, code: '' }) : checked
}
