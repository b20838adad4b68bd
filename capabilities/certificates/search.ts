/** Which certificate somebody means, in everyday words (证明事项查找). Pure. */
import { type ForbiddenCertificate, plainCertificate as plain } from '#capabilities/duty-lists'

type Kind = Pick<ForbiddenCertificate, 'code' | 'name' | 'words'>

/** Best first, at most six; empty when nothing fits. Names and everyday words in either direction; then shared pairs of characters. */
export function kindsMeant<One extends Kind>(kinds: readonly One[], typed: string): readonly One[] {
  const q = plain(typed)
  const english = typed.toLowerCase().trim()
  if (q === '') return []
  return kinds
    .map((kind) => ({ kind, score: Math.max(score(kind, q), byEnglish(kind, english)) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.kind.code < b.kind.code ? -1 : 1))
    .slice(0, 6)
    .map((one) => one.kind)
}

function score(kind: Kind, q: string): number {
  let best = 0
  for (const word of [plain(kind.name.zh), ...kind.words.map(plain)]) {
    if (word === '') continue
    if (word === q) best = Math.max(best, 1000)
    else if (q.includes(word)) best = Math.max(best, 200 + word.length * 10)
    else if (word.includes(q) && q.length > 1) best = Math.max(best, 100 + q.length * 10)
  }
  return best > 0 ? best : pairs(q, [kind.name.zh, ...kind.words].join(' ')) * 10
}

function byEnglish(kind: Kind, typed: string): number {
  if (!/^[a-z' -]{3,}$/.test(typed)) return 0
  const name = kind.name.en.toLowerCase()
  return typed.split(/\s+/).filter((word) => word.length > 3 && name.includes(word)).length * 50
}

function pairs(q: string, text: string): number {
  let count = 0
  for (let i = 0; i + 2 <= q.length; i++) if (text.includes(q.slice(i, i + 2))) count++
  return count
}
