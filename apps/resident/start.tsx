/** 发起: anything a resident may begin besides a service; its form comes from its procedure. */
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { listPlaces } from '#capabilities/places/contract.ts'
import type { FormValues } from '#kernel/form'
import { beginCase, getOpening, listOpenings } from '#kernel/opening/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { FilePicker, issuesOf } from '../../pages/case-view.tsx'
import { asked, FormView } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Skeleton } from '#ui/kit.tsx'
import { type Draft, findDraft, keepDraft, removeDraft } from './drafts.ts'
import { PlacePicker, rememberedPlace } from './place-picker.tsx'
import { type Screen, Screens } from './screens.tsx'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'

export function StartPage({ procedure }: { procedure: string }) {
  const say = useSay()
  const { me } = useSession()
  const [home, setHome] = useState(rememberedPlace)
  const [draft, setDraft] = useState<Draft | null>()
  const code = `start/${procedure}`
  useEffect(() => {
    void findDraft(code).then((found) => setDraft(found ?? null))
  }, [code])
  const openings = useAnswer(me?.kind === 'resident' ? listOpenings : undefined, {})
  const opening = openings.answer?.find((one) => one.procedure === procedure)
  // What begins in the city and nowhere else does not ask for a community.
  const wide = opening !== undefined && !opening.at.includes('community')
  const city = useAnswer(wide ? listPlaces : undefined, { query: { level: 'city' } })
  if (!me || draft === undefined) return <Skeleton label={say(words.loading)} />
  if (me.kind !== 'resident')
    return (
      <>
        <h1>{say(words.signIn)}</h1>
        <SignIn onDone={() => {}} />
      </>
    )
  const problem = openings.problem ?? city.problem
  if (problem) return <Refused problem={problem} />
  const place = wide ? city.answer?.[0]?.code : home
  if (!openings.answer || place === undefined) return <Skeleton label={say(words.loading)} />
  return place ? (
    <Start
      code={code}
      draft={draft}
      procedure={procedure}
      place={place}
      {...(wide ? {} : { elsewhere: () => setHome('') })}
    />
  ) : (
    <>
      <h1>{say(words.place)}</h1>
      <PlacePicker value={home} onChange={setHome} />
    </>
  )
}

/** What the address already answers, such as the sentence of the plan that was tapped. */
function inAddress(): FormValues {
  const { lang: _, ...known } = Object.fromEntries(new URLSearchParams(location.search))
  return known
}

function Start(props: { code: string; draft: Draft | null; procedure: string; place: string; elsewhere?: () => void }) {
  const { code, draft, procedure, place, elsewhere } = props
  const say = useSay()
  const key = useKey(draft?.key)
  const { elder } = useSession()
  const [, go] = useLocation()
  const opening = useAnswer(getOpening, { params: { procedure }, query: { place } })
  const [values, setValues] = useState<FormValues>({ ...draft?.values, ...inAddress() })
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { answer } = opening
  if (!answer) return opening.problem ? <Refused problem={opening.problem} /> : <Skeleton label={say(words.loading)} />
  /** What is written outlives a lost network and a closed app, under the key it will be sent with; it is never sent by itself. */
  const change = (next: FormValues): void => {
    const still = new Set(asked(answer.fields, next).map((field) => field.id))
    const kept = Object.fromEntries(Object.entries(next).filter(([id]) => still.has(id)))
    setValues(kept)
    const { title } = answer
    const at = Date.now()
    void keepDraft({ code, item: code, title, place, values: kept, files: [], key: key.current(), finished: false, at })
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { place, values: values as Record<string, never>, files: files.map((one) => one.id) }
      const begun = await call(beginCase, { params: { procedure }, body }, { key: key.current() })
      await removeDraft(code)
      go(`/mine/${begun.county}/${begun.id}`)
    } catch (error) {
      const found = problemOf(error)
      setProblem(found)
      if (found.code !== 'offline') key.renew()
    } finally {
      setBusy(false)
    }
  }
  const issues = issuesOf(problem)
  const screens: readonly Screen[] = [
    ...asked(answer.fields, values).map((field) => ({
      id: field.id,
      done: field.required === false || values[field.id] !== undefined,
      wrong: issues[field.id] !== undefined,
      body: <FormView fields={[field]} values={values} onChange={change} issues={issues} prefix="start" />,
    })),
    ...(answer.files
      ? [
          {
            id: 'files',
            done: true,
            body: <FilePicker county={place.slice(0, 6)} material="attachment" files={files} onChange={setFiles} />,
          },
        ]
      : []),
  ]
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
      <Screens elder={elder} screens={screens} busy={busy} ready submit={words.submit} />
      {elsewhere ? (
        <Button tone="quiet" onClick={elsewhere}>
          {say(words.otherPlace)}
        </Button>
      ) : null}
    </form>
  )
}
