/** 我的: my cases on any device, live; what is held of me, and who looked at it. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { getCase, listMine } from '#kernel/case/contract.ts'
import { summariesOf } from '#kernel/case/names.ts'
import { listMessages } from '#kernel/notice/contract.ts'
import { listOpenings } from '#kernel/opening/contract.ts'
import { getMyData, listMyLooks, signOut } from '#kernel/person/contract.ts'
import { CaseBody, CaseHead, LightOf, Moves } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, touches, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Facts, Section, Skeleton } from '#ui/kit.tsx'
import { removeAllDrafts } from './drafts.ts'
import { CallPerson } from './call-person.tsx'
import { useSession } from './session.ts'
import { ShareNumber } from './share.tsx'
import { SignIn } from './sign-in.tsx'

export function MinePage() {
  const say = useSay()
  const { me } = useSession()
  if (!me) return <Skeleton label={say(words.loading)} />
  return me.kind === 'resident' ? (
    <Mine />
  ) : (
    <>
      <h1>{say(words.mine)}</h1>
      <SignIn onDone={() => {}} />
    </>
  )
}

function Mine() {
  const say = useSay()
  const { language } = useLanguage()
  const { me, again } = useSession()
  const cases = useAnswer(listMine, { query: {} }, () => true)
  const messages = useAnswer(listMessages, {}, () => true)
  const looks = useAnswer(listMyLooks, {})
  const data = useAnswer(getMyData, {})
  const openings = useAnswer(listOpenings, {})
  const [leaving, leave] = useState(false)
  return (
    <>
      <h1>{say(words.myCases)}</h1>
      {cases.problem ? <Refused problem={cases.problem} /> : null}
      {cases.answer?.rows.length === 0 ? (
        <div class="empty stack">
          <p>{say(words.noCases)}</p>
          <p>
            <Link class="button" href="/">
              {say(words.goAndDo)}
            </Link>
          </p>
        </div>
      ) : null}
      <ul class="stack-tight">
        {(cases.answer ? summariesOf(cases.answer) : []).map((one) => (
          <li key={one.id} class="card">
            <Link href={`/mine/${one.county}/${one.id}`}>{say(one.subjectName)}</Link>
            <div class="row between">
              <span class="small">
                {one.number} · {say(one.stepText)} {one.dueOn ? dayInWords(one.dueOn, language) : ''}
              </span>
              <LightOf light={one.light} />
            </div>
          </li>
        ))}
      </ul>
      {messages.answer?.length ? (
        <Section title={say(words.messages)}>
          <ul class="stack-tight" data-messages>
            {messages.answer.map((one) => (
              <li key={one.id}>
                {one.case ? <Link href={`/mine/${one.county}/${one.case}`}>{say(one.text)}</Link> : say(one.text)}
                <div class="small">{dayInWords(one.at, language)}</div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {data.answer ? (
        <Section title={say(words.myData)}>
          <Facts
            rows={[
              { id: 'name', label: say(words.realName), value: data.answer.name },
              { id: 'id', label: say(words.idNumber), value: data.answer.idNumber ?? '—' },
              { id: 'phone', label: say(words.phone), value: data.answer.phone ?? '—' },
            ]}
          />
          <ul class="stack-tight">
            {(openings.answer ?? []).map((one) => (
              <li key={one.procedure}>
                <Link href={`/start/${one.procedure}`}>{say(one.title)}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={say(words.whoLooked)}>
        {looks.answer?.length === 0 ? <p class="small">{say(words.nobodyLooked)}</p> : null}
        <ul class="stack-tight">
          {(looks.answer ?? []).map((one, i) => (
            <li key={i}>
              <strong>{say(one.office)}</strong> {say(one.role)}
              <div class="small">
                {dayInWords(one.at, language)} · {one.purpose}
                {one.caseNumber ? ` · ${one.caseNumber}` : ''}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <p class="row between">
        <span class="small">{me?.name}</span>
        <Button
          tone="quiet"
          busy={leaving}
          onClick={() => {
            leave(true)
            void Promise.all([removeAllDrafts(), call(signOut, {})]).then(again)
          }}
        >
          {say(words.signOut)}
        </Button>
      </p>
    </>
  )
}

export function CasePageView({ county, id }: { county: string; id: string }) {
  const say = useSay()
  const { answer, problem, again } = useAnswer(getCase, { params: { county, id } }, (change) => touches(change, id))
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  return (
    <div class="stack" data-step={answer.summary.step}>
      <CaseHead summary={answer.summary} />
      <Moves page={answer} onDone={again} />
      <CaseBody page={answer} linkTo={(one) => `/mine/${one.county}/${one.id}`} />
      <div class="side-by-side no-print">
        <ShareNumber number={answer.summary.number} />
        <CallPerson />
      </div>
    </div>
  )
}
