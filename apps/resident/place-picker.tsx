/** Which community or village: found by name, pinyin initials or code; the last one is remembered on the device. */
import { useState } from 'preact/hooks'
import { listPlaces } from '#capabilities/places/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Choices, TextInput } from '#ui/kit.tsx'

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
