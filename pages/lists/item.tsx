/** 清单事项: what it is, on which basis, with what money; its flow as a picture that prints and in words. */
import { Link } from 'wouter-preact'
import { getDutyItem, type SaidItem } from '#capabilities/duty-lists/contract.ts'
import { CERTIFICATE_FOR } from '#capabilities/duty-lists/terms.ts'
import { fen, formatYuan } from '#kernel/money'
import { Facts, Notice, Section, Skeleton } from '#ui/kit.tsx'
import { dayInWords, useLanguage, useSay } from '../language.tsx'
import { Refused } from '../refused.tsx'
import { useAnswer } from '../server.ts'
import { words } from '../words.ts'
import { listWords } from './words.ts'

export function ItemPage({ county, id, item: code }: { county: string; id: string; item: string }) {
  const say = useSay()
  const { language } = useLanguage()
  const { answer, problem } = useAnswer(getDutyItem, { params: { county, id, item: code } })
  if (!answer) return problem ? <Refused problem={problem} /> : <Skeleton label={say(words.loading)} />
  const { item, version, history } = answer
  const row = (name: keyof typeof listWords, value: string) =>
    value ? [{ id: name, label: say(listWords[name]), value }] : []
  const list = (all: readonly { readonly zh: string; readonly en: string }[]): string =>
    all.map((one) => say(one)).join(language === 'zh' ? '、' : ', ')
  return (
    <div class="stack">
      <p class="small no-print">
        <Link href={`/lists/${county}/${id}`}>{say(version.listName)}</Link>
      </p>
      <h1>
        {item.code} {say(item.name)}
      </h1>
      {version.demonstration ? <Notice tone="warn" title={say(listWords.demonstration)} /> : null}
      <div class="card">
        <Facts
          rows={[
            ...row('duty', item.duty),
            ...row('category', say(item.categoryName)),
            ...row('basis', list(item.basisText)),
            ...row('leadOffice', say(item.leadName)),
            ...row('assist', list(item.assistNames)),
            ...row('covers', list(item.coversNames)),
            ...row('frequency', item.frequency),
            ...row(
              'period',
              item.to
                ? `${dayInWords(item.from, language)} — ${dayInWords(item.to, language)}`
                : `${dayInWords(item.from, language)} ${say(listWords.onwards)}`,
            ),
            ...row('minutes', item.minutes ? `${item.minutes} ${language === 'zh' ? '分钟' : 'minutes'}` : ''),
            ...row(
              'funds',
              item.funds
                ? `${formatYuan(fen(item.funds.standard))} ${language === 'zh' ? '元' : 'yuan'} / ${item.funds.unit} · ${item.funds.source}`
                : '',
            ),
            ...row('conditions', item.conditions),
            ...row('forms', item.forms.join('、')),
          ]}
        />
      </div>
      {item.certificate ? <Certificate of={item.certificate} /> : null}
      {item.steps.length ? (
        <Section title={say(listWords.flow)}>
          <p>
            <img
              class="flow"
              src={`/api/lists/${county}/${id}/items/${encodeURIComponent(item.code)}/flow.svg`}
              alt={answer.flow}
            />
          </p>
          <p class="no-print">
            <button type="button" class="button" onClick={() => print()}>
              {say(listWords.print)}
            </button>
          </p>
          <details>
            <summary>{say(listWords.flowInWords)}</summary>
            <ol class="stack-tight">
              {item.steps.map((step, i) => (
                <li key={step.does}>
                  {i + 1}. {[step.who, step.does, step.within, step.form, step.risk].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ol>
          </details>
        </Section>
      ) : null}
      {history.length > 1 ? (
        <Section title={say(listWords.versions)}>
          <ul class="stack-tight">
            {history.map((one) => (
              <li key={one.number}>
                {say(listWords.version)} {one.number} · {dayInWords(one.inForceFrom, language)}{' '}
                {one.differs.length ? `· ${say(listWords.changed)}: ${one.differs.join('、')}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

/** 证明内容: what an item of L7 lets a community certify, and in which words. */
function Certificate({ of }: { of: NonNullable<SaidItem['certificate']> }) {
  const say = useSay()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  return (
    <Section title={say(listWords.certificate)}>
      <Facts
        rows={[
          { id: 'for', label: say(listWords.appliesTo), value: say(CERTIFICATE_FOR[of.for]) },
          { id: 'facts', label: say(listWords.stated), value: of.facts.map(({ label }) => say(label)).join(comma) },
          {
            id: 'valid',
            label: say(listWords.validFor),
            value: of.validDays === null ? say(listWords.validAsUsual) : `${of.validDays} ${say(listWords.days)}`,
          },
          ...(of.words.length ? [{ id: 'words', label: say(listWords.everyday), value: of.words.join(comma) }] : []),
          { id: 'template', label: say(listWords.template), value: of.template },
        ]}
      />
    </Section>
  )
}
