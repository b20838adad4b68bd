/** 账号: whoever holds an account enrols its second factor and changes its password; proved anew each time. */
import { useState } from 'preact/hooks'
import { beginSecondFactor, changePassword, confirmSecondFactor } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, TextInput } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

type Proof = { login: string; password: string; code: string }
type Begun = { secret: string; qr: string; pending: string }

const sent = ({ login, password, code }: Proof) => ({ login, password, ...(code ? { code } : {}) })

export function AccountPage() {
  const say = useSay()
  return (
    <div class="stack">
      <h1>{say(words.account_)}</h1>
      <SecondFactor />
      <Password />
    </div>
  )
}

export function SecondFactor() {
  const say = useSay()
  const [proof, setProof] = useState<Proof>({ login: '', password: '', code: '' })
  const [begun, setBegun] = useState<Begun>()
  const [code, setCode] = useState('')
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const attempt = (work: Promise<unknown>): void => {
    setProblem(undefined)
    work.catch((error: unknown) => setProblem(problemOf(error)))
  }
  if (done) return <Notice tone="good">{say(words.secondFactorDone)}</Notice>
  return (
    <Section title={say(words.secondFactor)}>
      <p class="small" style={{ marginBottom: '12px' }}>
        {say(words.secondFactorHint)}
      </p>
      {problem ? <Refused problem={problem} /> : null}
      {begun ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            attempt(call(confirmSecondFactor, { body: { pending: begun.pending, code } }).then(() => setDone(true)))
          }}
        >
          <p>{say(words.scan)}</p>
          <img class="qr" src={begun.qr} alt={say(words.scan)} width="200" height="200" />
          <p>
            {say(words.secret)} <code data-secret>{begun.secret}</code>
          </p>
          <TextInput
            id="new-code"
            label={say(words.newCode)}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
          />
          <Button tone="primary" type="submit">
            {say(words.confirm)}
          </Button>
        </form>
      ) : (
        <ProofForm
          id="factor"
          proof={proof}
          onChange={setProof}
          act={say(words.setUp)}
          onSubmit={() => attempt(call(beginSecondFactor, { body: sent(proof) }).then(setBegun))}
        />
      )}
    </Section>
  )
}

function Password() {
  const say = useSay()
  const [proof, setProof] = useState<Proof>({ login: '', password: '', code: '' })
  const [newPassword, setNewPassword] = useState('')
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  return (
    <Section title={say(words.changePassword)}>
      {problem ? <Refused problem={problem} /> : null}
      {done ? <Notice tone="good">{say(words.passwordChanged)}</Notice> : null}
      <ProofForm
        id="change"
        proof={proof}
        onChange={setProof}
        act={say(words.changePassword)}
        onSubmit={() => {
          setProblem(undefined)
          setDone(false)
          call(changePassword, { body: { ...sent(proof), newPassword } }).then(
            () => {
              setProof({ login: '', password: '', code: '' })
              setNewPassword('')
              setDone(true)
            },
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        <TextInput
          id="new-password"
          label={say(words.newPassword)}
          hint={say(words.newPasswordHint)}
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onChange={setNewPassword}
        />
      </ProofForm>
    </Section>
  )
}

function ProofForm(props: {
  id: string
  proof: Proof
  onChange: (proof: Proof) => void
  act: string
  onSubmit: () => void
  children?: preact.ComponentChildren
}) {
  const say = useSay()
  const { id, proof, onChange, act, onSubmit, children } = props
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <TextInput
        id={`${id}-login`}
        label={say(words.login)}
        autoComplete="username"
        value={proof.login}
        onChange={(login) => onChange({ ...proof, login })}
      />
      <TextInput
        id={`${id}-password`}
        label={say(words.password)}
        type="password"
        autoComplete="current-password"
        value={proof.password}
        onChange={(password) => onChange({ ...proof, password })}
      />
      <TextInput
        id={`${id}-code`}
        label={say(words.presentCode)}
        hint={say(words.presentCodeHint)}
        optional={say(words.optional)}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={proof.code}
        onChange={(code) => onChange({ ...proof, code })}
      />
      {children}
      <Button tone="primary" type="submit">
        {act}
      </Button>
    </form>
  )
}
