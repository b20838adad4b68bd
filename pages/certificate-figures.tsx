/** 证明治理四数: refused, demands verified, not put right in time, and how many kinds the lists retain, version by version; both apps draw it. */
import { Link } from 'wouter-preact'
import { countCertificates } from '#capabilities/certificates/contract.ts'
import { Facts, Section, Skeleton } from '#ui/kit.tsx'
import { useSay } from './language.tsx'
import { Refused } from './refused.tsx'
import { reliefWords as relief } from './relief-words.ts'
import { useAnswer } from './server.ts'
import { words } from './words.ts'

export function CertificateFigures() {
  const say = useSay()
  const { answer, problem } = useAnswer(countCertificates, {})
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  return (
    <Section title={say(relief.figures)}>
      <Facts
        rows={[
          { id: 'refused', label: say(relief.refusedCount), value: answer.refused },
          { id: 'verified', label: say(relief.verifiedCount), value: answer.verified },
          {
            id: 'overdue',
            label: say(relief.overdueCount),
            value: answer.overdue ? <span class="badge warn">{answer.overdue}</span> : 0,
          },
          ...answer.lists.map((one) => ({
            id: one.place,
            label: `${say(relief.retainedCount)} · ${say(one.name)}`,
            value: (
              <>
                {one.sizes.map(({ items }) => items).join(' → ')}{' '}
                <span class={`badge ${one.trend === 'rising' ? 'warn' : ''}`}>{say(relief.trends[one.trend])}</span>{' '}
                <Link href={`/lists/${one.county}/${one.id}`}>{say(relief.listVersion)}</Link>
              </>
            ),
          })),
        ]}
      />
    </Section>
  )
}
