/** 参数值: a term in days, a number, a range, a list, as it is read. Pure. */
import type { ValueUnit } from '#kernel/pack'
import { type Text, text } from '#kernel/text'

const same = (words: string): Text => text(words, words)
const shown = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en-US') : String(value))

export function valueText(value: unknown, unit?: ValueUnit | null): Text {
  if (typeof value === 'number' && unit === 'area') return same(`${shown(value / 100)} m²`)
  if (typeof value === 'number' && unit === 'year') return same(String(value))
  if (Array.isArray(value)) return listText(value)
  if (typeof value !== 'object' || value === null) return same(shown(value))
  if ('days' in value) return termText(value as { days: number; unit?: string })
  return same(Object.values(value).map(shown).join('–'))
}

/** Words are listed; codes, which are nobody's words, are counted. */
function listText(list: readonly unknown[]): Text {
  const codes = list.length > 0 && list.every((one) => typeof one === 'string' && !/\p{Script=Han}/u.test(one))
  if (codes) return text(`${list.length}类`, list.length === 1 ? '1 kind' : `${list.length} kinds`)
  return text(list.map(shown).join('、'), list.map(shown).join(', '))
}

function termText({ days, unit }: { readonly days: number; readonly unit?: string }): Text {
  if (days === 0) return text('当日办结', 'same day')
  return unit === 'working-days'
    ? text(`${days}个工作日`, days === 1 ? '1 working day' : `${days} working days`)
    : text(`${days}日`, days === 1 ? '1 day' : `${days} days`)
}
