/** 办件: the case beside the list, with what only the desk sees of it: notes, standard texts, data in full for a purpose. */
import { useState } from 'preact/hooks'
import { addNote, assignCase, getCase, listNotes, revealCase } from '#kernel/case/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import { CaseBody, CaseHead, Moves } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, touches, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, Section, Skeleton, TextArea, TextInput } from '#ui/kit.tsx'
import { answerSheet } from '#capabilities/burden/contract.ts'
import { FormOfTask } from './form-of-task.tsx'
import { StandardTexts } from './standard-texts.tsx'

export function CasePane({ county, id, me, onChanged }: { county: string; id: string; me: Me; onChanged: () => void }) {
  const say = useSay()
  const {
    answer: page,
    problem,
    again,
  } = useAnswer(getCase, { params: { county, id } }, (change) => touches(change, id))
  if (!page) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  const { summary } = page
  const changed = (): void => {
    again()
    onChanged()
  }
  return (
    <div class="stack" data-step={summary.step}>
      <div class="card stack">
        <CaseHead summary={summary} />
        {summary.holder === me.hat?.org && summary.endedOn === undefined ? (
          <div class="row">
            <Button
              onClick={() => {
                void call(assignCase, { params: { county, id }, body: { mine: !summary.assigneeIsMe } }).then(changed)
              }}
            >
              {say(summary.assigneeIsMe ? words.layBack : words.take)}
            </Button>
          </div>
        ) : null}
      </div>
      {summary.procedure === 'community-task' ? (
        <FormOfTask county={county} id={id} answers={isOpenTo(answerSheet, me.hat?.role ?? '')} />
      ) : null}
      <Moves
        page={page}
        onDone={changed}
        aside={(move) => (field, typed, put) => <StandardTexts field={`${move}.${field}`} typed={typed} put={put} />}
      />
      {page.canReveal ? <Reveal county={county} id={id} /> : null}
      <CaseBody page={page} linkTo={(one) => `/staff/cases/${one.county}/${one.id}`} />
      <Notes county={county} id={id} onAdded={again} />
    </div>
  )
}

function Notes({ county, id, onAdded }: { county: string; id: string; onAdded: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const notes = useAnswer(listNotes, { params: { county, id } }, (change) => touches(change, id))
  const [typed, type] = useState('')
  const [problem, setProblem] = useState<Problem>()
  return (
    <Section title={say(words.notes)} id="notes">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          call(addNote, { params: { county, id }, body: { text: typed } }).then(
            () => {
              type('')
              setProblem(undefined)
              notes.again()
              onAdded()
            },
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        {notes.answer?.length ? (
          <ul class="timeline">
            {notes.answer.map((one, i) => (
              <li key={i}>
                {one.text}
                <div class="small">
                  {dayInWords(one.at, language)} · {say(one.office)} {one.role ? say(one.role) : ''}
                </div>
              </li>
            ))}
          </ul>
        ) : null}
        <TextArea
          id="note"
          label={say(words.addNote)}
          hint={say(words.notesHint)}
          value={typed}
          onChange={type}
          max={2000}
        />
        <p>
          <Button type="submit" disabled={typed.trim() === ''}>
            {say(words.addNote)}
          </Button>
        </p>
      </form>
    </Section>
  )
}

/** Masked data in full, for a purpose that the person will see. */
function Reveal({ county, id }: { county: string; id: string }) {
  const say = useSay()
  const [asking, ask] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [rows, setRows] = useState<readonly { id: string; label: { zh: string; en: string }; value: string }[]>()
  const [problem, setProblem] = useState<Problem>()
  if (rows)
    return (
      <Section title={say(words.reveal)}>
        <Facts rows={rows.map((row) => ({ id: row.id, label: say(row.label), value: row.value }))} />
      </Section>
    )
  if (!asking)
    return (
      <p>
        <Button tone="quiet" onClick={() => ask(true)}>
          {say(words.reveal)}
        </Button>
      </p>
    )
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        call(revealCase, { params: { county, id }, body: { purpose } }).then(
          (answer) => setRows(answer.rows),
          (error: unknown) => setProblem(problemOf(error)),
        )
      }}
    >
      {problem ? <Refused problem={problem} /> : null}
      <TextInput
        id="purpose"
        label={say(words.purpose)}
        hint={say(words.revealHint)}
        value={purpose}
        onChange={setPurpose}
        max={200}
      />
      <Button type="submit">{say(words.reveal)}</Button>
    </form>
  )
}
