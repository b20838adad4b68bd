/** 议事: what a resident can have a say in here today, and where to speak for the rest until it opens. */
import { Link } from 'wouter-preact'
import { listOpenings } from '#kernel/opening/contract.ts'
import { text, type Text } from '#kernel/text'
import { useSay } from '../../pages/language.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Notice, Section } from '#ui/kit.tsx'
import { CallPerson } from './call-person.tsx'
import { useSession } from './session.ts'

const MEANWHILE: readonly { readonly who: Text; readonly what: Text }[] = [
  {
    who: text('社区(村)委员会', 'Your community or village committee'),
    what: text(
      '想提议题、开协商会、看账目,到所在的居(村)委会说;居(村)民小组长、楼门长也可以替您转达。',
      'To raise a subject, ask for a deliberation or see the books, speak to your committee; the head of your group or your doorway may carry it there.',
    ),
  },
  {
    who: text('居(村)民会议、居(村)民代表会议', 'The residents’ or villagers’ assembly'),
    what: text(
      '关系全体居(村)民利益的事,由会议讨论决定;开会的时间地点看社区公告栏。',
      'What concerns everybody is decided by the assembly; when and where it meets is on the notice board.',
    ),
  },
]

export function TalkPage() {
  const say = useSay()
  const { me } = useSession()
  const openings = useAnswer(me?.kind === 'resident' ? listOpenings : undefined, {})
  return (
    <>
      <h1>{say(words.talk)}</h1>
      <Notice tone="info" title={say(words.talkNotYet)}>
        <p>{say(words.talkNotYetHint)}</p>
      </Notice>
      <Section title={say(words.talkNow)}>
        <ul class="stack">
          <li class="stack-tight">
            <Link class="button wide" href="/mine">
              {say(words.rateCase)}
            </Link>
            <span class="small">{say(words.rateCaseHint)}</span>
          </li>
          {(openings.answer ?? []).map((one) => (
            <li key={one.procedure}>
              <Link class="button wide" href={`/start/${one.procedure}`}>
                {say(one.title)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say(words.talkMeanwhile)}>
        <ul class="stack">
          {MEANWHILE.map((one) => (
            <li key={one.who.en} class="stack-tight">
              <strong>{say(one.who)}</strong>
              <span>{say(one.what)}</span>
            </li>
          ))}
        </ul>
        <CallPerson />
      </Section>
    </>
  )
}
