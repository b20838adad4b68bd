/** 下发表格: to which communities, under which admitted item, by when; what is held goes along filled in. */
import { useState } from 'preact/hooks'
import { sendForm } from '#capabilities/burden/contract.ts'
import { listAdmittedItems } from '#capabilities/work-admission/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, TextInput } from '#ui/kit.tsx'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { ChooseItem } from './choose-item.tsx'
import { ChoosePlaces, useCounty } from './choose-places.tsx'

type Given = { me: Me; title: string; headers: readonly string[]; supplied: readonly string[] }

export function SendForm({ me, title, headers, supplied }: Given) {
  const say = useSay()
  const key = useKey()
  const within = me.hat?.place ?? '-'
  const [places, setPlaces] = useState<readonly string[]>([])
  const [item, setItem] = useState('')
  const [due, setDue] = useState('')
  const [photos, setPhotos] = useState('0')
  const [problem, setProblem] = useState<Problem>()
  const [sent, setSent] = useState<number>()
  const [busy, setBusy] = useState(false)
  const county = useCounty(within, places)
  const admitted = useAnswer(county ? listAdmittedItems : undefined, { query: { county } })
  const put =
    <One,>(set: (one: One) => void) =>
    (one: One): void => {
      key.renew()
      setSent(undefined)
      set(one)
    }
  const send = (): void => {
    setBusy(true)
    const body = {
      title,
      headers: [...headers],
      supplied: [...supplied],
      places: [...places],
      item,
      photos: Number(photos) || 0,
      due: due || null,
    }
    call(sendForm, { body }, { key: key.current() }).then(
      (answer) => {
        setBusy(false)
        setSent(answer.communities)
        setProblem(undefined)
        setPlaces([])
        key.renew()
      },
      (error: unknown) => {
        setBusy(false)
        setSent(undefined)
        setProblem(problemOf(error))
        key.renew()
      },
    )
  }
  return (
    <Section title={say(relief.sendForm)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {supplied.length ? (
          <p class="small" data-supplied>
            {say(relief.suppliedList)}
            {supplied.join('、')}
          </p>
        ) : null}
        <ChooseItem id="send-item" items={admitted.answer?.items ?? []} chosen={item} onChange={put(setItem)} />
        <div class="side-by-side">
          <TextInput id="send-due" type="date" label={say(relief.due)} value={due} onChange={put(setDue)} />
          <TextInput
            id="send-photos"
            inputMode="numeric"
            label={say(relief.photosAsked)}
            hint={say(relief.photosAskedHint)}
            value={photos}
            onChange={put(setPhotos)}
            max={2}
          />
        </div>
        <ChoosePlaces id="send" within={within} chosen={places} onChange={put(setPlaces)} />
        {problem ? <Refused problem={problem} /> : null}
        {sent === undefined ? null : <Notice tone="good" title={say(relief.formSent).replace('{n}', String(sent))} />}
        <div class="row">
          <Button
            tone="primary"
            type="submit"
            busy={busy}
            disabled={places.length === 0 || item === '' || title.trim().length < 2}
          >
            {say(relief.sendForm)}
          </Button>
          {title.trim().length < 2 ? <span class="small">{say(relief.titleFirst)}</span> : null}
        </div>
      </form>
    </Section>
  )
}
