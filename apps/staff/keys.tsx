/** 键盘操作: one letter each, never while somebody types. */
import { useEffect, useRef } from 'preact/hooks'
import { useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { Dialog } from '#ui/kit.tsx'

export type Keys = Readonly<Record<string, () => void>>

/** Listens while the page is shown. Keys with Ctrl, Alt or Meta stay the browser's. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      const at = event.target as HTMLElement
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) && (at as HTMLInputElement).type !== 'checkbox'
      if (typing && event.key === 'Escape') return at.blur()
      if (typing || document.querySelector('dialog[open]')) return
      const act = now.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}

const SHOWN = [
  ['j k ↓ ↑', 'keyNext'],
  ['Enter', 'keyOpen'],
  ['x', 'keyMark'],
  ['t', 'keyTake'],
  ['/', 'keyFind'],
  ['1 … 6', 'keyViews'],
  ['Esc', 'keyClose'],
  ['?', 'keyHelp'],
] as const

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const say = useSay()
  return (
    <Dialog title={say(words.keys)} close={say(words.close)} onClose={onClose}>
      <dl class="facts">
        {SHOWN.map(([keys, word]) => (
          <div key={keys}>
            <dt>{keys.split(' ').map((key) => (key === '…' ? ' … ' : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{say(words[word])}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
