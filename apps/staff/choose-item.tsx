/** 选择准入事项: found by a part of its code, name or duty; only what is in force here and the office may cite. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { AdmittedItem } from '#capabilities/work-admission/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Button } from '#ui/kit.tsx'

/** All parts that were typed, each somewhere in code, name or duty. */
function isSought(item: AdmittedItem, typed: string): boolean {
  const told = `${item.code} ${item.name.zh} ${item.name.en} ${item.duty}`.normalize('NFKC').toLowerCase()
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((part) => told.includes(part))
}

export function ChooseItem(props: {
  id: string
  items: readonly AdmittedItem[]
  chosen: string
  onChange: (code: string) => void
}) {
  const { id, items, chosen, onChange } = props
  const say = useSay()
  const [typed, type] = useState<string>()
  const [at, goTo] = useState(0)
  const item = items.find((one) => one.code === chosen)
  const mine = items.filter((one) => one.mine)
  const found = typed === undefined ? [] : mine.filter((one) => isSought(one, typed))
  const here = Math.min(at, found.length - 1)
  const close = (): void => type(undefined)
  const take = (one: AdmittedItem | undefined): void => {
    if (one) onChange(one.code)
    close()
  }
  const go = (to: number): void => {
    goTo(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (typed === undefined ? type('') : go(Math.min(here + 1, found.length - 1))),
    ArrowUp: () => go(Math.max(here - 1, 0)),
    Enter: () => take(found[here]),
    Escape: close,
  }
  return (
    <div class="field choose-item">
      <label for={id}>{say(listWords.item)}</label>
      <span class="hint" id={`${id}-hint`}>
        {item ? item.duty : say(listWords.itemSearch)}
      </span>
      <input
        class="input"
        id={id}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={typed !== undefined}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={typed !== undefined && found[here] ? `${id}-${here}` : undefined}
        value={typed ?? (item ? `${item.code} ${say(item.name)}` : '')}
        placeholder={say(listWords.noItem)}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => {
          if (typed === undefined) type('')
        }}
        onInput={(event) => {
          type(event.currentTarget.value)
          goTo(0)
        }}
        onBlur={close}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (!act || (typed === undefined && event.key !== 'ArrowDown')) return
          event.preventDefault()
          event.stopPropagation()
          act()
        }}
      />
      {typed === undefined ? null : (
        <ul class="choose-list" id={`${id}-list`} role="listbox" aria-label={say(listWords.item)}>
          {found.map((one, i) => (
            <li
              key={one.code}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === here}
              // Before the field loses the focus, and with it the list.
              onPointerDown={(event) => {
                event.preventDefault()
                take(one)
              }}
            >
              <strong>
                {one.code} {say(one.name)}
              </strong>
              <span class="small">
                {one.duty}
                {one.to ? ` · ${say(listWords.untilDay)} ${one.to}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {typed !== undefined && found.length === 0 ? (
        <p class="small" role="status">
          {say(mine.length === 0 ? listWords.noneOfOurs : listWords.noneFound)}
        </p>
      ) : null}
      <div class="row">
        {chosen ? <Button onClick={() => onChange('')}>{say(listWords.clearItem)}</Button> : null}
        {mine.length === 0 ? (
          <Link class="button" href="/admission">
            {say(listWords.admission)}
          </Link>
        ) : null}
      </div>
    </div>
  )
}
