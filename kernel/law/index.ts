/** Where a rule comes from (依据): the codes of the law texts, and how a citation reads in both languages. */
import { type Law, LAWS, type LawCode } from '#kernel/law/laws.ts'
import { chineseNumeral } from '#kernel/law/numerals.ts'
import { type Text, text } from '#kernel/text'

export { type Law, LAWS, type LawCode, type LawKind } from '#kernel/law/laws.ts'
export { chineseNumeral } from '#kernel/law/numerals.ts'

/**
 * What a rule rests on. After `art`: `42`, paragraph `42.2` (第二款), item `21(3)` (第(三)项), lists `38, 42`, ranges
 * `200–203`. After `plan P`: `1`, `2.3`, `3.2.5`. `practice` is never law.
 */
export type Basis = LawCode | `${LawCode} art ${string}` | `plan P${string}` | 'practice'

const PLAN_TITLE = text(
  '关于加强和完善城乡社区治理的实施方案',
  'Implementation Plan on Urban and Rural Community Governance',
)
export const PRACTICE_TEXT: Text = text('本地做法(非法律规定)', 'local practice (not law)')

/** The citation as it is shown to people: 《行政许可法》第三十二条 / Administrative Licensing Law, art 32. */
export function basisText(basis: Basis): Text {
  if (basis === 'practice') return PRACTICE_TEXT
  const plan = /^plan P(.+)$/u.exec(basis)
  if (plan?.[1] !== undefined) return planText(plan[1].trim())
  const { law, place } = splitBasis(basis)
  if (law === undefined) throw new UnknownBasisError(`no law text for the citation "${basis}"`)
  const name = titleText(law)
  if (place === undefined) return name
  const where = placeText(law, place)
  return text(`${name.zh}${where.zh}`, `${name.en}, ${where.en}`)
}

/** The law behind a citation; none for the plan and for practice. */
export function lawOf(basis: Basis): Law | undefined {
  return splitBasis(basis).law
}

export class UnknownBasisError extends Error {
  override name = 'UnknownBasisError'
}

/** True for a string that can be a basis: used where citations are typed in at run time. */
export function isBasis(value: string): value is Basis {
  return value === 'practice' || /^plan P[1-4](\.\d){0,2}$/u.test(value) || splitBasis(value).law !== undefined
}

function isLawCode(code: string): code is LawCode {
  return Object.hasOwn(LAWS, code)
}

function splitBasis(basis: string): { law: Law | undefined; place: string | undefined } {
  const [code = '', place] = basis.split(/ art (.*)/su)
  return { law: isLawCode(code) ? LAWS[code] : undefined, place: place?.trim() }
}

function titleText(law: Law): Text {
  if (law.kind === 'standard') return text(`${law.number}《${law.title.zh}》`, `${law.number} ${law.title.en}`)
  if (law.edition !== undefined) {
    return text(`《${law.title.zh}》(${law.edition.zh})`, `${law.title.en} (${law.edition.en})`)
  }
  const number = law.kind === 'document' && law.number !== undefined ? `(${law.number})` : ''
  return text(`《${law.title.zh}》${number}`, law.title.en)
}

/** 三(二)5: the plan and ministerial documents count 一, (一), 1. */
function partText(path: string): string {
  const [first = '', second, ...rest] = path.split('.')
  const head = chineseNumeral(Number(first))
  return head + (second === undefined ? '' : `(${chineseNumeral(Number(second))})`) + rest.join('.')
}

function planText(path: string): Text {
  if (!/^\d(\.\d+)*$/u.test(path)) return text(`《实施方案》${path}`, `Implementation Plan, ${path}`)
  const [first, second, ...rest] = path.split('.')
  const en = `${first}${second === undefined ? '' : `(${second})`}${rest.join('.')}`
  return text(`《实施方案》${partText(path)}`, `Implementation Plan, ${en}`)
}

/** The plan’s full title (实施方案全称), for the first mention on a page. */
export function planTitle(): Text {
  return text(`《${PLAN_TITLE.zh}》`, PLAN_TITLE.en)
}

function placeText(law: Law, place: string): Text {
  switch (law.kind) {
    case 'standard':
      return text(`第${place}条`, `clause ${place}`)
    case 'document':
      return text(/^\d+(\.\d+)*$/u.test(place) ? partText(place) : place, `part ${place}`)
    case 'act':
      return text(listZh(place), `${/[,–-]/u.test(place) ? 'arts' : 'art'} ${place.replaceAll('-', '–')}`)
  }
}

function listZh(place: string): string {
  const parts = place.split(/\s*,\s*/u)
  return parts
    .map((part) =>
      part
        .split(/\s*[–-]\s*/u)
        .map(articleZh)
        .join('至'),
    )
    .join('、')
}

/** `42` → 第四十二条, `42.2` → 第四十二条第二款, `21(3)` → 第二十一条第(三)项. Anything else is shown as it was written. */
function articleZh(article: string): string {
  const match = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/u.exec(article)
  if (match === null) return article
  const [, number, paragraph, item] = match
  return (
    `第${chineseNumeral(Number(number))}条` +
    (paragraph === undefined ? '' : `第${chineseNumeral(Number(paragraph))}款`) +
    (item === undefined ? '' : `第(${chineseNumeral(Number(item))})项`)
  )
}
