/** A refusal in words: what, by which article, and what to do next. */
import type { Problem } from '#platform/http/client.ts'
import { Notice } from '#ui/kit.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

export function Refused({ problem }: { problem: Problem }) {
  const say = useSay()
  return (
    <Notice tone="refusal" title={say(problem.text)}>
      {problem.basisText ? (
        <p class="small">
          {say(words.basis)}
          {say(words.colon)}
          {say(problem.basisText)}
        </p>
      ) : null}
      {problem.next ? <p>{say(problem.next)}</p> : null}
    </Notice>
  )
}
