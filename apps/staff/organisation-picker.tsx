/** 选择单位: offices and organisations of the register by a part of their name, arrow keys and Enter; what stands in neither is typed. */
import { useEffect, useState } from 'preact/hooks'
import { findBodies, type FoundBody } from '#capabilities/organisations/contract.ts'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { useAnswer } from '../../pages/server.ts'

export type ChosenBody = { readonly name: string; readonly row: FoundBody['row'] }

type Props = {
  id: string
  label: string
  hint: string
  error?: string | undefined
  value: ChosenBody
  onChange: (chosen: ChosenBody) => void
}

export function OrganisationPicker({ id, label, hint, error, value, onChange }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  const [asked, ask] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  useEffect(() => {
    const timer = setTimeout(() => ask(value.name.trim()), 200)
    return () => clearTimeout(timer)
  }, [value.name])
  const { answer } = useAnswer(open && asked.length > 1 ? findBodies : undefined, { query: { name: asked } })
  const found = open && asked.length > 1 ? (answer ?? []) : []
  const choose = (one: FoundBody): void => {
    onChange({ name: one.name, row: one.row })
    setOpen(false)
    setAt(-1)
  }
  const onKey = (event: KeyboardEvent): void => {
    const one = found[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (found.length === 0) return
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && one) {
      event.preventDefault()
      choose(one)
    } else if (event.key === 'Escape' && found.length) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setAt(-1)
    }
  }
  return (
    <div class="field picker">
      <label for={id}>{label}</label>
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      {error ? (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {error}
        </span>
      ) : null}
      <input
        class="input"
        id={id}
        name={id}
        role="combobox"
        autoComplete="off"
        maxLength={60}
        value={value.name}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${error ? `${id}-wrong ` : ''}${id}-chosen`}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        onInput={(event) => {
          onChange({ name: event.currentTarget.value, row: null })
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <ul class="card" id={`${id}-found`} role="listbox" aria-label={label} hidden={found.length === 0}>
        {found.map((one, i) => (
          <li
            key={`${one.name} ${one.row?.id ?? ''}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(one)
            }}
          >
            <strong>{one.name}</strong>{' '}
            <span class="small">
              {language === 'en' && one.nameEn ? `${one.nameEn} · ` : ''}
              {say(one.kind)} · {say(one.placeName)}
            </span>
          </li>
        ))}
      </ul>
      <span class="small" id={`${id}-chosen`} aria-live="polite">
        {value.row ? say(relief.fromRegister) : value.name.trim().length > 1 ? say(relief.asTyped) : ''}
      </span>
    </div>
  )
}
