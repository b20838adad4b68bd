/** Following a case by its number, and verifying a document: no sign-in, no names. */
import { useState } from 'preact/hooks'
import { trackCase, verifyDocument } from '#kernel/case/contract.ts'
import { LightOf } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Facts, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'

export function TrackPage({ number }: { number: string | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const [typed, type] = useState(number ?? '')
  const [asked, ask] = useState(number ?? '')
  const found = useAnswer(asked ? trackCase : undefined, { params: { number: asked } })
  return (
    <>
      {found.answer ? null : <h1>{say(words.track)}</h1>}
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          ask(typed.trim())
        }}
      >
        <TextInput id="track" label={say(words.track)} hint={say(words.trackHint)} value={typed} onChange={type} />
        <Button type="submit" tone="primary">
          {say(words.look)}
        </Button>
      </form>
      {asked && found.problem ? <Refused problem={found.problem} /> : null}
      {asked && found.loading && !found.answer ? <Skeleton label={say(words.loading)} /> : null}
      {found.answer ? (
        <>
          <div class="stack-tight">
            <div class="row between">
              <h1>{say(found.answer.subjectName)}</h1>
              <LightOf light={found.answer.light} />
            </div>
            <Notice>{say(found.answer.next)}</Notice>
            <Facts
              rows={[
                { id: 'number', label: say(words.number), value: <span class="number">{found.answer.number}</span> },
                { id: 'status', label: say(words.status), value: say(found.answer.stepText) },
                { id: 'holder', label: say(words.holder), value: say(found.answer.holderName) },
                { id: 'opened', label: say(words.opened), value: dayInWords(found.answer.openedOn, language) },
                ...(found.answer.dueOn
                  ? [{ id: 'due', label: say(words.due), value: dayInWords(found.answer.dueOn, language) }]
                  : []),
              ]}
            />
          </div>
          <Section title={say(words.history)}>
            <ol class="timeline">
              {found.answer.history.map((one, i) => (
                <li key={i}>
                  <strong>{say(one.title)}</strong>
                  <div class="small">
                    {dayInWords(one.day, language)} {one.office ? say(one.office) : ''}
                  </div>
                </li>
              ))}
            </ol>
          </Section>
        </>
      ) : null}
    </>
  )
}

export function VerifyPage({ code }: { code: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(verifyDocument, { params: { code } })
  return (
    <>
      <h1>{say(words.verifyTitle)}</h1>
      {problem ? <Refused problem={problem} /> : null}
      {!answer && !problem ? <Skeleton label={say(words.loading)} /> : null}
      {answer ? (
        <>
          <Notice tone={answer.intact ? 'good' : 'refusal'} title={say(answer.intact ? words.intact : words.broken)} />
          {answer.standing && answer.standing.state !== 'in-force' ? (
            <Notice
              tone="refusal"
              title={say(answer.standing.state === 'revoked' ? relief.revokedNow : relief.expiredNow)}
            />
          ) : null}
          <Facts
            rows={[
              { id: 'document', label: say(words.document), value: say(answer.title) },
              { id: 'number', label: say(words.number), value: answer.number },
              { id: 'office', label: say(words.office), value: say(answer.office) },
              { id: 'day', label: say(words.issuedOn), value: dayInWords(answer.issuedOn, language) },
              ...(answer.standing
                ? [
                    {
                      id: 'standing',
                      label: say(answer.standing.state === 'revoked' ? relief.revokedOn : relief.validUntil),
                      value: dayInWords(answer.standing.day, language),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : null}
    </>
  )
}
