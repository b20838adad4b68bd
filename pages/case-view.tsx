/** A case as both apps show it: where it stands, what can be done, what happened, its documents. */
import { useState } from 'preact/hooks'
import type { CasePage, CaseSummary, MoveView } from '#kernel/case/contract.ts'
import { makeMove } from '#kernel/case/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, FileInput, Light, Notice, Section } from '#ui/kit.tsx'
import { Refused } from './refused.tsx'
import { type Aside, FormView, type Issues } from './form-view.tsx'
import { dayInWords, useLanguage, useSay } from './language.tsx'
import { call, problemOf, upload, useKey } from './server.ts'
import { shrunk } from './shrink.ts'
import { words } from './words.ts'

export function LightOf({ light }: { light: CaseSummary['light'] }) {
  const say = useSay()
  return <Light light={light}>{say(words.stepsLight[light])}</Light>
}

export function issuesOf(problem: Problem | undefined): Issues {
  return Object.fromEntries((problem?.issues ?? []).map((issue) => [issue.field, issue.text]))
}

export function CaseHead({ summary }: { summary: CaseSummary }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div class="stack-tight">
      <div class="row between">
        <h1>{say(summary.subjectName)}</h1>
        <LightOf light={summary.light} />
      </div>
      <div class="row">
        <span class="number">{summary.number}</span>
        <span class="badge">{say(summary.stepText)}</span>
        {summary.isPart ? <span class="badge">{say(summary.procedureTitle)}</span> : null}
      </div>
      <Facts
        rows={[
          { id: 'holder', label: say(words.holder), value: say(summary.holderName) },
          { id: 'opened', label: say(words.opened), value: dayInWords(summary.openedOn, language) },
          ...(summary.dueOn
            ? [
                {
                  id: 'due',
                  label: say(words.due),
                  value: (
                    <>
                      {dayInWords(summary.dueOn, language)}
                      {summary.provisional ? <span class="small"> {say(words.provisional)}</span> : null}
                    </>
                  ),
                },
              ]
            : []),
          ...(summary.who ? [{ id: 'who', label: say(words.applicant), value: summary.who }] : []),
          { id: 'place', label: say(words.place), value: say(summary.placeName) },
        ]}
      />
    </div>
  )
}

/** The moves open to whoever looks; a closed one says why. */
export function Moves({
  page,
  onDone,
  aside,
}: {
  page: CasePage
  onDone: () => void
  aside?: ((move: string) => Aside) | undefined
}) {
  const say = useSay()
  const [chosen, choose] = useState<string>()
  const move = page.moves.find((one) => one.name === chosen && one.open)
  if (page.moves.length === 0) return null
  return (
    <Section title={say(words.moves)}>
      {move ? (
        <MoveForm
          page={page}
          move={move}
          aside={aside?.(move.name)}
          onDone={() => {
            choose(undefined)
            onDone()
          }}
          onCancel={() => choose(undefined)}
        />
      ) : (
        <div class="stack">
          <div class="row">
            {page.moves
              .filter((one) => one.open)
              .map((one) => (
                <Button key={one.name} tone={one.tone} onClick={() => choose(one.name)}>
                  {say(one.title)}
                </Button>
              ))}
          </div>
          {page.moves
            .filter((one) => !one.open && one.refusal && one.refusal.code !== 'not-yours-to-do')
            .map((one) => (
              <p class="small" key={one.name}>
                {say(one.title)} — {say(words.closedMove)}
                {say(words.colon)}
                {one.refusal ? say(one.refusal.text) : ''} {one.refusal?.basis ? say(one.refusal.basis) : ''}
              </p>
            ))}
        </div>
      )}
    </Section>
  )
}

function MoveForm({
  page,
  move,
  aside,
  onDone,
  onCancel,
}: {
  page: CasePage
  move: MoveView
  aside: Aside | undefined
  onDone: () => void
  onCancel: () => void
}) {
  const say = useSay()
  const key = useKey()
  const [values, setValues] = useState<FormValues>({})
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { county, id, revision } = page.summary
  const send = async (): Promise<void> => {
    setBusy(true)
    try {
      await call(
        makeMove,
        {
          params: { county, id, move: move.name },
          body: { revision, values: values as Record<string, never>, files: files.map((one) => one.id) },
        },
        { key: key.current() },
      )
      key.renew()
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
      key.renew()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3>
        {say(move.title)} <span class="small">{say(move.basis)}</span>
      </h3>
      {move.hint ? <p class="small">{say(move.hint)}</p> : null}
      {problem ? <Refused problem={problem} /> : null}
      <FormView
        fields={move.fields}
        values={values}
        onChange={setValues}
        issues={issuesOf(problem)}
        prefix={`move-${move.name}`}
        aside={aside}
      />
      {move.files ? <FilePicker county={county} material="supplement" files={files} onChange={setFiles} /> : null}
      <div class="row">
        <Button tone={move.tone === 'danger' ? 'danger' : 'primary'} type="submit" busy={busy}>
          {say(words.confirm)}
          {say(words.colon)}
          {say(move.title)}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {say(words.cancel)}
        </Button>
      </div>
    </form>
  )
}

export function FilePicker({
  county,
  material,
  files,
  onChange,
  label,
  hint,
}: {
  county: string
  material: string
  files: readonly { id: string; name: string }[]
  onChange: (files: readonly { id: string; name: string }[]) => void
  label?: string
  hint?: string
}) {
  const say = useSay()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const take = async (list: readonly File[]): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const sent = []
      for (const file of list) sent.push(await upload(county, material, await shrunk(file)))
      onChange([...files, ...sent])
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="stack-tight">
      <FileInput
        id={`file-${material}`}
        label={label ?? say(words.files)}
        hint={hint}
        choose={say(words.choosePhoto)}
        accept="application/pdf,image/jpeg,image/png"
        many
        busy={busy}
        onFiles={(list) => void take(list)}
      />
      {problem ? <Refused problem={problem} /> : null}
      {files.map((file) => (
        <div class="row between" key={file.id}>
          <span>
            {say(words.uploaded)}
            {say(words.colon)}
            {file.name}
          </span>
          <Button tone="quiet" onClick={() => onChange(files.filter((one) => one.id !== file.id))}>
            {say(words.remove)}
          </Button>
        </div>
      ))}
    </div>
  )
}

export function CaseBody({ page, linkTo }: { page: CasePage; linkTo: (one: CaseSummary) => string }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <>
      {page.master ? (
        <p>
          {say(words.masterCase)}
          {say(words.colon)}
          <a href={linkTo(page.master)}>{page.master.number}</a>
        </p>
      ) : null}
      {page.overdueReason ? (
        <Notice tone="warn" title={say(words.overdueBecause)}>
          <p>{page.overdueReason}</p>
        </Notice>
      ) : null}
      {page.parts.length ? (
        <Section title={say(words.parts)}>
          <ul class="stack-tight">
            {page.parts.map((part) => (
              <li class="row between" key={part.id}>
                <span>
                  <a href={linkTo(part)}>{say(part.holderName)}</a>{' '}
                  <span class="small">
                    {say(part.stepText)} {part.dueOn ? dayInWords(part.dueOn, language) : ''}
                  </span>
                </span>
                <LightOf light={part.light} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {page.documents.length ? (
        <Section title={say(words.documents)}>
          <ul class="stack-tight">
            {page.documents.map((one) => (
              <li key={one.id}>
                <a href={`/api/documents/${one.county}/${one.id}`} target="_blank" rel="noopener">
                  {say(one.title)}
                </a>{' '}
                <span class="small">{one.number}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {page.sections.map((section) => (
        <Section key={section.title.en} title={say(section.title)}>
          <Facts rows={section.rows.map((row) => ({ id: row.id, label: say(row.label), value: say(row.value) }))} />
        </Section>
      ))}
      {page.files.length ? (
        <Section title={say(words.files)}>
          <ul class="stack-tight">
            {page.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/files/${page.summary.county}/${file.id}`}>{file.name}</a>{' '}
                <span class="small">{Math.ceil(file.size / 1024)} KB</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={say(words.history)}>
        <ol class="timeline">
          {page.history.map((entry, i) => (
            <li key={i}>
              <strong>{say(entry.title)}</strong>
              {entry.detail ? <span class="small"> {entry.detail}</span> : null}
              <div class="small">
                {dayInWords(entry.day, language)} · {entry.office ? say(entry.office) : ''}{' '}
                {entry.role ? say(entry.role) : ''} {entry.onBehalf ? `(${say(words.onBehalf)})` : ''} ·{' '}
                {say(entry.sealed ? words.sealed : words.waitingSeal)}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
