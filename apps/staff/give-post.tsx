/** 授予岗位: the office by a part of its name, then one of the posts there. */
import { useState } from 'preact/hooks'
import { findPostOffices, givePost } from '#kernel/appointment/contract.ts'
import { accountWords } from '../../pages/account-words.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Choices, Select, TextInput } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'

export function GivePost({ person, onDone, onLeave }: { person: string; onDone: () => void; onLeave: () => void }) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [office, setOffice] = useState('')
  const [role, setRole] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const name = typed.trim()
  const found = useAnswer(name.length >= 2 ? findPostOffices : undefined, { query: { name } })
  const offices = name.length >= 2 ? (found.answer ?? []) : []
  const chosen = offices.find((one) => one.code === office)
  return (
    <form
      class="stack-tight card"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(undefined)
        call(givePost, { params: { person }, body: { office, role } }).then(onDone, (error: unknown) =>
          setProblem(problemOf(error)),
        )
      }}
    >
      {problem ? <Refused problem={problem} /> : null}
      <TextInput
        id="post-office"
        type="search"
        label={say(accountWords.office)}
        hint={say(accountWords.officeHint)}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setOffice('')
          setRole('')
        }}
      />
      <div role="status">
        {found.answer?.length === 0 && name.length >= 2 ? <p class="empty">{say(accountWords.noOffice)}</p> : null}
      </div>
      {offices.length ? (
        <Choices
          id="post-office-found"
          label={say(accountWords.found)}
          options={offices.map((one) => ({
            value: one.code,
            label: one.within.zh ? `${say(one.name)} (${say(one.within)})` : say(one.name),
          }))}
          chosen={office ? [office] : []}
          onChange={([code = '']) => {
            setOffice(code)
            setRole('')
          }}
        />
      ) : null}
      {chosen ? (
        <Select
          id="post-role"
          label={say(accountWords.role)}
          none={say(words.chooseOne)}
          value={role}
          options={chosen.roles.map((one) => ({ value: one.role, label: say(one.title) }))}
          onChange={setRole}
        />
      ) : null}
      <div class="row">
        <Button type="submit" tone="primary" disabled={!office || !role}>
          {say(accountWords.givePost)}
        </Button>
        <Button onClick={onLeave}>{say(accountWords.no)}</Button>
      </div>
    </form>
  )
}
