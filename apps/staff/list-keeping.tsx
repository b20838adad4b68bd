/** 维护清单: a new version is drafted, filled from a spreadsheet, consulted on, approved by another, brought into force. */
import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import {
  advanceDutyList,
  draftDutyList,
  giveListOpinion,
  type importDutyItems,
} from '#capabilities/duty-lists/contract.ts'
import { LISTS, type ListId, STATE_NAMES, type VersionState } from '#capabilities/duty-lists/terms.ts'
import { listPlaces } from '#capabilities/places/contract.ts'
import type { Me } from '#kernel/person/contract.ts'
import type { Problem } from '#platform/http/client.ts'
import { Button, FileInput, Notice, Section, Select, TextInput } from '#ui/kit.tsx'
import { useSay } from '../../pages/language.tsx'
import type { KeepList } from '../../pages/lists/index.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Refused } from '../../pages/refused.tsx'
import { call, isOpenTo, problemOf, sendFile, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import { EditItems } from './item-editor.tsx'

type Imported = NonNullable<(typeof importDutyItems)['~types']>['answer']

export function DraftList({ me }: { me: Me }) {
  const say = useSay()
  const [, go] = useLocation()
  const [list, setList] = useState('')
  const [because, setBecause] = useState('')
  const [county, setCounty] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const counties = useAnswer(list === 'L7' ? listPlaces : undefined, { query: { level: 'county' } })
  const role = me.hat?.role ?? ''
  if (!isOpenTo(draftDutyList, role)) return null
  return (
    <Section title={say(listWords.draft)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const ofCounty = list === 'L7' && county ? { county: county.slice(0, 6) } : {}
          call(draftDutyList, { body: { list: list as ListId, because, ...ofCounty } }).then(
            ({ county, id }) => go(`/lists/${county}/${id}`),
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <div class="side-by-side">
          <Select
            id="draft-list"
            label={say(listWords.listsShort)}
            none={say(words.chooseOne)}
            value={list}
            onChange={setList}
            options={Object.entries(LISTS)
              .filter(([, one]) => one.owner === role)
              .map(([value, one]) => ({ value, label: `${value} ${say(one.name)}` }))}
          />
          {list === 'L7' ? (
            <Select
              id="draft-county"
              label={say(listWords.ofCounty)}
              none={say(listWords.wholeCity)}
              value={county}
              onChange={setCounty}
              options={(counties.answer ?? []).map((one) => ({ value: one.code, label: say(one.name) }))}
            />
          ) : null}
          <TextInput
            id="draft-because"
            label={say(listWords.because)}
            value={because}
            onChange={setBecause}
            max={300}
          />
        </div>
        <div class="row">
          <Button type="submit" disabled={!list || because.trim().length < 2}>
            {say(listWords.draft)}
          </Button>
        </div>
      </form>
    </Section>
  )
}

type Given = Parameters<KeepList>[0]

export function KeepVersion({ given, me }: { given: Given; me: Me }) {
  const say = useSay()
  const { version, next, editable, items, again } = given
  const [decision, setDecision] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const params = { county: version.county, id: version.id }
  const afterwards = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
      setProblem(undefined)
      again()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  if (version.state === 'consulting' && isOpenTo(giveListOpinion, me.hat?.role ?? '')) return <Opinion given={given} />
  if (!next) return null
  return (
    <Section title={say(listWords.keep)}>
      <div class="stack">
        {problem ? <Refused problem={problem} /> : null}
        {editable ? (
          <>
            <EditItems version={version} items={items} today={me.today} onDone={again} />
            <ImportItems params={params} list={version.list} onDone={again} />
          </>
        ) : null}
        <div class="side-by-side">
          {next === 'approved' ? (
            <TextInput
              id="list-decision"
              label={say(listWords.decision)}
              value={decision}
              onChange={setDecision}
              max={200}
            />
          ) : null}
        </div>
        <div class="row">
          <Button
            tone="primary"
            onClick={() => {
              const to = next as 'consulting' | 'approved' | 'in_force'
              void afterwards(call(advanceDutyList, { params, body: { to, ...(decision.trim() ? { decision } : {}) } }))
            }}
          >
            {say(listWords.advance)} {say(STATE_NAMES[next as VersionState])}
          </Button>
        </div>
      </div>
    </Section>
  )
}

type ImportProps = { params: { county: string; id: string }; list: ListId; onDone: () => void }

function ImportItems({ params, list, onDone }: ImportProps) {
  const say = useSay()
  const [file, setFile] = useState<File>()
  const [found, setFound] = useState<Imported>()
  const [problem, setProblem] = useState<Problem>()
  const look = (chosen: File, write: 'yes' | 'no'): void => {
    setProblem(undefined)
    sendFile<Imported>(`/api/lists/${params.county}/${params.id}/import?write=${write}`, chosen).then(
      (answer) => {
        setFound(answer)
        if (answer.written) onDone()
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  return (
    <div class="stack">
      <FileInput
        id="list-file"
        label={say(listWords.importFile)}
        hint={say(listWords.importHint)}
        choose={say(words.chooseFile)}
        accept=".xlsx,.csv"
        onFiles={([one]) => {
          if (!one) return
          setFile(one)
          look(one, 'no')
        }}
      />
      <p>
        <a href={`/api/lists/template.xlsx?list=${list}`}>{say(listWords.emptySheet)}</a>
      </p>
      {problem ? <Refused problem={problem} /> : null}
      {found ? (
        <Notice
          tone={found.issues.length ? 'warn' : 'good'}
          title={found.written ? say(listWords.written) : `${found.good} ${say(listWords.goodRows)}`}
        >
          {found.issues.length ? (
            <div class="table-wrap" tabIndex={0} role="region" aria-label={say(listWords.reason)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{say(listWords.row)}</th>
                    <th scope="col">{say(listWords.column)}</th>
                    <th scope="col">{say(listWords.reason)}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.issues.slice(0, 50).map((one) => (
                    <tr key={`${one.row} ${one.column}`}>
                      <td>{one.row}</td>
                      <td>
                        {one.column} {one.header}
                      </td>
                      <td>{say(one.text)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
          {file && !found.written && found.issues.length === 0 ? (
            <Button tone="primary" onClick={() => look(file, 'yes')}>
              {say(listWords.writeThem)}
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </div>
  )
}

function Opinion({ given }: { given: Given }) {
  const say = useSay()
  const [agrees, setAgrees] = useState('')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const { county, id } = given.version
  return (
    <Section title={say(listWords.giveOpinion)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          call(giveListOpinion, { params: { county, id }, body: { agrees: agrees === 'yes', said } }).then(
            given.again,
            (error: unknown) => setProblem(problemOf(error)),
          )
        }}
      >
        {problem ? <Refused problem={problem} /> : null}
        <div class="side-by-side">
          <Select
            id="opinion-agrees"
            label={say(listWords.giveOpinion)}
            none={say(words.chooseOne)}
            value={agrees}
            onChange={setAgrees}
            options={[
              { value: 'yes', label: say(listWords.agrees) },
              { value: 'no', label: say(listWords.disagrees) },
            ]}
          />
          <TextInput id="opinion-said" label={say(listWords.reason)} value={said} onChange={setSaid} max={1000} />
        </div>
        <div class="row">
          <Button type="submit" disabled={!agrees || said.trim().length < 2}>
            {say(listWords.giveOpinion)}
          </Button>
        </div>
      </form>
    </Section>
  )
}
