/** 流程图: drawn from the steps of an item, top to bottom, as SVG that prints; the same steps in words stand beside it. Pure. */
import type { ItemStep } from './terms.ts'

const WIDTH = 360
const BOX = 300
const LINE = 20
const PAD = 12
const GAP = 34
const PER_LINE = 19

/** @returns an SVG document; `title` is read out in its place, the steps are its description */
export function drawFlow(title: string, steps: readonly ItemStep[]): string {
  let y = 8
  const parts: string[] = []
  steps.forEach((step, i) => {
    const head = `${i + 1}. ${step.who}${step.within ? ` · ${step.within}` : ''}`
    const lines = [
      ...wrap(step.does),
      ...(step.form ? wrap(`表单：${step.form}`) : []),
      ...(step.disclosed ? ['结果公开'] : []),
    ]
    const risk = step.risk ? wrap(`风险点：${step.risk}`) : []
    const height = PAD * 2 + LINE * (1 + lines.length + risk.length)
    const x = (WIDTH - BOX) / 2
    const round = i === 0 || i === steps.length - 1 ? 18 : 4
    parts.push(
      `<rect x="${x}" y="${y}" width="${BOX}" height="${height}" rx="${round}" fill="#fff" stroke="#1d5f4d" stroke-width="1.5"/>`,
      line(x, y + PAD + 15, head, 'font-weight="700" fill="#123f33"'),
      ...lines.map((words, n) => line(x, y + PAD + 15 + LINE * (n + 1), words, 'fill="#222"')),
      ...risk.map((words, n) => line(x, y + PAD + 15 + LINE * (n + 1 + lines.length), words, 'fill="#a12622"')),
    )
    y += height
    if (i < steps.length - 1) {
      const middle = WIDTH / 2
      parts.push(
        `<path d="M${middle} ${y}v${GAP - 8}" stroke="#1d5f4d" stroke-width="1.5"/><path d="M${middle - 5} ${y + GAP - 9}l5 8 5-8z" fill="#1d5f4d"/>`,
      )
      y += GAP
    }
  })
  const height = y + 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="t d"><title id="t">${safe(title)}</title><desc id="d">${safe(flowInWords(steps))}</desc><rect width="${WIDTH}" height="${height}" fill="#fff"/><g font-family="'Noto Sans SC','Source Han Sans SC','Microsoft YaHei',sans-serif" font-size="14">${parts.join('')}</g></svg>`
}

/** The flow for those who do not see it. */
export function flowInWords(steps: readonly ItemStep[]): string {
  return steps
    .map(
      (step, i) =>
        `第${i + 1}步，${step.who}：${step.does}${step.within ? `，${step.within}` : ''}${step.form ? `，填写${step.form}` : ''}${step.disclosed ? '，结果公开' : ''}${step.risk ? `；风险点：${step.risk}` : ''}`,
    )
    .join('。')
}

function line(x: number, y: number, words: string, look: string): string {
  return `<text x="${x + PAD}" y="${y}" ${look}>${safe(words)}</text>`
}

/** A wide sign takes one place, a narrow one half. */
function wrap(words: string): string[] {
  const lines: string[] = []
  let now = ''
  let taken = 0
  for (const sign of words) {
    const wide = (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
    if (taken + wide > PER_LINE * 2) {
      lines.push(now)
      now = ''
      taken = 0
    }
    now += sign
    taken += wide
  }
  return now ? [...lines, now] : lines
}

function safe(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
