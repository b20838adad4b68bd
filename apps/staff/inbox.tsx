/** 待办: views, a list of any length that works from the keyboard, the case beside it, live. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { assignCase, type CaseSummary } from '#kernel/case/contract.ts'
import {
  endSavedView,
  exportInbox,
  type InboxView,
  listInbox,
  listInboxSubjects,
  listSavedViews,
  saveView,
} from '#kernel/inbox/contract.ts'
import { summariesOf } from '#kernel/case/names.ts'
import type { Me } from '#kernel/person/contract.ts'
import { LightOf } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, save, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Skeleton, TextInput } from '#ui/kit.tsx'
import { VirtualList } from '#ui/virtual-list.tsx'
import { Bulk } from './bulk.tsx'
import { CasePane } from './case-pane.tsx'
import { KeysHelp, useKeys } from './keys.tsx'

const VIEWS = [
  ['office', 'vOffice'],
  ['mine', 'vMine'],
  ['unassigned', 'vUnassigned'],
  ['overdue', 'vOverdue'],
  ['waiting', 'vWaiting'],
  ['ended', 'vEnded'],
] as const
const PAGE = 100
const ROW_HEIGHT = 56

type Counts = Partial<Record<InboxView, number>> | undefined
type Shown = { readonly view: InboxView; readonly subject: string }

export function InboxPage({ me, counts, county, id }: { me: Me; counts: Counts; county?: string; id?: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const [shown, show] = useState<Shown>({ view: 'office', subject: '' })
  const [number, setNumber] = useState('')
  const [marked, mark] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState<number>()
  const [help, setHelp] = useState(false)
  const { rows, list, nearEnd } = useRows(shown, number)
  const open = (one: CaseSummary): void => go(`/cases/${one.county}/${one.id}`)
  const toggle = (one: CaseSummary): void => {
    const next = new Set(marked)
    if (!next.delete(one.id)) next.add(one.id)
    mark(next)
  }
  const look = (next: Shown): void => {
    show(next)
    mark(new Set())
    setCursor(undefined)
  }
  const step = (by: number) => (): void => {
    const at = cursor ?? rows.findIndex((one) => one.id === id)
    setCursor(Math.max(0, Math.min(rows.length - 1, at + by)))
  }
  const here = cursor === undefined ? rows.find((one) => one.id === id) : rows[cursor]
  useKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    x: () => here && toggle(here),
    t: () =>
      here &&
      void call(assignCase, {
        params: { county: here.county, id: here.id },
        body: { mine: !here.assigneeIsMe },
      }).then(list.again, list.again),
    '/': () => document.getElementById('find-number')?.focus(),
    Escape: () => id && go('/'),
    '?': () => setHelp(true),
    ...Object.fromEntries(VIEWS.map(([view], i) => [String(i + 1), () => look({ view, subject: '' })])),
  })
  return (
    <div class={`split ${id ? 'open' : ''}`}>
      <div class="card stack">
        {id ? null : <h1 class="hidden-text">{say(words.inbox)}</h1>}
        <div class="views" role="group" aria-label={say(words.views)}>
          {VIEWS.map(([name, word]) => (
            <button
              type="button"
              key={name}
              aria-pressed={shown.view === name && shown.subject === ''}
              onClick={() => look({ view: name, subject: '' })}
            >
              {say(words[word])}
              {counts?.[name] === undefined ? '' : ` ${counts[name]}`}
            </button>
          ))}
          <button type="button" aria-label={say(words.keys)} onClick={() => setHelp(true)}>
            ?
          </button>
        </div>
        <Tools shown={shown} look={look} number={number} setNumber={setNumber} />
        <Bulk
          cases={rows.filter((one) => marked.has(one.id))}
          onDone={() => {
            mark(new Set())
            list.again()
          }}
        />
        {list.problem ? <Refused problem={list.problem} /> : null}
        {!list.answer && !list.problem ? <Skeleton label={say(words.loading)} /> : null}
        {list.answer && rows.length === 0 ? <p class="empty">{say(words.empty)}</p> : null}
        {rows.length ? (
          <VirtualList
            items={rows}
            rowHeight={ROW_HEIGHT}
            label={say(words.inbox)}
            keyOf={(one) => one.id}
            cursor={cursor}
            onNearEnd={nearEnd}
            attributes={(one) => ({ class: 'list-row', 'data-open': String(one.id === id), 'data-number': one.number })}
            row={(one, index) => (
              <>
                <input
                  type="checkbox"
                  aria-label={`${say(words.select)} ${one.number}`}
                  checked={marked.has(one.id)}
                  onChange={() => toggle(one)}
                />
                <button type="button" onClick={() => open(one)} onFocus={() => setCursor(index)}>
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
              </>
            )}
          />
        ) : null}
      </div>
      {county && id ? <CasePane key={id} county={county} id={id} me={me} onChanged={list.again} /> : null}
      {help ? <KeysHelp onClose={() => setHelp(false)} /> : null}
    </div>
  )
}

/** The first page lives; further ones come as the end comes into sight. */
function useRows({ view, subject }: Shown, number: string) {
  const filter = { view, limit: PAGE, ...(subject ? { subject } : {}) }
  const list = useAnswer(
    listInbox,
    { query: { ...filter, ...(number.trim() ? { number: number.trim() } : {}) } },
    () => true,
  )
  const [more, setMore] = useState<readonly CaseSummary[]>([])
  const [cursor, setCursor] = useState<string | null>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    setMore([])
    setCursor(undefined)
  }, [view, subject, number])
  const first = list.answer ? summariesOf(list.answer) : []
  const known = new Set(first.map((one) => one.id))
  const next = cursor === undefined ? (list.answer?.next ?? null) : cursor
  const nearEnd = (): void => {
    if (!next || busy) return
    setBusy(true)
    call(listInbox, { query: { ...filter, after: next } }).then(
      (answer) => {
        setMore((before) => [...before, ...summariesOf(answer)])
        setCursor(answer.next)
        setBusy(false)
      },
      () => setBusy(false),
    )
  }
  return { rows: [...first, ...more.filter((one) => !known.has(one.id))], list, nearEnd }
}

/** Filter by service, saved views, find by number, the view as a spreadsheet. */
function Tools({
  shown,
  look,
  number,
  setNumber,
}: {
  shown: Shown
  look: (next: Shown) => void
  number: string
  setNumber: (typed: string) => void
}) {
  const say = useSay()
  const subjects = useAnswer(listInboxSubjects, {})
  const saved = useAnswer(listSavedViews, {})
  const [naming, setNaming] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const current = saved.answer?.find((one) => one.view === shown.view && (one.subject ?? '') === shown.subject)
  const fail = (error: unknown): void => setProblem(problemOf(error))
  return (
    <div class="stack-tight">
      {problem ? <Refused problem={problem} /> : null}
      <div class="row tools">
        <TextInput id="find-number" type="search" label={say(words.findNumber)} value={number} onChange={setNumber} />
        <label class="field" for="filter-subject">
          <span>{say(words.item)}</span>
          <select
            id="filter-subject"
            class="input"
            value={shown.subject}
            onChange={(event) => look({ ...shown, subject: event.currentTarget.value })}
          >
            <option value="">{say(words.allItems)}</option>
            {(subjects.answer ?? []).map((one) => (
              <option key={one.subject} value={one.subject}>
                {say(one.name)} {one.count}
              </option>
            ))}
          </select>
        </label>
        <div class="views" role="group" aria-label={say(words.saveView)}>
          {(saved.answer ?? []).map((one) => (
            <button
              type="button"
              key={one.id}
              aria-pressed={one === current}
              onClick={() => look({ view: one.view, subject: one.subject ?? '' })}
            >
              {one.title}
            </button>
          ))}
          {current ? (
            <button
              type="button"
              onClick={() => {
                const { county, id } = current
                void call(endSavedView, { params: { county, id } }).then(saved.again, fail)
              }}
            >
              {say(words.remove)}
              {say(words.colon)}
              {current.title}
            </button>
          ) : (
            <button type="button" data-quiet onClick={() => setNaming('')}>
              {say(words.saveView)}
            </button>
          )}
          <button
            type="button"
            data-quiet
            onClick={() => {
              const { view, subject } = shown
              save(exportInbox.path, { view, ...(subject ? { subject } : {}) }).catch(fail)
            }}
          >
            {say(words.toSheet)}
          </button>
        </div>
      </div>
      {naming === undefined ? null : (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault()
            const { view, subject } = shown
            call(saveView, { body: { title: naming, view, subject: subject || null } }).then(() => {
              setNaming(undefined)
              saved.again()
            }, fail)
          }}
        >
          <TextInput id="view-title" label={say(words.viewTitle)} value={naming} onChange={setNaming} max={40} />
          <Button type="submit" disabled={naming.trim() === ''}>
            {say(words.confirm)}
          </Button>
          <Button tone="quiet" onClick={() => setNaming(undefined)}>
            {say(words.cancel)}
          </Button>
        </form>
      )}
    </div>
  )
}
