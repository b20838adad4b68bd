/** 登记“无厘头”证明要求: who demanded what, when it was told, with a copy of the demand that two hands alone can open. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { findCertificateKinds, reportDemand } from '#capabilities/certificates/contract.ts'
import { DEMAND_COPY } from '#capabilities/certificates/terms.ts'
import type { Problem } from '#platform/http/client.ts'
import { FilePicker } from '../../pages/case-view.tsx'
import { dayInWords, useLanguage, useSay } from '../../pages/language.tsx'
import { Refused } from '../../pages/refused.tsx'
import { reliefWords as relief } from '../../pages/relief-words.ts'
import { call, problemOf, useAnswer, useKey } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { Button, Notice, Section, Select, TextArea, TextInput } from '#ui/kit.tsx'
import { type ChosenBody, OrganisationPicker } from './organisation-picker.tsx'

const NOBODY: ChosenBody = { name: '', row: null }

export function ReportDemand({ place, today, onDone }: { place: string; today: string; onDone: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const key = useKey()
  const kinds = useAnswer(findCertificateKinds, { query: { place } })
  const [demander, setDemander] = useState(NOBODY)
  const [kind, setKind] = useState('')
  const [reportedOn, setReportedOn] = useState(today)
  const [account, setAccount] = useState('')
  const [referral, setReferral] = useState('')
  const [files, setFiles] = useState<readonly { id: string; name: string }[]>([])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const missing = {
    demander: demander.name.trim().length < 2,
    kind: kind === '',
    reportedOn: reportedOn === '',
    account: account.trim().length < 4,
  }
  const wrong = (field: keyof typeof missing): string | undefined =>
    tried && missing[field] ? say(field === 'account' ? relief.accountShort : words.fillThis) : undefined
  const [done, setDone] = useState<{ county: string; id: string; number: string; dueOn: string | null }>()
  const send = async (): Promise<void> => {
    setBusy(true)
    try {
      const body = {
        place,
        kind,
        demander: demander.name,
        account,
        reportedOn,
        files: files.map((one) => one.id),
        ...(demander.row ? { organisation: demander.row } : {}),
        ...(referral.trim() ? { referral } : {}),
      }
      setDone(await call(reportDemand, { body }, { key: key.current() }))
      setDemander(NOBODY)
      setKind('')
      setReportedOn(today)
      setAccount('')
      setReferral('')
      setFiles([])
      setTried(false)
      setProblem(undefined)
      key.renew()
      onDone()
    } catch (error) {
      const found = problemOf(error)
      setProblem(found)
      setDone(undefined)
      if (found.code !== 'offline') key.renew()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={say(relief.reportAtDesk)} id="report-demand">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!Object.values(missing).includes(true)) void send()
        }}
      >
        <p class="small">{say(relief.reportDeskHint)}</p>
        {problem ? <Refused problem={problem} /> : null}
        {done ? (
          <Notice tone="good" title={say(relief.demandRecorded)}>
            <p>
              <Link class="number" href={`/cases/${done.county}/${done.id}`}>
                {done.number}
              </Link>{' '}
              {done.dueOn ? `${say(relief.verifyBy)} ${dayInWords(done.dueOn, language)}` : ''}
            </p>
          </Notice>
        ) : null}
        <OrganisationPicker
          id="demand-organisation"
          label={say(relief.whoDemanded)}
          hint={say(relief.whoDemandedHint)}
          error={wrong('demander')}
          value={demander}
          onChange={setDemander}
        />
        <div class="side-by-side">
          <Select
            id="demand-kind"
            label={say(relief.whichCertificate)}
            none={say(words.chooseOne)}
            value={kind}
            onChange={setKind}
            error={wrong('kind')}
            options={[
              ...(kinds.answer?.rows ?? []).map((one) => ({ value: one.code, label: say(one.name) })),
              { value: 'other', label: say(relief.noneOfThese) },
            ]}
          />
          <TextInput
            id="demand-on"
            type="date"
            label={say(relief.reportedOn)}
            value={reportedOn}
            onChange={setReportedOn}
            error={wrong('reportedOn')}
          />
        </div>
        <TextArea
          id="demand-account"
          label={say(relief.account)}
          hint={say(relief.accountHint)}
          value={account}
          onChange={setAccount}
          error={wrong('account')}
          max={800}
        />
        <TextInput
          id="demand-referral"
          label={say(relief.referralNumber)}
          optional={say(words.optional)}
          value={referral}
          onChange={setReferral}
          max={20}
        />
        <FilePicker
          county={place.slice(0, 6)}
          material={DEMAND_COPY}
          label={say(relief.copy)}
          hint={say(relief.copyHint)}
          files={files}
          onChange={setFiles}
        />
        <div class="row">
          <Button tone="primary" type="submit" busy={busy}>
            {say(relief.recordDemand)}
          </Button>
        </div>
      </form>
    </Section>
  )
}
