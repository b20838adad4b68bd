/** 办事: search in one's own words, or by the ten fields; follow a case by its number. */
import { useEffect, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { listServices } from '#capabilities/service-cases/contract.ts'
import { Refused } from '../../pages/refused.tsx'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Icon, Skeleton, TextInput } from '#ui/kit.tsx'
import { useSession } from './session.ts'

/** 办事; in elder mode four large buttons, each a screen of its own. */
export function HomePage() {
  const { elder } = useSession()
  return elder ? <ElderHome /> : <FindPage />
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
        <a class="button wide" href="tel:12345">
          {say(words.call)} 12345
        </a>
      </div>
    </>
  )
}

export function FindPage() {
  const say = useSay()
  const { me } = useSession()
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
        <TextInput
          id="search"
          type="search"
          label={say(words.search)}
          hint={say(words.searchHint)}
          value={typed}
          onChange={type}
        />
      </div>
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
          {!services.loading && rows.length === 0 ? <p class="empty">{say(words.nothingFound)}</p> : null}
          {rows.slice(0, 30).map((one) => (
            <Link key={one.code} href={`/services/${one.code}`}>
              <strong>{say(one.name)}</strong>
              <div>{say(one.summary)}</div>
              <div class="small">
                {say(words.promised)}: {one.days === 0 ? say(words.sameDay) : `${one.days} ${say(words.workingDays)}`}
              </div>
            </Link>
          ))}
        </section>
      ) : null}
      <form
        class="card stack"
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
      {me?.demo ? (
        <p>
          <Link class="button wide" href="/tour">
            {say(words.tourLink)}
          </Link>
        </p>
      ) : null}
      <p>
        <Link class="button wide" href="/family">
          {say(words.family)}
        </Link>
      </p>
      <p>
        <a class="button wide" href="tel:12345">
          {say(words.call)} 12345
        </a>
      </p>
    </>
  )
}
