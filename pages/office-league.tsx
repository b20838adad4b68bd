/** 部门减负账: offices by the minutes they took in a month; both apps draw it. */
import type { OfficeRow } from '#capabilities/burden/contract.ts'
import { burdenWords as relief } from './burden-words.ts'
import { useSay } from './language.tsx'

/** Measured, on record, estimated: what the minutes rest on, without what is nothing. */
function restsOn({ measured, answers, recorded, estimated }: OfficeRow) {
  const { rests } = relief
  return [
    { say: rests.measured, m: measured, n: answers },
    { say: rests.recorded, m: recorded, n: 0 },
    { say: rests.estimated, m: estimated, n: 0 },
  ].filter((one) => one.m > 0)
}

export function OfficeLeague({ rows, capMinutes }: { rows: readonly OfficeRow[]; capMinutes: number }) {
  const say = useSay()
  if (rows.length === 0) return <p class="empty">{say(relief.nobody)}</p>
  return (
    <>
      <div class="table-wrap wide" tabIndex={0} role="region" aria-label={say(relief.burden)}>
        <table data-league>
          <thead>
            <tr>
              {[
                relief.office,
                relief.minutes,
                relief.meetings,
                relief.ledgers,
                relief.formsCount,
                relief.tasks,
                relief.reasked,
                relief.communities,
              ].map((one) => (
                <th key={one.en} scope="col">
                  {say(one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.office}>
                <td>
                  {one.office} {one.overCap ? <span class="badge warn">{say(relief.overCap)}</span> : null}
                </td>
                <td>
                  {one.minutes}
                  {restsOn(one).map((part) => (
                    <div class="small nowrap" key={part.say.en}>
                      {say(part.say).replace('{n}', String(part.n)).replace('{m}', String(part.m))}
                    </div>
                  ))}
                </td>
                <td>{one.meetings}</td>
                <td>{one.ledgers}</td>
                <td>{one.forms}</td>
                <td>{one.tasks}</td>
                <td>{one.fields === 0 ? '—' : `${Math.floor((100 * one.held) / one.fields)} %`}</td>
                <td>{one.communities}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">{say(relief.cap).replace('{n}', String(capMinutes))}</p>
    </>
  )
}
