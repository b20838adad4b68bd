/** 发起: anything a resident may begin besides a service; its form comes from its procedure. */
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import type { FormValues } from '#kernel/form'
import { beginCase, getOpening } from '#kernel/opening/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { FilePicker, issuesOf } from '../../pages/case-view.tsx'
import { FormView } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button } from '#ui/kit.tsx'
import { PlacePicker, rememberedPlace } from './place-picker.tsx'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'

export function StartPage({ procedure }: { procedure: string }) {
  const { me } = useSession()
  const [place, setPlace] = useState(rememberedPlace)
  if (me?.kind !== 'resident') return <SignIn onDone={() => {}} />
  return (
    <div class="stack">
      {place ? null : <PlacePicker value={place} onChange={setPlace} />}
      {place ? <Start procedure={procedure} place={place} elsewhere={() => setPlace('')} /> : null}
    </div>
  )
}

function Start({ procedure, place, elsewhere }: { procedure: string; place: string; elsewhere: () => void }) {
  const say = useSay()
  const key = useKey()
  const [, go] = useLocation()
  const opening = useAnswer(getOpening, { params: { procedure }, query: { place } })
  const [values, setValues] = useState<FormValues>({})
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { answer } = opening
  if (!answer) return opening.problem ? <Refused problem={opening.problem} /> : null
  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { place, values: values as Record<string, never>, files: files.map((one) => one.id) }
      const begun = await call(beginCase, { params: { procedure }, body }, { key: key.current() })
      go(`/mine/${begun.county}/${begun.id}`)
    } catch (error) {
      const found = problemOf(error)
      setProblem(found)
      if (found.code !== 'offline') key.renew()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h1>{say(answer.title)}</h1>
      {answer.hint ? <p>{say(answer.hint)}</p> : null}
      <p class="small">{say(answer.basis)}</p>
      {problem ? <Refused problem={problem} /> : null}
      <FormView fields={answer.fields} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="start" />
      {answer.files ? (
        <FilePicker county={place.slice(0, 6)} material="attachment" files={files} onChange={setFiles} />
      ) : null}
      <div class="row">
        <Button tone="primary" type="submit" busy={busy}>
          {say(words.submit)}
        </Button>
        <Button tone="quiet" onClick={elsewhere}>
          {say(words.otherPlace)}
        </Button>
      </div>
    </form>
  )
}
