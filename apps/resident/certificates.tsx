/** 开证明: everyday words → the answer at once; a referral for what is not ours, a case for what is; a report on whoever demands it. */
import { useEffect, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import {
  type Asked,
  findCertificateKinds,
  type KindAnswer,
  reportDemand,
  requestCertificate,
} from '#capabilities/certificates/contract.ts'
import { DEMAND_COPY } from '#capabilities/certificates/terms.ts'
import { getCase } from '#kernel/case/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { FilePicker } from '../../pages/case-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Notice, Section, Skeleton, TextArea, TextInput } from '#ui/kit.tsx'
import { PlacePicker, rememberedPlace } from './place-picker.tsx'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'

type Chosen = { readonly code: string; readonly name: string; readonly words?: string }

export function CertificatesPage() {
  const say = useSay()
  const [place, setPlace] = useState(rememberedPlace)
  const [typed, type] = useState('')
  const [query, setQuery] = useState('')
  const [chosen, choose] = useState<Chosen>()
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useAnswer(findCertificateKinds, {
    query: { ...(query ? { q: query } : {}), ...(place ? { place } : {}) },
  })
  if (chosen)
    return <Request chosen={chosen} place={place} onPlace={setPlace} back={() => choose(undefined)} key={chosen.code} />
  const rows = found.answer?.rows ?? []
  return (
    <>
      <h1>{say(words.certificatesAsk)}</h1>
      <p>{say(relief.certificatesLead)}</p>
      <TextInput
        id="certificate-what"
        type="search"
        label={say(relief.what)}
        hint={say(relief.whatHint)}
        value={typed}
        onChange={type}
        max={60}
      />
      {found.problem ? <Refused problem={found.problem} /> : null}
      {!found.answer && !found.problem ? <Skeleton label={say(words.loading)} /> : null}
      <ul class="stack" aria-live="polite">
        {(query ? rows : rows.slice(0, 8)).map((one) => (
          <li key={one.code} class="card stack-tight" data-kind={one.code}>
            <Answer one={one} onChoose={() => choose({ code: one.code, name: say(one.name) })} />
          </li>
        ))}
      </ul>
      {query && found.answer ? (
        <Button wide onClick={() => choose({ code: 'other', name: typed.trim(), words: typed.trim() })}>
          {say(relief.noneOfThese)}
        </Button>
      ) : null}
      {found.answer?.demonstration ? <p class="small">{say(relief.demonstration)}</p> : null}
      {found.answer?.list ? (
        <Link class="button quiet" href={`/lists/${found.answer.list.county}/${found.answer.list.id}`}>
          {say(relief.retainedList)}
        </Link>
      ) : null}
      <Link class="button quiet" href="/open/exposures">
        {say(relief.exposures)}
      </Link>
    </>
  )
}

function Answer({ one, onChoose }: { one: KindAnswer; onChoose: () => void }) {
  const say = useSay()
  const ours = one.answer === 'on-list'
  return (
    <>
      <div class="row between">
        <strong>{say(one.name)}</strong>
        <span class={`badge ${ours ? '' : 'warn'}`}>{say(ours ? relief.onList : relief.notOurs)}</span>
      </div>
      {one.goTo ? (
        <p>
          {say(relief.goTo)}
          {say(words.colon)}
          <strong>{say(one.goTo)}</strong>
        </p>
      ) : null}
      <p class="small">{say(one.basis)}</p>
      <Button tone={ours ? 'primary' : 'plain'} onClick={onChoose}>
        {say(ours ? relief.askFor : relief.takeReferral)}
      </Button>
    </>
  )
}

type RequestProps = { chosen: Chosen; place: string; onPlace: (place: string) => void; back: () => void }

function Request({ chosen, place, onPlace, back }: RequestProps) {
  const say = useSay()
  const key = useKey()
  const { me } = useSession()
  const [demander, setDemander] = useState('')
  const [purpose, setPurpose] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [asked, setAsked] = useState<Asked>()
  if (me?.kind !== 'resident') return <SignIn onDone={() => {}} />
  if (asked) return <Answered asked={asked} chosen={chosen} demander={demander} place={place} />
  const send = (): void => {
    const body = { place, kind: chosen.code, demander, purpose, ...(chosen.words ? { words: chosen.words } : {}) }
    call(requestCertificate, { body }, { key: key.current() }).then(setAsked, (error: unknown) => {
      const found = problemOf(error)
      setProblem(found)
      if (found.code !== 'offline') key.renew()
    })
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h1>{chosen.name}</h1>
      <p>{say(relief.referralHint)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <PlacePicker value={place} onChange={onPlace} />
      <TextInput
        id="certificate-demander"
        label={say(relief.demander)}
        hint={say(relief.demanderHint)}
        value={demander}
        onChange={setDemander}
        max={60}
      />
      <TextInput id="certificate-purpose" label={say(relief.purpose)} value={purpose} onChange={setPurpose} max={120} />
      <div class="row">
        <Button tone="primary" type="submit" disabled={!place}>
          {say(relief.send)}
        </Button>
        <Button tone="quiet" onClick={back}>
          {say(words.back)}
        </Button>
      </div>
    </form>
  )
}

type AnsweredProps = { asked: Asked; chosen: Chosen; demander: string; place: string }

function Answered({ asked, chosen, demander, place }: AnsweredProps) {
  const say = useSay()
  const [reporting, report] = useState(false)
  const referred = asked.outcome === 'referred'
  const { county, id } = asked
  const page = useAnswer(referred ? getCase : undefined, { params: { county, id } })
  const paper = page.answer?.documents[0]
  return (
    <div class="stack">
      <h1>{chosen.name}</h1>
      <Notice tone="good" title={say(referred ? relief.referred : relief.askedFor)}>
        {asked.goTo ? (
          <p>
            {say(relief.goTo)}
            {say(words.colon)}
            <strong>{say(asked.goTo)}</strong>
          </p>
        ) : null}
        <p class="number" data-number>
          {paper?.number ?? asked.number}
        </p>
      </Notice>
      <div class="row">
        {paper ? (
          <a class="button primary" href={`/api/documents/${paper.county}/${paper.id}`} target="_blank" rel="noopener">
            {say(relief.toPaper)}
          </a>
        ) : null}
        <Link class="button" href={`/mine/${county}/${id}`}>
          {say(relief.toCase)}
        </Link>
      </div>
      {referred && !reporting ? <Button onClick={() => report(true)}>{say(relief.reportIt)}</Button> : null}
      {reporting ? <Report kind={chosen.code} demander={demander} place={place} referral={asked.number} /> : null}
    </div>
  )
}

type ReportProps = { kind: string; demander: string; place: string; referral: string }

function Report({ kind, demander, place, referral }: ReportProps) {
  const say = useSay()
  const key = useKey()
  const [account, setAccount] = useState('')
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState<{ county: string; id: string; number: string }>()
  if (done)
    return (
      <Notice tone="good" title={say(relief.reported)}>
        <Link class="number" href={`/mine/${done.county}/${done.id}`}>
          {done.number}
        </Link>
      </Notice>
    )
  return (
    <Section title={say(relief.reportTitle)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const body = { place, kind, demander, account, referral, files: files.map((one) => one.id) }
          call(reportDemand, { body }, { key: key.current() }).then(setDone, (error: unknown) => {
            setProblem(problemOf(error))
            key.renew()
          })
        }}
      >
        <p>{say(relief.reportHint)}</p>
        {problem ? <Refused problem={problem} /> : null}
        <TextArea id="demand-account" label={say(relief.account)} value={account} onChange={setAccount} max={800} />
        <FilePicker
          county={place.slice(0, 6)}
          material={DEMAND_COPY}
          label={say(relief.copy)}
          hint={say(relief.copyHint)}
          files={files}
          onChange={setFiles}
        />
        <Button tone="primary" type="submit">
          {say(relief.send)}
        </Button>
      </form>
    </Section>
  )
}
