/** 显示: light or dark, standard or high contrast; as the system says until somebody chooses. Remembered on the device. */
import { useState } from 'preact/hooks'
import { Choices, Dialog } from '#ui/kit.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

const KINDS = ['theme', 'contrast'] as const
type Kind = (typeof KINDS)[number]

const kept = (kind: Kind): string => localStorage.getItem(`liren-${kind}`) ?? ''

/** Before the first drawing, so that nothing flashes. */
export function applyDisplay(): void {
  for (const kind of KINDS) {
    if (kept(kind)) document.documentElement.dataset[kind] = kept(kind)
    else delete document.documentElement.dataset[kind]
  }
}

export function DisplayButton() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [, turn] = useState(0)
  const choose = (kind: Kind, value: string | undefined): void => {
    if (value) localStorage.setItem(`liren-${kind}`, value)
    else localStorage.removeItem(`liren-${kind}`)
    applyDisplay()
    turn((n) => n + 1)
  }
  return (
    <>
      <button class="button quiet" type="button" onClick={() => setOpen(true)}>
        {say(words.display)}
      </button>
      {open ? (
        <Dialog title={say(words.display)} close={say(words.close)} onClose={() => setOpen(false)}>
          <Choices
            id="display-theme"
            label={say(words.theme)}
            options={[
              { value: '', label: say(words.asSystem) },
              { value: 'light', label: say(words.light) },
              { value: 'dark', label: say(words.dark) },
            ]}
            chosen={[kept('theme')]}
            onChange={([one]) => choose('theme', one)}
          />
          <Choices
            id="display-contrast"
            label={say(words.contrast)}
            options={[
              { value: '', label: say(words.asSystem) },
              { value: 'standard', label: say(words.standardContrast) },
              { value: 'high', label: say(words.highContrast) },
            ]}
            chosen={[kept('contrast')]}
            onChange={([one]) => choose('contrast', one)}
          />
        </Dialog>
      ) : null}
    </>
  )
}
