/** 审计: who looks at personal data how often; never whose data it was. */
import { useState } from 'preact/hooks'
import { exportLookers, listLookers } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Skeleton } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { problemOf, save, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

export function AuditPage() {
  const say = useSay()
  const { language } = useLanguage()
  const [problem, setProblem] = useState<Problem>()
  const lookers = useAnswer(listLookers, {})
  if (!lookers.answer)
    return lookers.problem ? <Refused problem={lookers.problem} /> : <Skeleton label={say(words.loading)} />
  return (
    <div class="stack">
      <div class="row between">
        <h1>{say(words.lookers)}</h1>
        <Button
          onClick={() => void save(exportLookers.path, {}).catch((error: unknown) => setProblem(problemOf(error)))}
        >
          {say(words.toSheet)}
        </Button>
      </div>
      {problem ? <Refused problem={problem} /> : null}
      <p class="small">{say(words.lookersHint).replace('{n}', String(lookers.answer.aDay))}</p>
      {lookers.answer.rows.length === 0 ? <p class="empty">{say(words.noRows)}</p> : null}
      <ul class="stack-tight">
        {lookers.answer.rows.map((one, i) => (
          <li key={i} class="card">
            <span class="row between">
              <strong>
                {one.name} · {say(one.office)} {say(one.role)}
              </strong>
              {one.tooMany ? <span class="badge warn">{say(words.tooMany)}</span> : null}
            </span>
            <span class="small">
              {dayInWords(one.day, language)} · {one.looks} {say(words.looksCount)} · {one.people}{' '}
              {say(words.peopleCount)} · {one.purposes.join('；')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
