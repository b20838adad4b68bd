/** How an item of the demonstration is written down. */
import type { Basis } from '#kernel/law'
import { text } from '#kernel/text'
import type { Category, ItemStep, WorkItem } from '../terms.ts'

const FROM = '2026-01-01'

type Brief = Partial<WorkItem> & { readonly duty: string }

export function item(
  code: string,
  zh: string,
  en: string,
  category: Category,
  basis: readonly Basis[],
  rest: Brief,
): WorkItem {
  return {
    code,
    name: text(zh, en),
    category,
    basis,
    lead: 'street',
    assist: [],
    covers: ['task'],
    steps: [],
    frequency: '按需',
    from: FROM,
    to: null,
    minutes: 0,
    funds: null,
    conditions: '',
    forms: [],
    path: 'full',
    ...rest,
  }
}

/** who | does | within | form | disclosed | risk */
export const step = (who: string, does: string, within = '', form = '', disclosed = false, risk = ''): ItemStep => ({
  who,
  does,
  within,
  form,
  disclosed,
  risk,
})
