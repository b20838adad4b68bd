/** What the pages of tasks and parts show. */
import type { Section, Shown } from '#kernel/procedure'
import { text } from '#kernel/text'
import { type Milestone, type Report, STATES, type TaskData } from './terms.ts'

export function reportSections(reports: readonly Report[], marked: Readonly<Record<string, string>>): Section[] {
  const rows = [...reports]
    .reverse()
    .flatMap((one): Shown[] => [
      { id: `${one.quarter}-state`, label: text(one.quarter, one.quarter), value: STATES[one.state] },
      { id: `${one.quarter}-progress`, label: text('进展', 'Progress'), value: one.progress },
      ...(one.remarks
        ? [{ id: `${one.quarter}-remarks`, label: text('内部说明', 'Remarks'), value: one.remarks }]
        : []),
      ...(one.reason ? [{ id: `${one.quarter}-reason`, label: text('逾期原因', 'Why late'), value: one.reason }] : []),
    ])
  const missing = Object.entries(marked).filter(([quarter]) => !reports.some((one) => one.quarter === quarter))
  return [
    ...(missing.length
      ? [
          {
            title: text('逾期未报', 'Reports missing'),
            rows: missing.map(([quarter, on]) => ({
              id: `missing-${quarter}`,
              label: text(quarter, quarter),
              value: text(`${on}标记`, `marked on ${on}`),
            })),
          },
        ]
      : []),
    ...(rows.length ? [{ title: text('季度报告', 'Quarterly reports'), rows }] : []),
  ]
}

export function taskSections(data: TaskData, countyName: (code: string) => string): Section[] {
  return [
    ...(data.sentBack
      ? [
          {
            title: text('退回', 'Sent back'),
            rows: [{ id: 'sent-back', label: text('理由', 'Reasons'), value: data.sentBack.reason }],
          },
        ]
      : []),
    ...(data.demand
      ? [
          {
            title: text('督办', 'Pressed for'),
            rows: [{ id: 'demand', label: text(data.demand.on, data.demand.on), value: data.demand.text }],
          },
        ]
      : []),
    ...(data.closing
      ? [
          {
            title: text('申请办结', 'Asked to be closed'),
            rows: [{ id: 'closing', label: text('完成情况', 'What was achieved'), value: data.closing.summary }],
          },
        ]
      : []),
    ...(data.milestones.length ? [{ title: text('节点', 'Milestones'), rows: data.milestones.map(milestoneRow) }] : []),
    ...(data.countyMeasures.length
      ? [
          {
            title: text('县(区)配套措施', 'Measures of the counties'),
            rows: data.countyMeasures.map((one, i) => ({
              id: `county-${i}`,
              label: text(countyName(one.county), countyName(one.county)),
              value: `${one.title} ${one.number} ${one.issuedOn}`,
            })),
          },
        ]
      : []),
    ...reportSections(data.reports, data.marked),
  ]
}

function milestoneRow(one: Milestone): Shown {
  const moved = one.moves.map((move) => `${move.from}→${move.to}(${move.document})`).join(';')
  const [zh, en] = one.reachedOn
    ? [`${one.reachedOn}达到:${one.evidence ?? ''}`, `reached on ${one.reachedOn}: ${one.evidence ?? ''}`]
    : [`${one.due}前`, `by ${one.due}`]
  return {
    id: one.id,
    label: text(one.text, one.text),
    value: text(`${zh}${moved ? `;改期 ${moved}` : ''}`, `${en}${moved ? `; moved ${moved}` : ''}`),
  }
}
