/** 正在替家人办事: above every page while one acts for somebody else. */
import { useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'
import { Button } from '#ui/kit.tsx'
import { actFor, useActingFor } from './acting-for.ts'

export function ActingForBar() {
  const say = useSay()
  const now = useActingFor()
  if (!now) return null
  return (
    <div class="waiting row between" role="status">
      <strong>
        {say(words.actingFor)} {now.name}
      </strong>
      <Button tone="quiet" onClick={() => actFor(undefined)}>
        {say(words.stopActing)}
      </Button>
    </div>
  )
}
