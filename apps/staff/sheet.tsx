/** 填报: the form that came with a task. What is held stands filled in; the rest is answered, and how long that took is measured of the form. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { answerSheet, openSheet, type SheetView } from '#capabilities/burden/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, FileInput, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { NOT_BEGUN, paused, secondsOf, touched } from '../../pages/active-time.ts'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, upload, type Uploaded, useKey } from '../../pages/server.ts'
import { shrunk } from '../../pages/shrink.ts'
import { words } from '../../pages/words.ts'

const SIGNS = ['input', 'keydown', 'pointerdown', 'focusin', 'scroll'] as const

/** Active time while the page is seen; what happens inside `[data-untimed]` is not the form's. */
function useActiveTime(running: boolean, idleSeconds: number): () => number {
  const time = useRef(NOT_BEGUN)
  const idle = idleSeconds * 1000
  useEffect(() => {
    if (!running) return
    time.current = touched(NOT_BEGUN, performance.now(), idle)
    const sign = (event: Event): void => {
      const aside = event.target instanceof Element && event.target.closest('[data-untimed]')
      time.current = (aside ? paused : touched)(time.current, performance.now(), idle)
    }
    const seen = (): void => {
      time.current = (document.hidden ? paused : touched)(time.current, performance.now(), idle)
    }
    for (const one of SIGNS) document.addEventListener(one, sign, { capture: true, passive: true })
    document.addEventListener('visibilitychange', seen)
    return () => {
      for (const one of SIGNS) document.removeEventListener(one, sign, { capture: true })
      document.removeEventListener('visibilitychange', seen)
    }
  }, [running, idle])
  return () => secondsOf(paused(time.current, performance.now(), idle))
}

export function SheetPage({ county, id }: { county: string; id: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const [sheet, setSheet] = useState<SheetView>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    call(openSheet, { params: { county, id }, body: {} }).then(setSheet, (error: unknown) =>
      setProblem(problemOf(error)),
    )
  }, [county, id])
  if (!sheet)
    return problem ? (
      <div class="stack">
        <Refused problem={problem} />
        <Link class="button" href={`/cases/${county}/${id}`}>
          {say(relief.backToTask)}
        </Link>
      </div>
    ) : (
      <Skeleton label={say(words.loading)} />
    )
  return (
    <div class="stack" data-sheet-state={sheet.answeredOn === null ? 'open' : 'answered'}>
      <h1>{sheet.title}</h1>
      <p>
        {sheet.office} · {say(relief.sentOn)} {dayInWords(sheet.sentOn, language)}
        {sheet.dueOn ? ` · ${say(relief.dueOn)} ${dayInWords(sheet.dueOn, language)}` : ''}
      </p>
      {sheet.supplied.length ? <Supplied fields={sheet.supplied} /> : null}
      {sheet.answeredOn === null ? (
        <Answer sheet={sheet} county={county} id={id} />
      ) : (
        <>
          <Notice tone="good" title={`${say(relief.answeredOn)} ${dayInWords(sheet.answeredOn, language)}`} />
          <AnswerTable headers={sheet.asked} rows={sheet.rows} label={sheet.title} />
          <Link class="button" href={`/cases/${county}/${id}`}>
            {say(relief.backToTask)}
          </Link>
        </>
      )}
    </div>
  )
}

function Supplied({ fields }: { fields: SheetView['supplied'] }) {
  const say = useSay()
  return (
    <Section title={say(relief.suppliedTitle)}>
      <p class="small">{say(relief.suppliedLead)}</p>
      <Facts
        rows={fields.map((one, i) => ({
          id: `supplied-${i}`,
          label: one.header,
          value:
            one.value ??
            (one.rows === 'many' ? (
              <span class="small">
                {say(relief.manyRows)}
                {one.title ? say(one.title) : ''}
              </span>
            ) : (
              <span class="small">{say(relief.noRow)}</span>
            )),
        }))}
      />
    </Section>
  )
}

function Answer({ sheet, county, id }: { sheet: SheetView; county: string; id: string }) {
  const say = useSay()
  const key = useKey()
  const [, go] = useLocation()
  const empty = (): string[] => sheet.asked.map(() => '')
  const [rows, setRows] = useState<string[][]>(() => [empty()])
  const [files, setFiles] = useState<readonly Uploaded[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const seconds = useActiveTime(true, sheet.idleSeconds)
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const fail = (error: unknown): void => {
    setBusy(false)
    setProblem(problemOf(error))
  }
  const put = (row: number, field: number, value: string): void => {
    key.renew()
    setRows(rows.map((cells, i) => (i === row ? cells.map((cell, j) => (j === field ? value : cell)) : cells)))
  }
  const attach = async (list: readonly File[]): Promise<void> => {
    const sent: Uploaded[] = []
    for (const file of list) sent.push(await upload(county, 'attachment', await shrunk(file)))
    setFiles([...files, ...sent])
  }
  const send = (): void => {
    setBusy(true)
    const body = { rows: filled, seconds: seconds(), files: files.map((one) => one.id) }
    call(answerSheet, { params: { county, id }, body }, { key: key.current() }).then(
      () => go(`/cases/${county}/${id}`),
      fail,
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
      <p class="small">{say(relief.timedNote)}</p>
      {rows.map((cells, row) => (
        <fieldset class="card stack" key={row} data-row={row}>
          <legend>
            {rows.length > 1 ? say(relief.rowNumber).replace('{n}', String(row + 1)) : say(relief.toFill)}
          </legend>
          <div class="side-by-side">
            {sheet.asked.map((header, field) => (
              <TextInput
                key={field}
                id={`cell-${row}-${field}`}
                label={header}
                value={cells[field] ?? ''}
                onChange={(value) => put(row, field, value)}
                max={500}
              />
            ))}
          </div>
          {rows.length > 1 ? (
            <div class="row">
              <Button
                label={`${say(relief.dropRow)} ${row + 1}`}
                onClick={() => setRows(rows.filter((_, i) => i !== row))}
              >
                {say(relief.dropRow)}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div class="row">
        <Button onClick={() => setRows([...rows, empty()])} disabled={rows.length >= 200}>
          {say(relief.addRow)}
        </Button>
      </div>
      {sheet.photos > 0 ? (
        <div class="card stack" data-untimed>
          <FileInput
            id="sheet-photos"
            label={say(relief.photos)}
            hint={say(relief.photosHint).replace('{n}', String(sheet.photos))}
            choose={say(relief.choosePhotos)}
            accept="image/jpeg,image/png,application/pdf"
            many
            onFiles={(list) => {
              attach(list).catch(fail)
            }}
          />
          {files.length ? (
            <ul>
              {files.map((one) => (
                <li key={one.id}>{one.name}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <div class="row">
        <Button tone="primary" type="submit" busy={busy} disabled={filled.length === 0}>
          {say(relief.answerForm)}
        </Button>
        <Link class="button" href={`/cases/${county}/${id}`}>
          {say(relief.backToTask)}
        </Link>
      </div>
    </form>
  )
}

/** What was answered, field by field. */
export function AnswerTable({
  headers,
  rows,
  label,
}: {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  label: string
}) {
  return (
    <div class="table-wrap wide" tabIndex={0} role="region" aria-label={label}>
      <table data-answer-rows>
        <thead>
          <tr>
            {headers.map((one, i) => (
              <th key={i} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => (
                <td key={j}>{cell || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
