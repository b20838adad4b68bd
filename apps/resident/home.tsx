/** 办事: search in one's own words, or by the ten fields; follow a case by its number. */
import { useEffect, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { listServices } from '#capabilities/service-cases/contract.ts'
import { Refused } from '../../pages/refused.tsx'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Icon, Notice, Skeleton, TextInput } from '#ui/kit.tsx'
import { CallPerson } from './call-person.tsx'
import { MyPlace } from './place-picker.tsx'
import { useSession } from './session.ts'
import { declineTour, visitedStops } from './tour-visits.ts'

/** 办事; in elder mode four large buttons, each a screen of its own. */
export function HomePage() {
  const { elder } = useSession()
  return (
    <>
      <Welcome />
      {elder ? <ElderHome /> : <FindPage />}
    </>
  )
}

/** 演示导览, offered once at the first visit; demo mode only. */
function Welcome() {
  const say = useSay()
  const [asked, ask] = useState(document.documentElement.dataset.demo !== undefined && visitedStops() === undefined)
  if (!asked) return null
  return (
    <Notice tone="good" title={say(words.tourWelcome)}>
      <p>{say(words.tourShort)}</p>
      <div class="row">
        <Link class="button" href="/tour">
          {say(words.tourGo)}
        </Link>
        <Button
          tone="quiet"
          onClick={() => {
            declineTour()
            ask(false)
          }}
        >
          {say(words.tourSkip)}
        </Button>
      </div>
    </Notice>
  )
}

function ElderHome() {
  const say = useSay()
  return (
    <>
      <h1>{say(words.tagline)}</h1>
      <div class="stack errands">
        <Link class="button primary wide" href="/find">
          {say(words.findService)}
        </Link>
        <Link class="button wide" href="/mine">
          {say(words.myCases)}
        </Link>
        <Link class="button wide" href="/family">
          {say(words.askFamily)}
        </Link>
        <CallPerson />
      </div>
    </>
  )
}

export function FindPage() {
  const say = useSay()
  const [, go] = useLocation()
  const [typed, type] = useState('')
  const [query, setQuery] = useState('')
  const [field, setField] = useState<number>()
  const [number, setNumber] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const services = useAnswer(listServices, { query: { ...(query ? { q: query } : {}), ...(field ? { field } : {}) } })
  const fields = services.answer?.fields ?? []
  const rows = services.answer?.rows ?? []
  return (
    <>
      <div class="hero">
        <h1>{say(words.tagline)}</h1>
        <MyPlace />
        <TextInput
          id="search"
          type="search"
          label={say(words.search)}
          hint={say(words.searchHint)}
          value={typed}
          onChange={type}
        />
      </div>
      <Link class="button quiet" href="/certificates">
        {say(words.certificatesAsk)}
      </Link>
      {services.problem ? <Refused problem={services.problem} /> : null}
      {query === '' ? (
        <section class="stack-tight" aria-labelledby="by-field">
          <h2 id="by-field">{say(words.byField)}</h2>
          <div class="grid-fields">
            {services.answer ? null : Array.from({ length: 10 }, (_, i) => <div class="skeleton" key={i} />)}
            {fields.map((one) => (
              <button
                type="button"
                key={one.field}
                aria-pressed={field === one.field}
                onClick={() => setField(field === one.field ? undefined : one.field)}
              >
                <Icon name={one.icon} />
                <span>{say(one.name)}</span>
              </button>
            ))}
          </div>
        </section>
      ) : null}
      {query !== '' || field ? (
        <section class="results" aria-live="polite">
          {services.loading && rows.length === 0 ? <Skeleton label={say(words.loading)} /> : null}
          {!services.loading && services.answer && rows.length === 0 ? (
            <div class="empty stack">
              <p>{say(words.nothingFound)}</p>
              <CallPerson />
            </div>
          ) : null}
          {rows.slice(0, 30).map((one) => (
            <Link key={one.code} href={`/services/${one.code}`}>
              <strong>{say(one.name)}</strong>
              <div>{say(one.summary)}</div>
              <div class="small">
                {say(words.promised)}
                {say(words.colon)}
                {one.days === 0 ? say(words.sameDay) : `${one.days} ${say(words.workingDays)}`}
              </div>
            </Link>
          ))}
        </section>
      ) : null}
      <form
        class="card ask"
        onSubmit={(event) => {
          event.preventDefault()
          if (number.trim()) go(`/t/${encodeURIComponent(number.trim())}`)
        }}
      >
        <TextInput
          id="track"
          label={say(words.track)}
          hint={say(words.trackHint)}
          value={number}
          onChange={setNumber}
        />
        <Button type="submit">{say(words.look)}</Button>
      </form>
      <div class="side-by-side">
        <Link class="button wide" href="/city">
          {say(words.cityFigures)}
        </Link>
        <Link class="button wide" href="/family">
          {say(words.family)}
        </Link>
        <CallPerson />
        {document.documentElement.dataset.demo === undefined ? null : (
          <Link class="button wide" href="/tour">
            {say(words.tour)}
          </Link>
        )}
      </div>
    </>
  )
}
