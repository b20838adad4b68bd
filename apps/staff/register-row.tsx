/** One row of a register: masked, in full for a purpose, put right, ended, and what was done to it. */
import { useState } from 'preact/hooks'
import { correctRow, endRow, getRow, type RegisterShape, revealRow, type RowShape } from '#kernel/register/contract.ts'
import type { FieldValue, FormValues } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { issuesOf } from '../../pages/case-view.tsx'
import { asked, FormView } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { cellWords } from './register-cells.ts'

const EMPTY = { zh: '—', en: '—' }

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
  const filled = register.columns.filter(({ id: one, listed }) => listed || (row.cells[one] ?? null) !== null)
  const titles = new Map(register.columns.map((column) => [column.id, say(column.label)]))
  return (
    <div class="stack" data-row={id}>
      <div class="card stack">
        {row.endedOn ? (
          <Notice tone="warn" title={`${say(words.endedOn)} ${dayInWords(row.endedOn, language)}`}>
            <p>{row.endedBecause}</p>
          </Notice>
        ) : null}
        {row.concerns?.length ? (
          <Notice tone="warn" title={say(words.concerns)}>
            <ul>
              {row.concerns.map((one) => (
                <li key={one.en}>{say(one)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Facts
          rows={filled.map((column) => ({
            id: column.id,
            label: say(column.label),
            value: full?.[column.id] ?? say(cellWords(register, column.id, row.cells[column.id]) ?? EMPTY),
          }))}
        />
      </div>
      {full || !register.reveals ? null : <RevealRow params={params} onShown={setFull} />}
      {row.endedOn ? null : (
        <>
          {full || !register.reveals || register.personal.length ? (
            <Correct
              key={`${row.revision} ${full !== undefined}`}
              register={register}
              params={params}
              row={row}
              full={full}
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

/** What is personal is put right only after it was shown in full: what is put right has to be seen. */
function Correct(props: {
  register: RegisterShape
  params: Params
  row: RowShape
  full: Readonly<Record<string, string>> | undefined
  onDone: () => void
}) {
  const say = useSay()
  const { register, row, full } = props
  const fields = register.form.filter(
    ({ id }) => register.correctable.includes(id) && (full !== undefined || !register.personal.includes(id)),
  )
  const valueOf = (id: string): FieldValue | undefined => {
    const shown = full?.[id] ?? row.cells[id] ?? undefined
    const option = fields.find((field) => field.id === id)?.options?.find(({ label }) => label.zh === shown)
    return row.values?.[id] ?? option?.value ?? shown
  }
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(fields.map((field) => [field.id, valueOf(field.id)])),
  )
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  // Whether a field is asked may depend on what cannot be put right.
  const shown = asked(fields, { ...row.values, ...values }).map(({ when: _met, ...field }) => field)
  return (
    <Section title={say(words.correctRow)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = Object.fromEntries(shown.map(({ id }) => [id, values[id]])) as Record<string, string>
          const body = { revision: row.revision, values: typed, reason }
          call(correctRow, { params: props.params, body }).then(props.onDone, (error: unknown) =>
            setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <div class="columns">
          <FormView fields={shown} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="correct" />
        </div>
        <TextInput id="correct-reason" label={say(words.why)} value={reason} onChange={setReason} max={200} />
        <Button tone="primary" type="submit">
          {say(words.correctRow)}
        </Button>
      </form>
    </Section>
  )
}
