/** 边输边找: a field with a list of what fits under it; arrow keys, Enter and Escape, or a tap. Every word comes in as a prop. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

export type Offered = { readonly key: string; readonly title: string; readonly more?: string }

type Props = {
  id: string
  label: string
  hint: string
  error?: string | undefined
  value: string
  placeholder?: string
  /** What fits; shown while the field is being worked in. */
  offered: readonly Offered[]
  /** What is typed may stay, whether it is offered or not. */
  freely?: boolean
  /** Said after the field. */
  children?: ComponentChildren
  onType: (typed: string) => void
  onTake: (index: number) => void
  onOpen?: () => void
  onClose?: () => void
}

export function Combobox(props: Props) {
  const { id, label, hint, error, value, placeholder, offered, freely = false, children } = props
  const { onType, onTake, onOpen, onClose } = props
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const shown = open ? offered : []
  const here = Math.min(at, shown.length - 1)
  const begin = (): void => {
    if (open) return
    setOpen(true)
    setAt(freely ? -1 : 0)
    onOpen?.()
  }
  const close = (): void => {
    if (!open) return
    setOpen(false)
    onClose?.()
  }
  const take = (index: number): void => {
    if (shown[index]) onTake(index)
    close()
  }
  const go = (step: number): void => {
    if (shown.length === 0) return
    const to = here < 0 && step < 0 ? shown.length - 1 : (here + step + shown.length) % shown.length
    setAt(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: open ? () => go(1) : freely ? undefined : begin,
    ArrowUp: open ? () => go(-1) : undefined,
    Enter: open && (shown[here] || !freely) ? () => take(here) : undefined,
    Escape: open && (shown.length > 0 || !freely) ? close : undefined,
  }
  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {error ? (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {error}
        </span>
      ) : null}
      <div>
        <input
          class="input"
          id={id}
          name={id}
          role="combobox"
          autoComplete="off"
          maxLength={60}
          value={value}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-invalid={error ? true : undefined}
          aria-describedby={[`${id}-hint`, error && `${id}-wrong`, children && `${id}-said`].filter(Boolean).join(' ')}
          aria-activedescendant={shown[here] ? `${id}-${here}` : undefined}
          onFocus={(event) => {
            if (!freely) event.currentTarget.select()
          }}
          onClick={() => {
            if (!freely) begin()
          }}
          onInput={(event) => {
            begin()
            setAt(freely ? -1 : 0)
            onType(event.currentTarget.value)
          }}
          onBlur={close}
          onKeyDown={(event) => {
            const act = keys[event.key]
            if (!act) return
            event.preventDefault()
            event.stopPropagation()
            act()
          }}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={shown.length === 0}>
          {shown.map((one, i) => (
            <li
              key={one.key}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === here}
              // Before the field loses the focus, and with it the list.
              onPointerDown={(event) => {
                event.preventDefault()
                take(i)
              }}
            >
              <strong>{one.title}</strong>
              {one.more ? <span class="small">{one.more}</span> : null}
            </li>
          ))}
        </ul>
      </div>
      <span class="small" id={`${id}-said`} role="status">
        {children}
      </span>
    </div>
  )
}
