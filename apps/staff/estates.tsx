/** 规模与小区: the size of each community by the plan and by the laws, and who is in charge of every estate. */
import { useState } from 'preact/hooks'
import { exportEstates, reportEstates, reportSizes, type SizeLine } from '#capabilities/estates/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { estateWords as own } from '../../pages/estate-words.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { problemOf, save, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Section, Skeleton } from '#ui/kit.tsx'

export function EstatesPage() {
  const say = useSay()
  return (
    <div class="stack">
      <h1>{say(own.reports)}</h1>
      <Estates />
      <Sizes />
    </div>
  )
}

function Estates() {
  const say = useSay()
  const [problem, setProblem] = useState<Problem>()
  const [onlyOpen, setOnlyOpen] = useState(true)
  const { answer, problem: refused } = useAnswer(reportEstates, {})
  if (!answer) return refused ? <Refused problem={refused} /> : <Skeleton label={say(words.loading)} />
  const { totals } = answer
  const lines = answer.lines
    .filter((one) => !onlyOpen || !one.fulfilled || one.reviewDue)
    .sort((a, b) => Number(a.covered) - Number(b.covered) || (a.place < b.place ? -1 : 1))
  const sums = [
    [own.total, totals.estates],
    [own.covered, totals.covered],
    [own.uncovered, totals.uncovered],
    [own.unfulfilled, totals.unfulfilled],
  ] as const
  return (
    <Section title={say(own.estates)}>
      <p class="small">{say(own.estatesHint)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <div class="row between">
        <div class="row">
          {sums.map(([name, count]) => (
            <span key={name.en} class="badge">
              {say(name)} {count}
            </span>
          ))}
        </div>
        <Button
          onClick={() => void save(exportEstates.path, {}).catch((error: unknown) => setProblem(problemOf(error)))}
        >
          CSV
        </Button>
      </div>
      <Tick id="only-open" label={say(own.onlyOpen)} value={onlyOpen} onChange={setOnlyOpen} />
      {totals.estates === 0 ? <p class="empty">{say(own.none)}</p> : null}
      {lines.length ? (
        <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(own.estates)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(own.community)}</th>
                <th scope="col">{say(own.estate)}</th>
                <th scope="col">{say(own.dwellings)}</th>
                <th scope="col">{say(own.duty)}</th>
                <th scope="col">{say(own.coverage)}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((one) => (
                <tr key={one.id}>
                  <td>{say(one.placeName)}</td>
                  <td>{one.name}</td>
                  <td>
                    {one.dwellings} / {one.movedIn}
                  </td>
                  <td>
                    <strong>
                      {one.rule} {say(one.duty)}
                    </strong>
                    <div class="small">
                      {say(one.because)} {say(one.basis)}
                    </div>
                  </td>
                  <td>
                    <span class={one.covered ? 'badge' : 'badge warn'}>{say(own.coverages[one.coverage])}</span>
                    {one.entrustedTo ? <div class="small">{say(one.entrustedTo)}</div> : null}
                    {one.reviewDue ? <div class="small">{say(own.reviewDue)}</div> : null}
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

function Sizes() {
  const say = useSay()
  const [urbanOnly, setUrbanOnly] = useState(true)
  const { answer, problem } = useAnswer(reportSizes, {})
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  const lines = answer.filter((one) => !urbanOnly || one.kind === 'urban')
  const laws = lines[0]?.laws ?? []
  return (
    <Section title={say(own.sizes)}>
      <p class="small">{say(own.sizesHint)}</p>
      <Tick id="urban-only" label={say(own.urbanOnly)} value={urbanOnly} onChange={setUrbanOnly} />
      <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(own.sizes)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(own.community)}</th>
              <th scope="col">{say(own.households)}</th>
              <th scope="col">{say(own.registered)}</th>
              <th scope="col">{say(own.plan)}</th>
              {laws.map((law) => (
                <th scope="col" key={law.validFrom}>
                  {say(law.basis)} {law.from}–{law.to} {law.inForce ? say(own.inForce) : ''}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => (
              <tr key={one.place}>
                <td>{say(one.placeName)}</td>
                <td>{one.households}</td>
                <td>{one.registered}</td>
                <td>{one.plan ? <Grade plan={one.plan} /> : <span class="small">{say(own.noGrade)}</span>}</td>
                {one.laws.map((law) => (
                  <td key={law.validFrom}>{say(law.within ? own.within : own.outside)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Grade({ plan }: { plan: NonNullable<SizeLine['plan']> }) {
  const say = useSay()
  return (
    <>
      <span class={plan.grade === 'advisable' ? 'badge' : 'badge warn'}>
        {plan.rule} {say(plan.name)}
      </span>
      <div class="small">
        {say(plan.because)} {say(plan.basis)}
      </div>
    </>
  )
}

function Tick(props: { id: string; label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label class="row" for={props.id}>
      <input
        id={props.id}
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  )
}
