/** 参数与日历: dated values with their basis; the city office proposes, a second person confirms; open cases keep theirs. */
import { useState } from 'preact/hooks'
import {
  confirmValue,
  getValuesSheet,
  listOverrides,
  listValues,
  loadCalendar,
  proposeValue,
} from '#kernel/settings/contract.ts'
import { valueText } from '#kernel/settings/terms.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, Skeleton, TextArea, TextInput } from '#ui/kit.tsx'

export function SettingsPage({ role }: { role: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const values = useAnswer(listValues, { query: {} })
  const [chosen, choose] = useState<string>()
  const office = role === 'city_office'
  const overrides = useAnswer(office ? listOverrides : undefined, {})
  const [problem, setProblem] = useState<Problem>()
  const again = (): void => {
    values.again()
    overrides.again()
    choose(undefined)
    setProblem(undefined)
  }
  if (!values.answer)
    return values.problem ? <Refused problem={values.problem} /> : <Skeleton label={say(words.loading)} />
  const titleOf = (name: string): string => {
    const title = values.answer?.find((one) => one.name === name)?.title
    return title ? say(title) : name
  }
  return (
    <div class="stack">
      <div class="row between">
        <h1>{say(words.settings)}</h1>
        <a class="button" href={getValuesSheet.path} download>
          {say(words.toSheet)}
        </a>
      </div>
      {problem ? <Refused problem={problem} /> : null}
      {office && overrides.answer?.length ? (
        <Section title={say(words.proposed)}>
          <ul class="stack-tight">
            {overrides.answer.map((one) => (
              <li key={one.id} class="row between">
                <span>
                  {titleOf(one.name)} <strong>{say(valueText(one.value))}</strong> · {say(words.from)}{' '}
                  {dayInWords(one.from, language)} · {one.basis} · {one.source}
                </span>
                {one.confirmedOn ? (
                  <span class="badge">✓ {dayInWords(one.confirmedOn, language)}</span>
                ) : one.mine ? (
                  <span class="small">{say(words.mineProposal)}</span>
                ) : (
                  <Button
                    tone="primary"
                    onClick={() => {
                      call(confirmValue, { params: { id: one.id } }).then(again, (error: unknown) =>
                        setProblem(problemOf(error)),
                      )
                    }}
                  >
                    {say(words.confirm)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {office && chosen ? (
        <Propose
          name={chosen}
          title={titleOf(chosen)}
          current={values.answer.find((one) => one.name === chosen)?.now?.value}
          onDone={again}
          onProblem={setProblem}
        />
      ) : null}
      {office ? <LoadCalendar onProblem={setProblem} /> : null}
      <Section title={say(words.values)}>
        <div class="table-wrap" tabIndex={0} role="region" aria-label={say(words.values)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.item)}</th>
                <th scope="col">{say(words.value)}</th>
                <th scope="col">{say(words.basis)}</th>
                <th scope="col">{say(words.from)}</th>
                {office ? (
                  <th scope="col">
                    <span class="hidden-text">{say(words.propose)}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {values.answer.map((one) => (
                <tr key={one.name}>
                  <td>{say(one.title)}</td>
                  <td>{one.now ? say(valueText(one.now.value, one.now.unit)) : '—'}</td>
                  <td>
                    {one.now ? say(one.now.basis) : ''}{' '}
                    {one.now && !one.now.verified ? <span class="badge">{say(words.unverified)}</span> : null}
                  </td>
                  <td class="nowrap">{dayInWords(one.now?.from ?? null, language)}</td>
                  {office ? (
                    <td>
                      <Button
                        tone="quiet"
                        label={`${say(words.propose)} ${say(one.title)}`}
                        onClick={() => {
                          choose(one.name)
                          scrollTo({ top: 0 })
                        }}
                      >
                        {say(words.propose)}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </div>
  )
}

function Propose({
  name,
  title,
  current,
  onDone,
  onProblem,
}: {
  name: string
  title: string
  current: unknown
  onDone: () => void
  onProblem: (problem: Problem) => void
}) {
  const say = useSay()
  const [days, setDays] = useState('')
  const [from, setFrom] = useState('')
  const [basis, setBasis] = useState('practice')
  const [source, setSource] = useState('')
  const unit = (current as { unit?: 'working-days' | 'days' } | undefined)?.unit
  return (
    <Section title={`${say(words.propose)}${say(words.colon)}${title}`}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          call(proposeValue, {
            body: { name, value: unit ? { days: Number(days), unit } : Number(days), place: '14', from, basis, source },
          }).then(onDone, (error: unknown) => onProblem(problemOf(error)))
        }}
      >
        <TextInput id="new-days" label={say(words.newDays)} inputMode="numeric" value={days} onChange={setDays} />
        <TextInput id="new-from" label={say(words.from)} type="date" value={from} onChange={setFrom} />
        <TextInput id="new-basis" label={say(words.basis)} value={basis} onChange={setBasis} />
        <TextInput id="new-source" label={say(words.source)} value={source} onChange={setSource} />
        <Button tone="primary" type="submit">
          {say(words.propose)}
        </Button>
      </form>
    </Section>
  )
}

/** One line a day: `2027-01-01 holiday 元旦`. */
function LoadCalendar({ onProblem }: { onProblem: (problem: Problem) => void }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [moved, setMoved] = useState<number>()
  const days = text
    .split('\n')
    .map((line) => /^(\d{4}-\d{2}-\d{2})\s+(holiday|makeup)\s*(.*)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, day = '', kind, label = '']) => ({ day, kind: kind as 'holiday' | 'makeup', name: label }))
  return (
    <Section title={say(words.calendar)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          call(loadCalendar, { body: { year: Number(days[0]?.day.slice(0, 4) ?? 0), source, days } }).then(
            (answer) => setMoved(answer.moved),
            (error: unknown) => onProblem(problemOf(error)),
          )
        }}
      >
        <TextArea
          id="calendar-days"
          label={say({ zh: '每行一天:日期 holiday 或 makeup 名称', en: 'A line a day: date, holiday or makeup, name' })}
          value={text}
          onChange={setText}
        />
        <TextInput id="calendar-source" label={say(words.source)} value={source} onChange={setSource} />
        {moved === undefined ? null : (
          <Notice tone="good">
            {say({ zh: `已载入,${moved}个办件的期限随之更新。`, en: `Loaded; ${moved} cases have a new due day.` })}
          </Notice>
        )}
        <Button type="submit" disabled={days.length === 0}>
          {say({ zh: '载入', en: 'Load' })} {days.length || ''}
        </Button>
      </form>
    </Section>
  )
}
