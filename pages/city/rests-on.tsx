/** 依据: the dated values and the registers behind a figure. */
import { valueText } from '#kernel/settings/terms.ts'
import { Facts, Section } from '#ui/kit.tsx'
import { useSay } from '../language.tsx'
import type { Found } from './figure.tsx'
import { cityWords as words } from './words.ts'

export function RestsOn({ found: { values, sources } }: { found: Found }) {
  const say = useSay()
  if (values.length === 0 && sources.length === 0) return null
  return (
    <Section title={say(words.restsOn)}>
      {values.length ? (
        <div class="table-wrap" tabIndex={0} role="region" aria-label={say(words.restsOn)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.valueName)}</th>
                <th scope="col">{say(words.value)}</th>
                <th scope="col">{say(words.basis)}</th>
                <th scope="col">{say(words.pack)}</th>
              </tr>
            </thead>
            <tbody>
              {values.map((one) => (
                <tr key={one.name}>
                  <th scope="row">{say(one.title)}</th>
                  <td>{say(valueText(one.value, one.unit))}</td>
                  <td>
                    {say(one.basis)} {one.verified ? null : <span class="badge warn">{say(words.unverified)}</span>}
                  </td>
                  <td class="number small">{one.pack}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {sources.length ? (
        <Facts
          rows={sources.map((one) => ({
            id: one.name,
            label: say(one.title),
            value: say(one.held ? words.held : words.notHeld),
          }))}
        />
      ) : null}
    </Section>
  )
}
