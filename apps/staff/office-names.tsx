/** 机构今名: who knew an office by the name of the plan finds what it is called now, and until when it was called so. */
import { useEffect, useState } from 'preact/hooks'
import { findOfficeNames } from '#capabilities/organisations/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Section, TextInput } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

type Found = Awaited<ReturnType<typeof search>>
const search = (name: string) => call(findOfficeNames, { query: { name } })

export function OfficeNames() {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const name = typed.trim()
    if (name.length < 2) return setFound(undefined)
    const wait = setTimeout(() => {
      search(name).then(
        (answer) => {
          setFound(answer)
          setProblem(undefined)
        },
        (error: unknown) => setProblem(problemOf(error)),
      )
    }, 250)
    return () => clearTimeout(wait)
  }, [typed])
  return (
    <Section title={say(words.officeNames)}>
      <div class="stack">
        <TextInput
          id="office-name"
          type="search"
          label={say(words.officeName)}
          hint={say(words.officeNameHint)}
          value={typed}
          onChange={setTyped}
        />
        {problem ? <Refused problem={problem} /> : null}
        <div role="status">
          {found?.length === 0 ? <p class="empty">{say(words.noRows)}</p> : null}
          {found?.length ? (
            <ul class="stack-tight" data-office-names>
              {found.map((one) => (
                <li key={`${one.name} ${one.today}`}>
                  <strong>{one.name}</strong> <span class="small">{say(one.text)}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </Section>
  )
}
