/** 申请: identity, place, what is on file, what is asked, what to bring, sent once. A draft stays on the device. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { getHeld, getService } from '#capabilities/service-cases/contract.ts'
import { issuesOf } from '../../pages/case-view.tsx'
import { asked, FormView } from '../../pages/form-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { problemOf, useAnswer, useKey, useOnline } from '../../pages/server.ts'
import { shrunk } from '../../pages/shrink.ts'
import { words } from '../../pages/words.ts'
import { type Condition, type FormValues, holds } from '#kernel/form'
import type { Problem } from '#platform/http/client.ts'
import { Button, Facts, FileInput, Notice, Section, Skeleton } from '#ui/kit.tsx'
import { type ActingFor, useActingFor } from './acting-for.ts'
import { type Draft, type DraftFile, draftKey, findDraft, keepDraft, type Sent, sendDraft } from './drafts.ts'
import { PlacePicker, rememberPlace, rememberedPlace } from './place-picker.tsx'
import { useSession } from './session.ts'
import { type Screen, Screens } from './screens.tsx'
import { ShareNumber } from './share.tsx'
import { SignIn } from './sign-in.tsx'

type Guide = NonNullable<ReturnType<typeof useAnswer<NonNullable<(typeof getService)['~types']>>>['answer']>

export function ApplyPage({ code }: { code: string }) {
  const say = useSay()
  const { me } = useSession()
  const online = useOnline()
  const guide = useAnswer(getService, { params: { code }, query: {} })
  const [draft, setDraft] = useState<Draft | null>()
  const mandate = useActingFor()
  const kept = draftKey(code, mandate?.id)
  useEffect(() => {
    setDraft(undefined)
    void findDraft(kept).then((found) => setDraft(found ?? null))
  }, [kept])
  if (guide.problem && !guide.answer) return <Refused problem={guide.problem} />
  if (!guide.answer || draft === undefined || (!me && online)) return <Skeleton label={say(words.loading)} />
  const proved = me?.kind === 'resident' && me.rung >= guide.answer.proof
  return (
    <>
      <h1>{say(guide.answer.name)}</h1>
      {proved || !online ? (
        <Form key={kept} guide={guide.answer} draft={draft} mandate={mandate} />
      ) : (
        <SignIn onDone={() => {}} />
      )}
    </>
  )
}

function Form({ guide, draft, mandate }: { guide: Guide; draft: Draft | null; mandate: ActingFor | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const online = useOnline()
  const { elder } = useSession()
  const key = useKey(draft?.key)
  const held = useAnswer(getHeld, {
    params: { code: guide.code },
    query: mandate ? { mandate: mandate.id } : {},
  })
  const [values, setValues] = useState<FormValues>(draft?.values ?? {})
  const [place, setPlace] = useState(draft?.place || rememberedPlace())
  const [files, setFiles] = useState<readonly DraftFile[]>(draft?.files ?? [])
  const [problem, setProblem] = useState<Problem>()
  const [waiting, setWaiting] = useState(false)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent>()
  const began = useRef(false)
  const finished = useRef(draft?.finished === true)
  const now = (): Draft => ({
    code: draftKey(guide.code, mandate?.id),
    item: guide.code,
    ...(mandate ? { mandate: mandate.id, forWhom: mandate.name } : {}),
    title: guide.name,
    place,
    values,
    files,
    key: key.current(),
    finished: finished.current,
    at: Date.now(),
  })
  useEffect(() => {
    if (began.current && !sent) void keepDraft(now())
    began.current = true
  }, [values, files])
  useEffect(() => {
    if (held.answer?.place) setPlace(rememberPlace(held.answer.place))
  }, [held.answer?.place])
  if (sent) return <Received sent={sent} />
  if (!held.answer && online && !held.problem) return <Skeleton label={say(words.loading)} />
  if (!held.answer && held.problem && held.problem.code !== 'offline') return <Refused problem={held.problem} />
  const onFile = new Set(held.answer?.held.map((one) => one.field))
  // Without a network nothing on file can be read: what is held is not asked, but filled in when it is sent.
  const fields = guide.form.filter((field) => !onFile.has(field.id) && (held.answer || field.heldBy === undefined))
  const materials = guide.materials.filter(
    (one) => one.demanded && (one.when === undefined || holds(one.when as Condition, values)),
  )
  /** What is no longer asked because of another answer is not kept. */
  const change = (next: FormValues): void => {
    const still = new Set(asked(fields, next).map((field) => field.id))
    setValues(Object.fromEntries(Object.entries(next).filter(([id]) => still.has(id))))
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    setWaiting(false)
    const shown = new Set(asked(fields, values).map((field) => field.id))
    const wanted = new Set(materials.map((one) => one.id))
    finished.current = true
    const whole: Draft = {
      ...now(),
      values: Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id))),
      files: files.filter((one) => wanted.has(one.material)),
    }
    await keepDraft(whole)
    try {
      setSent(await sendDraft(whole))
    } catch (error) {
      const found = problemOf(error)
      if (found.code === 'offline') setWaiting(true)
      else {
        setProblem(found)
        key.renew()
        finished.current = false
        await keepDraft({ ...whole, key: key.current(), finished: false })
      }
      scrollTo({ top: 0 })
    } finally {
      const kept = await findDraft(whole.code)
      if (kept) setFiles(kept.files)
      setBusy(false)
    }
  }
  const issues = issuesOf(problem)
  const screens: readonly Screen[] = [
    {
      id: 'on-file',
      done: place !== '',
      body: (
        <>
          {held.answer?.held.length ? (
            <Section title={say(words.onFile)}>
              <Facts
                rows={held.answer.held.map((one) => ({ id: one.field, label: say(one.label), value: one.shown }))}
              />
            </Section>
          ) : null}
          {held.answer?.placeName ? (
            <Facts rows={[{ id: 'place', label: say(words.place), value: say(held.answer.placeName) }]} />
          ) : (
            <PlacePicker value={place} onChange={setPlace} />
          )}
        </>
      ),
    },
    ...asked(fields, values).map((field) => ({
      id: field.id,
      done: field.required === false || values[field.id] !== undefined,
      wrong: issues[field.id] !== undefined,
      body: <FormView fields={[field]} values={values} onChange={change} issues={issues} prefix="apply" />,
    })),
    ...(materials.length
      ? [
          {
            id: 'materials',
            done: true,
            body: (
              <Section title={say(words.materials)}>
                <div class="stack">
                  {materials.map((one) => (
                    <PhotoPicker
                      key={one.id}
                      material={one.id}
                      label={`${say(one.name)}${one.necessity === 'tolerable' ? ` (${say(words.laterOk)})` : ''}`}
                      files={files}
                      onChange={setFiles}
                    />
                  ))}
                </div>
              </Section>
            ),
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
      {problem ? <Refused problem={problem} /> : null}
      {waiting ? (
        <Notice tone="warn" title={say(words.keptHere)}>
          {say(words.keptHereHint)}
        </Notice>
      ) : null}
      {draft?.finished && !waiting && !problem ? (
        <Notice tone="warn" title={say(words.notSentYet)}>
          {dayInWords(new Date(draft.at).toISOString(), language)}
        </Notice>
      ) : null}
      {held.answer ? (
        <Notice tone={held.answer.place ? 'good' : 'info'}>
          {say(held.answer.place ? words.matched : words.notMatched)}
        </Notice>
      ) : null}
      <Screens
        elder={elder}
        busy={busy}
        screens={screens}
        ready={place !== ''}
        submit={online ? words.submit : words.keep}
      />
    </form>
  )
}

/** Files stay on the device, made smaller, until the application is sent. */
function PhotoPicker({
  material,
  label,
  files,
  onChange,
}: {
  material: string
  label: string
  files: readonly DraftFile[]
  onChange: (change: (before: readonly DraftFile[]) => readonly DraftFile[]) => void
}) {
  const say = useSay()
  const take = async (list: readonly File[]): Promise<void> => {
    const taken: DraftFile[] = []
    for (const file of list) {
      const small = await shrunk(file)
      taken.push({ material, name: small.name, blob: small })
    }
    onChange((before) => [...before, ...taken])
  }
  return (
    <div class="stack-tight">
      <FileInput
        id={`file-${material}`}
        label={label}
        choose={say(words.choosePhoto)}
        accept="application/pdf,image/jpeg,image/png"
        many
        onFiles={(list) => void take(list)}
      />
      {files.map((file, i) =>
        file.material === material ? (
          <div class="row between" key={i}>
            <span>
              {file.name} <span class="small">{Math.ceil(file.blob.size / 1024)} kB</span>
            </span>
            <Button tone="quiet" onClick={() => onChange((before) => before.filter((one) => one !== file))}>
              {say(words.remove)}
            </Button>
          </div>
        ) : null,
      )}
    </div>
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
        <a
          class="button wide"
          href={`/api/applications/${sent.county}/${sent.id}/receipt.pdf`}
          download={`${sent.number}.pdf`}
        >
          {say(words.saveReceipt)}
        </a>
        <ShareNumber number={sent.number} />
        <Link class="button wide" href={`/mine/${sent.county}/${sent.id}`}>
          {say(words.follow)}
        </Link>
        <a class="button quiet" href={`/api/cases/${sent.county}/${sent.id}/receipt`} download={`${sent.number}.json`}>
          {say(words.proof)}
        </a>
      </div>
    </div>
  )
}
