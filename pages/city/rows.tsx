/** 背后的记录: the rows a figure was counted from, those that count and those that do not. */
import { listBehind } from '#kernel/indicator-store/contract.ts'
import { Mark } from '#ui/figures.tsx'
import { Skeleton } from '#ui/kit.tsx'
import { useSay } from '../language.tsx'
import { useAnswer } from '../server.ts'
import { words as common } from '../words.ts'
import { Failed } from './parts.tsx'
import { filled, grouped } from './reading.ts'
import { cityWords as words } from './words.ts'

type Behind = NonNullable<ReturnType<typeof useBehind>['answer']>

function useBehind(indicator: string, place: string) {
  return useAnswer(listBehind, { params: { id: indicator }, query: { place } })
}

export function RowsBehind({ indicator, place }: { indicator: string; place: string }) {
  const say = useSay()
  const { answer, problem, again } = useBehind(indicator, place)
  return (
    <section class="section card" id="rows" aria-labelledby="rows-title">
      <h2 id="rows-title">{say(words.rows)}</h2>
      <p class="small">{say(words.rowsHint)}</p>
      {problem ? <Failed problem={problem} again={again} /> : null}
      {answer ? null : problem ? null : <Skeleton label={say(common.loading)} />}
      {answer && answer.tables.length === 0 ? <p class="empty">{say(words.noTables)}</p> : null}
      {answer?.tables.map((table) => (
        <RowsTable key={table.source} table={table} />
      ))}
      {answer?.facts.length ? (
        <details>
          <summary>{say(words.facts)}</summary>
          <ul class="small">
            {answer.facts.map((one) => (
              <li key={one.name}>
                <span class="number">{one.name}</span> {grouped(one.value)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function RowsTable({ table }: { table: Behind['tables'][number] }) {
  const say = useSay()
  const title = say(table.title)
  const counted = table.rows.filter((row) => row.counted).length
  return (
    <div class="stack-tight" data-behind={table.source}>
      <h3>
        {title}{' '}
        {table.rows.length ? (
          <span class="small">
            {say(
              filled(words.countsOf, {
                all: table.rows.length + table.more,
                counted: table.more ? `≥ ${counted}` : counted,
              }),
            )}
          </span>
        ) : null}
      </h3>
      {table.rows.length === 0 ? (
        <p class="small">{say(words.noRowsHere)}</p>
      ) : table.columns.length === 0 ? (
        <p class="small">{say(words.nothingOpen)}</p>
      ) : (
        <div class="table-wrap" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.counts)}</th>
                {table.columns.map((column) => (
                  <th key={column.id} scope="col">
                    {say(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.id} data-counted={row.counted}>
                  <td class="counted">
                    <Mark shape={row.counted ? 'tick' : 'dash'} /> {say(row.counted ? words.counts : words.countsNot)}
                  </td>
                  {table.columns.map((column) => (
                    <td key={column.id}>{row.cells[column.id] ?? '—'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table.more ? <p class="small">{say(filled(words.moreRows, { more: table.more }))}</p> : null}
    </div>
  )
}
