/** 方案任务: the nineteen tasks with what lags, and the way into their cases. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { listTracker, type TrackedTask } from '#capabilities/plan-tracker/contract.ts'
import type { Text } from '#kernel/text'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { planWords } from '../../pages/plan-words.ts'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Light, Select, Skeleton } from '#ui/kit.tsx'

const LIGHTS = { 'not-started': 'suspended', 'on-track': 'green', late: 'red', done: 'done' } as const

export function PlanTrackerPage() {
  const say = useSay()
  const { language } = useLanguage()
  const tracker = useAnswer(listTracker, {}, () => true)
  const [office, setOffice] = useState('')
  const [lagging, setLagging] = useState(false)
  const { answer } = tracker
  if (!answer) return tracker.problem ? <Refused problem={tracker.problem} /> : <Skeleton label={say(words.loading)} />
  const offices = officesOf(answer.tasks)
  const shown = answer.tasks.filter(
    (one) =>
      (office === '' || one.leadId === office || one.parts.some((part) => part.officeId === office)) &&
      (!lagging || lags(one)),
  )
  return (
    <div class="stack">
      <div class="row between">
        <h1>{say(planWords.trackerTitle)}</h1>
        <span class="small">
          {say(planWords.asOf)} {dayInWords(answer.asOf, language)}
        </span>
      </div>
      <div class="filters">
        <Select
          id="office"
          label={say(planWords.filterOffice)}
          none={say(planWords.allOffices)}
          value={office}
          onChange={setOffice}
          options={offices.map(([value, name]) => ({ value, label: say(name) }))}
        />
        <Button pressed={lagging} onClick={() => setLagging(!lagging)}>
          {say(planWords.onlyLagging)} {answer.tasks.filter(lags).length}
        </Button>
      </div>
      {shown.length === 0 ? <p class="empty">{say(planWords.nothingHere)}</p> : null}
      <ul class="tracked">
        {shown.map((one) => (
          <Task key={one.id} task={one} office={office} />
        ))}
      </ul>
    </div>
  )
}

function Task({ task, office }: { task: TrackedTask; office: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const confirmed = task.parts.filter((one) => one.confirmed).length
  const missing = task.parts.filter((one) => one.missing.length)
  return (
    <li class="card" data-task={task.task}>
      <div class="row between">
        <strong>
          {task.mine ? (
            <Link href={`/cases/${task.county}/${task.id}`}>
              {task.task} {say(task.title)}
            </Link>
          ) : (
            `${task.task} ${say(task.title)}`
          )}
        </strong>
        <Light light={LIGHTS[task.state]}>{say(planWords.states[task.state])}</Light>
      </div>
      <p class="small">
        {say(planWords.lead)}: {say(task.lead)} · {say(task.stepText)} · {say(planWords.lastReport)}:{' '}
        {task.reported ?? '—'}
        {task.dueOn ? ` · ${say(planWords.nextReport)} ${dayInWords(task.dueOn, language)}` : ''} ·{' '}
        {say(planWords.countiesWith).replace('{n}', String(task.measures))}
      </p>
      {lags(task) ? (
        <p class="lags">
          {[
            ...(task.missing.length
              ? [say(planWords.missingReport).replace('{quarters}', task.missing.join('、'))]
              : []),
            ...(task.lateMilestones ? [say(planWords.lateMilestones).replace('{n}', String(task.lateMilestones))] : []),
            ...(task.state === 'late' && !task.missing.length && !task.lateMilestones ? [say(planWords.saysLate)] : []),
            ...(missing.length ? [say(planWords.partsMissing).replace('{n}', String(missing.length))] : []),
          ].join(language === 'zh' ? '；' : '; ')}
        </p>
      ) : null}
      {task.progress ? <p lang="zh-CN">{task.progress}</p> : null}
      {task.parts.length ? (
        <details open={office !== ''}>
          <summary>
            {say(planWords.parts)} {task.parts.length} ·{' '}
            {say(planWords.confirmedOf).replace('{n}', String(confirmed)).replace('{all}', String(task.parts.length))}
          </summary>
          <ul class="parts">
            {task.parts
              .filter((one) => office === '' || one.officeId === office || task.leadId === office)
              .map((one) => (
                <li key={one.id}>
                  <span>
                    {one.mine ? (
                      <Link href={`/cases/${task.county}/${one.id}`}>{say(one.office)}</Link>
                    ) : (
                      say(one.office)
                    )}{' '}
                    <span class="small">
                      {say(planWords.roles[one.role])}
                      {one.printed === one.office.zh ? '' : ` · ${one.printed}`}
                    </span>
                  </span>
                  <span class="row small">
                    {one.missing.length
                      ? say(planWords.missingReport).replace('{quarters}', one.missing.join('、'))
                      : (one.reported ?? '—')}
                    <Light light={LIGHTS[one.state]}>{say(planWords.states[one.state])}</Light>
                  </span>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

function lags(task: TrackedTask): boolean {
  return task.state === 'late' || task.parts.some((one) => one.missing.length > 0)
}

/** Everybody who leads or has a part, by id. */
function officesOf(tasks: readonly TrackedTask[]): [string, Text][] {
  const found = new Map<string, Text>()
  for (const one of tasks) {
    found.set(one.leadId, one.lead)
    for (const part of one.parts) found.set(part.officeId, part.office)
  }
  return [...found]
}
