/** 窗口代办: the clerk sees the card, vouches, and applies on the resident's behalf; paper seen is ticked, not scanned twice. */
import { useState } from 'preact/hooks'
import { applyAtCounter, getService, listServices, lookUpPerson } from '#capabilities/service-cases/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import { issuesOf } from '../../pages/case-view.tsx'
import { asked, FormView } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { type Condition, type FormValues, holds } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Facts, Notice, Section, Select, TextInput } from '#ui/kit.tsx'

type Found = Awaited<ReturnType<typeof find>>
const find = (name: string, idNumber: string) => call(lookUpPerson, { body: { name, idNumber } })

export function CounterPage({ me }: { me: Me }) {
  const say = useSay()
  const key = useKey()
  const place = (me.hat?.place ?? '').padEnd(12, '0')
  const services = useAnswer(listServices, { query: {} })
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [phone, setPhone] = useState('')
  const [found, setFound] = useState<Found>()
  const [code, setCode] = useState('')
  const guide = useAnswer(code ? getService : undefined, { params: { code }, query: { place } })
  const [values, setValues] = useState<FormValues>({})
  const [seen, setSeen] = useState<readonly string[]>([])
  const [agent, setAgent] = useState<'no' | 'signed' | 'oral-recorded'>('no')
  const [agentName, setAgentName] = useState('')
  const [agentIdNumber, setAgentIdNumber] = useState('')
  const [relation, setRelation] = useState('')
  const [ownAccount, setOwnAccount] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [sent, setSent] = useState<{ number: string; county: string; id: string }>()
  const tell = (error: unknown): void => {
    setProblem(problemOf(error))
    key.renew()
    scrollTo({ top: 0 })
  }
  const onFile = new Set(found?.held.map((one) => one.field) ?? [])
  const fields = (guide.answer?.form ?? []).filter(
    (field) =>
      !onFile.has(field.id) && !['applicant-name', 'applicant-id-number', 'applicant-phone'].includes(field.id),
  )
  const materials = (guide.answer?.materials ?? []).filter(
    (one) => one.demanded && (one.when === undefined || holds(one.when as Condition, values)),
  )
  const send = (): void => {
    const shown = new Set(asked(fields, values).map((field) => field.id))
    call(
      applyAtCounter,
      {
        body: {
          item: code,
          place,
          name,
          idNumber,
          ...(phone ? { phone } : {}),
          values: Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id))) as Record<string, never>,
          files: [],
          seen: [...seen],
          ...(agent === 'no'
            ? {}
            : { mandate: { agentName, agentIdNumber, relation, kind: agent, days: 30, ownAccount } }),
        },
      },
      { key: key.current() },
    ).then((answer) => {
      setSent(answer)
      setProblem(undefined)
      key.renew()
    }, tell)
  }
  if (sent) {
    return (
      <div class="stack">
        <Notice tone="good" title={say(words.received)} />
        <p class="number" data-number>
          {sent.number}
        </p>
        <div class="row">
          <a
            class="button primary"
            href={`/api/applications/${sent.county}/${sent.id}/receipt.pdf`}
            target="_blank"
            rel="noopener"
          >
            {say(words.receipt)}
          </a>
          <a class="button" href={`/staff/cases/${sent.county}/${sent.id}`}>
            {say(words.follow)}
          </a>
          <Button onClick={() => location.reload()}>{say(words.counter)}</Button>
        </div>
      </div>
    )
  }
  return (
    <div class="stack">
      <h1>{say(words.counter)}</h1>
      {problem ? <Refused problem={problem} /> : null}
      <Section title={say(words.person)}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            find(name, idNumber).then((answer) => {
              setFound(answer)
              setProblem(undefined)
            }, tell)
          }}
        >
          <TextInput id="person-name" label={say(words.realName)} value={name} onChange={setName} max={50} />
          <TextInput id="person-id" label={say(words.idNumber)} value={idNumber} onChange={setIdNumber} max={40} />
          <div class="row">
            <Button type="submit">{say(words.check)}</Button>
            {found ? <span class="badge">{say(found.known ? words.known : words.unknown)}</span> : null}
          </div>
        </form>
        {found && !found.held.some((one) => one.field === 'applicant-phone') ? (
          <TextInput
            id="person-phone"
            label={say(words.phone)}
            optional={say(words.optional)}
            type="tel"
            value={phone}
            onChange={setPhone}
          />
        ) : null}
        {found?.held.length ? (
          <Facts rows={found.held.map((one) => ({ id: one.field, label: say(one.label), value: one.shown }))} />
        ) : null}
        {found?.openCases.length ? (
          <p class="small">{found.openCases.map((one) => `${say(one.subjectName)} ${one.number}`).join(' · ')}</p>
        ) : null}
      </Section>
      {found ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Select
            id="item"
            label={say(words.choose)}
            none={say(words.chooseOne)}
            value={code}
            onChange={(value) => {
              setCode(value)
              setValues({})
              setSeen([])
            }}
            options={(services.answer?.rows ?? []).map((one) => ({
              value: one.code,
              label: `${one.code} ${say(one.name)}`,
            }))}
          />
          {guide.answer ? (
            <>
              <FormView
                fields={fields}
                values={values}
                onChange={setValues}
                issues={issuesOf(problem)}
                prefix="counter"
              />
              {materials.length ? (
                <Choices
                  id="seen"
                  many
                  label={say(words.seen)}
                  options={materials.map((one) => ({ value: one.id, label: say(one.name) }))}
                  chosen={seen}
                  onChange={setSeen}
                />
              ) : null}
              <Choices
                id="agent"
                label={say(words.agent)}
                options={[
                  { value: 'no', label: say(words.no) },
                  { value: 'signed', label: say({ zh: '是,已签代办委托', en: 'Yes, mandate signed' }) },
                  { value: 'oral-recorded', label: say({ zh: '是,口头委托已记录', en: 'Yes, oral mandate recorded' }) },
                ]}
                chosen={[agent]}
                onChange={([one]) => setAgent((one ?? 'no') as typeof agent)}
              />
              {agent === 'no' ? null : (
                <>
                  <TextInput id="agent-name" label={say(words.agentName)} value={agentName} onChange={setAgentName} />
                  <TextInput
                    id="agent-id"
                    label={say(words.agentId)}
                    value={agentIdNumber}
                    onChange={setAgentIdNumber}
                  />
                  <TextInput id="agent-relation" label={say(words.relation)} value={relation} onChange={setRelation} />
                  {guide.answer.paysMoney ? (
                    <Choices
                      id="own-account"
                      many
                      label={say(words.account)}
                      options={[{ value: 'own', label: say(words.ownAccount) }]}
                      chosen={ownAccount ? ['own'] : []}
                      onChange={(chosen) => setOwnAccount(chosen.length > 0)}
                    />
                  ) : null}
                </>
              )}
              <Button tone="primary" type="submit">
                {say(words.applyFor)}
              </Button>
            </>
          ) : null}
        </form>
      ) : null}
    </div>
  )
}
