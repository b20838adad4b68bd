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
import { Button, Choices, Notice, Section, Select, TextInput } from '#ui/kit.tsx'
import { evaluationWords as shown } from '../../pages/evaluation-words.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { type Evidence, EvidencePicker, LevelPicker, useEvidence } from './evaluation-pickers.tsx'

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

/** A point of a plan as it is filled in. */
type Point = { readonly name: string; readonly weight: string; readonly evidence: Evidence | undefined }
const NO_POINT: Point = { name: '', weight: '', evidence: undefined }

const isWhole = ({ name, weight, evidence }: Point): boolean =>
  name.trim().length >= 2 && /^\d{1,3}$/.test(weight) && evidence !== undefined

/** What is sent: the weight as a number, the evidence without its name. */
function pointOf({ name, weight, evidence }: Point) {
  return {
    name,
    weight: Number(weight) || 0,
    evidence: { kind: evidence?.kind ?? 'indicator', name: evidence?.name ?? '' },
  }
}

type PointProps = { id: string; point: Point; all: readonly Evidence[]; onChange: (point: Point) => void }

/** The name of what is chosen stands as the point's name, until another is written. */
function PointFields({ id, point, all, onChange }: PointProps) {
  const say = useSay()
  return (
    <div class="side-by-side">
      <EvidencePicker
        id={`${id}-evidence`}
        all={all}
        chosen={point.evidence}
        onChange={(evidence) => onChange({ ...point, evidence, name: point.name || (evidence?.label.zh ?? '') })}
      />
      <TextInput
        id={`${id}-name`}
        label={say(shown.name)}
        value={point.name}
        onChange={(name) => onChange({ ...point, name })}
        max={60}
      />
      <TextInput
        id={`${id}-weight`}
        label={say(shown.weight)}
        inputMode="numeric"
        value={point.weight}
        onChange={(weight) => onChange({ ...point, weight })}
        max={3}
      />
    </div>
  )
}

function Year({
  id,
  year,
  value,
  onChange,
}: {
  id: string
  year: number
  value: string
  onChange: (year: string) => void
}) {
  const say = useSay()
  return (
    <Select
      id={id}
      label={say(shown.year)}
      none={say(words.chooseOne)}
      value={value}
      onChange={onChange}
      options={[year, year + 1].map(String).map((one) => ({ value: one, label: one }))}
    />
  )
}

function Open({ year, proposals, onDone }: { year: number; proposals: readonly ProposalView[]; onDone: () => void }) {
  const say = useSay()
  const evidence = useEvidence()
  const [chosenYear, setYear] = useState(String(year))
  const [points, setPoints] = useState<readonly Point[]>([NO_POINT])
  const [taken, take] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState(false)
  const open = proposals.filter((one) => one.state === 'proposed' && one.year === Number(chosenYear))
  const begun = points.filter((one) => one.name || one.weight || one.evidence)
  const sum =
    begun.reduce((total, one) => total + (Number(one.weight) || 0), 0) +
    open.filter((one) => taken.includes(one.id)).reduce((total, one) => total + one.weight, 0)
  return (
    <Section title={say(shown.open)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const body = { year: Number(chosenYear), indicators: begun.map(pointOf), proposals: [...taken] }
          call(openEvaluationPlan, { body }).then(
            () => {
              setDone(true)
              setProblem(undefined)
              setPoints([NO_POINT])
              onDone()
            },
            (error: unknown) => {
              setDone(false)
              setProblem(problemOf(error))
            },
          )
        }}
      >
        <p class="small">{say(shown.openHint)}</p>
        {evidence.problem ? <Refused problem={evidence.problem} /> : null}
        {problem ? <Refused problem={problem} /> : null}
        {done ? <Notice tone="good" title={say(shown.done)} /> : null}
        <Year id="plan-year" year={year} value={chosenYear} onChange={setYear} />
        <div class="stack" role="group" aria-label={say(shown.indicators)} data-points>
          {points.map((point, i) => (
            <div class="card stack-tight" key={i}>
              <div class="row between">
                <strong>
                  {say(shown.point)} {i + 1}
                </strong>
                {points.length > 1 ? (
                  <Button
                    label={`${say(shown.remove)} ${i + 1}`}
                    onClick={() => setPoints(points.filter((_, at) => at !== i))}
                  >
                    {say(shown.remove)}
                  </Button>
                ) : null}
              </div>
              <PointFields
                id={`point-${i}`}
                point={point}
                all={evidence.answer ?? []}
                onChange={(changed) => setPoints(points.map((one, at) => (at === i ? changed : one)))}
              />
            </div>
          ))}
        </div>
        <div class="row">
          <Button onClick={() => setPoints([...points, NO_POINT])}>{say(shown.addPoint)}</Button>
        </div>
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
          <Button tone="primary" type="submit" disabled={sum === 0 || !chosenYear || !begun.every(isWhole)}>
            {say(shown.open)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Propose({ year, onDone }: { year: number; onDone: () => void }) {
  const say = useSay()
  const evidence = useEvidence()
  const [point, setPoint] = useState(NO_POINT)
  const [place, setPlace] = useState('')
  const [chosenYear, setYear] = useState(String(year))
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState(false)
  const send = (): void => {
    call(proposeIndicator, { body: { year: Number(chosenYear), place, ...pointOf(point) } }).then(
      () => {
        setDone(true)
        setProblem(undefined)
        setPoint(NO_POINT)
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
        {evidence.problem ? <Refused problem={evidence.problem} /> : null}
        {problem ? <Refused problem={problem} /> : null}
        {done ? <Notice tone="good" title={say(shown.done)} /> : null}
        <PointFields id="propose" point={point} all={evidence.answer ?? []} onChange={setPoint} />
        <div class="side-by-side">
          <LevelPicker id="propose" place={place} onChange={setPlace} />
          <Year id="propose-year" year={year} value={chosenYear} onChange={setYear} />
        </div>
        <div class="row">
          <Button tone="primary" type="submit" disabled={!isWhole(point) || !place || !chosenYear}>
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
