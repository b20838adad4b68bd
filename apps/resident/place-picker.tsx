/** Which community or village: found by name, pinyin initials or code; the last one is remembered on the device. */
import { useState } from 'preact/hooks'
import { listPlaces } from '#capabilities/places/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Choices, Dialog, TextInput } from '#ui/kit.tsx'

const KEPT = 'liren-place'

export function rememberedPlace(): string {
  return localStorage.getItem(KEPT) ?? ''
}

export function rememberPlace(code: string): string {
  localStorage.setItem(KEPT, code)
  return code
}

export function PlacePicker({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const say = useSay()
  const [typed, type] = useState('')
  const found = useAnswer(listPlaces, {
    query: { level: 'committee', ...(typed.trim() ? { q: typed.trim() } : { under: '140302001000' }) },
  })
  return (
    <div class="stack-tight">
      <TextInput
        id="place-search"
        type="search"
        label={say(words.place)}
        hint={say(words.choosePlace)}
        value={typed}
        onChange={type}
      />
      <Choices
        id="place"
        label={say(words.chooseOne)}
        options={(found.answer ?? [])
          .slice(0, 8)
          .map((one) => ({ value: one.code, label: `${say(one.name)} · ${say(one.path)}` }))}
        chosen={value ? [value] : []}
        onChange={([one]) => onChange(rememberPlace(one ?? ''))}
      />
    </div>
  )
}

/** 我的社区(村): what the guides are shown for; chosen once, changed in one tap. */
export function MyPlace() {
  const say = useSay()
  const [place, setPlace] = useState(rememberedPlace)
  const [open, setOpen] = useState(false)
  const found = useAnswer(place ? listPlaces : undefined, { query: { level: 'committee', q: place } })
  const name = found.answer?.find((one) => one.code === place)?.name
  return (
    <div class="row">
      <span class="grow">
        <span class="small">{say(words.place)}</span> {name ? say(name) : ''}
      </span>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {say(place ? words.changePlace : words.setPlace)}
      </Button>
      {open ? (
        <Dialog title={say(words.place)} close={say(words.close)} onClose={() => setOpen(false)}>
          <PlacePicker
            value={place}
            onChange={(code) => {
              setPlace(code)
              setOpen(false)
            }}
          />
        </Dialog>
      ) : null}
    </div>
  )
}
