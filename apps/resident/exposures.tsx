/** “无厘头”证明曝光: the organisations that demanded what they may not; never a resident. */
import { listExposures } from '#capabilities/certificates/contract.ts'
import { CertificateFigures } from '../../pages/certificate-figures.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Section, Skeleton } from '#ui/kit.tsx'

export function ExposuresPage() {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(listExposures, {})
  return (
    <>
      <h1>{say(relief.exposures)}</h1>
      <p>{say(relief.exposuresLead)}</p>
      {answer ? null : problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />}
      <CertificateFigures />
      {answer?.rows.length === 0 ? <p class="empty">{say(relief.noExposures)}</p> : null}
      <ul class="stack">
        {answer?.rows.map((one, i) => (
          <li key={i} class="card stack-tight">
            <div class="row between">
              <strong>{one.organisation}</strong>
              <span class={`badge ${one.state === 'rectified' ? '' : 'warn'}`}>{say(relief.states[one.state])}</span>
            </div>
            <p>{one.text}</p>
            <p class="small">
              {say(one.kind)} · {dayInWords(one.exposedOn, language)} · {say(relief.rectifyBy)}{' '}
              {dayInWords(one.due, language)}
            </p>
          </li>
        ))}
      </ul>
      {answer?.ranking.length ? (
        <Section title={say(relief.ranking)}>
          <div class="table-wrap counts" tabIndex={0} role="region" aria-label={say(relief.ranking)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(relief.organisation)}</th>
                  <th scope="col">{say(relief.verified)}</th>
                  <th scope="col">{say(relief.inTime)}</th>
                  <th scope="col">{say(relief.overdue)}</th>
                </tr>
              </thead>
              <tbody>
                {answer.ranking.map((one) => (
                  <tr key={one.organisation}>
                    <td>{one.organisation}</td>
                    <td>{one.verified}</td>
                    <td>{one.inTime}</td>
                    <td>{one.overdue}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ) : null}
    </>
  )
}
