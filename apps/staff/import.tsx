/** 批量导入: choose, check with progress, see what is wrong and where, then write all or nothing. */
import { useEffect, useState } from 'preact/hooks'
import { confirmImport, exportImports, getImport, listImports } from '#kernel/register/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, FileInput, Facts, Notice, Section } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, save, sendFile, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

type Run = Awaited<ReturnType<typeof read>>
const read = (key: Key) => call(getImport, { params: key })
type Key = { county: string; id: string }
const AGAIN_MS = 400

export function ImportPanel({ register, place, onDone }: { register: string; place: string; onDone: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const [key, setKey] = useState<Key>()
  const [run, setRun] = useState<Run>()
  const [problem, setProblem] = useState<Problem>()
  const [turn, setTurn] = useState(0)
  const before = useAnswer(listImports, { params: { register }, query: { place } })
  const working = key !== undefined && (run === undefined || run.state === 'checking' || run.state === 'importing')
  const tell = (error: unknown): void => setProblem(problemOf(error))
  useEffect(() => {
    if (!key || !working) return
    const wait = setTimeout(
      () => {
        read(key).then((answer) => {
          setRun(answer)
          setTurn(turn + 1)
          if (answer.state === 'done') {
            before.again()
            onDone()
          }
        }, tell)
      },
      turn === 0 ? 0 : AGAIN_MS,
    )
    return () => clearTimeout(wait)
  }, [key, turn, working])
  const choose = (file: File | undefined): void => {
    if (!file) return
    setRun(undefined)
    setProblem(undefined)
    sendFile<Key>(`/api/registers/${register}/imports?place=${place}`, file).then((answer) => {
      setTurn(0)
      setKey(answer)
    }, tell)
  }
  const confirm = (onlyGood: boolean): void => {
    if (!key) return
    call(confirmImport, { params: key, body: { onlyGood } }).then(() => {
      setRun(undefined)
      setTurn(0)
    }, tell)
  }
  return (
    <Section title={say(words.importSheet)}>
      <p class="small">{say(words.importHint)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <FileInput
        id="import-file"
        label={say(words.spreadsheet)}
        choose={say(run?.state === 'done' ? words.anotherFile : words.chooseFile)}
        accept=".xlsx,.csv"
        busy={working}
        onFiles={([file]) => choose(file)}
      />
      {run ? <Progress run={run} onConfirm={confirm} /> : null}
      {before.answer?.length ? (
        <>
          <div class="row between">
            <h3>{say(words.lastImports)}</h3>
            <Button
              tone="quiet"
              onClick={() => void save(exportImports.path.replace(':register', register), { place }).catch(tell)}
            >
              {say(words.toSheet)}
            </Button>
          </div>
          <ul class="stack-tight">
            {before.answer.map((one) => (
              <li key={one.id} class="small">
                {one.fileName} · {dayInWords(one.at, language)} · {say(words.rowsWritten)} {one.written} / {one.total}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

function Progress({ run, onConfirm }: { run: Run; onConfirm: (onlyGood: boolean) => void }) {
  const say = useSay()
  const done = run.state === 'importing' || run.state === 'done' ? run.written : run.checked
  const toDo = run.state === 'importing' || run.state === 'done' ? run.good : run.total
  return (
    <div class="stack" data-import={run.state} role="status">
      <progress class="bar-progress" max={Math.max(1, toDo)} value={done} aria-label={say(words.importSheet)} />
      <Facts
        rows={[
          { id: 'total', label: say(words.rowsTotal), value: run.total },
          { id: 'good', label: say(words.rowsGood), value: run.good },
          { id: 'bad', label: say(words.rowsBad), value: run.bad },
          { id: 'written', label: say(words.rowsWritten), value: run.written },
        ]}
      />
      {run.state === 'failed' ? <Notice tone="warn" title={say(words.nothingWritten)} /> : null}
      {run.state === 'done' ? <Notice tone="good" title={`${say(words.rowsWritten)} ${run.written}`} /> : null}
      {run.state === 'checked' ? (
        <div class="row">
          {run.bad === 0 && run.good > 0 ? (
            <Button tone="primary" onClick={() => onConfirm(false)}>
              {say(words.writeAll)}
            </Button>
          ) : null}
          {run.bad > 0 && run.good > 0 ? (
            <Button onClick={() => onConfirm(true)}>{`${say(words.writeGood)} (${run.good})`}</Button>
          ) : null}
          {run.bad > 0 ? (
            <a class="button" href={`/api/imports/${run.county}/${run.id}/errors.xlsx`}>
              {say(words.downloadErrors)}
            </a>
          ) : null}
        </div>
      ) : null}
      {run.issues.length ? (
        <div class="table-wrap" tabIndex={0} role="region" aria-label={say(words.problem)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.rowAndColumn)}</th>
                <th scope="col">{say(words.problem)}</th>
              </tr>
            </thead>
            <tbody>
              {run.issues.map((issue, i) => (
                <tr key={i}>
                  <td>
                    {issue.column}
                    {issue.row} {issue.header}
                  </td>
                  <td>{say(issue.text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  )
}
