/** 打电话问人: help that rings a human, one tap from wherever somebody may be stuck. 12345 is the city's own hotline. */
import { useSay } from '../../pages/language.tsx'
import { words } from '../../pages/words.ts'

export function CallPerson({ short }: { short?: boolean }) {
  const say = useSay()
  return short ? (
    <a class="button quiet" href="tel:12345">
      {say(words.callShort)}
    </a>
  ) : (
    <a class="button wide" href="tel:12345">
      {say(words.call)} 12345
    </a>
  )
}
