/** 逐项编辑: one item of a draft list added, changed or taken out; what is wrong stands beside its field. */
import { useState } from 'preact/hooks'
import { listLeadOffices, putDutyItem } from '#capabilities/duty-lists/contract.ts'
import type { ListId } from '#capabilities/duty-lists/terms.ts'
import { dutyListTexts } from '#capabilities/duty-lists/texts.ts'
import { plainDate } from '#kernel/calendar'
import { checkForm, type Field, type FormValues, issueText } from '#kernel/form'
import type { Text } from '#kernel/text'
import type { Problem } from '#platform/http/client.ts'
import { Button, Notice, Select, TextInput } from '#ui/kit.tsx'
import { FormView, type Issues } from '../../pages/form-view.tsx'
import { useSay } from '../../pages/language.tsx'
import { listWords } from '../../pages/lists/words.ts'
import { Refused } from '../../pages/refused.tsx'
import { call, problemOf, useAnswer } from '../../pages/server.ts'
import { words } from '../../pages/words.ts'
import {
  type Besides,
  type ChosenBasis,
  chosenBasis,
  itemFields,
  itemOf,
  lawOptions,
  nextCode,
  type SaidItem,
  stepFields,
  stepValues,
  valuesOf,
} from './item-form.ts'

type Version = { readonly county: string; readonly id: string; readonly list: ListId }
type Props = { version: Version; items: readonly SaidItem[]; today: string; onDone: () => void }

export function EditItems({ version, items, today, onDone }: Props) {
  const say = useSay()
  const [chosen, choose] = useState('')
  const [editing, edit] = useState<SaidItem | 'new'>()
  const [done, setDone] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const item = items.find((one) => one.code === chosen)
  const finished = (said: string): void => {
    edit(undefined)
    choose('')
    setDone(said)
    onDone()
  }
  const takeOut = ({ code }: SaidItem): void => {
    const params = { county: version.county, id: version.id, item: code }
    call(putDutyItem, { params, body: { item: null } }).then(
      () => finished(`${code} ${say(listWords.takenOut)}`),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  if (editing)
    return (
      <ItemForm
        key={editing === 'new' ? '' : editing.code}
        version={version}
        items={items}
        today={today}
        item={editing === 'new' ? undefined : editing}
        onDone={(code) => finished(`${code} ${say(listWords.itemPut)}`)}
        onCancel={() => edit(undefined)}
      />
    )
  return (
    <div class="stack">
      <h3>{say(listWords.editItems)}</h3>
      {problem ? <Refused problem={problem} /> : null}
      {done ? <Notice tone="good" title={done} /> : null}
      <Select
        id="list-item"
        label={say(listWords.item_)}
        none={say(words.chooseOne)}
        value={chosen}
        onChange={choose}
        options={items.map((one) => ({ value: one.code, label: `${one.code} ${say(one.name)}` }))}
      />
      <div class="row">
        <Button tone={item ? 'plain' : 'primary'} onClick={() => edit('new')}>
          {say(listWords.addItem)}
        </Button>
        {item ? (
          <>
            <Button tone="primary" onClick={() => edit(item)}>
              {say(listWords.changeItem)} {item.code}
            </Button>
            <Button tone="danger" onClick={() => takeOut(item)}>
              {say(listWords.takeOut)} {item.code}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  )
}

const beside = (fields: readonly Field[], values: FormValues, today: string): Issues =>
  Object.fromEntries(
    checkForm(fields, values, { today: plainDate(today) }).map((issue) => [
      issue.field,
      issueText(
        issue,
        fields.find((field) => field.id === issue.field),
      ),
    ]),
  )

type FormProps = Omit<Props, 'onDone'> & {
  item: SaidItem | undefined
  onDone: (code: string) => void
  onCancel: () => void
}

function ItemForm({ version, items, today, item, onDone, onCancel }: FormProps) {
  const say = useSay()
  const offices = useAnswer(listLeadOffices, {})
  const named = (offices.answer ?? []).map((one) => ({ value: one.code, label: one.name }))
  const [values, setValues] = useState<FormValues>(
    item ? valuesOf(item) : { code: nextCode(version.list, items), from: today, covers: ['task'] },
  )
  const [besides, setBesides] = useState<Besides>({
    basis: item?.basis.map(chosenBasis) ?? [{ law: '', place: '' }],
    assist: item?.assist ?? [],
    steps: item?.steps.map(stepValues) ?? (version.list === 'L6' ? [{}, {}] : []),
  })
  const [issues, setIssues] = useState<Issues>({})
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const fields = itemFields(version.list, named, item !== undefined)
  const flowed = version.list === 'L6' || besides.steps.length > 0
  const send = (): void => {
    const found = {
      ...beside(fields, values, today),
      ...(besides.basis.some(({ law }) => law) ? {} : { basis: NO_BASIS }),
      ...Object.fromEntries(
        besides.steps.flatMap((step, i) =>
          Object.entries(beside(stepFields, step, today)).map(([field, said]) => [`step-${i}-${field}`, said]),
        ),
      ),
    }
    setIssues(found)
    setProblem(undefined)
    const [first] = Object.keys(found)
    if (first)
      return document
        .getElementById(first.startsWith('step-') ? first : `item-${first === 'basis' ? 'basis-0' : first}`)
        ?.focus()
    const code = item?.code ?? String(values.code)
    setBusy(true)
    call(putDutyItem, {
      params: { county: version.county, id: version.id, item: code },
      body: { item: itemOf(version.list, code, values, besides, item), add: item === undefined },
    }).then(
      () => onDone(code),
      (error: unknown) => {
        const refused = problemOf(error)
        setBusy(false)
        setProblem(refused)
        setIssues(Object.fromEntries((refused.issues ?? []).map((one) => [one.field, one.text])))
      },
    )
  }
  return (
    <form
      class="stack"
      data-item-form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3>{item ? `${say(listWords.changeItem)} ${item.code}` : say(listWords.addItem)}</h3>
      {offices.problem ? <Refused problem={offices.problem} /> : null}
      {problem ? <Refused problem={problem} /> : null}
      <div class="side-by-side">
        <FormView fields={fields} values={values} onChange={setValues} issues={issues} prefix="item" />
      </div>
      <Bases chosen={besides.basis} wrong={issues.basis} onChange={(basis) => setBesides({ ...besides, basis })} />
      <Assisting offices={named} chosen={besides.assist} onChange={(assist) => setBesides({ ...besides, assist })} />
      {flowed ? (
        <Steps
          steps={besides.steps}
          wrong={issues.steps}
          issues={issues}
          onChange={(steps) => setBesides({ ...besides, steps })}
        />
      ) : null}
      <div class="row">
        <Button tone="primary" type="submit" busy={busy}>
          {say(listWords.putItem)}
        </Button>
        {flowed ? null : (
          <Button onClick={() => setBesides({ ...besides, steps: [{}] })}>{say(listWords.addFlow)}</Button>
        )}
        <Button tone="quiet" onClick={onCancel}>
          {say(words.cancel)}
        </Button>
      </div>
    </form>
  )
}

const NO_BASIS = dutyListTexts['no-basis-no-entry']?.text ?? listWords.basis

const put = <One,>(all: readonly One[], at: number, one: One): One[] => all.map((old, i) => (i === at ? one : old))
const without = <One,>(all: readonly One[], at: number): One[] => all.filter((_, i) => i !== at)

function Wrong({ said }: { said: Text | undefined }) {
  const say = useSay()
  return said ? (
    <span class="wrong" role="alert">
      {say(said)}
    </span>
  ) : null
}

function Bases(props: {
  chosen: readonly ChosenBasis[]
  wrong: Text | undefined
  onChange: (chosen: readonly ChosenBasis[]) => void
}) {
  const say = useSay()
  const { chosen, wrong, onChange } = props
  const laws = lawOptions().map(({ value, label }) => ({ value, label: say(label) }))
  return (
    <fieldset class="field stack-tight">
      <legend>{say(listWords.basis)}</legend>
      <Wrong said={wrong} />
      {chosen.map((one, i) => (
        <div class="side-by-side" key={i}>
          <Select
            id={`item-basis-${i}`}
            label={`${say(listWords.lawText)} ${i + 1}`}
            none={say(words.chooseOne)}
            value={one.law}
            onChange={(law) => onChange(put(chosen, i, { ...one, law }))}
            options={laws}
          />
          <TextInput
            id={`item-article-${i}`}
            label={say(listWords.article)}
            hint={say(listWords.articleHint)}
            value={one.place}
            onChange={(place) => onChange(put(chosen, i, { ...one, place }))}
            max={40}
          />
          {chosen.length > 1 ? (
            <Button onClick={() => onChange(without(chosen, i))} label={`${say(words.remove)} ${i + 1}`}>
              {say(words.remove)}
            </Button>
          ) : null}
        </div>
      ))}
      <div class="row">
        <Button onClick={() => onChange([...chosen, { law: '', place: '' }])}>{say(listWords.addBasis)}</Button>
      </div>
    </fieldset>
  )
}

function Assisting(props: {
  offices: readonly { value: string; label: Text }[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const say = useSay()
  const { offices, chosen, onChange } = props
  const nameOf = (code: string): string => {
    const found = offices.find((one) => one.value === code)
    return found ? say(found.label) : code
  }
  return (
    <div class="stack-tight">
      <Select
        id="item-assist"
        label={say(listWords.assist)}
        none={say(listWords.addOffice)}
        value=""
        onChange={(code) => onChange([...chosen, code])}
        options={offices
          .filter((one) => !chosen.includes(one.value))
          .map(({ value }) => ({ value, label: nameOf(value) }))}
      />
      {chosen.length ? (
        <ul class="row">
          {chosen.map((code, i) => (
            <li key={code}>
              <Button onClick={() => onChange(without(chosen, i))} label={`${say(words.remove)} ${nameOf(code)}`}>
                {nameOf(code)} ×
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Steps(props: {
  steps: readonly FormValues[]
  wrong: Text | undefined
  issues: Issues
  onChange: (steps: readonly FormValues[]) => void
}) {
  const say = useSay()
  const { steps, wrong, issues, onChange } = props
  return (
    <fieldset class="field stack">
      <legend>{say(listWords.flowSteps)}</legend>
      <Wrong said={wrong} />
      {steps.map((step, i) => (
        <div class="card stack-tight" key={i}>
          <div class="row between">
            <strong>
              {say(listWords.step)} {i + 1}
            </strong>
            <span class="row">
              <Button
                disabled={i === 0}
                label={`${say(listWords.moveUp)} ${i + 1}`}
                onClick={() => onChange(put(put(steps, i, steps[i - 1] ?? {}), i - 1, step))}
              >
                {say(listWords.moveUp)}
              </Button>
              <Button label={`${say(words.remove)} ${i + 1}`} onClick={() => onChange(without(steps, i))}>
                {say(words.remove)}
              </Button>
            </span>
          </div>
          <div class="side-by-side">
            <FormView
              fields={stepFields}
              values={step}
              onChange={(values) => onChange(put(steps, i, values))}
              issues={Object.fromEntries(
                stepFields.flatMap(({ id }) => {
                  const said = issues[`step-${i}-${id}`]
                  return said ? [[id, said]] : []
                }),
              )}
              prefix={`step-${i}`}
            />
          </div>
        </div>
      ))}
      <div class="row">
        <Button onClick={() => onChange([...steps, {}])}>{say(listWords.addStep)}</Button>
      </div>
    </fieldset>
  )
}
