/** 实施方案: the plan as it reads; a sentence tapped says who answers for it, by when, and how far it is. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import {
  getPlan,
  type PlanSectionShape,
  type PlanSentenceShape,
  type PlanTaskShape,
} from '#capabilities/plan-tracker/contract.ts'
import { typeset } from '#kernel/text/typeset.ts'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { planWords } from '../../pages/plan-words.ts'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Dialog, Notice, Skeleton } from '#ui/kit.tsx'
import { PlanPanel, StateOf } from './plan-panel.tsx'

const WIDE = '(min-width: 1080px)'

export function PlanPage({ sentence }: { sentence: string | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const [, go] = useLocation()
  const plan = useAnswer(getPlan, {})
  const wide = useWide()
  const { answer } = plan
  if (!answer)
    return plan.problem ? <Refused problem={plan.problem} /> : <Skeleton label={say(words.loading)} lines={12} />
  const chosen = answer.sections
    .filter((one) => !isFront(one))
    .flatMap((one) => one.sentences)
    .find((one) => one.id === sentence)
  const tasks = answer.tasks.filter((one) => chosen?.tasks.includes(one.id))
  const close = (): void => go('/plan')
  const title = say(planWords.sentence).replace('{id}', chosen?.id ?? '')
  const panel = chosen ? <PlanPanel key={chosen.id} sentence={chosen} tasks={tasks} /> : null
  return (
    <div class="plan">
      <Contents sections={answer.sections} tasks={answer.tasks} wide={wide} />
      <article lang="zh-CN">
        <header class="stack-tight" lang={language === 'zh' ? 'zh-CN' : 'en'}>
          <p class="small">
            {say(planWords.asOf)} {dayInWords(answer.asOf, language)}
          </p>
          <p class="small">{say(planWords.howTo)}</p>
          {language === 'en' ? <p class="small">{say(planWords.chineseOnly)}</p> : null}
          {sentence && !chosen ? <Notice tone="warn" title={say(planWords.noSuch)} /> : null}
        </header>
        {answer.sections.map((one) => (
          <Section
            key={one.id}
            section={one}
            task={answer.tasks.find(({ section }) => section === one.id)}
            chosen={sentence}
          />
        ))}
      </article>
      {wide ? (
        <aside class="stack" aria-label={say(planWords.chosen)}>
          {panel ? <h2>{title}</h2> : <p class="small">{say(planWords.howTo)}</p>}
          {panel}
        </aside>
      ) : chosen ? (
        <Dialog title={title} close={say(planWords.close)} onClose={close}>
          {panel}
        </Dialog>
      ) : null}
    </div>
  )
}

function Section({
  section,
  task,
  chosen,
}: {
  section: PlanSectionShape
  task: PlanTaskShape | undefined
  chosen: string | undefined
}) {
  const say = useSay()
  const { language } = useLanguage()
  const front = section.id === 'P0'
  const Heading = section.id.includes('.') ? 'h3' : 'h2'
  const here = language === 'zh' ? 'zh-CN' : 'en'
  return (
    <section id={section.id} class={front ? 'letterhead' : undefined}>
      {section.above.map((one) => (
        <h2 key={one}>{typeset(one)}</h2>
      ))}
      {section.id === 'P0.1' ? (
        <h1>{section.heading}</h1>
      ) : front ? (
        <p class="notice-title">{typeset(section.heading)}</p>
      ) : section.heading ? (
        <Heading>
          {typeset(section.heading)}
          {language === 'en' ? (
            <span class="small" lang="en">
              {' '}
              {say(section.title)}
            </span>
          ) : null}
        </Heading>
      ) : null}
      {task ? (
        <p class="row small" lang={here}>
          <span>{task.id}</span>
          <StateOf state={task.state} />
        </p>
      ) : null}
      {paragraphs(section.sentences, front).map((sentences) => (
        <p key={sentences[0]?.id}>
          {sentences.map((one) =>
            isFront(section) ? typeset(one.text) : <Sentence key={one.id} sentence={one} chosen={one.id === chosen} />,
          )}
        </p>
      ))}
      {section.responsible ? <p class="responsible">{typeset(section.responsible)}</p> : null}
    </section>
  )
}

function Sentence({ sentence, chosen }: { sentence: PlanSentenceShape; chosen: boolean }) {
  const say = useSay()
  const link = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (chosen) link.current?.scrollIntoView({ block: 'center' })
  }, [chosen])
  return (
    <span ref={link}>
      <Link
        href={`/plan/${sentence.id}`}
        class={sentence.indicators.length ? 'measured' : undefined}
        aria-current={chosen ? 'true' : undefined}
        data-sentence={sentence.id}
      >
        {typeset(sentence.text)}
      </Link>
      {sentence.questions ? (
        <sup title={say(planWords.questions)}>
          {say(planWords.questions).slice(0, 1)}
          {sentence.questions}
        </sup>
      ) : null}
    </span>
  )
}

/** The notice, the title and what leads to it: nobody's task, and not asked about. */
function isFront({ id }: PlanSectionShape): boolean {
  return id === 'P0' || id === 'P0.1'
}

/** —— begins a paragraph of its own; the letterhead has a line each. */
function paragraphs(sentences: readonly PlanSentenceShape[], lines: boolean): PlanSentenceShape[][] {
  const found: PlanSentenceShape[][] = []
  for (const one of sentences) {
    if (found.length === 0 || lines || one.text.startsWith('——')) found.push([])
    found.at(-1)?.push(one)
  }
  return found
}

function Contents({
  sections,
  tasks,
  wide,
}: {
  sections: readonly PlanSectionShape[]
  tasks: readonly PlanTaskShape[]
  wide: boolean
}) {
  const say = useSay()
  return (
    <nav class="contents" aria-label={say(planWords.contents)}>
      <details open={wide}>
        <summary>{say(planWords.contents)}</summary>
        <ol>
          {sections
            .filter((one) => one.id !== 'P0')
            .map((one) => {
              const task = tasks.find(({ section }) => section === one.id)
              return (
                <li key={one.id}>
                  <a
                    href={`#${one.id}`}
                    onClick={(event) => {
                      event.preventDefault()
                      document.getElementById(one.id)?.scrollIntoView()
                    }}
                  >
                    {say(one.title)}
                  </a>
                  {task?.state === 'late' ? <StateOf state="late" /> : null}
                </li>
              )
            })}
        </ol>
      </details>
    </nav>
  )
}

function useWide(): boolean {
  const [wide, setWide] = useState(matchMedia(WIDE).matches)
  useEffect(() => {
    const query = matchMedia(WIDE)
    const change = (): void => setWide(query.matches)
    query.addEventListener('change', change)
    return () => query.removeEventListener('change', change)
  }, [])
  return wide
}
