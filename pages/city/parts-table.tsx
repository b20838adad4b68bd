/** The places below as a table that can be ordered; by code at first, so that it is no league. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useLanguage, useSay } from '../language.tsx'
import type { Found } from './figure.tsx'
import { FigureText } from './marks.tsx'
import { amount, gapWords, grouped, inOrder, lookOf, type Order, pathTo } from './reading.ts'
import { cityWords as words } from './words.ts'

export function PartsTable({ found, kept }: { found: Found; kept: string | undefined }) {
  const say = useSay()
  const { language } = useLanguage()
  const [order, set] = useState<{ by: Order; down: boolean }>({ by: 'code', down: false })
  const { indicator, day, place } = found
  const parts = found.parts.filter((part) => part.parent === place.code)
  const columns = [
    ['code', words.code],
    ['name', words.name],
    ['figure', words.figure],
    ['gap', words.gap],
  ] as const
  return (
    <section class="section card">
      <h2 id="parts">{say(words.parts)}</h2>
      <div class="table-wrap" tabIndex={0} role="region" aria-labelledby="parts">
        <table class="parts">
          <thead>
            <tr>
              {columns.map(([by, label]) => (
                <th
                  key={by}
                  scope="col"
                  class={by === 'code' ? 'wide' : ''}
                  aria-sort={order.by === by ? (order.down ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    class="sort"
                    data-sort={by}
                    onClick={() => set({ by, down: order.by === by ? !order.down : by === 'gap' })}
                  >
                    {say(label)} <span aria-hidden="true">{order.by === by ? (order.down ? '▼' : '▲') : '↕'}</span>
                  </button>
                </th>
              ))}
              <th scope="col" class="wide">
                {say(words.numerator)} / {say(words.denominator)}
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder(parts, order.by, order.down, language).map((part) => {
              const look = lookOf(part.figure, indicator, day)
              const gap = gapWords(part.figure, indicator.goal)
              return (
                <tr key={part.code} data-part={part.code}>
                  <td class="number small wide">{part.code}</td>
                  <th scope="row">
                    <Link href={pathTo({ indicator: indicator.id, place: part.code }, kept)}>{say(part.name)}</Link>
                  </th>
                  <td>
                    <FigureText figure={part.figure} look={look} />
                  </td>
                  <td>{gap ? <strong class="gap">{say(gap)}</strong> : look === 'met' ? say(words.noGap) : '—'}</td>
                  <td class="number wide">
                    {look === 'na' || look === 'none'
                      ? '—'
                      : `${amount(indicator.unit, part.figure.n)}${part.figure.d ? ` / ${grouped(part.figure.d)}` : ''}`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
