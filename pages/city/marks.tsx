/** A state as shape and word, a figure with its mark, how it moved. */
import type { FigureShape, Moved } from '#kernel/indicator-store/contract.ts'
import { Mark, type MarkShape } from '#ui/figures.tsx'
import { useSay } from '../language.tsx'
import { figureWords, type Look } from './reading.ts'
import { cityWords as words } from './words.ts'

export const MARK_OF: Readonly<Record<Look, MarkShape>> = {
  met: 'tick',
  short: 'gap',
  late: 'late',
  trend: 'ring',
  na: 'dash',
  none: 'dotted',
}

export function State({ look }: { look: Look }) {
  const say = useSay()
  return (
    <span class={`state ${look}`}>
      <Mark shape={MARK_OF[look]} /> {say(words.states[look])}
    </span>
  )
}

/** The figure with its mark; what is no number says which of the two it is. */
export function FigureText({ figure, look }: { figure: FigureShape; look: Look }) {
  const say = useSay()
  return (
    <span class={look === 'na' || look === 'none' ? 'figure-text without' : 'figure-text'}>
      <Mark shape={MARK_OF[look]} /> {say(figureWords(figure))}
    </span>
  )
}

const ARROWS: Readonly<Record<Moved, string>> = { better: '↗', same: '→', worse: '↘' }

/** Which way it went since the month before: the arrow points to better or worse, whatever the number did. */
export function MovedArrow({ moved, worded = false }: { moved: Moved | null | undefined; worded?: boolean }) {
  const say = useSay()
  if (!moved) return null
  return (
    <span class={`moved ${moved}`} title={say(words.moved[moved])}>
      <span aria-hidden="true">{ARROWS[moved]}</span>{' '}
      <span class={worded ? '' : 'hidden-text'}>{say(words.moved[moved])}</span>
    </span>
  )
}
