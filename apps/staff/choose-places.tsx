/** 选择社区: county, street, then communities; what was chosen in one street stays when another is opened. */
import { useState } from 'preact/hooks'
import { listPlaces } from '#capabilities/places/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { call, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Choices, Select } from '#ui/kit.tsx'

/** The county whose items are shown: of what was chosen, else the caller's own, else the first. */
export function useCounty(within: string, chosen: readonly string[]): string {
  const counties = useAnswer(listPlaces, { query: { level: 'county' } })
  const own = within.length >= 6 ? within : undefined
  return (chosen[0] ?? own ?? counties.answer?.[0]?.code ?? '').slice(0, 6)
}

/** `within` is the prefix that the caller answers for; '-' for all of the city. */
export function ChoosePlaces({
  id,
  within,
  chosen,
  onChange,
}: {
  id: string
  within: string
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const say = useSay()
  const own = within === '-' ? '' : within
  const counties = useAnswer(listPlaces, { query: { level: 'county' } })
  const [county, setCounty] = useState(own.length >= 6 ? `${own.slice(0, 6)}000000` : '')
  const under = county || (counties.answer?.[0]?.code ?? '')
  const streets = useAnswer(under ? listPlaces : undefined, { query: { under } })
  const [street, setStreet] = useState(own.length >= 9 ? `${own.slice(0, 9)}000` : '')
  const here = streets.answer?.some((one) => one.code === street) ? street : (streets.answer?.[0]?.code ?? '')
  const found = useAnswer(here ? listPlaces : undefined, { query: { under: here } })
  const codes = (found.answer ?? []).map((one) => one.code)
  const others = chosen.filter((code) => !codes.includes(code))
  const wholeCounty = (): void => {
    const prefix = under.slice(0, 6)
    void call(listPlaces, { query: { level: 'committee' } }).then((all) => {
      const codes_ = all.map((one) => one.code).filter((code) => code.startsWith(prefix))
      onChange([...new Set([...chosen, ...codes_])])
    })
  }
  const choices = (of: typeof counties.answer, length: number) =>
    (of ?? [])
      .filter((one) => own.length < length || one.code.startsWith(own.slice(0, length)))
      .map((one) => ({ value: one.code, label: say(one.name) }))
  return (
    <div class="stack-tight">
      <div class="side-by-side">
        <Select
          id={`${id}-county`}
          label={say(listWords.county)}
          none={say(words.chooseOne)}
          value={under}
          options={choices(counties.answer, 6)}
          onChange={setCounty}
        />
        <Select
          id={`${id}-street`}
          label={say(listWords.street)}
          none={say(words.chooseOne)}
          value={here}
          options={choices(streets.answer, 9)}
          onChange={setStreet}
        />
      </div>
      <div class="row">
        <Button onClick={() => onChange([...others, ...codes])}>{say(listWords.allOfStreet)}</Button>
        {own.length < 9 ? <Button onClick={wholeCounty}>{say(listWords.allOfCounty)}</Button> : null}
        <Button onClick={() => onChange(others)}>{say(listWords.noneOfStreet)}</Button>
        <span class="small">
          {chosen.length} {say(listWords.communities)}
        </span>
      </div>
      <div class="scroll-box">
        <Choices
          id={`${id}-places`}
          label={say(listWords.places)}
          many
          options={(found.answer ?? []).map((one) => ({ value: one.code, label: say(one.name) }))}
          chosen={chosen.filter((code) => codes.includes(code))}
          onChange={(here_) => onChange([...others, ...here_])}
        />
      </div>
    </div>
  )
}
