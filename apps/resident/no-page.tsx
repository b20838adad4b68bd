import { Link } from 'wouter-preact'
import { useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { CallPerson } from './call-person.tsx'

export function NoPage() {
  const say = useSay()
  return (
    <div class="empty stack">
      <h1>{say(words.noPage)}</h1>
      <p>
        <Link class="button" href="/">
          {say(words.home)}
        </Link>
      </p>
      <CallPerson />
    </div>
  )
}
