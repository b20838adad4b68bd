/** What stands behind one sentence of the plan: task, departments then and now, deadline, indicators, reports, questions. */
import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import {
  getSentence,
  type PlanSentenceDetail,
  type PlanSentenceShape,
  type PlanState,
  type PlanTaskShape,
} from '#capabilities/plan-tracker/contract.ts'
import { typeset } from '#kernel/text/typeset.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { planWords } from '../../pages/plan-words.ts'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Facts, Light, Skeleton } from '#ui/kit.tsx'

const LIGHTS = { 'not-started': 'suspended', 'on-track': 'green', late: 'red', done: 'done' } as const
const FIRST_REPORTS = 1

export function StateOf({ state }: { state: PlanState | null }) {
  const say = useSay()
  return state === null ? (
    <Light light="suspended">{say(planWords.notHandedOut)}</Light>
  ) : (
    <Light light={LIGHTS[state]}>{say(planWords.states[state])}</Light>
  )
}

type Department = PlanTaskShape['lead'][number]

/** Names as the plan prints them, with what they are called now where that is another. */
function Departments({ names, more }: { names: readonly Department[]; more?: string | null }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <ul class="departments">
      {names.map((one) => (
        <li key={one.printed}>
          <span lang="zh-CN">{one.printed}</span>
          {language === 'en' || one.now.zh !== one.printed ? (
            <span class="small">
              {' '}
              {language === 'en' ? `= ${one.now.en}` : `${say(planWords.nowCalled)}${one.now.zh}`}
            </span>
          ) : null}
        </li>
      ))}
      {more ? <li lang="zh-CN">{more}</li> : null}
    </ul>
  )
}

export function PlanPanel({ sentence, tasks }: { sentence: PlanSentenceShape; tasks: readonly PlanTaskShape[] }) {
  const say = useSay()
  const { language } = useLanguage()
  const found = useAnswer(getSentence, { params: { sentence: sentence.id } })
  const { answer } = found
  const deadline = {
    id: 'deadline',
    label: say(planWords.deadline),
    value: sentence.by ? dayInWords(sentence.by, language) : say(planWords.noDeadline),
  }
  return (
    <div class="panel stack" data-panel={sentence.id}>
      <blockquote lang="zh-CN">{typeset(sentence.text)}</blockquote>
      <Link class="button primary wide" href={`/start/plan-question?sentence=${sentence.id}`}>
        {say(planWords.ask)}
      </Link>
      {tasks.length === 0 ? <p>{say(sentence.id.startsWith('P5') ? planWords.everybody : planWords.noTask)}</p> : null}
      {tasks.map((task) => (
        <Facts
          key={task.id}
          rows={[
            { id: 'task', label: say(planWords.task), value: `${task.id} ${say(task.title)}` },
            { id: 'state', label: say(planWords.state), value: <StateOf state={task.state} /> },
            deadline,
            {
              id: 'lead',
              label: say(task.leadWord === '责任部门' ? planWords.responsible : planWords.leads),
              value: <Departments names={task.lead} />,
            },
            ...(task.cooperating.length || task.andOthers
              ? [
                  {
                    id: 'cooperating',
                    label: say(planWords.cooperates),
                    value: <Departments names={task.cooperating} more={task.andOthers} />,
                  },
                ]
              : []),
            ...(task.parts
              ? [{ id: 'confirmed', label: say(planWords.confirmed), value: `${task.confirmed} / ${task.parts}` }]
              : []),
          ]}
        />
      ))}
      {found.problem ? <Refused problem={found.problem} /> : null}
      {answer ? <Behind answer={answer} /> : found.problem ? null : <Skeleton label={say(words.loading)} />}
    </div>
  )
}

function Behind({ answer }: { answer: PlanSentenceDetail }) {
  const say = useSay()
  const { language } = useLanguage()
  const report = (one: (typeof answer.reports)[number]): ComponentChildren => (
    <li key={`${say(one.office)}${one.quarter}`} class="stack-tight">
      <span class="row between">
        <strong>{say(one.office)}</strong>
        <StateOf state={one.state} />
      </span>
      <span lang="zh-CN">{one.progress}</span>
      <span class="small">
        {one.quarter} · {dayInWords(one.on, language)}
      </span>
    </li>
  )
  const [first, others] = [answer.reports.slice(0, FIRST_REPORTS), answer.reports.slice(FIRST_REPORTS)]
  return (
    <>
      {answer.measuredBy.length ? (
        <Block title={say(planWords.indicators)}>
          <ul class="stack-tight">
            {answer.measuredBy.map((one) => (
              <li key={one.id}>
                <Link href={`/city/${one.id}`}>
                  {one.id} {say(one.name)}
                </Link>
                <div class="small">
                  {say(one.formula)} · {say(one.stated ? planWords.stated : planWords.reading)}
                </div>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      {answer.milestones.length ? (
        <Block title={say(planWords.milestones)}>
          <ul class="stack-tight">
            {answer.milestones.map((one) => (
              <li key={one.text}>
                <span lang="zh-CN">{one.text}</span>
                <div class="small">
                  {dayInWords(one.due, language)}
                  {one.moved ? ` · ${say(planWords.moved)}` : ''}
                  {one.reachedOn ? ` · ${say(planWords.reached)} ${dayInWords(one.reachedOn, language)}` : ''}
                </div>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      {answer.section.startsWith('P3') || answer.section.startsWith('P4') ? (
        <Block title={say(planWords.latest)}>
          {answer.reports.length === 0 ? <p class="small">{say(planWords.noReports)}</p> : null}
          <ul class="stack">{first.map(report)}</ul>
          {others.length ? (
            <details>
              <summary>
                {say(planWords.moreReports)} ({others.length})
              </summary>
              <ul class="stack">{others.map(report)}</ul>
            </details>
          ) : null}
        </Block>
      ) : null}
      {answer.measures.length ? (
        <Block title={say(planWords.measures)}>
          <ul class="stack-tight">
            {answer.measures.map((one) => (
              <li key={one.number}>
                {say(one.county)}: <span lang="zh-CN">{one.title}</span>
                <div class="small">
                  {one.number} · {dayInWords(one.issuedOn, language)}
                </div>
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      <Block title={say(planWords.questions)}>
        {answer.answered.length === 0 ? <p class="small">{say(planWords.noQuestions)}</p> : null}
        <ul class="stack">
          {answer.answered.map((one, i) => (
            <li key={i} class="stack-tight">
              <strong lang="zh-CN">{one.question ?? say(planWords.kept)}</strong>
              <span lang="zh-CN">{one.answer}</span>
              <span class="small">
                {say(one.office)} · {dayInWords(one.on, language)}
              </span>
            </li>
          ))}
        </ul>
      </Block>
    </>
  )
}

function Block({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack-tight">
      <h3>{title}</h3>
      {children}
    </section>
  )
}
