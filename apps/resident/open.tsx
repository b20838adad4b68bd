/** 公开: what anyone can see today: every time limit with its basis. */
import { Link } from 'wouter-preact'
import { listValues } from '#kernel/settings/contract.ts'
import { valueText } from '#kernel/settings/terms.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { listWords } from '../../pages/lists/words.ts'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { planWords } from '../../pages/plan-words.ts'
import { words } from '../../pages/words.ts'
import { Section, Skeleton } from '#ui/kit.tsx'

export function OpenPage() {
  const say = useSay()
  const { answer, problem } = useAnswer(listValues, { query: {} })
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  return (
    <>
      <h1>{say(words.openNow)}</h1>
      <Section title={say(words.cityFigures)}>
        <p>{say(words.cityFiguresHint)}</p>
        <p>
          <Link class="button primary" href="/city">
            {say(words.cityFiguresOpen)}
          </Link>
        </p>
      </Section>
      <nav class="stack-tight" aria-label={say(words.open)}>
        <Link class="button wide" href="/plan">
          {say(planWords.plan)}
        </Link>
        <Link class="button wide" href="/lists">
          {say(listWords.lists)}
        </Link>
        <Link class="button wide" href="/open/exposures">
          {say(relief.exposures)}
        </Link>
        <Link class="button wide" href="/open/burden">
          {say(relief.officeLeague)}
        </Link>
      </nav>
      <Section title={say(words.values)}>
        <div class="table-wrap" tabIndex={0} role="region" aria-label={say(words.values)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.item)}</th>
                <th scope="col">{say(words.value)}</th>
                <th scope="col">{say(words.basis)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.map((one) => (
                <tr key={one.name}>
                  <td>{say(one.title)}</td>
                  <td>{one.now ? say(valueText(one.now.value)) : '—'}</td>
                  <td>
                    {one.now ? say(one.now.basis) : ''}{' '}
                    {one.now && !one.now.verified ? <span class="small">{say(words.unverified)}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}
