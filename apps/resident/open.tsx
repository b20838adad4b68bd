/** 公开: what anyone can see today: every time limit with its basis. */
import { useState } from 'preact/hooks'
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
import { Skeleton } from '#ui/kit.tsx'
import type { Text } from '#kernel/text'

const PAGES: readonly (readonly [string, Text, Text])[] = [
  ['/city', words.cityFigures, words.cityFiguresHint],
  ['/plan', planWords.plan, planWords.planHint],
  ['/lists', listWords.lists, listWords.listsHint],
  ['/open/exposures', relief.exposures, relief.exposuresHint],
  ['/open/burden', relief.officeLeague, relief.officeLeagueHint],
]

export function OpenPage() {
  const say = useSay()
  const [unfolded, setUnfolded] = useState(false)
  return (
    <>
      <h1>{say(words.openNow)}</h1>
      <nav class="stack-tight" aria-label={say(words.open)}>
        {PAGES.map(([href, name, hint]) => (
          <Link key={href} class="card stack-tight errand" href={href}>
            <strong>{say(name)}</strong>
            <span class="small">{say(hint)}</span>
          </Link>
        ))}
      </nav>
      <details class="card" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>
          <strong>{say(words.values)}</strong>
        </summary>
        {unfolded ? <Values /> : null}
      </details>
    </>
  )
}

function Values() {
  const say = useSay()
  const { answer, problem } = useAnswer(listValues, { query: {} })
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  return (
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
              <td>{one.now ? say(valueText(one.now.value, one.now.unit)) : '—'}</td>
              <td>
                {one.now ? say(one.now.basis) : ''}{' '}
                {one.now && !one.now.verified ? <span class="small">{say(words.unverified)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
