/** One row of a register: masked, in full for a purpose, put right, ended, and what was done to it. */
import { useState } from 'preact/hooks'
import { correctRow, endRow, getRow, type RegisterShape, revealRow } from '#kernel/register/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { issuesOf } from '../../pages/case-view.tsx'
import { FormView } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

type Given = { register: RegisterShape; county: string; id: string; onChanged: () => void }

export function RowPane({ register, county, id, onChanged }: Given) {
  const say = useSay()
  const { language } = useLanguage()
  const params = { register: register.name, county, id }
  const page = useAnswer(getRow, { params })
  const [full, setFull] = useState<Readonly<Record<string, string>>>()
  if (!page.answer) return page.problem ? <Refused problem={page.problem} /> : <Skeleton label={say(words.loading)} />
  const { row, history } = page.answer
  const changed = (): void => {
    page.again()
    setFull(undefined)
    onChanged()
  }
  const titles = new Map(register.columns.map((column) => [column.id, say(column.label)]))
  return (
    <div class="stack" data-row={id}>
      <div class="card stack">
        {row.endedOn ? (
          <Notice tone="warn" title={`${say(words.endedOn)} ${dayInWords(row.endedOn, language)}`}>
            {row.endedBecause}
          </Notice>
        ) : null}
        <Facts
          rows={register.columns.map((column) => ({
            id: column.id,
            label: say(column.label),
            value: full?.[column.id] ?? row.cells[column.id] ?? '—',
          }))}
        />
      </div>
      {full || !register.reveals ? null : <RevealRow params={params} onShown={setFull} />}
      {row.endedOn ? null : (
        <>
          {full || !register.reveals ? (
            <Correct
              key={row.revision}
              register={register}
              params={params}
              revision={row.revision}
              start={{ ...row.cells, ...full }}
              onDone={changed}
            />
          ) : null}
          <End params={params} revision={row.revision} onDone={changed} />
        </>
      )}
      {history.length ? (
        <Section title={say(words.rowHistory)}>
          <ul class="stack-tight">
            {history.map((one, i) => (
              <li key={i}>
                <strong>{say(one.kind === 'ended' ? words.endRow : words[one.kind])}</strong> {one.reason}
                <div class="small">
                  {dayInWords(one.at, language)} · {say(one.office)} {say(one.role)}
                  {one.columns.length
                    ? ` · ${one.columns.map((column) => titles.get(column) ?? column).join('、')}`
                    : ''}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

type Params = { register: string; county: string; id: string }

function RevealRow({ params, onShown }: { params: Params; onShown: (values: Record<string, string>) => void }) {
  const say = useSay()
  return (
    <Ask
      title={say(words.reveal)}
      label={say(words.purpose)}
      hint={say(words.revealHint)}
      id="row-purpose"
      send={(purpose) => call(revealRow, { params, body: { purpose } }).then((answer) => onShown(answer.values))}
    />
  )
}

function End({ params, revision, onDone }: { params: Params; revision: number; onDone: () => void }) {
  const say = useSay()
  return (
    <Ask
      title={say(words.endRow)}
      label={say(words.why)}
      hint={say(words.endRowHint)}
      id="end-reason"
      send={(reason) => call(endRow, { params, body: { revision, reason } }).then(onDone)}
    />
  )
}

/** One sentence asked for before something is done. */
function Ask(props: { title: string; label: string; hint: string; id: string; send: (said: string) => Promise<void> }) {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem>()
  return (
    <Section title={props.title}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          props.send(said).then(
            () => setProblem(undefined),
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <TextInput id={props.id} label={props.label} hint={props.hint} value={said} onChange={setSaid} max={200} />
        <Button type="submit">{props.title}</Button>
      </form>
    </Section>
  )
}

/** Open only after the values were shown in full: what is put right has to be seen. */
function Correct(props: {
  register: RegisterShape
  params: Params
  revision: number
  start: Readonly<Record<string, string | null>>
  onDone: () => void
}) {
  const say = useSay()
  const fields = props.register.form.filter((field) => props.register.correctable.includes(field.id))
  const valueOf = (id: string): string | undefined => {
    const shown = props.start[id] ?? undefined
    return fields.find((field) => field.id === id)?.options?.find((option) => option.label.zh === shown)?.value ?? shown
  }
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(fields.map((field) => [field.id, valueOf(field.id)])),
  )
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  return (
    <Section title={say(words.correctRow)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const body = { revision: props.revision, values: values as Record<string, string>, reason }
          call(correctRow, { params: props.params, body }).then(props.onDone, (error: unknown) =>
            setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <FormView fields={fields} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="correct" />
        <TextInput id="correct-reason" label={say(words.why)} value={reason} onChange={setReason} max={200} />
        <Button tone="primary" type="submit">
          {say(words.correctRow)}
        </Button>
      </form>
    </Section>
  )
}
