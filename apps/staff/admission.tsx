/** 准入与拒绝: what an office applies for and pays, what a community was asked from outside and refuses, what the county office sees of both. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import {
  applyForAdmission,
  applyForAWhile,
  beginReview,
  getAdmissionOverview,
  listAdmittedItems,
  recordOutside,
  sendFunds,
} from '#capabilities/work-admission/contract.ts'
import { listPlaces } from '#capabilities/places/contract.ts'
import { makeMove } from '#kernel/case/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section } from '#ui/kit.tsx'
import { FormView, type ShownField } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import {
  applyForm,
  type Begun,
  fundsForm,
  type Outside,
  outsideForm,
  readApplication,
  readFunds,
  readOutside,
} from './admission-forms.ts'
import { ChoosePlaces, useCounty } from './choose-places.tsx'

export function AdmissionPage({ me }: { me: Me }) {
  const say = useSay()
  const role = me.hat?.role ?? ''
  const community = isOpenTo(recordOutside, role)
  return (
    <div class="stack">
      <h1>{say(listWords.admission)}</h1>
      {community ? <OutsideForm me={me} /> : null}
      {isOpenTo(getAdmissionOverview, role) ? <Overview role={role} /> : null}
      {isOpenTo(applyForAdmission, role) ? <ApplyForm me={me} /> : null}
      {isOpenTo(sendFunds, role) ? <FundsForm me={me} /> : null}
    </div>
  )
}

/** A form of ours: what it asks, what it does with the answers, and where the case is that came of it. */
function Asked<Done extends Begun>({
  title,
  lead,
  fields,
  prefix,
  button,
  send,
  done,
  start = {},
  children,
}: {
  title: string
  lead?: string
  fields: readonly ShownField[]
  prefix: string
  button: string
  send: (values: FormValues, key: string) => Promise<Done>
  done: (answer: Done) => ComponentChildren
  start?: FormValues
  children?: ComponentChildren
}) {
  const key = useKey()
  const [values, setValues] = useState<FormValues>(start)
  const [problem, setProblem] = useState<Problem>()
  const [answer, setAnswer] = useState<Done>()
  const [busy, setBusy] = useState(false)
  return (
    <Section title={title}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setBusy(true)
          send(values, key.current()).then(
            (made) => {
              setBusy(false)
              setAnswer(made)
              setProblem(undefined)
              setValues(start)
              key.renew()
            },
            (error: unknown) => {
              setBusy(false)
              setAnswer(undefined)
              setProblem(problemOf(error))
              key.renew()
            },
          )
        }}
      >
        {lead ? <p class="small">{lead}</p> : null}
        {problem ? <Refused problem={problem} /> : null}
        {answer ? done(answer) : null}
        <div class="side-by-side">
          <FormView fields={fields} values={values} onChange={setValues} issues={{}} prefix={prefix} />
        </div>
        {children}
        <div class="row">
          <Button tone="primary" type="submit" busy={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function OutsideForm({ me }: { me: Me }) {
  const say = useSay()
  const chair = me.hat?.role === 'committee_chair'
  return (
    <Asked<Outside>
      title={say(listWords.outside)}
      lead={say(listWords.outsideLead)}
      fields={outsideForm}
      prefix="outside"
      button={say(listWords.record)}
      start={{ kind: 'task', role: 'assisting', way: 'wechat', on: me.today, category: 'self-government' }}
      send={(values, key) => call(recordOutside, { body: readOutside(values, me.hat?.place ?? '') }, { key })}
      done={(answer) => <Judged answer={answer} chair={chair} />}
    />
  )
}

/** What the rule says of it; one tap refuses it. */
function Judged({ answer, chair }: { answer: Outside; chair: boolean }) {
  const say = useSay()
  const [refused, setRefused] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { county, id, number, wrong } = answer
  return (
    <Notice
      tone={refused ? 'good' : wrong ? 'refusal' : 'info'}
      title={wrong ? say(wrong.text) : say(listWords.admittedAfterAll)}
    >
      {wrong ? (
        <p class="small">
          <span class="badge warn">
            {say(listWords.clause)} {wrong.clause}
          </span>{' '}
          {say(words.basis)}: {say(wrong.basis)}
        </p>
      ) : null}
      {problem ? <p>{say(problem.text)}</p> : null}
      {refused ? <p>{say(listWords.refusedNow)}</p> : null}
      <div class="row">
        {wrong && chair && !refused ? (
          <Button
            tone="primary"
            onClick={() => {
              call(makeMove, { params: { county, id, move: 'refuseOutside' }, body: { values: {}, files: [] } }).then(
                () => setRefused(true),
                (error: unknown) => setProblem(problemOf(error)),
              )
            }}
          >
            {say(listWords.refuseNow)}
          </Button>
        ) : null}
        <Link class="button" href={`/cases/${county}/${id}`}>
          {say(listWords.openCase)} {number}
        </Link>
      </div>
    </Notice>
  )
}

function Overview({ role }: { role: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const { answer, problem } = useAnswer(getAdmissionOverview, {}, () => true)
  const [refused, setRefused] = useState<Problem>()
  return (
    <>
      <Section title={say(listWords.inHand)}>
        {problem ? <Refused problem={problem} /> : null}
        {refused ? <Refused problem={refused} /> : null}
        {isOpenTo(beginReview, role) ? (
          <p>
            <Button
              onClick={() => {
                call(beginReview, { body: {} }).then(
                  ({ county, id }) => go(`/cases/${county}/${id}`),
                  (error: unknown) => setRefused(problemOf(error)),
                )
              }}
            >
              {say(listWords.review)}
            </Button>
          </p>
        ) : null}
        {answer?.rows.length === 0 ? <p class="empty">{say(listWords.none)}</p> : null}
        {answer?.rows.length ? (
          <ul class="stack-tight" data-overview>
            {answer.rows.map((one) => (
              <li key={one.id} class="stack-tight">
                <span class="row between">
                  <Link href={`/cases/${one.county}/${one.id}`}>{one.title}</Link>
                  <span class="badge">{say(one.stepText)}</span>
                </span>
                <span class="small">
                  {[
                    say(one.procedureTitle),
                    say(one.placeName),
                    one.sender,
                    one.dueOn ? `${say(listWords.dueBy)} ${dayInWords(one.dueOn, language)}` : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
      {answer?.offices.length ? (
        <Section title={say(listWords.byOffice)}>
          <p class="small">{say(listWords.byOfficeHint)}</p>
          <div class="table-wrap" tabIndex={0} role="region" aria-label={say(listWords.byOffice)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(listWords.fromOffice)}</th>
                  <th scope="col">{say(listWords.refusedCount)}</th>
                  <th scope="col">{say(listWords.outsideCount)}</th>
                </tr>
              </thead>
              <tbody>
                {answer.offices.map((one) => (
                  <tr key={one.sender}>
                    <td>{one.sender}</td>
                    <td>{one.refused}</td>
                    <td>{one.outside}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ) : null}
    </>
  )
}

function Opened({ answer }: { answer: Begun }) {
  const say = useSay()
  return (
    <Notice tone="good" title={say(listWords.sent)}>
      <Link class="number" href={`/cases/${answer.county}/${answer.id}`}>
        {answer.number}
      </Link>
    </Notice>
  )
}

function ApplyForm({ me }: { me: Me }) {
  const say = useSay()
  const counties = useAnswer(listPlaces, { query: { level: 'county' } })
  const streets = useAnswer(listPlaces, { query: { level: 'street' } })
  return (
    <Asked<Begun>
      title={say(listWords.apply)}
      lead={say(listWords.applyHint)}
      fields={applyForm(counties.answer ?? [], streets.answer ?? [])}
      prefix="apply"
      button={say(listWords.apply)}
      start={{ covers: ['task'], category: 'civil-affairs', from: me.today }}
      send={(values, key) => {
        const { full, temporary } = readApplication(values)
        return temporary
          ? call(applyForAWhile, { body: temporary }, { key })
          : call(applyForAdmission, { body: full }, { key })
      }}
      done={(answer) => <Opened answer={answer} />}
    />
  )
}

function FundsForm({ me }: { me: Me }) {
  const say = useSay()
  const [places, setPlaces] = useState<readonly string[]>([])
  const within = me.hat?.place ?? '-'
  const county = useCounty(within, places)
  const items = useAnswer(county ? listAdmittedItems : undefined, { query: { county } })
  return (
    <Asked<Begun>
      title={say(listWords.funds_)}
      fields={fundsForm((items.answer?.items ?? []).filter((one) => one.mine && one.standard > 0))}
      prefix="funds"
      button={say(listWords.sendFunds)}
      start={{ from: me.today, to: `${me.today.slice(0, 4)}-12-31`, 'transferred-on': me.today }}
      send={async (values, key) => {
        const { sent } = await call(sendFunds, { body: readFunds(values, places) }, { key })
        const [first] = sent
        if (!first) throw new Error('money was sent to somebody')
        return first
      }}
      done={(answer) => <Opened answer={answer} />}
    >
      <ChoosePlaces id="funds" within={within} chosen={places} onChange={setPlaces} />
    </Asked>
  )
}
