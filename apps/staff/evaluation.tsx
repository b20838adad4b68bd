/** 统一考核 at the desk: the plans of the year, what departments proposed, the one form that opens a plan. */
import { useState } from 'preact/hooks'
import {
  declineProposal,
  listEvaluationPlans,
  listProposals,
  openEvaluationPlan,
  type PlanView,
  type ProposalView,
  proposeIndicator,
  recordReview,
} from '#capabilities/evaluation/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Notice, Section, TextArea, TextInput } from '#ui/kit.tsx'
import { evaluationWords as shown } from '../../pages/evaluation-words.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, useAnswer } from '../../pages/server.ts'

type Indicator = { name: string; weight: number; evidence: { kind: 'indicator' | 'procedure'; name: string } }

const evidenceOf = (typed: string): Indicator['evidence'] =>
  /^I-\d{2}$/i.test(typed) ? { kind: 'indicator', name: typed.toUpperCase() } : { kind: 'procedure', name: typed }

/** 名称，权重，依据: one a line; a line that lacks a part stays, so that the refusal names it. */
export function indicatorsIn(typed: string): Indicator[] {
  return typed
    .split('\n')
    .map((line) => line.split(/[,，\t]/).map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = '', weight = '', evidence = '']) => ({
      name,
      weight: Number(weight) || 0,
      evidence: evidenceOf(evidence),
    }))
}

export function EvaluationPage({ me }: { me: Me }) {
  const say = useSay()
  const role = me.hat?.role ?? ''
  const plans = useAnswer(listEvaluationPlans, { query: {} })
  const proposals = useAnswer(isOpenTo(listProposals, role) ? listProposals : undefined, {})
  const again = (): void => {
    plans.again()
    proposals.again()
  }
  const opens = isOpenTo(recordReview, role)
  return (
    <div class="stack">
      <h1>{say(shown.title)}</h1>
      <p>{say(shown.lead)}</p>
      <Section title={say(shown.plans)}>
        {plans.problem ? <Refused problem={plans.problem} /> : null}
        {plans.answer?.length === 0 ? <p class="empty">{say(shown.noPlans)}</p> : null}
        <div class="stack">
          {plans.answer?.map((one) => (
            <Plan key={one.id} plan={one} mayReview={opens} onDone={again} />
          ))}
        </div>
      </Section>
      {isOpenTo(proposeIndicator, role) ? <Propose year={Number(me.today.slice(0, 4))} onDone={again} /> : null}
      {opens ? <Open year={Number(me.today.slice(0, 4))} proposals={proposals.answer ?? []} onDone={again} /> : null}
      {proposals.answer ? <Proposals rows={proposals.answer} mayDecline={opens} onDone={again} /> : null}
    </div>
  )
}

type PlanProps = { plan: PlanView; mayReview: boolean; onDone: () => void }

function Plan({ plan, mayReview, onDone }: PlanProps) {
  const say = useSay()
  const { language } = useLanguage()
  const [document, setDocument] = useState('')
  const [on, setOn] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const { county, id } = plan
  return (
    <article class="card stack-tight">
      <div class="row between">
        <strong>
          {say(plan.place)} {plan.year}
        </strong>
        {plan.publishedOn ? <span class="small">{dayInWords(plan.publishedOn, language)}</span> : null}
      </div>
      <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(plan.place)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(shown.name)}</th>
              <th scope="col">{say(shown.weight)}</th>
              <th scope="col">{say(shown.evidence)}</th>
              <th scope="col">{say(shown.by)}</th>
            </tr>
          </thead>
          <tbody>
            {plan.indicators.map((one) => (
              <tr key={one.name}>
                <td>{one.name}</td>
                <td>{one.weight}</td>
                <td>{say(one.evidence.label)}</td>
                <td>{one.proposedBy ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.review ? (
        <p class="small">
          {say(shown.review)} {plan.review.document} {dayInWords(plan.review.on, language)}
        </p>
      ) : mayReview ? (
        <form
          class="stack-tight"
          onSubmit={(event) => {
            event.preventDefault()
            call(recordReview, { params: { county, id }, body: { document, on } }).then(onDone, (error: unknown) =>
              setProblem(problemOf(error)),
            )
          }}
        >
          <strong>{say(shown.review)}</strong>
          {problem ? <Refused problem={problem} /> : null}
          <div class="side-by-side">
            <TextInput
              id={`document-${id}`}
              label={say(shown.document)}
              value={document}
              onChange={setDocument}
              max={80}
            />
            <TextInput id={`on-${id}`} type="date" label={say(shown.on)} value={on} onChange={setOn} />
          </div>
          <div class="row">
            <Button type="submit" disabled={!document || !on}>
              {say(shown.record)}
            </Button>
          </div>
        </form>
      ) : null}
    </article>
  )
}

function Open({ year, proposals, onDone }: { year: number; proposals: readonly ProposalView[]; onDone: () => void }) {
  const say = useSay()
  const [typedYear, setYear] = useState(String(year))
  const [typed, type] = useState('')
  const [taken, take] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState(false)
  const open = proposals.filter((one) => one.state === 'proposed' && one.year === Number(typedYear))
  const indicators = indicatorsIn(typed)
  const sum =
    indicators.reduce((total, one) => total + one.weight, 0) +
    open.filter((one) => taken.includes(one.id)).reduce((total, one) => total + one.weight, 0)
  return (
    <Section title={say(shown.open)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          call(openEvaluationPlan, { body: { year: Number(typedYear), indicators, proposals: [...taken] } }).then(
            () => {
              setDone(true)
              setProblem(undefined)
              onDone()
            },
            (error: unknown) => {
              setDone(false)
              setProblem(problemOf(error))
            },
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        {done ? <Notice tone="good" title={say(shown.done)} /> : null}
        <TextInput
          id="plan-year"
          label={say(shown.year)}
          inputMode="numeric"
          value={typedYear}
          onChange={setYear}
          max={4}
        />
        <TextArea
          id="plan-indicators"
          label={say(shown.indicators)}
          hint={`${say(shown.openHint)} ${say(shown.example)}`}
          value={typed}
          onChange={type}
          max={4000}
        />
        {open.length ? (
          <Choices
            id="plan-proposals"
            many
            label={say(shown.take)}
            options={open.map((one) => ({ value: one.id, label: `${one.name} ${one.weight} · ${say(one.office)}` }))}
            chosen={taken}
            onChange={take}
          />
        ) : null}
        <p>
          {say(shown.sum)} <strong data-sum>{sum}</strong>
        </p>
        <div class="row">
          <Button tone="primary" type="submit" disabled={sum === 0}>
            {say(shown.open)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Propose({ year, onDone }: { year: number; onDone: () => void }) {
  const say = useSay()
  const [values, setValues] = useState({ name: '', weight: '', evidence: '', place: '', year: String(year) })
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState(false)
  const set =
    (name: keyof typeof values) =>
    (value: string): void =>
      setValues({ ...values, [name]: value })
  const send = (): void => {
    const body = {
      year: Number(values.year),
      place: values.place,
      name: values.name,
      weight: Number(values.weight) || 0,
      evidence: evidenceOf(values.evidence),
    }
    call(proposeIndicator, { body }).then(
      () => {
        setDone(true)
        setProblem(undefined)
        onDone()
      },
      (error: unknown) => {
        setDone(false)
        setProblem(problemOf(error))
      },
    )
  }
  return (
    <Section title={say(shown.propose)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        {done ? <Notice tone="good" title={say(shown.done)} /> : null}
        <TextInput id="propose-name" label={say(shown.name)} value={values.name} onChange={set('name')} max={60} />
        <div class="side-by-side">
          <TextInput
            id="propose-weight"
            label={say(shown.weight)}
            inputMode="numeric"
            value={values.weight}
            onChange={set('weight')}
            max={3}
          />
          <TextInput
            id="propose-evidence"
            label={say(shown.evidence)}
            value={values.evidence}
            onChange={set('evidence')}
            max={60}
          />
        </div>
        <div class="side-by-side">
          <TextInput
            id="propose-place"
            label={say(shown.place)}
            value={values.place}
            onChange={set('place')}
            max={12}
          />
          <TextInput id="propose-year" label={say(shown.year)} value={values.year} onChange={set('year')} max={4} />
        </div>
        <div class="row">
          <Button tone="primary" type="submit" disabled={!/^\d{9}000$/.test(values.place)}>
            {say(shown.propose)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

type ProposalsProps = { rows: readonly ProposalView[]; mayDecline: boolean; onDone: () => void }

function Proposals({ rows, mayDecline, onDone }: ProposalsProps) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const decline = ({ county, id }: ProposalView): void => {
    call(declineProposal, { params: { county, id }, body: { reason } }).then(
      () => {
        setProblem(undefined)
        onDone()
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  const open = mayDecline && rows.some((one) => one.state === 'proposed')
  return (
    <Section title={say(shown.proposals)}>
      {problem ? <Refused problem={problem} /> : null}
      {rows.length === 0 ? <p class="empty">{say(shown.noProposals)}</p> : null}
      {open ? (
        <TextInput id="decline-reason" label={say(shown.reason)} value={reason} onChange={setReason} max={300} />
      ) : null}
      <ul class="stack-tight">
        {rows.map((one) => (
          <li key={one.id} class="row between">
            <span>
              <strong>{one.name}</strong> {one.weight} · {say(one.evidence.label)} · {say(one.office)} ·{' '}
              {say(one.place)} {one.year}
            </span>
            <span class="row">
              <span class="badge">{say(shown.states[one.state])}</span>
              {mayDecline && one.state === 'proposed' ? (
                <Button disabled={reason.trim().length < 4} onClick={() => decline(one)}>
                  {say(shown.decline)}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
