/** 批量办理: one step, one form, many cases; each is checked by itself. */
import { useState } from 'preact/hooks'
import { type CaseSummary, getCase } from '#kernel/case/contract.ts'
import { makeMoves } from '#kernel/inbox/contract.ts'
import type { FormValues } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { issuesOf } from '../../pages/case-view.tsx'
import { FormView } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Notice } from '#ui/kit.tsx'
import { StandardTexts } from './standard-texts.tsx'

export function Bulk({ cases, onDone }: { cases: readonly CaseSummary[]; onDone: () => void }) {
  const say = useSay()
  const [sample] = cases
  const page = useAnswer(sample ? getCase : undefined, {
    params: { county: sample?.county ?? '', id: sample?.id ?? '' },
  })
  const [chosen, choose] = useState<string>()
  const [values, setValues] = useState<FormValues>({})
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<{ done: number; refused: readonly string[] }>()
  const moves = (page.answer?.moves ?? []).filter((one) => one.bulk && one.open)
  const move = moves.find((one) => one.name === chosen)
  const send = async (): Promise<void> => {
    if (!move) return
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await call(makeMoves, {
        params: { move: move.name },
        body: {
          cases: cases.map(({ county, id }) => ({ county, id })),
          values: values as Record<string, never>,
        },
      })
      const numbers = new Map(cases.map((one) => [one.id, one.number]))
      setResult({
        done: answer.done.length,
        refused: answer.refused.map((one) => `${numbers.get(one.id) ?? ''} ${say(one.text)}`),
      })
      choose(undefined)
      setValues({})
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="stack-tight" role="region" aria-label={say(words.bulk)}>
      {result ? (
        <Notice tone={result.refused.length ? 'warn' : 'good'}>
          {say(words.done)} {result.done}
          {result.refused.map((one, i) => (
            <p key={i} class="small">
              {one}
            </p>
          ))}
        </Notice>
      ) : null}
      {cases.length ? (
        <>
          <p>
            {say(words.selected)} {cases.length} <span class="small">{say(words.bulkHint)}</span>
          </p>
          {problem ? <Refused problem={problem} /> : null}
          {move ? (
            <form
              class="stack"
              onSubmit={(event) => {
                event.preventDefault()
                void send()
              }}
            >
              <FormView
                fields={move.fields}
                values={values}
                onChange={setValues}
                issues={issuesOf(problem)}
                prefix={`bulk-${move.name}`}
                aside={(field, typed, put) => <StandardTexts field={`${move.name}.${field}`} typed={typed} put={put} />}
              />
              <div class="row">
                <Button tone="primary" type="submit" busy={busy}>
                  {say(words.confirm)}
                  {say(words.colon)}
                  {say(move.title)} ({cases.length})
                </Button>
                <Button tone="quiet" onClick={() => choose(undefined)}>
                  {say(words.cancel)}
                </Button>
              </div>
            </form>
          ) : (
            <div class="row">
              {moves.map((one) => (
                <Button key={one.name} tone={one.tone} onClick={() => choose(one.name)}>
                  {say(words.bulk)}
                  {say(words.colon)}
                  {say(one.title)}
                </Button>
              ))}
              {page.answer && moves.length === 0 ? <span class="small">{say(words.noBulk)}</span> : null}
            </div>
          )}
        </>
      ) : null}
    </div>
  )
}
