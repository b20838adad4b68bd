/** 总览: all figures of one place: what the plan gives a day first, then by section of the plan. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { type FigureShape, type IndicatorShape, listFigures, type Moved } from '#kernel/indicator-store/contract.ts'
import { Mark } from '#ui/figures.tsx'
import { Button, Skeleton } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { useAnswer } from '../server.ts'
import { words as common } from '../words.ts'
import { stopsOf, useCatalogue } from './catalogue.ts'
import { FigureText, MARK_OF, MovedArrow, State } from './marks.tsx'
import { AsOf, Failed, MonthSlider, OtherPlaces, PrintedFoot, TakeAway, Trail } from './parts.tsx'
import { figureWords, gapWords, isLate, type Look, LOOKS, lookOf, pathTo } from './reading.ts'
import { sectionWords } from './sections.ts'
import { useSetting } from './setting.ts'
import { cityWords as words } from './words.ts'

type Row = {
  readonly indicator: IndicatorShape
  readonly figure: FigureShape
  readonly look: Look
  readonly moved: Moved | undefined
  readonly href: string
}

export function OverviewPage({ place, month }: { place: string | undefined; month: string | undefined }) {
  const say = useSay()
  const { elder, embedded } = useSetting()
  const asked = useAnswer(listFigures, { query: { place, month } })
  const { catalogue, problem, again } = useCatalogue(asked.answer?.month)
  const [wanted, want] = useState<Look>()
  const [wide] = useState(() => matchMedia('(min-width: 900px)').matches)
  const { answer } = asked
  const failure = asked.problem ?? problem
  if (!answer || !catalogue)
    return failure ? (
      <Failed
        problem={failure}
        again={() => {
          asked.again()
          again()
        }}
      />
    ) : (
      <Skeleton label={say(common.loading)} lines={10} />
    )
  const here = answer.place
  const rows = catalogue.indicators.flatMap((indicator): Row[] => {
    const figure = answer.figures[indicator.id]
    if (!figure) return []
    const look = lookOf(figure, indicator, answer.day)
    const href = pathTo({ indicator: indicator.id, place: here.code }, month)
    return [{ indicator, figure, look, moved: answer.moved[indicator.id], href }]
  })
  const shown = wanted === undefined ? rows : rows.filter((row) => row.look === wanted)
  const dated = shown.filter((row) => row.indicator.by !== null).sort(goalFirst)
  const others = shown.filter((row) => row.indicator.by === null)
  const sections = [...new Set(others.map((row) => row.indicator.section))].sort()
  return (
    <>
      <header class="stack-tight">
        <Trail path={answer.path} kept={month} />
        <h1>
          {say(here.name)} · {say(words.title)}
        </h1>
        <p class="small">
          <AsOf day={answer.day} current={month === undefined || month === catalogue.month} /> · {say(words.lead)}
        </p>
      </header>
      {embedded ? null : <OtherPlaces key={here.code} place={here} kept={month} />}
      {elder ? null : <MonthSlider address={{ place }} stops={stopsOf(catalogue)} month={answer.month} />}
      {rows.length === 0 ? <p class="empty">{say(words.noCatalogue)}</p> : null}
      {rows.length ? <Tally rows={rows} wanted={wanted} want={want} /> : null}
      <div class={asked.loading ? 'stack waiting-for' : 'stack'} aria-busy={asked.loading}>
        {asked.problem ? <Failed problem={asked.problem} again={asked.again} /> : null}
        {dated.length ? (
          <section class="stack-tight" aria-labelledby="dated">
            <h2 id="dated">{say(words.dated)}</h2>
            <ul class="headlines">
              {dated.map((row) => (
                <Headline key={row.indicator.id} {...row} day={answer.day} />
              ))}
            </ul>
          </section>
        ) : null}
        {sections.map((section) => (
          <SectionTable
            key={section}
            section={section}
            open={wide || wanted !== undefined}
            rows={others.filter((row) => row.indicator.section === section)}
          />
        ))}
      </div>
      {shown.length === 0 && rows.length ? <p class="empty">{say(words.noneOfState)}</p> : null}
      <Method />
      <TakeAway address={{ place: here.code }} kept={month} />
      <PrintedFoot day={answer.day} />
    </>
  )
}

/** 总体目标 sums the others up and stands before them. @plan P2.3 */
function goalFirst(a: Row, b: Row): number {
  return Number(b.indicator.section === 'P2.3') - Number(a.indicator.section === 'P2.3')
}

/** How many stand where; pressing one shows these alone. */
function Tally({
  rows,
  wanted,
  want,
}: {
  rows: readonly Row[]
  wanted: Look | undefined
  want: (look: Look | undefined) => void
}) {
  const say = useSay()
  return (
    <div class="row tally" role="group" aria-label={say(words.show)}>
      <Button pressed={wanted === undefined} onClick={() => want(undefined)}>
        {say(words.all)} <strong>{rows.length}</strong>
      </Button>
      {LOOKS.map((look) => {
        const count = rows.filter((row) => row.look === look).length
        return count === 0 ? null : (
          <Button key={look} pressed={wanted === look} onClick={() => want(wanted === look ? undefined : look)}>
            <Mark shape={MARK_OF[look]} /> {say(words.states[look])} <strong>{count}</strong>
          </Button>
        )
      })}
    </div>
  )
}

function Headline({ indicator, figure, look, moved, href, day }: Row & { day: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const gap = gapWords(figure, indicator.goal)
  const without = look === 'na' || look === 'none'
  return (
    <li class={`card headline ${look}`}>
      <Link class="over" href={href} data-figure={indicator.id}>
        <span class="number small">{indicator.id}</span> {say(indicator.name)}
      </Link>
      <p class={without ? 'big without' : 'big'}>
        {without ? <Mark shape={MARK_OF[look]} /> : null} {say(figureWords(figure))} <MovedArrow moved={moved} />
      </p>
      {without ? null : (
        <p class="row between">
          <State look={look} />
          {gap ? <strong class="gap">{say(gap)}</strong> : null}
        </p>
      )}
      <p class="small">
        {say(words.target)} {say(indicator.target)} · <Stated indicator={indicator} />
        <br />
        {say(words.by)} {dayInWords(indicator.by, language)}
        {isLate(indicator, day) ? say(words.past) : ''} · {say(words.ways[figure.way])}
      </p>
    </li>
  )
}

/** Whose number the target is: the plan's own, or our reading of its words. */
export function Stated({ indicator: { stated, goal } }: { indicator: IndicatorShape }) {
  const say = useSay()
  if (goal === 'trend') return <span class="reading">{say(words.directionOnly)}</span>
  return stated ? (
    <span class="stated">{say(words.stated)}</span>
  ) : (
    <span class="reading" title={say(words.readingHint)}>
      {say(words.reading)}
    </span>
  )
}

/** On a wide screen open at once, on a phone a line with its tally. */
function SectionTable({ section, rows, open }: { section: string; rows: readonly Row[]; open: boolean }) {
  const say = useSay()
  const title = say(sectionWords(section))
  return (
    <details class="section card" open={open}>
      <summary class="row between">
        <h2>{title}</h2>
        <span class="row small">
          {LOOKS.map((look) => {
            const count = rows.filter((row) => row.look === look).length
            return count === 0 ? null : (
              <span key={look} class="count">
                <Mark shape={MARK_OF[look]} /> <span class="hidden-text">{say(words.states[look])}</span> {count}
              </span>
            )
          })}
        </span>
      </summary>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.indicator)}</th>
            <th scope="col">{say(words.figure)}</th>
            <th scope="col" class="wide">
              {say(words.target)}
            </th>
            <th scope="col" class="wide">
              {say(words.gap)}
            </th>
            <th scope="col" class="wide">
              {say(words.way)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ indicator, figure, look, moved, href }) => {
            const gap = gapWords(figure, indicator.goal)
            return (
              <tr key={indicator.id}>
                <th scope="row">
                  <Link class="over" href={href} data-figure={indicator.id}>
                    <span class="number small">{indicator.id}</span> {say(indicator.name)}
                  </Link>
                  <span class="narrow small">
                    {say(words.target)} {say(indicator.target)}
                    {indicator.goal === 'trend' ? '' : `(${say(indicator.stated ? words.stated : words.reading)})`}
                    {gap ? ` · ${say(gap)}` : ''}
                    {figure.way === 'by-hand' ? ` · ${say(words.ways['by-hand'])}` : ''}
                  </span>
                </th>
                <td>
                  <FigureText figure={figure} look={look} /> <MovedArrow moved={moved} />
                  {look === 'na' || look === 'none' ? null : <div class="small">{say(words.states[look])}</div>}
                </td>
                <td class="wide">
                  {say(indicator.target)}
                  <div class="small">
                    <Stated indicator={indicator} />
                  </div>
                </td>
                <td class="wide">
                  {gap ? <strong class="gap">{say(gap)}</strong> : look === 'met' ? say(words.noGap) : '—'}
                </td>
                <td class="wide small">{say(words.ways[figure.way])}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

export function Method() {
  const say = useSay()
  return (
    <section class="stack-tight method" aria-labelledby="method">
      <h2 id="method">{say(words.method)}</h2>
      <ul class="stack-tight small">
        {words.methodLines.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ul>
    </section>
  )
}
