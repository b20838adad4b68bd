import { useState } from 'preact/hooks'
import { Link, Route, Switch, useLocation } from 'wouter-preact'
import { demoSignIn, listDemoPersons, staffSignIn } from '#kernel/person/contract.ts'
import { useArrival } from '../../pages/arrive.ts'
import { useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Section, TextInput } from '#ui/kit.tsx'
import { AccountPage } from './account.tsx'

export function StaffSignIn({ demo, onDone }: { demo: boolean; onDone: () => void }) {
  const say = useSay()
  const { language, choose } = useLanguage()
  const [path] = useLocation()
  useArrival(path, `${say(words.name)} · ${say(words.desk)}`)
  return (
    <main id="main" tabIndex={-1} class="stack" style={{ maxWidth: '960px', margin: '0 auto', padding: '24px 16px' }}>
      <div class="row between">
        <strong>{say(words.name)}</strong>
        <button
          class="button quiet"
          type="button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        >
          {say(words.language)}
        </button>
      </div>
      <Switch>
        <Route path="/account">
          <AccountPage />
          <Link href="/">{say(words.toSignIn)}</Link>
        </Route>
        <Route>
          <SignInForm demo={demo} onDone={onDone} />
        </Route>
      </Switch>
    </main>
  )
}

function SignInForm({ demo, onDone }: { demo: boolean; onDone: () => void }) {
  const say = useSay()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const persons = useAnswer(demo ? listDemoPersons : undefined, {})
  const enter = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined)
    try {
      await work()
      onDone()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <div class="stack">
      <h1>{say(words.staffSignIn)}</h1>
      {problem ? <Refused problem={problem} /> : null}
      {demo ? (
        <Section title={say(words.demoStaff)}>
          <p>
            <a href="/tour">{say(words.tour)}</a>
          </p>
          <ul class="posts">
            {(persons.answer ?? [])
              .filter((one) => one.kind === 'staff')
              .map((one) => (
                <li key={one.login} class="row between">
                  <span class="grow">
                    <strong>{say(one.name)}</strong> {say(one.role)} · {say(one.office)}
                    <br />
                    <span class="small">
                      {say(words.tryThis)}
                      {say(words.colon)}
                      {say(one.tryThis)}
                    </span>
                  </span>
                  <Button
                    label={`${say(words.open_)} ${say(one.name)}`}
                    onClick={() => void enter(() => call(demoSignIn, { body: { login: one.login } }))}
                  >
                    {say(words.open_)}
                  </Button>
                </li>
              ))}
          </ul>
        </Section>
      ) : null}
      <Section title={say(words.staffSignIn)}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void enter(() => call(staffSignIn, { body: { login, password, ...(code ? { code } : {}) } }))
          }}
        >
          <TextInput id="login" label={say(words.login)} autoComplete="username" value={login} onChange={setLogin} />
          <TextInput
            id="password"
            label={say(words.password)}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <TextInput
            id="totp"
            label={say(words.totp)}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
          />
          <Button tone="primary" type="submit">
            {say(words.enterDesk)}
          </Button>
          <Link href="/account">{say(words.account_)}</Link>
        </form>
      </Section>
    </div>
  )
}
