/** 选指标、选地方: what a point of a plan rests on is found in the catalogue, whose plan it is for is chosen by name. */
import { useState } from 'preact/hooks'
import { listEvidence } from '#capabilities/evaluation/contract.ts'
import { listPlaces } from '#capabilities/places/contract.ts'
import { Button, Select, TextInput } from '#ui/kit.tsx'
import { evaluationWords as shown } from '../../pages/evaluation-words.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

export type Evidence = NonNullable<(typeof listEvidence)['~types']>['answer'][number]

const SHOWN = 8

/** Everything that holds what was typed, in either language; an indicator also by its number. */
export function found(all: readonly Evidence[], typed: string): readonly Evidence[] {
  const asked = typed.normalize('NFKC').trim().toLowerCase()
  if (!asked) return []
  return all
    .filter(({ kind, name, label }) =>
      [...(kind === 'indicator' ? [name] : []), label.zh, label.en].some((one) => one.toLowerCase().includes(asked)),
    )
    .slice(0, SHOWN)
}

export function useEvidence() {
  return useAnswer(listEvidence, {})
}

export function EvidencePicker(props: {
  id: string
  all: readonly Evidence[]
  chosen: Evidence | undefined
  onChange: (chosen: Evidence | undefined) => void
}) {
  const say = useSay()
  const { id, all, chosen, onChange } = props
  const [typed, type] = useState('')
  const named = ({ kind, name, label }: Evidence): string =>
    kind === 'indicator' ? `${name} ${say(label)}` : `${say(shown.kindOfCase)} ${say(label)}`
  if (chosen)
    return (
      <div class="field" data-evidence={chosen.name}>
        <span>{say(shown.chosenEvidence)}</span>
        <span class="row">
          <strong>{named(chosen)}</strong>
          <Button
            label={`${say(shown.change)} ${named(chosen)}`}
            onClick={() => {
              type('')
              onChange(undefined)
            }}
          >
            {say(shown.change)}
          </Button>
        </span>
      </div>
    )
  const offered = found(all, typed)
  return (
    <div class="stack-tight">
      <TextInput
        id={id}
        type="search"
        label={say(shown.findEvidence)}
        hint={say(shown.findEvidenceHint)}
        value={typed}
        onChange={type}
        max={60}
      />
      <div role="status">
        {typed.trim() && offered.length === 0 ? <p class="empty">{say(shown.noEvidence)}</p> : null}
        {offered.length ? (
          <ul class="stack-tight" data-offered>
            {offered.map((one) => (
              <li key={`${one.kind} ${one.name}`}>
                <Button onClick={() => onChange(one)}>{named(one)}</Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}

/** A county, or a street of it; `place` is the 12-digit code, empty before anything is chosen. */
export function LevelPicker({ id, place, onChange }: { id: string; place: string; onChange: (place: string) => void }) {
  const say = useSay()
  const county = place ? `${place.slice(0, 6)}000000` : ''
  const counties = useAnswer(listPlaces, { query: { level: 'county' } })
  const streets = useAnswer(county ? listPlaces : undefined, { query: { under: county } })
  const choices = (of: typeof counties.answer) => (of ?? []).map((one) => ({ value: one.code, label: say(one.name) }))
  return (
    <>
      {counties.problem ? <Refused problem={counties.problem} /> : null}
      <Select
        id={`${id}-county`}
        label={say(shown.county)}
        none={say(words.chooseOne)}
        value={county}
        options={choices(counties.answer)}
        onChange={onChange}
      />
      <Select
        id={`${id}-street`}
        label={say(shown.street)}
        none={say(shown.ofCounty)}
        value={place === county ? '' : place}
        options={county ? choices(streets.answer) : []}
        onChange={(street) => onChange(street || county)}
      />
    </>
  )
}
