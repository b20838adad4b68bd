/** 清单公开: the lists of a county, a list with search, an item with basis and flow, two versions beside each other; drawn by both apps. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import {
  compareDutyLists,
  getDutyList,
  listDutyLists,
  type SaidItem,
  type VersionShape,
} from '#capabilities/duty-lists/contract.ts'
import { listPlaces } from '#capabilities/places/contract.ts'
import { Notice, Section, Select, Skeleton, TextInput } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { useAnswer } from '../server.ts'
import { words } from '../words.ts'
import { ItemPage } from './item.tsx'
import { PublishedAdmissions } from './published.tsx'
import { listWords } from './words.ts'

export type KeepList = (given: {
  readonly version: VersionShape
  readonly next: string | null
  readonly editable: boolean
  readonly items: readonly SaidItem[]
  readonly again: () => void
}) => ComponentChildren

/** `home` is the community, street or county whose lists are shown first; `casesAt` where one's own cases are; `keep` is drawn with a version for those who may keep it. */
export function ListsPage(props: { home: string; casesAt: string; keep?: KeepList; draft?: ComponentChildren }) {
  const { home, casesAt, keep, draft } = props
  const [path] = useLocation()
  const [, , county, id, what, item] = path.split('/')
  if (county && id && what === 'items' && item)
    return <ItemPage county={county} id={id} item={decodeURIComponent(item)} />
  if (county && id && what === 'compare') return <ComparePage county={county} id={id} />
  if (county && id) return <ListPage county={county} id={id} {...(keep ? { keep } : {})} />
  return (
    <Overview home={home} casesAt={casesAt}>
      {draft}
    </Overview>
  )
}

function Overview(props: { home: string; casesAt: string; children?: ComponentChildren }) {
  const { home, casesAt, children } = props
  const say = useSay()
  const counties = useAnswer(listPlaces, { query: { level: 'county' } })
  const [chosen, choose] = useState(home.length === 12 ? home : '')
  const place = chosen || (counties.answer?.[0]?.code ?? '')
  const { answer, problem } = useAnswer(place ? listDutyLists : undefined, { query: { place } })
  return (
    <div class="stack">
      <h1>{say(listWords.lists)}</h1>
      <p class="lead">{say(listWords.lead)}</p>
      <Select
        id="lists-county"
        label={say(listWords.county)}
        none={say(words.chooseOne)}
        value={counties.answer?.find(({ code }) => code.startsWith(place.slice(0, 6)))?.code ?? ''}
        onChange={choose}
        options={(counties.answer ?? []).map((one) => ({ value: one.code, label: say(one.name) }))}
      />
      {problem ? <Refused problem={problem} /> : null}
      {answer ? null : <Skeleton label={say(words.loading)} />}
      {answer?.lists.some((one) => one.inForce?.demonstration) ? (
        <Notice tone="warn" title={say(listWords.demonstration)} />
      ) : null}
      <PublishedAdmissions county={place.slice(0, 6)} casesAt={casesAt} />
      {children}
      <ul class="stack" data-lists>
        {answer?.lists.map((one) => (
          <li key={one.list} class="card stack-tight">
            <span class="row between">
              <strong>
                {one.inForce ? (
                  <Link href={`/lists/${one.inForce.county}/${one.inForce.id}`}>
                    {one.list} {say(one.name)}
                  </Link>
                ) : (
                  `${one.list} ${say(one.name)}`
                )}
              </strong>
              <span class="small">
                {one.inForce ? `${one.items} ${say(listWords.items)}` : say(listWords.notPublished)}
              </span>
            </span>
            <span class="small">{say(one.about)}</span>
          </li>
        ))}
      </ul>
      {answer ? (
        <Section title={say(listWords.forbidden)}>
          <ul class="stack-tight">
            {answer.forbidden.map((one) => (
              <li key={one.clause}>
                <span class="badge">{one.clause}</span> {say(one.name)}
              </li>
            ))}
          </ul>
          <p class="small">{answer.forbidden[0] ? say(answer.forbidden[0].basis) : ''}</p>
        </Section>
      ) : null}
      {answer ? <Versions versions={answer.versions} /> : null}
    </div>
  )
}

function Versions({ versions }: { versions: readonly VersionShape[] }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <Section title={say(listWords.versions)}>
      <ul class="stack-tight">
        {versions.map((one) => (
          <li key={one.id} class="row between">
            <Link href={`/lists/${one.county}/${one.id}`}>
              {say(one.listName)} · {say(one.placeName)} · {one.number}
            </Link>
            <span class="small">
              {say(one.stateText)} {dayInWords(one.inForceFrom, language)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ListPage({ county, id, keep }: { county: string; id: string; keep?: KeepList }) {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem, again } = useAnswer(getDutyList, { params: { county, id } })
  const [typed, type] = useState('')
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  const { version, items } = answer
  const asked = typed.trim().toLowerCase()
  const shown = items.filter((one) =>
    [one.code, one.name.zh, one.name.en, one.duty, say(one.leadName), say(one.categoryName)].some((part) =>
      part.toLowerCase().includes(asked),
    ),
  )
  return (
    <div class="stack">
      <p class="small no-print">
        <Link href="/lists">{say(listWords.lists)}</Link>
      </p>
      <h1>{say(version.listName)}</h1>
      <p class="small">
        {say(version.placeName)} · {say(listWords.version)} {version.number} · {say(version.stateText)}{' '}
        {dayInWords(version.inForceFrom, language)}
      </p>
      {version.demonstration ? <Notice tone="warn" title={say(listWords.demonstration)} /> : null}
      {keep?.({ version, next: answer.next, editable: answer.editable, items, again })}
      <div class="row no-print">
        <Link class="button" href={`/lists/${county}/${id}/compare`}>
          {say(listWords.compare)}
        </Link>
        <button type="button" class="button" onClick={() => print()}>
          {say(listWords.print)}
        </button>
      </div>
      <TextInput id="list-search" type="search" label={say(listWords.search)} value={typed} onChange={type} />
      {shown.length === 0 ? <p class="empty">{say(listWords.nothing)}</p> : null}
      <ul class="stack-tight" data-items>
        {shown.map((one) => (
          <li key={one.code} class="card stack-tight">
            <strong>
              <Link href={`/lists/${county}/${id}/items/${encodeURIComponent(one.code)}`}>
                {one.code} {say(one.name)}
              </Link>
            </strong>
            <span>{one.duty}</span>
            <span class="small">
              {say(one.categoryName)} · {say(one.leadName)}
              {one.basisText[0] ? ` · ${say(one.basisText[0])}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {answer.opinions.length ? (
        <Section title={say(listWords.opinions)}>
          <ul class="stack-tight">
            {answer.opinions.map((one) => (
              <li key={one.office.zh}>
                {say(one.office)} · {say(one.agrees ? listWords.agrees : listWords.disagrees)} · {one.said}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function ComparePage({ county, id }: { county: string; id: string }) {
  const say = useSay()
  const { answer, problem } = useAnswer(compareDutyLists, { params: { county, id }, query: {} })
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  const { before, after, added, removed, changed } = answer
  const nothing = added.length + removed.length + changed.length === 0
  return (
    <div class="stack">
      <p class="small">
        <Link href={`/lists/${county}/${id}`}>{say(after.listName)}</Link>
      </p>
      <h1>{say(listWords.compare)}</h1>
      <p class="small">
        {before ? `${say(listWords.version)} ${before.number} → ` : ''}
        {say(listWords.version)} {after.number} · {after.because}
      </p>
      {nothing ? <p class="empty">{say(listWords.same)}</p> : null}
      {(
        [
          ['added', added],
          ['removed', removed],
        ] as const
      ).map(([name, rows]) =>
        rows.length ? (
          <Section key={name} title={`${say(listWords[name])} ${rows.length}`}>
            <ul class="stack-tight">
              {rows.map((one) => (
                <li key={one.code}>
                  {one.code} {say(one.name)}
                </li>
              ))}
            </ul>
          </Section>
        ) : null,
      )}
      {changed.map((one) => (
        <Section key={one.code} title={`${say(listWords.changed)} ${one.code} ${say(one.name)}`}>
          <div class="table-wrap" tabIndex={0} role="region" aria-label={`${one.code} ${say(one.name)}`}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(words.item)}</th>
                  <th scope="col">{say(listWords.before)}</th>
                  <th scope="col">{say(listWords.after)}</th>
                </tr>
              </thead>
              <tbody>
                {one.fields.map((field) => (
                  <tr key={field.field}>
                    <td>{field.field}</td>
                    <td>
                      <del>{field.before}</del>
                    </td>
                    <td>
                      <ins>{field.after}</ins>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ))}
    </div>
  )
}
