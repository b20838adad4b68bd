/** 证明 at the desk: asked over the counter; the register of what was issued and sealed; who demands; the cases against them. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import {
  findCertificateKinds,
  listCertificates,
  listDemanders,
  listDemands,
  requestCertificateAtCounter,
} from '#capabilities/certificates/contract.ts'
import { DEMAND_REPORTERS } from '#capabilities/certificates/terms.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { CertificateFigures } from '../../pages/certificate-figures.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { call, isOpenTo, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Notice, Section, Select, TextInput } from '#ui/kit.tsx'
import { ReportDemand } from './absurd-demand.tsx'

export function CertificatesPage({ me }: { me: Me }) {
  const say = useSay()
  const role = me.hat?.role ?? ''
  const [reported, setReported] = useState(0)
  return (
    <div class="stack">
      <h1>{say(relief.certificatesShort)}</h1>
      {isOpenTo(requestCertificateAtCounter, role) ? <AtCounter place={me.hat?.place ?? ''} /> : null}
      <CertificateFigures />
      {me.hat && DEMAND_REPORTERS.includes(role) ? (
        <ReportDemand place={me.hat.place} today={me.today} onDone={() => setReported(reported + 1)} />
      ) : null}
      <Demands key={reported} />
      {isOpenTo(listCertificates, role) ? <Issued /> : null}
      {isOpenTo(listDemanders, role) ? <Demanders /> : null}
    </div>
  )
}

function AtCounter({ place }: { place: string }) {
  const say = useSay()
  const key = useKey()
  const kinds = useAnswer(findCertificateKinds, { query: { place } })
  const empty = { kind: '', name: '', idNumber: '', demander: '', purpose: '' }
  const [values, setValues] = useState(empty)
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState<{ county: string; id: string; number: string; outcome: string }>()
  const set =
    (name: keyof typeof empty) =>
    (value: string): void =>
      setValues({ ...values, [name]: value })
  const send = (): void => {
    call(requestCertificateAtCounter, { body: { place, ...values } }, { key: key.current() }).then(
      (answer) => {
        setDone(answer)
        setValues(empty)
        setProblem(undefined)
        key.renew()
      },
      (error: unknown) => {
        setProblem(problemOf(error))
        key.renew()
      },
    )
  }
  return (
    <Section title={say(relief.atCounter)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        {done ? (
          <Notice tone="good" title={say(done.outcome === 'referred' ? relief.referred : relief.askedFor)}>
            <Link class="number" href={`/cases/${done.county}/${done.id}`}>
              {done.number}
            </Link>
          </Notice>
        ) : null}
        <Select
          id="certificate-kind"
          label={say(relief.what)}
          none={say(words.chooseOne)}
          value={values.kind}
          onChange={set('kind')}
          options={[
            ...(kinds.answer?.rows ?? []).map((one) => ({
              value: one.code,
              label: `${say(one.name)} · ${say(one.answer === 'on-list' ? relief.onList : relief.notOurs)}`,
            })),
            { value: 'other', label: say(relief.noneOfThese) },
          ]}
        />
        <div class="side-by-side">
          <TextInput
            id="certificate-name"
            label={say(words.realName)}
            value={values.name}
            onChange={set('name')}
            max={50}
          />
          <TextInput
            id="certificate-id"
            label={say(words.idNumber)}
            value={values.idNumber}
            onChange={set('idNumber')}
            max={40}
          />
        </div>
        <div class="side-by-side">
          <TextInput
            id="certificate-demander"
            label={say(relief.demander)}
            value={values.demander}
            onChange={set('demander')}
            max={60}
          />
          <TextInput
            id="certificate-purpose"
            label={say(relief.purpose)}
            value={values.purpose}
            onChange={set('purpose')}
            max={120}
          />
        </div>
        <div class="row">
          <Button tone="primary" type="submit" disabled={values.kind === ''}>
            {say(relief.send)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Demands() {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(listDemands, {}, () => true)
  return (
    <Section title={say(relief.demands)}>
      {problem ? <Refused problem={problem} /> : null}
      {answer?.length === 0 ? <p class="empty">{say(relief.none)}</p> : null}
      <ul class="stack-tight" data-demands>
        {answer?.map((one) => (
          <li key={one.id} class="row between">
            <span>
              <Link href={`/cases/${one.county}/${one.id}`}>{one.organisation}</Link> · {say(one.kind)}
            </span>
            <span class={`badge ${one.overdue ? 'warn' : ''}`}>
              {one.overdue ? say(relief.overdue) : say(one.step)}
              {one.dueOn ? ` · ${dayInWords(one.dueOn, language)}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Issued() {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(listCertificates, { query: {} }, () => true)
  return (
    <Section title={say(relief.certificateRegister)}>
      {problem ? <Refused problem={problem} /> : null}
      {answer?.rows.length === 0 ? <p class="empty">{say(relief.noCertificates)}</p> : null}
      {answer?.rows.length ? (
        <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(relief.certificateRegister)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.number)}</th>
                <th scope="col">{say(words.item)}</th>
                <th scope="col">{say(words.issuedOn)}</th>
                <th scope="col">{say(relief.sealedOn)}</th>
                <th scope="col">{say(relief.validUntil)}</th>
                <th scope="col">{say(words.status)}</th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link href={`/cases/${one.county}/${one.id}`}>{one.number}</Link>
                  </td>
                  <td>
                    {say(one.kind)} {one.who}
                  </td>
                  <td>{dayInWords(one.issuedOn, language)}</td>
                  <td>{dayInWords(one.sealedOn, language)}</td>
                  <td>{dayInWords(one.until, language)}</td>
                  <td>{say(relief.states[one.state])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Section>
  )
}

function Demanders() {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(listDemanders, {})
  return (
    <Section title={say(relief.demandersSaid)}>
      <p class="small">{say(relief.demandersHint)}</p>
      {problem ? <Refused problem={problem} /> : null}
      {answer?.length === 0 ? <p class="empty">{say(relief.none)}</p> : null}
      <ul class="stack-tight">
        {answer?.map((one) => (
          <li key={one.demander} class="row between">
            <span>
              <strong>{one.demander}</strong>{' '}
              <span class="small">{one.kinds.map(say).join(language === 'zh' ? '、' : ', ')}</span>
            </span>
            <span class="badge">
              {one.count} {say(relief.times)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
