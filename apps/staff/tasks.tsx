/** 下达任务: one screen, many communities; the gate's answer stands beside the form while it is filled in. */
import { useEffect, useState } from 'preact/hooks'
import { CATEGORIES, DEMAND_KINDS } from '#capabilities/duty-lists/terms.ts'
import { checkTask, listAdmittedItems, sendTask } from '#capabilities/work-admission/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, Select, TextArea, TextInput } from '#ui/kit.tsx'
import { Link } from 'wouter-preact'
import { burdenWords } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import type { BodyOf } from './admission-forms.ts'
import { ChooseItem } from './choose-item.tsx'
import { ChoosePlaces, useCounty } from './choose-places.tsx'

const ask = (body: Body) => call(checkTask, { body })
type Body = BodyOf<typeof checkTask>
type Verdict = Awaited<ReturnType<typeof ask>>
const WAIT_MS = 250

const EMPTY = {
  item: '',
  kind: 'task',
  category: '',
  role: 'assisting',
  title: '',
  body: '',
  due: '',
  meetings: '1',
  emergency: '',
}

export function TasksPage({ me }: { me: Me }) {
  const say = useSay()
  const key = useKey()
  const within = me.hat?.place ?? '-'
  const [values, setValues] = useState(EMPTY)
  const [places, setPlaces] = useState<readonly string[]>([])
  const [verdict, setVerdict] = useState<Verdict>()
  const [problem, setProblem] = useState<Problem>()
  const [done, setDone] = useState<number>()
  const [busy, setBusy] = useState(false)
  const county = useCounty(within, places)
  const admitted = useAnswer(county ? listAdmittedItems : undefined, { query: { county } })
  const items = admitted.answer?.items ?? []
  const set =
    (name: keyof typeof EMPTY) =>
    (value: string): void => {
      setDone(undefined)
      key.renew()
      const cited = name === 'item' ? items.find((one) => one.code === value) : undefined
      setValues({ ...values, [name]: value, ...(cited ? { category: cited.category } : {}) })
    }
  const category = values.category || 'self-government'
  const ready = values.title.trim().length >= 2 && places.length > 0
  const asked = {
    demand: {
      kind: values.kind,
      category,
      role: values.role,
      title: values.title,
      body: values.body,
      meetings: values.kind === 'meeting-series' ? Number(values.meetings) || 0 : 0,
      emergency: values.emergency.trim() || null,
    },
    item: values.item,
    places: [...places],
  } as unknown as Body
  const state = JSON.stringify(asked)
  useEffect(() => {
    if (!ready) return setVerdict(undefined)
    const wait = setTimeout(() => {
      ask(asked).then(
        (answer) => {
          setVerdict(answer)
          setProblem(undefined)
        },
        (error: unknown) => {
          setVerdict(undefined)
          setProblem(problemOf(error))
        },
      )
    }, WAIT_MS)
    return () => clearTimeout(wait)
  }, [state, ready])
  const send = (): void => {
    setBusy(true)
    call(sendTask, { body: { ...asked, due: values.due || null } }, { key: key.current() }).then(
      (answer) => {
        setBusy(false)
        setDone(answer.sent.length)
        setValues({ ...EMPTY, item: values.item, category: values.category })
        key.renew()
      },
      (error: unknown) => {
        setBusy(false)
        setProblem(problemOf(error))
        key.renew()
      },
    )
  }
  return (
    <div class="stack">
      <h1>{say(listWords.tasks)}</h1>
      <p>{say(listWords.tasksLead)}</p>
      <div class="beside">
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Section title={say(listWords.whatToSend)}>
            <div class="stack">
              <ChooseItem id="task-item" items={items} chosen={values.item} onChange={set('item')} />
              <div class="side-by-side">
                <Select
                  id="task-kind"
                  label={say(listWords.kind)}
                  none={say(words.chooseOne)}
                  value={values.kind}
                  onChange={set('kind')}
                  options={Object.entries(DEMAND_KINDS).map(([value, name]) => ({ value, label: say(name) }))}
                />
                <Select
                  id="task-category"
                  label={say(listWords.category)}
                  none={say(words.chooseOne)}
                  value={values.category}
                  onChange={set('category')}
                  options={Object.entries(CATEGORIES).map(([value, name]) => ({ value, label: say(name) }))}
                />
                <Select
                  id="task-role"
                  label={say(listWords.role)}
                  none={say(words.chooseOne)}
                  value={values.role}
                  onChange={set('role')}
                  options={[
                    { value: 'assisting', label: say(listWords.assisting) },
                    { value: 'responsible', label: say(listWords.responsible) },
                  ]}
                />
              </div>
              {values.kind === 'form' && values.emergency === '' ? (
                <Notice tone="warn" title={say(burdenWords.formsHere)}>
                  <Link class="button" href="/forms">
                    {say(burdenWords.forms)}
                  </Link>
                </Notice>
              ) : null}
              <TextInput
                id="task-title"
                label={say(listWords.title)}
                value={values.title}
                onChange={set('title')}
                max={120}
              />
              <TextArea
                id="task-body"
                label={say(listWords.body)}
                value={values.body}
                onChange={set('body')}
                max={4000}
              />
              <div class="side-by-side">
                <TextInput
                  id="task-due"
                  type="date"
                  label={say(listWords.due)}
                  value={values.due}
                  onChange={set('due')}
                />
                {values.kind === 'meeting-series' ? (
                  <TextInput
                    id="task-meetings"
                    inputMode="numeric"
                    label={say(listWords.meetings)}
                    value={values.meetings}
                    onChange={set('meetings')}
                  />
                ) : null}
                <Select
                  id="task-emergency"
                  label={say(listWords.emergency)}
                  none={say(listWords.noEmergency)}
                  value={values.emergency}
                  onChange={set('emergency')}
                  options={(admitted.answer?.emergencyLaws ?? []).map((one) => ({
                    value: one.law,
                    label: say(one.name),
                  }))}
                />
              </div>
            </div>
          </Section>
          <Section title={say(listWords.places)}>
            <ChoosePlaces id="task" within={within} chosen={places} onChange={setPlaces} />
          </Section>
          <div class="row">
            <Button
              tone="primary"
              type="submit"
              busy={busy}
              disabled={!ready || !verdict || verdict.refused.length > 0 || verdict.allowed.length === 0}
            >
              {say(listWords.send)}
            </Button>
          </div>
        </form>
        <aside class="stack" aria-live="polite" data-verdict>
          <h2>{say(listWords.answer)}</h2>
          {done === undefined ? null : (
            <Notice tone="good" title={`${say(listWords.sent)} ${done} ${say(listWords.communities)}`} />
          )}
          {problem ? <Refused problem={problem} /> : null}
          {ready ? null : <p class="small">{say(listWords.fillFirst)}</p>}
          {verdict?.allowed.length ? (
            <Notice
              tone="good"
              title={`${say(listWords.mayGo)}: ${verdict.allowed.length} ${say(listWords.communities)}`}
            />
          ) : null}
          {verdict?.flags.length ? (
            <Notice tone="warn" title={say(listWords.flagged)}>
              <p>{verdict.flags.join('、')}</p>
            </Notice>
          ) : null}
          {verdict?.refused.map(({ refusal, places: refused }) => (
            <Notice
              key={refusal.text.zh}
              tone="refusal"
              title={`${say(listWords.mayNot)}: ${refused.length} ${say(listWords.communities)}`}
            >
              <p>
                <span class="badge warn">
                  {say(listWords.clause)} {refusal.clause}
                </span>{' '}
                {say(refusal.text)}
              </p>
              <p class="small">
                {say(words.basis)}: {say(refusal.basis)}
              </p>
              {refusal.next ? <p>{say(refusal.next)}</p> : null}
              <p class="small">
                {refused
                  .slice(0, 6)
                  .map((one) => say(one.name))
                  .join('、')}
                {refused.length > 6 ? '…' : ''}
              </p>
              {verdict.allowed.length ? (
                <Button onClick={() => setPlaces(places.filter((code) => !refused.some((one) => one.code === code)))}>
                  {say(listWords.dropThese)}
                </Button>
              ) : null}
            </Notice>
          ))}
        </aside>
      </div>
    </div>
  )
}
