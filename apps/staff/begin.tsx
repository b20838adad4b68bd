/** 发起: what a post may begin of its own, and where. */
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { listPlaces, type PlaceShape } from '#capabilities/places/contract.ts'
import { beginCase, getOpening, listOpenings, type OpeningSummary } from '#kernel/opening/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Me } from '#kernel/person/contract.ts'
import { FilePicker, issuesOf } from '../../pages/case-view.tsx'
import { FormView } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { planWords } from '../../pages/plan-words.ts'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Select, Skeleton } from '#ui/kit.tsx'

type Level = OpeningSummary['at'][number]
const PLACE_LEVEL = { community: 'committee', street: 'street', county: 'county', city: 'city' } as const

export function BeginPage({ me, procedure }: { me: Me; procedure?: string }) {
  const say = useSay()
  const openings = useAnswer(listOpenings, {})
  if (!openings.answer)
    return openings.problem ? <Refused problem={openings.problem} /> : <Skeleton label={say(words.loading)} />
  const opening = openings.answer.find((one) => one.procedure === procedure)
  if (opening) return <Begin key={opening.procedure} opening={opening} me={me} />
  return (
    <div class="stack">
      <h1>{say(planWords.begin)}</h1>
      <p class="small">{say(planWords.beginHint)}</p>
      {openings.answer.length === 0 ? <p class="empty">{say(planWords.nothingToBegin)}</p> : null}
      <ul class="stack-tight">
        {openings.answer.map((one) => (
          <li class="card stack-tight" key={one.procedure}>
            <Link href={`/begin/${one.procedure}`}>{say(one.title)}</Link>
            {one.hint ? <span class="small">{say(one.hint)}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Begin({ opening, me }: { opening: OpeningSummary; me: Me }) {
  const say = useSay()
  const [, go] = useLocation()
  const within = me.hat?.place ?? '-'
  // A post without an area of its own begins where its office stands: the city.
  const levels = opening.at.filter((one) => (within === '-' ? one === 'city' : widthOf(one) >= within.length))
  const [level, setLevel] = useState<Level | undefined>(levels[0])
  const [place, setPlace] = useState('')
  const places = useAnswer(level ? listPlaces : undefined, { query: { level: PLACE_LEVEL[level ?? 'city'] } })
  const offered = (places.answer ?? []).filter((one) => within === '-' || one.code.startsWith(within))
  const chosen = offered.length === 1 ? offered[0]?.code : offered.find((one) => one.code === place)?.code
  return (
    <div class="stack narrow">
      {chosen ? null : <h1>{say(opening.title)}</h1>}
      {levels.length > 1 ? (
        <Choices
          id="level"
          label={say(planWords.where)}
          options={levels.map((one) => ({ value: one, label: say(planWords.levels[one]) }))}
          chosen={level ? [level] : []}
          onChange={([one]) => {
            setLevel(levels.find((found) => found === one))
            setPlace('')
          }}
        />
      ) : null}
      {places.problem ? <Refused problem={places.problem} /> : null}
      {offered.length > 1 ? (
        <Select
          id="place"
          label={say(planWords.levels[level ?? 'city'])}
          none={say(words.chooseOne)}
          value={chosen ?? ''}
          onChange={setPlace}
          options={offered.map((one) => ({ value: one.code, label: named(one, say) }))}
        />
      ) : null}
      {chosen ? (
        <BeginForm
          key={chosen}
          procedure={opening.procedure}
          place={chosen}
          onDone={({ county, id }) => go(`/cases/${county}/${id}`)}
        />
      ) : null}
    </div>
  )
}

function BeginForm({
  procedure,
  place,
  onDone,
}: {
  procedure: string
  place: string
  onDone: (one: { county: string; id: string }) => void
}) {
  const say = useSay()
  const key = useKey()
  const opening = useAnswer(getOpening, { params: { procedure }, query: { place } })
  const [values, setValues] = useState<FormValues>({})
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { answer } = opening
  if (!answer) return opening.problem ? <Refused problem={opening.problem} /> : <Skeleton label={say(words.loading)} />
  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { place, values: values as Record<string, never>, files: files.map((one) => one.id) }
      onDone(await call(beginCase, { params: { procedure }, body }, { key: key.current() }))
    } catch (error) {
      const found = problemOf(error)
      setProblem(found)
      if (found.code !== 'offline') key.renew()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h1>{say(answer.title)}</h1>
      {answer.hint ? <p>{say(answer.hint)}</p> : null}
      <p class="small">{say(answer.basis)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <FormView fields={answer.fields} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="start" />
      {answer.files ? (
        <FilePicker county={place.slice(0, 6)} material="attachment" files={files} onChange={setFiles} />
      ) : null}
      <div class="row">
        <Button tone="primary" type="submit" busy={busy}>
          {say(planWords.send)}
        </Button>
      </div>
    </form>
  )
}

/** Signs of a place's code that say where it is: four for a city, twelve for a community. */
function widthOf(level: Level): number {
  return { city: 4, county: 6, street: 9, community: 12 }[level]
}

function named(one: PlaceShape, say: ReturnType<typeof useSay>): string {
  return one.path.zh ? `${say(one.name)} · ${say(one.path)}` : say(one.name)
}
