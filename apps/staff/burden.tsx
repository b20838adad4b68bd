/** 减负账 at the desk: what offices took of us this month, and a meeting recorded in two taps. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { listMyBurden } from '#capabilities/burden/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import { addRow } from '#kernel/register/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { OfficeLeague } from '../../pages/office-league.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

export function BurdenPage({ me }: { me: Me }) {
  const say = useSay()
  const [month, setMonth] = useState('')
  const asked = /^\d{4}-\d\d$/.test(month) ? { month } : {}
  const { answer, problem, again } = useAnswer(listMyBurden, { query: asked })
  const place = me.hat?.place ?? ''
  return (
    <div class="stack">
      <h1>{say(relief.burden)}</h1>
      <p>{say(relief.burdenLead)}</p>
      {place.length === 12 && answer ? (
        <AddMeeting place={place} today={me.today} recent={answer.recent} onDone={again} />
      ) : null}
      <Section title={`${say(relief.burden)} ${answer?.month ?? ''}`}>
        <TextInput
          id="burden-month"
          label={say(relief.month)}
          hint={answer?.month}
          value={month}
          onChange={setMonth}
          max={7}
        />
        {answer ? (
          <OfficeLeague rows={answer.rows} capMinutes={answer.capMinutes} />
        ) : problem ? (
          <Refused problem={problem} />
        ) : (
          <Skeleton label={say(words.loading)} />
        )}
      </Section>
      <Link class="button" href="/registers/demanded-ledgers">
        {say(relief.ledgersLink)}
      </Link>
    </div>
  )
}

const LONG = ['30', '60', '90', '120', '180'] as const

type MeetingProps = { place: string; today: string; recent: readonly string[]; onDone: () => void }

/** First tap: who called. Second: how long; one person went, unless said before. */
function AddMeeting({ place, today, recent, onDone }: MeetingProps) {
  const say = useSay()
  const [office, setOffice] = useState('')
  const [other, setOther] = useState(recent.length === 0)
  const [people, setPeople] = useState('1')
  const [problem, setProblem] = useState<Problem>()
  const [kept, keep] = useState(false)
  const add = (minutes: number): void => {
    const values = { place, office: office.trim(), on: today, minutes, people: Number(people) || 1 }
    call(addRow, { params: { register: 'called-meetings' }, body: { place, values } }).then(
      () => {
        keep(true)
        setProblem(undefined)
        onDone()
      },
      (error: unknown) => {
        keep(false)
        setProblem(problemOf(error))
      },
    )
  }
  return (
    <Section title={say(relief.addMeeting)}>
      {problem ? <Refused problem={problem} /> : null}
      {kept ? <Notice tone="good" title={say(relief.meetingKept)} /> : null}
      {recent.length ? (
        <Choices
          id="meeting-office"
          label={say(relief.whoCalled)}
          options={[
            ...recent.map((one) => ({ value: one, label: one })),
            { value: '', label: say(relief.otherOffice) },
          ]}
          chosen={other ? [''] : office ? [office] : []}
          onChange={([one]) => {
            setOther(one === '')
            setOffice(one ?? '')
            keep(false)
          }}
        />
      ) : null}
      {other ? (
        <TextInput id="meeting-other" label={say(relief.whoCalled)} value={office} onChange={setOffice} max={60} />
      ) : null}
      <TextInput
        id="meeting-people"
        label={say(relief.howMany)}
        inputMode="numeric"
        value={people}
        onChange={setPeople}
        max={3}
      />
      <div class="row" role="group" aria-label={say(relief.howLong)}>
        <span>{say(relief.howLong)}</span>
        {LONG.map((one) => (
          <Button key={one} disabled={office.trim() === ''} onClick={() => add(Number(one))}>
            {one}
          </Button>
        ))}
      </div>
    </Section>
  )
}
