/** 申请: identity, place, what is on file, what is asked, what to bring, sent once. A draft stays on the device. */
import { useEffect, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { apply, getHeld, getService } from '#capabilities/service-cases/contract.ts'
import { FilePicker, issuesOf } from '../../pages/case-view.tsx'
import { asked, FormView } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { type Condition, type FormValues, holds } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, Notice, Section, Skeleton } from '#ui/kit.tsx'
import { PlacePicker, rememberPlace, rememberedPlace } from './place-picker.tsx'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'

type Draft = { values: FormValues; place: string; key: string }
type Sent = { county: string; id: string; number: string; dueOn: string | null; promisedBy: string; again: boolean }

const draftName = (code: string): string => `liren-draft-${code}`

export function ApplyPage({ code }: { code: string }) {
  const say = useSay()
  const { me } = useSession()
  const guide = useAnswer(getService, { params: { code }, query: {} })
  if (guide.problem) return <Refused problem={guide.problem} />
  if (!guide.answer || !me) return <Skeleton label={say(words.loading)} />
  return (
    <>
      <h1>{say(guide.answer.name)}</h1>
      {me.kind === 'resident' && me.rung >= guide.answer.proof ? (
        <Form guide={guide.answer} />
      ) : (
        <SignIn onDone={() => {}} />
      )}
    </>
  )
}

function Form({
  guide,
}: {
  guide: NonNullable<ReturnType<typeof useAnswer<NonNullable<(typeof getService)['~types']>>>['answer']>
}) {
  const say = useSay()
  const key = useKey()
  const held = useAnswer(getHeld, { params: { code: guide.code } })
  const [values, setValues] = useState<FormValues>({})
  const [place, setPlace] = useState(rememberedPlace)
  const [files, setFiles] = useState<Readonly<Record<string, readonly { id: string; name: string }[]>>>({})
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent>()
  useEffect(() => {
    const kept = localStorage.getItem(draftName(guide.code))
    if (kept) setValues((JSON.parse(kept) as Draft).values)
  }, [])
  useEffect(() => {
    if (Object.keys(values).length)
      localStorage.setItem(draftName(guide.code), JSON.stringify({ values, place, key: key.current() }))
  }, [values])
  useEffect(() => {
    if (held.answer?.place) setPlace(rememberPlace(held.answer.place))
  }, [held.answer?.place])
  if (!held.answer) return held.problem ? <Refused problem={held.problem} /> : <Skeleton label={say(words.loading)} />
  if (sent) return <Received sent={sent} />
  const onFile = new Set(held.answer.held.map((one) => one.field))
  const fields = guide.form.filter((field) => !onFile.has(field.id))
  const materials = guide.materials.filter(
    (one) => one.demanded && (one.when === undefined || holds(one.when as Condition, values)),
  )
  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const shown = new Set(asked(fields, values).map((field) => field.id))
      const body = {
        item: guide.code,
        place,
        values: Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id))) as Record<string, never>,
        files: materials.flatMap((one) => (files[one.id] ?? []).map((file) => ({ material: one.id, file: file.id }))),
      }
      setSent(await call(apply, { body }, { key: key.current() }))
      localStorage.removeItem(draftName(guide.code))
    } catch (error) {
      const found = problemOf(error)
      setProblem(found)
      if (found.code !== 'offline') key.renew()
      scrollTo({ top: 0 })
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
      {problem ? <Refused problem={problem} /> : null}
      <Notice tone={held.answer.place ? 'good' : 'info'}>
        {say(held.answer.place ? words.matched : words.notMatched)}
      </Notice>
      {held.answer.held.length ? (
        <Section title={say(words.onFile)}>
          <Facts rows={held.answer.held.map((one) => ({ id: one.field, label: say(one.label), value: one.shown }))} />
        </Section>
      ) : null}
      {held.answer.placeName ? (
        <Facts rows={[{ id: 'place', label: say(words.place), value: say(held.answer.placeName) }]} />
      ) : (
        <PlacePicker value={place} onChange={setPlace} />
      )}
      <FormView fields={fields} values={values} onChange={setValues} issues={issuesOf(problem)} prefix="apply" />
      {materials.length ? (
        <Section title={say(words.materials)}>
          <div class="stack">
            {materials.map((one) => (
              <FilePicker
                key={one.id}
                county={(place || '140302001001').slice(0, 6)}
                material={one.id}
                label={`${say(one.name)}${one.necessity === 'tolerable' ? ` (${say(words.laterOk)})` : ''}`}
                files={files[one.id] ?? []}
                onChange={(list) => setFiles({ ...files, [one.id]: list })}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Button tone="primary" type="submit" wide busy={busy} disabled={!place}>
        {say(words.submit)}
      </Button>
    </form>
  )
}

function Received({ sent }: { sent: Sent }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div class="stack">
      <Notice tone="good" title={say(words.received)}>
        {sent.again ? <p>{say(words.again)}</p> : null}
      </Notice>
      <div>
        <p class="small">{say(words.yourNumber)}</p>
        <p class="big-number" data-number>
          {sent.number}
        </p>
      </div>
      <Facts
        rows={[
          ...(sent.dueOn
            ? [{ id: 'answer', label: say(words.answerBy), value: dayInWords(sent.dueOn, language) }]
            : []),
          {
            id: 'promised',
            label: say(words.promisedBy),
            value: <strong>{dayInWords(sent.promisedBy, language)}</strong>,
          },
        ]}
      />
      <div class="stack-tight">
        <a
          class="button primary wide"
          href={`/api/applications/${sent.county}/${sent.id}/receipt.pdf`}
          target="_blank"
          rel="noopener"
        >
          {say(words.receipt)}
        </a>
        <Link class="button wide" href={`/mine/${sent.county}/${sent.id}`}>
          {say(words.follow)}
        </Link>
        <a class="button wide" href={`/api/cases/${sent.county}/${sent.id}/receipt`} download={`${sent.number}.json`}>
          {say(words.proof)}
        </a>
      </div>
    </div>
  )
}
