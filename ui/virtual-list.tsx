/** A list of any length: only the rows in sight are drawn, all of one height. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'

const OVERSCAN = 6

export function VirtualList<One>(props: {
  items: readonly One[]
  /** Height of a row in pixels, at the text size of the desk. */
  rowHeight: number
  label: string
  keyOf: (one: One) => string
  row: (one: One, index: number) => ComponentChildren
  /** The row that the keyboard stands on; it is scrolled into sight and its first button takes the focus. */
  cursor?: number | undefined
  /** Called when the last rows come into sight. */
  onNearEnd?: (() => void) | undefined
  attributes?: (one: One) => Readonly<Record<string, string | boolean | undefined>>
}) {
  const { items, rowHeight, label, keyOf, row, cursor, onNearEnd, attributes } = props
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setHeight(element.clientHeight))
    watch.observe(element)
    setHeight(element.clientHeight)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const element = box.current
    if (!element || cursor === undefined) return
    const at = cursor * rowHeight
    if (at < element.scrollTop) element.scrollTop = at
    else if (at + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = at + rowHeight - element.clientHeight
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>(`li[data-index="${cursor}"] button`)?.focus({ preventScroll: true }),
    )
  }, [cursor])
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN)
  const last = Math.min(items.length, Math.ceil((top + height) / rowHeight) + OVERSCAN)
  useEffect(() => {
    if (onNearEnd && last >= items.length - OVERSCAN) onNearEnd()
  }, [last, items.length])
  return (
    <div
      class="virtual"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul style={{ height: `${items.length * rowHeight}px` }}>
        {items.slice(first, last).map((one, i) => (
          <li
            key={keyOf(one)}
            data-index={first + i}
            aria-setsize={items.length}
            aria-posinset={first + i + 1}
            style={{ height: `${rowHeight}px`, transform: `translateY(${(first + i) * rowHeight}px)` }}
            {...attributes?.(one)}
          >
            {row(one, first + i)}
          </li>
        ))}
      </ul>
    </div>
  )
}
