/** Finding a service in everyday words (搜索). Pure. */
import { initialsOf } from '#kernel/text/initials.ts'
import type { ServiceItem } from './terms.ts'

/** Best first; nothing found is an empty list. Looks at names, everyday wordings, pinyin initials, English words, codes. */
export function searchAmong(items: readonly ServiceItem[], query: string): readonly ServiceItem[] {
  const q = query.normalize('NFKC').trim().toLowerCase()
  if (q === '') return items
  return items
    .map((item) => ({ item, score: score(item, q) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.item.code < b.item.code ? -1 : 1))
    .map((one) => one.item)
}

function score(item: ServiceItem, q: string): number {
  if (item.code.toLowerCase() === q) return 100
  const en = `${item.name.en} ${item.summary.en}`.toLowerCase()
  const english = /^[a-z0-9 '-]+$/.test(q)
    ? q.split(/\s+/).filter((word) => word.length > 2 && en.includes(word)).length * 6
    : 0
  const words = item.words.reduce(
    (best, word) =>
      Math.max(best, word === q ? 60 : q.includes(word) ? 30 + word.length * 3 : word.includes(q) ? 30 : 0),
    0,
  )
  const name = item.name.zh === q ? 80 : item.name.zh.includes(q) ? 40 : q.includes(item.name.zh) ? 45 : 0
  return Math.max(words, name, english, byInitials(item, q)) || shared(q, `${item.name.zh}${item.words.join(' ')}`) * 4
}

const initials = new WeakMap<ServiceItem, readonly string[]>()

/** «lnz» for 老年证: two letters at least. */
function byInitials(item: ServiceItem, q: string): number {
  if (!/^[a-z]{2,12}$/.test(q)) return 0
  let known = initials.get(item)
  if (!known) initials.set(item, (known = [item.name.zh, ...item.words].map(initialsOf)))
  return known.some((one) => one === q)
    ? 50
    : known.some((one) => one.startsWith(q))
      ? 25
      : known.some((one) => one.includes(q))
        ? 10
        : 0
}

/** Two-character pieces that both have: enough for «社保卡丢了怎么办». */
function shared(q: string, text: string): number {
  let count = 0
  for (let i = 0; i + 2 <= q.length; i++)
    if (/[\u4e00-\u9fa5]{2}/.test(q.slice(i, i + 2)) && text.includes(q.slice(i, i + 2))) count++
  return count
}
