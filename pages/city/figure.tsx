/** 单项指标: one figure of one place: what is counted, how it stands, place by place, month by month, and what it rests on. */
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { getFigure } from '#kernel/indicator-store/contract.ts'
import { Columns, Mark } from '#ui/figures.tsx'
import { Facts, Notice, Section, Skeleton } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { useAnswer } from '../server.ts'
import { words as common } from '../words.ts'
import { stopsOf, useCatalogue } from './catalogue.ts'
import { MARK_OF, MovedArrow, State } from './marks.tsx'
import { Method, Stated } from './overview.tsx'
import { AsOf, Failed, MonthSlider, PrintedFoot, TakeAway, Trail } from './parts.tsx'
import { Owners } from './owners.tsx'
import { PartsTable } from './parts-table.tsx'
import {
  amount,
  figureWords,
  filled,
  gapWords,
  grainsOf,
  grouped,
  highestOf,
  isLate,
  lookOf,
  monthWords,
  pathTo,
} from './reading.ts'
import { RestsOn } from './rests-on.tsx'
import { RowsBehind } from './rows.tsx'
import { sectionWords } from './sections.ts'
import { useSetting } from './setting.ts'
import { TileMap } from './tile-map.tsx'
import { cityWords as words } from './words.ts'

/** 总体目标: counted from the other figures, not from a register. @plan P2.3 */
const GOAL = 'P2.3'

export type Found = NonNullable<ReturnType<typeof useFigure>['answer']>

function useFigure(indicator: string, place: string | undefined, month: string | undefined) {
  return useAnswer(getFigure, { params: { id: indicator }, query: { place, month, below: 'all' } })
}

export function FigurePage({
  indicator: id,
  place,
  month,
}: {
  indicator: string
  place: string | undefined
  month: string | undefined
}) {
  const say = useSay()
  const { elder, embedded } = useSetting()
  const asked = useFigure(id, place, month)
  const { catalogue } = useCatalogue(asked.answer?.month)
  const { answer } = asked
  if (!answer || answer.indicator.id !== id)
    return asked.problem && !asked.loading ? (
      <Failed problem={asked.problem} again={asked.again} />
    ) : (
      <Skeleton label={say(common.loading)} lines={10} />
    )
  const { indicator, figure, parts, day } = answer
  const here = answer.place
  const address = { indicator: indicator.id, place: here.code }
  const look = lookOf(figure, indicator, day)
  const { lowest } = grainsOf(parts)
  const current = month === undefined || month === catalogue?.month
  return (
    <>
      <header class="stack-tight">
        <Trail path={answer.path} indicator={indicator.id} kept={month} />
        <p class="small kicker">
          <span class="number">{indicator.id}</span> · {say(sectionWords(indicator.section))}
        </p>
        <h1>{say(indicator.name)}</h1>
        <p>
          <Link href={pathTo({ place: here.code }, month)}>{say(here.name)}</Link>{' '}
          <span class="small">
            <AsOf day={day} current={current} />
          </span>
        </p>
      </header>
      {asked.problem ? <Failed problem={asked.problem} again={asked.again} /> : null}
      <div class={asked.loading ? 'two waiting-for' : 'two'} aria-busy={asked.loading}>
        <Standing found={answer} />
        <section class="section card" aria-labelledby="months">
          <h2 id="months">{say(words.months)}</h2>
          {look === 'none' ? null : <Months found={answer} />}
          {catalogue ? (
            <MonthSlider address={{ indicator: id, place }} stops={stopsOf(catalogue)} month={answer.month} />
          ) : null}
        </section>
      </div>
      {look === 'none' ? <Missing found={answer} /> : null}
      <Owners found={answer} />
      {answer.peers ? <PeersText found={answer} /> : null}
      {parts.length && look !== 'none' ? (
        <TileMap key={here.code} indicator={indicator} day={day} kept={month} parts={parts} elder={elder === true} />
      ) : null}
      {parts.length && look !== 'none' ? <PartsTable found={answer} kept={month} /> : null}
      {indicator.section === GOAL ? (
        <Section title={say(words.rows)}>
          <p>{say(words.rowsAreFigures)}</p>
          <p>
            <Link class="button" href={pathTo({ place: here.code }, month)}>
              {say(words.dated)}
            </Link>
          </p>
        </Section>
      ) : look === 'none' ? null : lowest === undefined ? (
        <RowsBehind indicator={indicator.id} place={here.code} />
      ) : (
        <p class="small">{say(words.rowsElsewhere)}</p>
      )}
      {elder ? null : <RestsOn found={answer} />}
      {elder || embedded ? null : <Method />}
      <TakeAway address={address} kept={month} />
      <PrintedFoot day={day} />
    </>
  )
}

/** The big number and all that is said of it. */
function Standing({ found }: { found: Found }) {
  const say = useSay()
  const { language } = useLanguage()
  const { indicator, figure, moved, day } = found
  const look = lookOf(figure, indicator, day)
  const without = look === 'na' || look === 'none'
  const gap = gapWords(figure, indicator.goal)
  return (
    <section class={`section card standing ${look}`} aria-label={say(words.figure)}>
      <p class={without ? 'huge without' : 'huge'} data-big>
        {without ? <Mark shape={MARK_OF[look]} /> : null} {say(figureWords(figure))}
      </p>
      <p class="row">
        {without ? null : <State look={look} />}
        {gap ? <strong class="gap">{say(gap)}</strong> : null}
        <MovedArrow moved={moved} worded />
      </p>
      {without && (look === 'na' || look === 'none') ? <p class="small">{say(words.stateHints[look])}</p> : null}
      <Facts
        rows={[
          { id: 'formula', label: say(words.whatIsCounted), value: say(indicator.formula) },
          ...(without
            ? []
            : [
                {
                  id: 'n',
                  label: `${say(words.numerator)} / ${say(words.denominator)}`,
                  value: (
                    <span class="number">
                      {amount(indicator.unit, figure.n)}
                      {figure.d ? ` / ${grouped(figure.d)}` : ''}
                    </span>
                  ),
                },
              ]),
          {
            id: 'target',
            label: say(words.target),
            value: (
              <>
                {say(indicator.target)} · <Stated indicator={indicator} />
                {indicator.stated || indicator.goal === 'trend' ? null : (
                  <span class="small block">{say(words.readingHint)}</span>
                )}
              </>
            ),
          },
          {
            id: 'by',
            label: say(words.by),
            value: indicator.by
              ? `${dayInWords(indicator.by, language)}${isLate(indicator, day) ? say(words.past) : ''}`
              : say(words.noDay),
          },
          { id: 'way', label: say(words.way), value: say(words.ways[figure.way]) },
        ]}
      />
    </section>
  )
}

/** The months on record of this place, the one looked at marked; the same as a table. */
function Months({ found }: { found: Found }) {
  const say = useSay()
  const { indicator, month } = found
  const months = useMemo(() => {
    const others = found.months.filter((one) => one.month !== month)
    return [...others, { month, figure: found.figure }].sort((a, b) => (a.month < b.month ? -1 : 1))
  }, [found])
  const highest =
    indicator.unit === 'percent' || indicator.unit === 'yes-no'
      ? { n: 1, d: 1 }
      : highestOf(months.map((one) => one.figure))
  const part = ({ n, d, state }: Found['figure']): number | undefined =>
    state === 'n/a' || state === 'no-data' || highest.n === 0
      ? state === 'n/a' || state === 'no-data'
        ? undefined
        : 0
      : Math.min(1, (n * (highest.d || 1)) / ((d || 1) * highest.n))
  return (
    <>
      <Columns
        chosen={month}
        columns={months.map((one) => ({
          id: one.month,
          label: one.month.slice(2).replace('-', '.'),
          value: say(figureWords(one.figure)),
          part: part(one.figure),
        }))}
      />
      <details>
        <summary>{say(words.monthsTable)}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.month)}</th>
              <th scope="col">{say(words.figure)}</th>
              <th scope="col">
                {say(words.numerator)} / {say(words.denominator)}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month} aria-current={one.month === month ? 'true' : undefined}>
                <th scope="row">{say(monthWords(one.month))}</th>
                <td>{say(figureWords(one.figure))}</td>
                <td class="number">
                  {one.figure.state === 'n/a' || one.figure.state === 'no-data'
                    ? '—'
                    : `${amount(indicator.unit, one.figure.n)}${one.figure.d ? ` / ${grouped(one.figure.d)}` : ''}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** 同类比较: beside its like, nobody named. */
function PeersText({ found: { peers, indicator } }: { found: Found }) {
  const say = useSay()
  if (!peers) return null
  const size =
    peers.to === null
      ? filled(words.sizeFrom, { from: grouped(peers.from) })
      : peers.from === 0
        ? filled(words.sizeUnder, { to: grouped(peers.to) })
        : filled(words.sizeBetween, { from: grouped(peers.from), to: grouped(peers.to) })
  const { language } = useLanguage()
  return (
    <Section title={say(words.peers)}>
      <p>
        {say(
          filled(indicator.goal === 'trend' ? words.peersTrend : words.peersText, {
            kind: words.kinds[peers.kind][language],
            size: size[language],
            places: peers.places,
            met: peers.met,
            middle: peers.middle,
          }),
        )}
      </p>
      <p class="small">{say(words.peersHint)}</p>
    </Section>
  )
}

/** Why there is no figure yet: which registers are still empty. */
function Missing({ found: { sources } }: { found: Found }) {
  const say = useSay()
  const missing = sources.filter((one) => !one.held)
  return (
    <Notice title={say(missing.length ? words.missing : words.missingAll)}>
      {missing.length ? (
        <ul class="dots">
          {missing.map((one) => (
            <li key={one.name}>{say(one.title)}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
