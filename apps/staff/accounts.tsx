/** 账号与岗位: one administrator opens and resets accounts, the other gives and ends posts. */
import { useState } from 'preact/hooks'
import * as contract from '#kernel/appointment/contract.ts'
import { accountWords } from '../../pages/account-words.ts'
import type { Text } from '#kernel/text'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, Skeleton, TextInput } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { GivePost } from './give-post.tsx'

export function AccountsPage({ role }: { role: string }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [after, setAfter] = useState<string>()
  const [shown, show] = useState<{ login: string; password: string }>()
  const accounts = useAnswer(contract.listAccounts, { body: { typed, ...(after ? { after } : {}) } })
  return (
    <div class="stack">
      <h1>{say(accountWords.title)}</h1>
      <p class="small">{say(accountWords.hint)}</p>
      {shown ? <FirstPassword {...shown} onDone={() => show(undefined)} /> : null}
      {isOpenTo(contract.openAccount, role) ? (
        <OpenAccount
          onOpened={(opened) => {
            show(opened)
            setTyped(opened.login)
            setAfter(undefined)
            accounts.again()
          }}
        />
      ) : null}
      <TextInput
        id="find-account"
        type="search"
        label={say(accountWords.find)}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setAfter(undefined)
        }}
      />
      {accounts.problem ? <Refused problem={accounts.problem} /> : null}
      {accounts.answer ? null : <Skeleton label={say(words.loading)} />}
      {accounts.answer?.rows.length === 0 ? <p class="empty">{say(words.noRows)}</p> : null}
      <ul class="stack-tight" data-accounts>
        {accounts.answer?.rows.map((account) => (
          <AccountRow key={account.person} account={account} role={role} changed={accounts.again} onPassword={show} />
        ))}
      </ul>
      {accounts.answer?.next ? (
        <Button onClick={() => setAfter(accounts.answer?.next ?? undefined)}>{say(accountWords.more)}</Button>
      ) : null}
    </div>
  )
}

function FirstPassword({ login, password, onDone }: { login: string; password: string; onDone: () => void }) {
  const say = useSay()
  return (
    <Notice tone="good" title={`${login}: ${say(accountWords.password)}`}>
      <p>
        <code class="number" data-password>
          {password}
        </code>
      </p>
      <p class="small">{say(accountWords.passwordHint)}</p>
      <div class="row">
        <Button onClick={onDone}>{say(accountWords.handedOver)}</Button>
      </div>
    </Notice>
  )
}

function OpenAccount({ onOpened }: { onOpened: (opened: { login: string; password: string }) => void }) {
  const say = useSay()
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [nameEn, setNameEn] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { password } = await call(contract.openAccount, { body: { login, name, nameEn } })
      onOpened({ login, password })
      setLogin('')
      setName('')
      setNameEn('')
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={say(accountWords.open)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <div class="side-by-side">
          <TextInput
            id="account-login"
            label={say(accountWords.login)}
            hint={say(accountWords.loginHint)}
            value={login}
            max={31}
            onChange={setLogin}
          />
          <TextInput
            id="account-name"
            label={say(accountWords.name)}
            hint={say(accountWords.nameHint)}
            value={name}
            max={40}
            onChange={setName}
          />
          <TextInput
            id="account-name-en"
            label={say(accountWords.nameEn)}
            hint={say(accountWords.nameEnHint)}
            value={nameEn}
            max={60}
            onChange={setNameEn}
          />
        </div>
        <div class="row">
          <Button type="submit" tone="primary" busy={busy}>
            {say(accountWords.open)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

type RowProps = {
  account: contract.Account
  role: string
  changed: () => void
  onPassword: (shown: { login: string; password: string }) => void
}

function AccountRow({ account, role, changed, onPassword }: RowProps) {
  const say = useSay()
  const { language } = useLanguage()
  const [giving, give] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { person, login } = account
  const kept = !account.mine && !account.administrator && !account.ended
  const done = (work: Promise<unknown>): void => {
    setProblem(undefined)
    work.then(changed, (error: unknown) => setProblem(problemOf(error)))
  }
  return (
    <li class="card stack-tight">
      <div class="row between">
        <strong>
          {account.name} · <span class="number">{login}</span>
        </strong>
        <span class="row">
          {account.administrator ? <span class="badge">{say(accountWords.administrator)}</span> : null}
          {account.locked ? <span class="badge warn">{say(accountWords.locked)}</span> : null}
          {account.ended ? <span class="badge">{say(accountWords.ended)}</span> : null}
          {account.secondFactor || account.ended ? null : <span class="small">{say(accountWords.noSecond)}</span>}
        </span>
      </div>
      {problem ? <Refused problem={problem} /> : null}
      {account.posts.length === 0 && !account.ended ? <p class="small">{say(accountWords.noPost)}</p> : null}
      <ul class="stack-tight">
        {account.posts.map((post) => (
          <li key={post.id} class="row between">
            <span>
              {say(post.office)} — {say(post.role)}{' '}
              <span class="small">
                {say(accountWords.since)} {dayInWords(post.from, language)}
              </span>
            </span>
            {kept && isOpenTo(contract.endPost, role) ? (
              <Sure
                what={accountWords.endPost}
                question={accountWords.endPostSure}
                onYes={() => done(call(contract.endPost, { params: { person, id: post.id } }))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {kept ? (
        <div class="row">
          {isOpenTo(contract.givePost, role) && !giving ? (
            <Button onClick={() => give(true)}>{say(accountWords.givePost)}</Button>
          ) : null}
          {isOpenTo(contract.resetAccount, role) ? (
            <Sure
              what={accountWords.reset}
              question={accountWords.resetSure}
              onYes={() =>
                done(
                  call(contract.resetAccount, { params: { person } }).then((reset) => onPassword({ login, ...reset })),
                )
              }
            />
          ) : null}
          {isOpenTo(contract.endAccount, role) ? (
            <Sure
              what={accountWords.end}
              question={accountWords.endSure}
              onYes={() => done(call(contract.endAccount, { params: { person } }))}
            />
          ) : null}
        </div>
      ) : null}
      {giving ? (
        <GivePost
          person={person}
          onDone={() => {
            give(false)
            changed()
          }}
          onLeave={() => give(false)}
        />
      ) : null}
    </li>
  )
}

/** What cannot be taken back is asked for twice. */
function Sure({ what, question, onYes }: { what: Text; question: Text; onYes: () => void }) {
  const say = useSay()
  const [asked, ask] = useState(false)
  if (!asked) return <Button onClick={() => ask(true)}>{say(what)}</Button>
  return (
    <span class="row" role="group" aria-label={say(question)}>
      <span>{say(question)}</span>
      <Button
        tone="danger"
        onClick={() => {
          ask(false)
          onYes()
        }}
      >
        {say(accountWords.yes)}
      </Button>
      <Button onClick={() => ask(false)}>{say(accountWords.no)}</Button>
    </span>
  )
}
