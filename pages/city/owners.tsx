/** 谁负责、到哪天: the departments of the tasks a figure belongs to, and the open duties its gap has raised. */
import { useEffect } from 'preact/hooks'
import { Link, useRouter } from 'wouter-preact'
import {
  getPlan,
  type PlanSectionShape,
  type PlanSentenceShape,
  type PlanTaskShape,
} from '#capabilities/plan-tracker/contract.ts'
import { Facts, Section } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { useAnswer } from '../server.ts'
import type { Found } from './figure.tsx'
import { filled, grouped, shortName } from './reading.ts'
import { cityWords as words } from './words.ts'

type Plan = { readonly tasks: readonly PlanTaskShape[]; readonly sentences: readonly PlanSentenceShape[] }

let kept: Plan | undefined

/** The nineteen tasks and the plan's sentences, read once for all figures. */
function usePlan(): Plan {
  const { answer } = useAnswer(kept ? undefined : getPlan, {})
  useEffect(() => {
    if (answer) kept = planOf(answer)
  }, [answer])
  return answer ? planOf(answer) : (kept ?? { tasks: [], sentences: [] })
}

function planOf({ tasks, sections }: { tasks: readonly PlanTaskShape[]; sections: readonly PlanSectionShape[] }): Plan {
  return { tasks, sentences: sections.flatMap((one) => one.sentences) }
}

export function Owners({ found: { indicator, duties } }: { found: Found }) {
  const say = useSay()
  const { language } = useLanguage()
  const between = language === 'zh' ? '、' : ', '
  const plan = usePlan()
  const tasks = plan.tasks.filter((one) => indicator.tasks.includes(one.id))
  const sentences = plan.sentences.filter((one) => one.indicators.includes(indicator.id))
  const names = (departments: PlanTaskShape['lead']): string =>
    departments
      .map(({ printed, now }) =>
        language === 'zh' ? (now.zh === printed ? printed : `${printed}（今${now.zh}）`) : now.en,
      )
      .join(between)
  return (
    <Section title={say(words.owners)}>
      <Facts
        rows={[
          ...indicator.tasks.map((id) => {
            const task = tasks.find((one) => one.id === id)
            return {
              id,
              label: `${say(words.task)} ${id}`,
              value: task ? (
                <>
                  {say(task.title)}
                  <br />
                  <strong>{say(words.leads)}</strong> {names(task.lead)}
                  {task.cooperating.length || task.andOthers ? (
                    <>
                      <br />
                      <span class="small">
                        {say(words.cooperating)} {names(task.cooperating)}
                        {task.andOthers && language === 'zh'
                          ? `${task.cooperating.length ? '、' : ''}${task.andOthers}`
                          : ''}
                      </span>
                    </>
                  ) : null}
                </>
              ) : (
                '…'
              ),
            }
          }),
          ...(sentences.length
            ? [
                {
                  id: 'plan',
                  label: say(words.inThePlan),
                  value: (
                    <ul class="stack-tight" lang="zh-CN">
                      {sentences.map((one) => (
                        <li key={one.id}>
                          <PlanLink id={one.id}>{one.text}</PlanLink>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          {
            id: 'by',
            label: say(words.by),
            value: indicator.by ? dayInWords(indicator.by, language) : say(words.noDay),
          },
        ]}
      />
      {duties.open ? <Duties duties={duties} /> : null}
    </Section>
  )
}

/** The plan is read in the resident's app: from the desk and from frames it opens beside. */
function PlanLink({ id, children }: { id: string; children: string }) {
  const { base } = useRouter()
  const href = `/plan/${id}`
  if (base === '') return <Link href={href}>{children}</Link>
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  )
}

function Duties({ duties }: { duties: Found['duties'] }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <>
      <h3>
        {say(words.duties)}{' '}
        <span class="small">
          {say(filled(words.dutiesOpen, { open: grouped(duties.open), overdue: grouped(duties.overdue) }))}
        </span>
      </h3>
      <div class="table-wrap" tabIndex={0} role="region" aria-label={say(words.duties)}>
        <table class="duties">
          <thead>
            <tr>
              <th scope="col">{say(words.place)}</th>
              <th scope="col">{say(words.duty)}</th>
              <th scope="col">{say(words.holder)}</th>
              <th scope="col">{say(words.by)}</th>
            </tr>
          </thead>
          <tbody>
            {duties.cases.map((one) => (
              <tr key={one.number}>
                <th scope="row">{say(shortName(one.place.name))}</th>
                <td>
                  {say(one.procedure)} <span class="number small">{one.number}</span>
                </td>
                <td>{say(one.holder)}</td>
                <td>
                  {one.dueOn ? dayInWords(one.dueOn, language) : '—'}
                  {one.overdue ? <strong class="state late">{say(words.past)}</strong> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {duties.open > duties.cases.length ? (
        <p class="small">{say(filled(words.moreDuties, { more: grouped(duties.open - duties.cases.length) }))}</p>
      ) : null}
    </>
  )
}
