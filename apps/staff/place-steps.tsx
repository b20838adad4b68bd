/** 逐级选地方: whoever serves more than one community says which, from the county down; what is left open means all of it. */
import { listPlaces } from '#capabilities/places/contract.ts'
import { Select } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

const ENDS = [
  { digits: 6, label: words.county },
  { digits: 9, label: words.street },
  { digits: 12, label: words.community },
] as const

/** `scope` is the prefix of what the hat covers, `place` a 12-digit code in it. Draws nothing for one community. */
export function PlaceSteps(props: { id: string; scope: string; place: string; onChange: (place: string) => void }) {
  const { id, scope, place, onChange } = props
  const steps = ENDS.filter(({ digits }) => digits > scope.length)
  const open = steps.findIndex(({ digits }) => !chosenTo(place, digits))
  return (
    <>
      {(open < 0 ? steps : steps.slice(0, open + 1)).map(({ digits, label }, i) => (
        <Step
          key={digits}
          id={`${id}-${digits}`}
          label={label}
          under={i === 0 ? scope.padEnd(12, '0') : place.slice(0, steps[i - 1]?.digits).padEnd(12, '0')}
          value={chosenTo(place, digits) ? place.slice(0, digits).padEnd(12, '0') : ''}
          onChange={onChange}
        />
      ))}
    </>
  )
}

function Step(props: {
  id: string
  label: { zh: string; en: string }
  under: string
  value: string
  onChange: (place: string) => void
}) {
  const say = useSay()
  const places = useAnswer(listPlaces, { query: { under: props.under } })
  return (
    <Select
      id={props.id}
      label={say(props.label)}
      none={say(words.everywhere)}
      value={props.value}
      onChange={(chosen) => props.onChange(chosen || props.under)}
      options={(places.answer ?? []).map((one) => ({ value: one.code, label: say(one.name) }))}
    />
  )
}

/** Says the place something down to so many digits? */
function chosenTo(place: string, digits: number): boolean {
  return place.length === 12 && !/^0*$/.test(place.slice(digits - (digits === 6 ? 2 : 3), digits))
}
