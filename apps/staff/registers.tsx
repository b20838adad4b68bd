/** 登记册: the registers of a community; found, added, put right, ended, taken in and out as spreadsheets. */
import { useEffect, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import type { Me } from '#kernel/person/contract.ts'
import { addRow, findRows, listRegisters, type RegisterShape, type RowShape } from '#kernel/register/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { issuesOf } from '../../pages/case-view.tsx'
import { FormView } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, save, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { ImportPanel } from './import.tsx'
import { OfficeNames } from './office-names.tsx'
import { cellInList } from './register-cells.ts'
import { PlaceSteps } from './place-steps.tsx'
import { RowPane } from './register-row.tsx'

export function RegistersPage({ me, name, county, id }: { me: Me; name?: string; county?: string; id?: string }) {
  const say = useSay()
  const registers = useAnswer(listRegisters, {})
  if (!registers.answer)
    return registers.problem ? <Refused problem={registers.problem} /> : <Skeleton label={say(words.loading)} />
  const register = registers.answer.find((one) => one.name === name)
  if (register) return <RegisterPage me={me} register={register} open={county && id ? { county, id } : undefined} />
  return (
    <div class="stack">
      <h1>{say(words.registers)}</h1>
      <ul class="cards">
        {registers.answer.map((one) => (
          <li key={one.name}>
            <Link class="card" href={`/registers/${one.name}`}>
              <strong>{say(one.title)}</strong>
              <span class="small">
                {one.columns
                  .filter((column) => column.listed)
                  .map((column) => say(column.label))
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <OfficeNames />
    </div>
  )
}

type Panel = 'add' | 'import' | 'export'

function RegisterPage({
  me,
  register,
  open,
}: {
  me: Me
  register: RegisterShape
  open: { county: string; id: string } | undefined
}) {
  const say = useSay()
  const scope = me.hat?.place ?? ''
  const [chosen, setPlace] = useState(scope.padEnd(12, '0'))
  // Where rows do not say their place, one community has to be chosen first.
  const place = register.placed === null && chosen.endsWith('000') ? '' : chosen
  const [panel, setPanel] = useState<Panel>()
  const [turn, setTurn] = useState(0)
  const toggle = (one: Panel) => (): void => setPanel(panel === one ? undefined : one)
  const changed = (): void => setTurn(turn + 1)
  return (
    <div class="stack">
      <Link class="small" href="/registers">
        ‹ {say(words.registers)}
      </Link>
      <h1>{say(register.title)}</h1>
      {scope.length < 12 ? (
        <div class="row tools">
          <PlaceSteps id="place" scope={scope} place={chosen} onChange={setPlace} />
        </div>
      ) : null}
      {place ? (
        <div class="row">
          <Button pressed={panel === 'add'} onClick={toggle('add')}>
            {say(words.addRow)}
          </Button>
          <Button pressed={panel === 'import'} onClick={toggle('import')}>
            {say(words.importSheet)}
          </Button>
          <Button pressed={panel === 'export'} onClick={toggle('export')}>
            {say(words.exportSheet)}
          </Button>
          <a class="button" href={`/api/registers/${register.name}/template.xlsx`}>
            {say(words.template)}
          </a>
        </div>
      ) : null}
      {panel === 'add' ? (
        <AddPanel key={place} register={register} scope={scope} start={place} onDone={changed} />
      ) : null}
      {panel === 'import' ? <ImportPanel register={register.name} place={place} onDone={changed} /> : null}
      {panel === 'export' ? <ExportPanel register={register.name} place={place} /> : null}
      <div class={`split ${open ? 'open' : ''}`}>
        <Rows
          key={`${place} ${turn}`}
          register={register}
          place={place}
          open={open?.id}
          onOpen={() => setPanel(undefined)}
        />
        {open ? (
          <RowPane key={open.id} register={register} county={open.county} id={open.id} onChanged={changed} />
        ) : null}
      </div>
    </div>
  )
}

function Rows(props: { register: RegisterShape; place: string; open: string | undefined; onOpen: () => void }) {
  const { register, place, open, onOpen } = props
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [ended, setEnded] = useState(false)
  const [rows, setRows] = useState<readonly RowShape[]>()
  const [next, setNext] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem>()
  const read = (after?: string): void => {
    if (!place && !typed) return setRows(undefined)
    const body = { ...(place ? { place } : {}), text: typed, ended, ...(after ? { after } : {}) }
    call(findRows, { params: { register: register.name }, body }).then(
      (answer) => {
        setRows(after ? [...(rows ?? []), ...answer.rows] : answer.rows)
        setNext(answer.next)
        setProblem(undefined)
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  useEffect(() => {
    const wait = setTimeout(read, typed ? 250 : 0)
    return () => clearTimeout(wait)
  }, [place, typed, ended])
  const listed = register.columns.filter((column) => column.listed)
  return (
    <div class="card stack">
      <TextInput
        id="find-row"
        type="search"
        label={say(words.findRow)}
        hint={say(words.findRowHint)}
        value={typed}
        onChange={setTyped}
      />
      <Choices
        id="ended"
        many
        label={say(words.which)}
        options={[{ value: 'ended', label: say(words.showEnded) }]}
        chosen={ended ? ['ended'] : []}
        onChange={(chosen) => setEnded(chosen.length > 0)}
      />
      {problem ? <Refused problem={problem} /> : null}
      {!rows && !problem && (place || typed) ? <Skeleton label={say(words.loading)} /> : null}
      {rows?.length === 0 ? <p class="empty">{say(words.noRows)}</p> : null}
      {rows?.length ? (
        <ul class="list">
          {rows.map((row) => (
            <li key={row.id} data-open={row.id === open}>
              <button
                type="button"
                onClick={() => {
                  onOpen()
                  go(`/registers/${register.name}/${row.county}/${row.id}`)
                }}
              >
                <span class="row between">
                  <strong>{row.cells[listed[0]?.id ?? ''] ?? '—'}</strong>
                  {row.endedOn ? <span class="badge">{dayInWords(row.endedOn, language)}</span> : null}
                  {row.concerns?.length ? (
                    <span class="badge warn" title={row.concerns.map(say).join('; ')}>
                      {say(words.concerns)} {row.concerns.length}
                    </span>
                  ) : null}
                </span>
                <span class="small">
                  {listed
                    .slice(1)
                    .flatMap((column) => cellInList(register, column, row.cells[column.id]) ?? [])
                    .map(say)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {next ? <Button onClick={() => read(next)}>{say(words.more)}</Button> : null}
    </div>
  )
}

function AddPanel(props: { register: RegisterShape; scope: string; start: string; onDone: () => void }) {
  const say = useSay()
  const { register, scope, onDone } = props
  const [place, setPlace] = useState(props.start)
  const [values, setValues] = useState<FormValues>({})
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState(false)
  const fields = register.form.filter((field) => field.id !== register.placed)
  const placed = register.placed === null ? {} : { [register.placed]: place }
  const send = (): void => {
    setDone(false)
    call(addRow, {
      params: { register: register.name },
      body: { place, values: { ...(values as Record<string, string>), ...placed } },
    }).then(
      () => {
        setValues({})
        setProblem(undefined)
        setDone(true)
        onDone()
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  return (
    <Section title={say(words.addRow)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        {done ? <Notice tone="good" title={say(words.done)} /> : null}
        {register.placed === null || scope.length === 12 ? null : (
          <div class="row tools">
            <PlaceSteps id="add-place" scope={scope} place={place} onChange={setPlace} />
          </div>
        )}
        <div class="columns">
          <FormView fields={fields} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="add" />
        </div>
        <Button tone="primary" type="submit">
          {say(words.addRow)}
        </Button>
      </form>
    </Section>
  )
}

function ExportPanel({ register, place }: { register: string; place: string }) {
  const say = useSay()
  const [purpose, setPurpose] = useState('')
  const [problem, setProblem] = useState<Problem>()
  return (
    <Section title={say(words.exportSheet)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save(`/api/registers/${register}/export`, { place, purpose }).then(
            () => setProblem(undefined),
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <TextInput
          id="export-purpose"
          label={say(words.purpose)}
          hint={say(words.exportHint)}
          value={purpose}
          onChange={setPurpose}
          max={200}
        />
        <Button type="submit">{say(words.exportSheet)}</Button>
      </form>
    </Section>
  )
}
