/** 验证身份: a phone by one-time code, a name and a number; no account, no password. */
import { useState } from 'preact/hooks'
import { demoSignIn, listDemoPersons, sendCode, verifyCode } from '#kernel/person/contract.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, TextInput } from '#ui/kit.tsx'
import { useSession } from './session.ts'

export function SignIn({ onDone }: { onDone: (matched: boolean) => void }) {
  const say = useSay()
  const { me, again } = useSession()
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState<{ demoCode?: string | undefined }>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const ask = (): Promise<void> => attempt(async () => setSent(await call(sendCode, { body: { phone } })))
  const prove = (): Promise<void> =>
    attempt(async () => {
      const { matched } = await call(verifyCode, { body: { phone, code, name, idNumber } })
      again()
      onDone(matched)
    })
  return (
    <>
      <Section title={say(words.signIn)}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void (sent ? prove() : ask())
          }}
        >
          <p class="small">{say(words.noAccount)}</p>
          {problem ? <Refused problem={problem} /> : null}
          <TextInput
            id="name"
            label={say(words.realName)}
            autoComplete="name"
            value={name}
            onChange={setName}
            max={50}
          />
          <TextInput id="id-number" label={say(words.idNumber)} value={idNumber} onChange={setIdNumber} max={40} />
          <TextInput
            id="phone"
            label={say(words.phone)}
            type="tel"
            autoComplete="tel"
            value={phone}
            onChange={setPhone}
            max={40}
          />
          {sent ? (
            <>
              {sent.demoCode ? (
                <Notice>
                  {say(words.demoCode)}{' '}
                  <strong class="number" data-demo-code>
                    {sent.demoCode}
                  </strong>
                </Notice>
              ) : null}
              <TextInput
                id="code"
                label={say(words.code)}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={setCode}
                max={10}
              />
              <Button tone="primary" type="submit" busy={busy}>
                {say(words.next)}
              </Button>
            </>
          ) : (
            <Button tone="primary" type="submit" busy={busy}>
              {say(words.sendCode)}
            </Button>
          )}
        </form>
      </Section>
      {me?.demo ? (
        <DemoPersons
          onDone={() => {
            again()
            onDone(true)
          }}
        />
      ) : null}
    </>
  )
}

function DemoPersons({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const { answer } = useAnswer(listDemoPersons, {})
  return (
    <Section title={say(words.demoPersons)}>
      <ul class="stack-tight">
        {(answer ?? [])
          .filter((one) => one.kind === 'resident')
          .map((one) => (
            <li key={one.login} class="row between">
              <span>
                <strong>{say(one.name)}</strong>{' '}
                <span class="small">
                  {say(one.office)} — {say(one.tryThis)}
                </span>
              </span>
              <Button
                onClick={() => {
                  void call(demoSignIn, { body: { login: one.login } }).then(onDone)
                }}
              >
                {say(words.open_)}
              </Button>
            </li>
          ))}
      </ul>
    </Section>
  )
}
