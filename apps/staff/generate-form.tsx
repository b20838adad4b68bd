/** 系统生成: a form that is held to four fifths, from the registers: looked at for a community, or taken out for all of one's own. */
import { useState } from 'preact/hooks'
import { exportGeneratedSheet, generateSheet } from '#capabilities/burden/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Section, TextInput } from '#ui/kit.tsx'
import { burdenWords as relief } from '../../pages/burden-words.ts'
import { useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, save } from '../../pages/server.ts'
import { PlaceSteps } from './place-steps.tsx'
import { AnswerTable } from './sheet.tsx'

export function GenerateForm({ me, title, headers }: { me: Me; title: string; headers: string[] }) {
  const say = useSay()
  const scope = me.hat?.place ?? '-'
  const [place, setPlace] = useState(scope.padEnd(12, '0'))
  const [purpose, setPurpose] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [sheet, setSheet] = useState<{ headers: string[]; rows: (string | null)[][]; more: boolean }>()
  const body = { title: title.trim().length < 2 ? say(relief.forms) : title, headers, place, purpose }
  const fail = (error: unknown): void => {
    setBusy(false)
    setProblem(problemOf(error))
  }
  const make = (): void => {
    call(generateSheet, { body }).then((answer) => {
      setSheet(answer)
      setProblem(undefined)
    }, fail)
  }
  const take = (): void => {
    setBusy(true)
    save(exportGeneratedSheet.path, body).then(() => {
      setBusy(false)
      setProblem(undefined)
    }, fail)
  }
  const told = purpose.trim().length >= 4
  if (scope === '-')
    return (
      <Section title={say(relief.generate)}>
        <Notice title={say(relief.generateNotHere)} />
      </Section>
    )
  return (
    <Section title={say(relief.generate)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <p>{say(relief.generateHint)}</p>
        {problem ? <Refused problem={problem} /> : null}
        {scope.length < 12 ? (
          <div class="side-by-side">
            <PlaceSteps id="generate" scope={scope} place={place} onChange={setPlace} />
          </div>
        ) : null}
        <TextInput
          id="generate-purpose"
          label={say(relief.purpose)}
          hint={say(relief.purposeHint)}
          value={purpose}
          onChange={setPurpose}
          max={200}
        />
        <div class="row">
          <Button tone="primary" type="submit" disabled={!told || place.endsWith('000')}>
            {say(relief.showIt)}
          </Button>
          <Button busy={busy} disabled={!told} onClick={take}>
            {say(relief.takeAll)}
          </Button>
        </div>
        {place.endsWith('000') ? <p class="small">{say(relief.oneToShow)}</p> : null}
      </form>
      {sheet ? (
        <AnswerTable
          label={say(relief.generate)}
          headers={sheet.headers}
          rows={sheet.rows.map((row) => row.map((cell) => cell ?? ''))}
        />
      ) : null}
      {sheet?.rows.length === 0 ? <p class="empty">{say(relief.nothingHeld)}</p> : null}
      {sheet?.more ? <p class="small">{say(relief.moreRows)}</p> : null}
    </Section>
  )
}
