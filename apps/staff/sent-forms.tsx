/** 已下发的表格: the forms my office sent, what a field of each takes, and what communities answered. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { listFormAnswers, listSentForms, type SentFormRow } from '#capabilities/burden/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, Skeleton } from '#ui/kit.tsx'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, save, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { AnswerTable } from './sheet.tsx'

/** Seconds for a field, and what says so: measured over so many answers, or the dated estimate. */
function TimeOf({ time }: { time: SentFormRow['time'] }) {
  const say = useSay()
  const seconds = (time.milliseconds / 1000).toFixed(1).replace(/\.0$/, '')
  return (
    <>
      {say(relief.seconds).replace('{n}', seconds)}{' '}
      <span class={`badge ${time.basis === 'estimate' ? '' : 'good'}`} data-basis={time.basis}>
        {say(relief.basis[time.basis]).replace('{n}', String(time.n))}
      </span>
    </>
  )
}

export function SentForms() {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(listSentForms, {}, () => true)
  return (
    <Section title={say(relief.sentForms)}>
      {problem ? <Refused problem={problem} /> : null}
      {answer === undefined && !problem ? <Skeleton label={say(words.loading)} lines={2} /> : null}
      {answer?.length === 0 ? <p class="empty">{say(relief.noneSent)}</p> : null}
      {answer?.length ? (
        <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(relief.sentForms)}>
          <table data-sent>
            <thead>
              <tr>
                {[relief.formTitle, relief.sentOn, relief.answered, relief.fieldTime].map((one) => (
                  <th key={one.en} scope="col">
                    {say(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link href={`/forms/${one.id}`}>{one.title}</Link>
                  </td>
                  <td>{dayInWords(one.sentOn, language)}</td>
                  <td>
                    {one.answered} / {one.communities}
                  </td>
                  <td>
                    <TimeOf time={one.time} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Section>
  )
}

type Page = Awaited<ReturnType<typeof readPage>>
const readPage = (id: string, after: string) => call(listFormAnswers, { params: { id }, query: { after } })

/** 填报结果: community by community, in the order of their codes. */
export function FormAnswersPage({ id }: { id: string }) {
  const say = useSay()
  const first = useAnswer(listFormAnswers, { params: { id }, query: {} })
  const [more, setMore] = useState<Page>()
  const [problem, setProblem] = useState<Problem>()
  const fail = (error: unknown): void => setProblem(problemOf(error))
  const page = first.answer
  if (!page) return first.problem ? <Refused problem={first.problem} /> : <Skeleton label={say(words.loading)} />
  const rows = [...page.rows, ...(more?.rows ?? [])]
  const next = more ? more.next : page.next
  return (
    <div class="stack">
      <h1>{page.title}</h1>
      <p>
        {say(relief.answered)} {page.answered} / {page.communities}
      </p>
      {problem ? <Refused problem={problem} /> : null}
      {page.supplied.length ? (
        <Notice title={say(relief.officeSupplied)}>
          <p>{page.supplied.join('、')}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? <p class="empty">{say(relief.noAnswers)}</p> : null}
      {rows.length ? (
        <AnswerTable
          label={page.title}
          headers={[say(relief.community), ...page.headers]}
          rows={rows.flatMap((one) => one.rows.map((cells) => [say(one.place), ...cells]))}
        />
      ) : null}
      <div class="row">
        {next ? (
          <Button
            onClick={() => {
              readPage(id, next).then(
                (answer) => setMore({ ...answer, rows: [...(more?.rows ?? []), ...answer.rows] }),
                fail,
              )
            }}
          >
            {say(words.more)}
          </Button>
        ) : null}
        <Button
          disabled={page.answered === 0}
          onClick={() => {
            save(`/api/burden/forms/${id}/spreadsheet`, {}).then(() => setProblem(undefined), fail)
          }}
        >
          {say(words.toSheet)}
        </Button>
        <Link class="button" href="/forms">
          {say(relief.forms)}
        </Link>
      </div>
    </div>
  )
}
