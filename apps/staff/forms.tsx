/** 表格查重: an office pastes, uploads or types the header row of its form, and sees field by field what is held already. */
import { useState } from 'preact/hooks'
import { compileForm, type FormView, listSentForms, sendForm } from '#capabilities/burden/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, FileInput, Notice, Section, TextArea, TextInput } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { call, isOpenTo, problemOf, sendFile } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { GenerateForm } from './generate-form.tsx'
import { SendForm } from './send-form.tsx'
import { SentForms } from './sent-forms.tsx'

/** A row of a spreadsheet comes with tabs; a list that was typed with lines, commas or 、. */
export function headersIn(pasted: string): string[] {
  const parts = /[\t\n]/.test(pasted) ? pasted.split(/[\t\n]/) : pasted.split(/[,，、;；]/)
  return parts.map((one) => one.trim()).filter(Boolean)
}

export function FormsPage({ me }: { me: Me }) {
  const say = useSay()
  const [pasted, paste] = useState('')
  const [title, setTitle] = useState('')
  const [form, setForm] = useState<FormView>()
  const [supplied, supply] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<Problem>()
  const role = me.hat?.role ?? ''
  const take = (asked: Promise<FormView>): void => {
    asked.then(
      (answer) => {
        setForm(answer)
        setProblem(undefined)
        paste(answer.fields.map((one) => one.header).join('\t'))
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  const compile = (headers: string[]): void => take(call(compileForm, { body: { headers } }))
  const headers = form?.fields.map((one) => one.header) ?? []
  return (
    <div class="stack">
      <h1>{say(relief.forms)}</h1>
      <p>{say(relief.formsLead)}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          supply([])
          compile(headersIn(pasted))
        }}
      >
        <TextInput id="form-title" label={say(relief.formTitle)} value={title} onChange={setTitle} max={80} />
        <TextArea
          id="form-headers"
          label={say(relief.headers)}
          hint={say(relief.headersHint)}
          value={pasted}
          onChange={paste}
          max={8000}
        />
        <div class="row">
          <Button tone="primary" type="submit" disabled={headersIn(pasted).length === 0}>
            {say(relief.compile)}
          </Button>
          <FileInput
            id="form-sheet"
            label={say(relief.orSheet)}
            choose={say(words.chooseFile)}
            accept=".xlsx,.csv"
            onFiles={([file]) => {
              supply([])
              if (file) take(sendFile('/api/burden/forms/compile-sheet', file))
            }}
          />
        </div>
      </form>
      {problem ? <Refused problem={problem} /> : null}
      {form ? (
        <>
          <Verdict form={form} />
          <Answers form={form} title={title} />
          {form.becomes === 'shortened' ? (
            <div class="row">
              <Button
                onClick={() => {
                  const of = (held: boolean) =>
                    form.fields.filter((one) => (one.kind === 'held') === held).map((one) => one.header)
                  supply([...supplied, ...of(true)])
                  compile(of(false))
                }}
                disabled={form.held === form.count}
              >
                {say(relief.takeOut)}
              </Button>
            </div>
          ) : null}
          {form.becomes === 'generated' ? <GenerateForm me={me} title={title} headers={headers} /> : null}
          {isOpenTo(sendForm, role) && form.becomes === 'sent' ? (
            <SendForm me={me} title={title} headers={headers} supplied={supplied} />
          ) : null}
        </>
      ) : null}
      {isOpenTo(listSentForms, role) ? <SentForms /> : null}
    </div>
  )
}

function Verdict({ form }: { form: FormView }) {
  const say = useSay()
  const said = say(relief.becomes[form.becomes])
    .replace('{held}', String(form.held))
    .replace('{count}', String(form.count))
    .replace('{share}', String(form.share))
  return <Notice tone={form.becomes === 'sent' ? 'good' : 'warn'} title={said} />
}

function Answers({ form, title }: { form: FormView; title: string }) {
  const say = useSay()
  const rows = form.fields.map((one) => ({
    header: one.header,
    answer: say(relief.kinds[one.kind]),
    kind: one.kind,
    data: one.data.map((datum) => say(datum.label)).join(' / '),
    where: [...new Set(one.data.flatMap((datum) => datum.where.map((where) => say(where.title))))].join('、'),
    since: one.data.flatMap((datum) => datum.where.flatMap((where) => where.since ?? []))[0] ?? '',
  }))
  const columns = [relief.field, relief.answer, relief.heldAs, relief.heldWhere, relief.heldSince]
  const table = (): void => {
    const quoted = (cell: string): string => `"${cell.replace(/^[=+\-@]/u, "'$&").replaceAll('"', '""')}"`
    const lines = [
      columns.map((one) => quoted(say(one))),
      ...rows.map((one) => [one.header, one.answer, one.data, one.where, one.since].map(quoted)),
    ]
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`\uFEFF${lines.map((one) => one.join(',')).join('\r\n')}`]))
    link.download = `${title || say(relief.forms)}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Section title={say(relief.fieldByField)}>
      <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(relief.fieldByField)}>
        <table data-answers>
          <thead>
            <tr>
              {columns.map((one) => (
                <th key={one.en} scope="col">
                  {say(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, i) => (
              <tr key={i} data-kind={one.kind}>
                <td>{one.header}</td>
                <td>
                  <span class={`badge ${one.kind === 'held' ? 'warn' : ''}`}>{one.answer}</span>
                </td>
                <td>{one.data}</td>
                <td>{one.where}</td>
                <td>{one.since}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row">
        <Button onClick={() => print()}>{say(relief.print)}</Button>
        <Button onClick={table}>{say(relief.csv)}</Button>
      </div>
    </Section>
  )
}
