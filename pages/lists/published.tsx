/** 准入公示: what is about to be admitted, what was objected and answered, and the form to object while it is published; drawn by both apps. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { listPublishedAdmissions, objectToAdmission } from '#capabilities/work-admission/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, TextArea } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../server.ts'
import { words } from '../words.ts'
import { listWords } from './words.ts'

type Published = NonNullable<(typeof listPublishedAdmissions)['~types']>['answer'][number]

/** `casesAt` is where a case of one's own is read: under “mine”, or on the desk. */
export function PublishedAdmissions({ county, casesAt }: { county: string; casesAt: string }) {
  const say = useSay()
  const { answer, problem, again } = useAnswer(county ? listPublishedAdmissions : undefined, { query: { county } })
  if (problem) return <Refused problem={problem} />
  if (!answer?.length) return null
  return (
    <Section title={say(listWords.published)}>
      <ul class="stack" data-published>
        {answer.map((one) => (
          <li key={one.id} class="card stack-tight">
            <One one={one} casesAt={casesAt} onDone={again} />
          </li>
        ))}
      </ul>
      <p class="small">{say(listWords.objectionsLead)}</p>
    </Section>
  )
}

function One({ one, casesAt, onDone }: { one: Published; casesAt: string; onDone: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<{ county: string; id: string; number: string }>()
  return (
    <>
      <strong>{one.title}</strong>
      <span class="small">
        {say(one.office)} · {one.basis.map((basis) => say(basis)).join(' ')} · {say(listWords.publishedUntil)}{' '}
        {dayInWords(one.until, language)}
      </span>
      <span>{one.duty}</span>
      {one.objections.length ? (
        <ul class="stack-tight" aria-label={say(listWords.objections)}>
          {one.objections.map(({ by, answer }, i) => (
            <li key={i}>
              <span class="badge">{say(by)}</span>{' '}
              {answer ? (
                <>
                  {answer.summary}
                  <p class="small">
                    {say(answer.upheld ? listWords.upheld : listWords.dismissed)}
                    {say(words.colon)}
                    {answer.said}
                  </p>
                </>
              ) : (
                <span class="small">{say(listWords.notAnsweredYet)}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {made ? (
        <Notice tone="good" title={say(listWords.objected)}>
          <Link class="number" href={`${casesAt}/${made.county}/${made.id}`}>
            {made.number}
          </Link>
        </Notice>
      ) : one.closed ? (
        <p class="small" data-closed={one.closed.code}>
          {say(one.closed.code === 'sign-in-first' ? listWords.signInToObject : one.closed.text)}{' '}
          {one.closed.code === 'sign-in-first' ? (
            <Link href={casesAt}>{say(words.signIn)}</Link>
          ) : one.closed.next ? (
            say(one.closed.next)
          ) : null}
        </p>
      ) : open ? (
        <Objecting
          one={one}
          onDone={(answer) => {
            setMade(answer)
            onDone()
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div class="row">
          <Button onClick={() => setOpen(true)}>{say(listWords.raiseObjection)}</Button>
        </div>
      )}
    </>
  )
}

function Objecting(props: {
  one: Published
  onDone: (made: { county: string; id: string; number: string }) => void
  onCancel: () => void
}) {
  const say = useSay()
  const key = useKey()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { county, id } = props.one
  const send = (): void => {
    setBusy(true)
    call(objectToAdmission, { params: { county, id }, body: { reason } }, { key: key.current() }).then(
      props.onDone,
      (error: unknown) => {
        const found = problemOf(error)
        setBusy(false)
        setProblem(found)
        if (found.code !== 'offline') key.renew()
      },
    )
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {problem ? <Refused problem={problem} /> : null}
      <TextArea
        id={`object-${id}`}
        label={say(listWords.objectionReason)}
        hint={say(listWords.objectionHint)}
        value={reason}
        onChange={setReason}
        max={1000}
      />
      <div class="row">
        <Button tone="primary" type="submit" busy={busy} disabled={reason.trim().length < 5}>
          {say(listWords.sendObjection)}
        </Button>
        <Button tone="quiet" onClick={props.onCancel}>
          {say(words.cancel)}
        </Button>
      </div>
    </form>
  )
}
