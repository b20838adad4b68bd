/** 办事指南: what it is, who may, what to bring, how long, before any form. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { getService, type ServiceGuide } from '#capabilities/service-cases/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Text } from '#kernel/text'
import { CallPerson } from './call-person.tsx'
import { rememberedPlace } from './place-picker.tsx'
import { Facts, Section, Skeleton } from '#ui/kit.tsx'

export function GuidePage({ code }: { code: string }) {
  const say = useSay()
  const [place] = useState(rememberedPlace)
  const { answer: guide, problem } = useAnswer(getService, { params: { code }, query: place ? { place } : {} })
  if (problem) return <Refused problem={problem} />
  if (!guide) return <Skeleton label={say(words.loading)} />
  const demanded = guide.materials.filter((one) => one.demanded)
  const fetched = guide.materials.filter((one) => one.source !== 'applicant')
  return (
    <>
      <h1>{say(guide.name)}</h1>
      <p>{say(guide.summary)}</p>
      <Section title={say(words.time)}>
        <Facts
          rows={[
            { id: 'promised', label: say(words.promised), value: <Term term={guide.promised} /> },
            ...(guide.legal ? [{ id: 'legal', label: say(words.byLaw), value: <Term term={guide.legal} /> }] : []),
          ]}
        />
      </Section>
      {guide.conditions.length ? (
        <Section title={say(words.who)}>
          <ul class="stack-tight">
            {guide.conditions.map((one) => (
              <li key={one.en}>{say(one)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={say(words.bring)}>
        {demanded.length === 0 ? (
          <p>{say(words.nothingToBring)}</p>
        ) : (
          <ul class="stack-tight">
            {demanded.map((one) => (
              <li key={one.id}>
                {say(one.name)}{' '}
                <span class="small">
                  {one.necessity === 'tolerable'
                    ? say(words.tolerable)
                    : one.necessity === 'conditional'
                      ? say(words.conditional)
                      : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
        {fetched.length ? (
          <p class="small">
            {say(words.weFetch)}
            {say(words.colon)}
            {fetched.map((one) => say(one.name)).join(' · ')}
          </p>
        ) : null}
      </Section>
      <Section title={say(words.steps)}>
        <ol class="timeline">
          {guide.flow.map((one, i) => (
            <li key={i}>
              <strong>{say(one.office)}</strong>
              <div class="small">
                {say(one.task)}
                {one.days ? ` · ${one.days} ${say(words.workingDays)}` : ''}
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={say(words.result)}>
        <p>{say(guide.result)}</p>
      </Section>
      <CallPerson />
      <p class="sticky-act">
        <Link class="button primary wide" href={`/apply/${guide.code}`}>
          {say(words.apply)}
        </Link>
      </p>
    </>
  )
}

function Term({ term }: { term: NonNullable<ServiceGuide['legal']> }) {
  const say = useSay()
  const unit: Text = term.unit === 'working-days' ? words.workingDays : words.days
  return (
    <>
      {term.days === 0 ? say(words.sameDay) : `${term.days} ${say(unit)}`}{' '}
      <span class="small">
        {say(term.basis)}
        {term.verified ? '' : ` · ${say(words.unverified)}`}
      </span>
    </>
  )
}
