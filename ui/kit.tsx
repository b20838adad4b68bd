/** The small kit both apps are drawn with: looks, not meaning. Every word comes in as a prop. */
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type Tone = 'primary' | 'plain' | 'danger' | 'quiet'

export function Button(props: {
  children: ComponentChildren
  onClick?: () => void
  tone?: Tone
  type?: 'button' | 'submit'
  busy?: boolean
  disabled?: boolean
  wide?: boolean
  label?: string
  pressed?: boolean
}) {
  const { children, onClick, tone = 'plain', type = 'button', busy, disabled, wide, label, pressed } = props
  return (
    <button
      class={`button ${tone} ${wide ? 'wide' : ''}`}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

/** Label, hint and error stand between label and input, where they are read first. */
function Around(props: {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: string | undefined
  children: ComponentChildren
}) {
  const { id, label, hint, error, optional, children } = props
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional ? <span class="small"> {optional}</span> : null}
      </label>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {error}
        </span>
      ) : null}
      {children}
    </div>
  )
}

export type InputProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string | undefined
  error?: string | undefined
  optional?: string | undefined
}

function described(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-wrong`].filter(Boolean).join(' ') || undefined
}

export function TextInput(
  props: InputProps & {
    type?: 'text' | 'tel' | 'date' | 'password' | 'search' | 'number'
    inputMode?: 'numeric' | 'decimal' | 'tel' | 'text'
    autoComplete?: string
    max?: number
  },
) {
  const { id, label, value, onChange, hint, error, optional, type = 'text', inputMode, autoComplete, max } = props
  return (
    <Around id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        class="input"
        id={id}
        name={id}
        type={type}
        value={value}
        inputMode={inputMode}
        autoComplete={autoComplete ?? 'off'}
        maxLength={max}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Around>
  )
}

export function TextArea(props: InputProps & { max?: number | undefined }) {
  const { id, label, value, onChange, hint, error, optional, max } = props
  return (
    <Around id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        class="input"
        id={id}
        name={id}
        value={value}
        maxLength={max}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Around>
  )
}

/** Takes files; the browser's own button speaks the browser's language, so ours stands in its place. */
export function FileInput(props: {
  id: string
  label: string
  choose: string
  accept: string
  many?: boolean
  busy?: boolean
  hint?: string | undefined
  onFiles: (files: readonly File[]) => void
}) {
  const { id, label, choose, accept, many, busy, hint, onFiles } = props
  return (
    <div class="field file">
      <label for={id}>{label}</label>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        id={id}
        name={id}
        type="file"
        accept={accept}
        multiple={many}
        disabled={busy}
        aria-describedby={described(id, hint, undefined)}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <label class="button" for={id} aria-busy={busy}>
        {choose}
      </label>
    </div>
  )
}

export type Choice = { value: string; label: string }

export function Select(props: InputProps & { options: readonly Choice[]; none: string }) {
  const { id, label, value, onChange, hint, error, optional, options, none } = props
  return (
    <Around id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        class="input"
        id={id}
        name={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, hint, error)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

export function Choices(props: {
  id: string
  label: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  many?: boolean
  hint?: string | undefined
  error?: string | undefined
}) {
  const { id, label, options, chosen, onChange, many, hint, error } = props
  const toggle = (value: string): void =>
    onChange(many ? (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]) : [value])
  return (
    <fieldset class="field" aria-describedby={described(id, hint, error)}>
      <legend>{label}</legend>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {error}
        </span>
      ) : null}
      <div class="choices">
        {options.map((one) => (
          <label class="choice" key={one.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={id}
              value={one.value}
              checked={chosen.includes(one.value)}
              onChange={() => toggle(one.value)}
            />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: 'info' | 'good' | 'warn' | 'refusal'
  title?: string
  children?: ComponentChildren
}) {
  return (
    <div class={`notice ${tone}`} role={tone === 'refusal' ? 'alert' : 'status'}>
      {title ? <strong>{title}</strong> : null}
      {children}
    </div>
  )
}

export function Light({ light, children }: { light: string; children: ComponentChildren }) {
  return <span class={`light ${light}`}>{children}</span>
}

export function Section({ title, children, id }: { title: string; children: ComponentChildren; id?: string }) {
  return (
    <section class="section card" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Facts({ rows }: { rows: readonly { id: string; label: string; value: ComponentChildren }[] }) {
  return (
    <dl class="facts">
      {rows.map((row) => (
        <div key={row.id}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div class="stack" role="status">
      <span class="hidden-text">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <div class="skeleton" key={i} />
      ))}
    </div>
  )
}

/** A sheet above the page; Escape closes it and the focus goes back where it was. */
export function Dialog({
  title,
  close,
  onClose,
  children,
}: {
  title: string
  close: string
  onClose: () => void
  children: ComponentChildren
}) {
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    sheet.current?.showModal()
  }, [])
  return (
    <dialog class="sheet" ref={sheet} aria-label={title} onClose={onClose}>
      <div class="stack">
        <h2>{title}</h2>
        {children}
        <Button onClick={() => sheet.current?.close()}>{close}</Button>
      </div>
    </dialog>
  )
}

const ICONS: Readonly<Record<string, string>> = {
  work: 'M4 8h16v11H4zM9 8V5h6v3',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  health: 'M12 20s-8-5-8-11a4.5 4.5 0 018-2.6A4.5 4.5 0 0120 9c0 6-8 11-8 11zM8 12h2l1.5-3 2 5 1-2H17',
  school: 'M2 9l10-4 10 4-10 4zM6 11v5c3 3 9 3 12 0v-5',
  people: 'M8 11a3 3 0 100-6 3 3 0 000 6zm8 0a3 3 0 100-6 3 3 0 000 6zM2 20c0-4 3-6 6-6s6 2 6 6m1-6c4-1 7 2 7 6',
  'hand-heart':
    'M12 11s-4-2.500-4-5a2.300 2.300 0 014-1.500A2.300 2.300 0 0116 6c0 2.500-4 5-4 5zM3 14l4-1 5 3h4a1.500 1.500 0 010 3h-5M3 20h8l9-4',
  house: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  safety: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  culture:
    'M9 18V6l10-2v12M9 18a2.500 2.500 0 11-5 0 2.500 2.500 0 015 0zm10-2a2.500 2.500 0 11-5 0 2.500 2.500 0 015 0z',
  wheat:
    'M12 21V8m0 0c-3 0-4-2-4-4 2 0 4 1 4 4zm0 0c3 0 4-2 4-4-2 0-4 1-4 4zm0 5c-3 0-4-2-4-4 2 0 4 1 4 4zm0 0c3 0 4-2 4-4-2 0-4 1-4 4zm0 5c-3 0-4-2-4-4 2 0 4 1 4 4zm0 0c3 0 4-2 4-4-2 0-4 1-4 4z',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zm5-2l5 5',
  print: 'M7 9V3h10v6M5 9h14v8h-3v4H8v-4H5z',
  chat: 'M4 5h16v11H9l-5 4z',
  open: 'M4 5h16v14H4zM8 9h8M8 13h5',
  me: 'M12 12a4 4 0 100-8 4 4 0 000 8zm-8 9c0-5 4-7 8-7s8 2 8 7',
  do: 'M5 4h14v16H5zM9 9h6M9 13h6',
}

export const ICON_NAMES: readonly string[] = Object.keys(ICONS)

export function Icon({ name }: { name: string }): JSX.Element {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.600"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={ICONS[name] ?? 'M5 12h14'} />
    </svg>
  )
}
