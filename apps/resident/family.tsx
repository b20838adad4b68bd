/** 家人代办: asked for in two taps, revoked in one. */
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import {
  endMandate,
  listMandates,
  type MandateView,
  offerMandate,
  takeMandate,
} from '#capabilities/family-mandates/contract.ts'
import { RELATIONS } from '#capabilities/family-mandates/terms.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { actFor, useActingFor } from './acting-for.ts'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'

type Relation = Parameters<typeof call<NonNullable<(typeof takeMandate)['~types']>>>[1]['body']['relation']

export function FamilyPage() {
  const say = useSay()
  const { me } = useSession()
  if (!me) return <Skeleton label={say(words.loading)} />
  return (
    <>
      <h1>{say(words.family)}</h1>
      {me.kind === 'resident' && me.rung >= 2 ? <Family /> : <SignIn onDone={() => {}} />}
    </>
  )
}

function Family() {
  const say = useSay()
  const [, go] = useLocation()
  const now = useActingFor()
  const mandates = useAnswer(listMandates, {})
  const [offered, setOffered] = useState<{ code: string; minutes: number }>()
  const [code, setCode] = useState('')
  const [relation, setRelation] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined)
    try {
      await work()
      mandates.again()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const end = (one: MandateView): void =>
    void attempt(async () => {
      await call(endMandate, { params: { county: one.county, id: one.id }, body: {} })
      if (now?.id === one.id) actFor(undefined)
    })
  return (
    <div class="stack">
      {problem ? <Refused problem={problem} /> : null}
      <Section title={say(words.askFamily)}>
        <div class="stack">
          {offered ? (
            <Notice tone="good" title={say(words.tellCode)}>
              <p class="big-number" data-code={offered.code}>
                {offered.code.slice(0, 4)} {offered.code.slice(4)}
              </p>
              <p>
                {offered.minutes} {say(words.codeMinutes)}
              </p>
            </Notice>
          ) : (
            <>
              <p>{say(words.askFamilyHint)}</p>
              <Button
                tone="primary"
                wide
                onClick={() => void attempt(async () => setOffered(await call(offerMandate, { body: {} })))}
              >
                {say(words.makeCode)}
              </Button>
            </>
          )}
          <Mandates rows={mandates.answer?.given ?? []} end={end} />
        </div>
      </Section>
      <Section title={say(words.helpFamily)}>
        <div class="stack">
          <Mandates
            rows={mandates.answer?.received ?? []}
            end={end}
            act={(one) => {
              actFor(one)
              go('/')
            }}
          />
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault()
              void attempt(async () => {
                await call(takeMandate, { body: { code, relation: relation as Relation } })
                setCode('')
                setRelation('')
              })
            }}
          >
            <TextInput
              id="family-code"
              label={say(words.enterCode)}
              inputMode="numeric"
              value={code}
              onChange={setCode}
              max={12}
            />
            <Choices
              id="family-relation"
              label={say(words.theyAreMy)}
              options={RELATIONS.map((one) => ({ value: one.value, label: say(one.label) }))}
              chosen={relation ? [relation] : []}
              onChange={([one]) => setRelation(one ?? '')}
            />
            <Button type="submit" disabled={code.trim().length < 8 || !relation}>
              {say(words.confirm)}
            </Button>
          </form>
        </div>
      </Section>
    </div>
  )
}

function Mandates({
  rows,
  end,
  act,
}: {
  rows: readonly MandateView[]
  end: (one: MandateView) => void
  act?: (one: MandateView) => void
}) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <ul class="stack-tight">
      {rows.map((one) => (
        <li key={one.id} class="card stack-tight">
          <strong>
            {one.name} <span class="small">{act ? say(words.actForThem) : say(one.relation)}</span>
          </strong>
          <span class="small">
            {say(words.until)} {dayInWords(one.to, language)}
          </span>
          <div class="row">
            {act ? (
              <Button tone="primary" onClick={() => act(one)}>
                {say(words.actForThem)}
              </Button>
            ) : null}
            <Button tone="danger" onClick={() => end(one)}>
              {say(words.endMandate)}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
