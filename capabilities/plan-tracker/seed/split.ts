/** Splits the plan's text into sections and sentences (逐句拆分): at 。 and ;, nothing added, nothing left out. Pure. */

export type SplitSection = {
  readonly id: string // P3.1.3; P0 the notice, P0.1 the title, P5 the last line
  /** Headings printed above it that are not its own: 三、主要任务, (一)健全完善城乡社区治理体系. */
  readonly above: readonly string[]
  readonly heading: string
  readonly sentences: readonly { readonly id: string; readonly text: string }[]
  /** (牵头部门:…), as printed. */
  readonly responsible: string | null
}

const NUMERALS = '一二三四五六'
/** The notice before the title: addressees, signature, day. */
const FRONT = 6

export function splitPlan(text: string): readonly SplitSection[] {
  const lines = text.split('\n')
  const sections: { id: string; above: string[]; heading: string; body: string[] }[] = [
    { id: 'P0', above: [], heading: lines[0] ?? '', body: lines.slice(1, FRONT) },
    { id: 'P0.1', above: [], heading: lines[FRONT] ?? '', body: [] },
  ]
  let above: string[] = []
  let [part, group] = [0, 0]
  const begin = (id: string, heading: string, rest: string): void => {
    sections.push({ id, above, heading, body: rest ? [rest] : [] })
    above = []
  }
  for (const [at, line] of lines.entries()) {
    if (at <= FRONT) continue
    const next = lines[at + 1] ?? ''
    const [, main] = /^([一二三四])、/u.exec(line) ?? []
    const [, sub] = /^\(([一二三四])\)/u.exec(line) ?? []
    const [, number] = /^(\d)\./u.exec(line) ?? []
    const [heading, rest] = headed(line)
    if (main) {
      part = NUMERALS.indexOf(main) + 1
      if (next.startsWith('(')) above.push(line)
      else begin(`P${part}`, line, '')
    } else if (sub) {
      group = NUMERALS.indexOf(sub) + 1
      if (/^\d\./u.test(next)) above.push(line)
      else begin(`P${part}.${group}`, heading, rest)
    } else if (number) begin(`P${part}.${group}.${number}`, heading, rest)
    else if (at === lines.length - 1) begin('P5', '', line)
    else sections.at(-1)?.body.push(line)
  }
  return sections.map(({ id, above: over, heading, body }) => {
    const last = /^(.*?)(\((?:牵头|责任)部门:[^()]*\))$/u.exec(body.at(-1) ?? '')
    const paragraphs = last ? [...body.slice(0, -1), last[1] ?? ''] : body
    const sentences = paragraphs.flatMap((one) => one.match(/[^。;]+[。;]?”?/gu) ?? [])
    return {
      id,
      above: over,
      heading,
      sentences: sentences.map((one, i) => ({ id: `${id}-${String(i + 1).padStart(2, '0')}`, text: one })),
      responsible: last?.[2] ?? null,
    }
  })
}

/** 1.充分发挥基层党组织领导核心作用。 is the heading of what follows on the same line. */
function headed(line: string): [heading: string, rest: string] {
  const end = line.indexOf('。')
  return end < 0 ? [line, ''] : [line.slice(0, end + 1), line.slice(end + 1)]
}

/** The text again, without line breaks. */
export function joined(sections: readonly SplitSection[]): string {
  return sections
    .flatMap((one) => [...one.above, one.heading, ...one.sentences.map(({ text }) => text), one.responsible ?? ''])
    .join('')
}
