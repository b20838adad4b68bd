/** 待办: views, a list that works from the keyboard, the case beside it, live. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import {
  assignCase,
  type CaseSummary,
  getCase,
  type InboxView,
  listInbox,
  makeMoves,
  revealCase,
} from '#kernel/case/contract.ts'
import { summariesOf } from '#kernel/case/names.ts'
import type { Me } from '#kernel/person/contract.ts'
import { CaseBody, CaseHead, LightOf, Moves } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, touches, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'

const VIEWS = [
  ['office', 'vOffice'],
  ['mine', 'vMine'],
  ['unassigned', 'vUnassigned'],
  ['overdue', 'vOverdue'],
  ['waiting', 'vWaiting'],
  ['ended', 'vEnded'],
] as const
type Counts = Partial<Record<InboxView, number>> | undefined

export function InboxPage({ me, counts, county, id }: { me: Me; counts: Counts; county?: string; id?: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const [view, setView] = useState<InboxView>('office')
  const [number, setNumber] = useState('')
  const [marked, mark] = useState<readonly string[]>([])
  const [result, setResult] = useState<{ done: number; refused: readonly string[] }>()
  const [more, setMore] = useState<readonly CaseSummary[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const list = useAnswer(
    listInbox,
    { query: { view, ...(number.trim() ? { number: number.trim() } : {}) } },
    () => true,
  )
  useEffect(() => {
    setMore([])
    setCursor(undefined)
    mark([])
  }, [view, number])
  const rows = [...(list.answer ? summariesOf(list.answer) : []), ...more]
  const nextCursor = cursor === undefined ? (list.answer?.next ?? null) : cursor
  const open = (one: CaseSummary): void => go(`/cases/${one.county}/${one.id}`)
  const bulk = (move: string): void => {
    void call(makeMoves, {
      params: { move },
      body: {
        cases: rows.filter((one) => marked.includes(one.id)).map(({ county: c, id: i }) => ({ county: c, id: i })),
        values: {},
      },
    }).then((answer) => {
      setResult({ done: answer.done.length, refused: answer.refused.map((one) => say(one.text)) })
      mark([])
      list.again()
    })
  }
  return (
    <div class={`split ${id ? 'open' : ''}`}>
      <div class="card stack">
        {id ? null : <h1 class="hidden-text">{say(words.inbox)}</h1>}
        <div class="views" role="group" aria-label={say(words.views)}>
          {VIEWS.map(([name, word]) => (
            <button type="button" key={name} aria-pressed={view === name} onClick={() => setView(name)}>
              {say(words[word])}
              {counts?.[name] === undefined ? '' : ` ${counts[name]}`}
            </button>
          ))}
        </div>
        <TextInput id="find-number" type="search" label={say(words.findNumber)} value={number} onChange={setNumber} />
        {marked.length ? (
          <div class="row">
            <span>
              {say(words.selected)} {marked.length}
            </span>
            <Button onClick={() => bulk('accept')}>{say({ zh: '批量受理', en: 'Accept all' })}</Button>
          </div>
        ) : null}
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
        {list.problem ? <Refused problem={list.problem} /> : null}
        {!list.answer && !list.problem ? <Skeleton label={say(words.loading)} /> : null}
        {list.answer && rows.length === 0 ? <p class="empty">{say(words.empty)}</p> : null}
        <ul class="list">
          {rows.map((one) => (
            <li key={one.id} data-open={one.id === id} data-number={one.number}>
              <input
                type="checkbox"
                aria-label={`${say(words.select)} ${one.number}`}
                checked={marked.includes(one.id)}
                onChange={() =>
                  mark(marked.includes(one.id) ? marked.filter((other) => other !== one.id) : [...marked, one.id])
                }
              />
              <button type="button" onClick={() => open(one)} onKeyDown={arrows}>
                <span class="row between">
                  <strong>{say(one.subjectName)}</strong>
                  <LightOf light={one.light} />
                </span>
                <span class="small">
                  {[
                    one.number,
                    one.who,
                    say(one.stepText),
                    one.isPart ? say(words.parts) : '',
                    one.dueOn ? dayInWords(one.dueOn, language) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {nextCursor ? (
          <Button
            onClick={() => {
              void call(listInbox, { query: { view, after: nextCursor } }).then((answer) => {
                setMore([...more, ...summariesOf(answer)])
                setCursor(answer.next)
              })
            }}
          >
            {say(words.more)}
          </Button>
        ) : null}
      </div>
      {county && id ? <CasePane key={id} county={county} id={id} me={me} onChanged={list.again} /> : null}
    </div>
  )
}

/** Up and down go through the list, as in every mail program. */
function arrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.currentTarget.closest('li')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  next?.querySelector('button')?.focus()
  event.preventDefault()
}

function CasePane({ county, id, me, onChanged }: { county: string; id: string; me: Me; onChanged: () => void }) {
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
        {summary.holder === me.hat?.org && summary.endedOn === null ? (
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
      <Moves page={page} onDone={changed} />
      {page.canReveal ? <Reveal county={county} id={id} /> : null}
      <CaseBody page={page} linkTo={(one) => `/staff/cases/${one.county}/${one.id}`} />
    </div>
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
