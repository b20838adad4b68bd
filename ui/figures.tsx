/** What figures are drawn with: marks that differ in shape, a small chart of columns, a slider over named stops. */
import type { JSX } from 'preact'
import './figures.css'

export type MarkShape = 'tick' | 'gap' | 'late' | 'ring' | 'dash' | 'dotted'

const MARKS: Readonly<Record<MarkShape, JSX.Element>> = {
  tick: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.500 8.200l2.400 2.400 4.600-5" fill="none" stroke="var(--sheet)" stroke-width="1.800" />
    </>
  ),
  gap: <path d="M8 2l6.500 12h-13z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />,
  late: (
    <path
      d="M8 1.500l6.500 12.500h-13z"
      fill="currentColor"
      stroke="currentColor"
      stroke-width="1.500"
      stroke-linejoin="round"
    />
  ),
  ring: <circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" stroke-width="2.500" />,
  dash: <path d="M3 8h10" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" />,
  dotted: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-dasharray="1.500 3.200"
      stroke-linecap="round"
    />
  ),
}

/** A sign before a word: never without the word. */
export function Mark({ shape }: { shape: MarkShape }) {
  return (
    <svg class={`mark ${shape}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {MARKS[shape]}
    </svg>
  )
}

/** Columns from 0 to 1; one of them is the one looked at. `part: undefined` is a stop without a number. */
export function Columns({
  columns,
  chosen,
}: {
  columns: readonly { id: string; label: string; value: string; part: number | undefined }[]
  chosen: string
}) {
  const width = 100 / Math.max(columns.length, 1)
  const at = columns.findIndex((one) => one.id === chosen)
  return (
    <div class="columns" aria-hidden="true">
      <svg viewBox="0 0 100 40" preserveAspectRatio="none">
        <path class="rule" d="M0 0.500h100M0 20h100M0 39.500h100" vector-effect="non-scaling-stroke" />
        {columns.map(({ id, part }, i) =>
          part === undefined ? null : (
            <rect
              key={id}
              class={id === chosen ? 'chosen' : ''}
              x={i * width + width * 0.15}
              width={width * 0.7}
              y={39.5 - Math.max(part * 39, 0.6)}
              height={Math.max(part * 39, 0.6)}
            />
          ),
        )}
      </svg>
      <ol>
        {columns.map(({ id, label, value }, i) => (
          <li key={id} data-chosen={id === chosen} data-named={isNamed(i, at, columns.length)}>
            <span>{value}</span>
            <span>{label}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

const FEW = 7

/** All of a few are named; of many the one looked at, and the ends where they leave it room. */
function isNamed(i: number, at: number, count: number): boolean {
  if (count <= FEW || i === at) return true
  return (i === 0 || i === count - 1) && Math.abs(i - at) > count / 4
}

/** A slider over stops that have names: it says the name, not the number. */
export function Slider({
  id,
  label,
  stops,
  value,
  onChange,
}: {
  id: string
  label: string
  stops: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}) {
  const at = Math.max(
    0,
    stops.findIndex((one) => one.value === value),
  )
  return (
    <div class="field slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(stops.length - 1, 0)}
        step={1}
        value={at}
        aria-valuetext={stops[at]?.label}
        onInput={(event) => {
          const chosen = stops[Number(event.currentTarget.value)]
          if (chosen) onChange(chosen.value)
        }}
      />
      <output for={id}>{stops[at]?.label}</output>
    </div>
  )
}
